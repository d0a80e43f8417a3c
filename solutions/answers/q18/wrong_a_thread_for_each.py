"""
zh: 每个客户一个线程：能用，但不是一个线程里的多路复用。
en: A thread for each client: it works, but it is not one thread.
fails: q18-hidden-3
"""

import threading


def serve_echo(listener, stop):
    clients = []

    def serve(sock):
        try:
            while data := sock.recv(65536):
                sock.sendall(data)
        except OSError:
            pass
        if not stop.is_set():
            sock.close()

    listener.settimeout(0.1)
    while not stop.is_set():
        try:
            sock, _ = listener.accept()
        except TimeoutError:
            continue
        sock.settimeout(None)
        clients.append(sock)
        threading.Thread(target=serve, args=(sock,), daemon=True).start()
    for sock in clients:
        try:
            sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        sock.close()
