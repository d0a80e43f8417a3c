"""Each wall of the sandbox holds, and with it taken away, by changing a copy of the worker, what it kept out gets through."""

from __future__ import annotations

import platform
import queue
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

import pytest

from grader import sandbox, supervisor
from grader.answers import reference, submission
from grader.build import build_topic
from grader.classroom import Work, grade_one
from grader.course import read_course
from grader.errors import WorkerError
from grader.launch import WORKER, Process
from grader.outcome import Outcome
from grader.sandbox import NoSandboxError, WarmParent
from grader.submitted import Submission
from grader.supervisor import Ran, Worker
from grader.tests.attacks import suite as attacks
from grader.tests.small_class import assignment

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only on Linux")

LIBC = "import ctypes, os\nlibc = ctypes.CDLL(None, use_errno=True)\n"
UNFILTERED = ("walls.py", "    filter_syscalls()\n", "")
AS_ROOT = ("walls.py", 'if "--drop-root" in sys.argv:', "if False:")  # whoever is no root may not write there anyway
SMALL = ("watch.py", "MEMORY = 2**30", "MEMORY = 2**28")
TWO_HUNDRED_MB = "x = bytearray(b'x') * 100_000_000\n"
WAIT = "import select, time\nuntil = time.monotonic() + 1.5\nwhile time.monotonic() < until:\n    select.select([], [], [], 0.1)\nprint('THROUGH')"


@dataclass(frozen=True)
class Wall:
    """What is changed in the worker to take a wall away (file, old, new), and code that then prints THROUGH.

    ``first`` runs before, in another submission that lives on; ``always`` are changes that the wall stays with.
    """

    name: str
    away: tuple[tuple[str, str, str], ...]
    attack: str
    first: str = ""
    always: tuple[tuple[str, str, str], ...] = ()
    over: str = ""


