"""The published table: made from what was measured, compared with the sources, its total in the README."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.accuracy import TABLE, judge_answers, publish, read_table, remember_flakes, rows_of, table_faults
from grader.case import Case, case_of
from grader.course import Course, read_course
from grader.errors import Fault, InputError
from grader.launch import Launch
from grader.memory import Memory
from grader.parallel import Pool
from grader.sandbox import walled
from grader.survivors import Tally
from grader.tests.broken import edit, small_copy

RIGHT = Path("solutions/answers/q90/right_with_a_list.py")
README = "# A\n\nMeasured on [](grader/accuracy.md)\n\n在 [](grader/accuracy.md)\n"
TALLY = Tally("q90", 40, 36, 4, ())


@pytest.fixture(scope="module")
def launch() -> Iterator[Launch]:
    with walled(required=False) as found:
        yield found


@pytest.fixture
def course(tmp_path: Path) -> Course:
    made = small_copy(tmp_path / "course")
    (made.root / "README.md").write_text(README, encoding="utf-8")
    return made


def published(course: Course, launch: Launch, memory: Memory) -> dict[str, str]:
    """The row of the one question after a report."""
    case = case_of(course, "q90")
    counted: list[tuple[int, int]] = []
    with Pool(2) as pool:
        judged = judge_answers([case], pool, launch, memory, lambda *count: counted.append(count))
    assert counted[-1] == (4, 4)
    publish(course, rows_of(course, [case], judged, [TALLY], memory))
    return read_table(course.root)["q90"][1]


def none() -> None:
    raise AssertionError("a worker was started")


def test_a_report_tells_what_was_measured_and_measures_it_once(course: Course, launch: Launch, tmp_path: Path) -> None:
    with Memory(tmp_path / "memory") as memory:
        row = published(course, launch, memory)
        assert re.fullmatch(r"\d+\.\d", row.pop("seconds"))
        assert row == {
            "question": "q90",
            "checks": "3",
            "points": "4",
            "right accepted": "2/2",
            "wrong refused": "2/2",
            "mutants killed": "36/36",
            "equivalent": "4",
            "flakes": "?",
        }
        remember_flakes(
            [case_of(course, "q90")], 50, [Fault(RIGHT, 1, "q90: q90-check-1 was judged otherwise in 2 of 50 runs: `fail`")], memory
        )
        assert published(course, none, memory)["flakes"] == "1 in 50 runs"  # type: ignore[arg-type]
    said = (course.root / "README.md").read_text(encoding="utf-8").split("\n")
    assert said[2] == (
        "Measured on 1 questions: 2/2 right answers accepted, 2/2 wrong ones refused, 36/36 mutants killed, 4 more listed as equivalent; flakes: 1. "
        "[Question by question](grader/accuracy.md)."
    )
    assert said[4].startswith("在 1 道题上实测：正确答案接受 2/2，错误答案拒绝 2/2，变异体杀死 36/36，另有 4 个列为等价；判定不稳：1。")
    assert (course.root / TABLE).read_text(encoding="utf-8").split("\n")[-2].startswith("| all | 3 | 4 | 2/2 | 2/2 | 36/36 | 4 | 1 | ")


def test_what_is_not_so_any_more_is_a_fault(course: Course, launch: Launch, tmp_path: Path) -> None:
    with Memory(tmp_path / "memory") as memory:
        published(course, launch, memory)

    def faults(tallies: list[Tally]) -> list[str]:
        return [str(fault) for fault in table_faults(course, [case_of(course, "q90")], tallies)]

    assert faults([]) == faults([TALLY]) == []
    line = read_table(course.root)["q90"][0]
    (course.root / "solutions/answers/q90/right_too.py").write_bytes((course.root / RIGHT).read_bytes())
    edit(course, "2/2 wrong", "3/3 wrong", Path("README.md"))
    assert faults([Tally("q90", 40, 35, 5, ())]) == [
        f"grader/accuracy.md:{line}: q90, right accepted: 2/2 is published, 3/3 is true; run `python -m grader verify --report`",
        f"grader/accuracy.md:{line}: q90, mutants killed: 36/36 is published, 35/35 is true; run `python -m grader verify --report`",
        f"grader/accuracy.md:{line}: q90, equivalent: 4 is published, 5 is true; run `python -m grader verify --report`",
        "README.md:3: is not the total of grader/accuracy.md; run `python -m grader verify --report`",
    ]
    (course.root / TABLE).unlink()
    assert faults([])[0] == "grader/accuracy.md:1: has no row for q90; run `python -m grader verify --report`"


def test_an_answer_that_is_judged_wrongly_shows(course: Course, launch: Launch, tmp_path: Path) -> None:
    edit(course, "fails: q90-check-2 q90-hidden-1", "fails: q90-check-1", Path("solutions/answers/q90/wrong_counts_on_the_object.py"))
    with Memory(tmp_path / "memory") as memory:
        row = published(read_course(course.root), launch, memory)
    assert (row["right accepted"], row["wrong refused"]) == ("2/2", "1/2")


def test_a_readme_without_the_lines_is_refused(course: Course) -> None:
    (course.root / "README.md").write_text("# A\n", encoding="utf-8")
    with pytest.raises(InputError, match="needs one line in each language"):
        table_faults(course, list[Case]())
