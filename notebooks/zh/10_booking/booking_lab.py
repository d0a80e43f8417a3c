"""The test bench of the booking platform: starts an answer's server, talks to it through an answer's client, stops its threads where it likes.

It knows nothing of what is right. A check asks for something to happen, gets plain data back, and judges that data in its own asserts.
Everything waits with a deadline: what does not come in time is reported as a text in brackets, such as ``(no reply)``.

``Office``      a folder with ticket files, a running server, clients, and an orderly end for all of them
``Relay``       a listener between client and server that keeps a copy of what passes, and can cut the line
``Stage``       sees each step of the server's threads (trace function) and each of their file operations (audit hook); can hold a thread there
``interleave``  two bookings, the first stopped at each of its steps in turn while the second one runs
"""

from __future__ import annotations

import contextlib
import datetime
import linecache
import os
import queue
import socket
import struct
import sys
import tempfile
import threading
import time
import weakref
from collections import Counter
from pathlib import Path

PATIENCE = 4.0  # seconds for a reply; once one did not come, the others get IMPATIENCE
IMPATIENCE = 0.3
NOTHING = "-"  # a question that comes to nothing: when it is answered, the one before it is over and done with
TICK = 0.001  # seconds between two looks at whether threads go on
QUIET, QUIET_AGAIN, QUIET_AT_FIRST = 60, 25, 200  # ticks without a new step until a thread counts as waiting
MAX_STEPS, MAX_ROUNDS = 100, 300
_FILE_EVENTS = ("open", "os.rename", "os.remove", "os.link", "os.truncate")
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_TRUNC
_WRITE_STEPS = (("os.rename",), ("open", "write"))
_STANDARD = {str(Path(os.__file__).parent), str(Path(os.__file__).resolve().parent)}
_RESET = struct.pack("hh" if os.name == "nt" else "ii", 1, 0)

Step = tuple[tuple[object, ...], int]  # what happens, and the how manieth time

# ---------------------------------------------------------------- threads of our own


class _Threads:
    """The identities of this module's threads, which are neither traced nor counted as the server's."""

    def __init__(self) -> None:
        self.idents: set[int] = set()

    def run(self, work, *args) -> threading.Thread:
        """Start ``work`` in a thread of ours. It is a daemon, and so are the threads that it starts."""

        def begin() -> None:
            sys.settrace(None)
            self.idents.add(threading.get_ident())
            try:
                work(*args)
            finally:
                self.idents.discard(threading.get_ident())

        thread = threading.Thread(target=begin, daemon=True, name="booking_lab")
        thread.booking_lab = True  # type: ignore[attr-defined]
        thread.start()
        return thread


_ours = _Threads()


def _is_ours(thread: threading.Thread) -> bool:
    return getattr(thread, "booking_lab", False)


def within(seconds: float, work, *args) -> tuple[bool, object]:
    """``(True, result)`` of ``work``; ``(False, text)`` where it raised or took longer."""
    box: list[tuple[bool, object]] = []

    def run() -> None:
        try:
            box.append((True, work(*args)))
        except BaseException as error:
            box.append((False, _brackets(error)))

    _ours.run(run).join(seconds)
    return box[0] if box else (False, f"(not back after {seconds:g} s)")


def _brackets(error: BaseException) -> str:
    text = str(error)
    return f"({type(error).__name__}: {text})" if text else f"({type(error).__name__})"


# ---------------------------------------------------------------- the server's threads, step by step


class Hold:
    """One thread is to stop at one place, once."""

    def __init__(self, matches, nth: int, other_than: int | None = None) -> None:
        self.matches = matches
        self.reached = threading.Event()
        self.thread: int | None = None  # the identity of the thread that stands here
        self._other_than = other_than
        self._before = nth - 1
        self._go = threading.Event()

    @property
    def released(self) -> bool:
        """Whether nobody will stop here any more."""
        return self._go.is_set()

    def release(self) -> None:
        """Let the thread go on; a thread that comes later passes."""
        self._go.set()

    def takes(self) -> bool:
        """Whether this is the time to stop. Called under the stage's lock."""
        if self._go.is_set() or self.reached.is_set() or threading.get_ident() == self._other_than:
            return False
        self._before -= 1
        if self._before >= 0:
            return False
        self.thread = threading.get_ident()
        self.reached.set()
        return True

    def stay(self) -> None:
        """Wait to be released, at most for half a minute."""
        self._go.wait(30)


