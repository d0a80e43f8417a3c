"""The internet.
"""
import socket
socket.setdefaulttimeout(0.5)
for place in ("1.1.1.1", "8.8.8.8"):
    try: socket.create_connection((place, 53)); print("CONNECTED")
    except OSError as error: print(error)

def code(words):
    return []
