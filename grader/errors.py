"""What can go wrong, as types: one root, and the exit code that the command line gives each branch."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


class GraderError(Exception):
    """Root of all errors that this package raises on purpose. Its text is one line that names what to do next."""

    exit_code = 3


class InputError(GraderError):
    """Something in the user's files has to be mended first."""

    exit_code = 1


class UsageError(GraderError):
    """The command was called with something that does not exist or does not fit."""

    exit_code = 2


class WorkerError(GraderError):
    """The grader could not run its own worker process: our fault, it costs nobody a mark."""


@dataclass(frozen=True, order=True)
class Fault:
    """One fault in the course's own sources. ``line`` is 1-based."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path.as_posix()}:{self.line}: {self.message}"


class SourceFaults(InputError):
    """All faults found in the sources; nothing was written."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(str(fault) for fault in self.faults))
