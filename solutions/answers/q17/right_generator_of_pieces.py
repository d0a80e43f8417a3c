"""
zh: 生成器交出每一块，`b''.join` 拼起来；函数写成 `lambda`。
en: A generator yields the pieces, `b''.join` puts them together; one function is a `lambda`.
"""

HEADER = struct.Struct("!L")


class TooLong(ValueError):
    pass


def checked(size):
    if size > MAX_MESSAGE:
        raise TooLong(size)
    return size


send_message = lambda sock, payload: sock.sendall(HEADER.pack(checked(len(payload))) + payload)  # noqa: E731 - a style that learners use

# %%

def pieces(sock, size):
    while size:
        piece = sock.recv(min(size, 1 << 14))
        if not piece:
            return
        size -= len(piece)
        yield piece


def recv_message(sock):
    header = b"".join(pieces(sock, HEADER.size))
    if len(header) < HEADER.size:
        if header:
            raise BrokenPipeError("the rest of the header is missing")
        return None
    size = checked(*HEADER.unpack(header))
    payload = b"".join(pieces(sock, size))
    if len(payload) < size:
        raise BrokenPipeError("the rest of the payload is missing")
    return payload
