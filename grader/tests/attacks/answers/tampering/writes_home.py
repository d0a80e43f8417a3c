"""Writes start-up files.
"""
import os
for path in ("@HOME@/.bashrc", "@HOME@/.ipython/profile_default/startup/x.py", os.path.expanduser("~/.profile")):
    try: os.makedirs(os.path.dirname(path), exist_ok=True); open(path, "w").write("x")
    except OSError as error: print(error)
def code(words):
    return []