class Stage:
    """Sees the steps of all threads that are started while it is active. ``deep``: those inside the standard library too, instruction by instruction."""

    def __init__(self, folder: Path, deep: bool = False) -> None:
        self.progress = 0  # number of different steps seen since `attend`
        self.latest: tuple[object, ...] = ()
        self._folder, self._deep = str(folder), deep
        self._mutex = threading.Lock()
        self._seen: set[tuple[object, ...]] = set()
        self._steps: list[tuple[tuple[object, ...], str]] | None = None
        self._holds: list[Hold] = []
        self._look = None
        self._looking = threading.local()
        self._active = False
        self._outside: set[int] = set()
        self._previous = None

    def open(self) -> None:
        """Threads started from now on are seen."""
        self._outside = {ident for thread in threading.enumerate() if (ident := thread.ident) is not None}
        self._previous, self._active = threading.gettrace(), True
        threading.settrace(self._trace)
        _watch(self)

    def close(self) -> None:
        """No thread is held or watched any more."""
        self._active, self._look = False, None
        for hold in self._holds:
            hold.release()
        threading.settrace(self._previous)  # type: ignore[arg-type]
        _unwatch(self)

    def attend(self) -> None:
        """Begin to count different steps anew."""
        with self._mutex:
            self._seen.clear()
            self.progress, self.latest = 0, ()

    def record(self) -> None:
        """Begin to write down every step."""
        self._steps = []

    def recorded(self) -> list[tuple[Step, str]]:
        """What was written down, each step at most three times, with a text that says where it is."""
        steps, self._steps = self._steps or [], None
        count: Counter[tuple[object, ...]] = Counter()
        found = []
        for key, where in steps:
            count[key] += 1
            if count[key] <= 3:
                found.append(((key, count[key]), where))
        return found[:MAX_STEPS]

    def hold(self, step: Step, other_than: int | None = None) -> Hold:
        """The next thread that takes this step stops before it; ``other_than`` is the identity of one that does not."""
        key, nth = step
        return self._add(Hold(lambda other, _path: other == key, nth, other_than))

    def hold_file(self, path: Path) -> Hold:
        """The next thread that replaces this file, or opens it for writing, stops before it."""
        return self._add(Hold(lambda key, other: key in _WRITE_STEPS and other == str(path), 1))

    def look(self, view) -> None:
        """Call ``view()`` before each step, in the thread that takes it."""
        self._look = view

    def glance(self) -> None:
        """Look now, if there is something to look at."""
        look = self._look
        if look is not None and not getattr(self._looking, "now", False):
            self._looking.now = True
            try:
                look()
            finally:
                self._looking.now = False

    def _add(self, hold: Hold) -> Hold:
        with self._mutex:
            self._holds = [one for one in self._holds if not one.released] + [hold]
        return hold

    def _trace(self, frame, event, arg):
        if not self._active:
            return None
        name = frame.f_code.co_filename
        if name == __file__ or (not self._deep and not _is_theirs(name)):
            return None
        if self._deep:
            if _is_ours(threading.current_thread()):
                return None
            frame.f_trace_opcodes = True
        return self._local

    def _local(self, frame, event, arg):
        if self._active and event != "exception":
            code = frame.f_code
            key = (code.co_filename, code.co_firstlineno, code.co_name, frame.f_lineno, event == "return")
            self._step(key, "", frame)
        return self._local

    def audit(self, event: str, args: tuple[object, ...]) -> None:
        """A file operation, before it happens."""
        ident = threading.get_ident()
        if ident in self._outside or ident in _ours.idents or getattr(self._looking, "now", False):
            return
        place = args[1] if event in ("os.rename", "os.link") else args[0]
        try:
            path = os.path.abspath(os.fsdecode(place))  # type: ignore[arg-type]
        except (TypeError, ValueError):
            return
        if not path.startswith(self._folder):
            return
        kind = (event,) if event != "open" else ("open", "write" if args[2] & _WRITES else "read")  # type: ignore[operator]
        self._step(kind, path, None)

    def _step(self, key: tuple[object, ...], path: str, frame) -> None:
        self.glance()
        with self._mutex:
            mark = (threading.get_ident(), *key)
            if mark not in self._seen:
                self._seen.add(mark)
                self.progress += 1
                self.latest = key
            if self._steps is not None:
                self._steps.append((key, _where(key, path, frame)))
            mine = [hold for hold in self._holds if hold.matches(key, path) and hold.takes()]
        for hold in mine:
            hold.stay()


