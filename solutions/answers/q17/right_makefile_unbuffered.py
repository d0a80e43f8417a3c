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
        size, got, what = 4, b"", "length"
        while True:
            while len(got) < size:
                piece = file.read(size - len(got))
                if not piece:
                    if what == "length" and not got:
                        return None
                    raise ConnectionAbortedError("in the middle")
                got += piece
            if what == "payload":
                return got
            size, got, what = int.from_bytes(got, "big"), b"", "payload"
            if size > MAX_MESSAGE:
                raise ValueError(size)
