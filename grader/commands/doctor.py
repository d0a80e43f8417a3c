"""`doctor`: what this machine can do for the course, and how to get what is missing."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import shutil
import sys
from collections.abc import Iterator

from rich.table import Table
from rich.text import Text

from ..course import ROOT, has_solutions
from ..display import terminal
from ..sandbox import NoSandboxError, sandbox
from ..worker.watch import MEMORY, TASKS


def run() -> int:
    table = Table(box=None, show_header=False, pad_edge=False)
    findings = list(_findings())
    for what, fine, said in findings:
        table.add_row(Text("fine" if fine else "missing", "green" if fine else "yellow"), what, said)
    terminal().print(table)
    return int(not all(fine for _, fine, _ in findings))


def _findings() -> Iterator[tuple[str, bool, str]]:
    """(what, whether it is fine, what was found or what to do)."""
    version = platform.python_version()
    known = (3, 11) <= sys.version_info[:2] <= (3, 14)
    yield "Python", known, version if known else f"{version}; the course is made for 3.11 to 3.14"
    yield "machine", True, f"{platform.system()}, {os.cpu_count()} cores"
    for package in ("jupyterlab", "nbgrader", "matplotlib", "jupytext", "rich"):
        try:
            yield package, True, importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            yield package, False, "python -m pip install -r requirements.txt"
    yield (
        "notebooks",
        (ROOT / "notebooks").is_dir(),
        "notebooks/" if (ROOT / "notebooks").is_dir() else "get the course's folder notebooks/ again",
    )
    yield (
        "reference answers",
        has_solutions(),
        "solutions/" if has_solutions() else "without solutions/ hidden checks are not run, and no class can be graded",
    )
    try:
        with sandbox():
            yield "sandbox", True, "other people's code runs behind walls, forked from a warm parent"
            limits = f"{MEMORY / 2**30:g} GB, {TASKS} processes and threads for each submission, counted from outside; control groups are not needed"
            yield "limits", True, limits
    except NoSandboxError as error:
        yield "sandbox", False, f"{error.why}. {error.advice}; until then grade in a container with --sandbox off"
    browser = [name for name in ("chromium", "chromedriver") if shutil.which(name) is None]
    yield (
        "browser for the tests",
        not browser,
        f"not found: {', '.join(browser)} (Debian: apt-get install chromium chromium-driver)" if browser else "chromium",
    )