def _is_theirs(file_name: str) -> bool:
    if file_name.startswith("<frozen") or "site-packages" in file_name or "dist-packages" in file_name:
        return False
    return not any(file_name.startswith(folder) for folder in _STANDARD)


def _where(key: tuple[object, ...], path: str, frame) -> str:
    if frame is None:
        return f"{' '.join(map(str, key))} {Path(path).parent.name}/{Path(path).name}"
    name, line = frame.f_code.co_name, frame.f_lineno
    text = linecache.getline(frame.f_code.co_filename, line).strip() or f"line {line}"
    return f"{name}: return" if key[-1] else f"{name}: {text}"


_watchers: list[Stage] = []
_sockets: list[weakref.ref[socket.socket]] = []
_hooked = threading.Event()


def _audit(event: str, args: tuple[object, ...]) -> None:
    if not _watchers:
        return
    if event in _FILE_EVENTS:
        for stage in list(_watchers):
            stage.audit(event, args)
    elif event == "socket.__new__" and threading.get_ident() not in _watchers[0]._outside:
        with contextlib.suppress(TypeError):
            _sockets.append(weakref.ref(args[0]))  # type: ignore[arg-type]


def _watch(stage: Stage) -> None:
    _watchers.append(stage)
    if not _hooked.is_set():
        _hooked.set()
        sys.addaudithook(_audit)  # cannot be taken back: it does nothing while nobody watches


def _unwatch(stage: Stage) -> None:
    if stage in _watchers:
        _watchers.remove(stage)


def _close_sockets() -> None:
    """Close every socket that an answer made and left open."""
    while _sockets:
        sock = _sockets.pop()()
        if sock is not None and sock.fileno() >= 0:
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
            with contextlib.suppress(OSError):
                sock.close()


# ---------------------------------------------------------------- talking to the server


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
        self.thread = _ours.run(self._run, client_class, address)

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
            return self._refuse(_brackets(error))
        try:
            while (pending := self._queue.get()) is not None:
                pending.finish(_asked(client, pending.text))
        finally:
            with contextlib.suppress(BaseException):
                client.close()

    def _refuse(self, text: str) -> None:
        while (pending := self._queue.get()) is not None:
            pending.finish(text)


def _asked(client, text: str) -> str:
    try:
        reply = client.ask(text)
    except BaseException as error:
        return _brackets(error)
    return str(reply) if type(reply) is str else f"({type(reply).__name__} instead of str)"


