"""The command line: help that teaches, exit codes, one-line errors that name the next step, and nothing left behind by an interrupt.

Commands run as real processes in a copy of the package that has a course of two small topics; the package finds its course by its own place.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest

import grader
from grader import cli, commands
from grader.answers import reference, submission
from grader.build import build_topic, expected_files
from grader.course import Course, read_course
from grader.errors import GraderError, InputError, UsageError, WorkerError
from grader.language import Lang
from grader.tests.small_class import SMALL

TWO = Path(__file__).parent / "two"
TOPIC = "91_two"
COMMANDS = sorted(path.stem for path in Path(commands.__file__).parent.glob("*.py") if path.stem != "__init__")
WRONG = {"q91": ("def double(items):\n    return items",)}
posix = pytest.mark.skipif(os.name == "nt", reason="only on POSIX are there these signals and files")


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    code: int
    out: str
    err: str


class Place:
    """A copy of the package with its own course, notebooks, and a folder ``desk`` in which a user works."""

    def __init__(self, root: Path) -> None:
        self.root, self.desk, self.temp = root / "course", root / "desk", root / "temp"
        for folder in (self.root, self.desk, self.temp):
            folder.mkdir(parents=True)
        shutil.copytree(Path(grader.__file__).parent, self.root / "grader", ignore=shutil.ignore_patterns("tests", "__pycache__"))
        shutil.copytree(SMALL / "solutions", self.root / "solutions")
        shutil.copytree(TWO / "solutions", self.root / "solutions", dirs_exist_ok=True)
        (self.root / "solutions/course.toml").write_text(
            '[title]\nzh = "两个"\nen = "Two"\n[topics]\n90_small = ["q90"]\n91_two = ["q91", "q92"]\n92_read = []\n[questions]\n'
            + "".join(f"q{number} = {{ points = {points}, written = {written} }}\n" for number, points, written in ((90, 4, "true"), (91, 2, "false"), (92, 2, "false"))),
            encoding="utf-8",
        )  # fmt: skip
        lesson = '# %% [markdown] lang="zh"\n# # 读\n# %% [markdown] lang="en"\n# # Read\n\n# %%\nimport time\n\ntime.sleep(60)\n'
        (self.root / "solutions/92_read.py").write_text(lesson, encoding="utf-8")
        for path, content in expected_files(self.course, self.course.topics).items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)

    @property
    def course(self) -> Course:
        return read_course(self.root)

    def notebook(self, name: str, answers: dict[str, tuple[str, ...]], lang: Lang = "en") -> Path:
        """A notebook on the desk in which q91 and q92 are answered as said, the others as the reference does."""
        built = build_topic(self.course, TOPIC)[lang]
        path = self.desk / name / f"{TOPIC}.ipynb"
        path.parent.mkdir()
        path.write_bytes(submission(built.release, reference(built) | answers))
        shutil.copy(TWO / "solutions/files" / TOPIC / "names.py", path.parent)
        return path

    def start(self, *arguments: str | Path, **options: object) -> subprocess.Popen[str]:
        """Start a command, its temporary files in a folder of their own."""
        own = {"PYTHONPATH": str(self.root), "TMPDIR": str(self.temp), "PYTHONDONTWRITEBYTECODE": "1", "COLUMNS": "200"}
        inherited = {name: value for name, value in os.environ.items() if name != "PYTEST_CURRENT_TEST"}  # it names the test
        command = [sys.executable, "-m", "grader", *map(str, arguments)]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options
        return subprocess.Popen(command, cwd=self.desk, env=inherited | own, encoding="utf-8", **pipes)  # type: ignore[call-overload,no-any-return]

    def run(self, *arguments: str | Path, **options: object) -> Ran:
        with self.start(*arguments, **options) as process:
            out, err = process.communicate(timeout=120)
        return Ran(process.returncode, out or "", err or "")

    def processes(self) -> list[str]:
        """Commands of this place that run now, and what they have started: arguments and environment."""
        found = []
        for process in Path("/proc").glob("[0-9]*"):
            try:
                told = (process / "cmdline").read_bytes() + (process / "environ").read_bytes()
            except OSError:
                continue
            if str(self.root).encode() in told:
                found.append(told.replace(b"\0", b" ").decode(errors="replace"))
        return found

    def left(self) -> list[str]:
        """Files and processes that commands of this place have left behind."""
        return [*map(str, self.temp.iterdir()), *self.processes()]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return Place(tmp_path_factory.mktemp("cli"))


@pytest.fixture(scope="module")
def learners(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """What a learner has: no folder solutions/."""
    made = Place(tmp_path_factory.mktemp("learner"))
    made.notebook("right", {})
    made.notebook("wrong", WRONG)
    shutil.rmtree(made.root / "solutions")
    return made


def one_line(ran: Ran) -> str:
    """The error of a command that failed as it should."""
    assert "Traceback" not in ran.err and "Traceback" not in ran.out
    (line,) = ran.err.strip().split("\n")
    assert line.startswith("grader: ")
    return line


# ---- help and wrong usage, in this process


def called(capsys: pytest.CaptureFixture[str], *arguments: str) -> Ran:
    try:
        code = cli.main(arguments)
    except SystemExit as end:
        code = int(end.code or 0)
    captured = capsys.readouterr()
    return Ran(code, captured.out, captured.err)


def test_all_commands_of_the_contract_are_there() -> None:
    contract = {"demo", "build", "verify", "lab", "check", "answer", "progress", "course", "grade", "report", "doctor"}
    assert set(COMMANDS) == contract and len(COMMANDS) == 11


@pytest.mark.parametrize("command", COMMANDS)
def test_help_says_what_a_command_does_with_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    ran = called(capsys, command, "--help")
    assert ran.code == 0 and ran.err == ""
    assert f"for example:\n  python -m grader {command}" in ran.out


def test_the_general_help_names_every_command_and_the_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    ran = called(capsys, "--help")
    assert ran.code == 0 and "Exit codes: 0 fine, 1" in ran.out
    assert all(f"    {command} " in ran.out for command in COMMANDS)


WRONG_USAGE = [
    ((), "the following arguments are required: COMMAND"),
    (("teach",), "invalid choice: 'teach'"),
    (("lab", "--lang", "fr"), "invalid choice: 'fr'"),
    (("answer",), "the following arguments are required: QUESTION"),
    (("answer", "q99"), "there is no question 'q99'; the questions are q01, "),
    (("check", "-q", "seven"), "'seven' is no question; questions are called q01 to q25"),
    (("build", "99_none"), "there is no topic '99_none'; the topics are 00_start, "),
    (("verify", "99_none"), "there is no topic '99_none'; the topics are 00_start, "),
    (("verify", "--jobs", "0"), "must be 1 or more"),
    (("grade",), "the following arguments are required: DIR"),
    (("grade", "x", "--jobs", "many"), "invalid _positive value: 'many'"),
    (("grade", "x", "--sandbox", "none"), "invalid choice: 'none'"),
    (("course",), "the following arguments are required: DIR"),
]


@pytest.mark.parametrize(("arguments", "said"), WRONG_USAGE, ids=[" ".join(arguments) or "nothing" for arguments, _ in WRONG_USAGE])
def test_wrong_usage_ends_with_2(arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    ran = called(capsys, *arguments)
    assert ran.code == 2 and said in ran.err and ran.out == "" and "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (InputError("mend it"), 1, "grader: mend it\n"),
        (UsageError("no such thing"), 2, "grader: no such thing\n"),
        (WorkerError("no memory"), 3, "grader: no memory\n"),
        (GraderError("ours"), 3, "grader: ours\n"),
        (KeyboardInterrupt(), 130, "grader: interrupted; what was finished is kept, run the command again to go on\n"),
        (OSError(28, "No space left on device", "x.db"), 1, "grader: x.db: the disk is full; free some space and run the command again\n"),
        (OSError(122, "Disk quota exceeded"), 1, "grader: your disk quota is used up; free some space and run the command again\n"),
        (PermissionError(13, "Permission denied", "x"), 1, "grader: x: permission denied; choose another folder or change its permissions\n"),
        (OSError(30, "Read-only file system", "x"), 1, "grader: x: the file system is read-only; choose another folder\n"),
        (OSError(5, "Input/output error"), 1, "grader: Input/output error; mend that and run the command again\n"),
        (ZeroDivisionError("x"), 3, "grader: a fault of the grader itself (ZeroDivisionError); nothing of yours is wrong, please report the lines above\n"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else "",
)  # fmt: skip
def test_each_kind_of_error_has_its_exit_code_and_line(
    error: BaseException, code: int, said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from grader.commands import doctor

    def run() -> int:
        raise error

    monkeypatch.setattr(doctor, "run", run)
    ran = called(capsys, "doctor")
    assert (ran.code, ran.out) == (code, "") and ran.err.endswith(said)
    assert (ran.err == said) is (type(error) is not ZeroDivisionError)


# ---- what is wrong with the input, as real processes


def _written(name: str, content: bytes) -> Callable[[Place], tuple[str | Path, ...]]:
    def arguments(place: Place) -> tuple[str | Path, ...]:
        (place.desk / name).write_bytes(content)
        return "check", name

    return arguments


def _nothing(place: Place) -> tuple[str | Path, ...]:
    (place.desk / "empty-folder").mkdir()
    return "grade", "empty-folder"


def _folder(place: Place) -> tuple[str | Path, ...]:
    (place.desk / "folder").mkdir()
    return "check", "folder"


def _file(place: Place) -> tuple[str | Path, ...]:
    (place.desk / "file").write_text("")
    return "course", "file"


def _stray(place: Place) -> tuple[str | Path, ...]:
    (place.root / "notebooks/stray.txt").write_text("")
    return "build", "--check"


def _odd(name: str, metadata: object) -> Callable[[Place], tuple[str | Path, ...]]:
    return _written(name, json.dumps({"cells": [], "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}).encode())


# (what is wrong, the command, exit code, what is said)
BAD_INPUT: list[tuple[str, Callable[[Place], tuple[str | Path, ...]], int, str]] = [
    ("missing", lambda place: ("check", "none.ipynb"), 1, "none.ipynb is not there; the notebooks are in notebooks/zh and notebooks/en"),
    ("folder", _folder, 1, "folder is a folder; name the notebook in it"),
    ("binary", _written("a.ipynb", b"\x89PNG\r\n\x00\xff"), 1, "a.ipynb is not a notebook: it is not JSON. Save it again in JupyterLab"),
    ("empty", _written("b.ipynb", b""), 1, "b.ipynb is not a notebook: it is not JSON."),
    ("cut off", _written("c.ipynb", b'{"cells": [{"cell'), 1, "c.ipynb is not a notebook: it is not JSON."),
    ("deep", _written("d.ipynb", b"[" * 100_000), 1, "d.ipynb is not a notebook: it is not JSON."),
    ("a list", _written("e.ipynb", b"[]"), 1, "e.ipynb is not a Jupyter notebook: it has no cells."),
    ("no topic", _odd("f.ipynb", {}), 1, "f.ipynb does not say which topic it is; the topics are 90_small, 91_two, 92_read."),
    ("metadata as a list", _odd("g.ipynb", []), 1, "g.ipynb does not say which topic it is"),
    ("metadata as text", _odd("h.ipynb", {"grader": "x"}), 1, "h.ipynb does not say which topic it is"),
    ("topic as a list", _odd("i.ipynb", {"grader": {"topic": [], "lang": {}}}), 1, "i.ipynb does not say which topic it is"),
    ("unreadable", lambda place: ("check", "/proc/self/mem"), 1, "mend that and run the command again"),
    ("nothing begun", lambda place: ("check",), 1, "no question is attempted yet in notebooks/; open one with `python -m grader lab`"),
    ("another question", lambda place: ("check", place.notebook("q", {}), "-q", "q90"), 2, "has no question q90; it has q91, q92"),
    ("no class", lambda place: ("grade", "none"), 1, "none is not there; make a course directory with `python -m grader course none`"),
    ("no course directory", _nothing, 1, "empty-folder is not a course directory; make one with `python -m grader course DIR`"),
    ("a file as a class", _file, 1, "file is a file; name a folder that is new or empty"),
    ("a class elsewhere", lambda place: ("course", "/proc/none"), 1, "/proc/none"),
    ("a stale file", _stray, 1, "notebooks/stray.txt:1: no source makes this file; run `python -m grader build`"),
]  # fmt: skip


@pytest.fixture(scope="module")
def ended(place: Place) -> dict[str, Ran]:
    """All of BAD_INPUT, two at a time."""
    with ThreadPoolExecutor(2) as pool:
        running = {name: pool.submit(place.run, *arguments(place)) for name, arguments, _, _ in BAD_INPUT}
        return {name: future.result() for name, future in running.items()}


@posix
@pytest.mark.parametrize(("name", "code", "said"), [(name, code, said) for name, _, code, said in BAD_INPUT])
def test_bad_input_gets_one_line_that_names_the_next_step(name: str, code: int, said: str, ended: dict[str, Ran]) -> None:
    ran = ended[name]
    assert ran.code == code and "Traceback" not in ran.err, ran.err
    assert said in (ran.err if name == "a stale file" else one_line(ran))
    assert ran.out == ""


def test_all_bad_input_is_tried(place: Place, ended: dict[str, Ran]) -> None:
    assert len(BAD_INPUT) == len(ended) == 19
    assert not (place.desk / "none").exists() and not list((place.desk / "empty-folder").iterdir())


# ---- check


def test_check_says_what_is_wrong_and_what_to_do(place: Place) -> None:
    path = place.notebook("wrong-en", WRONG)
    ran = place.run("check", path)
    assert (ran.code, ran.err) == (1, "")
    for said in (
        "Q91 · Double  0/2\n",
        "  ✗ 0/1  Numbers are doubled (wrong)\n",
        "`double([1, 2, 5])` returned [1, 2, 5]",
        "  ✗ 0/1  [hidden] Texts are doubled too (wrong)\n",
        "Q92 · Greet  2/2\n",
        "  ✓ 1/1  One person is greeted (pass)\n",
        "Total 2 of 4 points\n",
        "Next: read what q91-check-1 says, mend the answer to Q91, save the notebook, and run python -m grader check wrong-en/91_two.ipynb -q q91;",
    ):
        assert said in ran.out, said


def test_check_speaks_the_notebooks_language(place: Place) -> None:
    ran = place.run("check", place.notebook("wrong-zh", WRONG, "zh"))
    assert (ran.code, ran.err) == (1, "")
    for said in (
        "Q91 · 加倍  0/2\n",
        "  ✗ 0/1  数翻倍 (不对)\n",
        "`double([1, 2, 5])` 返回 [1, 2, 5]",
        "[隐藏] 文字也翻倍",
        "合计 2 / 4 分\n",
        "下一步：看 q91-check-1 的说明",
    ):
        assert said in ran.out, said


def test_check_of_one_right_question_and_of_an_untouched_notebook(place: Place) -> None:
    ran = place.run("check", place.notebook("half", WRONG), "-q", "Q92")
    assert ran.code == 0 and "Total 2 of 2 points" in ran.out and "Q91" not in ran.out
    assert "All automatic checks here pass. To compare with the reference answer: python -m grader answer q92" in ran.out
    ran = place.run("check", place.course.notebook(TOPIC, "en"))
    assert ran.code == 0 and ran.out.count("· not attempted") == 2 and "Next: Q91 is not attempted yet" in ran.out


def test_check_without_a_name_takes_what_was_begun(place: Place) -> None:
    path = place.course.notebook(TOPIC, "zh")
    untouched = path.read_bytes()
    notebook = nbformat.reads(untouched.decode(), as_version=4)
    next(cell for cell in notebook.cells if cell.id == "q91-answer").source = WRONG["q91"][0]
    notebook.cells.append(
        {"cell_type": "code", "metadata": {"grader": {"role": "answer"}, "nbgrader": {"grade_id": 5}}, "source": "x", "id": "odd"}
    )
    try:
        path.write_bytes(json.dumps(notebook).encode())
        ran = place.run("check")
    finally:
        path.write_bytes(untouched)
    assert ran.code == 1 and "合计 0 / 4 分" in ran.out and ran.out.count("91_two.ipynb\n") == 1


def test_check_from_cold(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    """How long a learner waits for a verdict, on this machine and under its load: printed, not judged."""
    path = place.notebook("cold", {})
    started = time.monotonic()
    ran = place.run("check", path)
    seconds = time.monotonic() - started
    assert ran.code == 0 and "Total 4 of 4 points" in ran.out
    with capsys.disabled():
        sys.stdout.write(f"\ncheck, cold start to verdict: {seconds:.1f} s\n")


@posix
def test_a_full_disk_under_the_report_is_said(place: Place) -> None:
    path = place.course.notebook(TOPIC, "en")
    with Path("/dev/full").open("w") as full:
        ran = place.run("check", path, stdout=full)
    assert ran.code == 1 and "the disk is full" in one_line(ran)


@posix
def test_a_reader_that_goes_away_is_no_error(place: Place) -> None:
    process = place.start("answer", "q90")
    assert process.stdout and process.stderr
    process.stdout.close()
    assert process.stderr.read() == "" and process.wait(60) in (1, 128 + signal.SIGPIPE)
    process.stderr.close()


def test_a_full_disk_leaves_no_half_a_course_directory(place: Place, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The disk fills up at each file in turn: an error each time, no half file, and the run after it finishes the work."""
    from grader import atomic, course_directory

    real, target = Path.replace, tmp_path / "class"
    count = limit = 0

    def filling(self: Path, other: Path) -> Path:
        nonlocal count
        count += 1
        if count > limit:
            raise OSError(28, "No space left on device", str(other))
        return real(self, other)

    monkeypatch.setattr(atomic.Path, "replace", filling)
    for room in range(20):
        count, limit = 0, room
        try:
            course_directory.create(place.course, target, "en", ["90_small", TOPIC])
            break
        except InputError as error:
            assert "No space left on device" in str(error) and not list(target.rglob(".*"))
    assert 3 < limit < 19 and course_directory.read(target).topics == ("90_small", TOPIC)


