"""In, Out and the history.
"""
def code(words):
    print(get_ipython().user_ns.get("In"), get_ipython().user_ns.get("_ih"), list(get_ipython().history_manager.input_hist_raw))
    return []
