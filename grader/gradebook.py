"""Puts results into nbgrader's gradebook and writes `autograded/`: the one writer of a course directory, a transaction per submission."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from . import database
from .assignment import Assignment
from .autograded import autograded_notebook, lang_of, notebook_bytes
from .errors import InputError
from .gradebook_rows import Answers, Known, Rows, answers_in, find_assignment, find_rows, score, seconds_late, set_grade, set_written
from .late import LatePenalties
from .outcome import Outcome, Result

_NO_RESPONSE = {"zh": "没有作答。", "en": "No response."}
_SAVED = text(
    "SELECT result FROM grader_result JOIN assignment ON assignment.name = grader_result.assignment"
    " JOIN submitted_assignment ON assignment_id = assignment.id AND student_id = student"
    " WHERE student = :student AND assignment.name = :assignment AND key = :key"
)
_ALL = text("SELECT assignment, student, result FROM grader_result ORDER BY assignment, student")
_LAST_KEY = text("SELECT key FROM grader_result WHERE student = :student AND assignment = :assignment")
_STORE = text("INSERT OR REPLACE INTO grader_result (assignment, student, key, result) VALUES (:assignment, :student, :key, :result)")


@dataclass(frozen=True)
class Change:
    """A score that differs from the one the gradebook had. ``reason`` is "submission" or "course" by what changed since, "" where neither did."""

    student: str
    assignment: str
    cell: str
    before: float
    after: float
    reason: str = ""


@dataclass(frozen=True)
class _Topic:
    """What all submissions of an assignment share: its rows, and the learner's notebook as it was handed out."""

    known: Known
    release: dict[str, Any]


def submission_key(submitted: bytes, assignment: Assignment) -> str:
    """What a result depends on, as text: equal for equal bytes and an equal assignment."""
    return f"{hashlib.sha256(submitted).hexdigest()}-{_course_key(assignment)}"


@lru_cache(maxsize=64)
def _course_key(assignment: Assignment) -> str:
    files = b"".join(path.name.encode() + b"\0" + path.read_bytes() for path in assignment.files)
    return hashlib.sha256(repr(assignment.cells).encode() + files).hexdigest()


@contextmanager
def open_gradebook(directory: Path, wait: float = database.WAIT_SECONDS) -> Iterator[Gradebook]:
    """The gradebook of a course directory. Waits at most ``wait`` seconds, each time, for another program that writes. Raises InputError."""
    with database.session(directory / database.NAME, wait) as session:
        yield Gradebook(directory, session)


