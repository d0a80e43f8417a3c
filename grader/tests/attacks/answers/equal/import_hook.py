"""An import hook that delivers its own modules.
own: any
"""
import sys, types
class Finder:
    def find_module(self, *a): return None
    def find_spec(self, name, *a):
        return None
sys.meta_path.insert(0, Finder())
import builtins
builtins.__import__ = lambda name, *a, **k: types.ModuleType(name)
