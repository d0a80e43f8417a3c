"""Runs every attack behind walls and prints the result as a table: ``python -m grader.tests.attacks``."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from grader.sandbox import sandbox
from grader.tests.attacks.suite import attacks, run, table

with sandbox() as parent, tempfile.TemporaryDirectory() as folder:
    report = run(attacks(), parent.start, Path(folder))
said = f"changed {len(report.tampered)} · peers reached {len(report.connections)} · left behind {len(report.left)}"
sys.stdout.write(f"{table(report)}\n\n{said}\n")
