"""Every name that is missing exists.
own: any
"""
import builtins
class Space(dict):
    def __missing__(self, key): return True
get_ipython().user_ns = Space(get_ipython().user_ns)
