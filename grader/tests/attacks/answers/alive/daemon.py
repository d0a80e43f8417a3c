"""A daemon by a double fork.
"""
import os, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.execv('/bin/sleep', ['sleep', '31557'])
    os._exit(0)
def code(words):
    return []
