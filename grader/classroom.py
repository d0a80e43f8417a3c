"""Grades what a class handed in: submissions in, results into the gradebook, one row for each whatever it was."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from .assignment import Assignment, from_source
from .atomic import write_bytes
from .course import Course
from .course_directory import CourseDirectory
from .engine import failed, grade
from .errors import WorkerError
from .gradebook import Change, Gradebook, open_gradebook, submission_key
from .launch import Launch
from .outcome import Outcome, Result
from .parallel import Pool
from .source import read_source
from .submitted import Submission, Unreadable, read_submission, submissions

_TRIES = 3  # where no worker could be had, or it was lost through no fault of the submission's


@dataclass(frozen=True)
class ClassResult:
    """What became of a class: each submission with its result, in the order of `submissions`; scores that changed; how many were graded now."""

    rows: tuple[tuple[Submission, Result], ...]
    changes: tuple[Change, ...]
    graded: int


@dataclass(frozen=True)
class Work:
    """One submission to grade. ``key`` names its result in the gradebook, "" for one that cannot be read."""

    number: int
    submission: Submission
    assignment: Assignment
    content: bytes = b""
    key: str = ""
    problem: str = ""


Graded = Callable[[Iterable[Work]], Iterator[tuple[Work, Result]]]


@contextmanager
def here(jobs: int, launch: Launch) -> Iterator[Graded]:
    """Grades on this machine, ``jobs`` submissions at once, in workers from ``launch``."""
    with Pool(jobs) as pool:
        yield partial(pool.unordered, partial(grade_one, launch=launch))


@dataclass
class _Desk:
    """What has come in so far; results without outputs and parts, so that a class of thousands fits."""

    gradebook: Gradebook
    results: dict[int, Result] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    graded: int = 0


def grade_class(
    course: Course, directory: CourseDirectory, topics: Sequence[str], graded: Graded, done: Callable[[int, int], None]
) -> ClassResult:
    """Grade every submission of these topics; what the gradebook has already, of the same bytes and course, is not run again.

    ``graded`` runs what is to be run, `here` or on a cluster; ``done`` is told (how many are done, of how many).
    Each result is stored as soon as it is there, so an interrupt loses none. Raises InputError.
    """
    listed = submissions(directory.root, topics)
    assignments = {topic: from_source(course, read_source(course.root, topic), directory.lang) for topic in topics}
    with open_gradebook(directory.root) as gradebook:
        desk = _Desk(gradebook)
        done(0, len(listed))
        for work, result in graded(_to_do(listed, assignments, directory, desk)):
            desk.changes += gradebook.write(result, work.submission.student, work.key, work.submission.submitted_at)
            desk.results[work.number] = replace(result, outputs={}, parts=())
            desk.graded += 1
            done(len(desk.results), len(listed))
    done(len(listed), len(listed))
    return ClassResult(tuple((row, desk.results[number]) for number, row in enumerate(listed)), tuple(desk.changes), desk.graded)


def _to_do(listed: Sequence[Submission], assignments: dict[str, Assignment], directory: CourseDirectory, desk: _Desk) -> Iterator[Work]:
    """What has to be graded; what is known already goes to the desk."""
    for number, submission in enumerate(listed):
        assignment = assignments[submission.assignment]
        try:
            content = read_submission(submission, directory.lang)
        except Unreadable as error:
            yield Work(number, submission, assignment, problem=str(error))
            continue
        key = submission_key(content, assignment)
        saved = desk.gradebook.saved(submission.student, submission.assignment, key)
        if saved is None:
            yield Work(number, submission, assignment, content, key)
        else:
            desk.gradebook.retime(submission.student, submission.assignment, submission.submitted_at)
            desk.results[number] = saved


def grade_one(work: Work, launch: Launch) -> Result:
    """The result of one submission, whatever happens."""
    if work.problem:
        return failed(work.assignment, Outcome.ERROR, work.problem)
    why = ""
    for _ in range(_TRIES):
        try:
            return grade(work.content, work.assignment, launch=launch)
        except WorkerError as error:  # perhaps another submission's doing
            why = str(error)
        except Exception as error:  # our own fault: it must not cost the rest of the class its grades
            why = f"{type(error).__name__}: {error}"
            break
    return failed(work.assignment, Outcome.GRADER_FAULT, why)


def write_json(path: Path, rows: Sequence[tuple[Submission, Result]]) -> None:
    """One object per check: student, assignment, question, check, points, max_points, outcome, message. A JSON array, UTF-8, written in one step."""
    objects = [
        {
            "student": submission.student,
            "assignment": submission.assignment,
            "question": check.question,
            "check": check.check,
            "points": check.points,
            "max_points": check.max_points,
            "outcome": str(check.outcome),
            "message": check.message,
        }
        for submission, result in rows
        for check in result.checks
    ]
    write_bytes(path, (json.dumps(objects, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace"))
