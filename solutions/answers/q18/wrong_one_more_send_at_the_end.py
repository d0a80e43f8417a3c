"""
zh: `recv` 得到 b'' 就再 `send` 一次，然后关闭；没收下的就丢了。
en: At b'' it calls `send` once more and closes; what that does not take is lost.
fails: q18-check-2
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
                        if unsent[sock]:
                            sock.send(unsent[sock])
                        drop(sock)
                        continue
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
            if sock not in finished and len(unsent[sock]) < 2**16:
                wanted |= selectors.EVENT_READ
            if wanted:
                selector.modify(sock, wanted)
            else:
                drop(sock)
    for sock in list(unsent):
        sock.close()
    selector.close()
