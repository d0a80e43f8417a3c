"""
zh: 套接字是阻塞的，用 `sendall`：一个不收的客户让所有人停下。
en: Blocking sockets and `sendall`: one client that does not read stops everybody.
fails: q18-check-2 q18-hidden-1 q18-hidden-2 q18-hidden-3
"""

def serve_echo(listener, stop):
    clients = []
    with selectors.DefaultSelector() as selector:
        selector.register(listener, selectors.EVENT_READ)
        while not stop.is_set():
            for key, _ in selector.select(0.1):
                sock = key.fileobj
                if sock is listener:
                    new, _ = listener.accept()
                    clients.append(new)
                    selector.register(new, selectors.EVENT_READ)
                    continue
                try:
                    data = sock.recv(65536)
                    sock.sendall(data)
                except OSError:
                    data = b""
                if not data:
                    selector.unregister(sock)
                    sock.close()
        for sock in clients:
            sock.close()
