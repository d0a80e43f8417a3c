"""Talking to the server: through the answer's client, over a bare connection, or past a relay that keeps a copy."""

from __future__ import annotations

import contextlib
import os
import queue
import socket
import struct
import threading
import time
from typing import TYPE_CHECKING

from lab_threads import IMPATIENCE, PATIENCE, brackets, start_ours

if TYPE_CHECKING:
    from lab_office import Office

_RESET = struct.pack("hh" if os.name == "nt" else "ii", 1, 0)


class Pending:
    """A question that was put, and its answer as soon as there is one."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.reply = "(no reply)"
        self._done = threading.Event()

    @property
    def done(self) -> bool:
        return self._done.is_set()

    def finish(self, reply: str) -> None:
        self.reply = reply
        self._done.set()

    def wait(self, seconds: float) -> bool:
        return self._done.wait(seconds)


class Desk:
    """A thread with one client of the answer. Questions are put one after another."""

    def __init__(self, office: Office, address: object, client_class) -> None:
        self._office, self._queue = office, queue.SimpleQueue[Pending | None]()
        self._client = None
        self.thread = start_ours(self._run, client_class, address)

    def send(self, text: str) -> Pending:
        """Put a question and do not wait."""
        pending = Pending(text)
        self._queue.put(pending)
        return pending

    def ask(self, text: str) -> str:
        """Put a question; its reply, or a text in brackets that says why there is none."""
        return self._office.wait(self.send(text))[0]

    def leave(self) -> None:
        """Close the client after the questions that were put."""
        self._queue.put(None)

    def _run(self, client_class, address) -> None:
        try:
            client = client_class(address)
        except BaseException as error:
            return self._refuse(brackets(error))
        try:
            while (pending := self._queue.get()) is not None:
                pending.finish(asked(client, pending.text))
        finally:
            with contextlib.suppress(BaseException):
                client.close()

    def _refuse(self, text: str) -> None:
        while (pending := self._queue.get()) is not None:
            pending.finish(text)


def asked(client, text: str) -> str:
    try:
        reply = client.ask(text)
    except BaseException as error:
        return brackets(error)
    return str(reply) if type(reply) is str else f"({type(reply).__name__} instead of str)"


class Caller:
    """A bare connection to the server, without the answer's client."""

    def __init__(self, office: Office, host: str = "") -> None:
        self._office = office
        self._sock: socket.socket | None = None
        self._trouble = ""
        try:
            self._sock = socket.create_connection((host, office.port) if host else office.address, PATIENCE)
            if self._sock.getsockname() == self._sock.getpeername():  # nobody listens, and the system chose that very port for us
                self._sock.close()
                self._sock, self._trouble = None, "(nobody)"
        except Exception as error:
            self._trouble = brackets(error)

    @property
    def connected(self) -> bool:
        """Whether somebody accepted the connection."""
        return self._sock is not None

    def say(self, data: bytes) -> None:
        """Send these bytes."""
        if self._sock is not None:
            with contextlib.suppress(OSError):
                self._sock.sendall(data)

    def finish(self) -> None:
        """Say that no more bytes come."""
        if self._sock is not None:
            with contextlib.suppress(OSError):
                self._sock.shutdown(socket.SHUT_WR)

    def reaction(self) -> str:
        """The first thing that comes from the server: ``"answer"``, or as in ``end``."""
        return self._listen("answer")

    def end(self) -> str:
        """How the server ended the connection: ``"closed"``, ``"reset"`` or ``"still open"``; a text in brackets where there was none."""
        return self._listen("")

    def _listen(self, answer: str) -> str:
        """``answer`` is what to say of the first bytes that come, "" where they do not matter."""
        if self._sock is None:
            return self._trouble
        until = time.monotonic() + self._office.patience
        try:
            while (left := until - time.monotonic()) > 0:
                self._sock.settimeout(left)
                if not self._sock.recv(65_536):
                    return "closed"
                if answer:
                    return answer
        except TimeoutError:
            pass
        except OSError:
            return "reset"
        self._office.patience = IMPATIENCE
        return "still open"

    def hang_up(self) -> None:
        """Close this side."""
        if self._sock is not None:
            self._sock.close()


class Relay:
    """Clients connect to ``address``; what they and the server say to each other is passed on and kept."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address: tuple[str, int] = self._listener.getsockname()
        self.to_server, self.to_client = bytearray(), bytearray()
        self._ended, self._client_ended = threading.Event(), threading.Event()
        self._cut = self._closing = False
        self._socks: list[socket.socket] = []
        self._pumps: list[threading.Thread] = []
        self._thread = start_ours(self._accept)

    def server_ended(self) -> bool:
        """Whether the server closed a connection, waiting a while for it."""
        ended = self._ended.wait(self._office.patience)
        if not ended:
            self._office.patience = IMPATIENCE
        return ended

    def client_ended(self) -> bool:
        """Whether a client closed a connection, waiting a while for it."""
        return self._client_ended.wait(self._office.patience)

    def cut(self) -> None:
        """Break all lines at once, as when a client's computer is switched off: the server's side is reset."""
        self._cut = True
        self._wake_pumps()
        for sock in self._socks:
            with contextlib.suppress(OSError):
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
            sock.close()

    def close(self) -> None:
        """End all lines and stop listening."""
        self._closing = True
        with contextlib.suppress(OSError):
            socket.create_connection(self.address, 1).close()  # wakes accept
        self._thread.join(1)
        self._listener.close()
        self._wake_pumps()
        for sock in self._socks:
            sock.close()

    def _wake_pumps(self) -> None:
        for sock in self._socks:
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RD)
        for pump in self._pumps:
            pump.join(1)

    def _accept(self) -> None:
        while True:
            client, _ = self._listener.accept()
            self._socks.append(client)
            if self._closing:
                return None
            try:
                server = socket.create_connection(self._office.address, PATIENCE)
            except Exception:
                return client.close()
            server.settimeout(None)
            self._socks.append(server)
            self._pumps.append(start_ours(self._pump, client, server, self.to_server))
            self._pumps.append(start_ours(self._pump, server, client, self.to_client))

    def _pump(self, source: socket.socket, sink: socket.socket, copy: bytearray) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65_536):
                copy += data
                sink.sendall(data)
        (self._ended if copy is self.to_client else self._client_ended).set()
        if not self._cut:
            with contextlib.suppress(OSError):
                sink.shutdown(socket.SHUT_WR)
