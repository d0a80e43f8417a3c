"""What the checks of Q20 need: numbers whose addition waits, threads that come in between, interpreters of other builds."""

import ast
import contextlib
import inspect
import linecache
import platform
import sys
import sysconfig
import threading
from collections import namedtuple
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from unittest import mock

NOT_READ = "not read"


class Slow(int):
    """An int that, the first time it is added to something, waits: for others of its kind to be at the same point, say."""

    def __new__(cls, number, barrier):
        made = super().__new__(cls, number)
        made.barrier = barrier
        return made

    def _wait(self):
        barrier, self.barrier = self.barrier, None
        if barrier is not None:
            with contextlib.suppress(threading.BrokenBarrierError):
                barrier.wait()

    def __add__(self, other):
        self._wait()
        return int.__add__(self, other)

    def __radd__(self, other):
        self._wait()
        return int.__add__(self, other)

    def __int__(self):
        self._wait()
        return int.__add__(self, 0)

    __index__ = __int__


class _Caller(threading.Thread):
    """A thread that calls what the answer defines. All have the same name, as threads may."""


def complaints(name, call, *args):
    """[] where a call ends, whatever it gives; else what it raised, or that it does not end, as a list of one text that begins with ``name``."""
    said = [f"{name} is still running after 4 seconds"]

    def run():
        try:
            call(*args)
            said.clear()
        except Exception as error:
            said[0] = f"{name}: {type(error).__name__}: {error}"

    thread = _Caller(target=run, name="caller", daemon=True)
    thread.start()
    thread.join(4)
    return list(said)


def add(counter, number, named):
    """In one thread, call ``increment`` with a number, without one, and with one by its name: the complaints, and what ``value`` says then.

    Where another thread does the adding, the last number keeps it waiting until ``value`` was read: whoever returns before it is added is found out.
    """
    read = threading.Event()
    last = Slow(named, _Elsewhere(read))

    def calls():
        counter.increment(number)
        counter.increment()
        counter.increment(n=last)

    said = complaints(f"increment({number}), increment(), increment(n={named})", calls)
    then = NOT_READ if said else reading(counter)
    read.set()
    return said, then


class _Elsewhere:
    """Waits for an event in any thread but those that call the answer."""

    def __init__(self, event):
        self._event = event

    def wait(self):
        if not isinstance(threading.current_thread(), _Caller):
            self._event.wait(1.5)


def _at_once(jobs):
    with ThreadPoolExecutor(len(jobs)) as pool:
        return [text for said in pool.map(lambda job: complaints(*job), jobs) for text in said]


def add_at_once(counter, numbers, patience=0.8):
    """One thread per number calls ``counter.increment``; each waits within the addition, ``patience`` seconds at most, for all others. Their complaints."""
    barrier = threading.Barrier(len(numbers), timeout=patience)
    said = _at_once([(f"increment({number})", counter.increment, Slow(number, barrier)) for number in numbers])
    if not said:
        reading(counter)  # a counter that adds when it is read does so here
    return said


def one_in_between(make):
    """Stop one thread before a step (a bytecode) of ``increment(100)`` and let another one add 7 meanwhile; each time with a new counter, for every step in turn.

    First the other thread just adds; then, for all steps once more, it stops within its addition until the first is done. Gives the sums that came out, each once,
    and the complaints. Ends with the first sum that differs.
    """
    sums, said = [], []
    patience = [0.15] * 4 + [0.01] * 60  # whoever is kept out by a lock is waited for in vain, that often
    for stops in (False, True):
        for step in range(1, 61):
            counter = make()
            between = _Between(step, patience)
            number = Slow(7, between) if stops else 7
            said = _at_once([("increment(100)", between.first, counter.increment, 100), ("increment(7)", between.second, counter.increment, number)])
            sums.append(reading(counter))
            if said or sums[-1] != sums[0]:
                return list(dict.fromkeys(sums)), said
            if not patience or step > between.steps:
                break
    return [sums[0]], said


class _Between:
    """Stops one thread before a step, and lets another one come in between."""

    def __init__(self, step, patience):
        self.step, self.patience = step, patience
        self.steps = 0  # of the first thread, so far
        self.here, self.go_on, self.done = threading.Event(), threading.Event(), threading.Event()

    def first(self, increment, number):
        sys.settrace(self._trace)
        try:
            increment(number)
        finally:
            sys.settrace(None)
            self.here.set()
            self.done.set()

    def second(self, increment, number):
        self.here.wait()
        try:
            increment(number)
        finally:
            self.go_on.set()

    def wait(self):
        """What a slow number does within its addition."""
        self.go_on.set()
        self._wait_for(self.done)

    def _trace(self, frame, event, argument):
        frame.f_trace_opcodes = True
        if event == "opcode":
            self.steps += 1
            if self.steps == self.step:
                self.here.set()
                self._wait_for(self.go_on)
        return self._trace

    def _wait_for(self, event):
        if not event.wait(next(iter(self.patience), 0)):
            del self.patience[:1]


