"""The props with which the checks of Q7 rehearse meetings of threads: nothing here is left to luck, and nothing waits for ever."""

import threading
import time
from contextlib import contextmanager

DEADLINE = 4.0  # seconds after which a waiting thread gives up


def nothing(number):
    """The empty script."""


class ScriptedLock:
    """A re-entrant lock with a script.

    `asking(n)` runs before the n-th request is served, `holding(n)` when the lock has been taken for the n-th time,
    `leaving(n)` when it has become free for the n-th time. `asked` counts the requests, `held` how often it is held now.
    """

    def __init__(self, asking=nothing, holding=nothing, leaving=nothing):
        self.asking, self.holding, self.leaving = asking, holding, leaving
        self.asked = self.taken = self.left = self.held = 0
        self.owner, self.turned_away, self.door = None, set(), threading.Condition()

    def acquire(self, blocking=True, timeout=-1):
        with self.door:
            self.asked += 1
            number = self.asked
        self.asking(number)
        me, patience = threading.current_thread(), 0 if not blocking else DEADLINE if timeout < 0 else timeout
        with self.door:
            if self.owner not in (None, me):
                self.turned_away.add(me)
                self.door.notify_all()
            if not self.door.wait_for(lambda: self.owner in (None, me), patience):
                if blocking and timeout < 0:
                    raise TimeoutError("somebody kept the lock and never gave it back")
                return False
            first, self.owner, self.held = self.held == 0, me, self.held + 1
            self.taken += first
            number = self.taken
        if first:
            self.holding(number)
        return True

    def release(self):
        with self.door:
            if self.owner is not threading.current_thread():
                raise RuntimeError("release of a lock that this thread does not hold")
            self.held -= 1
            if self.held:
                return
            self.owner, self.left = None, self.left + 1
            self.door.notify_all()
            number = self.left
        self.leaving(number)

    def locked(self):
        return self.held > 0

    def keep_until(self, count):
        """Keep the lock until so many other threads have found it taken, two seconds at most."""
        with self.door:
            self.door.wait_for(lambda: len(self.turned_away) >= count, 2)

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()


@contextmanager
def afresh(cls, lock):
    """Within the block, `cls` has no object yet and uses `lock`; afterwards its own lock is back."""
    own = cls.lock
    cls.instance, cls.lock = None, lock
    try:
        yield lock
    finally:
        cls.instance, cls.lock = None, own


@contextmanager
def abstract(cls):
    """Within the block, `object.__new__` refuses to make a `cls`."""
    cls.__abstractmethods__ = frozenset({"not_written_yet"})
    try:
        yield
    finally:
        cls.__abstractmethods__ = frozenset()


def in_threads(*calls):
    """What each of the calls gave, each made in a thread of its own: a result, or the exception."""
    results = [TimeoutError("the call has not come back")] * len(calls)

    def run(place):
        try:
            results[place] = calls[place]()
        except Exception as error:
            results[place] = error

    threads = [threading.Thread(target=run, args=(place,), daemon=True) for place in range(len(calls))]
    for thread in threads:
        thread.start()
    end = time.monotonic() + 2 * DEADLINE
    for thread in threads:
        thread.join(max(0, end - time.monotonic()))
    return results


def kind(result):
    """What a call gave, in a word: the type of an object, "class X" for a class, an exception with its text."""
    if isinstance(result, type):
        return f"class {result.__name__}"
    return f"{type(result).__name__}: {result}" if isinstance(result, Exception) else type(result).__name__


def fields(result):
    """The attributes `name` and `age` of what a call gave, as text."""
    return ", ".join(repr(getattr(result, field, "missing")) for field in ("name", "age"))
