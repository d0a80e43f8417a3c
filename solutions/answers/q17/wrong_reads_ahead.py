"""
zh: 预先多读，剩下的存在字典里：消息都对，但太长的那条的内容也被取走了。
en: It reads ahead and keeps the rest in a dict: all messages are right, but contents that should be refused were taken too.
fails: q17-hidden-2
"""

def send_message(sock, payload):
    if len(payload) > MAX_MESSAGE:
        raise ValueError("too long")
    sock.sendall(struct.pack("!I", len(payload)) + payload)

# %%

import weakref

kept = weakref.WeakKeyDictionary()


def fill(sock, size):
    data = kept.setdefault(sock, bytearray())
    while len(data) < size:
        piece = sock.recv(65536)
        if not piece:
            break
        data += piece
    return data


def recv_message(sock):
    data = fill(sock, 4)
    if not data:
        kept.pop(sock)
        return None
    if len(data) < 4:
        kept.pop(sock)
        raise ConnectionError("closed inside a length")
    (size,) = struct.unpack("!I", data[:4])
    if size > MAX_MESSAGE:
        kept.pop(sock)
        raise ValueError("too long")
    fill(sock, 4 + size)
    if len(data) < 4 + size:
        kept.pop(sock)
        raise ConnectionError("closed inside a message")
    payload = bytes(data[4:4 + size])
    del data[:4 + size]
    return payload
