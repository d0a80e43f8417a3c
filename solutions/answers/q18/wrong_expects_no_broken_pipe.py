"""
zh: 只接 ConnectionResetError：对方先结束、再重置，`send` 抛出的是 BrokenPipeError，服务器就停了。
en: It catches ConnectionResetError only; after an end and then a reset `send` raises BrokenPipeError, and the server ends.
fails: q18-hidden-2
"""

def serve_echo(listener, stop):
    listener.setblocking(False)
    selector = selectors.DefaultSelector()
    selector.register(listener, selectors.EVENT_READ)
    unsent, finished = {}, set()

    def drop(sock):
        selector.unregister(sock)
        del unsent[sock]
        finished.discard(sock)
        sock.close()

    while not stop.is_set():
        for key, events in selector.select(0.1):
            sock = key.fileobj
            if sock is listener:
                try:
                    new, _ = listener.accept()
                except OSError:
                    continue
                new.setblocking(False)
                unsent[new] = b""
                selector.register(new, selectors.EVENT_READ)
                continue
            try:
                if events & selectors.EVENT_READ:
                    data = sock.recv(32768)
                    if not data:
                        finished.add(sock)
                    unsent[sock] += data
                if unsent[sock]:
                    try:
                        done = sock.send(unsent[sock])
                    except BlockingIOError:
                        done = 0
                    unsent[sock] = unsent[sock][done:]
            except BlockingIOError:
                continue
            except ConnectionResetError:
                drop(sock)
                continue
            wanted = selectors.EVENT_WRITE if unsent[sock] else 0
            if sock not in finished and len(unsent[sock]) < 2**16:
                wanted |= selectors.EVENT_READ
            if wanted:
                selector.modify(sock, wanted)
            else:
                drop(sock)
    for sock in list(unsent):
        sock.close()
    selector.close()
