"""A thread bomb.
q93: error timeout crashed
"""
import threading, time
def code(words):
    while True:
        threading.Thread(target=time.sleep, args=(100,)).start()


code([])
