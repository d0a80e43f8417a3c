"""The props with which the checks of Q7 rehearse meetings of threads: nothing here is left to luck, and nothing waits for ever."""

import threading
import time
from collections import Counter
from contextlib import contextmanager

DEADLINE = 4.0  # seconds after which a waiting thread gives up


def nothing(number):
    """The empty script."""


class ScriptedLock:
    """A re-entrant lock with a script.

    `asking(n)` runs before the n-th request is served, `holding(n)` when the lock has been taken for the n-th time,
    `leaving(n)` when it has become free for the n-th time. `asked` counts the requests, `held` how often it is held now.
    Where `hurried`, a request with a timeout that finds the lock taken has no time left.
    """

    def __init__(self, asking=nothing, holding=nothing, leaving=nothing, hurried=False):
        self.asking, self.holding, self.leaving, self.hurried = asking, holding, leaving, hurried
        self.asked = self.taken = self.left = self.held = 0
        self.owner, self.found_taken, self.waiting, self.door = None, Counter(), set(), threading.Condition()

    def acquire(self, blocking=True, timeout=-1):
        with self.door:
            self.asked += 1
            number = self.asked
        self.asking(number)
        me, for_ever = threading.current_thread(), blocking and timeout < 0
        patience = DEADLINE if for_ever else 0 if not blocking or self.hurried else timeout
        with self.door:
            if self.owner not in (None, me):
                self.found_taken[me] += 1
                self.waiting |= {me} if for_ever else set()
                self.door.notify_all()
            if not self.door.wait_for(lambda: self.owner in (None, me), patience):
                if for_ever:
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
            self.door.wait_for(lambda: len(self.found_taken) >= count, 2)

    def keep_from(self, thread):
        """Keep the lock until `thread` waits for it, has found it taken twice, or has ended; four seconds at most."""
        end = time.monotonic() + DEADLINE
        with self.door:
            while thread.is_alive() and thread not in self.waiting and self.found_taken[thread] < 2 and time.monotonic() < end:
                self.door.wait(0.01)

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


class Alarm(BaseException):
    """An exception that `except Exception` does not catch."""


class Unreadable:
    """What nobody can go through, because an Alarm goes off."""

    def __iter__(self):
        raise Alarm("not now")


@contextmanager
def abstract(cls, methods=frozenset({"not_written_yet"})):
    """Within the block, `object.__new__` refuses to make a `cls`: with a TypeError, or what comes of going through `methods`."""
    cls.__abstractmethods__ = methods
    try:
        yield
    finally:
        cls.__abstractmethods__ = frozenset()


def in_threads(*calls):
    """What each of the calls gave, each made in a thread of its own: a result, or the exception."""
    results = [TimeoutError("the call has not come back")] * len(calls)

    def run(place):
        [results[place]] = in_this_thread(calls[place])

    threads = [threading.Thread(target=run, args=(place,), daemon=True) for place in range(len(calls))]
    for thread in threads:
        thread.start()
    end = time.monotonic() + 2 * DEADLINE
    for thread in threads:
        thread.join(max(0, end - time.monotonic()))
    return results


def in_this_thread(call):
    """What the call gave, made here: a list of one, a result or the exception."""
    try:
        return [call()]
    except BaseException as error:
        return [error]


def takers(lock):
    """How many of two threads get `lock` when the second asks before the first gives it back."""

    def take():
        got = lock.acquire(blocking=False)
        try:
            return got + (in_threads(take_once)[0] if got else 0)
        finally:
            if got:
                lock.release()

    def take_once():
        got = lock.acquire(blocking=False)
        if got:
            lock.release()
        return got

    [count] = in_threads(take)
    return count if type(count) is int else kind(count)


def kind(result):
    """What a call gave, in a word: the type of an object, "class X" for a class, an exception with its text."""
    if isinstance(result, type):
        return f"class {result.__name__}"
    return f"{type(result).__name__}: {result}" if isinstance(result, BaseException) else type(result).__name__


def fields(result):
    """The attributes `name` and `age` of what a call gave, as text."""
    return ", ".join(repr(getattr(result, field, "missing")) for field in ("name", "age"))
