"""One small change to a piece of Python, of the kind that people make: where it stands, and what comes in its place."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from .language import parse_cell

_COMPARISONS: dict[type[ast.cmpop], tuple[str, ...]] = {
    ast.Lt: ("<=", ">="),
    ast.LtE: ("<", ">"),
    ast.Gt: (">=", "<="),
    ast.GtE: (">", "<"),
    ast.Eq: ("!=", "is"),
    ast.NotEq: ("==",),
    ast.Is: ("==", "is not"),
    ast.IsNot: ("!=", "is"),
    ast.In: ("not in",),
    ast.NotIn: ("in",),
}
_LUCK = {(ast.Is, "=="), (ast.IsNot, "!="), (ast.Eq, "is")}  # the same for None, and for other constants luck
_COMPARISON = re.compile(r"not\s+in|is\s+not|in\b|is\b|==|!=|<=|>=|<|>")
_OPERATORS = {"+": "-", "-": "+", "*": "/", "/": "*", "//": "/", "%": "//", "**": "*", "|": "&", "&": "|", "^": "|", "<<": ">>", ">>": "<<"}
_OPERATOR = re.compile(r"\*\*|//|<<|>>|[-+*/%|&^@]")
_CONVERSIONS = frozenset("list tuple set frozenset dict sorted reversed str int float bytes bool iter repr abs".split())
_COPIES = ("copy", "strip", "lower", "upper")
_FRESH = ("list", "dict", "set", "deque", "defaultdict", "Counter", "OrderedDict")
_SIMPLE = (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Expr, ast.Delete)
_REMOVABLE = (*_SIMPLE, ast.Return, ast.Raise, ast.Break, ast.Continue, ast.Assert, ast.Nonlocal, ast.Global, ast.For, ast.AsyncFor)


@dataclass(frozen=True)
class Change:
    """Bytes ``start`` to ``end`` of a cell become ``text``."""

    start: int
    end: int
    text: str
    where: str

    def applied(self, cell: str) -> str:
        raw = cell.encode()
        return (raw[: self.start] + self.text.encode() + raw[self.end :]).decode()


def changes(cell: str) -> list[Change]:
    """In the order of the text. None for a cell that is no Python: it has no tree to change."""
    finder = _Finder(cell)
    finder.visit(parse_cell(cell))
    return sorted(finder.found, key=lambda change: (change.start, change.end, change.text))


class _Finder(ast.NodeVisitor):
    """Collects changes. What is in an f-string is left alone: before Python 3.12 its parts do not know where they stand."""

    def __init__(self, cell: str) -> None:
        self.raw = cell.encode()
        self.begins = [0]
        for line in self.raw.split(b"\n"):
            self.begins.append(self.begins[-1] + len(line) + 1)
        self.found: list[Change] = []
        self.scopes: list[ast.AST] = []

    # where things stand

    def _start(self, node: ast.AST) -> int:
        return self.begins[node.lineno - 1] + node.col_offset  # type: ignore[attr-defined]

    def _end(self, node: ast.AST) -> int:
        return self.begins[node.end_lineno - 1] + node.end_col_offset  # type: ignore[attr-defined]

    def _text(self, node: ast.AST) -> str:
        return self.raw[self._start(node) : self._end(node)].decode()

    def _add(self, start: int, end: int, text: str) -> None:
        where = ".".join(node.name for node in self.scopes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef))
        self.found.append(Change(start, end, text, where))

    def _replace(self, node: ast.AST, *texts: str) -> None:
        for text in texts:
            self._add(self._start(node), self._end(node), text)

    def _token(self, pattern: re.Pattern[str], left: ast.AST, right: ast.AST) -> tuple[int, int, str] | None:
        """The operator between two operands. A comment between them would be misread; then there is none."""
        gap = self.raw[self._end(left) : self._start(right)].decode()
        match = pattern.search(gap)
        if match is None or "#" in gap:
            return None
        start = self._end(left) + len(gap[: match.start()].encode())
        return start, start + len(match[0].encode()), match[0]

    # statements

    def _block(self, body: list[ast.stmt], owner: ast.AST) -> None:
        """Each statement removed, and swapped with the next one where the order can matter."""
        body = body[1:] if not isinstance(owner, ast.Module) and body and _is_text(body[0]) else body
        for node in body:
            if _can_go(node, owner):
                decorators: list[ast.expr] = getattr(node, "decorator_list", [])
                start = self.raw.rindex(b"@", 0, self._start(decorators[0])) if decorators else self._start(node)
                self._add(start, self._end(node), "pass")
        for one, two in pairwise(body):
            if isinstance(one, _SIMPLE) and isinstance(two, _SIMPLE) and one.end_lineno != two.lineno and not _independent(one, two):
                gap = self.raw[self._end(one) : self._start(two)].decode()
                self._add(self._start(one), self._end(two), self._text(two) + gap + self._text(one))

    def generic_visit(self, node: ast.AST) -> None:
        for name in ("body", "orelse", "finalbody"):
            part = getattr(node, name, None)
            if isinstance(part, list):
                self._block(part, node)
        super().generic_visit(node)

    def _scope(self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> None:
        for decorator in node.decorator_list:
            self._replace(decorator, "(lambda it: it)")
        self.scopes.append(node)
        if not isinstance(node, ast.ClassDef):
            for default in (*node.args.defaults, *node.args.kw_defaults):
                if default is not None:
                    self.visit(default)
        self._block(node.body, node)
        for statement in node.body:
            if not _is_text(statement):
                self.visit(statement)
        self.scopes.pop()

    visit_FunctionDef = visit_AsyncFunctionDef = visit_ClassDef = _scope

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self._shared(node.value)
            self.visit(node.target)
            self.visit(node.value)

    def visit_Assign(self, node: ast.Assign) -> None:
        self._shared(node.value)
        self.generic_visit(node)

    def _shared(self, value: ast.expr) -> None:
        """What a mutable default does: one object for all calls."""
        fresh = isinstance(value, ast.List | ast.Dict | ast.Set) or (
            isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id in _FRESH
        )
        if fresh and any(isinstance(scope, ast.FunctionDef | ast.AsyncFunctionDef) for scope in self.scopes):
            self._replace(value, f'globals().setdefault("_shared", {self._text(value)})')

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        found = self._token(_OPERATOR, node.target, node.value)
        if found:
            start, end, operator = found
            self._add(start, end + 1, "=")
            if operator in _OPERATORS:
                self._add(start, end, _OPERATORS[operator])
        self.generic_visit(node)

    def _condition(self, test: ast.expr) -> None:
        if isinstance(test, ast.Constant):
            return
        self._replace(test, "True", "False")
        if not isinstance(test, ast.Compare | ast.BoolOp | ast.UnaryOp):
            self._replace(test, f"(not ({self._text(test)}))")

    def visit_If(self, node: ast.If) -> None:
        self._condition(node.test)
        self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self._condition(node.test)
        self.generic_visit(node)

    def visit_While(self, node: ast.While) -> None:
        if not isinstance(node.test, ast.Constant):
            self._replace(node.test, "False")
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        for test in node.ifs:
            self._condition(test)
        self.generic_visit(node)

    def visit_Break(self, node: ast.Break) -> None:
        self._replace(node, "continue")

    def visit_Continue(self, node: ast.Continue) -> None:
        self._replace(node, "break")

    def _with(self, node: ast.With | ast.AsyncWith) -> None:
        for item in node.items:
            self._replace(item.context_expr, f'__import__("contextlib").nullcontext({self._text(item.context_expr)})')
        self.generic_visit(node)

    visit_With = visit_AsyncWith = _with

    def visit_Try(self, node: ast.Try) -> None:
        if node.finalbody and not node.orelse:  # what the finally does is left out where there was an exception, or a return
            start = self.raw.rindex(b"finally", 0, self._start(node.finalbody[0]))
            indent = " " * node.col_offset
            without = "else" if node.handlers else f"except BaseException:\n{indent}    raise\n{indent}else"
            self._add(start, start + len(b"finally"), without)
        self.generic_visit(node)

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        first, last = node.body[0], node.body[-1]
        self._add(self._start(first), self._end(last), "raise")
        names = [node.type] if node.type is not None else []
        if isinstance(node.type, ast.Tuple):
            names = node.type.elts
            for dropped in names:
                kept = [self._text(name) for name in names if name is not dropped]
                self._replace(node.type, f"({', '.join(kept)},)")
        for name in names:
            wide = self._text(name) in ("Exception", "BaseException")
            self._replace(name, "ArithmeticError" if wide else "Exception")
        for statement in node.body:
            self.visit(statement)
        self._block(node.body, node)

    def visit_Raise(self, node: ast.Raise) -> None:
        kind = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
        if isinstance(kind, ast.Name | ast.Attribute) and self._text(kind)[:1].isupper():
            self._replace(kind, "ValueError" if self._text(kind) == "RuntimeError" else "RuntimeError")
        # what the exception says is for people: no check asks for it unless the question's text does

    # expressions

    def visit_Compare(self, node: ast.Compare) -> None:
        for left, operator, right in zip([node.left, *node.comparators], node.ops, node.comparators, strict=False):
            found = self._token(_COMPARISON, left, right)
            plain = isinstance(left, ast.Constant) or isinstance(right, ast.Constant)
            for text in _COMPARISONS[type(operator)] if found else ():
                if found and not (plain and (type(operator), text) in _LUCK):
                    self._add(found[0], found[1], text)
        for operand in (node.left, *node.comparators):
            if not (isinstance(operand, ast.Constant) and operand.value is None):
                self.visit(operand)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        other = "or" if isinstance(node.op, ast.And) else "and"
        for left, right in pairwise(node.values):
            found = self._token(re.compile(r"\b(and|or)\b"), left, right)
            if found:
                self._add(found[0], found[1], other)
        for dropped in node.values:
            kept = [f"({self._text(value)})" for value in node.values if value is not dropped]
            self._replace(node, f" {'and' if other == 'or' else 'or'} ".join(kept))
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not | ast.USub):
            self._replace(node, f"({self._text(node.operand)})")
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        found = self._token(_OPERATOR, node.left, node.right)
        if found and found[2] in _OPERATORS:
            self._add(found[0], found[1], _OPERATORS[found[2]])
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        value = node.value
        if isinstance(value, bool):
            self._replace(node, str(not value))
        elif isinstance(value, int):
            self._replace(node, str(value + 1), f"({value - 1})" if value < 1 else str(value - 1))
        elif isinstance(value, float):
            self._replace(node, repr(value * 2 + 1))
        elif isinstance(value, str):
            self._replace(node, f'{self._text(node)} "x"')
        elif isinstance(value, bytes):
            self._replace(node, f'{self._text(node)} b"x"')
        elif value is None:
            self._replace(node, "0")

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        self._replace(node, f'{self._text(node)} "x"')

    def visit_Call(self, node: ast.Call) -> None:
        for one, two in pairwise(node.args):
            gap = self.raw[self._end(one) : self._start(two)].decode()
            self._add(self._start(one), self._end(two), self._text(two) + gap + self._text(one))
        for keyword in node.keywords:
            others = [self._text(item) for item in (*node.args, *node.keywords) if item is not keyword]
            self._replace(node, f"{self._text(node.func)}({', '.join(others)})")
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name in _CONVERSIONS and len(node.args) == 1 and not node.keywords and not isinstance(node.args[0], ast.Starred):
            self._replace(node, f"({self._text(node.args[0])})")
        if isinstance(node.func, ast.Attribute) and node.func.attr in _COPIES and not node.args and not node.keywords:
            self._replace(node, self._text(node.func.value))
        if name == "range":
            for argument in node.args:
                if not isinstance(argument, ast.Constant | ast.Starred):
                    self._replace(argument, f"{self._text(argument)} + 1")
        if name == "super":
            return
        self.generic_visit(node)

    def visit_Slice(self, node: ast.Slice) -> None:
        for bound in (node.lower, node.upper, node.step):
            if bound is not None:
                self._replace(bound, "")
                if not isinstance(bound, ast.Constant):
                    self._replace(bound, f"{self._text(bound)} + 1")
        self.generic_visit(node)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        function = next((scope for scope in reversed(self.scopes) if isinstance(scope, ast.FunctionDef | ast.AsyncFunctionDef)), None)
        classes = [scope.name for scope in self.scopes if isinstance(scope, ast.ClassDef)]
        own = self._text(node.value)
        if function is not None and classes:
            arguments = {argument.arg for argument in function.args.args}
            if own == "self" and (isinstance(node.ctx, ast.Store) or node.attr in arguments):
                self._replace(node, node.attr)
            if own in (*classes, "type(self)", "self.__class__") and "self" in arguments:
                self._replace(node.value, "self")
        self.generic_visit(node)

    def visit_arguments(self, node: ast.arguments) -> None:
        for default in (*node.defaults, *node.kw_defaults):
            if default is not None:
                self.visit(default)


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _can_go(node: ast.stmt, owner: ast.AST) -> bool:
    """Whether to remove a statement may be felt, and not only as a NameError."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return not isinstance(owner, ast.Module)
    if isinstance(node, ast.Expr):
        return not isinstance(node.value, ast.Constant)
    if isinstance(node, ast.Return) and isinstance(owner, ast.FunctionDef | ast.AsyncFunctionDef) and node is owner.body[-1]:
        return not (node.value is None or (isinstance(node.value, ast.Constant) and node.value.value is None))
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "__slots__":
        return False  # it only saves memory
    return isinstance(node, _REMOVABLE)


