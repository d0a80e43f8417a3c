"""The classes that are graded: course directories with invented submissions, for us and for stock nbgrader."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..answers import read_answers
from ..assignment import Assignment, definitions_in, from_source
from ..build import build_topic
from ..course import Course
from ..course_directory import create
from ..demo import honest
from ..source import read_source


@dataclass(frozen=True)
class Class:
    """What students hand in for one topic, by student."""

    course: Course
    topic: str
    submissions: dict[str, bytes]

    @property
    def assignment(self) -> Assignment:
        return from_source(self.course, read_source(self.course.root, self.topic), "en")

    def without_lesson(self) -> Class:
        """The same, but of the lesson's code only what it imports and defines: its demonstrations are gone."""
        return Class(self.course, self.topic, {name: _changed(content, "", definitions_in) for name, content in self.submissions.items()})


def directory(handed_in: Sequence[Class], place: Path) -> Path:
    """A course directory at ``place`` with these submissions, nothing graded; one that was there is removed."""
    shutil.rmtree(place, ignore_errors=True)
    create(handed_in[0].course, place, "en", [one.topic for one in handed_in])
    for one in handed_in:
        for student, content in one.submissions.items():
            folder = place / "submitted" / student / one.topic
            folder.mkdir(parents=True)
            (folder / f"{one.topic}.ipynb").write_bytes(content)
    return place


def invented(course: Course, topic: str, students: Sequence[str]) -> Class:
    """An honest class, partly wrong: every third has all right, the others a right or wrong answer to each question."""
    answers = {question.id: read_answers(course, question.id) for question in course.topics[topic]}
    return Class(course, topic, dict(honest(build_topic(course, topic)["en"], answers, {}, students)))


def copies(one: Class, count: int) -> Class:
    """``count`` submissions, made from those of ``one`` in turn; each differs in a comment of its answers, so that none is known already."""
    originals = list(one.submissions.values())
    made = {name: _changed(originals[n % len(originals)], "answer", f"{{}}\n# {n}".format) for n, name in enumerate(names(count))}
    return Class(one.course, one.topic, made)


def names(count: int) -> tuple[str, ...]:
    return tuple(f"s{number:05}" for number in range(count))


def _changed(content: bytes, role: str, change: Callable[[str], str]) -> bytes:
    """A notebook with the text of its code cells of this role changed."""
    notebook = json.loads(content)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code" and cell["metadata"].get("grader", {}).get("role", "") == role:
            cell["source"] = change("".join(cell["source"]))
    return json.dumps(notebook, ensure_ascii=False).encode()
