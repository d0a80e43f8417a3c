"""Decides a check from what was observed, in the grader's own process: no code of a learner's runs here."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import CodeType

from .check import bound_names, split_check
from .language import Lang, parse_cell
from .worker.plain import Opaque, PlainError, decode, opaque_inside

_MAX_MESSAGE = 2_000  # characters of a message, observed values included
_WORDS = {
    "zh": {
        "missing": "检查结束时没有 `{name}` 的值：你的代码可能提前结束了检查。",
        "opaque": "`{name}` 应当是普通数据，得到的却含有 {kind}。请检查你的代码返回了什么类型。",
        "shape": "得到的结果类型或形状不对：{values}。",
        "forged": "观察到的数据无法读取。",
    },
    "en": {
        "missing": "The check ended without a value for `{name}`: your code may have ended it early.",
        "opaque": "`{name}` should be plain data, but there is a {kind} in it. Look at the type of what your code returns.",
        "shape": "What came has the wrong type or shape: {values}.",
        "forged": "What was observed cannot be read.",
    },
}


@dataclass(frozen=True)
class Verdict:
    """Whether a check passed; if not, the message for the learner. ``fault`` is text where the check itself is broken."""

    passed: bool
    message: str = ""
    fault: str = ""


def judge(code: str, observed: Mapping[str, object], given: str, files: Path | None, lang: Lang) -> Verdict:
    """Evaluate the asserts of a check cell on encoded observations.

    ``code`` is the whole check in one language, ``given`` the text of the question's given cell, run here where an assert uses a name of it;
    ``files`` is the folder that its imports may come from. Fails closed: missing, unreadable or opaque observations never pass.
    """
    words = _WORDS[lang]
    check = split_check(code)
    given_names = _given_names(given)
    ours: dict[str, object] = {}
    if check.used & given_names:
        try:
            ours = _given_namespace(given, files)
        except Exception as error:
            return Verdict(False, fault=f"the given cell does not run in the grader: {type(error).__name__}: {error}")
    values: dict[str, object] = {}
    for name in check.observed(given_names):
        if name not in observed:
            return Verdict(False, words["missing"].format(name=name))
        try:
            values[name] = decode(observed[name])
        except (PlainError, RecursionError):
            return Verdict(False, words["forged"])
    space = {name: value for name, value in ours.items() if name in check.used} | values
    for statement in check.asserts:
        message = _broken(statement, space)
        if message is not None:
            return Verdict(False, (message or words["shape"].format(values=_shown(statement, values)))[:_MAX_MESSAGE])
    for name, value in values.items():
        opaque = opaque_inside(value)
        if opaque is not None:
            return Verdict(False, words["opaque"].format(name=name, kind=opaque.why))
    return Verdict(True)


def _broken(statement: ast.Assert, space: dict[str, object]) -> str | None:
    """None where the assert holds; else its message, "" where the message could not be made. What ``:=`` binds in the test, the message can use."""
    space = dict(space)
    try:
        if _value(statement.test, space):
            return None
    except Exception:
        pass
    try:
        assert statement.msg is not None
        return str(_value(statement.msg, space))
    except Exception:
        return ""


def _value(expression: ast.expr, space: dict[str, object]) -> object:
    return eval(_compiled(expression), space)


@lru_cache(maxsize=4096)
def _compiled(expression: ast.expr) -> CodeType:
    """Of an expression of a check; the checks of a course stay in memory, so that each is compiled once."""
    return compile(ast.Expression(expression), "<check>", "eval", dont_inherit=True, optimize=0)


@lru_cache(maxsize=64)
def _given_names(given: str) -> frozenset[str]:
    return frozenset(bound_names(parse_cell(given)))


def _shown(statement: ast.Assert, values: dict[str, object]) -> str:
    names = {node.id for node in ast.walk(statement) if isinstance(node, ast.Name)}
    return ", ".join(f"{name} = {_short(value)}" for name, value in values.items() if name in names)


def _short(value: object) -> str:
    try:
        text = repr(value)
    except ValueError:  # Python shows no int of more than 4,300 digits
        return f"<{type(value).__name__}>"
    return text if len(text) <= 200 else f"{text[:200]}…"


@lru_cache(maxsize=64)
def _given_namespace(given: str, files: Path | None) -> dict[str, object]:
    """The names of a given cell, by running it here: the course's own code."""
    space: dict[str, object] = {"__name__": "given"}
    if given:
        with _importable(files):
            exec(compile(given, "<given>", "exec", dont_inherit=True, optimize=0), space)
    return space


@contextmanager
def _importable(files: Path | None) -> Iterator[None]:
    if files is None:
        yield
        return
    sys.path.insert(0, str(files))
    try:
        yield
    finally:
        sys.path.remove(str(files))


__all__ = ["Opaque", "Verdict", "judge"]
