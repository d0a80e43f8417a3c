"""Answers and observations made without knowing the question: none of them may pass a check."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator, Mapping

from .language import only_writes_a_file, parse_cell, parse_expression
from .worker.plain import decode, encode

CONSTANTS: tuple[object, ...] = (True, False, 0, 1, "", [], None)


def forged_observations(reference: Mapping[str, object]) -> Iterator[tuple[str, dict[str, object]]]:
    """Observations, encoded, that a process could report without doing anything: one constant everywhere, or in the place of each value.

    ``reference`` are the encoded observations of the reference answer: only their shape is used. Yields (what it reports, observations).
    """
    for constant in CONSTANTS:
        yield f"reports {constant!r} for everything", {name: encode(constant) for name in reference}
    for constant in CONSTANTS:
        shaped = {name: _filled(decode(tree), constant) for name, tree in reference.items()}
        yield f"reports {constant!r} in the place of each value", {name: encode(value) for name, value in shaped.items()}


def _filled(value: object, constant: object) -> object:
    if isinstance(value, dict):
        return {key: _filled(item, constant) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_filled(item, constant) for item in value)
    return constant


def forged_answers(cells: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The reference answer with every function's body replaced by one that returns a constant, or its first argument."""
    for constant in CONSTANTS:
        yield f"returns {constant!r} from everything", tuple(_rewritten(cell, constant) for cell in cells)
    yield "returns its first argument from everything", tuple(_rewritten(cell, _Echo) for cell in cells)


class _Echo:
    """Stands for: return the first argument."""


def _rewritten(cell: str, constant: object) -> str:
    first, _, rest = cell.partition("\n")
    if only_writes_a_file(cell):
        return f"{first}\n{_rewritten(rest, constant)}"
    return ast.unparse(_Forger(constant).visit(copy.deepcopy(parse_cell(cell))))


class _Forger(ast.NodeTransformer):
    def __init__(self, constant: object) -> None:
        self.constant = constant
        self.depth = 0

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> ast.AST:
        if node.name in ("__init__", "__init_subclass__", "__set_name__"):
            node.body = [ast.Pass()]  # what these return is thrown away, or refused
            return node
        arguments = [
            argument.arg
            for argument in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
            if argument.arg not in ("self", "cls")
        ]
        value: ast.expr = parse_expression(repr(self.constant)) if self.constant is not _Echo else ast.Constant(None)
        if self.constant is _Echo and arguments:
            value = ast.Name(arguments[0], ast.Load())
        node.body = [ast.Return(value)]
        return ast.fix_missing_locations(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        return self._function(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        return self._function(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        self.depth += 1
        self.generic_visit(node)
        self.depth -= 1
        return node

    def visit_Assign(self, node: ast.Assign) -> ast.AST:
        if self.depth == 0:  # data has no argument that it could return
            node.value = parse_expression(repr(None if self.constant is _Echo else self.constant))
        return ast.fix_missing_locations(node)
