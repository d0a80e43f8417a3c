"""Scripted partners on the loopback interface, and calls with a deadline. Everything ends when its `with` block does."""

import contextlib
import ctypes
import gc
import os
import select
import socket
import stat
import sys
import threading
import time
from unittest import mock

try:
    from fcntl import ioctl
    from termios import TIOCOUTQ
except ImportError:  # Windows
    ioctl = None

DEADLINE = 2.0  # seconds that a partner waits for its next byte
HOST = "127.0.0.1"
# Empty, equal, large, no text, white space, many.
LETTERS = (b"one", b"", b" big\xff" * 819 + b".", b"one", b"one", b"", b"\xe4\xbd", b"\0", b"\r\n", *(b"%d" % number for number in range(9)), b"last ")


class Call:
    """A call of `func` in a thread of its own, from now on."""

    def __init__(self, func, *args, **options):
        self._results = []
        self._thread = threading.Thread(target=self._run, args=(func, args, options), daemon=True)
        self._thread.start()

    def _run(self, func, args, options):
        try:
            self._results.append(func(*args, **options))
        except BaseException as error:
            self._results.append(f"{type(error).__name__}: {error}")

    def result(self, seconds):
        """What the call gives; the text of the exception that it raises; or that it had no result in so many more seconds."""
        self._thread.join(seconds)
        if self._results:
            return self._results[0]
        # It ends at its next instruction, which it reaches when its partner closes or writes.
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(self._thread.ident), ctypes.py_object(SystemExit))
        return f"no result after {seconds:g} s"


def attempt(func, *args, seconds=5.0, **options):
    """What `func(*args, **options)` gives; the text of the exception that it raises; or that it had no result in time."""
    return Call(func, *args, **options).result(seconds)


def open_sockets():
    """The numbers of the sockets that this process has open."""
    gc.collect()
    if os.name == "nt":
        return {sock.fileno() for sock in _socket_objects()} - {-1}
    return {number for number in range(1024) if _is_socket(number)}


def _is_socket(number):
    try:
        return stat.S_ISSOCK(os.fstat(number).st_mode)
    except OSError:
        return False


def _socket_objects():
    return [thing for thing in gc.get_objects() if issubclass(type(thing), socket.socket)]


def left_open(before):
    """How many sockets are open that were not before. What another thread is about to close gets a second."""
    patience = time.monotonic() + 1
    while (left := len(open_sockets() - before)) and time.monotonic() < patience:
        time.sleep(0.01)
    return left


@contextlib.contextmanager
def tcp_peer(reply, greeting=b"", thinks=0.0):
    """Serves one connection: sends the greeting, reads to the end of the data, thinks, sends the parts that `reply(data)` lists, closes.

    Gives a dict: `address`, and `received`, `end` (what ended the reading).
    No `recv` of the client gets both what was sent first, the greeting or the first of several parts, and what follows, however late it comes.
    """
    listener = socket.create_server((HOST, 0))
    log = {"address": listener.getsockname(), "received": b"", "end": "nobody connected"}
    over = threading.Event()
    with socket.socket() as waker:  # for a partner that nobody came to
        waker.bind((HOST, 0))
        waker.settimeout(DEADLINE)
        thread = threading.Thread(target=_serve, args=(listener, waker.getsockname(), reply, greeting, thinks, log, over), daemon=True)
        thread.start()
        try:
            yield log
        finally:
            over.set()
            with contextlib.suppress(OSError):
                waker.connect(log["address"])
            thread.join(3 * DEADLINE)


def _serve(listener, waker, reply, greeting, thinks, log, over):
    with listener:
        connection, peer = listener.accept()
    if peer == waker:
        connection.close()
        return
    with connection:
        connection.settimeout(DEADLINE)
        log["end"] = "no end of data"
        try:
            connection.sendall(greeting)
            while data := connection.recv(65536):
                log["received"] += data
            log["end"] = "end of data"
            _until_read(connection)
            over.wait(thinks)
            first, *others = reply(log["received"])
            connection.sendall(first)
            if others:
                _until_read(connection)
            for part in others:
                connection.sendall(part)
        except TimeoutError:
            pass
        except OSError as error:  # the client is gone
            if log["end"] != "end of data":
                log["end"] = type(error).__name__


def _until_read(connection):
    """Returns when the client has taken out of its socket all that was sent to it, or has closed it."""
    clients = [sock for sock in _socket_objects() if _leads_to(sock, connection)]
    patience = time.monotonic() + DEADLINE
    while (_on_the_way(connection) or any(map(_unread, clients))) and time.monotonic() < patience:
        time.sleep(0.001)


def _leads_to(sock, connection):
    try:
        return (sock.getsockname(), sock.getpeername()) == (connection.getpeername(), connection.getsockname())
    except OSError:
        return False


