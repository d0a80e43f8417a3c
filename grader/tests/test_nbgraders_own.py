"""nbgrader's own tests of autograding: decisions/0006 says of each what ours does; here is that the list is whole, and what no other test says."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import nbgrader
import pytest

from grader import course_directory
from grader.build import build_topic
from grader.course import read_course
from grader.engine import grade
from grader.gradebook import open_gradebook
from grader.tests.small_class import SMALL, TOPIC, assignment, filled, small_class

HERE = Path(__file__).parent
LIST = (HERE.parent / "decisions/0006-nbgraders-own-tests.md").read_text(encoding="utf-8")


def test_every_test_of_nbgraders_is_in_the_list_once() -> None:
    path = Path(nbgrader.__file__).parent / "tests/apps/test_nbgrader_autograde.py"
    theirs = re.findall(r"^    def (test_\w+)", path.read_text(encoding="utf-8"), re.M)
    listed = [name for line in LIST.splitlines() if line.startswith("| `test") for name in re.findall(r"`(test_\w+)`", line.split("|")[1])]
    assert len(theirs) > 30 and sorted(listed) == sorted(theirs)


def test_every_test_and_case_that_the_list_names_is_there() -> None:
    cited = re.findall(r"`(test_\w+\.py)(?:::(test_\w+))?`", LIST)
    missing = [(name, test) for name, test in cited if f"def {test}" not in (HERE / name).read_text(encoding="utf-8")]
    assert len(cited) > 15 and missing == []
    said = re.findall(r"the cases? ((?:`\w+`(?:, | and )?)+)", LIST)
    cases = [case for group in said for case in re.findall(r"\w{4,}", group)]
    assert len(cases) > 8 and [case for case in cases if not (HERE / "cases" / case).is_dir()] == []


def test_no_variable_of_the_instructors_reaches_a_cell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NBGRADER_VALIDATING", "1")
    monkeypatch.setenv("SECRET_OF_THE_INSTRUCTOR", "1")
    release = build_topic(read_course(SMALL), TOPIC)["en"].release
    shown = "import os\nprint([name for name in os.environ if 'NBGRADER' in name or 'INSTRUCTOR' in name])"
    result = grade(filled(release, {"q90-answer": shown}), assignment(read_course(SMALL)))
    assert result.outputs["q90-answer"].text == "[]\n"


def test_what_stock_nbgrader_left_read_only_is_replaced(tmp_path: Path) -> None:
    course_directory.create(read_course(SMALL), tmp_path / "class", "en", [TOPIC])
    place = tmp_path / "class/autograded/ann" / TOPIC
    place.mkdir(parents=True)
    for name in (f"{TOPIC}.ipynb", "timestamp.txt"):
        (place / name).write_text("stock's")
        (place / name).chmod(0o444)
    result = grade(small_class()["ann"], assignment(read_course(SMALL)))
    with open_gradebook(tmp_path / "class") as book:
        book.write(result, "ann", "a-b", datetime(2026, 11, 23, 10))
    assert (place / "timestamp.txt").read_text() == "2026-11-23 10:00:00.000000 UTC"
    assert "a-b" in (place / f"{TOPIC}.ipynb").read_text(encoding="utf-8")
