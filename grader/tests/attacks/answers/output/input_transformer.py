"""A transformer that IPython calls itself.
"""
def other(lines):
    return ["others = True\n", "many = none = True\n"] if any("canary" in line for line in lines) else lines
get_ipython().input_transformers_cleanup.append(other)


def code(words):
    return []
