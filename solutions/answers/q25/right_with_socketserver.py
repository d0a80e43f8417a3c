"""
zh: 外壳用标准库的 `socketserver`；没有锁，一个 `Condition` 和一个“正在办”的集合：景区在集合里就等。
en: The shell comes from the standard library's `socketserver`; no locks, but one `Condition` and a set of what is being served: wait while yours is in it.
"""

import socketserver


class Visitor(socketserver.BaseRequestHandler):
    def handle(self):
        self.server.connections.add(self.request)
        with contextlib.suppress(OSError, ValueError):
            while data := self.request.recv(2048):
                text = data.decode("utf-8")
                if text.lower() == "q":
                    break
                self.request.sendall(self.server.office.answer(text).encode("utf-8"))

    def finish(self):
        self.server.connections.discard(self.request)


class Shell(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    block_on_close = True
    daemon_threads = False

    def __init__(self, address, office):
        super().__init__(address, Visitor)
        self.office, self.connections = office, set()

    def handle_error(self, request, client_address):
        pass

    def get_request(self):
        request, address = super().get_request()
        self.connections.add(request)
        return request, address


class BookingServer:
    def __init__(self, db_dir, host="127.0.0.1", port=0):
        self.db, self.where = Path(db_dir), (host, port)
        self.turn, self.busy = threading.Condition(), set()

    def start(self):
        for folder in ("tickets", "users"):
            (self.db / folder).mkdir(exist_ok=True)
        self.shell = Shell(self.where, self)
        self.thread = threading.Thread(target=self.shell.serve_forever, kwargs={"poll_interval": 0.05})
        self.thread.start()
        return self.shell.server_address

    def stop(self):
        self.shell.shutdown()
        self.thread.join()
        for connection in list(self.shell.connections):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        self.shell.server_close()

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, kind, error, trace):
        self.stop()

    @contextlib.contextmanager
    def serving(self, key):
        with self.turn:
            self.turn.wait_for(lambda: key not in self.busy)
            self.busy.add(key)
        try:
            yield
        finally:
            with self.turn:
                self.busy.discard(key)
                self.turn.notify_all()

    def answer(self, text):
        parts = text.split("-")
        names = parts[:2]
        if len(parts) not in (1, 3) or any(not name or set(name) & set("/\\\0") or len(name.encode()) > 251 for name in names):
            return MESSAGES["format"]
        path = self.db / "tickets" / (parts[0] + ".txt")
        if not path.exists():
            return MESSAGES["unknown"].format(name=parts[0])
        if len(parts) == 1:
            return MESSAGES["left"].format(name=parts[0], left=int(path.read_text()))
        if not parts[2] or set(parts[2]) - set("0123456789"):
            return MESSAGES["not_int"]
        count = int(parts[2])
        if count == 0:
            return MESSAGES["too_few"]
        with self.serving(parts[0]):
            left = int(path.read_text())
            if left < count:
                return MESSAGES["sold_out"].format(name=parts[0], left=left)
            notes = self.db / "users" / (parts[1] + ".txt")
            with self.serving((parts[1],)), open(notes, "a", encoding="utf-8") as file:
                file.write(f"{date.today():%Y-%m-%d},{parts[0]},{count}\n")
            fresh = path.with_suffix(".fresh")
            fresh.write_text(str(left - count))
            fresh.replace(path)
        return MESSAGES["booked"]


class BookingClient:
    def __init__(self, address):
        self.sock = socket.create_connection(address)

    def ask(self, text):
        self.sock.sendall(text.encode("utf-8"))
        return self.sock.recv(4096).decode("utf-8")

    def close(self):
        self.sock.close()

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        self.close()
