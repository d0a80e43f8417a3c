"""A lock that nobody releases.
q93: timeout
"""
import threading
def code(words):
    lock = threading.Lock()
    lock.acquire(); lock.acquire()


code([])
