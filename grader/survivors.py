"""Runs the mutants of a question's answers. Each has to lose marks, unless it is listed as equivalent; who does not shows a hole in the checks."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .case import Case
from .course import Course
from .engine import Haste
from .equivalent import path_of, read_equivalent, stale
from .errors import Fault, InputError, WorkerError
from .launch import Launch
from .memory import Memory, key
from .mutants import Mutant, mutants
from .outcome import Outcome, Result
from .parallel import Pool
from .source import numbered

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
    cases: Sequence[Case], course: Course, pool: Pool, launch: Launch, memory: Memory, done: Callable[[int, int], None]
) -> Iterator[Tally]:
    """Run the mutants of these questions that have no verdict yet; ``done`` is told how many of all have one.

    A run that was cut off goes on where it stopped.
    """
    found = {case: _subjects(case, course) for case in cases}
    total, before = sum(map(len, found.values())), 0
    for case, subjects in found.items():
        verdicts: dict[_Subject, str] = {}
        for subject, verdict in _verdicts(case, subjects, pool, launch, memory):
            verdicts[subject] = verdict
            done(before + len(verdicts), total)
        before += len(subjects)
        yield _tally(case, course, verdicts)


def _subjects(case: Case, course: Course) -> list[_Subject]:
    """The mutants of the reference and of the right answers."""
    begins = [cell.line for _, cell in numbered(case.source, "en") if cell.question == case.question and cell.role == "answer"]
    lines = _lines(course.root / case.source.path)
    seen: set[str] = set()
    subjects = []
    for mutant in mutants(case.reference, seen):
        own = case.reference[mutant.cell : mutant.cell + 1]
        subjects.append(_Subject(_REFERENCE, case.source.path, _line(lines, begins[mutant.cell], own, mutant), mutant))
    for answer in case.answers:
        lines = _lines(course.root / answer.path)
        for mutant in mutants(answer.cells, seen) if answer.right else ():
            subjects.append(_Subject(answer.name, answer.path, _line(lines, 1, answer.cells[: mutant.cell + 1], mutant), mutant))
    return subjects


def _verdicts(case: Case, subjects: list[_Subject], pool: Pool, launch: Launch, memory: Memory) -> Iterator[tuple[_Subject, str]]:
    """Which check failed each mutant, and how: first what is known, then what has to be run."""
    keys = {subject: case.key("mutant", subject.mutant.cells) for subject in subjects}
    known = {subject: verdict for subject, name in keys.items() if (verdict := memory.get(name)) is not None}
    yield from known.items()
    left = [subject for subject in subjects if subject not in known]
    if not left:
        return
    seconds = _seconds(case, launch)
    # under a hint stands which check failed the mutant when it was last run, whatever the checks were then
    hints = {subject: key("hint", case.question, subject.mutant.cells) for subject in left}
    first = {subject: memory.get(hint) or "" for subject, hint in hints.items()}

    def run(subject: _Subject) -> str:
        patience = seconds
        while True:
            killer = _killer(case.grade(subject.mutant.cells, launch, Haste(patience, first[subject])))
            slow = _seconds(case, launch) if killer.endswith(Outcome.TIMEOUT) else 0
            if slow < 1.5 * patience:
                return killer
            patience = 2 * slow  # it was the machine that was slow, perhaps not the mutant

    for subject, killer in pool.unordered(run, left):
        memory.put(keys[subject], killer)
        memory.put(hints[subject], killer.split(" ")[0])
        yield subject, killer


def _seconds(case: Case, launch: Launch) -> float:
    """How long a cell of a mutant may run: what hangs is killed soon, what is a little slower than the reference is not."""
    started = time.monotonic()
    for check in case.grade(case.reference, launch).checks:
        if check.outcome is not Outcome.PASS:
            raise InputError(
                f"{check.check}: the reference answer gets `{check.outcome}`; run `python -m grader verify {case.source.topic}`"
            )
    return 3 + 2 * (time.monotonic() - started)


def _killer(result: Result) -> str:
    """The check that a mutant fails and how, "" where it passes them all."""
    for check in result.checks:
        if check.outcome is Outcome.GRADER_FAULT:
            raise WorkerError(f"{check.check}: {check.message}")
        if check.outcome is not Outcome.PASS:
            return f"{check.check} {check.outcome}"
    return _SURVIVED


def _tally(case: Case, course: Course, verdicts: dict[_Subject, str]) -> Tally:
    entries = read_equivalent(course, case.question)
    survived = [subject for subject in verdicts if verdicts[subject] == _SURVIVED]
    killed = [subject for subject in verdicts if verdicts[subject] != _SURVIVED]
    listed = [subject for subject in survived if any(entry.names(subject.answer, subject.mutant) for entry in entries)]
    faults = [
        Fault(
            subject.path,
            subject.line,
            f"{case.question}: no check fails this mutant{_in(subject)}\n    - {subject.mutant.before}\n    + {subject.mutant.after}",
        )
        for subject in survived
        if subject not in listed
    ]
    pairs = [(subject.answer, subject.mutant) for subject in survived], [(subject.answer, subject.mutant) for subject in killed]
    faults += [Fault(path_of(case.question), line, message) for line, message in stale(entries, *pairs)]
    return Tally(case.question, len(verdicts), len(killed), len(listed), tuple(sorted(set(faults))))


def _in(subject: _Subject) -> str:
    return f" (in {subject.mutant.where})" if subject.mutant.where else ""