# ---- without solutions/


def test_a_learner_without_solutions_gets_the_visible_checks(learners: Place) -> None:
    ran = learners.run("check", "wrong/91_two.ipynb")
    assert (ran.code, ran.err) == (1, "")
    assert "`double([1, 2, 5])` returned [1, 2, 5]" in ran.out and "  · 0/1  [hidden] Texts are doubled too (not run)" in ran.out
    assert "Total 1 of 4 points\n2 of them belong to hidden checks, which your instructor's grader runs" in ran.out
    assert learners.run("check", "right/91_two.ipynb").code == 0


@pytest.mark.parametrize("arguments", [("build",), ("answer", "q91"), ("course", "class")])
def test_what_needs_solutions_says_so(learners: Place, arguments: tuple[str, ...]) -> None:
    ran = learners.run(*arguments)
    assert ran.code == 1
    assert (
        one_line(ran)
        == "grader: solutions/course.toml is not there; this command needs the instructor's package, with its folder solutions/"
    )
    assert not (learners.desk / "class").exists()


def edited(learners: Place, name: str, change: Callable[[nbformat.NotebookNode], None]) -> Path:
    notebook = nbformat.read(learners.desk / "right/91_two.ipynb", as_version=4)
    change(notebook)
    path = learners.desk / "right" / f"{name}.ipynb"
    path.write_bytes(json.dumps(notebook).encode())
    return path


