"""
zh: 所有景区的新文件同名：两个景区同时写，一个改走了另一个的文件。
en: The new files of all attractions share a name: two write at once, and one carries the other's file away.
fails: q25-hidden-5 q25-hidden-6 q25-hidden-8
"""

class BookingServer:
    """Sells tickets over TCP, one thread per client; the data live in `db_dir/tickets` and `db_dir/users`."""

    def __init__(self, db_dir, host="127.0.0.1", port=0):
        self.tickets = Path(db_dir) / "tickets"
        self.users = Path(db_dir) / "users"
        self.address = (host, port)
        self.guard = threading.Lock()
        self.locks = {}

    def start(self):
        self.tickets.mkdir(parents=True, exist_ok=True)
        self.users.mkdir(parents=True, exist_ok=True)
        self.stopping = False
        self.clients = {}
        self.listener = socket.create_server(self.address)
        self.listener.settimeout(0.1)
        self.acceptor = threading.Thread(target=self._accept)
        self.acceptor.start()
        return self.listener.getsockname()

    def stop(self):
        self.stopping = True
        self.acceptor.join()
        self.listener.close()
        for thread, conn in list(self.clients.items()):
            with contextlib.suppress(OSError):
                conn.shutdown(socket.SHUT_RDWR)
            thread.join()

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *details):
        self.stop()

    def _accept(self):
        while not self.stopping:
            with contextlib.suppress(TimeoutError):
                conn, _ = self.listener.accept()
                thread = threading.Thread(target=self._serve, args=(conn,))
                self.clients[thread] = conn
                thread.start()

    def _serve(self, conn):
        with contextlib.suppress(OSError, ValueError), conn:
            while data := conn.recv(1024):
                text = data.decode()
                if text in ("q", "Q"):
                    break
                conn.sendall(self._reply(text).encode())
        self.clients.pop(threading.current_thread())

    def _reply(self, text):
        fields = text.split("-")
        if len(fields) not in (1, 3) or not all(map(self._is_name, fields[:2])):
            return MESSAGES["format"]
        name = fields[0]
        if not self._file(name).is_file():
            return MESSAGES["unknown"].format(name=name)
        if len(fields) == 1:
            with self._lock(name):
                return MESSAGES["left"].format(name=name, left=int(self._file(name).read_text()))
        _, visitor, count = fields
        if not (count.isascii() and count.isdigit()):
            return MESSAGES["not_int"]
        if int(count) < 1:
            return MESSAGES["too_few"]
        return self._book(name, visitor, int(count))

    def _book(self, name, visitor, count):
        with self._lock(name):
            left = int(self._file(name).read_text())
            if count > left:
                return MESSAGES["sold_out"].format(name=name, left=left)
            self._replace(self._file(name), left - count)
            try:
                self._note(visitor, f"{date.today()},{name},{count}\n")
            except OSError:
                self._replace(self._file(name), left)
                raise
        return MESSAGES["booked"]

    def _note(self, visitor, line):
        path = self.users / f"{visitor}.txt"
        with self._lock(path), path.open("a", encoding="utf-8") as file:
            file.write(line)

    def _lock(self, what):
        with self.guard:
            if what not in self.locks:
                self.locks[what] = threading.Lock()
            return self.locks[what]

    def _file(self, name):
        return self.tickets / f"{name}.txt"

    @staticmethod
    def _is_name(name):
        return PureWindowsPath(name).name == name != "" and "\0" not in name and len(f"{name}.txt".encode()) <= 255

    @staticmethod
    def _replace(path, left):
        new = path.with_name("new")
        new.write_text(str(left))
        os.replace(new, path)


class BookingClient:
    """Talks to a booking server; works with `with`."""

    def __init__(self, address):
        self.conn = socket.create_connection(address)

    def ask(self, text):
        self.conn.sendall(text.encode())
        return self.conn.recv(2048).decode()

    def close(self):
        self.conn.close()

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()
