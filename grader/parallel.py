"""Several submissions at once: threads that wait for worker processes, a bounded number of them under way, nothing left on an interrupt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from types import TracebackType
from typing import TypeVar

from .supervisor import all_stopped

_T = TypeVar("_T")
_R = TypeVar("_R")


class Pool:
    """``jobs`` threads. A context manager: leaving it with an exception kills the workers that still run."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._executor = ThreadPoolExecutor(jobs)

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if error is None:
            self._executor.shutdown()
            return
        with all_stopped():
            self._executor.shutdown(cancel_futures=True)

    def unordered(self, function: Callable[[_T], _R], items: Iterable[_T]) -> Iterator[tuple[_T, _R]]:
        """(item, function(item)) in the order in which they are done. At most twice as many as there are threads wait or are not yet taken."""
        waiting: dict[Future[_R], _T] = {}
        for item in items:
            waiting[self._executor.submit(function, item)] = item
            if len(waiting) >= 2 * self._jobs:
                yield from _finished(waiting)
        while waiting:
            yield from _finished(waiting)


def _finished(waiting: dict[Future[_R], _T]) -> Iterator[tuple[_T, _R]]:
    for future in wait(waiting, return_when=FIRST_COMPLETED).done:
        yield waiting.pop(future), future.result()