def _cell(notebook: nbformat.NotebookNode, cell_id: str) -> nbformat.NotebookNode:
    return next(cell for cell in notebook.cells if cell.id == cell_id)


# (what the learner changed, how, exit code, what is said on standard error)
EDITS: list[tuple[str, Callable[[nbformat.NotebookNode], object], int, str]] = [
    ("a-check-is-no-python", lambda n: _cell(n, "q91-check-1").update(source="assert ("), 1, "a check in it, or a cell given with one, was changed"),
    ("a-check-without-assert", lambda n: _cell(n, "q91-check-1").update(source="x = 1"), 1, "a check in it, or a cell given with one, was changed"),
    ("given-is-no-python", lambda n: _cell(n, "q92-given").update(source="from ("), 1, "a check in it, or a cell given with one, was changed"),
    ("points-as-text", lambda n: _cell(n, "q91-check-1").metadata.nbgrader.update(points="many"), 1, "was not made from a notebook of this course"),
    ("timeout-as-text", lambda n: _cell(n, "q91-check-1").metadata.grader.update(timeout="long"), 1, "was not made from a notebook of this course"),
    ("no-metadata", lambda n: n.metadata.clear(), 1, "was not made from a notebook of this course"),
    ("a-lesson-is-no-python", lambda n: _cell(n, "lesson-code-1").update(source="def f(:"), 0, ""),
    ("title-as-number", lambda n: _cell(n, "q91-check-1").metadata.grader.update(title=5), 0, ""),
]  # fmt: skip


