"""Reads the text source of a topic: cells with their attributes and line numbers. Whether they make sense is `form`'s question."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .errors import Fault, InputError, SourceFaults
from .language import Lang, comment_pairs

ROLES = ("", "author", "given", "answer", "check", "hidden", "hint", "words", "solution")
CHECKS = ("check", "hidden")
DEFAULT_TIMEOUT = 10.0
_MARKER = re.compile(r"^# %%(\s|$)")
_JUPYTEXT_OWN = {"lines_to_next_cell", "lines_to_end_of_cell_marker"}
_ATTRIBUTES = {"lang", "q", "role", "points", "timeout"}


@dataclass(frozen=True)
class Cell:
    """One cell of a source. ``line`` is the 1-based line of its first line of text; ``timeout`` is in seconds."""

    kind: str  # "markdown" or "code"
    text: str
    line: int
    role: str = ""
    question: str = ""
    lang: str = ""
    points: int = 0
    timeout: float = DEFAULT_TIMEOUT

    @property
    def is_check(self) -> bool:
        return self.role in CHECKS


@dataclass(frozen=True)
class Source:
    """A topic as its author wrote it. ``path`` is relative to the course's root."""

    topic: str
    path: Path
    cells: tuple[Cell, ...]


def read_source(root: Path, topic: str) -> Source:
    """Read ``solutions/<topic>.py``.

    Raises InputError where it cannot be read and SourceFaults for cells whose attributes cannot be understood.
    """
    import jupytext

    path = Path("solutions") / f"{topic}.py"
    try:
        text = (root / path).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise InputError(f"{path.as_posix()} is not there; the topics are the .py files of solutions/") from None
    except UnicodeDecodeError as error:
        raise InputError(f"{path.as_posix()} is not UTF-8 text ({error.reason}); save it as UTF-8") from None
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines, 1) if _MARKER.match(line)]
    if not starts or any(line.strip() for line in lines[: starts[0] - 1]):
        raise SourceFaults([Fault(path, 1, "text before the first cell; begin the file with a `# %%` line")])
    notebook = jupytext.reads(text, fmt="py:percent")
    if len(notebook.cells) != len(starts):
        raise SourceFaults([Fault(path, starts[0], f"{len(starts)} cell markers, but jupytext reads {len(notebook.cells)} cells")])
    faults: list[Fault] = []
    cells = []
    for start, raw in zip(starts, notebook.cells, strict=True):
        attributes = {key: value for key, value in raw.metadata.items() if key not in _JUPYTEXT_OWN}
        faults += [Fault(path, start, message) for message in _attribute_faults(attributes)]
        first = start + 1
        while first < len(lines) and not lines[first - 1].strip():
            first += 1
        text = "\n".join(raw.source.split("\n")[first - start - 1 :])
        cells.append((raw.cell_type, text.rstrip(), first, attributes))
    if faults:
        raise SourceFaults(faults)
    return Source(topic, path, tuple(_cell(*cell) for cell in cells))


def _cell(kind: str, text: str, line: int, attributes: dict[str, Any]) -> Cell:
    return Cell(
        kind=kind,
        text=text,
        line=line,
        role=attributes.get("role", ""),
        question=attributes.get("q", ""),
        lang=attributes.get("lang", ""),
        points=attributes.get("points", 0),
        timeout=float(attributes.get("timeout", DEFAULT_TIMEOUT)),
    )


def _attribute_faults(attributes: dict[str, Any]) -> list[str]:
    faults = [f"unknown attribute `{name}`; known are {', '.join(sorted(_ATTRIBUTES))}" for name in attributes if name not in _ATTRIBUTES]
    role = attributes.get("role", "")
    if role not in ROLES or attributes.get("role") == "":
        faults.append(f"unknown role `{role}`; roles are {', '.join(ROLES[1:])}")
    if not isinstance(attributes.get("points", 1), int) or isinstance(attributes.get("points"), bool):
        faults.append("`points` must be a whole number, as in points=2")
    timeout = attributes.get("timeout", DEFAULT_TIMEOUT)
    if isinstance(timeout, bool) or not isinstance(timeout, int | float) or not 0 < timeout <= 120:
        faults.append("`timeout` must be a number of seconds, 120 at most, as in timeout=20")
    if attributes.get("lang", "zh") not in ("zh", "en"):
        faults.append('`lang` must be "zh" or "en"')
    if not re.fullmatch(r"q\d\d", str(attributes.get("q", "q00"))):
        faults.append('`q` must look like q="q07"')
    return faults


def numbered(source: Source, lang: Lang) -> Iterator[tuple[str, Cell]]:
    """The cells of one language's notebook with their ids.

    The ids of graded cells are nbgrader's ``grade_id`` too, a contract: checks are numbered from 1, answers and words from the second on.
    """
    numbers: Counter[str] = Counter()
    for cell in source.cells:
        if cell.role in ("author", "solution") or cell.lang not in ("", lang):
            continue
        name = f"{cell.question or 'lesson'}-{cell.role or ('text' if cell.kind == 'markdown' else 'code')}"
        numbers[name] += 1
        alone = cell.role in ("answer", "words", "given") and numbers[name] == 1
        yield name if alone else f"{name}-{numbers[name]}", cell


def title_of(code: str, lang: Lang) -> str:
    """The title of a check: its leading comment lines in that language."""
    return " ".join(text for _, language, text in comment_pairs(code.split("\n\n")[0]) if language == lang).strip()
