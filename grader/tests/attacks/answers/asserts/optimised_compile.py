"""compile() with optimize=2 from now on.
own: any
"""
import builtins
real = builtins.compile
builtins.compile = lambda *a, **k: real(*a, **{**k, "optimize": 2})
def code(words):
    return words
