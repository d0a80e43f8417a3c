"""The rows of nbgrader's gradebook that belong to one submission: found or added, and how a result changes them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from nbformat.notebooknode import NotebookNode
from nbgrader import api, utils
from sqlalchemy import select
from sqlalchemy.orm import Session

from .errors import InputError
from .outcome import CheckResult, Outcome

_UNDECIDED = (Outcome.GRADER_FAULT, Outcome.SKIPPED)

Answers = dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Known:
    """What all submissions of an assignment share: row ids, and by cell name the ids and points of graded cells, the ids of answer cells;
    ``due`` is naive UTC."""

    assignment: str
    notebook: str
    graded: dict[str, tuple[str, float]]
    answered: dict[str, str]
    due: datetime | None


@dataclass(frozen=True)
class Rows:
    """The rows of one submission, `Grade` and `Comment` by the name of their cell. ``new`` where there was none before."""

    submission: Any
    notebook: Any
    grades: dict[str, Any]
    comments: dict[str, Any]
    new: bool


def record_assignment(session: Session, course_id: str, topic: str, notebook: NotebookNode) -> None:
    """Record an assignment with its one notebook and its cells, as nbgrader's SaveCells does; what is recorded already is brought up to date.

    Raises InputError where a cell that has grades would go.
    """
    if session.get(api.Course, course_id) is None:
        session.add(api.Course(id=course_id))
        session.flush()  # `get` finds stored rows only, and the next assignment asks again
    assignment, new = _find(session, api.Assignment, {"name": topic})
    if new:
        assignment.course_id = course_id
    row, _ = _find(session, api.Notebook, {"name": topic, "assignment_id": assignment.id})
    row.kernelspec = json.dumps(notebook.metadata.get("kernelspec", {}))
    cells = {cell.metadata.nbgrader.grade_id: cell for cell in notebook.cells if "nbgrader" in cell.metadata}
    graded = {name: _graded(cell) for name, cell in cells.items() if utils.is_grade(cell)}
    answered: dict[str, dict[str, Any]] = {name: {} for name, cell in cells.items() if utils.is_solution(cell)}
    source = {name: _source(cell) for name, cell in cells.items() if name in graded or name in answered or utils.is_locked(cell)}
    _record_cells(session, api.GradeCell, row.id, graded, api.Grade)
    _record_cells(session, api.SolutionCell, row.id, answered, api.Comment)
    _record_cells(session, api.SourceCell, row.id, source)


def find_assignment(session: Session, topic: str) -> Known | None:
    """The shared rows of an assignment whose notebook has its name; None where the gradebook does not have it."""
    of_topic = (api.Assignment.name == topic, api.Notebook.name == topic)
    notebook = session.scalar(select(api.Notebook).join(api.Assignment).where(*of_topic))
    if notebook is None:
        return None
    graded = {cell.name: (cell.id, cell.max_score) for cell in notebook.grade_cells}
    answered = {cell.name: cell.id for cell in notebook.solution_cells}
    return Known(notebook.assignment_id, notebook.id, graded, answered, notebook.assignment.duedate)


def find_rows(session: Session, known: Known, student: str) -> Rows:
    """All rows of a student's submission. What is missing, up to the student, is added to the session."""
    if session.get(api.Student, student) is None:
        session.add(api.Student(id=student))
    keys: dict[str, Any] = {"assignment_id": known.assignment, "student_id": student}
    submission, new = _find(session, api.SubmittedAssignment, keys)
    notebook, _ = _find(session, api.SubmittedNotebook, {"assignment_id": submission.id, "notebook_id": known.notebook})
    graded = {name: cell_id for name, (cell_id, _) in known.graded.items()}
    grades = _children(session, api.Grade, notebook.id, graded)
    return Rows(submission, notebook, grades, _children(session, api.Comment, notebook.id, known.answered), new)


