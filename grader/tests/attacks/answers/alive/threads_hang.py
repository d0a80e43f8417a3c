"""Threads that are no daemons.
"""
import threading, time
for _ in range(20):
    threading.Thread(target=time.sleep, args=(31557,)).start()
def code(words):
    return []
