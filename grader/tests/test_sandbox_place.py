"""Where a course stands on disk does not matter to the sandbox."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.course import ROOT
from grader.sandbox import NoSandboxError, sandbox

PROGRAM = """
from pathlib import Path
from grader.launch import WORKER
from grader.sandbox import sandbox
from grader.supervisor import Worker

with sandbox() as parent, Worker((), parent.start) as worker:
    print(worker.run(f'''
from pathlib import Path
worker = Path({str(WORKER)!r})
assert (worker / "plain.py").is_file()
try:
    (worker / "plain.py").write_text("")
except OSError as error:
    print(error.strerror)
''').output)
"""


@pytest.fixture
def in_tmp() -> Iterator[Path]:
    """A copy of the package in /tmp, which submissions see as a private folder."""
    try:
        with sandbox():
            pass
    except NoSandboxError as error:
        pytest.skip(f"only on machines that can make the sandbox: {error}")
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        shutil.copytree(ROOT / "grader", Path(folder, "grader"), ignore=shutil.ignore_patterns("tests", "__pycache__"))
        yield Path(folder)


def test_a_submission_can_read_the_worker_of_a_course_in_tmp_but_not_change_it(in_tmp: Path) -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], cwd=in_tmp, capture_output=True, text=True, timeout=120, check=False)
    assert "Read-only file system" in done.stdout, done.stdout + done.stderr
