"""The sandbox of Linux: one bubblewrap with nothing but Python in it, a warm parent inside, and per submission a fork with walls of its own.

bubblewrap makes the outer wall, once: a read-only file system that holds the interpreter and the worker, no network, no other process. Inside, each
submission gets fresh user, process, network, IPC and mount namespaces (`worker/walls.py`), which costs a tenth of starting a bubblewrap for it.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import IO

from .errors import WorkerError
from .launch import PYTHON_FLAGS, WORKER, environment

_START_SECONDS = 60.0
_SYSTEM = ("/usr", "/lib", "/lib32", "/lib64", "/bin", "/etc/ld.so.cache", "/etc/localtime")


class Sandbox:
    """The warm parent behind its wall. A context manager; its `start` launches workers, from any thread. Raises WorkerError where it cannot be made."""

    def __enter__(self) -> Sandbox:
        program = shutil.which("bwrap")
        if program is None or sys.platform != "linux":
            raise WorkerError("bubblewrap is not installed")
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        ours.settimeout(_START_SECONDS)
        self._control = ours
        self._lock = threading.Lock()
        with theirs:
            self._process = subprocess.Popen(
                [program, *_walls(), "--", sys.executable, *PYTHON_FLAGS, str(WORKER), "--warm"],
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                env={},
            )
        try:
            if not ours.recv(100):
                raise OSError("it ended")
        except OSError as error:
            said = self._end()
            raise WorkerError(f"the sandbox does not start: {said or error}") from error
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._end()

    def start(self) -> ForkedProcess:
        """A worker forked from the warm parent."""
        return ForkedProcess(self)

    def ask(self, request: dict[str, object], descriptors: tuple[int, ...] = ()) -> dict[str, int]:
        """One request to the warm parent, and its answer."""
        with self._lock:
            try:
                socket.send_fds(self._control, [json.dumps(request).encode()], descriptors)
                answer = self._control.recv(4096)
                return dict(json.loads(answer))
            except (OSError, ValueError) as error:
                raise WorkerError(f"the sandbox's warm parent is gone ({error}); run the command again") from error

    def _end(self) -> str:
        """Close it down; what it said on standard error."""
        self._control.close()
        self._process.kill()
        _out, said = self._process.communicate()
        return said.decode("utf-8", "replace").strip().splitlines()[-1] if said.strip() else ""


class ForkedProcess:
    """A worker behind walls of its own; nothing of it is left on disk."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._lock = threading.Lock()
        command_read, command_write = os.pipe()
        reply_read, reply_write = os.pipe()
        output = os.memfd_create("output")
        try:
            os.set_blocking(output, True)
            self._pid: int | None = sandbox.ask({"op": "start"}, (command_read, reply_write, output))["pid"]
        except BaseException:
            os.close(command_write)
            os.close(reply_read)
            raise
        finally:
            for descriptor in (command_read, reply_write, output):
                os.close(descriptor)
        self.commands: IO[str] = os.fdopen(command_write, "w", encoding="utf-8", errors="replace")
        self.replies: IO[str] = os.fdopen(reply_read, "r", encoding="utf-8", errors="replace")

    def kill(self) -> None:
        with self._lock:
            pid, self._pid = self._pid, None
        if pid is not None:
            with contextlib.suppress(WorkerError):  # the parent is gone, and its children with it
                self._sandbox.ask({"op": "end", "pid": pid})

    def clean(self) -> None:
        """Its files were in memory and are gone."""


def _walls() -> list[str]:
    """bubblewrap's arguments: what is there, read-only, and what is not shared."""
    seen = [Path(place) for place in _SYSTEM]
    seen += [Path(sys.base_prefix).resolve(), Path(sys.prefix), WORKER]
    arguments = ["--unshare-all", "--die-with-parent", "--new-session", "--hostname", "grader"]
    arguments += ["--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", "--chdir", "/tmp"]
    for place in dict.fromkeys(seen):
        if place.is_symlink() and place.parent == Path("/"):
            arguments += ["--symlink", str(place.readlink()), str(place)]
        elif place.exists():
            arguments += ["--ro-bind", str(place), str(place)]
    for name, value in (environment("/tmp") | {"PATH": "/usr/bin:/bin", "OPENBLAS_NUM_THREADS": "1"}).items():
        arguments += ["--setenv", name, value]
    return arguments
