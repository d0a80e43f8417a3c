"""The cells of a class's submissions with nothing around them: what answers and checks themselves use."""

from __future__ import annotations

import sys
from pathlib import Path

from ..assignment import from_source
from ..check import split_check
from ..course import ROOT, read_course
from ..engine import steps
from ..rebuild import rebuild
from ..source import read_source


def main(directory: Path, topic: str) -> None:
    """Run each submission's cells in a namespace of its own, in this process, as `grade` would run them."""
    course = read_course(ROOT)
    assignment = from_source(course, read_source(course.root, topic), "en")
    for path in sorted(directory.glob(f"submitted/*/{topic}/{topic}.ipynb")):
        space: dict[str, object] = {"__name__": "__main__"}
        for step in steps(assignment, rebuild(path.read_bytes(), assignment)):
            cells = step.code if not step.is_check or step.cell is None else (split_check(step.cell.code or "").act_code,)
            for cell in cells:
                try:
                    exec(compile(cell, "<cell>", "exec"), space)
                except Exception:
                    continue  # a wrong answer


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
