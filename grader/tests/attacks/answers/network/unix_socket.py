"""A Unix socket with one.
"""
import socket
socket.setdefaulttimeout(0.5)
s = socket.socket(socket.AF_UNIX)
try: s.connect("@HOME@/s"); print("CONNECTED")
except OSError as error: print(error)

def code(words):
    return []
