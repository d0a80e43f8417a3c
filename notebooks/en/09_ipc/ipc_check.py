"""What the checks of Q21 need: calls with a deadline, which see what processes start, what they do and what is left of them.

While a call runs, ``multiprocessing.process.BaseProcess`` is watched, whatever class, pool or executor makes the process. What a process is to run
is wrapped, so that it can be left out, be taken step by step beside that of another process, and not end before somebody asks for its end.
"""

import contextlib
import io
import itertools
import multiprocessing
import os
import sys
import tempfile
import threading
import time
import types
import weakref
from collections.abc import Callable
from multiprocessing import connection
from multiprocessing.connection import _ConnectionBase
from multiprocessing.managers import BaseManager
from multiprocessing.process import BaseProcess
from pathlib import Path

from ipc_errand import Errand, Rest, Together, process_clock, thread_clock

CALL_SECONDS = 15.0  # that a call may take
QUIET_SECONDS = 5.0  # without work in any of its processes: what a call waits for will not come; 1.5 was too few once in 20 times on two cores with ten at work
IDLE_SECONDS = 0.4  # the same for a caller whose processes do nothing anyway
REST_SECONDS = 0.15  # without work: a process waits for somebody
LATE_SECONDS = 0.2  # by which processes are late, where they are
BRIEF = 2.0  # seconds: who waits no longer than that for a process goes by luck
GRACE = 5.0  # seconds that a process has to end that was told to

METHODS = multiprocessing.get_all_start_methods()
USUAL = "fork" if "fork" in METHODS and sys.platform != "darwin" else "spawn"  # the quickest that is sound here
OTHERS = [method for method in METHODS if method != USUAL] or METHODS

_start, _join, _is_alive, _exitcode = BaseProcess.start, BaseProcess.join, BaseProcess.is_alive, BaseProcess.exitcode
_poll = _ConnectionBase.poll


# Calls ----------------------------------------------------------------------------------------------------------------


