"""Owns the clock: starts a worker process, gives it cells, and kills its whole process group when one overruns."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from .errors import WorkerError
from .outcome import CellOutput, Outcome

_WORKER = Path(__file__).parent / "worker"
_MAX_REPLY = 32 * 2**20  # characters
_START_SECONDS = 60.0


@dataclass(frozen=True)
class Ran:
    """What became of one cell. ``lost`` is TIMEOUT or CRASHED where the process is gone; ``observed`` are encoded trees by name."""

    output: CellOutput = field(default_factory=CellOutput)
    error_type: str = ""
    error_text: str = ""
    error_name: str = ""
    error_line: int | None = None
    observed: dict[str, object] = field(default_factory=dict)
    lost: Outcome | None = None

    @property
    def failed(self) -> bool:
        return bool(self.error_type) or self.lost is not None


_live: set[subprocess.Popen[str]] = set()
_stopping = threading.Event()


@contextlib.contextmanager
def all_stopped() -> Iterator[None]:
    """Kill every worker of this process; none can be started until the block is left. What they ran comes back as lost."""
    _stopping.set()
    try:
        for process in tuple(_live):
            _kill_group(process)
        yield
    finally:
        _stopping.clear()


class Worker:
    """One process for one submission, in a private folder with copies of the assignment's files. A context manager; not reusable."""

    def __init__(self, files: tuple[Path, ...]) -> None:
        self._files = files

    def __enter__(self) -> Worker:
        if _stopping.is_set():
            raise WorkerError("interrupted")
        self._folder = Path(tempfile.mkdtemp(prefix="grader-"))
        try:
            place = self._folder / "notebook"
            place.mkdir()
            (self._folder / "tmp").mkdir()
            for path in self._files:
                shutil.copyfile(path, place / path.name)
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-X", "utf8", str(_WORKER)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=place,
                env=_environment(self._folder),
                encoding="utf-8",
                errors="replace",
                **_own_group(),
            )
        except OSError as error:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise WorkerError(
                f"a process for a submission could not be started ({error}); free memory or disk space and run again"
            ) from error
        _live.add(self._process)
        assert self._process.stdin is not None and self._process.stdout is not None
        self._commands = self._process.stdin
        self._replies: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=_read_lines, args=(self._process.stdout, self._replies), daemon=True)
        self._reader.start()
        if self.run("", timeout=_START_SECONDS).failed:
            self.__exit__(None, None, None)
            raise WorkerError("a worker process ended before it ran anything; `python -m grader doctor` or a new environment may tell why")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        _kill_group(self._process)
        _live.discard(self._process)
        self._reader.join(1)  # a process that left the group may hold the pipe open
        with contextlib.suppress(OSError):
            self._commands.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def run(self, code: str, observe: tuple[str, ...] = (), timeout: float = 10.0) -> Ran:
        """Run one cell for at most ``timeout`` seconds. After a result that is ``lost`` this worker is dead."""
        try:
            self._commands.write(json.dumps({"code": code, "observe": observe}) + "\n")
            self._commands.flush()
            line = self._replies.get(timeout=timeout)
        except queue.Empty:
            _kill_group(self._process)
            return Ran(lost=Outcome.TIMEOUT)
        except OSError:
            line = ""
        try:
            return _understood(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            _kill_group(self._process)  # it ended, or it wrote what our worker never writes
            return Ran(lost=Outcome.CRASHED)


def _understood(reply: dict[str, Any]) -> Ran:
    error = reply["error"]
    text, observed = reply["output"], reply["observed"]
    if not isinstance(text, str) or not isinstance(observed, dict):
        raise TypeError("not a reply of our worker")
    if error is None:
        return Ran(CellOutput(text), observed=observed)
    kind, message, name, line = str(error["type"]), str(error["text"]), error["name"], error["line"]
    return Ran(
        CellOutput(text, f"{kind}: {message}" if message else kind),
        kind,
        message,
        name if isinstance(name, str) else "",
        line if isinstance(line, int) else None,
    )


def _read_lines(stream: IO[str], lines: queue.Queue[str]) -> None:
    """Everything the worker says, line by line; "" at its end."""
    with stream:
        while line := stream.readline(_MAX_REPLY):
            lines.put(line)
    lines.put("")


def _environment(folder: Path) -> dict[str, str]:
    """What a submission may know of this machine: where programs are, and a home and temporary folder of its own."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "SYSTEMDRIVE", "COMSPEC", "PATHEXT") if name in os.environ}
    private = str(folder / "tmp")
    own = dict.fromkeys(("HOME", "USERPROFILE", "TMPDIR", "TEMP", "TMP", "IPYTHONDIR", "MPLCONFIGDIR"), private)
    return kept | own | {"GRADER_OUTPUT": str(folder / "output"), "MPLBACKEND": "agg", "PYTHONIOENCODING": "utf-8", "LANG": "C.UTF-8"}


def _own_group() -> dict[str, Any]:
    if os.name == "nt":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}  # type: ignore[attr-defined]
    return {"start_new_session": True}


def _kill_group(process: subprocess.Popen[str]) -> None:
    """Kill the worker and all that it started and left in its group; wait until it is gone."""
    if process.returncode is not None:
        return
    if os.name == "nt":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()
