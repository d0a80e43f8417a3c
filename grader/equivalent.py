"""Mutants that mean the same as the answer they were made from, listed by hand with the reason: ``solutions/answers/<question>/equivalent.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from .course import Course
from .errors import Fault, SourceFaults
from .mutants import Mutant

NAME = "equivalent.toml"
_FORM = "an entry is [[equivalent]] with line, becomes (a list of texts) and why, and perhaps where (a function, or an answer's file name without .py)"


@dataclass(frozen=True)
class Equivalent:
    """``line`` may become any of ``becomes`` and means the same, ``why``. With ``where`` only in that function or answer. ``at`` is its line in the file."""

    line: str
    becomes: tuple[str, ...]
    why: str
    where: str
    at: int

    def names(self, answer: str, mutant: Mutant) -> bool:
        """Whether this mutant of this answer is meant."""
        return mutant.before == self.line and mutant.after in self.becomes and self.where in ("", answer, mutant.where)


def path_of(question: str) -> Path:
    """Where a question's list is, seen from the course's folder."""
    return Path("solutions") / "answers" / question / NAME


def read_equivalent(course: Course, question: str) -> tuple[Equivalent, ...]:
    """A question's list; empty where there is no file. Raises SourceFaults."""
    shown = path_of(question)
    try:
        text = (course.root / shown).read_text(encoding="utf-8")
        found = tomllib.loads(text)
    except FileNotFoundError:
        return ()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SourceFaults([Fault(shown, 1, f"cannot be read: {error}")]) from None
    entries = found.get("equivalent", [])
    starts = [number for number, line in enumerate(text.split("\n"), 1) if line.strip() == "[[equivalent]]"]
    if found.keys() - {"equivalent"} or not isinstance(entries, list) or len(starts) != len(entries):
        raise SourceFaults([Fault(shown, 1, _FORM)])
    faults = [Fault(shown, at, _FORM) for at, entry in zip(starts, entries, strict=True) if not _well_formed(entry)]
    if faults:
        raise SourceFaults(faults)
    return tuple(
        Equivalent(entry["line"], tuple(entry["becomes"]), entry["why"], entry.get("where", ""), at)
        for at, entry in zip(starts, entries, strict=True)
    )


def _well_formed(entry: dict[str, object]) -> bool:
    becomes = entry.get("becomes")
    texts = [entry.get("line"), entry.get("why"), entry.get("where", "x"), *(becomes if isinstance(becomes, list) else [None])]
    return (
        not entry.keys() - {"line", "becomes", "why", "where"} and bool(becomes) and all(isinstance(text, str) and text for text in texts)
    )


def stale(
    entries: Iterable[Equivalent], survived: Iterable[tuple[str, Mutant]], killed: Iterable[tuple[str, Mutant]]
) -> list[tuple[int, str]]:
    """(line in the file, message) for what a list says of mutants that do not exist, or that the checks tell from the answer."""
    living, dead = list(survived), list(killed)
    found = []
    for entry in entries:
        for text in entry.becomes:
            if any(entry.names(*one) for one in dead if one[1].after == text):
                found.append((entry.at, f"not equivalent: a check fails it; take it out, or say `where`: {text}"))
            elif not any(entry.names(*one) for one in living if one[1].after == text):
                found.append((entry.at, f"stale: no mutant of an answer turns this line into: {text}"))
    return found
