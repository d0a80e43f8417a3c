"""
zh: 不看 `send` 的返回值，没收下的部分就丢了。
en: It never looks at what `send` returned, and loses the rest.
fails: q18-check-2 q18-hidden-1
"""

def serve_echo(listener, stop):
    listener.setblocking(False)
    clients = []
    with selectors.DefaultSelector() as selector:
        selector.register(listener, selectors.EVENT_READ)
        while not stop.is_set():
            for key, _ in selector.select(0.1):
                sock = key.fileobj
                if sock is listener:
                    new, _ = listener.accept()
                    new.setblocking(False)
                    clients.append(new)
                    selector.register(new, selectors.EVENT_READ)
                    continue
                try:
                    data = sock.recv(65536)
                    sock.send(data)
                except BlockingIOError:
                    continue
                except OSError:
                    data = b""
                if not data:
                    selector.unregister(sock)
                    sock.close()
        for sock in clients:
            sock.close()
