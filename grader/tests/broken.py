"""Copies of the small course with single edits: what the rules of form and of `verify` are tried on."""

from __future__ import annotations

import shutil
from pathlib import Path

from grader.course import Course, read_course
from grader.tests.small_class import SMALL, TOPIC

SOURCE = Path("solutions") / f"{TOPIC}.py"


def small_copy(place: Path) -> Course:
    """A copy of the small course, free to be changed."""
    shutil.copytree(SMALL, place, ignore=shutil.ignore_patterns("__pycache__"))
    return read_course(place)


def edit(course: Course, old: str, new: str, path: Path = SOURCE) -> None:
    """Replace the one occurrence of ``old`` in a file of the course."""
    file = course.root / path
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    file.write_text(text.replace(old, new), encoding="utf-8")


def line_of(course: Course, snippet: str, path: Path = SOURCE) -> int:
    """The 1-based line on which the first occurrence of ``snippet`` begins."""
    text = (course.root / path).read_text(encoding="utf-8")
    return text[: text.index(snippet)].count("\n") + 1
