"""A dask.distributed cluster of separate processes: the same results as on this machine, whatever happens to its workers."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import pytest

from grader import course_directory
from grader.build import build_topic
from grader.classroom import ClassResult, Graded, grade_class, here
from grader.cli import main
from grader.course import ROOT, read_course
from grader.errors import InputError
from grader.launch import ColdProcess
from grader.outcome import Outcome, Result
from grader.tests.small_class import SMALL, TOPIC, assignment, filled, hand_in, reference_texts, small_class

distributed = pytest.importorskip("distributed", reason="only with dask.distributed: pip install -r grader/requirements-dask.txt")
pytestmark = [
    pytest.mark.skipif(os.name == "nt", reason="only on POSIX: processes are killed"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning"),  # distributed's own
]

from grader import cluster  # noqa: E402

TWO = SMALL.parent / "two"


@contextmanager
def running(folder: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """A command of Dask's, in a process of its own; ended gently, then its whole group."""
    own = {"PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1", "DASK_TEMPORARY_DIRECTORY": str(folder)}
    command = [sys.executable, "-m", "dask", *arguments]
    with subprocess.Popen(
        command, env={**os.environ, **own}, stderr=subprocess.PIPE, text=True, cwd=folder, start_new_session=True
    ) as process:
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.communicate(timeout=30)
            finally:
                with ExitStack() as stack:
                    stack.callback(process.kill)
                    try:
                        os.killpg(process.pid, signal.SIGKILL)
                    except ProcessLookupError:
                        pass


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A scheduler and two workers with a nanny each that starts them again. A submission may be on one lost worker without being suspected."""
    folder = tmp_path_factory.mktemp("cluster")
    options = ("--no-dashboard", "--host", "127.0.0.1")
    with running(folder, "scheduler", *options, "--port", "0") as scheduler:
        assert scheduler.stderr
        line = next(line for line in scheduler.stderr if "Scheduler at:" in line)
        found = line.split("Scheduler at:")[1].strip()
        workers = ("worker", found, "--nworkers", "2", "--nthreads", "1", *options, "--local-directory", str(folder))
        with running(folder, *workers), distributed.Client(found, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=120)
            yield found


def graded(place: Path, class_: dict[str, bytes], how: Graded, root: Path = SMALL, topic: str = TOPIC) -> ClassResult:
    course = read_course(root)
    made = course_directory.create(course, place, "en", [topic])
    for student, content in class_.items():
        hand_in(place, student, content, topic)
    (place / "submitted/nobody" / topic).mkdir(parents=True)  # who handed in nothing
    return grade_class(course, made, [topic], how, lambda *_: None)


def results(found: ClassResult) -> dict[str, Result]:
    return {submission.student: result for submission, result in found.rows}


def autograded(place: Path) -> dict[str, bytes]:
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in place.glob("autograded/**/*") if path.is_file()}


@pytest.mark.parametrize(("root", "topic"), [(SMALL, TOPIC), (TWO, "91_two")])
def test_results_are_the_same_bit_for_bit(address: str, tmp_path: Path, root: Path, topic: str) -> None:
    """Also of a topic with a file beside its notebook, and of what is no notebook or is not there."""
    if root == SMALL:
        class_ = {**small_class(), "essay": b"Dear teacher"}
    else:
        built = build_topic(read_course(root), topic)["en"]
        class_ = {"ann": filled(built.release, reference_texts(built)), "bob": filled(built.release, {})}
    with cluster.connected(address, "off") as how:
        there = graded(tmp_path / "there", class_, how, root, topic)
    with here(2, ColdProcess) as how:
        at_home = graded(tmp_path / "here", class_, how, root, topic)
    assert results(there) == results(at_home)
    assert len(results(there)) == len(class_) + 1 and any(result.points for result in results(there).values())
    assert autograded(tmp_path / "there") == autograded(tmp_path / "here")


def test_what_goes_over_needs_no_shared_disk() -> None:
    """The files beside the notebook go over as bytes, and no path of this machine does."""
    sent = assignment(read_course(TWO), "91_two")
    packed = cluster._packed(sent)
    assert sent.files and str(TWO).encode() not in packed
    received = cluster._assignment(packed)
    assert [path.read_bytes() for path in received.files] == [path.read_bytes() for path in sent.files]
    assert not {path.parent for path in received.files} & {path.parent for path in sent.files}
    assert (received.cells, received.topic, received.lang) == (sent.cells, sent.topic, sent.lang)


def with_answer(before: str) -> bytes:
    """The reference answer, after this."""
    built = build_topic(read_course(SMALL), TOPIC)["en"]
    return filled(built.release, {"q90-answer": f"{before}\n{reference_texts(built)['q90-answer']}"})


def test_a_lost_workers_submission_runs_again(address: str, tmp_path: Path) -> None:
    """The worker is killed while it runs a submission, which then comes to another one, or to the one that the nanny starts."""
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        server.settimeout(60)
        port = server.getsockname()[1]
        call = f"import os, socket\nwith socket.create_connection(('127.0.0.1', {port})) as line:\n"
        call += "    line.sendall(str(os.getppid()).encode() + b'\\n')\n    line.recv(1)"
        killed: list[int] = []

        def answer_the_calls() -> None:
            for _ in range(2):
                line, _address = server.accept()
                with line, line.makefile() as said:
                    pid = int(said.readline())
                    if not killed:
                        killed.append(pid)
                        os.kill(pid, signal.SIGKILL)

        with cluster.connected(address, "off") as how, _thread(answer_the_calls):
            found = results(graded(tmp_path / "class", {**small_class(), "waits": with_answer(call)}, how))
    assert len(killed) == 1
    assert found["waits"].points == found["waits"].max_points
    assert {student: result.points for student, result in found.items()} == {
        "ann": 4,
        "bob": 0,
        "cy": 2,
        "di": 0,
        "ed": 4,
        "nobody": 0,
        "waits": 4,
    }


def test_the_command_grades_on_a_cluster(address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    course_directory.create(read_course(), tmp_path / "class", "en", ["03_context_managers"])
    built = build_topic(read_course(), "03_context_managers")["en"]
    hand_in(tmp_path / "class", "ann", filled(built.release, reference_texts(built)), "03_context_managers")
    assert main(["grade", str(tmp_path / "class"), "--dask", address, "--sandbox", "off"]) == 0
    assert "1 submissions, 1 graded now" in capsys.readouterr().out


def test_another_version_on_a_worker_is_refused(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_version", lambda: "Python 2.7, grader 0")
    with cluster.connected(address, "off") as how, pytest.raises(InputError, match=r"it has Python 3\..*, you have Python 2\.7"):
        graded(tmp_path / "class", small_class(), how)


def test_a_submission_that_ends_its_workers_is_a_crash_of_its_own(address: str, tmp_path: Path) -> None:
    poison = with_answer("import os, signal\nassert os.getppid() > 1\nos.kill(os.getppid(), signal.SIGKILL)")
    with cluster.connected(address, "off") as how:
        found = results(graded(tmp_path / "class", {**small_class(), "aa-poison": poison}, how))
    assert {check.outcome for check in found["aa-poison"].checks} == {Outcome.CRASHED}
    assert "went down" in found["aa-poison"].checks[0].message
    assert {student: result.points for student, result in found.items()} == {
        "aa-poison": 0,
        "ann": 4,
        "bob": 0,
        "cy": 2,
        "di": 0,
        "ed": 4,
        "nobody": 0,
    }


def test_no_scheduler_and_no_workers_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        nobody = f"tcp://127.0.0.1:{server.getsockname()[1]}"
    monkeypatch.setattr(cluster, "_CONNECT_SECONDS", 0.5)
    with pytest.raises(InputError, match="no Dask scheduler answers at"), cluster.connected(nobody, "off"):
        pass
    with running(tmp_path, "scheduler", "--no-dashboard", "--host", "127.0.0.1", "--port", "0") as scheduler:
        assert scheduler.stderr
        found = next(line for line in scheduler.stderr if "Scheduler at:" in line).split("Scheduler at:")[1].strip()
        monkeypatch.setattr(cluster, "_CONNECT_SECONDS", 5)
        with pytest.raises(InputError, match="has no workers yet"), cluster.connected(found, "off"):
            pass


@contextmanager
def _thread(target: object) -> Iterator[None]:
    import threading

    thread = threading.Thread(target=target)  # type: ignore[arg-type]
    thread.start()
    try:
        yield
    finally:
        thread.join(120)
        assert not thread.is_alive()
