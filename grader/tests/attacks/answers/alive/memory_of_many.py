"""Memory of many processes.
q93: crashed timeout
"""
import os, time
def code(words):
    for _ in range(5): os.fork()
    x = bytearray(b'x') * 200_000_000
    time.sleep(10)


code([])