class Caller:
    """A bare connection to the server, without the answer's client."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._sock: socket.socket | None = None
        self._trouble = ""
        try:
            self._sock = socket.create_connection(office.address, PATIENCE)  # type: ignore[arg-type]
            if self._sock.getsockname() == self._sock.getpeername():  # nobody listens, and the system chose that very port for us
                self._sock.close()
                self._sock, self._trouble = None, "(nobody)"
        except Exception as error:
            self._trouble = _brackets(error)

    @property
    def connected(self) -> bool:
        """Whether somebody accepted the connection."""
        return self._sock is not None

    def say(self, data: bytes) -> None:
        """Send these bytes, then say that no more come."""
        if self._sock is not None:
            with contextlib.suppress(OSError):
                self._sock.sendall(data)
                self._sock.shutdown(socket.SHUT_WR)

    def end(self) -> str:
        """How the server ended the connection: ``"closed"``, ``"reset"`` or ``"still open"``; a text in brackets where there was none."""
        if self._sock is None:
            return self._trouble
        until = time.monotonic() + self._office.patience
        try:
            while (left := until - time.monotonic()) > 0:
                self._sock.settimeout(left)
                if not self._sock.recv(65_536):
                    return "closed"
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
        self._ended = threading.Event()
        self._cut = self._closing = False
        self._socks: list[socket.socket] = []
        self._pumps: list[threading.Thread] = []
        self._thread = _ours.run(self._accept)

    def server_ended(self) -> bool:
        """Whether the server closed a connection, waiting a while for it."""
        ended = self._ended.wait(self._office.patience)
        if not ended:
            self._office.patience = IMPATIENCE
        return ended

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
                server = socket.create_connection(self._office.address, PATIENCE)  # type: ignore[arg-type]
            except Exception:
                return client.close()
            server.settimeout(None)
            self._socks.append(server)
            self._pumps.append(_ours.run(self._pump, client, server, self.to_server))
            self._pumps.append(_ours.run(self._pump, server, client, self.to_client))

    def _pump(self, source: socket.socket, sink: socket.socket, copy: bytearray) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65_536):
                copy += data
                sink.sendall(data)
        if copy is self.to_client:
            self._ended.set()
        if not self._cut:
            with contextlib.suppress(OSError):
                sink.shutdown(socket.SHUT_WR)


# ---------------------------------------------------------------- a server with all that belongs to it


class Office:
    """``with Office(BookingServer, BookingClient, {"hill": 9}) as office``: a running server on a folder of its own; at the end nothing is left of it.

    Never raises for what an answer does. ``tickets=None``: the folder of the data is not made.
    """

    def __init__(self, server_class, client_class, tickets: dict[str, int | bytes] | None, *, deep: bool = False) -> None:
        self.address: object = None
        self.started = "(not started)"
        self.crashes: list[str] = []
        self._server_class, self._client_class = server_class, client_class
        self._tickets, self._deep = tickets, deep
        self.patience = PATIENCE
        self._desks: list[Desk] = []
        self._desk: Desk | None = None
        self._relays: list[Relay] = []
        self._callers: list[Caller] = []
        self._server = None
        self._way_out = None
        self._waiting_places: set[tuple[object, ...]] = set()

    def __enter__(self) -> Office:
        self._folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.db = Path(os.path.realpath(self._folder.name)) / "db"
        for name, left in (self._tickets or {}).items():
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
        _close_sockets()
        for thread in set(threading.enumerate()) - self._before:
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
        return self.started

    def _start(self, port: int, form: str) -> object:
        if form != "again":
            self._server = self._server_class(self.db) if form == "start" else self._server_class(str(self.db), port=port)
        server = self._server
        if form == "with":
            self._way_out = lambda: type(server).__exit__(server, None, None, None)
            if type(server).__enter__(server) is not server:
                raise TypeError("`with BookingServer(...) as server` does not give the server")
            return ("127.0.0.1", port)
        self._way_out = server.stop  # type: ignore[attr-defined]
        return server.start()  # type: ignore[attr-defined]

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
                pending.finish(_brackets(error))

        _ours.run(run)
        return pending

    @property
    def port(self) -> int:
        """The port of the server, 0 where it has none."""
        fine = isinstance(self.address, tuple) and len(self.address) == 2 and type(self.address[1]) is int
        return self.address[1] if fine else 0  # type: ignore[index]

    def threads_left(self) -> list[str]:
        """Names of the server's threads that do not end within a second."""
        _wait_until(lambda: not self.threads(), 1)
        return self.threads()

    def threads(self) -> list[str]:
        """Names of the server's threads that are alive now."""
        return sorted(thread.name for thread in set(threading.enumerate()) - self._before if not _is_ours(thread) and thread.is_alive())

    def knock(self) -> str:
        """Whether somebody listens at the server's address: ``"open"`` or ``"nobody"``."""
        caller = Caller(self)
        caller.hang_up()
        return "open" if caller.connected else "nobody"

    # -- its visitors

    def desk(self, address: object = None) -> Desk:
        """A client of the answer in a thread of its own."""
        self._desks.append(Desk(self, address or self.address, self._client_class))
        return self._desks[-1]

    def relay(self) -> Relay:
        """A listener in front of the server."""
        self._relays.append(Relay(self))
        return self._relays[-1]

    def call(self) -> Caller:
        """A bare connection to the server."""
        self._callers.append(Caller(self))
        return self._callers[-1]

    def ask(self, text: str) -> str:
        """Put a question through one client that stays connected."""
        if self._desk is None:
            self._desk = self.desk()
        return self._desk.ask(text)

    def wait(self, *pending: Pending) -> list[str]:
        """The replies, each waited for at most PATIENCE seconds; after the first that did not come, only briefly."""
        for one in pending:
            if not one.wait(self.patience):
                self.patience = IMPATIENCE
        self.stage.glance()
        return [one.reply for one in pending]

    def meet(self, hold: Hold, *pending: Pending) -> bool:
        """Wait until a thread is held, or all these replies are there and nothing happens any more; whether one is held."""
        _wait_until(lambda: hold.reached.is_set() or all(one.done for one in pending), self.patience)
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

    def hold_ticket(self, name: str) -> Hold:
        """The next thread that replaces or writes this attraction's ticket file stops before it."""
        return self.stage.hold_file(self.db / "tickets" / f"{name}.txt")

    def views(self, name: str) -> list[str]:
        """From now on, what a reader of this attraction's ticket file would find at each step of the server; equal neighbours only once."""
        path, views, one_at_a_time = self.db / "tickets" / f"{name}.txt", list[str](), threading.Lock()

        def look() -> None:
            with one_at_a_time:
                try:
                    view = path.read_text(encoding="utf-8", errors="backslashreplace").strip()
                except OSError:
                    view = "(missing)"
                if views[-1:] != [view]:
                    views.append(view)

        look()
        self.stage.look(look)
        return views

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
            self.crashes.append(_brackets(args.exc_value))