WALLS = [
    Wall(
        "network of its own",
        (
            ("walls.py", "_NEWNET | ", ""),
            ("walls.py", 'fcntl.ioctl(any_socket, _SIOCSIFFLAGS, struct.pack("16sH14x", b"lo", _IFF_UP))', "pass"),
        ),
        "import socket\nsocket.create_connection(('127.0.0.1', 31557), 1)\nprint('THROUGH')",
        "import socket\nlistener = socket.create_server(('127.0.0.1', 31557))",
    ),
    Wall(
        "processes of its own",
        (("walls.py", "_NEWPID | ", ""),),
        "import os\nfor pid in range(2, 300):\n    try: os.kill(pid, 0) if pid not in (os.getpid(), os.getppid()) else os.kill(10**6, 0)\n"
        "    except OSError: continue\n    print('THROUGH')",
    ),
    Wall(
        "no other process's files",
        (("walls.py", '_mount("tmpfs", "/proc"', '"" and _mount("tmpfs", "/proc"'),),
        "print(open('/proc/1/cmdline').read() and 'THROUGH')",
    ),
    Wall(
        "a /tmp of its own",
        (("walls.py", '("/tmp", "/dev/shm")', '("/dev/shm",)'), ("walls.py", "mkdir(parents=True)", "mkdir(parents=True, exist_ok=True)")),
        "print(open('/tmp/x').read())",
        "open('/tmp/x', 'w').write('THROUGH')",
    ),
    Wall(
        "nothing is written in /dev",
        (("walls.py", "_MS_REMOUNT | _MS_BIND | _MS_RDONLY", "_MS_REMOUNT | _MS_BIND"),),
        "print(open('/dev/x').read())",
        "open('/dev/x', 'w').write('THROUGH')",
        (AS_ROOT,),
    ),
    Wall(
        "terminals of its own",
        (("walls.py", '_mount("devpts"', '"" and _mount("devpts"'),),
        "import os\nif set(os.listdir('/dev/pts')) - {'ptmx'}: print('THROUGH')",
        "import os\nopen_ones = os.openpty()",
    ),
    Wall(
        "System V memory of its own",
        (("walls.py", "_NEWIPC | ", ""),),
        LIBC + "if libc.shmget(31557, 4096, 0o666) >= 0: print('THROUGH')",
        LIBC + "assert libc.shmget(31557, 4096, 0o1666) >= 0",
        (UNFILTERED,),
    ),
    Wall("no namespace in which it is privileged", (UNFILTERED,), LIBC + "if libc.unshare(0x10000000) == 0: print('THROUGH')"),
    Wall(
        "no namespace by clone either",
        (UNFILTERED,),
        LIBC + f"pid = libc.syscall({56 if platform.machine() == 'x86_64' else 220}, 0x10000000 | 17, 0, 0, 0, 0)\n"
        "if pid == 0: os._exit(0)\nif pid > 0: print('THROUGH')",
    ),
    Wall("no memory that nobody counts", (UNFILTERED,), "import os\nos.memfd_create('x')\nprint('THROUGH')"),
    Wall(
        "no privileges",
        (("walls.py", "_call(_libc.capset(header, bytes(24)))", "pass"), UNFILTERED),
        LIBC + "if libc.mount(b'tmpfs', b'/tmp', b'tmpfs', 0, None) == 0: print('THROUGH')",
    ),
    Wall(
        "address space",
        (("walls.py", "(resource.RLIMIT_AS, MEMORY),", ""),),
        "import mmap\nspace = mmap.mmap(-1, 5 * 2**30, mmap.MAP_PRIVATE)\nprint('THROUGH')",
    ),
    Wall(
        "descriptors",
        (("walls.py", "(resource.RLIMIT_NOFILE, FILES),", ""),),
        "import os, resource\nhard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]\nresource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))\n"
        "kept = [os.open('/dev/null', 0) for _ in range(1200)]\nprint('THROUGH')",
    ),
    Wall(
        "size of a file",
        (("__main__.py", "resource.setrlimit(resource.RLIMIT_FSIZE, (MAX_FILE, MAX_FILE))", "pass"),),
        "with open('/tmp/x', 'wb') as file: file.write(b'x' * 100_000_000)\nprint('THROUGH')",
    ),
    Wall(
        "size of the private folders",
        (("walls.py", 'f"size={DISK},mode=1777,nr_inodes=20000"', '"mode=1777"'),),
        "for n in range(4):\n    with open(f'/tmp/{n}', 'wb') as file: file.write(b'x' * 50_000_000)\nprint('THROUGH')",
    ),
    Wall(
        "number of files",
        (("walls.py", ",nr_inodes=20000", ""),),
        "for n in range(25_000): open(f'/tmp/{n}', 'w').close()\nprint('THROUGH')",
    ),
    Wall(
        "number of processes and threads",
        (("watch.py", "TASKS = 256", "TASKS = 10**6"),),
        "import threading\nthreading.stack_size(65536)\nend = threading.Event()\n"
        "for _ in range(280): threading.Thread(target=end.wait, daemon=True).start()\n" + WAIT,
        over="tasks",
    ),
    Wall(
        "number of processes before anybody looks",
        (("walls.py", "(resource.RLIMIT_NPROC, PROCESSES),", ""),),
        "import os, signal\nfor _ in range(400):\n    if os.fork() == 0: signal.pause()\nprint('THROUGH')",
        always=(("watch.py", "TASKS = 256", "TASKS = 10**6"),),
    ),
    Wall(
        "memory of all processes",
        ((*SMALL[:2], "MEMORY = 2**40"),),
        "import os, time\nif os.fork() == 0 or os.fork() == 0:\n    " + TWO_HUNDRED_MB + "    time.sleep(30)\n" + TWO_HUNDRED_MB + WAIT,
        always=(SMALL,),
        over="memory",
    ),
    Wall(
        "shared memory that no process has touched",
        (("watch.py", "kept + sum(shared.values())", "kept"),),
        "import mmap, os\nkept = [mmap.mmap(-1, 100_000_000) for _ in range(4)]\nif os.fork() == 0:\n"
        "    for one in kept: one.write(b'x' * 100_000_000)\n    os._exit(0)\n" + WAIT,
        always=(SMALL,),
        over="memory",
    ),
]


