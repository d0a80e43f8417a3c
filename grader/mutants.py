"""Mutants: an answer with one small change each. `verify` runs them; whoever passes shows a hole in the checks."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from .changes import changes
from .language import parse_cell

_SHOWN = 4  # changed lines that are shown whole


@dataclass(frozen=True)
class Mutant:
    """All cells of an answer, one of them changed in one place.

    ``cell`` is that cell's index and ``line`` the changed line in it, 1-based; ``where`` the function or class around it, "" at top level; ``before`` and
    ``after`` are the changed lines as one line of text each.
    """

    cells: tuple[str, ...]
    cell: int
    line: int
    where: str
    before: str
    after: str


def mutants(cells: tuple[str, ...], seen: set[str]) -> Iterator[Mutant]:
    """Every mutant of an answer that is none of ``seen``, where they are added: trees as text, so that layout and comments make no difference."""
    trees = [_dumped(cell) for cell in cells]
    seen.add("\n".join(trees))
    for index, cell in enumerate(cells):
        for change in changes(cell):
            text = change.applied(cell)
            try:
                tree = _dumped(text)
            except SyntaxError:
                continue
            whole = "\n".join([*trees[:index], tree, *trees[index + 1 :]])
            if whole in seen:
                continue
            seen.add(whole)
            line, before, after = _shown(cell, text)
            yield Mutant((*cells[:index], text, *cells[index + 1 :]), index, line, change.where, before, after)


def _dumped(cell: str) -> str:
    return ast.dump(parse_cell(cell))


def _shown(old: str, new: str) -> tuple[int, str, str]:
    """(first line that differs, the lines that differ as they were, as they are now)."""
    before, after = old.split("\n"), new.split("\n")
    codes = [code for code in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes() if code[0] != "equal"]
    first, last = codes[0], codes[-1]
    return first[1] + 1, _flat(before[first[1] : last[2]]), _flat(after[first[3] : last[4]])


def _flat(lines: list[str]) -> str:
    text = [line.strip() for line in lines if line.strip()]
    return " ".join(text if len(text) <= _SHOWN else [*text[: _SHOWN - 1], "…"])
