"""What became of a check, a question, a submission: plain, frozen data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any


class Outcome(StrEnum):
    """How a check ended. Only ``PASS`` earns its points."""

    PASS = "pass"
    FAIL = "fail"  # the check ran, what it saw is wrong
    ERROR = "error"  # the answer raised an exception
    TIMEOUT = "timeout"  # the answer did not come back in time
    CRASHED = "crashed"  # the answer ended its process
    NOT_ATTEMPTED = "not_attempted"  # the answer cell is as it was handed out
    SKIPPED = "skipped"  # not run here: a hidden check without the instructor's package
    GRADER_FAULT = "grader_fault"  # our own fault: no points, and no points lost for it until it was graded again


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One check of one submission. ``points`` are what was earned; ``message`` is in the notebook's language."""

    question: str
    check: str
    title: str
    hidden: bool
    points: float
    max_points: float
    outcome: Outcome
    message: str = ""


@dataclass(frozen=True)
class CellOutput:
    """What an executed cell of the submission printed, and the error that ended it ("" if none), both cut to size."""

    text: str = ""
    error: str = ""


@dataclass(frozen=True)
class Part:
    """One cell of a rebuilt submission. ``cell_id`` is that of the assignment's cell, "" for a cell of the learner's own."""

    id: str
    kind: str  # "code" or "markdown"
    text: str
    cell_id: str = ""


@dataclass(frozen=True)
class Result:
    """The result of one submission: its checks in notebook order, outputs by cell id, and remarks for the instructor.

    ``parts`` are the cells of the rebuilt submission, none where it was no notebook.
    """

    assignment: str
    checks: tuple[CheckResult, ...]
    outputs: dict[str, CellOutput] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()

    @property
    def points(self) -> float:
        return sum(check.points for check in self.checks)

    @property
    def max_points(self) -> float:
        return sum(check.max_points for check in self.checks)

    def plain(self) -> dict[str, Any]:
        """The same as plain data: JSON keeps every bit of it."""
        return asdict(self)

    @staticmethod
    def from_plain(data: Mapping[str, Any]) -> Result:
        """The result that `plain` made ``data`` from. What is missing of outputs and parts is taken as none."""
        checks = tuple(CheckResult(**check | {"outcome": Outcome(check["outcome"])}) for check in data["checks"])
        outputs = {name: CellOutput(**output) for name, output in data.get("outputs", {}).items()}
        parts = tuple(Part(**part) for part in data.get("parts", ()))
        return Result(data["assignment"], checks, outputs, tuple(data["remarks"]), parts)

    def questions(self) -> dict[str, tuple[CheckResult, ...]]:
        """The checks of each question, in order."""
        return by_question(self.checks)


def by_question(checks: Iterable[CheckResult]) -> dict[str, tuple[CheckResult, ...]]:
    """Checks grouped by question id, both in the order they come."""
    groups: dict[str, list[CheckResult]] = {}
    for check in checks:
        groups.setdefault(check.question, []).append(check)
    return {question: tuple(group) for question, group in groups.items()}
