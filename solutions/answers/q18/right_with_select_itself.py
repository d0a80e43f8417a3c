"""
zh: 直接用 `select.select`，客户存在字典里；够用，但描述符不能到 1024。
en: `select.select` itself, clients in a dict; it does, but only below descriptor 1024.
"""

import select


class serve_echo:
    LIMIT = 1 << 20

    def __init__(self, listener, stop):
        self.listener, self.buffers, self.done = listener, {}, set()
        listener.setblocking(False)
        while not stop.is_set():
            self.turn()
        for sock in self.buffers:
            sock.close()

    def __new__(cls, listener, stop):
        made = super().__new__(cls)
        made.__init__(listener, stop)

    def turn(self):
        readers = [sock for sock, rest in self.buffers.items() if sock not in self.done and len(rest) < self.LIMIT]
        writers = [sock for sock, rest in self.buffers.items() if rest]
        readable, writable, _ = select.select([self.listener, *readers], writers, [], 0.1)
        for sock in readable:
            if sock is self.listener:
                self.attempt(self.accept, sock)
            else:
                self.attempt(self.read, sock)
        for sock in writable:
            if sock in self.buffers:
                self.attempt(self.write, sock)
        for sock in [sock for sock in self.done if not self.buffers[sock]]:
            self.forget(sock)

    def attempt(self, work, sock):
        try:
            work(sock)
        except BlockingIOError:
            pass
        except OSError:
            if sock is not self.listener:
                self.forget(sock)

    def accept(self, listener):
        sock, _ = listener.accept()
        sock.setblocking(False)
        self.buffers[sock] = bytearray()

    def read(self, sock):
        data = sock.recv(262144)
        self.buffers[sock] += data
        if not data:
            self.done.add(sock)

    def write(self, sock):
        del self.buffers[sock][:sock.send(self.buffers[sock])]

    def forget(self, sock):
        del self.buffers[sock]
        self.done.discard(sock)
        sock.close()
