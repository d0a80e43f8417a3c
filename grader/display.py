"""How results look on a terminal: one learner's checks, a class's table."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from .language import Lang
from .outcome import CheckResult, Outcome, Result, by_question

_MARKS = {
    Outcome.PASS: ("✓", "green"),
    Outcome.FAIL: ("✗", "red"),
    Outcome.ERROR: ("✗", "red"),
    Outcome.TIMEOUT: ("✗", "red"),
    Outcome.CRASHED: ("✗", "red"),
    Outcome.NOT_ATTEMPTED: ("·", "dim"),
    Outcome.SKIPPED: ("·", "dim"),
    Outcome.GRADER_FAULT: ("!", "yellow"),
}
NAMES: dict[Lang, dict[Outcome, str]] = {
    "zh": {
        Outcome.PASS: "通过",
        Outcome.FAIL: "不对",
        Outcome.ERROR: "出错",
        Outcome.TIMEOUT: "超时",
        Outcome.CRASHED: "进程中断",
        Outcome.NOT_ATTEMPTED: "未作答",
        Outcome.SKIPPED: "未运行",
        Outcome.GRADER_FAULT: "批改程序故障",
    },
    "en": {
        Outcome.PASS: "pass",
        Outcome.FAIL: "wrong",
        Outcome.ERROR: "error",
        Outcome.TIMEOUT: "timeout",
        Outcome.CRASHED: "crashed",
        Outcome.NOT_ATTEMPTED: "not attempted",
        Outcome.SKIPPED: "not run",
        Outcome.GRADER_FAULT: "grader fault",
    },
}
_WORDS = {
    "zh": {
        "hidden": "隐藏",
        "points": "分",
        "total": "合计 {points} / {max} 分",
        "skipped": "其中 {points} 分属于隐藏检查，由教师批改时运行（这里没有 solutions/ 文件夹）",
        "untouched": "{count} 道题未作答",
        "words": "书面题由教师人工评分，不在此列",
    },
    "en": {
        "hidden": "hidden",
        "points": "points",
        "total": "Total {points} of {max} points",
        "skipped": "{points} of them belong to hidden checks, which your instructor's grader runs (there is no folder solutions/ here)",
        "untouched": "questions not attempted: {count}",
        "words": "written parts are marked by a person and not counted here",
    },
}


def number(points: float) -> str:
    """Points without a useless ``.0``."""
    return f"{points:g}"


def one_submission(result: Result, lang: Lang, headings: Mapping[str, str]) -> RenderableType:
    """All checks of one notebook, question by question, each with its title, points, outcome and message, and the total."""
    words = _WORDS[lang]
    parts: list[RenderableType] = []
    for question, checks in result.questions().items():
        earned, most = sum(c.points for c in checks), sum(c.max_points for c in checks)
        heading = headings.get(question, question.upper())
        parts.append(Text.assemble((heading, "bold"), f"  {number(earned)}/{number(most)}"))
        if _untouched(checks):
            parts.append(Text(f"  · {NAMES[lang][Outcome.NOT_ATTEMPTED]}", "dim"))
            continue
        parts += [_check(check, lang) for check in checks]
    parts.append(Text(words["total"].format(points=number(result.points), max=number(result.max_points)), "bold"))
    skipped = sum(check.max_points for check in result.checks if check.outcome is Outcome.SKIPPED)
    untouched = sum(map(_untouched, result.questions().values()))
    notes = [words["skipped"].format(points=number(skipped))] * bool(skipped) + [words["untouched"].format(count=untouched)] * bool(
        untouched
    )
    parts.append(Text(("；" if lang == "zh" else "; ").join([*notes, words["words"]]), "dim"))
    return Group(*parts)


def _untouched(checks: Iterable[CheckResult]) -> bool:
    outcomes = {check.outcome for check in checks}
    return Outcome.NOT_ATTEMPTED in outcomes and outcomes <= {Outcome.NOT_ATTEMPTED, Outcome.SKIPPED}


def _check(check: CheckResult, lang: Lang) -> RenderableType:
    mark, style = _MARKS[check.outcome]
    hidden = f"[{_WORDS[lang]['hidden']}] " if check.hidden else ""
    line = Text.assemble(
        (f"  {mark} ", style),
        f"{number(check.points)}/{number(check.max_points)}  {hidden}{check.title} ",
        (f"({NAMES[lang][check.outcome]})", style),
    )
    if check.outcome in (Outcome.PASS, Outcome.NOT_ATTEMPTED, Outcome.SKIPPED) or not check.message:
        return line
    return Group(line, Padding(Text(check.message.replace("**", "")), (0, 0, 0, 9), expand=False))


def class_table(rows: Iterable[tuple[str, Iterable[CheckResult], str]], questions: Mapping[str, float]) -> Table:
    """A class: one row a student, one column a question, points earned in each cell.

    ``rows`` are (student, checks, remark); ``questions`` are the points of each. A cell in brackets was not attempted; ``t``, ``c`` and ``!`` mark a timeout,
    a crash and a fault of the grader.
    """
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("student", no_wrap=True)
    for question, points in questions.items():
        table.add_column(f"{question}\n/{number(points)}", justify="right")
    table.add_column(f"total\n/{number(sum(questions.values()))}", justify="right", style="bold")
    table.add_column("remark", overflow="fold")
    for student, checks, remark in rows:
        groups = by_question(checks)
        cells = [_cell(groups.get(question, ())) for question in questions]
        table.add_row(student, *cells, number(sum(c.points for group in groups.values() for c in group)), remark)
    return table


def _cell(checks: Iterable[CheckResult]) -> Text:
    listed = list(checks)
    if not listed:
        return Text("", "dim")
    earned = number(sum(check.points for check in listed))
    outcomes = {check.outcome for check in listed}
    if outcomes == {Outcome.NOT_ATTEMPTED}:
        return Text(f"({earned})", "dim")
    letters = {Outcome.TIMEOUT: "t", Outcome.CRASHED: "c", Outcome.GRADER_FAULT: "!"}
    flags = "".join(letter for outcome, letter in letters.items() if outcome in outcomes)
    return Text(f"{flags}{' ' * bool(flags)}{earned}", "green" if outcomes == {Outcome.PASS} else "red" if earned == "0" else "")


def terminal(error: bool = False) -> Console:
    """Where results go (or, with ``error``, progress): colour only on a terminal, and lines not cut where there is none."""
    console = Console(stderr=error, highlight=False, emoji=False, markup=False)
    if not console.is_terminal:
        console = Console(stderr=error, highlight=False, emoji=False, markup=False, width=160)
    return console


@contextmanager
def progress(what: str, did: str) -> Iterator[Callable[[int, int], None]]:
    """Show how far long work is, on standard error: a bar on a terminal, a line per tenth elsewhere. Gives what has to be told (count, total)."""
    console = terminal(error=True)
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("left"), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=None)
        started, shown = time.monotonic(), 0

        def done(count: int, total: int) -> None:
            nonlocal shown
            bar.update(task, completed=count, total=total)
            if not console.is_terminal and total and count * 10 // total > shown:
                shown = count * 10 // total
                spent = time.monotonic() - started
                console.print(f"{did} {count} of {total} after {spent:.0f} s, about {spent / count * (total - count):.0f} s left")

        yield done