@contextmanager
def warm(tmp_path: Path, changes: tuple[tuple[str, str, str], ...]) -> Iterator[WarmParent]:
    """A warm parent with a worker that has these changes."""
    copied = tmp_path / "worker"
    shutil.copytree(WORKER, copied, ignore=shutil.ignore_patterns("__pycache__"))
    for name, old, new in changes:
        text = (copied / name).read_text(encoding="utf-8")
        assert text.count(old) >= 1, (name, old)
        (copied / name).write_text(text.replace(old, new), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sandbox, "WORKER", copied)
        with sandbox.sandbox() as parent:
            yield parent


@pytest.fixture(scope="module", autouse=True)
def whole() -> Iterator[WarmParent]:
    """A warm parent with all walls."""
    try:
        with sandbox.sandbox() as parent:
            yield parent
    except NoSandboxError as error:
        pytest.skip(f"only on machines that can make the sandbox: {error}")


def attacked(parent: WarmParent, wall: Wall) -> Ran:
    with ExitStack() as stack:
        if wall.first:
            assert not stack.enter_context(Worker((), parent.start)).run(wall.first).failed or wall.name == "nothing is written in /dev"
        return stack.enter_context(Worker((), parent.start)).run(wall.attack, timeout=20)


@pytest.mark.parametrize("wall", WALLS, ids=lambda wall: wall.name.replace(" ", "-"))
def test_a_wall_holds_and_is_needed(wall: Wall, whole: WarmParent, tmp_path: Path) -> None:
    with warm(tmp_path / "with", wall.always) if wall.always else nullcontext(whole) as parent:
        ran = attacked(parent, wall)
        assert "THROUGH" not in ran.output.text
        assert ran.over == wall.over
    always = tuple(change for change in wall.always if change[:2] not in {away[:2] for away in wall.away})
    with warm(tmp_path / "without", (*always, *wall.away)) as parent:
        assert "THROUGH" in attacked(parent, wall).output.text


OUTER: list[tuple[str, Callable[[list[str], Path], list[str]], str]] = [
    (
        "files",
        lambda walls, home: [*walls[:-2], "--ro-bind", str(home), "/of-the-host"],
        "for place in ('@HOME@', '/of-the-host'):\n    try: print(open(place + '/secret').read())\n    except OSError: pass",
    ),
    ("root", lambda walls, _home: walls[:-2], "open('/x', 'w').write('')\nprint('THROUGH')"),
    (
        "network",
        lambda walls, _home: [wall for wall in walls if wall != "--unshare-net"],
        "import socket\nsocket.create_connection(('127.0.0.1', @PORT@), 1)\nprint('THROUGH')",
    ),
    ("environment", lambda walls, _home: ["--setenv", "SECRET", "THROUGH", *walls], "import os\nprint(os.environ['SECRET'])"),
]


