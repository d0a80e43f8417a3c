"""Runs the mutants of a question's answers. Each has to lose marks, unless it is listed as equivalent; who does not shows a hole in the checks."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from nbformat.notebooknode import NotebookNode

from .answers import read_answers, reference, submission
from .assignment import Assignment, from_source
from .build import build_language
from .course import Course
from .engine import Haste, grade
from .equivalent import path_of, read_equivalent, stale
from .errors import Fault, WorkerError
from .launch import Launch
from .memory import Memory, key
from .mutants import Mutant, mutants
from .outcome import Outcome, Result
from .parallel import Pool
from .source import numbered, read_source

_SURVIVED = ""
_REFERENCE = "reference"


@dataclass(frozen=True)
class _Subject:
    """A mutant, and the answer that it was made from: its name, and where it stands."""

    answer: str
    path: Path
    line: int
    mutant: Mutant


@dataclass(frozen=True)
class _Hunt:
    """The mutants of one question, ready to run."""

    question: str
    assignment: Assignment
    release: NotebookNode
    reference: tuple[str, ...]
    subjects: tuple[_Subject, ...]


@dataclass(frozen=True)
class Tally:
    """What became of a question's mutants. ``killed`` is those that lost marks."""

    question: str
    mutants: int
    killed: int
    equivalent: int
    faults: tuple[Fault, ...]

    def __str__(self) -> str:
        living = self.mutants - self.killed - self.equivalent
        return f"{self.question}: {self.mutants} mutants, {self.killed} killed, {self.equivalent} equivalent" + (
            f", {living} pass" if living else ""
        )


def _hunt_for(course: Course, question: str) -> _Hunt:
    """A question with the mutants of its reference and of its right answers. Raises SourceFaults."""
    source = read_source(course.root, course.topic_of(question))
    built, assignment = build_language(course, source, "en"), from_source(course, source, "en")
    cells = reference(built)[question]
    begins = [cell.line for _, cell in numbered(source, "en") if cell.question == question and cell.role == "answer"]
    lines = _lines(course.root / source.path)
    seen: set[str] = set()
    subjects = [
        _Subject(_REFERENCE, source.path, _line(lines, begins[mutant.cell], cells[mutant.cell : mutant.cell + 1], mutant), mutant)
        for mutant in mutants(cells, seen)
    ]
    for answer in read_answers(course, question):
        lines = _lines(course.root / answer.path)
        for mutant in mutants(answer.cells, seen) if answer.right else ():
            subjects.append(_Subject(answer.name, answer.path, _line(lines, 1, answer.cells[: mutant.cell + 1], mutant), mutant))
    return _Hunt(question, assignment, built.release, cells, tuple(subjects))


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("\n")


def _line(lines: list[str], begin: int, cells: tuple[str, ...], mutant: Mutant) -> int:
    """The line of a file, 1-based, that a mutant of the last of ``cells`` changes.

    It is counted among equal lines, from the line ``begin`` on, since the file has lines that the cells have not.
    """
    before = [line.strip() for cell in cells[:-1] for line in cell.split("\n")]
    before += [line.strip() for line in cells[-1].split("\n")[: mutant.line]]
    count = before.count(before[-1])
    for number, line in enumerate(lines[begin - 1 :], begin):
        count -= line.strip() == before[-1]
        if not count:
            return number
    return begin


def hunt_all(
    course: Course, questions: Iterable[str], pool: Pool, launch: Launch, memory: Memory, done: Callable[[int, int], None]
) -> Iterator[Tally]:
    """Run the mutants of these questions that have no verdict yet; ``done`` is told how many of all have one.

    A run that was cut off goes on where it stopped.
    """
    found = [_hunt_for(course, question) for question in questions]
    total, before = sum(len(one.subjects) for one in found), 0
    for one in found:
        verdicts: dict[_Subject, str] = {}
        for subject, verdict in _verdicts(one, pool, launch, memory):
            verdicts[subject] = verdict
            done(before + len(verdicts), total)
        before += len(one.subjects)
        yield _tally(one, course, verdicts)


