"""The sandbox of Linux: one bubblewrap with nothing but Python in it, a warm parent inside, and per submission a fork with walls of its own.

bubblewrap makes the outer wall, once: a read-only file system that holds the interpreter and the worker, no network, no other process. Inside, each
submission gets fresh user, process, network, IPC and mount namespaces (`worker/walls.py`), which costs a tenth of starting a bubblewrap for it.
"""

from __future__ import annotations

import contextlib
import os
import platform
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from .errors import InputError, WorkerError
from .launch import GONE, PYTHON_FLAGS, WORKER, ColdProcess, Launch, environment
from .supervisor import Worker

_START_SECONDS = 60.0
_END_SECONDS = 60.0  # a fork bomb behind walls was dead after 10 at most, on a machine that forks slowly
_SYSTEM = ("/usr", "/lib", "/lib32", "/lib64", "/bin", "/etc/ld.so.cache", "/etc/localtime")
# Kernel settings that forbid namespaces: on Ubuntu, on Debian, on Fedora and its kin; (name, what forbids, what allows).
_SETTINGS = (
    ("kernel.apparmor_restrict_unprivileged_userns", "1", "0"),
    ("kernel.unprivileged_userns_clone", "0", "1"),
    ("user.max_user_namespaces", "0", "15000"),
)
_INSTALL = {
    "debian": "sudo apt install bubblewrap",
    "ubuntu": "sudo apt install bubblewrap",
    "fedora": "sudo dnf install bubblewrap",
    "arch": "sudo pacman -S bubblewrap",
}


class NoSandboxError(InputError):
    """This machine cannot make the sandbox. ``why`` says what is missing, ``advice`` how to get it."""

    def __init__(self, why: str, advice: str) -> None:
        self.why, self.advice = why, advice
        super().__init__(
            f"no sandbox for other people's code: {why}. {advice}; or grade in a container or virtual machine with --sandbox off"
        )


@contextlib.contextmanager
def walled(required: bool) -> Iterator[Launch]:
    """What launches workers. Where there can be no sandbox: raises NoSandboxError if it is ``required``, else gives cold processes."""
    with contextlib.ExitStack() as stack:
        try:
            launch: Launch = stack.enter_context(sandbox()).start
        except NoSandboxError:
            if required:
                raise
            launch = ColdProcess
        yield launch


@contextlib.contextmanager
def sandbox() -> Iterator[WarmParent]:
    """The warm parent behind its wall, tried out with one worker. Raises NoSandboxError."""
    if sys.platform != "linux":
        raise NoSandboxError(f"it needs Linux, this is {platform.system()}", "use WSL 2 on Windows, Docker on macOS")
    program = shutil.which("bwrap")
    if program is None:
        raise NoSandboxError("the program bwrap is not installed", f"Install it: {_install_command()}")
    parent = _working_parent(program)
    try:
        yield parent
    finally:
        parent.close()


def _working_parent(program: str) -> WarmParent:
    """The warm parent with the strongest walls that this machine lets us make. Raises NoSandboxError."""
    why = ""
    for privileged in (True, False) if os.geteuid() == 0 else (False,):
        parent = WarmParent(program, privileged)
        try:
            with Worker((), parent.start):
                return parent
        except WorkerError:
            why = parent.close()
        except BaseException:
            parent.close()
            raise
    raise NoSandboxError(why or "a submission's own namespaces cannot be made", advice(Path("/")))


class WarmParent:
    """A process that has imported what every submission needs, and forks a worker for each; begun anew where it is gone.

    A ``privileged`` one is begun by root and stays root, so that its workers can be another user. `start` may be called from any thread.
    """

    def __init__(self, bubblewrap: str, privileged: bool = False) -> None:
        self._command = [bubblewrap, *_walls(privileged), "--", sys.executable, *PYTHON_FLAGS, str(WORKER), "--warm"]
        self._command += ["--drop-root"] if privileged else []
        self._lock = threading.Lock()
        self._begin()

    def _begin(self) -> None:
        self._gone = False
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._control.settimeout(_START_SECONDS)
        with theirs:
            self._process = subprocess.Popen(
                self._command,
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                env={},
            )
        with contextlib.suppress(OSError):
            self._control.recv(100)  # it says when it is warm; where it ended instead, the first request fails

    def start(self) -> ForkedProcess:
        """A worker forked from this parent. Raises WorkerError."""
        return ForkedProcess(self)

    def fork(self, descriptors: tuple[int, ...]) -> None:
        """Have a worker forked that gets these: commands, replies, output, life line. Raises WorkerError where none can be; the next call may fare better."""
        with self._lock:
            if self._gone:
                self._begin()
            try:
                socket.send_fds(self._control, [b"fork"], descriptors)
                answer = self._control.recv(1000).decode()
            except OSError as error:
                answer = str(error)
            if answer != "forked":
                self._gone = True  # an answer that comes late would be taken for that to the next request
                said = self.close()
                raise WorkerError(f"the sandbox's warm parent is gone ({said or answer or 'it ended'}); run the command again")

    def close(self) -> str:
        """End it and all its children; the last line that it said on standard error."""
        self._control.close()
        self._process.kill()
        if self._process.stderr is None or self._process.stderr.closed:
            return ""
        said = self._process.communicate()[1].decode("utf-8", "replace").strip()
        return said.splitlines()[-1] if said else ""


