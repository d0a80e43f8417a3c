"""
zh: 接受一个客户，陪到他走为止；先来的不说话，后来的就一直等。
en: It stays with one client until that leaves: when the first is silent, the others wait.
fails: q18-check-1 q18-check-2 q18-hidden-1 q18-hidden-2 q18-hidden-3
"""

def serve_echo(listener, stop):
    listener.settimeout(0.1)
    while not stop.is_set():
        try:
            sock, _ = listener.accept()
        except OSError:
            continue
        sock.settimeout(0.1)
        with sock:
            while not stop.is_set():
                try:
                    data = sock.recv(65536)
                except TimeoutError:
                    continue
                except OSError:
                    break
                if not data:
                    break
                try:
                    sock.sendall(data)
                except OSError:
                    break
