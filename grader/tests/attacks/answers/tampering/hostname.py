"""Renames the machine.
"""
import socket
try: socket.sethostname("attacked")
except OSError as error: print(error)
def code(words):
    return []
