"""The two languages of the course, and how one text becomes the text of one of them."""

from __future__ import annotations

import ast
import re
import threading
from typing import Literal, get_args

Lang = Literal["zh", "en"]
LANGUAGES: tuple[Lang, ...] = get_args(Lang)

_COMMENT = re.compile(r"^(\s*)# (zh|en): ?(.*)$")
_MAGIC = re.compile(r"^(\s*)[%!]")


def T(zh: str, en: str) -> str:
    """One text in both languages. In a notebook the builder leaves one of them; where a source runs as a program, it is English."""
    return en


class LanguageError(ValueError):
    """A text cannot be resolved. ``line`` is 1-based within the cell."""

    def __init__(self, line: int, message: str) -> None:
        self.line = line
        super().__init__(message)


_PARSING = threading.Lock()  # before 3.11.8 and 3.12.2 two threads that parse at once disturb each other: python/cpython#106905


def parse_expression(code: str) -> ast.expr:
    """The syntax tree of one expression. Safe in threads, which ``ast.parse`` is not in every Python. Raises SyntaxError."""
    with _PARSING:
        return ast.parse(code, mode="eval").body


def parse_cell(code: str) -> ast.Module:
    """The syntax tree of a notebook cell, top-level ``await`` allowed, magics seen as comments.

    A ``%%`` cell whose rest is not Python gives an empty module. Raises SyntaxError for anything else.
    """
    try:
        return _parse(code)  # first as it is: a line in a string, or one that goes on, may begin with % too
    except SyntaxError:
        masked = "\n".join(_MAGIC.sub(lambda m: m[1] + "#", line) for line in code.split("\n"))
    try:
        return _parse(masked)
    except SyntaxError:
        if code.lstrip().startswith("%%"):
            return ast.Module(body=[], type_ignores=[])
        raise


def only_writes_a_file(code: str) -> bool:
    """Whether a cell is one of ``%%writefile``: its body goes into a file and binds nothing in the notebook."""
    return code.lstrip().startswith("%%writefile")


def _parse(code: str) -> ast.Module:
    with _PARSING:
        tree = compile(code, "<cell>", "exec", ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    assert isinstance(tree, ast.Module)
    return tree


def resolve(code: str, lang: Lang) -> str:
    """A code cell in one language: its ``# zh:`` or ``# en:`` lines kept without the prefix, each ``T(…)`` replaced by one literal."""
    return _resolve_comments(_resolve_calls(code, lang), lang)  # in this order, so that the lines of errors are those of ``code``


def comment_pairs(code: str) -> list[tuple[int, str, str]]:
    """All ``# zh:`` and ``# en:`` lines of a cell as (line, language, text)."""
    found = ((number, _COMMENT.match(line)) for number, line in enumerate(code.split("\n"), 1))
    return [(number, match[2], match[3]) for number, match in found if match]


def _resolve_comments(code: str, lang: Lang) -> str:
    kept = []
    for line in code.split("\n"):
        match = _COMMENT.match(line)
        if match is None:
            kept.append(line)
        elif match[2] == lang:
            kept.append(f"{match[1]}# {match[3]}".rstrip())
    return "\n".join(kept)


def _resolve_calls(code: str, lang: Lang) -> str:
    if "T(" not in code:
        return code
    try:
        tree = parse_cell(code)
    except SyntaxError as error:
        raise LanguageError(error.lineno or 1, f"the cell is not Python ({error.msg}); mend its syntax") from None
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and any(_is_t(inner) for inner in ast.walk(node)):
            raise LanguageError(node.lineno, "T(…) inside an f-string; put the f-strings inside T(…)")
    lines = [line.encode() for line in code.split("\n")]
    calls = sorted(
        (n for n in ast.walk(tree) if isinstance(n, ast.Call) and _is_t(n)), key=lambda n: (n.lineno, n.col_offset), reverse=True
    )
    for call in calls:
        if len(call.args) != len(LANGUAGES) or call.keywords:
            raise LanguageError(call.lineno, "T takes exactly two texts: T(zh, en)")
        if any(_is_t(inner) for argument in call.args for inner in ast.walk(argument)):
            raise LanguageError(call.lineno, "T(…) inside T(…); write one T with the two whole texts")
        argument = call.args[LANGUAGES.index(lang)]
        text = _cut(lines, argument)
        if not isinstance(argument, ast.Constant | ast.JoinedStr):
            text = b"(" + text + b")"
        if call.end_lineno != call.lineno:
            own = lines[call.lineno - 1]
            indent = own[: len(own) - len(own.lstrip())]
            text = b"(\n" + indent + b"    " + text + b"\n" + indent + b")"
        _paste(lines, call, text)
        lines = b"\n".join(lines).split(b"\n")
    return b"\n".join(lines).decode()


def _is_t(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "T"


def _cut(lines: list[bytes], node: ast.expr) -> bytes:
    first, last = node.lineno - 1, (node.end_lineno or node.lineno) - 1
    if first == last:
        return lines[first][node.col_offset : node.end_col_offset]
    return b"\n".join([lines[first][node.col_offset :], *lines[first + 1 : last], lines[last][: node.end_col_offset]])


def _paste(lines: list[bytes], node: ast.expr, text: bytes) -> None:
    first, last = node.lineno - 1, (node.end_lineno or node.lineno) - 1
    lines[first : last + 1] = [lines[first][: node.col_offset] + text + lines[last][node.end_col_offset :]]
