"""What becomes of a submission, case by case: each folder of `cases/` holds one and, beside it, what has to come of its two questions.

A ``submission.py`` holds cells by ``# %% <cell id>`` and ``# %% own before <cell id>``; answers that it does not hold are the reference's. Cases run
behind walls where this machine can make them, and those in which processes matter without walls too.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest

from grader import engine
from grader.answers import reference, submission
from grader.build import Built, build_topic, notebook_bytes
from grader.course import read_course
from grader.engine import grade
from grader.language import LANGUAGES, Lang
from grader.launch import ColdProcess, Launch
from grader.outcome import Outcome, Result
from grader.parallel import Pool
from grader.sandbox import walled
from grader.tests.small_class import assignment

TWO = Path(__file__).parent / "two"
TOPIC = "91_two"
CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir())
WITHOUT_WALLS_TOO = {
    "answer_exits_hard", "answer_never_ends", "asks_for_input", "child_left_behind", "children_left_by_a_crash", "clears_the_environment",
    "closes_every_descriptor", "closes_stdout", "endless_output", "files_left_behind", "fork_left_behind", "huge_file", "ignores_signals",
    "module_shadows_json", "multiprocessing_spawn", "segfault", "sockets", "stops_itself", "threads_left_running", "top_level_await",
    "writefile_and_import", "writes_junk_to_every_descriptor", "writes_replies_to_every_descriptor",
}  # fmt: skip
_LEFT_BEHIND = "31557"  # the argument of each child that a case leaves behind


@pytest.fixture(scope="module")
def built() -> dict[Lang, Built]:
    return build_topic(read_course(TWO), TOPIC)


@pytest.fixture(scope="module")
def private_temp(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The temporary folder of this module's workers, to see what stays in it."""
    place = tmp_path_factory.mktemp("temp")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tempfile, "tempdir", str(place))
        yield place


@pytest.fixture(scope="module")
def results(built: dict[Lang, Built], private_temp: Path) -> dict[str, Result]:
    """The results of all cases, by name."""
    with walled(required=False) as launch:
        return graded(built, CASES, launch)


@pytest.fixture(scope="module")
def cold_results(built: dict[Lang, Built], private_temp: Path) -> dict[str, Result]:
    return graded(built, [path for path in CASES if path.name in WITHOUT_WALLS_TOO], ColdProcess)


def graded(built: dict[Lang, Built], cases: list[Path], launch: Launch) -> dict[str, Result]:
    assignments = {lang: assignment(read_course(TWO), TOPIC, lang) for lang in LANGUAGES}

    def run(case: Path) -> Result:
        lang = expected(case).get("lang", "en")
        return grade(submitted(case, built[lang]), assignments[lang], launch=launch)

    with pytest.MonkeyPatch.context() as patch, Pool(3) as pool:
        patch.setattr(engine, "ANSWER_SECONDS", 3.0)
        return {case.name: result for case, result in pool.unordered(run, cases)}


def expected(case: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((case / "expected.json").read_text(encoding="utf-8"))
    return found


def submitted(case: Path, built: Built) -> bytes:
    """The notebook of a case, as it is or filled in."""
    if (case / "submission.ipynb").is_file():
        return (case / "submission.ipynb").read_bytes()
    notebook = nbformat.reads(submission(built.release, reference(built)).decode(), as_version=4)
    pieces = re.split(r"^# %% (.+)\n", (case / "submission.py").read_text(encoding="utf-8"), flags=re.M)
    assert pieces[0] == ""
    for place, text in zip(pieces[1::2], pieces[2::2], strict=True):
        index = next(number for number, cell in enumerate(notebook.cells) if cell.id == place.removeprefix("own before "))
        if place.startswith("own before "):
            notebook.cells.insert(index, nbformat.v4.new_code_cell(text.strip()))
        else:
            notebook.cells[index].source = text.strip()
    return notebook_bytes(notebook)


def check(result: Result, wanted: dict[str, Any]) -> None:
    """A result is what its case says: points, outcomes, a part of the first message that is not empty, outputs, a remark."""
    questions = result.questions()
    for question in ("q91", "q92"):
        checks, says = questions[question], wanted[question]
        found = [str(one.outcome) for one in checks]
        assert found == says["outcomes"], [(one.outcome, one.message) for one in checks]
        assert sum(one.points for one in checks) == says["points"]
        assert says.get("message", "") in next((one.message for one in checks if one.message), "")
    for cell, text in wanted.get("outputs", {}).items():
        assert text in result.outputs[cell].text
    if "remark" in wanted:
        assert result.remarks == (wanted["remark"],)


def test_every_case_is_there() -> None:
    assert len(CASES) == 102
    assert {path.name for path in CASES} >= WITHOUT_WALLS_TOO


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_has_the_result_beside_it(case: Path, results: dict[str, Result]) -> None:
    check(results[case.name], expected(case))


@pytest.mark.skipif(os.name == "nt", reason="signals, forks and limits are those of POSIX")
@pytest.mark.parametrize("name", sorted(WITHOUT_WALLS_TOO))
def test_without_walls_the_result_is_the_same(name: str, cold_results: dict[str, Result]) -> None:
    check(cold_results[name], expected(Path(__file__).parent / "cases" / name))


def test_what_nothing_in_a_submission_can_answer_is_not_run(built: dict[Lang, Built]) -> None:
    def none() -> None:
        raise AssertionError("a worker was started")

    result = grade(submission(built["en"].release, {}), assignment(read_course(TWO), TOPIC), launch=none)  # type: ignore[arg-type]
    assert {one.outcome for one in result.checks} == {Outcome.NOT_ATTEMPTED}


def test_an_answer_in_a_cell_of_the_learners_own_counts(built: dict[Lang, Built]) -> None:
    notebook = nbformat.reads(submission(built["en"].release, {}).decode(), as_version=4)
    index = next(number for number, cell in enumerate(notebook.cells) if cell.id == "q91-check-1")
    notebook.cells.insert(index, nbformat.v4.new_code_cell("\n\n".join(reference(built["en"])["q91"])))
    questions = grade(notebook_bytes(notebook), assignment(read_course(TWO), TOPIC)).questions()
    assert {one.outcome for one in questions["q91"]} == {Outcome.PASS}
    assert {one.outcome for one in questions["q92"]} == {Outcome.NOT_ATTEMPTED}


def test_messages_and_outputs_are_bounded(results: dict[str, Result], cold_results: dict[str, Result]) -> None:
    for result in (*results.values(), *cold_results.values()):
        assert all(len(one.message) < 3000 for one in result.checks)
        assert all(len(output.text) < 30_000 and len(output.error) < 3000 for output in result.outputs.values())


def test_nothing_is_left_behind(private_temp: Path, results: dict[str, Result], cold_results: dict[str, Result]) -> None:
    """Neither files nor processes nor threads of any case."""
    assert results and cold_results
    assert list(private_temp.iterdir()) == []
    deadline = time.monotonic() + 10
    while (left := [*children_left_behind(), *reader_threads()]) and time.monotonic() < deadline:
        threading.Event().wait(0.05)
    assert left == []


def children_left_behind() -> list[str]:
    """Processes, zombies apart, that a case started or that are workers of ours."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            command = (place / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        environment = str(engine.__file__).removesuffix("engine.py") + "worker"
        if _LEFT_BEHIND.encode() in command or environment.encode() in command:
            found.append(f"{place.name} {b' '.join(command).decode(errors='replace')}")
    return found


def reader_threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if "_read_lines" in thread.name]
