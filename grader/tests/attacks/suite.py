"""Hands in every attack, grades them in one go as `grade` does, each followed by an honest submission, and says what got through.

`answers/<class>/<name>.py` holds what stands in the answer cell of q93: its docstring says what is tried, which first outcomes are right
(``q93: timeout crashed``), and ``own: any`` where the attack damages the attacker's own q94. `structure.py` holds attacks on notebook and folder.
"""

from __future__ import annotations

import copy
import hashlib
import json
import os
import re
import socket
import tempfile
import threading
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
import pytest

from grader import engine
from grader.answers import reference, submission
from grader.build import build_topic, notebook_bytes
from grader.classroom import Work, grade_class, here
from grader.course import ROOT, read_course
from grader.course_directory import create
from grader.launch import Launch
from grader.outcome import Outcome, Result
from grader.tests.attacks.structure import STRUCTURE, Change

PLACE = Path(__file__).parent
TOPIC = "93_target"
LEFT = ("31557", "attack-left")  # the argument of every process, and the name of every file, that an attack leaves
INPUT = "canary-of-the-input"  # stands in hidden checks, which see it in the learner's process
CANARIES = (
    INPUT,
    "TUPNI-EHT-FO-YRANAC",
    "canary-of-the-message",
    "canary-of-the-solution",
    "canary-of-another",
    "canary-of-home",
    "canary-of-env",
)
_SECONDS = 2.0


@dataclass(frozen=True)
class Attack:
    """One attack. ``text`` is code for the answer cell, ``change`` what is done to the notebook where there is none."""

    kind: str
    name: str
    text: str = ""
    change: Change | None = None

    @property
    def says(self) -> dict[str, str]:
        lines = self.text.split('"""')[1].splitlines() if self.text else []
        return dict(line.split(": ", 1) for line in lines[1:])


@dataclass
class Found:
    """What one attack got: marks that are not due, secrets, and what became of the honest submission after it."""

    marks: float = 0
    leaks: tuple[str, ...] = ()
    harmed: bool = False
    own_loss: bool = False
    outcomes: tuple[Outcome, ...] = ()


@dataclass
class Report:
    found: dict[str, Found] = field(default_factory=dict)
    tampered: list[str] = field(default_factory=list)
    connections: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def attacks() -> list[Attack]:
    written = [Attack(path.parent.name, path.stem, path.read_text(encoding="utf-8")) for path in sorted(PLACE.glob("answers/*/*.py"))]
    return written + [Attack(kind, name, change=change) for kind, listed in STRUCTURE.items() for name, change in listed.items()]


def run(listed: list[Attack], launch: Launch, place: Path, jobs: int = 2) -> Report:
    """Grade all of them and an honest submission after each."""
    report = Report()
    course = read_course(PLACE)
    directory = create(course, place / "course", "en", [TOPIC])
    built = build_topic(course, TOPIC)["en"]
    with _secrets(place, report) as facts, pytest.MonkeyPatch.context() as patch, ExitStack() as stack:
        patch.setattr(engine, "ANSWER_SECONDS", _SECONDS)
        patch.setattr(tempfile, "tempdir", str(stack.enter_context(tempfile.TemporaryDirectory(dir=place))))
        honest = submission(built.release, reference(built)).replace(b"canary-of-the-solution", b"canary-of-another")
        empty = json.loads(submission(built.release, {"q94": reference(built)["q94"]}))
        _hand_in(place, "000-honest", lambda *_: honest, empty)
        for number, attack in enumerate(listed, 1):
            text = attack.text
            for name, value in facts.items():
                text = text.replace(f"@{name}@", value)
            _hand_in(place, f"{number:03}-attack", attack.change or (lambda notebook, _folder, text=text: _answer(notebook, text)), empty)
            _hand_in(place, f"{number:03}-honest", lambda *_: honest, empty)
        before = _state(place)
        threads = set(threading.enumerate())
        results: dict[str, Result] = {}  # with outputs, which a class's rows leave out
        with here(jobs, launch) as graded:

            def kept(works: Iterable[Work]) -> Iterator[tuple[Work, Result]]:
                for work, result in graded(works):
                    results[work.submission.student] = result
                    yield work, result

            grade_class(course, directory, [TOPIC], kept, lambda *_: None)
        report.tampered = sorted(set(_state(place).items()) ^ set(before.items()))
        for number, attack in enumerate(listed, 1):
            report.found[f"{attack.kind}/{attack.name}"] = _found(attack, place, f"{number:03}", results)
        report.left = [*map(str, Path(tempfile.gettempdir()).iterdir()), *_left(threads)]
    return report