def set_grade(grade: Any, check: CheckResult) -> None:
    """The automatic score of a check. Where nothing was decided the earlier score stays, and somebody has to look."""
    if check.outcome in _UNDECIDED:
        grade.needs_manual_grade = True
        return
    changed, grade.auto_score = grade.auto_score != check.points, check.points
    grade.needs_manual_grade = grade.manual_score is not None and (grade.needs_manual_grade or changed)


def set_written(grade: Any, blank: bool, changed: bool) -> None:
    """The score of a written answer: 0 where it is blank, otherwise somebody has to mark it, again where it changed."""
    grade.auto_score = 0 if blank else None
    if grade.manual_score is None:
        grade.needs_manual_grade = not blank
    elif changed:
        grade.needs_manual_grade = True


def score(grade: Any) -> float:
    """The score that counts, as nbgrader adds it up."""
    base = grade.manual_score if grade.manual_score is not None else grade.auto_score
    return (base or 0.0) + (grade.extra_credit or 0.0)


def seconds_late(rows: Rows, due: datetime | None) -> float:
    """How late a submission is, as nbgrader counts it, an extension included."""
    if due is None or rows.submission.timestamp is None:
        return 0.0
    extension = rows.submission.extension or timedelta()
    return max(0.0, (rows.submission.timestamp - due - extension).total_seconds())


def answers_in(notebook: Any, names: Iterator[str] | list[str]) -> Answers:
    """The texts of these answer cells of a notebook's JSON, doubled ones in order. Raises KeyError or TypeError for JSON that is no notebook."""
    texts = [(cell["id"], "".join(cell["source"]).strip()) for cell in notebook["cells"]]
    return {name: tuple(text for cell_id, text in texts if cell_id == name or cell_id.startswith(f"{name}-copy-")) for name in names}


def _graded(cell: NotebookNode) -> dict[str, Any]:
    return {"max_score": float(cell.metadata.nbgrader.points), "cell_type": cell.cell_type}


def _source(cell: NotebookNode) -> dict[str, Any]:
    checksum = cell.metadata.nbgrader.get("checksum")
    return {"cell_type": cell.cell_type, "locked": utils.is_locked(cell), "source": cell.source, "checksum": checksum}


def _record_cells(session: Session, model: Any, notebook: str, wanted: dict[str, dict[str, Any]], used_by: Any = None) -> None:
    found = {row.name: row for row in session.scalars(select(model).filter_by(notebook_id=notebook))}
    for name in found.keys() - wanted.keys():
        if used_by is not None and session.scalar(select(used_by).filter_by(cell_id=found[name].id).limit(1)) is not None:
            topic = found[name].notebook.name
            raise InputError(
                f"{topic} has no {name} any more, but there are grades for it; make a copy of the course directory, then run"
                f" `nbgrader db assignment remove {topic} --force` in it, this again, and `grade` again"
            )
        session.delete(found[name])
    for name, values in wanted.items():
        row = found.get(name)
        if row is None:
            row = model(id=api.new_uuid(), name=name, notebook_id=notebook)
            session.add(row)
        for attribute, value in values.items():
            setattr(row, attribute, value)


def _find(session: Session, model: Any, keys: dict[str, Any]) -> tuple[Any, bool]:
    row = session.scalar(select(model).filter_by(**keys))
    if row is not None:
        return row, False
    row = model(**keys)
    row.id = api.new_uuid()
    session.add(row)
    return row, True


def _children(session: Session, model: Any, notebook: str, cells: dict[str, str]) -> dict[str, Any]:
    """By cell name the rows that belong to a submitted notebook."""
    found = {row.cell_id: row for row in session.scalars(select(model).filter_by(notebook_id=notebook))}
    for cell_id in cells.values():
        if cell_id not in found:
            found[cell_id] = model(id=api.new_uuid(), cell_id=cell_id, notebook_id=notebook)
            session.add(found[cell_id])
    return {name: found[cell_id] for name, cell_id in cells.items()}
