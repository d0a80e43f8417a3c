"""Answers and observations made without knowing the question: none of them may pass a check."""

from __future__ import annotations

import ast
import copy
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from .language import only_writes_a_file, parse_cell, parse_expression
from .worker.plain import decode, encode

CONSTANTS: tuple[object, ...] = (True, False, 0, 1, "", [], None)
_PLAIN: tuple[dict[type, object], ...] = (
    {bool: True, int: 1, float: 1.0, str: "", bytes: b""},
    {bool: False, int: 0, float: 0.0, str: "None", bytes: b"0"},
    {bool: True, int: 0, float: 0.5, str: "ok", bytes: b"ok"},
)


def forged_observations(
    reference: Mapping[str, object], act: ast.Module, elsewhere: Sequence[Mapping[str, object]]
) -> Iterator[tuple[str, dict[str, object]]]:
    """Observations, encoded, that a process could report without doing anything.

    ``reference`` are the encoded observations of the reference answer: only their shape and types are used. ``act`` is what the check does, whose literals
    are its inputs; ``elsewhere`` is what other checks saw. Yields (what it reports, observations).
    """
    values = {name: decode(tree) for name, tree in reference.items()}
    for constant in CONSTANTS:
        yield f"reports {constant!r} for everything", {name: encode(constant) for name in reference}
        filled = {name: encode(_filled(value, {}, constant)) for name, value in values.items()}
        yield f"reports {constant!r} in the place of each value", filled
    inputs = _literals(act)
    for literal in inputs:
        yield f"reports {literal!r}, an input, for everything", {name: encode(literal) for name in reference}
    yield from _by_type("repeats the inputs", values, inputs)
    others = [decode(tree) for observed in elsewhere for tree in observed.values()]
    yield from _by_type("replays what other checks saw", values, others)
    for observed in elsewhere:
        same = {name: observed[name] for name in reference if name in observed}
        if same:
            yield "replays what another check saw under the same names", {**{name: encode(None) for name in reference}, **same}
    for common in (*_PLAIN, _common(others, 0), _common(others, 1)):
        filled = {name: encode(_filled(value, common, None)) for name, value in values.items()}
        yield "reports a common value of each type in the place of each value", filled


def _literals(act: ast.Module) -> list[object]:
    """What stands literally in a check, each once: constants, and lists and the like of constants."""
    found: dict[str, object] = {}
    for node in ast.walk(act):
        if isinstance(node, ast.Constant | ast.List | ast.Tuple | ast.Set | ast.Dict):
            try:
                value = ast.literal_eval(node)
            except (ValueError, TypeError):
                continue
            found.setdefault(repr(value), value)
    return list(found.values())


def _by_type(what: str, values: Mapping[str, object], candidates: Sequence[object]) -> Iterator[tuple[str, dict[str, object]]]:
    """In the place of each value the first candidate of its type, then the second, and so on, round and round."""
    kinds = {name: [one for one in candidates if type(one) is type(value)] for name, value in values.items()}
    for turn in range(max(map(len, kinds.values()), default=0)):
        chosen = {name: fitting[turn % len(fitting)] if fitting else None for name, fitting in kinds.items()}
        yield what, {name: encode(value) for name, value in chosen.items()}


def _common(values: Iterable[object], rank: int) -> dict[type, object]:
    """For each plain type the value that is most common in these values, or the next one."""
    counts: dict[type, Counter[object]] = {}
    for leaf in (leaf for value in values for leaf in _leaves(value)):
        counts.setdefault(type(leaf), Counter())[leaf] += 1
    return {kind: count.most_common(rank + 1)[-1][0] for kind, count in counts.items()}


def _leaves(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        yield from (leaf for pair in value.items() for part in pair for leaf in _leaves(part))
    elif isinstance(value, list | tuple | set | frozenset):
        yield from (leaf for item in value for leaf in _leaves(item))
    else:
        yield value


def _filled(value: object, by_type: Mapping[type, object], otherwise: object) -> object:
    """The same shape with other values in it."""
    if isinstance(value, dict):
        return {key: _filled(item, by_type, otherwise) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_filled(item, by_type, otherwise) for item in value)
    return by_type.get(type(value), otherwise)


def forged_answers(cells: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The reference answer with every function's body replaced by one that returns a constant, or something made of its arguments only."""
    for constant in CONSTANTS:
        yield f"returns {constant!r} from everything", tuple(_rewritten(cell, repr(constant)) for cell in cells)
    for what in ("first argument", "last argument", "object", "arguments as a list"):
        yield f"returns its {what} from everything", tuple(_rewritten(cell, what) for cell in cells)


def _returned(what: str, names: Sequence[str]) -> str:
    """The expression that stands for ``what``, in a function with these arguments; ``what`` itself where that is an expression."""
    own = [name for name in names if name not in ("self", "cls")]
    echoes = {
        "first argument": own[0] if own else "None",
        "last argument": own[-1] if own else "None",
        "object": names[0] if names else "None",
        "arguments as a list": f"[{', '.join(own)}]",
    }
    return echoes.get(what, what)


def _rewritten(cell: str, what: str) -> str:
    first, _, rest = cell.partition("\n")
    if only_writes_a_file(cell):
        return f"{first}\n{_rewritten(rest, what)}"
    return ast.unparse(_Forger(what).visit(copy.deepcopy(parse_cell(cell))))


class _Forger(ast.NodeTransformer):
    def __init__(self, what: str) -> None:
        self.what = what
        self.depth = 0

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> ast.AST:
        if node.name in ("__init__", "__init_subclass__", "__set_name__"):
            node.body = [ast.Pass()]  # what these return is thrown away, or refused
            return node
        names = [argument.arg for argument in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]
        value = parse_expression(_returned(self.what, names))
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
            node.value = parse_expression(_returned(self.what, ()))
        return ast.fix_missing_locations(node)
