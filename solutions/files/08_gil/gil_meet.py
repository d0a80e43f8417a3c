"""What the checks of Q19 need: jobs that meet, and what came of them. It imports little, since every process of an answer imports it."""

import contextlib
import os
import threading
import time
from pathlib import Path

STEP = 0.004


class Refused(Exception):
    """What a job raises."""


def meet(item):
    """A job: sign in, wait for all, leave in the opposite order. ``item`` is [folder, number, how many are to come, seconds without anybody new until it believes that
    no more will come].

    Gives (number, how many were seen, process, thread).
    """
    visit = _Visit(item)
    while visit.lasts():
        time.sleep(STEP)
    return visit.leave()


async def meet_async(item):
    """The same as a coroutine."""
    import asyncio

    visit = _Visit(item)
    while visit.lasts():
        await asyncio.sleep(STEP)
    return visit.leave()


class _Visit:
    def __init__(self, item):
        folder, self.number, self.wanted, self.patience = item
        self.folder = Path(folder)
        self.deadline = time.monotonic() + self.patience
        self._sign("here")
        self.seen = self.moves = 0

    def lasts(self):
        names = os.listdir(self.folder)
        if self.seen < self.wanted:
            self.seen = sum(name.startswith("here") for name in names)
        if len(names) > self.moves:
            self.moves, self.deadline = len(names), time.monotonic() + self.patience
        all_here = self.seen >= self.wanted
        if all_here and (self.number + 1 == self.wanted or f"left-{self.number + 1}" in names):
            return False
        if "late" in names or time.monotonic() > self.deadline:
            (self.folder / "late").touch()
            return False
        return True

    def leave(self):
        self._sign("left")
        return self.number, self.seen, os.getpid(), threading.get_ident()

    def _sign(self, what):
        (self.folder / f"{what}-{self.number}").touch()


def guests(folder, name, count, patience):
    """The items for a meeting of ``count`` jobs."""
    place = Path(folder, name)
    place.mkdir()
    return [[str(place), number, count, patience] for number in range(count)]


def tens(item):
    """A job: ``item`` is [folder, number]. Ten times the number, plus how often it has been asked for it; for 7 it raises Refused."""
    folder, number = item
    asked = 1
    while not _is_new(Path(folder, f"{number}-{asked}")):
        asked += 1
    if number == 7:
        error = Refused("seven", 7)
        error.itself = error
        raise error
    return number * 10 + asked


def _is_new(file):
    try:
        file.touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


async def tens_async(item):
    """The same as a coroutine."""
    return tens(item)


def errands(folder, name, numbers):
    """The items for ``tens``."""
    place = Path(folder, name)
    place.mkdir()
    return [[str(place), number] for number in numbers]


def asked(folder, name, number):
    """How often ``tens`` was asked for this number."""
    return len(list(Path(folder, name).glob(f"{number}-*")))


def ascending(results):
    """A list in ascending order; anything else as it is."""
    return sorted(results, key=str) if isinstance(results, list) else results


def whatever(item):
    """A job: what came, doubled where it is a list, else None."""
    return item * 2 if isinstance(item, list) else None


async def whatever_async(item):
    """The same as a coroutine."""
    return whatever(item)


@contextlib.contextmanager
def one_core():
    """The system says that there is one core, whatever there is."""
    real = {name: getattr(os, name) for name in ("cpu_count", "process_cpu_count") if hasattr(os, name)}
    try:
        for name in real:
            setattr(os, name, lambda: 1)
        yield
    finally:
        for name, function in real.items():
            setattr(os, name, function)


def story(call, *args):
    """What a call gives, or a text about what it raises."""
    try:
        return call(*args)
    except Exception as error:
        return _text_of(error)


async def story_async(call, *args):
    """The same for a coroutine function."""
    try:
        return await call(*args)
    except Exception as error:
        return _text_of(error)


def _text_of(error):
    if type(error) is Refused:
        return f"Refused{error.args}, {'itself' if getattr(error, 'itself', None) is error else 'a copy'}"
    return f"{type(error).__name__}: {error}"


def told(results):
    """Of a meeting: (numbers in order of the results, fewest jobs that one saw, how many other processes, how many threads, this one among them).

    (a text,) where something else came.
    """
    try:
        numbers, seen, processes, threads = zip(*results, strict=True)
        return list(numbers), min(seen), len(set(processes) - {os.getpid()}), len(set(threads)), threading.get_ident() in threads
    except (TypeError, ValueError):
        return (str(results)[:300],)
