"""A Unix socket without a file.
"""
import socket
socket.setdefaulttimeout(0.5)
s = socket.socket(socket.AF_UNIX)
try: s.connect("\0@ABSTRACT@"); print("CONNECTED")
except OSError as error: print(error)

def code(words):
    return []
