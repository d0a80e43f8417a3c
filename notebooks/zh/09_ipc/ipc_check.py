"""What the checks of Q21 need: watched contexts, values that note where they were handled, meetings between processes.

A watched context is an ordinary multiprocessing context that notes which processes it starts. Where two processes must not come in between each
other's read and write, the first one waits at that point for the second, so that a missing lock shows every time.
"""

import contextlib
import multiprocessing
import os
import sys
import tempfile
import threading
import time
from multiprocessing import sharedctypes
from multiprocessing.context import assert_spawning
from pathlib import Path

METHODS = multiprocessing.get_all_start_methods()
CALL_SECONDS = 15.0  # that a call may take
PATIENCE = 2.0  # seconds that a process waits for another one
GRACE = 5.0  # seconds that processes have to end after the call
_FOLDER, _HOME = "IPC_CHECK_MEETING", "IPC_CHECK_HOME"  # environment variables, which children inherit
started: list = []  # the processes that watched contexts started, since the last call
worked_here: list[str] = []  # what was computed in this process that others should have computed


def usual_method():
    """The start method of the visible checks: the quickest that is sound here."""
    return "fork" if "fork" in METHODS and sys.platform != "darwin" else "spawn"


def other_methods():
    """The start methods that the visible checks leave to the hidden ones; where there is one only, that one."""
    return [method for method in METHODS if method != usual_method()] or METHODS


# Contexts that note what they start -----------------------------------------------------------------------------------


def _process_class(method):
    base = multiprocessing.get_context(method).Process

    def start(self):
        base.start(self)
        started.append(self)

    name = f"Process_{method}"
    return type(name, (base,), {"start": start, "__module__": __name__, "__qualname__": name})


for _method in METHODS:
    globals()[f"Process_{_method}"] = _process_class(_method)


def context(method):
    """A watched context of this start method."""
    base = type(multiprocessing.get_context(method))

    class Context(base):
        Process = globals()[f"Process_{method}"]

        def Value(self, typecode_or_type, *args, lock=True):
            if lock is False:
                return self.RawValue(typecode_or_type, *args)
            made = super().Value(typecode_or_type, *args, lock=lock)
            return MeetingValue(made.get_obj(), made.get_lock(), self) if type(made) is sharedctypes.Synchronized else made

        def RawValue(self, typecode_or_type, *args):
            return super().RawValue(_RAW.get(typecode_or_type, typecode_or_type), *args)

    return Context()


# Meetings between processes -------------------------------------------------------------------------------------------

_met_in = 0


@contextlib.contextmanager
def meeting():
    """Within the block, the first process that reads a shared number, or sends a Value of ours on, waits for a second one."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        os.environ |= {_FOLDER: folder, _HOME: str(os.getpid())}
        try:
            yield
        finally:
            del os.environ[_FOLDER], os.environ[_HOME]


def meet(folder=None, home=None):
    """Wait, once in a process and not in the one of the check, until another process is at this point too; else for PATIENCE seconds."""
    global _met_in
    folder, home = folder or os.environ.get(_FOLDER), home or os.environ.get(_HOME)
    if not folder or _met_in == os.getpid() or home == str(os.getpid()):
        return
    _met_in = os.getpid()
    with contextlib.suppress(OSError):
        place = Path(folder)
        (place / f"here-{os.getpid()}").touch()
        deadline = time.monotonic() + PATIENCE
        while len(names := os.listdir(place)) < 2 and "late" not in names:
            if time.monotonic() > deadline:
                (place / "late").touch()
                return
            time.sleep(0.005)


class MeetingValue(sharedctypes.Synchronized):
    """A synchronized number whose readers meet after they have read."""

    def __init__(self, obj, lock=None, ctx=None, place=()):
        super().__init__(obj, lock, ctx)
        self.place = place or (os.environ.get(_FOLDER), os.environ.get(_HOME))

    def __reduce__(self):
        assert_spawning(self)
        return _rebuilt, (self._obj, self._lock, self.place)

    @property
    def value(self):
        with self._lock:
            number = self._obj.value
        meet(*self.place)
        return number

    @value.setter
    def value(self, number):
        with self._lock:
            self._obj.value = number


def _rebuilt(obj, lock, place):
    return MeetingValue(obj, lock, None, place)


def _raw_class(kind):
    plain = kind.value

    def read(self):
        number = plain.__get__(self)
        meet()
        return number

    name = f"Meeting_{kind.__name__}"
    return type(name, (kind,), {"value": property(read, plain.__set__), "__module__": __name__, "__qualname__": name})


_RAW = {}
for _code, _kind in sharedctypes.typecode_to_type.items():
    if _code not in "cu":
        _made = globals().setdefault(f"Meeting_{_kind.__name__}", _raw_class(_kind))
        _RAW[_code] = _RAW[_kind] = _made


# Values that note where they were handled -----------------------------------------------------------------------------


class Number(int):
    """An int that notes when it is multiplied in the check's own process."""

    home = os.getpid()

    def __reduce__(self):
        return int, (int(self),)

    def _note(self):
        if os.getpid() == Number.home:
            worked_here.append("multiplied")

    def __mul__(self, other):
        self._note()
        return int.__mul__(self, other)

    __rmul__ = __mul__

    def __pow__(self, other, modulo=None):
        self._note()
        return int.__pow__(self, other, modulo)


