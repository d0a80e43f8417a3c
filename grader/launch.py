"""How a worker process comes to be: cold, a new Python in a private folder, or forked from a warm parent behind walls (`sandbox`)."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, Protocol

from .errors import WorkerError

WORKER = Path(__file__).parent / "worker"
GONE = "gone"


class Process(Protocol):
    """A running worker: a pipe for commands, one for replies."""

    @property
    def commands(self) -> IO[str]: ...

    @property
    def replies(self) -> IO[str]: ...

    def kill(self) -> str:
        """End it, with all that it started, and wait until it is gone; which limit it had already been ended for ("memory", "tasks"), "" for none,
        GONE where it was our own doing: what it was forked from has ended, and it with that.

        May be called again, from any thread.
        """

    def clean(self) -> None:
        """Remove what it left on disk; after `kill`."""


Launch = Callable[[], Process]


class ColdProcess:
    """A new Python process in its own process group and private folder: for one's own code, it has no walls."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.gettempdir(), f"grader-{secrets.token_hex(8)}")
        # before it is made, so that an interrupt at any moment leaves nothing
        self._remove = weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        try:
            self._folder.mkdir(mode=0o700)
            for name in ("notebook", "tmp"):
                (self._folder / name).mkdir()
            self._process = subprocess.Popen(
                [sys.executable, *PYTHON_FLAGS, str(WORKER)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=self._folder / "notebook",
                env=_inherited() | environment(str(self._folder / "tmp")) | {"GRADER_OUTPUT": str(self._folder / "output")},
                encoding="utf-8",
                errors="replace",
                **_own_group(),
            )
        except OSError as error:
            self.clean()
            raise WorkerError(f"a process could not be started ({error}); free memory or disk space and run again") from error
        assert self._process.stdin is not None and self._process.stdout is not None
        self.commands: IO[str] = self._process.stdin
        self.replies: IO[str] = self._process.stdout

    def kill(self) -> str:
        process = self._process
        if process.returncode is not None:
            return ""
        if os.name == "nt":
            subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)
        else:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait()
        return ""

    def clean(self) -> None:
        self._remove()


PYTHON_FLAGS = ("-I", "-X", "utf8")


def environment(private: str) -> dict[str, str]:
    """What a submission finds in its environment: a home and temporary folder of its own, and nothing of ours."""
    own = dict.fromkeys(("HOME", "USERPROFILE", "TMPDIR", "TEMP", "TMP", "IPYTHONDIR", "MPLCONFIGDIR"), private)
    return own | {"MPLBACKEND": "agg", "PYTHONIOENCODING": "utf-8", "LANG": "C.UTF-8"}


def _inherited() -> dict[str, str]:
    return {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "SYSTEMDRIVE", "COMSPEC", "PATHEXT") if name in os.environ}


def _own_group() -> dict[str, Any]:
    if os.name == "nt":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}  # type: ignore[attr-defined]
    return {"start_new_session": True}
