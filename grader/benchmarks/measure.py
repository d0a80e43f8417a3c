"""Wall time, CPU time and memory of a command with everything that it starts, sandboxes included. Linux only.

CPU time is that of a control group of the command's own. What wait4(2) tells is not enough: when the first process of a process namespace is killed,
the kernel drops the times of all the others in it, which is how every sandbox ends. Memory is each process's high-water mark (VmHWM), looked at
twenty times a second.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_LOOK_SECONDS = 0.05
_END_SECONDS = 60  # how long what a command started may outlive it


@dataclass(frozen=True)
class Used:
    """What a command used: seconds, and megabytes at the peak of its own process and of the largest one that it started."""

    wall: float
    cpu: float
    main_peak: float
    other_peak: float


class MeasureError(RuntimeError):
    """The command failed, left a process behind, or cannot be measured on this machine."""


def run(module: str, *arguments: str, cwd: Path, environment: Mapping[str, str] | None = None) -> Used:
    """Run ``python -m module arguments`` to its end and that of all it started. Raises MeasureError."""
    with _group() as group, tempfile.TemporaryFile("w+", errors="replace") as said:
        command = ["/bin/sh", "-c", 'echo $$ > "$0" && exec "$@"', str(group / "cgroup.procs"), sys.executable, "-m", module, *arguments]
        started = time.monotonic()
        process = subprocess.Popen(command, cwd=cwd, env=environment and dict(environment), stdout=said, stderr=said)
        peaks: dict[int, int] = {}
        while process.poll() is None:
            _look(group, peaks)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(_LOOK_SECONDS)
        wall = time.monotonic() - started
        _wait_empty(group)
        if process.returncode != 0:
            said.seek(0)
            raise MeasureError(f"{module} {' '.join(arguments)} ended with {process.returncode}:\n{said.read()[-3000:]}")
        main = peaks.pop(process.pid, 0)
        return Used(wall, _cpu(group), main / 1024, max(peaks.values(), default=0) / 1024)


@contextlib.contextmanager
def _group() -> Iterator[Path]:
    """A new control group that counts CPU time, below the one this process is in."""
    group = _own_group() / f"grader-benchmark-{os.getpid()}"
    try:
        group.mkdir()
    except OSError as error:
        raise MeasureError(
            f"{group} cannot be made ({error.strerror}); run as root, or through `systemd-run --user --scope -p Delegate=yes`"
        ) from error
    try:
        yield group
    finally:
        while left := (group / "cgroup.procs").read_text().split():  # after an interrupt
            for pid in left:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(int(pid), signal.SIGKILL)
            time.sleep(_LOOK_SECONDS)
        group.rmdir()


def _own_group() -> Path:
    """Version 1 with its controller `cpuacct`, or version 2."""
    for line in Path("/proc/self/cgroup").read_text(encoding="utf-8").splitlines():
        _, controllers, path = line.split(":", 2)
        for name in ("cpuacct", "cpu,cpuacct") if "cpuacct" in controllers.split(",") else ("",) if not controllers else ():
            place = Path("/sys/fs/cgroup") / name
            if (place / "cpuacct.usage").exists() or (place / "cgroup.controllers").exists():
                return place / path.lstrip("/")
    raise MeasureError("this machine has no control groups that count CPU time")


def _cpu(group: Path) -> float:
    if (group / "cpuacct.usage").exists():
        return int((group / "cpuacct.usage").read_text()) / 1e9
    facts = dict(line.split() for line in (group / "cpu.stat").read_text().splitlines())
    return int(facts["usage_usec"]) / 1e6


def _look(group: Path, peaks: dict[int, int]) -> None:
    """Note the high-water mark, in kB, of each process of the group."""
    for pid in map(int, (group / "cgroup.procs").read_text().split()):
        with contextlib.suppress(OSError, StopIteration):  # it has ended
            lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
            peaks[pid] = max(peaks.get(pid, 0), int(next(line for line in lines if line.startswith("VmHWM")).split()[1]))


def _wait_empty(group: Path) -> None:
    """Until the last process of the group is gone: a kernel that shuts down is counted too."""
    deadline = time.monotonic() + _END_SECONDS
    while left := (group / "cgroup.procs").read_text().split():
        if time.monotonic() > deadline:
            raise MeasureError(f"processes are still there {_END_SECONDS} s after the command that started them: {' '.join(left)}")
        time.sleep(_LOOK_SECONDS)