class Gradebook:
    """Writes to one course directory; `open_gradebook` makes it."""

    def __init__(self, directory: Path, session: Session) -> None:
        self._directory = directory
        self._path = directory / database.NAME
        self._session = session
        self._topics: dict[str, _Topic] = {}
        self._late = LatePenalties(directory)

    def saved(self, student: str, topic: str, key: str) -> Result | None:
        """The result stored under this key, without outputs and parts; None where there is none, or `autograded/` lacks it."""
        with database.database_errors(self._path):
            stored = self._session.execute(_SAVED, {"student": student, "assignment": topic, "key": key}).scalar()
            self._session.rollback()
        if not key or stored is None or not _holds(self._target(student, topic), key):
            return None
        return _stored_result(topic, stored)

    def results(self) -> Iterator[tuple[str, Result]]:
        """Everything that was graded, as (student, result without outputs and parts), by assignment and student. Raises InputError."""
        with database.database_errors(self._path):
            rows = self._session.execute(_ALL).all()
            self._session.rollback()
        for topic, student, stored in rows:
            yield student, _stored_result(topic, stored)

    def write(self, result: Result, student: str, key: str = "", submitted_at: datetime | None = None) -> tuple[Change, ...]:
        """Store one result: all of it, or nothing. Returns the scores that differ from those of an earlier grading.

        ``key`` is the `submission_key`, "" for what is to be graded again next time; ``submitted_at`` is naive UTC. What was given by hand
        stays; it is flagged for another look where the written answer, or the automatic score under it, changed. Raises InputError.
        """
        if any(check.outcome is Outcome.GRADER_FAULT for check in result.checks):
            key = ""
        with database.database_errors(self._path):
            try:
                topic = self._topic(result)
                rows = find_rows(self._session, topic.known, student)
                rows.submission.timestamp = submitted_at
                before = {} if rows.new else {name: score(grade) for name, grade in rows.grades.items()}
                content = _fill(rows, result, topic.release, self._target(student, result.assignment), key)
                self._penalise(rows, topic.known, student)
                after = {name: score(rows.grades[name]) for name in before}
                reason = self._store(result, student, key)
                self._session.flush()
                self._commit(student, result.assignment, content, submitted_at)
            finally:
                self._session.rollback()
        changed = (name for name in before if after[name] != before[name])
        return tuple(Change(student, result.assignment, name, before[name], after[name], reason) for name in changed)

    def retime(self, student: str, topic: str, submitted_at: datetime | None) -> None:
        """What was graded already came at this time, says its `timestamp.txt` now: keep that, and the penalty for being late. Raises InputError."""
        with database.database_errors(self._path):
            try:
                known = self._known(topic)
                if known is None:
                    return
                rows = find_rows(self._session, known, student)
                moved = rows.submission.timestamp != submitted_at
                rows.submission.timestamp = submitted_at
                self._penalise(rows, known, student)
                if moved or self._session.is_modified(rows.notebook):
                    _stamp(self._target(student, topic).parent, submitted_at)
                    self._session.commit()
            finally:
                self._session.rollback()

    def _penalise(self, rows: Rows, known: Known, student: str) -> None:
        late, total = seconds_late(rows, known.due), sum(map(score, rows.grades.values()))
        rows.notebook.late_submission_penalty = self._late.of(student, total, late)

    def _known(self, topic: str) -> Known | None:
        read = self._topics.get(topic)
        return read.known if read else find_assignment(self._session, topic)

    def _commit(self, student: str, topic: str, content: bytes, submitted_at: datetime | None) -> None:
        """Commit, then put the notebook in place: one that has its key says that the gradebook has the result too."""
        target = self._target(student, topic)
        part = self._directory / "autograded" / f".{os.getpid()}.ipynb"  # not beside the target: nbgrader copies what lies there
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(content)
            _stamp(target.parent, submitted_at)
            self._session.commit()
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)

    def _target(self, student: str, topic: str) -> Path:
        return self._directory / "autograded" / student / topic / f"{topic}.ipynb"

    def _topic(self, result: Result) -> _Topic:
        name = result.assignment
        topic = self._topics.get(name) or self._read_topic(name)
        if topic is None or any(topic.known.graded.get(check.check, ("", -1))[1] != check.max_points for check in result.checks):
            raise InputError(f"{self._directory} does not have {name} as it is now; run `python -m grader course {self._directory}` again")
        self._topics[name] = topic
        return topic

    def _read_topic(self, name: str) -> _Topic | None:
        known = find_assignment(self._session, name)
        try:
            release = json.loads((self._directory / "release" / name / f"{name}.ipynb").read_bytes())
            return _Topic(known, release) if known and release["metadata"]["grader"]["topic"] == name else None
        except (FileNotFoundError, ValueError, KeyError, TypeError):
            return None

    def _store(self, result: Result, student: str, key: str) -> str:
        """Keep the result itself; say which part of its key is not the last one's."""
        facts = {"assignment": result.assignment, "student": student}
        last = str(self._session.execute(_LAST_KEY, facts).scalar() or "")
        data = {"checks": [asdict(check) for check in result.checks], "remarks": result.remarks}
        self._session.execute(_STORE, facts | {"key": key, "result": json.dumps(data)})
        parts = zip(("submission", "course"), last.split("-"), key.split("-"), strict=False)
        return next((name for name, old, new in parts if old and new and old != new), "")


def _stored_result(topic: str, stored: str) -> Result:
    data = json.loads(stored)
    return Result.from_plain(data | {"assignment": topic})


def _fill(rows: Rows, result: Result, release: dict[str, Any], target: Path, key: str) -> bytes:
    """Put a result into a submission's rows; returns the autograded notebook. ``target`` is where the one before is."""
    notebook = autograded_notebook(result, release, key)
    if not result.parts and all(check.outcome is Outcome.GRADER_FAULT for check in result.checks):  # it was not run at all
        for grade in rows.grades.values():
            grade.needs_manual_grade = True
        return target.read_bytes() if target.exists() else notebook_bytes(notebook)
    checks = {check.check: check for check in result.checks}
    names = list(rows.comments)
    answers, stubs = answers_in(notebook, names), answers_in(release, names)
    marked = any(grade.manual_score is not None for grade in rows.grades.values())
    earlier = _earlier_answers(target, names) if marked else {}
    for name, grade in rows.grades.items():
        if name in checks:
            set_grade(grade, checks[name])
        elif name in answers:
            set_written(grade, _blank(answers[name], stubs[name]), answers[name] != earlier.get(name))
    for name, comment in rows.comments.items():
        comment.auto_comment = _NO_RESPONSE[lang_of(release)] if _blank(answers[name], stubs[name]) else None
    return notebook_bytes(notebook)


def _blank(texts: Sequence[str], stub: Sequence[str]) -> bool:
    return all(text in ("", *stub) for text in texts)


def _earlier_answers(path: Path, names: list[str]) -> Answers:
    """The answers of the notebook that was graded last; none where it cannot be read."""
    try:
        return answers_in(json.loads(path.read_bytes()), names)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _holds(path: Path, key: str) -> bool:
    try:
        return key.encode() in path.read_bytes()
    except OSError:
        return False


def _stamp(folder: Path, submitted_at: datetime | None) -> None:
    """nbgrader keeps the time of submission beside the notebook, and makes feedback anew where it is later than the feedback's."""
    stamp = folder / "timestamp.txt"
    stamp.unlink(missing_ok=True)  # one that stock nbgrader left is read-only
    if submitted_at is not None:
        stamp.write_text(f"{submitted_at:%Y-%m-%d %H:%M:%S.%f} UTC", encoding="utf-8")
