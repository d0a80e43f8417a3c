"""Every address of this machine.
"""
import socket
socket.setdefaulttimeout(0.5)
for place in ("@ADDRESS@", "0.0.0.0", "169.254.169.254", "10.0.2.2", "172.17.0.1", "192.168.0.1"):
    try: socket.create_connection((place, @PORT@)); print("CONNECTED")
    except OSError as error: print(error)

def code(words):
    return []
