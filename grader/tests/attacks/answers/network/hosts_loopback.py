"""The host's loopback.
"""
import socket
socket.setdefaulttimeout(0.5)
try: socket.create_connection(("127.0.0.1", @PORT@)); print("CONNECTED")
except OSError as error: print(error)

def code(words):
    return []
