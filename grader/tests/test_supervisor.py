"""A worker and the pool above it: whatever a process does, or whoever interrupts, every call comes back and everything is gone."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.errors import WorkerError
from grader.launch import ColdProcess
from grader.outcome import Outcome
from grader.parallel import Pool
from grader.supervisor import Worker, all_stopped
from grader.worker.plain import decode

pytestmark = pytest.mark.skipif(os.name == "nt", reason="only on POSIX are there these signals")


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A temporary folder of the test's own, which is empty afterwards."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    yield
    assert list(tmp_path.iterdir()) == []


def test_cells_share_a_process_and_report_what_is_asked_for() -> None:
    with Worker((), ColdProcess) as worker:
        assert not worker.run("x = [1, 2]").failed
        ran = worker.run("y = (x, 'z')\nprint('seen')", observe=("y", "nothing"))
    assert (ran.output.text, {name: decode(tree) for name, tree in ran.observed.items()}) == ("seen\n", {"y": ([1, 2], "z")})


def test_files_stand_beside_the_notebook(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    shop = tmp_path_factory.mktemp("files") / "shop.py"
    shop.write_text("PRICE = 3\n")
    with Worker((shop,), ColdProcess) as worker:
        assert worker.run("from shop import PRICE", observe=("PRICE",)).observed == {"PRICE": 3}


def test_a_long_command_to_a_process_that_does_not_read_comes_back() -> None:
    """More than a pipe holds: writing it blocks until the process is killed."""
    with Worker((), ColdProcess) as worker:
        pid = worker.run("import os\npid = os.getpid()", observe=("pid",)).observed["pid"]
        assert isinstance(pid, int)
        os.kill(pid, signal.SIGSTOP)
        started = time.monotonic()
        assert worker.run("x = '" + "y" * 10**6 + "'", timeout=1).lost is not None
        assert time.monotonic() - started < 30


def test_after_a_lost_cell_every_further_one_is_lost_too() -> None:
    with Worker((), ColdProcess) as worker:
        assert worker.run("while True: pass", timeout=0.5).lost is Outcome.TIMEOUT
        assert worker.run("x = 1").lost is Outcome.CRASHED
    with Worker((), ColdProcess) as worker:
        assert worker.run("import os; os._exit(3)").lost is Outcome.CRASHED


def test_a_process_that_cannot_be_started_is_our_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object, **_options: object) -> None:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(subprocess, "Popen", full)
    with pytest.raises(WorkerError, match="a process could not be started"), Worker((), ColdProcess):
        pass


def test_stopping_ends_running_workers_and_starts_no_new_ones() -> None:
    running = threading.Event()
    lost: list[Outcome | None] = []

    def work() -> None:
        with Worker((), ColdProcess) as worker:
            running.set()
            lost.append(worker.run("while True: pass", timeout=60).lost)

    thread = threading.Thread(target=work)
    thread.start()
    assert running.wait(60)
    started = time.monotonic()
    with all_stopped():
        with pytest.raises(WorkerError, match="interrupted"), Worker((), ColdProcess):
            pass
        thread.join(30)
    assert lost == [Outcome.CRASHED] and time.monotonic() - started < 30


def test_an_error_in_a_pool_stops_what_still_runs() -> None:
    """As Ctrl-C does: it is raised where results are taken."""
    running = threading.Event()

    def loop(_item: int) -> None:
        with Worker((), ColdProcess) as worker:
            running.set()
            worker.run("while True: pass", timeout=60)

    started = time.monotonic()

    def interrupted() -> None:
        with Pool(2) as pool:
            pool._executor.submit(loop, 1)
            assert running.wait(60)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert time.monotonic() - started < 45


def test_a_pool_gives_every_result_and_takes_no_more_than_it_needs() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(20):
            taken.append(number)
            yield number

    with Pool(2) as pool:
        results = pool.unordered(lambda number: number * 2, items())
        first = next(results)
        assert len(taken) <= 4
        assert sorted([first, *results]) == [(number, number * 2) for number in range(20)]
