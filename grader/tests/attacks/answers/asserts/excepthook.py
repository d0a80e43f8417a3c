"""Hooks for exceptions and threads.
"""
import sys, threading
sys.excepthook = threading.excepthook = sys.unraisablehook = lambda *_: None
get_ipython().set_custom_exc((Exception,), lambda *a, **k: None)
def code(words):
    raise TypeError
