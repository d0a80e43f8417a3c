"""Joins another network namespace.
"""
import socket
socket.setdefaulttimeout(0.5)
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
for fd in range(3, 30):
    if libc.setns(fd, 0x40000000) == 0: print("JOINED")
try: socket.create_connection(("127.0.0.1", @PORT@)); print("CONNECTED")
except OSError as error: print(error)

def code(words):
    return []
