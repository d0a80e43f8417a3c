"""Replaces the code of functions that the shell uses.
own: any
"""
import IPython.core.interactiveshell as module
def nothing(self, *a, **k): return None
for name in ("showtraceback", "_format_exception_for_storage", "should_run_async"):
    getattr(module.InteractiveShell, name).__code__ = nothing.__code__
def code(words):
    raise ValueError
