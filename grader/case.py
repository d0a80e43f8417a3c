"""A question ready to be answered, and where verdicts on its answers are remembered."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from nbformat.notebooknode import NotebookNode

from .answers import Answer, read_answers, reference, submission
from .assignment import Assignment, from_source
from .build import build_language
from .course import Course
from .engine import Haste, grade
from .launch import Launch
from .memory import key
from .outcome import Result
from .source import Source, read_source


@dataclass(frozen=True, eq=False)
class Case:
    """A question ready to be answered, in English."""

    question: str
    source: Source
    assignment: Assignment
    release: NotebookNode
    reference: tuple[str, ...]
    answers: tuple[Answer, ...]

    def grade(self, cells: tuple[str, ...], launch: Launch, haste: Haste | None = None) -> Result:
        """What becomes of an answer."""
        submitted = submission(self.release, {self.question: cells})
        return grade(submitted, self.assignment, only=self.question, launch=launch, haste=haste)

    @cached_property
    def _basis(self) -> list[object]:
        own = [cell for cell in self.assignment.cells if cell.question == self.question and cell.role in ("given", "check", "hidden")]
        texts = [(cell.id, cell.code or cell.text, cell.timeout) for cell in own]
        files = [(file.name, file.read_text(encoding="utf-8")) for file in self.assignment.files]
        return [texts, self.assignment.definitions, files]

    def key(self, what: str, *more: object) -> str:
        """Where something is remembered that depends on the question's given cell and checks, the lesson's definitions, the files, and ``more``."""
        return key(what, self._basis, more)


def case_of(course: Course, question: str) -> Case:
    """Raises SourceFaults."""
    source = read_source(course.root, course.topic_of(question))
    built = build_language(course, source, "en")
    cells = reference(built)[question]
    return Case(question, source, from_source(course, source, "en"), built.release, cells, read_answers(course, question))
