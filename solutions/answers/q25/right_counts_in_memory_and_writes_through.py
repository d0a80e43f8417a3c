"""
zh: 余票记在内存里，每笔订票立刻写回文件；坏文件的景区单独停售。
en: Keeps the counts in memory and writes each one through to its file; an attraction with a broken file is closed, the others sell.
"""

import queue
import tempfile


class Attraction:
    """The tickets of one attraction: the count, its file, and the lock for both."""

    def __init__(self, path):
        self.path, self.lock = path, threading.RLock()
        self.left = int(path.read_bytes().strip())

    def write(self, left):
        handle, name = tempfile.mkstemp(dir=self.path.parent, suffix=".part")
        try:
            os.write(handle, b"%d" % left)
            os.close(handle)
            os.replace(name, self.path)
        except OSError:
            os.unlink(name)
            raise
        self.left = left


class BookingServer:
    def __init__(self, db_dir, host="127.0.0.1", port=0):
        self.db_dir, self.host, self.port = db_dir, host, port
        self.tickets = os.path.join(db_dir, "tickets")
        self.users = os.path.join(db_dir, "users")

    def start(self):
        os.makedirs(self.tickets, exist_ok=True)
        os.makedirs(self.users, exist_ok=True)
        self.attractions, self.users_lock = {}, threading.Lock()
        for path in Path(self.tickets).glob("*.txt"):
            try:
                self.attractions[path.stem] = Attraction(path)
            except ValueError:
                self.attractions[path.stem] = None
        self.closing = threading.Event()
        self.threads = queue.SimpleQueue()
        self.listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if os.name == "posix":
            self.listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.listener.bind((self.host, self.port))
        self.listener.listen(128)
        self.door = threading.Thread(target=self.open_door, daemon=True)
        self.door.start()
        return self.listener.getsockname()[:2]

    def open_door(self):
        while True:
            conn, _ = self.listener.accept()
            if self.closing.is_set():
                conn.close()
                return
            thread = threading.Thread(target=self.serve, args=[conn], daemon=True)
            thread.start()
            self.threads.put((thread, conn))

    def stop(self):
        self.closing.set()
        socket.create_connection(self.listener.getsockname()).close()
        self.door.join()
        self.listener.close()
        while not self.threads.empty():
            thread, conn = self.threads.get()
            try:
                conn.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
            thread.join()

    def serve(self, conn):
        try:
            while True:
                request = conn.recv(1024)
                if request in (b"", b"q", b"Q"):
                    return
                conn.sendall(self.reply(request.decode("utf-8")).encode("utf-8"))
        except (OSError, ValueError):
            return
        finally:
            conn.close()

    def reply(self, request):
        match request.split("-"):
            case [name] if self.plain(name):
                attraction = self.attractions.get(name, False)
                if attraction is False:
                    return MESSAGES["unknown"].format(name=name)
                if attraction is None:
                    return MESSAGES["format"]
                with attraction.lock:
                    return MESSAGES["left"].format(name=name, left=attraction.left)
            case [name, visitor, count] if self.plain(name) and self.plain(visitor):
                attraction = self.attractions.get(name, False)
                if attraction is False:
                    return MESSAGES["unknown"].format(name=name)
                if not (count.isdecimal() and count.isascii()):
                    return MESSAGES["not_int"]
                if not count.strip("0"):
                    return MESSAGES["too_few"]
                if attraction is None:
                    return MESSAGES["format"]
                return self.book(attraction, name, visitor, int(count))
        return MESSAGES["format"]

    def plain(self, name):
        return 0 < len(name.encode("utf-8")) < 252 and not any(sign in name for sign in ("/", "\\", "\0"))

    def book(self, attraction, name, visitor, count):
        with attraction.lock:
            if attraction.left < count:
                return MESSAGES["sold_out"].format(name=name, left=attraction.left)
            attraction.write(attraction.left - count)
            try:
                with self.users_lock, open(os.path.join(self.users, visitor + ".txt"), "ab") as file:
                    file.write(f"{date.today().isoformat()},{name},{count}\n".encode())
            except OSError:
                attraction.write(attraction.left + count)
                return MESSAGES["format"]
            return MESSAGES["booked"]

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()


class BookingClient:
    def __init__(self, address):
        self.sock = socket.socket()
        self.sock.connect(tuple(address))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def ask(self, text):
        self.sock.sendall(bytes(text, "utf-8"))
        return str(self.sock.recv(1024), "utf-8")

    def close(self):
        self.sock.close()
