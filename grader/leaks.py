"""Whether what a learner gets to see gives away what it must not: solutions, hidden checks and the values they expect, wrong answers.

A learner sees the notebook, the files beside it, and the feedback: the outputs of the graded notebook. `check` without ``solutions/`` knows no more than the
notebook.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from .autograded import autograded_notebook
from .build import Built
from .check import split_check
from .outcome import Result

_RUN = {"solution": 3, "hidden check": 3, "wrong answer": 5}  # lines in a row that are no coincidence any more
_LONG = 50  # bytes in such lines
_VALUES = 4  # in a collection that is no coincidence any more
_MARKERS = {"### BEGIN SOLUTION": "solution", "### BEGIN HIDDEN TESTS": "hidden check"}


@dataclass(frozen=True)
class Secret:
    """What it is, the cell it belongs to, "" for none, and its text."""

    what: str
    of: str
    text: str

    def __str__(self) -> str:
        return f"a {self.what}{f' of {self.of}' if self.of else ''}"


def secrets(built: Built, wrong_answers: Iterable[str] = ()) -> list[Secret]:
    """Everything that stands between solution and hidden-test markers, and the wrong answers."""
    found = [Secret("wrong answer", "", text) for text in wrong_answers]
    for cell in built.instructor.cells:
        inside: list[str] | None = None
        what = ""
        for line in cell.source.split("\n"):
            bare = line.strip()
            if bare in _MARKERS:
                inside, what = [], _MARKERS[bare]
            elif bare in ("### END SOLUTION", "### END HIDDEN TESTS") and inside is not None:
                found.append(Secret(what, cell.id, "\n".join(inside)))
                inside = None
            elif inside is not None:
                inside.append(line)
    return found


def notebook_texts(built: Built) -> dict[str, str]:
    """What stands in the learner's notebook, cell by cell, in text, metadata, attachments or outputs."""
    return {cell.id: "\n".join(_texts(cell)) for cell in built.release.cells} | {"notebook": "\n".join(_texts(built.release.metadata))}


def file_texts(files: Iterable[Path]) -> dict[str, str]:
    """The files beside the notebook."""
    return {path.name: path.read_text(encoding="utf-8") for path in files}


def feedback_texts(result: Result, built: Built) -> dict[str, str]:
    """The outputs that feedback shows under a learner's cells; what the learner wrote and was handed out is known already."""
    cells = autograded_notebook(result, built.release)["cells"]
    return {cell["id"]: "\n".join(_texts(cell["outputs"])) for cell in cells if cell.get("outputs")}


def leaks(hidden: Iterable[Secret], public: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """(name of a public text, what of which secret can be read in it): several lines in a row, or the whole collection that a hidden check expects."""
    lines = {name: _lines(text) for name, text in public.items()}
    squeezed = {name: _squeezed(text) for name, text in public.items()}
    runs = {what: {name: set(_windows(found, length)) for name, found in lines.items()} for what, length in _RUN.items()}
    for secret in hidden:
        windows = list(_windows(_lines(secret.text), _RUN[secret.what]))
        for name, shown in runs[secret.what].items():
            both = next((window for window in windows if window in shown), None)
            if both is not None:
                yield name, f"{secret}: {both[0]!r}"
        for value in _expected(secret):
            yield from ((name, f"a value that {secret} expects: {value}") for name, text in squeezed.items() if _squeezed(value) in text)


def _expected(secret: Secret) -> Iterator[str]:
    """The collections of constants that the asserts of a hidden check compare with."""
    if secret.what != "hidden check":
        return
    for statement in split_check(secret.text).asserts:
        for node in ast.walk(statement.test):
            if isinstance(node, ast.List | ast.Tuple | ast.Dict | ast.Set):
                try:
                    ast.literal_eval(node)
                except ValueError:
                    continue
                if len({repr(leaf.value) for leaf in ast.walk(node) if isinstance(leaf, ast.Constant)}) >= _VALUES:
                    yield ast.unparse(node)


def _squeezed(text: str) -> str:
    """Without spaces and kinds of quotes, so that layout makes no difference."""
    return "".join(text.replace('"', "'").split())


def _texts(part: object) -> Iterator[str]:
    """Every text in a part of a notebook, however deep."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        for key, value in part.items():
            yield from _texts(key)
            yield from _texts(value)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from _texts(value)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if len(line.strip()) > 3]


def _windows(lines: list[str], length: int) -> Iterator[tuple[str, ...]]:
    """Every ``length`` lines in a row, all of them at once where there are fewer; only what is long enough to mean something."""
    for start in range(max(len(lines) - length, 0) + 1):
        window = tuple(lines[start : start + length])
        if len("".join(window).encode()) >= _LONG:
            yield window