def reading(counter):
    """The number in ``counter.value``, or a text that says what is there."""
    seen = []
    said = complaints("value", lambda: seen.append(counter.value))
    if said:
        return said[0]
    return seen[0] + 0 if isinstance(seen[0], int) else f"{type(seen[0]).__name__}: {seen[0]}"[:200]


# Interpreters of other builds (Q20) ------------------------------------------------------------------------------------

_Version = namedtuple("version_info", "major minor micro releaselevel serial")
BUILDS = {  # name: (minor version, Py_GIL_DISABLED, what sys._is_gil_enabled says); None where there is no such thing
    "3.10": (10, None, None),
    "3.12": (12, None, None),
    "3.13": (13, 0, True),
    "3.13t": (13, 1, False),
    "3.14t": (14, 1, False),
    "3.14t, GIL switched on": (14, 1, True),
    "3.14": (14, 0, True),
}


@contextlib.contextmanager
def _build(minor, flag, running):
    """This interpreter, disguised."""
    variables = sysconfig.get_config_vars()
    name, tag, short = "_is_gil_enabled", "t" if flag else "", f"3.{minor}"
    info, compiler = _Version(3, minor, 1, "final", 0), "GCC 13.2.0"
    version = f"{short}.1 {'free-threading build ' if flag else ''}(main, Oct  1 2025, 12:00:00) [{compiler}]"
    parsed = ("CPython", f"{short}.1", "", "", "main", "Oct  1 2025 12:00:00", compiler)
    with contextlib.ExitStack() as stack:
        stack.enter_context(mock.patch.dict(variables, py_version_short=short, py_version=f"{short}.1", py_version_nodot=f"3{minor}", abiflags=tag, ABIFLAGS=tag))
        variables.pop("Py_GIL_DISABLED", None)
        if flag is not None:
            variables["Py_GIL_DISABLED"] = flag
        stack.enter_context(mock.patch.multiple(sys, version_info=info, version=version))
        stack.enter_context(mock.patch.object(sys.implementation, "version", info))
        stack.enter_context(mock.patch.object(sysconfig, "_PY_VERSION_SHORT", short, create=True))
        stack.enter_context(mock.patch.dict(getattr(platform, "_sys_version_cache", {}), {version: parsed}))
        stack.enter_context(mock.patch.object(sys, "hexversion", (3 << 24) | (minor << 16) | (1 << 8) | 0xF0))
        stack.enter_context(mock.patch.object(sys, "abiflags", tag, create=True))
        stack.enter_context(mock.patch.object(sys, name, lambda: running, create=True))
        if running is None:
            delattr(sys, name)
        try:
            yield
        finally:
            setattr(sys, name, None)  # something for the patch to take away


def on_each_build(function):
    """What ``gil_enabled()`` says on each of BUILDS, as text.

    Its cell is run anew on each, since an answer may look at the build while it is being defined.
    """
    return {name: _on(facts, function) for name, facts in BUILDS.items()}


def _on(facts, function):
    cell = _cell_of(function)
    with _build(*facts):
        return said(function if cell is None else lambda: _run_anew(cell, function)())


def _run_anew(cell, function):
    space = dict(vars(sys.modules["__main__"])) | getattr(inspect.unwrap(function), "__globals__", {})
    exec(cell, space)
    return space["gil_enabled"]


def said(function):
    """What a call gives, or what it raises, as text."""
    try:
        return repr(function())
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def _cell_of(function):
    """The cell that defines ``gil_enabled``, compiled; None where it cannot be found."""
    code = getattr(inspect.unwrap(function), "__code__", None)
    names = [code.co_filename] if code else []
    for name in [*names, *reversed(list(linecache.cache))]:
        if name.endswith(".py") and "ipykernel" not in name:
            continue  # a module, no cell
        text = "".join(linecache.getlines(name))
        try:
            tree = ast.parse(text)
        except SyntaxError:
            continue
        if any(_binds(node) for node in ast.walk(tree)):
            return compile(tree, name, "exec", dont_inherit=True)
    return None


def _binds(node):
    if isinstance(node, ast.FunctionDef):
        return node.name == "gil_enabled"
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id == "gil_enabled"


def chosen(function, kind, gil):
    """What ``executor_for`` chose: "threads", "processes", or a text that says what came. A class and an object of it count alike."""
    try:
        result = function(kind, gil)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    for executor, name in ((ThreadPoolExecutor, "threads"), (ProcessPoolExecutor, "processes")):
        if isinstance(result, executor):
            result.shutdown(wait=False)
        if result is executor or type(result) is executor:
            return name
    return str(result)[:200]
