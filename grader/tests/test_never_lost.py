"""No submission is ever lost: processes are killed, the disk is full, two grade at once, notebooks come late and again, people have marked."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from nbgrader import api

from grader import course_directory
from grader.build import build_topic
from grader.classroom import ClassResult, grade_class, here
from grader.course import ROOT, read_course
from grader.errors import InputError
from grader.launch import ColdProcess
from grader.outcome import Outcome
from grader.sandbox import NoSandboxError, sandbox
from grader.submitted import leftovers
from grader.tests.small_class import SMALL, TOPIC, filled, hand_in, reference_texts, small_class

REAL = "03_context_managers"
posix = pytest.mark.skipif(os.name == "nt", reason="only on POSIX: processes are killed")


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("empty") / "class"
    course_directory.create(read_course(SMALL), place, "en", [TOPIC])
    return place


@pytest.fixture
def directory(empty: Path, tmp_path: Path) -> Path:
    """A course directory of the small course in which nothing was handed in."""
    return Path(shutil.copytree(empty, tmp_path / "class"))


def grade_all(directory: Path) -> ClassResult:
    with here(2, ColdProcess) as graded:
        return grade_class(read_course(SMALL), course_directory.read(directory), [TOPIC], graded, lambda *_: None)


def points(found: ClassResult) -> dict[str, float]:
    return {submission.student: result.points for submission, result in found.rows}


# Late, and again


def due(directory: Path, change: Callable[[api.Gradebook], None] | None = None) -> None:
    """The assignment was due at noon; ``change`` is done to the gradebook too."""
    with api.Gradebook(f"sqlite:///{directory / 'gradebook.db'}", course_directory.COURSE_ID) as book:
        book.find_assignment(TOPIC).duedate = datetime(2026, 11, 23, 12)
        if change is not None:
            change(book)
        book.db.commit()


def penalties(directory: Path) -> dict[str, tuple[float, float | None, float]]:
    """By student as nbgrader sees it: seconds late, penalty, score."""
    with api.Gradebook(f"sqlite:///{directory / 'gradebook.db'}", course_directory.COURSE_ID) as book:
        rows = book.assignment_submissions(TOPIC)
        return {row.student.id: (row.total_seconds_late, row.notebooks[0].late_submission_penalty, row.score) for row in rows}


def came(directory: Path, student: str, time: str) -> None:
    (directory / "submitted" / student / TOPIC / "timestamp.txt").write_text(f"2026-11-23 {time} UTC")


def setting(directory: Path, line: str) -> None:
    with (directory / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")


@pytest.fixture
def late(directory: Path) -> Path:
    """ann handed in in time, cy an hour and ed four hours late; bob's time is not known."""
    class_ = small_class()
    for student, time in (("ann", "11:59:59"), ("bob", ""), ("cy", "13:00:00"), ("ed", "16:00:00")):
        hand_in(directory, student, class_[student])
        if time:
            came(directory, student, time)
    due(directory)
    return directory


def test_late_submissions_lose_nothing_unless_the_instructor_says_so(late: Path) -> None:
    grade_all(late)
    assert penalties(late) == {"ann": (0, None, 4), "bob": (0, None, 0), "cy": (3600, None, 2), "ed": (4 * 3600, None, 4)}


def test_nbgraders_own_penalty_is_applied_and_taken_back(late: Path) -> None:
    """Where only `timestamp.txt` or the due date changes, nothing is run again, but the penalty follows."""
    setting(late, "c.LateSubmissionPlugin.penalty_method = 'zero'")
    grade_all(late)
    assert penalties(late) == {"ann": (0, None, 4), "bob": (0, None, 0), "cy": (3600, 2, 2), "ed": (4 * 3600, 4, 4)}
    came(late, "cy", "12:00:00")
    assert grade_all(late).graded == 0
    assert penalties(late)["cy"] == (0, None, 2)
    assert "12:00:00" in (late / "autograded/cy" / TOPIC / "timestamp.txt").read_text()
    (late / "submitted/ed" / TOPIC / "timestamp.txt").unlink()
    came(late, "ann", "13:00:00")

    def extend(book: api.Gradebook) -> None:
        book.find_submission(TOPIC, "ann").extension = timedelta(minutes=30)

    due(late, extend)
    assert grade_all(late).graded == 0
    assert penalties(late) == {"ann": (1800, 4, 4), "bob": (0, None, 0), "cy": (0, None, 2), "ed": (0, None, 4)}


def test_a_penalty_plug_in_of_the_course_directory_is_used_within_bounds(late: Path) -> None:
    """A module beside the settings, as nbgrader documents it; a penalty is at least 0 and at most the score."""
    code = "from nbgrader.plugins import BasePlugin\n\n\nclass PerHour(BasePlugin):\n"
    code += "    def late_submission_penalty(self, student_id, score, total_seconds_late):\n"
    code += "        return -5 if student_id == 'ed' else 0.5 * total_seconds_late / 3600\n"
    (late / "rule_of_this_class.py").write_text(code)
    setting(late, "c.AssignLatePenalties.plugin_class = 'rule_of_this_class.PerHour'")
    grade_all(late)
    assert penalties(late) == {"ann": (0, None, 4), "bob": (0, None, 0), "cy": (3600, 0.5, 2), "ed": (4 * 3600, 0, 4)}
    sys.modules.pop("rule_of_this_class")


