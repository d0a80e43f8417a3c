"""A folder with ticket files, a running server, clients, and an orderly end for all of them."""

from __future__ import annotations

import contextlib
import datetime
import os
import sys
import tempfile
import threading
import time
from pathlib import Path

from lab_stage import Hold, Stage, close_sockets
from lab_threads import IMPATIENCE, PATIENCE, TICK, brackets, is_ours, start_ours, wait_until, within
from lab_wire import Caller, Desk, Pending, Relay, asked

try:
    import resource
except ImportError:  # Windows
    resource = None

_FULL = 4096  # bytes
QUIET, QUIET_AGAIN, QUIET_AT_FIRST = 60, 25, 200  # ticks without a new step until a thread counts as waiting


class Office:
    """``with Office(BookingServer, BookingClient, {"hill": 9}) as office``: a running server on a folder of its own; at the end nothing is left of it.

    Never raises for what an answer does. ``{}``: the folder of the data is empty.
    """

    def __init__(self, server_class, client_class, tickets: dict[str, int | bytes], *, deep: bool = False) -> None:
        self.address: object = None
        self.started = "(not started)"
        self.returned = ""  # what `start` returned, as text
        self.crashes: list[str] = []
        self._server_class, self._client_class = server_class, client_class
        self._tickets, self._deep = tickets, deep
        self.patience = PATIENCE
        self._desks: list[Desk] = []
        self._desk: Desk | None = None
        self._relays: list[Relay] = []
        self._callers: list[Caller] = []
        self._gone: list[object] = []
        self._server = None
        self._way_out = None
        self._standing: set[threading.Thread] = set()
        self._waiting_places: set[tuple[object, ...]] = set()

    def __enter__(self) -> Office:
        self._folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.db = Path(os.path.realpath(self._folder.name)) / "db"
        self.db.mkdir()
        for name, left in self._tickets.items():
            path = self.db / "tickets" / f"{name}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(left if isinstance(left, bytes) else str(left).encode())
        self._day = datetime.date.today()
        self._before = set(threading.enumerate())
        self._previous_hook, threading.excepthook = threading.excepthook, self._note_crash
        self._interval = sys.getswitchinterval()
        sys.setswitchinterval(0.0002)  # seconds; the server's threads and ours hand over to each other all the time
        self.stage = Stage(self.db, self._deep)
        self.stage.open()
        self.start()
        return self

    def __exit__(self, *_details: object) -> None:
        self.stage.close()
        if self._way_out is not None:
            self.stop()
        for desk in self._desks:
            desk.leave()
        for relay in self._relays:
            relay.close()
        for caller in self._callers:
            caller.hang_up()
        until = time.monotonic() + 1
        for desk in self._desks:
            desk.thread.join(max(0.0, until - time.monotonic()))
        close_sockets()
        for thread in set(threading.enumerate()) - self._before:
            if isinstance(thread, threading._DummyThread):  # one that ended while it was looked at; it cannot be joined
                continue
            thread.join(max(0.0, until - time.monotonic()))
        threading.excepthook = self._previous_hook
        sys.setswitchinterval(self._interval)
        self._folder.cleanup()

    # -- the server

    def start(self, port: int = 0, form: str = "start") -> str:
        """Make and start a server: ``form`` is ``"start"``, ``"with"`` or ``"again"`` (the same object once more). ``"started"`` or what went wrong."""
        fine, got = within(PATIENCE, self._start, port, form)
        self._desk = None
        self.started = "started" if fine else str(got)
        self.address = got if fine else None
        if not fine:
            self.patience = IMPATIENCE
        self.returned = repr(got)[:80] if fine else self.started
        self._standing = self._threads()
        return self.started

    def _start(self, port: int, form: str) -> object:
        if form != "again":
            self._server = self._server_class(self.db) if form == "start" else self._server_class(self.db, port=port)
        server = self._server
        if form == "with":
            self._way_out = lambda: self._leave_with(server)
            if type(server).__enter__(server) is not server:
                raise TypeError("`with BookingServer(...) as server` does not give the server")
            return ("127.0.0.1", port)
        self._way_out = server.stop
        return server.start()

    @staticmethod
    def _leave_with(server) -> None:
        error = KeyError("raised in the body")
        if type(server).__exit__(server, KeyError, error, None):
            raise TypeError("what the body of `with` raises does not come out of it")

    def stop(self) -> str:
        """Stop the server: ``"stopped"``, or what went wrong."""
        return self.wait(self.begin_stop())[0]

    def begin_stop(self) -> Pending:
        """Begin to stop the server and do not wait."""
        pending, way_out = Pending("stop"), self._way_out
        self._way_out = None

        def run() -> None:
            try:
                if way_out is not None:
                    way_out()
                pending.finish("stopped")
            except BaseException as error:
                pending.finish(brackets(error))

        start_ours(run)
        return pending

    def early(self, stop: Pending) -> str:
        """What ``stop`` came to while the only client's booking is held; ``"(not yet)"`` as soon as somebody joins a thread that serves it, or when the patience is over."""
        serving = self._threads() - self._standing
        wait_until(lambda: stop.done or bool(serving & self.stage.joined), self.patience)
        return stop.reply if stop.done else "(not yet)"

    @property
    def port(self) -> int:
        """The port of the server, 0 where it has none."""
        fine = isinstance(self.address, tuple) and len(self.address) == 2 and type(self.address[1]) is int
        return self.address[1] if fine else 0

    def threads_left(self) -> list[str]:
        """Names of the server's threads that do not end within a second."""
        wait_until(lambda: not self.threads(), 1)
        return self.threads()

    def threads(self) -> list[str]:
        """Names of the server's threads that are alive now."""
        return sorted(thread.name for thread in self._threads())

    def _threads(self) -> set[threading.Thread]:
        return {thread for thread in set(threading.enumerate()) - self._before if not is_ours(thread) and thread.is_alive()}

    def knock(self, host: str = "") -> str:
        """Whether somebody listens at the server's address, or at this one with the server's port: ``"open"`` or ``"nobody"``."""
        caller = Caller(self, host)
        caller.hang_up()
        return "open" if caller.connected else "nobody"

    # -- its visitors

    def desk(self, address: object = None) -> Desk:
        """A client of the answer in a thread of its own."""
        self._desks.append(Desk(self, address or self.address, self._client_class))
        return self._desks[-1]

    def visit(self, text: str, form: str) -> list[str]:
        """The reply to a client used by ``"with"`` or ended by ``"close"``, and whether its connection is ``"closed"`` then or ``"still open"``."""
        relay = self.relay()

        def ask() -> str:
            client = self._client_class(relay.address)
            self._gone.append(client)  # so that nobody but itself closes it
            if form == "close":
                reply = asked(client, text)
                client.close()
                return reply
            try:
                with client as inside:
                    reply = asked(inside, text)
                    raise KeyError("raised in the body")
            except KeyError:
                return reply
            return "(what the body of `with` raises does not come out of it)"

        _, reply = within(PATIENCE, ask)
        return [str(reply), "closed" if relay.client_ended() else "still open"]

    def relay(self) -> Relay:
        """A listener in front of the server."""
        self._relays.append(Relay(self))
        return self._relays[-1]

    def call(self) -> Caller:
        """A bare connection to the server, which is given time to accept it: many at once would fill a short queue of its listener."""
        before = len(self._threads())
        self._callers.append(Caller(self))
        wait_until(lambda: len(self._threads()) > before, 0.1)
        return self._callers[-1]

    def ask(self, text: str) -> str:
        """Put a question through one client that stays connected."""
        if self._desk is None:
            self._desk = self.desk()
        return self._desk.ask(text)

    def wait(self, *pending: Pending) -> list[str]:
        """The replies, each waited for at most PATIENCE seconds; after the first that did not come, only briefly.

        Where a connection ended without one, and a thread of the server died of an exception, the text says so.
        """
        for one in pending:
            if not one.wait(self.patience):
                self.patience = IMPATIENCE
        self.stage.glance()
        return [self._explained(one.reply) for one in pending]

    def _explained(self, reply: str) -> str:
        if reply == "(no reply)" or (reply and not reply.startswith("(")):
            return reply
        wait_until(lambda: bool(self.crashes), 0.1)  # the connection may end before the thread does
        return f"(no more: a thread of the server died of {self.crashes[-1].strip('()')})" if self.crashes else reply

    def meet(self, hold: Hold, *pending: Pending) -> bool:
        """Wait until a thread is held, or all these replies are there and nothing happens any more; whether one is held."""
        wait_until(lambda: hold.reached.is_set() or all(one.done for one in pending), self.patience)
        return self.settle(hold.reached.is_set)

    def settle(self, until) -> bool:
        """True as soon as ``until()`` is; False when the server's threads have taken no new step for a while: they wait for something."""
        self.stage.attend()
        quiet = seen = 0
        while not until():
            time.sleep(TICK)
            if self.stage.progress != seen:
                seen, quiet = self.stage.progress, 0
                continue
            quiet += 1
            place = self.stage.latest
            if quiet >= (QUIET_AT_FIRST if not seen else QUIET_AGAIN if place in self._waiting_places else QUIET):
                if seen:
                    self._waiting_places.add(place)
                return until()
        return True

    def rest(self) -> None:
        """Wait until the server's threads take no new steps."""
        self.settle(lambda: False)

    def hold_ticket(self, name: str, nth: int = 1) -> Hold:
        """The thread that replaces or writes this attraction's ticket file for the ``nth`` time from now on stops before it."""
        return self.stage.hold_file(self.db / "tickets" / f"{name}.txt", nth)

    def views(self, name: str) -> list[str]:
        """From now on, what a reader of this attraction's ticket file would find at each step of the server; equal neighbours only once.

        A text that stands in the very file that held another text before is marked: it was written over it.
        """
        path, views, one_at_a_time = self.db / "tickets" / f"{name}.txt", list[str](), threading.Lock()
        last: list[object] = []

        def look() -> None:
            with one_at_a_time:
                try:
                    with path.open(encoding="utf-8", errors="backslashreplace") as file:
                        view, number = file.read().strip(), os.fstat(file.fileno()).st_ino
                except OSError:
                    view, number = "(missing)", None
                if last[:1] != [view]:
                    views.append(f"{view} (written over {last[0]})" if last[1:] == [number] else view)
                last[:] = view, number

        look()
        self.stage.look(look)
        return views

    @contextlib.contextmanager
    def full_file(self, visitor: str):
        """Meanwhile this visitor's file, which is long, cannot grow any more, as on a disk that is full; gives whether that can be had here."""
        (self.db / "users" / f"{visitor}.txt").write_text("x" * (_FULL - 1) + "\n", encoding="utf-8", newline="\n")
        if resource is None:
            yield False
            return
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (_FULL, before[1]))
        try:
            yield True
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)

    # -- what is left

    def files(self) -> dict[str, str]:
        """Every file of the data folder: path and text without space around it; the date of today is written ``today``."""
        found = {}
        for path in sorted(self.db.rglob("*")):
            if path.is_file():
                text = path.read_bytes().decode("utf-8", "backslashreplace")
                found[path.relative_to(self.db).as_posix()] = self._undated("\n".join(text.strip().splitlines()))
        return found

    def outside(self) -> dict[str, str]:
        """The files beside the data folder."""
        return {
            path.name: path.read_bytes().decode("utf-8", "backslashreplace") for path in sorted(self.db.parent.iterdir()) if path.is_file()
        }

    def folders(self) -> list[str]:
        """Every folder in the data folder."""
        return sorted(path.relative_to(self.db).as_posix() for path in self.db.rglob("*") if path.is_dir())

    def lines(self, visitor: str) -> list[str]:
        """The lines in a visitor's file."""
        return self.files().get(f"users/{visitor}.txt", "").splitlines()

    def _undated(self, text: str) -> str:
        for day in {self._day, datetime.date.today()}:  # both, at midnight
            text = text.replace(f"{day}", "today")
        return text

    def _note_crash(self, args: threading.ExceptHookArgs) -> None:
        if args.thread in self._before:
            self._previous_hook(args)
        elif args.exc_value is not None:
            self.crashes.append(brackets(args.exc_value))
