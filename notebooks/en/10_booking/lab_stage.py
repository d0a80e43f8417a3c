"""The server's threads, step by step: a trace function sees each line, an audit hook each file operation, and a thread can be held at any of them."""

from __future__ import annotations

import contextlib
import linecache
import os
import socket
import sys
import threading
import weakref
from collections import Counter
from pathlib import Path

from lab_threads import is_ours

MAX_STEPS = 100
_FILE_EVENTS = ("open", "os.rename", "os.remove", "os.link", "os.truncate")
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_TRUNC
WRITE_STEPS = (("os.rename",), ("open", "write"))
_STANDARD = {str(Path(os.__file__).parent), str(Path(os.__file__).resolve().parent)}
_OWN = __file__.removesuffix("stage.py")  # what the files of the test bench begin with

Step = tuple[tuple[object, ...], int]  # what happens, and the how manieth time


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
        self.joined: set[threading.Thread] = set()  # those for whose end somebody has begun to wait
        self._folder, self._deep = str(folder), deep
        self._mutex = threading.Lock()
        self._seen: set[tuple[object, ...]] = set()
        self._steps: list[tuple[tuple[object, ...], str]] | None = None
        self._holds: list[Hold] = []
        self._look = None
        self._looking = threading.local()
        self._active = False
        self._before: set[threading.Thread] = set()

    def open(self) -> None:
        """Threads started from now on are seen."""
        self._before, self._active = set(threading.enumerate()), True
        _watch(self)

    def close(self) -> None:
        """No thread is held or watched any more."""
        self._active, self._look = False, None
        for hold in self._holds:
            hold.release()
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

    def hold_file(self, path: Path, nth: int) -> Hold:
        """The thread that replaces this file, or opens it for writing, for the ``nth`` time from now on stops before it."""
        return self._add(Hold(lambda key, other: key in WRITE_STEPS and other == str(path), nth))

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

    def sees(self, thread: threading.Thread) -> bool:
        """Whether this is a thread of the server: neither there before nor the test bench's own."""
        return thread not in self._before and not is_ours(thread)

    def trace(self, frame, event, arg):
        """The trace function of the server's threads."""
        if not self._active:
            return None
        name = frame.f_code.co_filename
        if name.startswith(_OWN) or (not self._deep and not _is_theirs(name)):
            return None
        if self._deep:
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
        if getattr(self._looking, "now", False) or not self.sees(threading.current_thread()):
            return
        place = args[1] if event in ("os.rename", "os.link") else args[0]
        try:
            path = os.path.abspath(os.fsdecode(place))
        except (TypeError, ValueError):
            return
        if not path.startswith(self._folder):
            return
        kind = (event,) if event != "open" else ("open", "write" if args[2] & _WRITES else "read")
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
_installing = threading.Lock()
_begin_thread = threading.Thread._bootstrap_inner
_join_thread = threading.Thread.join
_LONG = 2.0  # seconds; who joins for less looks in now and then, and does not wait for the end


def _begin_seen_thread(thread: threading.Thread) -> None:
    """Begins a thread as usual, traced if a stage sees it.

    `threading.settrace` would do that without a private name, but two threads that begin at once would both call `sys.settrace`, and where an audit
    hook is written in Python one of them dies of "Cannot install a trace function while another trace function is being installed" (3.11).
    """
    stage = _watchers[-1] if _watchers else None
    if stage is not None and stage.sees(thread):
        with _installing:
            sys.settrace(stage.trace)
    _begin_thread(thread)


def _join_seen(thread: threading.Thread, timeout: float | None = None) -> None:
    """Joins a thread as usual, and says so to whoever watches."""
    if timeout is None or timeout >= _LONG:
        for stage in list(_watchers):
            stage.joined.add(thread)
    _join_thread(thread, timeout)


def _audit(event: str, args: tuple[object, ...]) -> None:
    if not _watchers:
        return
    if event in _FILE_EVENTS:
        for stage in list(_watchers):
            stage.audit(event, args)
    elif event == "socket.__new__" and threading.current_thread() not in _watchers[0]._before:
        with contextlib.suppress(TypeError):
            _sockets.append(weakref.ref(args[0]))


def _watch(stage: Stage) -> None:
    _watchers.append(stage)
    threading.Thread._bootstrap_inner, threading.Thread.join = _begin_seen_thread, _join_seen
    if not _hooked.is_set():
        _hooked.set()
        sys.addaudithook(_audit)  # cannot be taken back: it does nothing while nobody watches


def _unwatch(stage: Stage) -> None:
    if stage in _watchers:
        _watchers.remove(stage)
    threading.Thread._bootstrap_inner, threading.Thread.join = _begin_thread, _join_thread


def close_sockets() -> None:
    """Close every socket that an answer made and left open."""
    while _sockets:
        sock = _sockets.pop()()
        if sock is not None and sock.fileno() >= 0:
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
            with contextlib.suppress(OSError):
                sock.close()