@pytest.mark.parametrize(("name", "change", "code", "said"), EDITS, ids=[edit[0] for edit in EDITS])
def test_a_notebook_that_a_learner_spoilt(
    learners: Place, name: str, change: Callable[[nbformat.NotebookNode], None], code: int, said: str
) -> None:
    ran = learners.run("check", edited(learners, name, change))
    assert ran.code == code, ran.err
    assert said in one_line(ran) if said else ran.err == ""


# ---- interrupts


@pytest.fixture
def interrupted(place: Place) -> Iterator[Callable[[subprocess.Popen[str], Callable[[], bool]], Ran]]:
    """Sends Ctrl-C to a command as soon as something is so; afterwards nothing may be left of it."""

    def wait(condition: Callable[[], bool], seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while not condition() and time.monotonic() < deadline:
            threading.Event().wait(0.005)
        assert condition(), place.left()

    def interrupt(process: subprocess.Popen[str], when: Callable[[], bool]) -> Ran:
        with process:
            try:
                wait(when, 60)
                process.send_signal(signal.SIGINT)
                out, err = process.communicate(timeout=60)
            finally:
                process.kill()
        wait(lambda: not place.left(), 10)
        return Ran(process.returncode, out, err)

    yield interrupt


LOOP = {"q91": ("from pathlib import Path\n\nPath('started').touch()\nwhile True:\n    pass",)}
INTERRUPTED = "grader: interrupted; what was finished is kept, run the command again to go on\n"


@posix
@pytest.mark.parametrize("moment", ["the worker starts", "the answer runs"])
def test_ctrl_c_during_a_check(place: Place, interrupted: Callable[..., Ran], moment: str) -> None:
    path = place.notebook(moment.replace(" ", "-"), LOOP)
    seen = {"the worker starts": "grader-*", "the answer runs": "grader-*/notebook/started"}[moment]
    ran = interrupted(place.start("check", path), lambda: bool(list(place.temp.glob(seen))))
    assert (ran.code, ran.err) == (130, INTERRUPTED)


@posix
@pytest.mark.parametrize(("topic", "moment"), [("90_small", "other answers"), ("92_read", "ipykernel")])
def test_ctrl_c_during_a_verify(place: Place, interrupted: Callable[..., Ran], tmp_path: Path, topic: str, moment: str) -> None:
    """While submissions run, and while a lesson's kernel starts or runs."""
    said = tmp_path / "said"
    with said.open("w") as file:
        ran = interrupted(
            place.start("verify", topic, stderr=file),
            lambda: moment in said.read_text() or any(moment in one for one in place.processes()),
        )
    assert ran.code == 130 and said.read_text().endswith(INTERRUPTED) and "Traceback" not in said.read_text()
