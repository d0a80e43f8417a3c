"""
zh: 只要还有没发的就不读，所以每个客户最多占 64 KiB。
en: It never reads while anything is unsent, so a client takes up 64 KiB at most.
"""

def serve_echo(listener, stop):
    selector = selectors.DefaultSelector()
    listener.setblocking(False)
    selector.register(listener, selectors.EVENT_READ, "listener")
    try:
        while not stop.is_set():
            for (sock, _, _, rest), _ in selector.select(0.25):
                if rest == "listener":
                    try:
                        sock, _ = sock.accept()
                    except OSError:
                        continue
                    sock.setblocking(False)
                    selector.register(sock, selectors.EVENT_READ, b"")
                    continue
                try:
                    if not rest:
                        rest = sock.recv(65536)
                        if not rest:
                            raise EOFError
                    rest = rest[sock.send(rest):]
                except BlockingIOError:
                    pass
                except (OSError, EOFError):
                    selector.unregister(sock)
                    sock.close()
                    continue
                selector.modify(sock, selectors.EVENT_WRITE if rest else selectors.EVENT_READ, rest)
    finally:
        for key in [*selector.get_map().values()]:
            if key.data != "listener":
                key.fileobj.close()
        selector.close()
