"""
zh: 登记时把要调用的函数当作 `data`；收和发都循环到 `BlockingIOError`，但收要看上限。
en: Callbacks are registered as `data`; reading and sending loop until `BlockingIOError`, reading up to the limit.
"""

import contextlib


def serve_echo(listener, stop):
    stack = contextlib.ExitStack()
    with stack:
        selector = stack.enter_context(selectors.DefaultSelector())
        listener.setblocking(False)

        def accept(_):
            with contextlib.suppress(OSError):
                while True:
                    add(listener.accept()[0])

        def add(sock):
            stack.callback(sock.close)
            sock.setblocking(False)
            waiting, ended = bytearray(), False

            def ready(events):
                nonlocal ended
                try:
                    if events & selectors.EVENT_READ:
                        try:
                            while not ended and len(waiting) < 2**20:
                                data = sock.recv(8192)
                                waiting.extend(data)
                                ended = not data
                        except BlockingIOError:
                            pass
                    try:
                        while waiting:
                            del waiting[:sock.send(waiting[:100_000])]
                    except BlockingIOError:
                        pass
                except OSError:
                    ended = True
                    waiting.clear()
                mask = selectors.EVENT_WRITE * bool(waiting) + selectors.EVENT_READ * (not ended and len(waiting) < 2**20)
                if mask:
                    selector.modify(sock, mask, ready)
                else:
                    selector.unregister(sock)
                    sock.close()

            selector.register(sock, selectors.EVENT_READ, ready)

        selector.register(listener, selectors.EVENT_READ, accept)
        while not stop.is_set():
            for key, events in selector.select(0.1):
                key.data(events)
