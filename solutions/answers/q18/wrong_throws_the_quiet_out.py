"""
zh: 一会儿没有动静，就把还有东西没收的客户赶走。
en: When nothing happens for a while it throws out the clients that have not read everything.
fails: q18-hidden-1
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
        ready = selector.select(0.1)
        if not ready:
            for sock in [sock for sock in unsent if unsent[sock]]:
                drop(sock)
        for key, events in ready:
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
            except OSError:
                drop(sock)
                continue
            wanted = selectors.EVENT_WRITE if unsent[sock] else 0
            if sock not in finished and len(unsent[sock]) < 2**20:
                wanted |= selectors.EVENT_READ
            if wanted:
                selector.modify(sock, wanted)
            else:
                drop(sock)
    for sock in list(unsent):
        sock.close()
    selector.close()