def _wait_until(condition, seconds: float) -> None:
    until = time.monotonic() + seconds
    while not condition() and time.monotonic() < until:
        time.sleep(TICK / 4)


# ---------------------------------------------------------------- two bookings, in every order of steps

Round = dict[str, object]


def interleave(classes: tuple[type, type], tickets: dict[str, int], first: str, second: str, visitors: list[str]) -> list[Round]:
    """Two bookings, over and over: the first is stopped at one of its steps until the second is through or waits, then goes on.

    ``classes``: the answer's server and client. The texts hold ``{n}``, the number of the round: each round has attractions and visitors of its own. The number is left out
    of what comes back. A round: ``stopped`` (where), ``replies`` (first, second), ``left`` (what a query then says, per attraction), ``files`` (what the ticket files
    then hold) and ``lines`` (per visitor).
    """
    with _Rounds(classes, tickets, [first, second], visitors) as rounds:
        rounds.play_all(rounds.rehearse())
        return rounds.result()


def interleave_more(classes: tuple[type, type], tickets: dict[str, int], bookings: list[str], visitors: list[str]) -> list[Round]:
    """As ``interleave`` with the first two of three bookings; then rounds in which two of them are stopped.

    First the second booking is stopped too, where it makes others wait, while the first goes on till it is through or waits. Then the second waits for the
    first, is stopped in its turn where it makes others wait, and the third comes.
    """
    with _Rounds(classes, tickets, bookings, visitors) as rounds:
        steps = rounds.rehearse()
        waited = rounds.play_all(steps)
        rounds.play_pairs(steps, waited)
        rounds.play_queue(steps, waited)
        return rounds.result()


