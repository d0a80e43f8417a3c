"""The same honest class, graded by stock `nbgrader autograde` and by us: the same score in every cell; and nbgrader can work on with ours."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from nbgrader.api import Gradebook
from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from grader import course_directory
from grader.answers import read_answers
from grader.build import build_topic
from grader.course import ROOT, Course, read_course
from grader.engine import grade
from grader.gradebook import open_gradebook, submission_key
from grader.submitted import read_submission, submissions
from grader.tests.small_class import SMALL, TOPIC, assignment, filled, hand_in, nbgrader, reference_texts, small_class

REAL = [topic for topic, questions in read_course(ROOT).topics.items() if questions and (ROOT / "solutions" / f"{topic}.py").is_file()]
Cells = dict[tuple[str, str], tuple[float, float | None, bool]]


def real_class(course: Course, topic: str) -> dict[str, bytes]:
    """The reference, and an answer that is wrong in every question."""
    built = build_topic(course, topic)["en"]
    right = reference_texts(built)
    wrong = dict(right)
    for question in course.topics[topic]:
        mistake = next((answer for answer in read_answers(course, question.id) if not answer.right), None)
        if mistake is not None:
            cells = (cell for cell in right if cell.split("-")[0] == question.id)
            wrong |= dict(zip(cells, mistake.cells, strict=False))
    return {"right": filled(built.release, right), "wrong": filled(built.release, wrong)}


def make_class(course: Course, topic: str, class_: Mapping[str, bytes], place: Path) -> Path:
    course_directory.create(course, place, "en", [topic])
    for student, content in class_.items():
        hand_in(place, student, content, topic)
    return place


def grade_with_ours(course: Course, topic: str, directory: Path) -> None:
    ready = assignment(course, topic)
    with open_gradebook(directory) as book:
        for row in submissions(directory, [topic]):
            content = read_submission(row, "en")
            book.write(grade(content, ready), row.student, submission_key(content, ready), row.submitted_at)


def cells(directory: Path, topic: str) -> Cells:
    """By student and cell: the score, the automatic score, whether it waits for a person."""
    with Gradebook(f"sqlite:///{directory / 'gradebook.db'}", course_directory.COURSE_ID) as book:
        grades = [grade for row in book.notebook_submissions(topic, topic) for grade in row.grades]
        return {(each.student.id, each.name): (each.score, each.auto_score, each.needs_manual_grade) for each in grades}


def totals(directory: Path, topic: str) -> tuple[list[Any], list[Any]]:
    """What formgrader's tables show of an assignment and of the students, without row ids."""
    with Gradebook(f"sqlite:///{directory / 'gradebook.db'}", course_directory.COURSE_ID) as book:
        tables = book.submission_dicts(topic), book.student_dicts()
    for row in tables[0]:
        del row["id"]
    by_student = [sorted(rows, key=lambda row: str(row.get("student", row.get("id")))) for rows in tables]
    return by_student[0], by_student[1]


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The small class, graded by stock nbgrader and by us."""
    place = tmp_path_factory.mktemp("parity")
    course = read_course(SMALL)
    ours = make_class(course, TOPIC, small_class(), place / "ours")
    stock = Path(shutil.copytree(ours, place / "stock"))
    grade_with_ours(course, TOPIC, ours)
    nbgrader(stock, "autograde", TOPIC)
    return stock, ours


def test_every_cell_has_the_score_that_stock_nbgrader_gives(graded: tuple[Path, Path]) -> None:
    stock, ours = graded
    found = cells(ours, TOPIC)
    assert len(found) == 5 * 4 and len({score for score, _, _ in found.values()}) == 3
    assert found == cells(stock, TOPIC)


def test_totals_equal_those_of_stock_nbgrader(graded: tuple[Path, Path]) -> None:
    stock, ours = graded
    found = totals(ours, TOPIC)
    assert [row["score"] for row in found[0]] == [4, 0, 2, 0, 4]
    assert found == totals(stock, TOPIC)


def test_formgrader_sees_the_class_as_graded(graded: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Through the object that formgrader's pages ask."""
    config = Config()
    config.CourseDirectory.course_id = course_directory.COURSE_ID
    config.Exchange.root = str(tmp_path)
    views = []
    for directory in graded:
        api = NbGraderAPI(CourseDirectory(root=str(directory), config=config), config=config)
        rows = sorted(api.get_submissions(TOPIC), key=lambda row: row["student"])
        views.append([{name: value for name, value in row.items() if name != "id"} for row in rows])
        assert api.get_autograded_students(TOPIC) == set(small_class())
        assert len(api.get_notebook_submission_indices(TOPIC, TOPIC)) == 5
    assert [row["autograded"] for row in views[1]] == [True] * 5
    assert views[0] == views[1]


def test_nbgrader_makes_feedback_and_exports_grades(graded: tuple[Path, Path]) -> None:
    _, ours = graded
    nbgrader(ours, "generate_feedback", TOPIC)
    pages = {path.parent.parent.name: path.read_text(encoding="utf-8") for path in ours.glob(f"feedback/*/{TOPIC}/*.html")}
    assert pages.keys() == small_class().keys()
    assert "(Score: 4.0 / 5.0)" in pages["ann"] and "(Score: 0.0 / 5.0)" in pages["di"]
    assert "Tickets of a subclass are counted too: wrong, 0 of 2 points" in pages["cy"]
    assert "no &lt;b&gt;tickets&lt;/b&gt;" in pages["di"] and "<b>tickets" not in pages["di"]
    assert not any("class Vip" in page or "vips" in page for page in pages.values())
    assert {path.name for path in ours.glob(f"feedback/*/{TOPIC}/*")} == {f"{TOPIC}.html"}
    nbgrader(ours, "export")
    with (ours / "grades.csv").open(encoding="utf-8", newline="") as file:
        scores = {row["student_id"]: (row["score"], row["max_score"]) for row in csv.DictReader(file)}
    assert scores == {"ann": ("4.0", "5.0"), "bob": ("0.0", "5.0"), "cy": ("2.0", "5.0"), "di": ("0.0", "5.0"), "ed": ("4.0", "5.0")}


def test_stock_nbgrader_can_grade_again_what_we_graded(graded: tuple[Path, Path], tmp_path: Path) -> None:
    """An instructor may go back: over our gradebook and our notebooks, stock comes to the same scores."""
    stock, ours = graded
    place = Path(shutil.copytree(ours, tmp_path / "class"))
    nbgrader(place, "autograde", TOPIC, "--force", "--student=cy")
    assert cells(place, TOPIC) == cells(stock, TOPIC)


@pytest.mark.parametrize("topic", REAL)
def test_the_topics_of_the_course_get_the_scores_of_stock_nbgrader(topic: str, tmp_path: Path) -> None:
    course = read_course(ROOT)
    ours = make_class(course, topic, real_class(course, topic), tmp_path / "ours")
    stock = Path(shutil.copytree(ours, tmp_path / "stock"))
    grade_with_ours(course, topic, ours)
    nbgrader(stock, "autograde", topic)
    found = cells(ours, topic)
    assert sum(score for (student, _), (score, _, _) in found.items() if student == "right") == sum(q.points for q in course.topics[topic])
    assert found == cells(stock, topic)
