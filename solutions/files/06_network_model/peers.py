"""Scripted partners on the loopback interface, and calls with a deadline. Everything ends when its `with` block does."""

import socket
import threading
import time
from contextlib import contextmanager

DEADLINE = 4.0  # seconds that a partner waits for its next byte
PAUSE = 0.25  # seconds between the parts of a TCP reply
HOST = "127.0.0.1"


def attempt(func, *args, seconds=8.0):
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
    return results[0] if results else f"no result after {seconds:g} s"


@contextmanager
def tcp_peer(reply, greeting=b""):
    """Serves one connection: sends the greeting, reads to the end of the data, sends the parts that `reply(data)` lists, closes.

    Gives a dict: `address`, and `received`, `end` (what ended the reading), `sent` (bytes of the reply that could be sent).
    """
    listener = socket.create_server((HOST, 0))
    listener.settimeout(DEADLINE)
    log = {"address": listener.getsockname(), "received": b"", "end": "nobody connected", "sent": 0}
    thread = threading.Thread(target=_serve, args=(listener, reply, greeting, log), daemon=True)
    thread.start()
    try:
        yield log
    finally:
        listener.close()
        thread.join(3 * DEADLINE)


def _serve(listener, reply, greeting, log):
    try:
        connection, _ = listener.accept()
    except OSError:
        return
    finally:
        listener.close()  # a second connection is refused
    with connection:
        connection.settimeout(DEADLINE)
        try:
            connection.sendall(greeting)
            while data := connection.recv(65536):
                log["received"] += data
            log["end"] = "end of data"
            for number, part in enumerate(reply(log["received"])):
                time.sleep(PAUSE if number else 0)
                connection.sendall(part)
                log["sent"] += len(part)
        except TimeoutError:
            log["end"] = "no end of data" if log["end"] != "end of data" else "reply not taken"
        except OSError as error:
            log["end"] = type(error).__name__


@contextmanager
def udp_peer(reply, quits_after=None):
    """Answers each datagram with `reply(data)`, with none where that is None; closes after so many datagrams if told to.

    Gives a dict: `address`, and `received`, the list of datagrams.
    """
    peer = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    peer.bind((HOST, 0))
    log = {"address": peer.getsockname(), "received": []}
    stop = threading.Event()
    thread = threading.Thread(target=_answer, args=(peer, reply, quits_after, log, stop), daemon=True)
    thread.start()
    try:
        yield log
    finally:
        stop.set()
        thread.join(3 * DEADLINE)


def _answer(peer, reply, quits_after, log, stop):
    senders = []
    with peer:
        peer.settimeout(0.1)
        while not stop.is_set() and len(log["received"]) != quits_after:
            try:
                data, sender = peer.recvfrom(65536)
                senders.append(sender)
                log["received"].append(data)
                answer = reply(data)
                if answer is not None:
                    peer.sendto(answer, sender)
            except OSError:  # nothing came, or a client is gone
                continue
        for sender in set(senders) if stop.is_set() else ():  # wakes a client that still waits
            peer.sendto(b"too late", sender)


def silent_udp_address():
    """An address where no program takes datagrams."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()


@contextmanager
def deaf_port():
    """A TCP port that is bound and held, but where nobody listens."""
    with socket.socket() as holder:
        holder.bind((HOST, 0))
        yield holder.getsockname()[1]


@contextmanager
def open_port():
    """A TCP port where somebody listens; the system takes the connections."""
    with socket.create_server((HOST, 0), backlog=64) as listener:
        yield listener.getsockname()[1]


@contextmanager
def crowded_port():
    """A listening TCP port whose queue is full: further connections get no answer (on some systems a refusal).

    Gives a dict: `port`; `ignores`, whether a connection really gets no answer; `serve_after(seconds)`, which starts to take connections then.
    """
    listener = socket.socket()
    listener.bind((HOST, 0))
    listener.listen(0)
    fillers = [_begin(listener) for _ in range(4)]
    time.sleep(0.1)
    probe = socket.socket()
    probe.settimeout(0.3)
    try:
        probe.connect(listener.getsockname())
        ignores = False
    except TimeoutError:
        ignores = True
    except OSError:
        ignores = False
    probe.close()
    stop = threading.Event()
    threads = []

    def serve(seconds):
        if stop.wait(seconds):
            return
        for filler in fillers:
            filler.close()
        listener.settimeout(0.1)
        while not stop.is_set():
            try:
                listener.accept()[0].close()
            except OSError:
                continue

    def serve_after(seconds):
        threads.append(threading.Thread(target=serve, args=(seconds,), daemon=True))
        threads[-1].start()

    try:
        yield {"port": listener.getsockname()[1], "ignores": ignores, "serve_after": serve_after}
    finally:
        stop.set()
        for thread in threads:
            thread.join(DEADLINE)
        for filler in fillers:
            filler.close()
        listener.close()


def _begin(listener):
    client = socket.socket()
    client.setblocking(False)
    client.connect_ex(listener.getsockname())
    return client


def holds(port, host=HOST):
    """A socket bound to this TCP port, or None where it cannot be bound."""
    holder = socket.socket()
    try:
        holder.bind((host, port))
    except (OSError, OverflowError, TypeError):
        holder.close()
        return None
    return holder
