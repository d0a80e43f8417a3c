"""
zh: 按描述符编号记没发完的，断了也不删：下一个客户得到同一个编号，就收到前一个的字节。
en: What is unsent is kept by descriptor number and not deleted when a client is gone: the next one gets the same number, and the bytes of the one before.
fails: q18-hidden-2
"""

def serve_echo(listener, stop):
    listener.setblocking(False)
    selector = selectors.DefaultSelector()
    selector.register(listener, selectors.EVENT_READ)
    unsent, finished, clients = {}, set(), []

    def drop(sock):
        selector.unregister(sock)
        finished.discard(sock)
        clients.remove(sock)
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
                clients.append(new)
                unsent.setdefault(new.fileno(), b"")
                selector.register(new, selectors.EVENT_READ)
                continue
            try:
                if events & selectors.EVENT_READ:
                    data = sock.recv(32768)
                    if not data:
                        finished.add(sock)
                    unsent[key.fd] += data
                if unsent[key.fd]:
                    try:
                        done = sock.send(unsent[key.fd])
                    except BlockingIOError:
                        done = 0
                    unsent[key.fd] = unsent[key.fd][done:]
            except BlockingIOError:
                continue
            except OSError:
                drop(sock)
                continue
            wanted = selectors.EVENT_WRITE if unsent[key.fd] else 0
            if sock not in finished and len(unsent[key.fd]) < 2**20:
                wanted |= selectors.EVENT_READ
            if wanted:
                selector.modify(sock, wanted)
            else:
                drop(sock)
    for sock in clients:
        sock.close()
    selector.close()
