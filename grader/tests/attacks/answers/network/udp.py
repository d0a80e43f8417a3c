"""Datagrams.
"""
import socket
socket.setdefaulttimeout(0.5)
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
try: s.sendto(b"hello", ("127.0.0.1", @PORT@)); print(s.recv(10), "CONNECTED")
except OSError as error: print(error)

def code(words):
    return []
