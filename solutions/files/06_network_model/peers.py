"""Scripted partners on the loopback interface, and calls with a deadline. Everything ends when its `with` block does."""

import contextlib
import ctypes
import gc
import os
import socket
import threading
import time
from unittest import mock

DEADLINE = 2.0  # seconds that a partner waits for its next byte
HOST = "127.0.0.1"


def attempt(func, *args, seconds=5.0):
    """What `func(*args)` gives; the text of the exception that it raises; or that it had no result in time."""
    results = []

    def call():
        try:
            results.append(func(*args))
        except BaseException as error:
            results.append(f"{type(error).__name__}: {error}")

    thread = threading.Thread(target=call, daemon=True)
    thread.start()
    thread.join(seconds)
    if results:
        return results[0]
    # It ends at its next instruction, which it reaches when its partner closes or writes.
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread.ident), ctypes.py_object(SystemExit))
    return f"no result after {seconds:g} s"


def open_sockets():
    """The numbers of the sockets that this process has open."""
    gc.collect()
    return {thing.fileno() for thing in gc.get_objects() if issubclass(type(thing), socket.socket)} - {-1}


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
    thread = threading.Thread(target=_serve, args=(listener, reply, greeting, thinks, log, over), daemon=True)
    thread.start()
    try:
        yield log
    finally:
        over.set()
        with contextlib.suppress(OSError), socket.create_connection(log["address"], DEADLINE):
            pass  # wakes a partner that nobody came to
        thread.join(3 * DEADLINE)


def _serve(listener, reply, greeting, thinks, log, over):
    with listener:
        connection, _ = listener.accept()
    if over.is_set():
        connection.close()
        return
    with connection:
        connection.settimeout(DEADLINE)
        log["end"] = "no end of data"
        try:
            _say_first(connection, greeting)
            while data := connection.recv(65536):
                log["received"] += data
            log["end"] = "end of data"
            over.wait(thinks)
            first, *others = reply(log["received"])
            if others and not greeting:
                _say_first(connection, first)
            else:
                connection.sendall(first)
            for part in others:
                connection.sendall(part)
        except TimeoutError:
            pass
        except OSError as error:  # the client is gone
            if log["end"] != "end of data":
                log["end"] = type(error).__name__


def _say_first(connection, data):
    """Sends with an urgent byte behind, which the stream does not contain, but where every `recv` stops."""
    if data:
        connection.send(data + b"!", socket.MSG_OOB)


@contextlib.contextmanager
def udp_peer(reply):
    """Answers each datagram with `reply(data)`, with none where that is None.

    Gives a dict: `address`, and `received`, the list of datagrams.
    """
    peer = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    peer.bind((HOST, 0))
    log = {"address": peer.getsockname(), "received": []}
    over = threading.Event()
    thread = threading.Thread(target=_answer, args=(peer, reply, log, over), daemon=True)
    thread.start()
    try:
        yield log
    finally:
        over.set()
        thread.join(3 * DEADLINE)


def _answer(peer, reply, log, over):
    senders = set()
    peer.settimeout(0.02)
    with peer:
        while not over.is_set():
            try:
                data, sender = peer.recvfrom(65536)
                senders.add(sender)
                log["received"].append(data)
                answer = reply(data)
                if answer is not None:
                    peer.sendto(answer, sender)
            except OSError:  # nothing came, or a client is gone
                continue
        for sender in senders:  # wakes a client that still waits
            with contextlib.suppress(OSError):
                peer.sendto(b"too late", sender)


@contextlib.contextmanager
def noted_binds():
    """Gives a list that gets the kind of socket and the host of every `bind` within the block."""
    notes = []

    def bind(sock, address):
        notes.append(f"{socket.SocketKind(sock.type).name} {address[0]}")
        return socket.SocketType.bind(sock, address)

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
            guest.settimeout(0.3)
            try:
                guest.connect(listener.getsockname())
            except OSError as error:
                waiting = isinstance(error, TimeoutError)
        yield listener.getsockname()[1], waiting


def holds(port, host=HOST):
    """A socket that holds this TCP port, and lets others share it if they ask for that; None where it cannot be bound."""
    holder = socket.socket()
    try:
        holder.bind((host, port))
    except (OSError, OverflowError, TypeError):
        holder.close()
        return None
    if os.name != "nt":
        holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    return holder