def _independent(one: ast.stmt, two: ast.stmt) -> bool:
    """Whether two statements can surely change places: neither writes what the other uses, and at most one of them can do more than it says."""
    (reads, writes), (more_reads, more_writes) = _touched(one), _touched(two)
    if writes & (more_reads | more_writes) or more_writes & reads:
        return False
    if any(isinstance(node, ast.AnnAssign) and node.value is None for node in (one, two)):
        return True
    return not (_acts(one) and _acts(two)) and (_local(one) or _local(two) or not (_acts(one) or _acts(two)))


def _acts(node: ast.stmt) -> bool:
    """Whether it may run code that stands elsewhere."""
    return any(isinstance(part, ast.Call | ast.Yield | ast.YieldFrom | ast.Await) for part in _evaluated(node))


def _local(node: ast.stmt) -> bool:
    """Whether it only gives a name to a constant or another name."""
    if not isinstance(node, ast.Assign | ast.AnnAssign):
        return False
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return all(isinstance(target, ast.Name) for target in targets) and not any(
        isinstance(part, ast.Attribute | ast.Subscript) for part in _evaluated(node)
    )


def _evaluated(node: ast.AST) -> Iterator[ast.AST]:
    """All that runs when a statement runs: not what a lambda holds."""
    yield node
    for part in ast.iter_child_nodes(node):
        if not isinstance(part, ast.Lambda):
            yield from _evaluated(part)


def _touched(node: ast.stmt) -> tuple[set[str], set[str]]:
    """(names and attributes read, those written), as text; an attribute that is written is no reason to say that its object is read."""
    reads: set[str] = set()
    writes: set[str] = set()
    for part in _evaluated(node):
        if isinstance(part, ast.Name | ast.Attribute):
            (reads if isinstance(part.ctx, ast.Load) else writes).add(ast.unparse(part))
        elif isinstance(part, ast.Subscript) and not isinstance(part.ctx, ast.Load):
            writes.add(ast.unparse(part.value))
    return reads | (writes if isinstance(node, ast.AugAssign) else set()), writes