@pytest.mark.parametrize(
    "line",
    [
        "c.AssignLatePenalties.plugin_class = 'nowhere.Rule'",
        "raise ValueError('unfinished')",
        "c.LateSubmissionPlugin.penalty_method = 'double'",
    ],
)
def test_settings_that_do_not_load_are_said(late: Path, line: str) -> None:
    setting(late, line)
    with pytest.raises(InputError, match=r"nbgrader_config\.py or the late-penalty plug-in in it does not load"):
        grade_all(late)


def test_what_is_handed_in_again_replaces_what_was_there(directory: Path) -> None:
    class_ = small_class()
    path = hand_in(directory, "ann", class_["cy"])
    came(directory, "ann", "10:00:00")
    assert points(grade_all(directory)) == {"ann": 2}
    path.write_bytes(class_["ann"])
    came(directory, "ann", "11:00:00")
    again = grade_all(directory)
    assert (again.graded, points(again)) == (1, {"ann": 4})
    assert [(change.before, change.after, change.reason) for change in again.changes] == [(0, 2, "submission")]
    path.write_bytes(class_["cy"])
    assert points(grade_all(directory)) == {"ann": 2}, "the last one counts, better or not"


# What people gave


def test_marks_comments_and_extra_credit_survive_a_regrade(directory: Path) -> None:
    path = hand_in(directory, "ann", small_class()["cy"])
    grade_all(directory)
    with api.Gradebook(f"sqlite:///{directory / 'gradebook.db'}", course_directory.COURSE_ID) as book:
        words = book.find_grade("q90-words", TOPIC, TOPIC, "ann")
        words.manual_score, words.needs_manual_grade, words.extra_credit = 0.5, False, 0.25
        book.find_grade("q90-check-1", TOPIC, TOPIC, "ann").extra_credit = 1
        book.find_comment("q90-words", TOPIC, TOPIC, "ann").manual_comment = "Nearly."
        book.db.commit()
    path.write_bytes(path.read_bytes().replace(b"Somewhere.", b"Somewhere else."))
    assert grade_all(directory).graded == 1
    with api.Gradebook(f"sqlite:///{directory / 'gradebook.db'}", course_directory.COURSE_ID) as book:
        assert book.find_submission(TOPIC, "ann").score == 2 + 0.5 + 0.25 + 1
        assert book.find_grade("q90-words", TOPIC, TOPIC, "ann").needs_manual_grade, "the answer changed"
        assert book.find_comment("q90-words", TOPIC, TOPIC, "ann").comment == "Nearly."


# Everything under submitted/


def test_what_is_in_no_submissions_place_is_named(directory: Path) -> None:
    """Nothing that somebody handed in is passed over in silence: it has a row, or it is listed."""
    path = hand_in(directory, "ann", small_class()["ann"])
    for name in ("timestamp.txt", "seats.csv", "pictures/one.png", f"{TOPIC} (1).ipynb", "old/first.ipynb"):
        place = path.with_name(TOPIC).parent / name
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(b"")
    for name in (
        "all.zip",
        "bob/essay.ipynb",
        f"bob/ps9/{TOPIC}.ipynb",
        f"di/{TOPIC}.ipynb",
        ".DS_Store",
        f"ann/.ipynb_checkpoints/{TOPIC}.ipynb",
    ):
        (directory / "submitted" / name).parent.mkdir(parents=True, exist_ok=True)
        (directory / "submitted" / name).write_bytes(b"")
    assert points(grade_all(directory)) == {"ann": 4, "di": 0}
    assert leftovers(course_directory.read(directory)) == (
        "submitted/all.zip",
        f"submitted/ann/{TOPIC}/{TOPIC} (1).ipynb",
        f"submitted/ann/{TOPIC}/old/first.ipynb",
        "submitted/bob/essay.ipynb",
        f"submitted/bob/ps9/{TOPIC}.ipynb",
        f"submitted/di/{TOPIC}.ipynb",
    )


# The command, cut off


def command(directory: Path, *more: str, before: tuple[str, ...] = ()) -> list[str]:
    return [*before, sys.executable, "-m", "grader", "grade", str(directory), "--sandbox", "off", "--jobs", "1", *more]


