"""Where a course stands on disk does not matter to the sandbox; where none can be made, it is said what to do."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader import sandbox as walls
from grader.course import ROOT
from grader.sandbox import NoSandboxError, advice, sandbox
from grader.supervisor import Worker

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


@pytest.mark.parametrize(
    ("place", "content", "said"),
    [
        (
            "proc/sys/kernel/apparmor_restrict_unprivileged_userns",
            "1\n",
            "sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0 (to keep",
        ),
        ("proc/sys/kernel/unprivileged_userns_clone", "0\n", "sudo sysctl -w kernel.unprivileged_userns_clone=1 (to keep it: echo "),
        ("proc/sys/user/max_user_namespaces", "0\n", "sudo sysctl -w user.max_user_namespaces=15000 ("),
        ("proc/sys/user/max_user_namespaces", "96365\n", "in a container, its runtime forbids them"),
        (".dockerenv", "", "--security-opt seccomp=unconfined --security-opt apparmor=unconfined --security-opt systempaths=unconfined"),
        ("run/.containerenv", "", "Start the container with --security-opt"),
    ],
)
def test_what_forbids_namespaces_is_named_with_the_way_out(place: str, content: str, said: str, tmp_path: Path) -> None:
    (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / place).write_text(content)
    assert said in advice(tmp_path)


def test_a_machine_without_namespaces_is_found_out() -> None:
    """As in a container that forbids them: here bubblewrap does."""
    program = shutil.which("bwrap")
    if program is None:
        pytest.skip("only on machines with bubblewrap")
    tried = "from grader.sandbox import sandbox\nwith sandbox(): pass"
    command = [program, "--dev-bind", "/", "/", "--unshare-user", "--disable-userns", "--", sys.executable, "-c", tried]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 1
    assert "no sandbox for other people's code: " in done.stderr and advice(Path("/")) in done.stderr, done.stderr


@pytest.mark.usefixtures("in_tmp")
def test_solutions_are_out_of_sight_where_the_course_lies_within_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walls, "_SYSTEM", (*walls._SYSTEM, str(ROOT)))
    arguments = walls._walls(privileged=False)
    listing = [*arguments, "--", sys.executable, "-I", "-c", f"import os; print(os.listdir({str(ROOT)!r}))"]
    done = subprocess.run(["bwrap", *listing], capture_output=True, text=True, timeout=60, check=True)
    assert "grader" in done.stdout and "solutions" not in done.stdout
    with sandbox() as parent, Worker((), parent.start) as worker:
        assert not worker.run("x = 1").failed
