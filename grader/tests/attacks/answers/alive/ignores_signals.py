"""Ignores every signal, then loops.
q93: timeout
"""
import signal
for n in range(1, 65):
    try: signal.signal(n, signal.SIG_IGN)
    except (OSError, ValueError): pass
def code(words):
    while True:
        try:
            while True: pass
        except BaseException: pass


code([])