class Word(str):
    """A str that notes when it is put into capitals in the check's own process."""

    def __reduce__(self):
        return str, (str(self),)

    def upper(self):
        if os.getpid() == Number.home:
            worked_here.append("upper")
        return str.upper(self)


class Parcel(str):
    """A str that keeps which processes sent it on; the first that is not the check's waits there for another one, if there is a meeting."""

    def __new__(cls, text, journey=(), home=0):
        made = super().__new__(cls, text)
        made.journey, made.home = journey, home or os.getpid()
        return made

    def __reduce__(self):
        here = os.getpid()
        if not set(self.journey) - {self.home} and here != self.home:
            meet()
        journey = self.journey if here in self.journey else (*self.journey, here)
        return Parcel, (str(self), journey, self.home)


def travelled(items):
    """The smallest number of other processes that sent one of the items on, of a list or a dict of lists; -1 where one is no longer a Parcel."""
    if isinstance(items, dict):
        items = [item for one in items.values() if isinstance(one, list) for item in one]
    if not isinstance(items, list):
        return -1
    counts = [len(set(item.journey) - {item.home}) if isinstance(item, Parcel) else -1 for item in items]
    return min(counts, default=-1)


# Calls ----------------------------------------------------------------------------------------------------------------


def call(function, method, *args):
    """Call ``function(watched context, *args)`` with a deadline.

    Gives {"result", "started": how many processes, "left": how many did not end, "here": what this process computed}; the result is a text where it raised
    or did not come back. Processes that are left are ended.
    """
    started.clear()
    worked_here.clear()
    Number.home = os.getpid()
    box = []

    def run():
        try:
            box.append(function(context(method), *args))
        except Exception as error:
            box.append(f"{type(error).__name__}: {error}"[:300])

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(CALL_SECONDS)
    result = box[0] if box else f"no answer within {CALL_SECONDS:g} s"
    children = list(started)
    deadline = time.monotonic() + (GRACE if box else 0)
    while (left := [child for child in children if _alive(child)]) and time.monotonic() < deadline:
        time.sleep(0.01)
    for child in left:
        with contextlib.suppress(Exception):
            child.kill()
    return {"result": result, "started": len(children), "left": len(left), "here": sorted(set(worked_here))}


def _alive(child):
    try:
        return child.is_alive()
    except (ValueError, AssertionError):  # closed, or of a thread's own
        return False


def plain(value):
    """``value`` with our own kinds of str and int as ordinary ones; the names of foreign types in their places."""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return int(value)
    if type(value) is list:
        return [plain(item) for item in value]
    if type(value) is dict:
        return {plain(key): plain(item) for key, item in value.items()}
    return f"<{type(value).__name__}>"


def sorted_lists(value):
    """A dict of lists with each list sorted, where it is one; else ``plain(value)``."""
    value = plain(value)
    if isinstance(value, dict):
        return {key: sorted(item) if isinstance(item, list) else item for key, item in value.items()}
    return value
