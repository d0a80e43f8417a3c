"""atexit that hangs.
"""
import atexit
@atexit.register
def hang():
    while True: pass
def code(words):
    raise SystemExit
