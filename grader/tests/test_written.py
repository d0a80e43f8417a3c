"""Examples of written answers: read, marked, and faults in them named."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.commands import answer as command
from grader.course import Course
from grader.source import read_source
from grader.tests.broken import edit, small_copy
from grader.tests.small_class import TOPIC
from grader.written import mark_scheme, points, read_written, written_faults

PATH = Path("solutions/answers/q90/written.toml")


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return small_copy(tmp_path / "course")


def test_the_model_answer_gets_everything_the_half_one_a_share_the_empty_one_nothing(course: Course) -> None:
    source = read_source(course.root, TOPIC)
    model, statements = mark_scheme(source, "q90", "en")
    examples = read_written(course, source, "q90")
    assert [one.name for one in examples] == ["full", "half", "empty"]
    assert [points(one, len(statements)) for one in examples] == [1, round(1 / len(statements), 2), 0]
    assert examples[0].text["en"] == model
    assert "- [ ]" not in model and "SOLUTION" not in model and model
    assert len(statements) == 3
    assert written_faults(course, source) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[half]", "[part]", "has the tables part, empty; it needs [half] and [empty]"),
        ("ticks = [1]\n", "", "[half] needs ticks, zh and en, and nothing else"),
        ('en = "In the class."', 'en = " "', "[half] needs a text in each language"),
        ("ticks = [1]", "ticks = [4]", "[half] ticks [4]; they are numbers of statements, 1 to 3, each once and in order"),
        ("ticks = [1]", "ticks = [2, 1]", "[half] ticks [2, 1]; they are"),
        ("ticks = [1]", "ticks = [1, 2, 3]", "[half] ticks 3 of 3 statements; a half answer gets some"),
        ("ticks = []", "ticks = [2]", "[empty] ticks 1 of 3 statements"),
        ("[empty]", "[empty", "cannot be read: "),
    ],
)
def test_faults_in_the_examples_are_named(course: Course, old: str, new: str, said: str) -> None:
    edit(course, old, new, PATH)
    faults = written_faults(course, read_source(course.root, TOPIC))
    assert {fault.path for fault in faults} == {PATH}
    assert any(said in fault.message for fault in faults), faults


def test_a_written_part_without_examples_is_a_fault(course: Course) -> None:
    (course.root / PATH).unlink()
    (fault,) = written_faults(course, read_source(course.root, TOPIC))
    assert "is missing; give a half and an empty answer" in fault.message


def test_answer_shows_the_examples_with_what_they_are_worth(
    course: Course, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "read_course", lambda: course)
    assert command.run("q90", "en") == 0
    shown = capsys.readouterr().out
    assert "An answer worth 0.33 points (statements 1)" in shown and "In the class." in shown
    assert "An answer worth 0 points (statements –)" in shown
