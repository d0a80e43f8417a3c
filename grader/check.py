"""The anatomy of a check: what acts in the learner's process, what is observed, what the judge asserts."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from .language import parse_cell


class CheckFormError(ValueError):
    """A check cell is not built as arrange, act, observe, assert. ``line`` is 1-based within the cell."""

    def __init__(self, line: int, message: str) -> None:
        self.line = line
        super().__init__(message)


@dataclass(frozen=True)
class CheckCode:
    """A check cell taken apart. ``act_code`` is the text before the asserts; ``bound`` are the names it binds, ``used`` those that the asserts use."""

    act: ast.Module
    act_code: str
    asserts: tuple[ast.Assert, ...]
    bound: frozenset[str]
    used: frozenset[str]

    def observed(self, given: frozenset[str] | set[str]) -> tuple[str, ...]:
        """The names that have to cross from the learner's process: not builtins, not the given cell's."""
        return tuple(sorted(name for name in self.used if name in self.bound or (name not in given and not hasattr(builtins, name))))


@lru_cache(maxsize=1024)
def split_check(code: str) -> CheckCode:
    """Take a check cell, in one language, apart.

    Raises CheckFormError where asserts are missing, stand elsewhere than at the end, or have no message; SyntaxError where it is no Python.
    """
    tree = parse_cell(code)
    body = tree.body
    first = len(body)
    while first and isinstance(body[first - 1], ast.Assert):
        first -= 1
    asserts = [node for node in body[first:] if isinstance(node, ast.Assert)]
    if not asserts:
        raise CheckFormError(len(code.split("\n")), "a check ends with its asserts; there is none")
    for node in ast.walk(ast.Module(body[:first], [])):
        if isinstance(node, ast.Assert):
            raise CheckFormError(node.lineno, "an assert before the end; observe first, assert at the end of the cell, at top level")
    for node in asserts:
        if node.msg is None:
            raise CheckFormError(node.lineno, "an assert without a message; say what was called, what came, what was expected")
        if _grows(node):
            raise CheckFormError(
                node.lineno, "an assert that computes a size from what was observed could run for ever; compute it before, and observe it"
            )
    act = ast.Module(body[:first], [])
    act_code = "\n".join(code.split("\n")[: asserts[0].lineno - 1])
    used = frozenset(name for node in asserts for name in _free_names(node))
    return CheckCode(act, act_code, tuple(asserts), frozenset(bound_names(act)), used)


def _grows(check: ast.Assert) -> bool:
    """Whether a short hostile value could make a part of an assert enormous: the judge has no deadline of its own."""
    loose = {name for name in _free_names(check) if not hasattr(builtins, name)}
    for node in ast.walk(check):  # outer comprehensions come before inner ones
        if isinstance(node, ast.comprehension) and _varies(node.iter, loose):
            loose |= {part.id for part in ast.walk(node.target) if isinstance(part, ast.Name)}
    return any(_can_grow(node, loose) for node in ast.walk(check))


def _can_grow(node: ast.AST, loose: set[str]) -> bool:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("range", "bytes", "bytearray", "pow"):
        return any(_varies(argument, loose) for argument in node.args)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow | ast.LShift):
        return _varies(node, loose)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult):
        numbers = any(isinstance(side, ast.Constant) and isinstance(side.value, int | float) for side in (node.left, node.right))
        return _varies(node, loose) and not numbers
    return isinstance(node, ast.FormattedValue) and node.format_spec is not None and _varies(node.format_spec, loose)


def _varies(node: ast.AST, loose: set[str]) -> bool:
    """Whether a value depends on these names otherwise than by the length of one, or by what is inside a list."""
    if isinstance(node, ast.List) or (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "len"):
        return False
    if isinstance(node, ast.Name):
        return node.id in loose
    return any(_varies(child, loose) for child in ast.iter_child_nodes(node))


def _free_names(node: ast.AST) -> Iterator[str]:
    """Names that an expression needs from outside: loaded, and not bound by it (comprehension targets, lambda arguments, walrus)."""
    bound = {n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    bound |= {n.arg for n in ast.walk(node) if isinstance(n, ast.arg)}
    for name in ast.walk(node):
        if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Load) and name.id not in bound:
            yield name.id


def bound_names(tree: ast.Module) -> set[str]:
    """The names that a cell binds in its namespace when it runs; those of `except … as` are gone after it and do not count."""
    names: set[str] = set()
    stack: list[ast.AST] = list(tree.body)
    while stack:
        node = stack.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names.add(node.name)
            continue
        if isinstance(node, ast.Lambda | ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
            names |= {n.target.id for n in ast.walk(node) if isinstance(n, ast.NamedExpr)}
            continue
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            names |= {(alias.asname or alias.name).split(".")[0] for alias in node.names}
        elif isinstance(node, ast.MatchAs | ast.MatchStar) and node.name:
            names.add(node.name)
        elif isinstance(node, ast.MatchMapping) and node.rest:
            names.add(node.rest)
        stack.extend(ast.iter_child_nodes(node))
    return names
