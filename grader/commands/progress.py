"""`progress`: how far a learner has come, topic by topic."""

from __future__ import annotations

import json

from rich.progress_bar import ProgressBar
from rich.table import Table

from ..display import number, terminal
from ..engine import grade
from ..language import Lang
from ..outcome import Outcome
from .check import assignment_of, course_notebooks, read_notebook

_WORDS = {
    "zh": ("主题", "得分", "满分", "未作答的题", "合计", "没有 solutions/ 文件夹，隐藏检查没有运行，它们的分数不在得分之内"),
    "en": (
        "topic",
        "points",
        "of",
        "not attempted",
        "total",
        "without the folder solutions/ hidden checks are not run, and their points not among yours",
    ),
}


def run(lang: Lang) -> int:
    words = _WORDS[lang]
    table = Table(box=None, header_style="bold", pad_edge=False)
    for heading, justify in zip((*words[:3], "", words[3]), ("left", "right", "right", "left", "left"), strict=True):
        table.add_column(heading, justify=justify)  # type: ignore[arg-type]
    earned = most = 0.0
    skipped = False
    paths = course_notebooks(lang)
    with terminal(error=True).status("") as status:
        for count, path in enumerate(paths, 1):
            status.update(f"{count}/{len(paths)} {path.stem} …")
            notebook = read_notebook(path)
            assignment = assignment_of(path, notebook)
            if not assignment.checks:
                continue
            result = grade(json.dumps(notebook).encode(), assignment)
            blank = [q.upper() for q, checks in result.questions().items() if any(c.outcome is Outcome.NOT_ATTEMPTED for c in checks)]
            skipped = skipped or any(check.outcome is Outcome.SKIPPED for check in result.checks)
            bar = ProgressBar(result.max_points, result.points, width=30)
            table.add_row(assignment.topic, number(result.points), number(result.max_points), bar, " ".join(blank))
            earned, most = earned + result.points, most + result.max_points
    table.add_row(words[4], number(earned), number(most), ProgressBar(most or 1, earned, width=30), "", style="bold")
    console = terminal()
    console.print(table)
    if skipped:
        console.print(words[5], style="dim")
    return 0
