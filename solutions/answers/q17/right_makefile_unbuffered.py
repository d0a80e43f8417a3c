"""
zh: 借用不带缓冲的文件对象，`read` 可能少给，所以仍要循环。
en: An unbuffered file object; its `read` may give less, so there is still a loop.
"""

def send_message(sock, payload):
    if len(payload) > MAX_MESSAGE:
        raise ValueError
    with sock.makefile("wb") as file:
        file.write(len(payload).to_bytes(4, "big"))
        file.write(payload)

# %%

def recv_message(sock):
    with sock.makefile("rb", buffering=0) as file:
        parts = {}
        for name, size in (("length", 4), ("payload", None)):
            size = int.from_bytes(parts["length"], "big") if size is None else size
            if size > MAX_MESSAGE:
                raise ValueError(size)
            got = bytearray()
            while len(got) < size:
                piece = file.read(size - len(got))
                if not piece:
                    if name == "length" and not got:
                        return None
                    raise ConnectionAbortedError("in the middle")
                got.extend(piece)
            parts[name] = bytes(got)
        return parts["payload"]
