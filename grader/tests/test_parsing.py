"""Cells are parsed in the threads that grade."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from grader.language import parse_cell

CODE = "def f(a, b):\n    return [x + (y * (z - (1 + 2 * (3 + 4)))) for x in a if (x and y) or z]\n" * 20


class _Cycle:
    """Garbage that only the collector finds, and that runs Python code when it does: here a thread may lose its turn while it parses."""

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        list(range(20))


@pytest.fixture
def hasty() -> Iterator[None]:
    interval, thresholds = sys.getswitchinterval(), gc.get_threshold()
    sys.setswitchinterval(1e-5)
    gc.set_threshold(200)
    yield
    sys.setswitchinterval(interval)
    gc.set_threshold(*thresholds)


def test_threads_that_parse_at_once_do_not_disturb_each_other(hasty: None) -> None:
    def parse(_: int) -> int:
        garbage = [_Cycle() for _ in range(50)]
        del garbage
        return len(parse_cell(CODE).body)

    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(parse, range(120))) == {20}
