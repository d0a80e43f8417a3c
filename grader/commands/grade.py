"""`grade`: grades what stands under `submitted/` of a course directory."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path

from ..classroom import ClassResult, Graded, grade_class, here, write_json
from ..course import Course, read_course
from ..course_directory import CourseDirectory, read
from ..display import class_table, number, progress, terminal
from ..errors import UsageError
from ..launch import ColdProcess
from ..outcome import CheckResult, Outcome
from ..sandbox import walled
from ..submitted import leftovers


def run(directory: Path, assignments: list[str], jobs: int | None, dask: str, json_file: Path | None, sandbox: str) -> int:
    course = read_course()
    known = read(directory)
    for name in assignments:
        if name not in known.topics:
            raise UsageError(f"{directory} has no assignment {name!r}; it has {', '.join(known.topics)}")
    topics = [topic for topic in known.topics if not assignments or topic in assignments]
    with _place(jobs, dask, sandbox) as graded:
        result = grade_with_progress(course, known, topics, graded)
    show(course, directory, result)
    others = leftovers(known)
    if others:
        print(
            f"not looked at, since not in the place of a submission: {', '.join(others[:10])}{' …' if len(others) > 10 else ''} ({len(others)})"
        )
    if json_file:
        write_json(json_file, result.rows)
        print(f"every check, as JSON: {json_file}")
    return 0


@contextmanager
def _place(jobs: int | None, dask: str, sandbox: str) -> Iterator[Graded]:
    """Where submissions are graded: on this machine, or on a Dask cluster."""
    if dask:
        from ..cluster import connected

        with connected(dask, sandbox) as graded:
            yield graded
        return
    with nullcontext(ColdProcess) if sandbox == "off" else walled(required=True) as launch, here(jobs or cores(), launch) as graded:
        yield graded


def cores() -> int:
    return os.cpu_count() or 1


def grade_with_progress(course: Course, directory: CourseDirectory, topics: Sequence[str], graded: Graded) -> ClassResult:
    """Grade a class and show how far it is."""
    with progress("grading", "graded") as done:
        return grade_class(course, directory, topics, graded, done)


def show(course: Course, directory: Path, result: ClassResult) -> None:
    """The class as a table, what changed since the last time, and where everything is."""
    if not result.rows:
        print(f"nothing was handed in yet: put notebooks at {directory / 'submitted' / 'STUDENT' / 'ASSIGNMENT' / 'ASSIGNMENT'}.ipynb")
        return
    graded = {submission.assignment for submission, _ in result.rows}
    questions = {q.id: float(q.points) for topic in course.topics if topic in graded for q in course.topics[topic]}
    checks: dict[str, list[CheckResult]] = {}
    remarks: dict[str, list[str]] = {}
    for submission, one in result.rows:
        checks.setdefault(submission.student, []).extend(one.checks)
        remarks.setdefault(submission.student, []).extend(one.remarks)
    rows = [(student, listed, " ".join(dict.fromkeys(remarks[student]))) for student, listed in checks.items()]
    terminal().print(class_table(rows, questions))
    print("(0) not attempted, t timeout, c crashed, ! fault of the grader; written parts are marked by hand in formgrader\n")
    for change in result.changes:
        why = {"submission": "handed in again", "course": "the course changed"}.get(change.reason, "graded again")
        print(f"changed: {change.student} {change.cell} {number(change.before)} -> {number(change.after)} ({why})")
    faults = sum(check.outcome is Outcome.GRADER_FAULT for listed in checks.values() for check in listed)
    if faults:
        print(f"{faults} checks could not be decided by a fault of the grader; they cost nobody a point, run `grade` again")
    print(f"{len(result.rows)} submissions, {result.graded} graded now, the others unchanged since they were graded")
    print(f"gradebook             {directory / 'gradebook.db'}")
    print(f"autograded notebooks  {directory / 'autograded'}")
    python = Path(sys.executable)
    shown = os.path.relpath(python, directory) if python.is_absolute() and directory.is_dir() and os.name != "nt" else "python"
    print(f"formgrader            cd {directory} && {shown} -m jupyter lab      then Nbgrader > Formgrader in the menu")
    print(
        f"feedback for learners cd {directory} && {shown} -m nbgrader generate_feedback --force --assignment {next(iter(sorted(graded)))}"
    )
