"""
zh: 每个客户是一个生成器，交出它在等的事件。
en: Each client is a generator that yields the events it waits for.
"""

from collections import deque

READ, WRITE = selectors.EVENT_READ, selectors.EVENT_WRITE


def conversation(sock):
    chunks, size, more = deque(), 0, True
    while more or chunks:
        events = yield (READ if more and size < 1 << 20 else 0) | (WRITE if chunks else 0)
        try:
            if events & READ:
                data = sock.recv(16384)
                more = data != b""
                if data:
                    chunks.append(memoryview(data))
                    size += len(data)
            while events & WRITE and chunks:
                done = sock.send(chunks[0])
                size -= done
                chunks[0] = chunks[0][done:]
                if chunks[0]:
                    break
                chunks.popleft()
        except BlockingIOError:
            pass


def serve_echo(listener, stop):
    with selectors.DefaultSelector() as selector:
        listener.setblocking(False)
        selector.register(listener, READ)
        try:
            while not stop.is_set():
                for key, events in selector.select(0.2):
                    if key.data is None:
                        try:
                            sock = listener.accept()[0]
                        except OSError:
                            continue
                        sock.setblocking(False)
                        client = conversation(sock)
                        selector.register(sock, next(client), client)
                        continue
                    try:
                        selector.modify(key.fileobj, key.data.send(events), key.data)
                    except (StopIteration, OSError):
                        selector.unregister(key.fileobj)
                        key.fileobj.close()
        finally:
            for key in tuple(selector.get_map().values()):
                if key.data is not None:
                    key.fileobj.close()