@pytest.mark.parametrize(("name", "without", "attack"), OUTER, ids=[name for name, *_ in OUTER])
def test_the_outer_wall_holds_and_is_needed(
    name: str, without: Callable[[list[str], Path], list[str]], attack: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    walls = sandbox._walls
    (tmp_path / "home").mkdir()
    (tmp_path / "home/secret").write_text("THROUGH")
    # for the network: each submission's own hides what the outer one lets through
    shared = {"network": WALLS[0].away, "root": (AS_ROOT,)}.get(name, ())
    monkeypatch.setenv("SECRET", "THROUGH")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        tried = Wall(name, (), attack.replace("@PORT@", str(listener.getsockname()[1])).replace("@HOME@", str(tmp_path / "home")))
        with warm(tmp_path / "with", shared) as parent:
            assert "THROUGH" not in attacked(parent, tried).output.text
        monkeypatch.setattr(sandbox, "_walls", lambda privileged: without(walls(privileged), tmp_path / "home"))
        with warm(tmp_path / "without", shared) as parent:
            assert "THROUGH" in attacked(parent, tried).output.text


def test_a_flood_of_replies_is_not_kept() -> None:
    """What a process writes faster than it is taken stays in its pipe."""
    taken: list[int] = []

    class Endless:
        def readline(self, _most: int) -> str:
            taken.append(1)
            return "{}\n"

        def __enter__(self) -> Endless:
            return self

        def __exit__(self, *_error: object) -> None:
            pass

    lines: queue.Queue[str] = queue.Queue(supervisor._MAX_WAITING)
    ended = threading.Event()
    reader = threading.Thread(target=supervisor._read_lines, args=(Endless(), lines, ended))
    reader.start()
    for _ in range(5):
        assert lines.get(timeout=10) == "{}\n"
    ended.set()
    while reader.is_alive():
        try:
            lines.get(timeout=0.1)
        except queue.Empty:
            reader.join(10)
    assert len(taken) <= 5 + supervisor._MAX_WAITING + 2


FORGER = """
import asyncio, json, os
frame = asyncio.current_task().get_coro().cr_frame
reply = {"error": None, "output": "forged", "observed": {"x": 1}, "number": "0" * 16}
os.write(frame.f_locals["replies"].fileno(), (json.dumps(reply) + "\\n").encode())
"""


def test_a_reply_without_the_commands_number_is_refused(whole: WarmParent, monkeypatch: pytest.MonkeyPatch) -> None:
    with Worker((), whole.start) as worker:
        assert worker.run(FORGER, observe=("x",)).lost is not None
    understood = supervisor._understood
    monkeypatch.setattr(supervisor, "_understood", lambda reply, _number: understood(reply, reply["number"]))
    with Worker((), whole.start) as worker:
        assert worker.run(FORGER, observe=("x",)).observed == {"x": 1}


def test_a_warm_parent_that_is_gone_costs_nobody_and_is_begun_anew(tmp_path: Path) -> None:
    with warm(tmp_path, ()) as parent:
        with Worker((), parent.start) as worker:
            parent._process.kill()
            with pytest.raises(WorkerError, match="warm parent ended while a submission ran"):
                worker.run("while True: pass", timeout=60)
        with pytest.raises(WorkerError, match="warm parent is gone"), Worker((), parent.start):
            pass
        with Worker((), parent.start) as worker:
            assert worker.run("print(1)").output.text == "1\n"


def test_who_shares_a_warm_parent_with_what_ends_it_is_graded_all_the_same(tmp_path: Path) -> None:
    course = read_course(attacks.PLACE)
    honest = submission(build_topic(course, attacks.TOPIC)["en"].release, reference(build_topic(course, attacks.TOPIC)["en"]))
    work = Work(0, Submission("a", attacks.TOPIC, tmp_path, None), assignment(course, attacks.TOPIC), honest)
    with warm(tmp_path, ()) as parent:

        def first_lost() -> Process:
            process = parent.start()
            if not lost:
                lost.append(process)
                parent._process.kill()
            return process

        lost: list[Process] = []
        assert grade_one(work, first_lost).points == 6
        assert lost

        def always_lost() -> Process:
            raise WorkerError("none to be had")

        assert {check.outcome for check in grade_one(work, always_lost).checks} == {Outcome.GRADER_FAULT}


def test_a_process_that_has_ended_holds_no_memory() -> None:
    """It may end between two looks; its place in /proc is there until its parent asks for it."""
    code = "import sys; sys.path[:0] = sys.argv[1:]; import os, watch\nprocesses = os.open('/proc', os.O_RDONLY)\n" + (
        "def ended():\n    pid = os.fork()\n    if pid == 0: os._exit(0)\n    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)\n    return pid\n"
        "zombie, gone = ended(), ended()\nos.waitpid(gone, 0)\n"
        "print([watch._private(processes, pid, {}) for pid in (zombie, gone)], watch._private(processes, os.getpid(), {}) > 0)"
    )
    said = subprocess.run([sys.executable, "-c", code, str(WORKER)], capture_output=True, text=True, timeout=60, check=True)
    assert said.stdout == "[0, 0] True\n"
