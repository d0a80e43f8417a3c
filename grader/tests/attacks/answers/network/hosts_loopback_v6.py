"""The same in IPv6.
"""
import socket
socket.setdefaulttimeout(0.5)
for place in ("::1", "::ffff:127.0.0.1"):
    try: socket.create_connection((place, @PORT@)); print("CONNECTED")
    except OSError as error: print(error)

def code(words):
    return []