class ForkedProcess:
    """A worker behind walls of its own; nothing of it is left on disk."""

    def __init__(self, parent: WarmParent) -> None:
        self._lock = threading.Lock()
        self._over: str | None = None
        command_read, command_write = os.pipe()
        reply_read, reply_write = os.pipe()
        output = os.memfd_create("output")
        self._life, theirs = socket.socketpair()
        self._life.settimeout(_END_SECONDS)
        try:
            parent.fork((command_read, reply_write, output, theirs.fileno()))
        except BaseException:
            self._life.close()
            os.close(command_write)
            os.close(reply_read)
            raise
        finally:
            theirs.close()
            for descriptor in (command_read, reply_write, output):
                os.close(descriptor)
        self.commands: IO[str] = os.fdopen(command_write, "w", encoding="utf-8", errors="replace")
        self.replies: IO[str] = os.fdopen(reply_read, "r", encoding="utf-8", errors="replace")

    def kill(self) -> str:
        with self._lock, self._life:
            if self._over is None:
                try:
                    self._life.shutdown(socket.SHUT_WR)
                    self._over = self._life.recv(100).decode() or GONE  # without a last word its watcher was ended with the warm parent
                except OSError as error:
                    self._over = "" if isinstance(error, TimeoutError) else GONE
            return self._over.strip()

    def clean(self) -> None:
        """Its files were in memory and are gone."""


def _walls(privileged: bool) -> list[str]:
    """bubblewrap's arguments: what is there, read-only, and what is not shared."""
    arguments = ["--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"]
    arguments += ["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"] if privileged else ["--unshare-user"]
    arguments += ["--die-with-parent", "--new-session", "--hostname", "grader"]
    arguments += ["--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", "--chdir", "/tmp"]
    course = WORKER.parents[1]
    shown = dict.fromkeys([*map(Path, _SYSTEM), Path(sys.base_prefix).resolve(), Path(sys.prefix), WORKER])
    if privileged:  # the folders around them would be for root alone
        around = dict.fromkeys(folder for place in shown for folder in reversed(place.parents[:-1]))
        arguments += [word for folder in around for word in ("--perms", "0755", "--dir", str(folder))]
    for place in (place for place in shown if course not in place.parents):
        if place.is_symlink() and place.parent == Path("/"):
            arguments += ["--symlink", str(place.readlink()), str(place)]
        elif place.exists():
            arguments += ["--ro-bind", str(place), str(place)]
    covered = any(
        place in (course, *course.parents) for place in shown
    )  # a course at /usr/src in a container, say: solutions stay out of sight
    arguments += ["--tmpfs", str(course)] if covered else []
    for place in (place for place in shown if course in place.parents):
        arguments += ["--ro-bind", str(place), str(place)]
    arguments += ["--remount-ro", str(course)] if covered else []
    for name, value in (environment("/tmp") | {"PATH": "/usr/bin:/bin", "OPENBLAS_NUM_THREADS": "1"}).items():
        arguments += ["--setenv", name, value]
    return [*arguments, "--remount-ro", "/"]


def advice(root: Path) -> str:
    """What has to be allowed so that namespaces can be made, by what this machine, whose files are under ``root``, forbids."""
    for setting, forbidden, allowed in _SETTINGS:
        with contextlib.suppress(OSError):
            if (root / "proc/sys" / setting.replace(".", "/", 1)).read_text().strip() == forbidden:
                kept = f"to keep it: echo {setting}={allowed} | sudo tee /etc/sysctl.d/60-grader.conf"
                return f"Allow user namespaces: sudo sysctl -w {setting}={allowed} ({kept})"
    if any((root / place).exists() for place in (".dockerenv", "run/.containerenv")):
        options = " ".join(f"--security-opt {name}=unconfined" for name in ("seccomp", "apparmor", "systempaths"))
        return f"Start the container with {options}"
    return "Allow user namespaces to this user; in a container, its runtime forbids them"


def _install_command() -> str:
    """How bubblewrap is installed on this distribution."""
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        release = {}
    names = [release.get("ID", ""), *release.get("ID_LIKE", "").split()]
    return next((_INSTALL[name] for name in names if name in _INSTALL), "the package is called bubblewrap")
