"""The bench of the lesson: connections, servers that run for the length of a block, and what they cost. Child processes import it too."""

import contextlib
import multiprocessing
import os
import socket
import threading
import time

import psutil

DEADLINE = 10.0  # seconds after which waiting is given up


def pair():
    """Both ends of one TCP connection over 127.0.0.1."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        left = socket.create_connection(listener.getsockname(), DEADLINE)
        right, _ = listener.accept()
    right.settimeout(DEADLINE)
    return left, right


def wait_for(sock, size):
    """Wait until so many bytes lie in this socket's receive buffer."""
    end = time.monotonic() + DEADLINE
    while len(sock.recv(size, socket.MSG_PEEK)) < size and time.monotonic() < end:
        time.sleep(0.001)


def echo(conn):
    """Send back what comes, until the client says no more."""
    with conn:
        while data := conn.recv(1024):
            conn.sendall(data)


def introduce(conn):
    """Answer each line with: which process and which thread is speaking."""
    with conn, conn.makefile("r") as lines:
        for _ in lines:
            conn.sendall(f"{os.getpid()} {threading.current_thread().name}\n".encode())


def clients_of(listener, stop):
    """Accepted connections, one after another, until `stop` is set."""
    listener.settimeout(0.05)
    while not stop.is_set():
        with contextlib.suppress(TimeoutError):
            conn, _ = listener.accept()
            conn.settimeout(None)
            yield conn


@contextlib.contextmanager
def running(serve):
    """`serve(listener, stop)` runs in a thread within the block, which gets the address; afterwards it has ended, and so have its threads and processes."""
    before, stop = set(threading.enumerate()), threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = threading.Thread(target=serve, args=(listener, stop), name="server", daemon=True)
        server.start()
        try:
            yield listener.getsockname()
        finally:
            stop.set()
            for thread in set(threading.enumerate()) - before:
                if not thread.name.endswith("(_serve)"):  # on Windows, a thread of multiprocessing's own that hands sockets over and stays
                    thread.join(DEADLINE)
            for child in multiprocessing.active_children():
                child.join(DEADLINE)


class Visitor:
    """A client that keeps its connection."""

    def __init__(self, address):
        self.sock = socket.create_connection(address, DEADLINE)
        self.lines = self.sock.makefile("r")

    def ask(self):
        """Say something, and return the line that comes back."""
        self.sock.sendall(b"hello\n")
        return self.lines.readline().strip()

    def leave(self):
        self.lines.close()
        self.sock.close()


def private_memory(pid):
    """Bytes that belong to one process alone; where the system does not tell, those it has in memory."""
    process = psutil.Process(pid)
    try:
        return process.memory_full_info().uss
    except (psutil.AccessDenied, AttributeError):
        return process.memory_info().rss


def footprint():
    """Threads of this process, child processes, private bytes of all of them."""
    children = multiprocessing.active_children()
    memory = private_memory(os.getpid()) + sum(private_memory(child.pid) for child in children)
    return threading.active_count(), len(children), memory


def costs(serve, count):
    """What so many clients of a server cost: threads, processes, private bytes, and seconds until all had an answer."""
    with running(serve) as address, contextlib.ExitStack() as leaving:
        before, started = footprint(), time.perf_counter()
        visitors = [Visitor(address) for _ in range(count)]
        for visitor in visitors:
            leaving.callback(visitor.leave)
        for visitor in visitors:
            visitor.ask()
        seconds = time.perf_counter() - started
        after = footprint()
    return tuple(now - earlier for now, earlier in zip(after, before, strict=True)) + (seconds,)
