"""The flake count finds the answer that is judged now so, now so, and leaves no busy process behind."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from grader import flakes
from grader.flakes import busy_cores, flake_faults
from grader.launch import ColdProcess
from grader.parallel import Pool
from grader.tests.broken import edit, small_copy

SOMETIMES = """
import secrets


class Ticket:
    issued = 0

    def __init__(self, holder):
        self.holder = holder
        Ticket.issued += secrets.randbelow(2)
"""


def test_an_answer_judged_now_so_now_so_is_counted_with_its_check(tmp_path: Path) -> None:
    course = small_copy(tmp_path / "course")
    path = Path("solutions/answers/q90/wrong_counts_sometimes.py")
    (course.root / path).write_text(f'"""\nzh: 有时计数。\nen: Counts sometimes.\nfails: q90-check-2\n"""\n{SOMETIMES}', encoding="utf-8")
    edit(course, "Ticket.issued + 1", "Ticket.issued + 2", Path("solutions/answers/q90/right_with_a_list.py"))
    told: list[tuple[int, int]] = []
    with Pool(2) as pool:
        verdicts, faults = flake_faults(course, ["q90"], 12, pool, ColdProcess, lambda count, total: told.append((count, total)))
    assert told[-1] == (60, 60), "12 runs of the reference, three answers of the small course and one more"
    assert verdicts == 60 * 3
    assert {fault.path.name for fault in faults} == {"wrong_counts_sometimes.py", "right_with_a_list.py"}
    assert any("q90: q90-check-2 was judged otherwise in 12 of 12 runs: `fail`" in fault.message for fault in faults)
    assert any(fault.path == path and "q90-hidden-1 was judged otherwise in " in fault.message for fault in faults)


def test_the_small_course_has_no_flakes(tmp_path: Path) -> None:
    with Pool(2) as pool:
        _, faults = flake_faults(small_copy(tmp_path / "course"), ["q90"], 2, pool, ColdProcess, lambda _count, _total: None)
    assert faults == []


def test_busy_cores_are_left_alone_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []

    class Noted(subprocess.Popen[bytes]):
        def __init__(self, command: list[str]) -> None:
            super().__init__(command)
            started.append(self)

    monkeypatch.setattr(flakes.subprocess, "Popen", Noted)
    with pytest.raises(KeyboardInterrupt), busy_cores(2):
        assert [process.poll() for process in started] == [None, None]
        raise KeyboardInterrupt
    assert len(started) == 2
    assert all(process.returncode is not None for process in started)