def _found(attack: Attack, place: Path, number: str, results: dict[str, Result]) -> Found:
    mine, honest, control = results[f"{number}-attack"], results[f"{number}-honest"], results["000-honest"]
    questions = mine.questions()
    notebook = json.loads((place / f"course/autograded/{number}-attack/{TOPIC}/{TOPIC}.ipynb").read_bytes())
    shown = json.dumps([cell.get("outputs") for cell in notebook["cells"]] + [mine.remarks], ensure_ascii=False)
    seen = shown + "".join(output.text + output.error for output in mine.outputs.values())
    seen += "".join(check.message for check in mine.checks if not check.hidden)
    return Found(
        marks=sum(check.points for check in questions["q93"]),
        leaks=tuple(canary for canary in CANARIES if canary in seen),
        harmed=(honest.checks, honest.outputs) != (control.checks, control.outputs) or honest.points != 6,
        own_loss=sum(check.points for check in questions["q94"]) != 2,
        outcomes=tuple(check.outcome for check in questions["q93"]),
    )


def _answer(notebook: dict[str, object], text: str) -> bytes:
    """The notebook with a text in the answer cell of q93, or in the cells that it names by lines ``# %% …`` as in `cases/`."""
    node = nbformat.from_dict(notebook)
    pieces = re.split(r"^# %% (.+)\n", text, flags=re.M)
    for place, body in zip(["q93-answer", *pieces[1::2]], pieces[::2], strict=True):
        index = next(number for number, cell in enumerate(node.cells) if cell.id == place.removeprefix("own before "))
        if place.startswith("own before "):
            node.cells.insert(index, nbformat.v4.new_code_cell(body))
        else:
            node.cells[index].source = body
    return notebook_bytes(node)


def _hand_in(place: Path, student: str, change: Change, notebook: dict[str, object]) -> None:
    folder = place / "course/submitted" / student / TOPIC
    folder.mkdir(parents=True)
    content = change(copy.deepcopy(notebook), folder)
    if content is not None:
        (folder / f"{TOPIC}.ipynb").write_bytes(content)


@contextmanager
def _secrets(place: Path, report: Report) -> Iterator[dict[str, str]]:
    """Secrets in the home folder and the environment, and peers that nobody may reach; the facts that an attacker may know."""
    home = place / "home"
    home.mkdir()
    (home / "secret.txt").write_text("canary-of-home")
    abstract = f"attacks-{os.getpid()}"
    with ExitStack() as stack, pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        patch.setenv("GRADER_SECRET", "canary-of-env")
        tcp = stack.enter_context(socket.create_server(("0.0.0.0", 0)))
        udp = stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
        udp.bind(("0.0.0.0", tcp.getsockname()[1]))
        listeners = [tcp, stack.enter_context(socket.socket(socket.AF_UNIX)), stack.enter_context(socket.socket(socket.AF_UNIX))]
        for listener, name in zip(listeners[1:], (f"\0{abstract}", os.path.relpath(home / "s")), strict=True):
            listener.bind(name)
            listener.listen()
        yield {
            "COURSE": str(place / "course"),
            "SOURCE": str(PLACE),
            "GRADER": str(ROOT / "grader"),
            "HOME": str(home),
            "PORT": str(tcp.getsockname()[1]),
            "ABSTRACT": abstract,
            "ADDRESS": _own_address(),
        }
        for peer in (udp, *listeners):
            peer.setblocking(False)
            try:
                report.connections.append(str(peer.recv(10) if peer is udp else peer.accept()[0].close()))
            except BlockingIOError:
                pass


def _own_address() -> str:
    try:
        return socket.gethostbyname(socket.gethostname())
    except OSError:
        return "127.0.1.1"


def _state(place: Path) -> dict[str, str]:
    """Every file that no attack may change, with its content: the class but for what grading writes, the home, the course's source, the worker."""
    listed = [path for root in (place / "course", place / "home", PLACE / "solutions", ROOT / "grader/worker") for path in root.rglob("*")]
    kept = (path for path in listed if not {"autograded", "__pycache__"} & set(path.parts) and path.suffix != ".db" and path.is_file())
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in kept if not path.is_symlink()}


def _left(threads: set[threading.Thread]) -> list[str]:
    """Processes and files with the attacks' marks, and threads of ours, that are still there after a while."""
    worker = str(ROOT / "grader" / "worker")
    left: list[str] = []
    for _attempt in range(100):
        left = [f"thread {thread.name}" for thread in set(threading.enumerate()) - threads]
        left += [str(path) for root in ("/tmp", "/dev/shm", "/dev", "/var/tmp") for path in Path(root).glob("attack-left*")]
        for path in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                words = path.read_bytes().decode(errors="replace").split("\0")
            except OSError:
                continue
            if LEFT[0] in words or (worker in words and "--warm" not in words):
                left.append(" ".join(words))
        if not left:
            break
        threading.Event().wait(0.1)
    return left


def table(report: Report) -> str:
    """The report as Markdown, a row per class."""
    rows = ["| class | attacks | marks not due | secrets | honest work after it harmed |", "|---|---|---|---|---|"]
    kinds: dict[str, list[Found]] = {}
    for name, found in report.found.items():
        kinds.setdefault(name.split("/")[0], []).append(found)
    for kind, listed in [*kinds.items(), ("**all**", list(report.found.values()))]:
        counts = (sum(map(bool, column)) for column in zip(*((one.marks, one.leaks, one.harmed) for one in listed), strict=True))
        rows.append(f"| {kind} | {len(listed)} | {' | '.join(map(str, counts))} |")
    return "\n".join(rows)
