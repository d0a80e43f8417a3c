"""`report`: what a class got wrong, check by check, with the message that most of those who failed have read."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

from rich.table import Table
from rich.text import Text

from ..course_directory import read
from ..display import number, terminal
from ..gradebook import open_gradebook
from ..outcome import CheckResult, Outcome

_SHOWN = 200  # characters of a message


def run(directory: Path) -> int:
    known = read(directory)
    by_check: dict[tuple[str, str], list[tuple[str, CheckResult]]] = defaultdict(list)
    with open_gradebook(directory) as gradebook:
        for student, result in gradebook.results():
            for check in result.checks:
                by_check[result.assignment, check.check].append((student, check))
    if not by_check:
        print(f"nothing was graded yet; run python -m grader grade {directory}")
        return 0
    console = terminal()
    for topic in known.topics:
        rows = [(check, found) for (assignment, check), found in by_check.items() if assignment == topic]
        if rows:
            console.print(_table(topic, rows))
            console.print()
    console.print("tried: those whose answer is not the untouched one. Who failed what: python -m grader grade --json FILE", style="dim")
    return 0


def _table(topic: str, rows: list[tuple[str, list[tuple[str, CheckResult]]]]) -> Table:
    students = {student for _, found in rows for student, _ in found}
    points = sum(check.points for _, found in rows for _, check in found) / len(students)
    most = sum(found[0][1].max_points for _, found in rows)
    title = f"{topic}: {len(students)} students, {number(round(points, 1))} of {number(most)} points on average"
    table = Table(title=title, title_justify="left", box=None, pad_edge=False, header_style="bold", title_style="bold")
    for heading, justify in (
        ("check", "left"),
        ("passed", "right"),
        ("tried", "right"),
        ("what it asks, and what most of those who failed were told", "left"),
    ):
        table.add_column(heading, justify=justify)  # type: ignore[arg-type]
    for check, found in rows:
        tried = [result for _, result in found if result.outcome is not Outcome.NOT_ATTEMPTED]
        passed = sum(result.outcome is Outcome.PASS for result in tried)
        told = Counter(result.message for result in tried if result.outcome is not Outcome.PASS and result.message)
        said = Text(found[0][1].title, "bold")
        if told:
            message, times = told.most_common(1)[0]
            said += Text(f"\n{times} × {message[:_SHOWN]}{'…' * (len(message) > _SHOWN)}")
        style = "red" if tried and passed * 2 < len(tried) else ""
        table.add_row(check, Text(str(passed), style), str(len(tried)), said)
    return table