def run(directory: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(directory, *more), cwd=ROOT, capture_output=True, text=True, timeout=300)


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course directory of a real topic in which three students have handed in the reference answer."""
    place = tmp_path_factory.mktemp("real") / "class"
    course_directory.create(read_course(), place, "en", [REAL])
    built = build_topic(read_course(), REAL)["en"]
    for student in ("ann", "bob", "cy"):
        hand_in(place, student, filled(built.release, reference_texts(built)), REAL)
    return place


@pytest.fixture
def three(real: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(real, tmp_path / "three"))


def rows(path: Path) -> dict[str, tuple[float, float]]:
    found: dict[str, tuple[float, float]] = {}
    for row in json.loads(path.read_bytes()):
        before = found.get(row["student"], (0, 0))
        found[row["student"]] = (before[0] + row["points"], before[1] + row["max_points"])
    return found


@posix
def test_a_grade_that_is_killed_is_finished_by_the_next_one(three: Path, tmp_path: Path) -> None:
    """SIGKILL in the middle of the second submission: the first is kept, nothing is graded twice, nothing stays behind."""
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        server.settimeout(120)
        path = three / f"submitted/bob/{REAL}/{REAL}.ipynb"
        notebook = json.loads(path.read_bytes())
        call = f"import socket\nwith socket.create_connection({server.getsockname()!r}) as line:\n    line.recv(1)\n"
        answer = next(cell for cell in notebook["cells"] if cell["id"] == "q09-answer")
        answer["source"] = call + "".join(answer["source"])
        path.write_text(json.dumps(notebook), encoding="utf-8")
        with subprocess.Popen(command(three), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            line, _ = server.accept()
            process.kill()
        assert (three / f"autograded/ann/{REAL}/{REAL}.ipynb").exists()
        assert not (three / f"autograded/bob/{REAL}/{REAL}.ipynb").exists()
        line.close()
        with subprocess.Popen(command(three, "--json", str(tmp_path / "json")), cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
            server.accept()[0].close()
            said = process.communicate(timeout=120)[0]
    assert process.returncode == 0
    assert "3 submissions, 2 graded now" in said
    assert rows(tmp_path / "json") == dict.fromkeys(("ann", "bob", "cy"), (3, 3))


@posix
def test_two_grades_at_once_come_to_one_result(three: Path, tmp_path: Path) -> None:
    both = [
        subprocess.Popen(
            command(three, "--json", str(tmp_path / name)), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for name in ("one", "two")
    ]
    said = [process.communicate(timeout=300) for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert rows(tmp_path / "one") == rows(tmp_path / "two") == dict.fromkeys(("ann", "bob", "cy"), (3, 3))
    assert "0 graded now" in run(three).stdout, "gradebook and notebooks fit together"


@pytest.fixture
def small_disk(three: Path, tmp_path: Path) -> Iterator[tuple[Path, Callable[[str], subprocess.CompletedProcess[str]]]]:
    """A class on a disk of its own, seen only by the commands that are run with the second value."""
    place = tmp_path / "disk"
    place.mkdir()
    holder = subprocess.Popen(["unshare", "-Urm", "cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert holder.stdin and holder.stdout

    def inside(script: str) -> subprocess.CompletedProcess[str]:
        enter = ["nsenter", "-t", str(holder.pid), "-U", "-m", "--preserve-credentials", "sh", "-ec", f"cd '{ROOT}'; {script}"]
        return subprocess.run(enter, cwd=ROOT, capture_output=True, text=True, timeout=300)

    try:
        holder.stdin.write("ready\n")
        holder.stdin.flush()
        assert holder.stdout.readline() == "ready\n"
        made = inside(f"mount -t tmpfs -o size=4m tmpfs '{place}' && cp -r '{three}' '{place}/class'")
        if made.returncode != 0:
            pytest.skip(f"only on machines where a user may mount a tmpfs in a namespace: {made.stderr}")
        yield place / "class", inside
    finally:
        holder.stdin.close()
        holder.wait(30)
        holder.stdout.close()


@pytest.mark.skipif(sys.platform != "linux" or not shutil.which("unshare"), reason="only on Linux, with unshare")
def test_a_disk_that_is_full_stops_the_run_and_the_next_one_finishes_it(small_disk: Any) -> None:
    place, inside = small_disk
    filler = place.parent / "filler"
    full = inside(f"head -c 16m /dev/zero > '{filler}' || true; {' '.join(command(place))}")
    assert full.returncode == 1, full
    assert "run again" in full.stderr and "Traceback" not in full.stderr
    after = inside(f"rm '{filler}'; {' '.join(command(place))}")
    assert after.returncode == 0, after
    assert "3 submissions, 3 graded now" in after.stdout
    assert "0 graded now" in inside(" ".join(command(place))).stdout
    left = inside(f"find '{place}/autograded' -name '.*'")
    assert (left.returncode, left.stdout) == (0, "")


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux: the sandbox")
def test_a_killed_sandbox_costs_nobody_a_mark(directory: Path) -> None:
    """What ran when it ended is graded again, in the same run, by a new one."""
    for student, content in small_class().items():
        hand_in(directory, student, content)
    course = read_course(SMALL)
    try:
        with sandbox() as parent, here(1, parent.start) as graded:

            def done(count: int, _total: int) -> None:
                if count == 2:
                    os.kill(parent._process.pid, signal.SIGKILL)

            found = grade_class(course, course_directory.read(directory), [TOPIC], graded, done)
    except NoSandboxError as error:
        pytest.skip(f"only on machines with a sandbox: {error}")
    assert points(found) == {"ann": 4, "bob": 0, "cy": 2, "di": 0, "ed": 4}
    assert Outcome.GRADER_FAULT not in {check.outcome for _, result in found.rows for check in result.checks}
    assert grade_all(directory).graded == 0
