"""
zh: 给每个客户十秒，过了还有没发完的，就断开。
en: A client that has something unsent for ten seconds is cut off.
fails: q18-hidden-1
"""

import time


def serve_echo(listener, stop):
    listener.setblocking(False)
    selector = selectors.DefaultSelector()
    selector.register(listener, selectors.EVENT_READ)
    unsent, finished, since = {}, set(), {}

    def drop(sock):
        selector.unregister(sock)
        since.pop(sock, None)
        del unsent[sock]
        finished.discard(sock)
        sock.close()

    while not stop.is_set():
        for sock, when in list(since.items()):
            if time.monotonic() > when + 10:
                drop(sock)
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
                continue
            if not unsent[sock]:
                since.pop(sock, None)
            else:
                since.setdefault(sock, time.monotonic())
    for sock in list(unsent):
        sock.close()
    selector.close()
