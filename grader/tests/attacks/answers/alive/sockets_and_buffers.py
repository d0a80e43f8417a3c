"""Sockets with full buffers.
q93: error crashed timeout
"""
import socket
kept = []
def code(words):
    while True:
        a, b = socket.socketpair(); a.setblocking(False); kept.append((a, b))
        try:
            while True: a.send(b'x' * 65536)
        except BlockingIOError: pass


code([])