def call(function, method, *args, together=False, lags=False, working=None, late=False, slow=False, heard=None):
    """Call ``function(context, *args)`` with a deadline.

    ``together``: two of the processes take the answer's functions step by step, side by side, and where one ``lags``, it is late with its first stores.
    ``working``: only so many processes do anything, and those of a manager. ``late``: they begin late, a brief wait for them is over at once, and who asks again
    whether they live is told when they are done. ``slow``: the caller receives nothing before they have ended or have to wait for it. ``heard``: a list for the
    (sent, received) bytes of the caller's connections.
    Gives {"result": plain data, or a text where it raised or did not come back, "started": how many processes of this start method, "foreign": how many others,
    "left": how many are still there when it returns}. Those are ended.
    """
    box = []

    def run():
        try:
            result = plain(function(multiprocessing.get_context(method), *args))
        except Exception as error:
            result = f"{type(error).__name__}: {error}"[:300]
        box.append((result, [process for process in watch.started if _alive(process)]))

    thread = threading.Thread(target=run, daemon=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        watch = _Watch(Path(folder), Together(Path(folder), lags) if together else None, working, late, lingers=not slow)
        with watch, _listening(heard, watch.let_end if slow else None):
            thread.start()
            came = _comes_back(thread, watch)
        result, left = box[0] if came else ("no answer", watch.started)
        left = [process for process in left if _stays(process)] if came else left
        for process in left:
            with contextlib.suppress(Exception):
                process.kill()
    foreign = sum(process._start_method != method for process in watch.started)
    return {"result": result, "started": len(watch.started) - foreign, "foreign": foreign, "left": len(left)}


def _comes_back(thread, watch):
    """Whether the call ends: False after its deadline, and where nobody has had anything to do for so long that it never will."""
    began, rest = time.monotonic(), Rest()
    while not _ends(thread, 0.02):
        if time.monotonic() - began > LATE_SECONDS:
            watch.let_begin()
        busy = [] if watch.working is not None else [process_clock(popen.pid) for process in list(watch.started) if (popen := process._popen) is not None]
        limit = QUIET_SECONDS if watch.working is None else IDLE_SECONDS
        if time.monotonic() - began > CALL_SECONDS or rest.lasts(limit, [thread_clock(thread.native_id), *busy]):
            return _ends(thread, 0)
    return True


def _ends(thread, seconds):
    thread.join(seconds)
    return not thread.is_alive()


def _alive(process):
    try:
        return _is_alive(process)
    except (ValueError, AssertionError):  # closed, or another process's
        return False


def _stays(process):
    """Whether a process that was there at the return is left: one that was told to end may take a moment, and so may Python to end a pool that nobody holds."""
    began = time.monotonic()
    while _alive(process):
        if time.monotonic() - began > (GRACE if vars(process)["run"].told else REST_SECONDS):
            return True
        time.sleep(0.01)
    return False


def plain(value):
    """``value``, with other things than plain ints, texts, lists and dicts as texts that name their types; lists in a dict sorted, whose order is free."""
    if value is None or type(value) in (int, str):
        return value
    if type(value) is list:
        return [plain(item) for item in value]
    if type(value) is dict:
        return {plain(key): _in_order(plain(item)) for key, item in value.items()}
    return f"<{type(value).__name__}{f' {value!r}' if type(value) in (bool, float, bytes) else ''}>"


def _in_order(value):
    return sorted(value, key=str) if isinstance(value, list) else value


# Watched processes ----------------------------------------------------------------------------------------------------


class _Watch:
    """Sees every process that this one starts, joins or asks after."""

    def __init__(self, folder, together, working, late, lingers):
        self.started, self.working = [], working
        self._gate, self._brief_waits, self._asked_after = folder / "gate" if late else None, 0, 0
        self._folder, self._home, self._numbers = folder, os.getpid(), itertools.count()
        self._together, self._lingers = together, lingers

    def let_begin(self):
        """Processes that are late begin."""
        if self._gate is not None:
            self._gate.touch()
            self._gate = None

    def let_end(self):
        """Wait until the processes have ended, or have nothing to do, since they wait for somebody."""
        began, rest = time.monotonic(), Rest()
        while (left := [process for process in list(self.started) if _alive(process)]) and time.monotonic() - began < GRACE:
            if rest.lasts(REST_SECONDS, [process_clock(process.pid) for process in left]):
                return
            time.sleep(0.002)

    def _looked_after(self):
        """Somebody asks whether a process lives. Where they are late, they begin and end before the second such look."""
        if self._gate is not None and os.getpid() == self._home:
            self._asked_after += 1
            if self._asked_after == 2:
                self.let_begin()
                for process in list(self.started):
                    self._asked(process)
                self.let_end()

    def _is_brief(self, timeout):
        """Whether somebody waits for so short a time while processes are late; after some such waits they begin."""
        if self._gate is None or os.getpid() != self._home or not timeout or not 0 < timeout <= BRIEF:
            return False
        self._brief_waits += 1
        if self._brief_waits > 30:
            self.let_begin()
        return True

    def __enter__(self):
        def start(process):
            if os.getpid() != self._home:
                return _start(process)
            process.run = Errand(process, self._folder / f"asked-{next(self._numbers)}", self._together, self._does_nothing(process), _is_of_manager(process), self._gate, self._lingers)
            _start(process)
            self.started.append(process)

        def join(process, timeout=None):
            self._asked(process)
            if self._together is not None and sum(_alive(other) and not other.run.of_manager for other in self.started) < 2:
                self._together.give_up()  # nobody comes whom the only process could meet
            return _join(process, 0 if self._is_brief(timeout) else timeout)

        def poll(conn, timeout=0.0):
            return _poll(conn, 0.0 if self._is_brief(timeout) else timeout)

        def is_alive(process):
            self._looked_after()
            self._asked(process)
            return _is_alive(process)

        def exitcode(process):
            self._looked_after()
            self._asked(process)
            return _exitcode.__get__(process)

        BaseProcess.start, BaseProcess.join, BaseProcess.is_alive, BaseProcess.exitcode = start, join, is_alive, property(exitcode)
        _ConnectionBase.poll = poll
        self._tell("terminate"), self._tell("kill")
        return self

    def __exit__(self, *_):
        BaseProcess.start, BaseProcess.join, BaseProcess.is_alive, BaseProcess.exitcode = _start, _join, _is_alive, _exitcode
        _ConnectionBase.poll = _poll
        for name, plainly in _TELLING.items():
            setattr(BaseProcess, name, plainly)

    def _tell(self, name):
        def tell(process):
            self._asked(process)
            if self._ours(process):
                process.run.told = True
            return _TELLING[name](process)

        setattr(BaseProcess, name, tell)

    def _ours(self, process):
        return os.getpid() == self._home and isinstance(vars(process).get("run"), Errand)

    def _asked(self, process):
        if self._ours(process):
            process.run.ask()

    def _does_nothing(self, process):
        if self.working is None or _is_of_manager(process):
            return False
        if getattr(vars(process).get("_target"), "__module__", "").startswith(("multiprocessing.", "concurrent.")):
            return True  # one of a pool, which would make another in its place
        return sum(not other.run.of_manager for other in self.started) >= self.working


_TELLING: dict[str, Callable] = {"terminate": BaseProcess.terminate, "kill": BaseProcess.kill}


def _is_of_manager(process):
    owner = getattr(vars(process).get("_target"), "__self__", None)
    return isinstance(owner, type) and issubclass(owner, BaseManager)


# Connections ----------------------------------------------------------------------------------------------------------


@contextlib.contextmanager
def _listening(heard, before_receiving):
    """Note what goes through the connections of this process: ``heard`` gains pairs (sent, received). ``before_receiving`` is called before the first
    bytes come through a connection."""
    if heard is None and before_receiving is None:
        yield
        return
    heard, home, known = [] if heard is None else heard, os.getpid(), weakref.WeakSet()
    kinds = {getattr(connection, name, None) for name in ("Connection", "PipeConnection")} - {None}
    plainly = {kind: (kind._send_bytes, kind._recv_bytes) for kind in kinds}

    def listen(kind):
        send, receive = plainly[kind]

        def sending(self, data):
            heard.append((bytes(data), b""))
            return send(self, data)

        def receiving(self, *args):
            if before_receiving is not None and os.getpid() == home and self not in known:
                known.add(self)
                before_receiving()
            file = receive(self, *args)
            heard.append((b"", file.getvalue() if isinstance(file, io.BytesIO) else b""))
            return file

        kind._send_bytes, kind._recv_bytes = sending, receiving

    for kind in kinds:
        listen(kind)
    try:
        yield
    finally:
        for kind, (send, receive) in plainly.items():
            kind._send_bytes, kind._recv_bytes = send, receive


def way_of(word, heard):
    """How a word went through the caller's connections: [sent in capitals, came back as it was, came back in capitals]."""
    small, large = word.encode(), word.upper().encode()
    return [
        any(large in sent for sent, _ in heard),
        any(small in received for _, received in heard),
        any(large in received for _, received in heard),
    ]


def texts_of(*functions):
    """The short texts in these functions, in what they use, and in ``ipc_workers``: whatever an answer might take for a sign, and not for a text."""
    homes = {"ipc_workers", *(function.__module__ for function in functions)}
    texts, seen, todo = set(), set(), [*functions, sys.modules.get("ipc_workers")]
    while todo:
        thing = todo.pop()
        if id(thing) in seen:
            continue
        seen.add(id(thing))
        if isinstance(thing, str):
            texts.add(thing)
        elif isinstance(thing, bytes):
            texts.add(thing.decode("utf-8", "replace"))
        elif isinstance(thing, tuple | list | set | frozenset):
            todo += thing
        elif isinstance(thing, types.CodeType):
            todo += thing.co_consts
        elif isinstance(thing, types.FunctionType) and thing.__module__ in homes:
            todo += [thing.__code__, *(thing.__globals__[name] for name in thing.__code__.co_names if name in thing.__globals__)]
        elif (isinstance(thing, types.ModuleType) and thing.__name__ in homes) or (isinstance(thing, type) and thing.__module__ in homes):
            todo += [value for name, value in vars(thing).items() if not name.startswith("__")]
    return sorted(text for text in texts if 0 < len(text) < 40 and text.isascii())[:40]