class _Rounds:
    """An office with a client for each booking, and attractions enough for every round."""

    def __init__(self, classes: tuple[type, type], tickets: dict[str, int], bookings: list[str], visitors: list[str]) -> None:
        self._tickets, self._bookings, self._visitors = tickets, bookings, visitors
        everything = {_named(name, n): left for n in range(MAX_ROUNDS) for name, left in tickets.items()}
        self._office = Office(*classes, everything)
        self._played: list[Round] = []

    def __enter__(self) -> _Rounds:
        self._office.__enter__()
        self._desks = [self._office.desk() for _ in self._bookings]
        return self

    def __exit__(self, *details: object) -> None:
        self._office.__exit__(*details)

    def rehearse(self) -> list[tuple[Step, str]]:
        """The steps of the first booking, when nobody else is there. An empty list where it gets no reply."""
        other = _named(next(iter(self._tickets)), MAX_ROUNDS - 1)  # what is asked for here has been seen by the server before: no round's attraction
        self._office.wait(*[desk.send(other) for desk in self._desks])
        self._office.stage.record()
        booked, _ = self._office.wait(self._book(0, 0), self._desks[0].send(NOTHING))
        steps = self._office.stage.recorded()
        if booked.startswith("("):
            self._played.append({"n": 0, "stopped": "-", "stood": False, "replies": [booked, "(not asked)"], "left": []})
            return []
        return steps

    def play_all(self, steps: list[tuple[Step, str]]) -> list[bool]:
        """A round for each step; for each, whether the second booking had to wait. Ends with the first round in which a client lost its server."""
        waited = []
        for step in steps:
            if self._broken():
                break
            waited.append(not self._play(step, None))
        return waited

    def play_pairs(self, steps: list[tuple[Step, str]], waited: list[bool]) -> None:
        """Rounds in which the second booking is stopped where it makes others wait. Where the first one overtakes it there, every such place is tried."""
        inside = [step for step, other_waited in zip(steps, waited, strict=False) if other_waited]
        if not inside:
            return
        writes = [number for number, (step, _) in enumerate(steps) if step[0] in _WRITE_STEPS]
        early = steps[: writes[0]] if writes else steps
        outside = [step for step, other_waited in zip(early, waited, strict=False) if not other_waited]
        samples = inside[len(inside) // 3], inside[2 * len(inside) // 3]
        for step in outside:
            if any([self._pair(step, other) for other in samples]):
                for other in inside:
                    self._pair(step, other)

    def play_queue(self, steps: list[tuple[Step, str]], waited: list[bool]) -> None:
        """Rounds with three bookings, the first one stopped in the middle of where it makes others wait, the second one all over there."""
        inside = [step for step, other_waited in zip(steps, waited, strict=False) if other_waited]
        for other in inside[:: max(1, len(inside) // 6)]:
            if not self._broken():
                self._queue(inside[len(inside) // 2], other)

    def _pair(self, step: tuple[Step, str], other: tuple[Step, str]) -> bool:
        return len(self._played) < MAX_ROUNDS - 1 and not self._broken() and self._play(step, other)

    def _broken(self) -> bool:
        """Whether a client of the last round got nothing that could be a reply: it will get nothing more."""
        return bool(self._played) and any(not reply or reply.startswith("(") for reply in self._played[-1]["replies"])  # type: ignore[attr-defined]

    def _play(self, step: tuple[Step, str], other: tuple[Step, str] | None) -> bool:
        """Whether the booking that was not stopped last came through."""
        office, stage, n = self._office, self._office.stage, len(self._played) + 1
        hold = stage.hold(step[0])
        first, after = self._book(0, n), self._desks[0].send(NOTHING)
        _wait_until(lambda: hold.reached.is_set() or after.done, office.patience)
        other_hold = stage.hold(other[0]) if other else None
        second = self._book(1, n)
        through = office.settle(lambda: second.done or (other_hold is not None and other_hold.reached.is_set()))
        stood = hold.reached.is_set() and not first.done
        hold.release()
        if other_hold is not None:
            through = office.settle(lambda: first.done) and other_hold.reached.is_set()
            other_hold.release()
        self._note(n, step[1] if other is None else f"{step[1]} / {other[1]}", office.wait(first, second), stood)
        office.wait(after)
        return through

    def _queue(self, step: tuple[Step, str], other: tuple[Step, str]) -> None:
        office, stage, n = self._office, self._office.stage, len(self._played) + 1
        hold = stage.hold(step[0])
        first, after = self._book(0, n), self._desks[0].send(NOTHING)
        _wait_until(lambda: hold.reached.is_set() or after.done, office.patience)
        second = self._book(1, n)
        office.settle(lambda: second.done)
        other_hold = stage.hold((other[0][0], 1), hold.thread)
        stood = hold.reached.is_set() and not first.done
        hold.release()
        office.settle(lambda: second.done or other_hold.reached.is_set())
        third = self._book(2, n)
        office.settle(lambda: third.done)
        other_hold.release()
        self._note(n, f"{step[1]} / {other[1]}", office.wait(first, second, third), stood)
        office.wait(after)

    def _book(self, who: int, n: int) -> Pending:
        return self._desks[who].send(_named(self._bookings[who], n))

    def _note(self, n: int, stopped: str, replies: list[str], stood: bool) -> None:
        left = self._office.wait(*[self._desks[1].send(_named(name, n)) for name in self._tickets])
        self._played.append({"n": n, "stopped": stopped, "stood": stood, "replies": replies, "left": left})

    def result(self) -> list[Round]:
        """What was seen in each round, with what the files hold now that the server has stopped."""
        self._office.stop()
        files = self._office.files()
        for one in self._played:
            n = int(one.pop("n"))  # type: ignore[call-overload]
            one["files"] = [files.get(f"tickets/{_named(name, n)}.txt", "(missing)") for name in self._tickets]
            one["lines"] = [files.get(f"users/{_named(visitor, n)}.txt", "").splitlines() for visitor in self._visitors]
            for key in ("replies", "left", "lines"):
                one[key] = self._without_number(one[key], n)
        return self._played

    def _without_number(self, value, n: int):
        if isinstance(value, list):
            return [self._without_number(item, n) for item in value]
        for name in self._tickets:
            value = value.replace(_named(name, n), name.format(n=""))
        return value


def _named(template: str, n: int) -> str:
    return template.format(n=f"{n:03d}")


def tell(rounds: list[Round]) -> str:
    """The different outcomes of the rounds, the rarest first, each with the first place where it happened."""
    count: Counter[str] = Counter()
    place: dict[str, str] = {}
    for one in rounds:
        outcome = f"{one['replies']} → {one['left']}, {one['files']}, {one['lines']}"
        count[outcome] += 1
        place.setdefault(outcome, str(one["stopped"]))
    rarest_first = sorted(count.items(), key=lambda item: item[1])
    return " | ".join(f"{times}x {outcome} @ `{place[outcome]}`" for outcome, times in rarest_first[:4])