def _verdicts(found: _Hunt, pool: Pool, launch: Launch, memory: Memory) -> Iterator[tuple[_Subject, str]]:
    """Which check failed each mutant, and how: first what is known, then what has to be run."""
    common = _depends_on(found)
    keys = {subject: key("mutant", common, subject.mutant.cells) for subject in found.subjects}
    known = {subject: verdict for subject, name in keys.items() if (verdict := memory.get(name)) is not None}
    yield from known.items()
    left = [subject for subject in found.subjects if subject not in known]
    if not left:
        return
    seconds = _seconds(found, launch)
    hints = {subject: memory.get(_hint(found, subject)) or "" for subject in left}

    def run(subject: _Subject) -> str:
        notebook = submission(found.release, {found.question: subject.mutant.cells})
        haste = Haste(seconds, hints[subject])
        return _killer(grade(notebook, found.assignment, only=found.question, launch=launch, haste=haste))

    for subject, killer in pool.unordered(run, left):
        memory.put(keys[subject], killer)
        memory.put(_hint(found, subject), killer.split(" ")[0])
        yield subject, killer


def _depends_on(found: _Hunt) -> object:
    """What the verdict on a mutant depends on besides its own text."""
    assignment = found.assignment
    cells = [
        (c.id, c.code or c.text, c.timeout)
        for c in assignment.cells
        if c.question == found.question and c.role in ("given", "check", "hidden")
    ]
    return [cells, assignment.definitions(), [(file.name, file.read_text(encoding="utf-8")) for file in assignment.files]]


def _hint(found: _Hunt, subject: _Subject) -> str:
    """Under this name stands which check failed the mutant when it was last run, whatever the checks were then."""
    return key("hint", found.question, subject.mutant.cells)


def _seconds(found: _Hunt, launch: Launch) -> float:
    """How long a cell of a mutant may run: what hangs is killed soon, what is a little slower than the reference is not."""
    started = time.monotonic()
    result = grade(submission(found.release, {found.question: found.reference}), found.assignment, only=found.question, launch=launch)
    for check in result.checks:
        if check.outcome is not Outcome.PASS:
            raise WorkerError(f"{check.check}: the reference answer gets `{check.outcome}`; its mutants say nothing then")
    return 3 + 2 * (time.monotonic() - started)


def _killer(result: Result) -> str:
    """The check that a mutant fails and how, "" where it passes them all."""
    for check in result.checks:
        if check.outcome is Outcome.GRADER_FAULT:
            raise WorkerError(f"{check.check}: {check.message}")
        if check.outcome is not Outcome.PASS:
            return f"{check.check} {check.outcome}"
    return _SURVIVED


def _tally(found: _Hunt, course: Course, verdicts: dict[_Subject, str]) -> Tally:
    entries = read_equivalent(course, found.question)
    survived = [subject for subject in found.subjects if verdicts[subject] == _SURVIVED]
    killed = [subject for subject in found.subjects if verdicts[subject] != _SURVIVED]
    listed = [subject for subject in survived if any(entry.names(subject.answer, subject.mutant) for entry in entries)]
    faults = [
        Fault(
            subject.path,
            subject.line,
            f"{found.question}: no check fails this mutant{_in(subject)}\n    - {subject.mutant.before}\n    + {subject.mutant.after}",
        )
        for subject in survived
        if subject not in listed
    ]
    pairs = [(subject.answer, subject.mutant) for subject in survived], [(subject.answer, subject.mutant) for subject in killed]
    faults += [Fault(path_of(found.question), line, message) for line, message in stale(entries, *pairs)]
    return Tally(found.question, len(found.subjects), len(killed), len(listed), tuple(sorted(set(faults))))


def _in(subject: _Subject) -> str:
    return f" (in {subject.mutant.where})" if subject.mutant.where else ""