def _on_the_way(connection):
    """How many bytes the other end of a connection has not acknowledged; 0 where the system does not tell."""
    if ioctl is None:
        return 0
    try:
        return int.from_bytes(ioctl(connection, TIOCOUTQ, bytes(4)), sys.byteorder)
    except OSError:
        return 0


def _unread(sock):
    try:
        return bool(select.select([sock], [], [], 0)[0])
    except (OSError, ValueError):  # closed
        return False


@contextlib.contextmanager
def udp_peer(reply, letters=None):
    """Answers each datagram with `reply(data)`, with none where that is None; after so many letters it closes its socket.

    Gives a dict: `address`, `received`, the list of datagrams, and `closed`, an event.
    """
    peer = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    peer.bind((HOST, 0))
    log = {"address": peer.getsockname(), "received": [], "closed": threading.Event()}
    over = threading.Event()
    thread = threading.Thread(target=_answer, args=(peer, reply, letters, log, over), daemon=True)
    thread.start()
    try:
        yield log
    finally:
        over.set()
        thread.join(3 * DEADLINE)


def _answer(peer, reply, letters, log, over):
    senders = set()
    peer.settimeout(0.02)
    with peer:
        while not over.is_set() and len(log["received"]) != letters:
            try:
                data, sender = peer.recvfrom(65536)
                senders.add(sender)
                log["received"].append(data)
                answer = reply(data)
                if answer is not None:
                    socket.SocketType.sendto(peer, answer, sender)
            except OSError:  # nothing came, or a client is gone
                continue
    log["closed"].set()
    over.wait()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as last:
        with contextlib.suppress(OSError):
            last.bind(log["address"])
        for sender in senders:  # wakes a client that still waits
            with contextlib.suppress(OSError):
                last.sendto(b"too late", sender)


@contextlib.contextmanager
def slow_senders(event):
    """Within the block whoever sends a datagram gets back to work only when the event has come."""
    with contextlib.ExitStack() as stack:
        for name in ("send", "sendto", "sendmsg"):
            if hasattr(socket.SocketType, name):
                stack.enter_context(mock.patch.object(socket.socket, name, _slowly(getattr(socket.SocketType, name), event)))
        yield


def _slowly(send, event):
    def slow(sock, *args):
        sent = send(sock, *args)
        if sock.type == socket.SOCK_DGRAM:
            event.wait(DEADLINE)
        return sent

    return slow


def quick_attempt(func, *args, seconds, **options):
    """What `attempt` gives, and how many seconds that took. What is not there in time gets two more chances: the machine may be busy."""
    for _ in range(3):
        began = time.monotonic()
        result = attempt(func, *args, seconds=seconds, **options)
        lasted = time.monotonic() - began
        if not str(result).startswith("no result"):
            break
    return result, lasted


@contextlib.contextmanager
def noted_binds():
    """Gives a list that gets the kind of socket, the host and the port of every `bind` within the block."""
    notes = []

    def bind(sock, address):
        socket.SocketType.bind(sock, address)
        notes.append([socket.SocketKind(sock.type).name, address[0], sock.getsockname()[1]])

    with mock.patch.object(socket.socket, "bind", bind):
        yield notes


def silent_udp_address():
    """An address where no program takes datagrams."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()


def other_host():
    """A second address of this machine, 127.0.0.2; where the system has no such, the first."""
    with socket.socket() as probe, contextlib.suppress(OSError):
        probe.bind(("127.0.0.2", 0))
        return "127.0.0.2"
    return HOST


@contextlib.contextmanager
def deaf_port():
    """A TCP port that is bound and held, but where nobody listens."""
    with socket.socket() as holder:
        holder.bind((HOST, 0))
        yield holder.getsockname()[1]


@contextlib.contextmanager
def open_port(host=HOST):
    """A TCP port where somebody listens; the system takes the connections."""
    with socket.create_server((host, 0), backlog=64) as listener:
        yield listener.getsockname()[1]


@contextlib.contextmanager
def crowded_port():
    """A listening TCP port whose queue is full: further connections get no answer (on some systems a refusal).

    Gives the port, and whether a connection really gets no answer.
    """
    with contextlib.ExitStack() as stack:
        listener = stack.enter_context(socket.socket())
        listener.bind((HOST, 0))
        listener.listen(0)
        waiting = None
        while waiting is None:
            guest = stack.enter_context(socket.socket())
            guest.settimeout(0.2)
            try:
                guest.connect(listener.getsockname())
            except OSError as error:
                waiting = isinstance(error, TimeoutError)
        yield listener.getsockname()[1], waiting


def holds(port, host=HOST):
    """A socket that holds this TCP port, and does not listen; None where it cannot be bound."""
    holder = socket.socket()
    try:
        holder.bind((host, port))
    except (OSError, OverflowError, TypeError):
        holder.close()
        return None
    return holder
