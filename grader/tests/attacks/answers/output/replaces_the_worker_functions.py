"""Replaces the functions of the worker's own module.
own: any
"""
import sys
main = sys.modules.get("__main__")
for module in list(sys.modules.values()):
    for name in ("_describe", "_run", "_written", "encode"):
        if hasattr(module, name):
            setattr(module, name, lambda *args, **options: None)


def code(words):
    return []
