"""The one writer of a gradebook: what it stores, what it leaves alone, and what stays whole when something goes wrong."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbgrader import api

from grader import course_directory, database
from grader.assignment import Assignment
from grader.build import build_topic
from grader.course import read_course
from grader.engine import failed, grade
from grader.errors import InputError
from grader.gradebook import Change, Gradebook, open_gradebook, submission_key
from grader.outcome import CellOutput, Outcome, Result
from grader.tests.small_class import SMALL, TOPIC, WORDS, assignment, filled, small_class

CHECKS = ("q90-check-1", "q90-check-2", "q90-hidden-1")
Scores = dict[str, tuple[float | None, float | None, bool]]


@pytest.fixture(scope="module")
def graded() -> dict[str, Result]:
    """The results of the small class, by student."""
    topic = assignment(read_course(SMALL))
    return {student: grade(content, topic) for student, content in small_class().items()}


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("empty") / "class"
    course_directory.create(read_course(SMALL), place, "en", [TOPIC])
    return place


@pytest.fixture
def directory(empty: Path, tmp_path: Path) -> Path:
    """A course directory in which nothing was graded yet."""
    return Path(shutil.copytree(empty, tmp_path / "class"))


@pytest.fixture
def topic() -> Assignment:
    return assignment(read_course(SMALL))


@contextmanager
def stock(directory: Path) -> Iterator[Any]:
    """nbgrader's own view of the gradebook."""
    with api.Gradebook(f"sqlite:///{directory / 'gradebook.db'}", course_directory.COURSE_ID) as book:
        yield book


def scores(directory: Path, student: str) -> Scores:
    """Per cell: automatic score, manual score, whether somebody has to look."""
    with stock(directory) as book:
        rows = book.find_submission(TOPIC, student).notebooks[0].grades
        return {row.name: (row.auto_score, row.manual_score, row.needs_manual_grade) for row in rows}


def autograded(directory: Path, student: str = "ann") -> Path:
    return directory / "autograded" / student / TOPIC / f"{TOPIC}.ipynb"


def outputs(directory: Path, cell: str, student: str = "ann") -> list[Any]:
    notebook = nbformat.read(autograded(directory, student), as_version=4)
    return next(list(each.outputs) for each in notebook.cells if each.id == cell)


def write(directory: Path, result: Result, student: str = "ann", key: str = "a-b", wait: float = 5) -> tuple[Change, ...]:
    with open_gradebook(directory, wait) as book:
        return book.write(result, student, key)


def mark(directory: Path, cell: str, points: float, comment: str = "") -> None:
    """Grade a cell as formgrader does."""
    with stock(directory) as book:
        row = book.find_grade(cell, TOPIC, TOPIC, "ann")
        row.manual_score, row.needs_manual_grade = points, False
        if comment:
            book.find_comment(cell, TOPIC, TOPIC, "ann").manual_comment = comment
        book.db.commit()


def with_outcome(result: Result, cell: str, outcome: Outcome) -> Result:
    def changed(check: Any) -> Any:
        return replace(check, outcome=outcome, points=check.max_points if outcome is Outcome.PASS else 0) if check.check == cell else check

    return replace(result, checks=tuple(map(changed, result.checks)))


def with_words(result: Result, text: str) -> Result:
    return replace(result, parts=tuple(replace(part, text=text) if part.id == WORDS else part for part in result.parts))


def test_scores_are_nbgraders(directory: Path, graded: dict[str, Result]) -> None:
    """Checks have their points, a written answer waits for a person, a blank one has 0 and waits for nobody."""
    for student, result in graded.items():
        assert write(directory, result, student) == ()
    assert scores(directory, "ann") == {
        "q90-check-1": (1, None, False),
        "q90-check-2": (1, None, False),
        "q90-hidden-1": (2, None, False),
        WORDS: (None, None, True),
    }
    assert scores(directory, "bob") == dict.fromkeys((*CHECKS, WORDS), (0, None, False))
    with stock(directory) as book:
        rows = book.submission_dicts(TOPIC)
        assert {row["student"]: (row["score"], row["max_score"], row["needs_manual_grade"]) for row in rows} == {
            "ann": (4, 5, True),
            "bob": (0, 5, False),
            "cy": (2, 5, True),
            "di": (0, 5, False),
            "ed": (4, 5, False),
        }
        comments = {student: book.find_comment("q90-answer", TOPIC, TOPIC, student).comment for student in graded}
        assert comments == {"ann": None, "bob": "No response.", "cy": None, "di": None, "ed": None}


def test_doubled_and_emptied_written_answers(directory: Path, topic: Assignment) -> None:
    """An answer in a copy of the cell counts as written; spaces alone do not."""
    release = build_topic(read_course(SMALL), TOPIC)["en"].release
    write(directory, grade(filled(release, {WORDS: "  \n"}), topic), "ann")
    doubled = nbformat.from_dict(release)
    original = next(cell for cell in doubled.cells if cell.id == WORDS)
    doubled.cells.append(nbformat.from_dict({**original, "id": "copy", "source": "In the class."}))
    write(directory, grade(nbformat.writes(doubled).encode(), topic), "bob")
    assert scores(directory, "ann")[WORDS] == (0, None, False)
    assert scores(directory, "bob")[WORDS] == (None, None, True)


def test_autograded_notebook_shows_what_happened(directory: Path, graded: dict[str, Result]) -> None:
    for student in ("ann", "cy", "di"):
        write(directory, graded[student], student)
        nbformat.validate(nbformat.read(autograded(directory, student), as_version=4))
    assert outputs(directory, "q90-check-1") == []
    assert [out["text"] for out in outputs(directory, "q90-hidden-1", "cy")] == [
        "Tickets of a subclass are counted too: wrong, 0 of 2 points\n"
    ]
    (error,) = outputs(directory, "q90-answer", "di")
    assert (error["ename"], error["evalue"], error["traceback"]) == (
        "ValueError",
        "no <b>tickets</b>",
        ["ValueError: no <b>tickets</b>"],
    )
    (said,) = outputs(directory, "q90-check-2", "di")
    assert said["ename"] == "error" and said["traceback"] == [graded["di"].checks[1].message]


def test_nothing_of_a_hidden_check_is_written(directory: Path, graded: dict[str, Result]) -> None:
    """Neither its code nor its message, whatever the outcome; the gradebook, the instructor's, has the message."""
    for outcome in Outcome:
        result = with_outcome(graded["cy"], "q90-hidden-1", outcome)
        write(directory, replace(result, outputs={**result.outputs, "q90-hidden-1": CellOutput("Vip", "Vip")}))
        text = autograded(directory).read_text(encoding="utf-8")
        assert "Tickets of a subclass are counted too" in text
        assert not any(secret in text for secret in ("Vip", '"Di"', "vips", "risen", "3 tickets were made"))


def test_own_cells_and_odd_output_are_kept(directory: Path, topic: Assignment) -> None:
    """Output is cut to size; what is no Unicode does not stop the writer."""
    release = nbformat.from_dict(build_topic(read_course(SMALL), TOPIC)["en"].release)
    release.cells.insert(0, nbformat.v4.new_code_cell("print('mine')"))
    result = grade(nbformat.writes(release).encode(), topic)
    own = next(part.id for part in result.parts if not part.cell_id)
    write(directory, result)
    assert outputs(directory, own)[0]["text"] == "mine\n"
    write(directory, replace(result, outputs={own: CellOutput("\ud800" + "x" * 10**6, "E: \udfff")}))
    stream, error = outputs(directory, own)
    assert stream["text"].startswith("?xxx") and len(stream["text"]) < 60_000 and error["evalue"] == "?"


def test_no_notebook_gets_a_row_and_a_page(directory: Path, topic: Assignment) -> None:
    for student, result in (("ann", grade(b"\x89PNG", topic)), ("bob", failed(topic, Outcome.ERROR, "No <notebook> was handed in."))):
        write(directory, result, student)
        assert scores(directory, student) == dict.fromkeys((*CHECKS, WORDS), (0, None, False))
    first = nbformat.read(autograded(directory, "bob"), as_version=4).cells[0]
    assert first.source == "**No &lt;notebook&gt; was handed in.**"


def test_writing_twice_changes_nothing(directory: Path, graded: dict[str, Result]) -> None:
    def everything() -> tuple[list[str], bytes]:
        with closing(sqlite3.connect(directory / "gradebook.db")) as connection:
            return list(connection.iterdump()), autograded(directory).read_bytes()

    write(directory, graded["cy"])
    before = everything()
    assert write(directory, graded["cy"]) == ()
    assert everything() == before


def test_changed_scores_are_told_with_the_reason(directory: Path, graded: dict[str, Result]) -> None:
    write(directory, graded["cy"], key="a-b")
    change = Change("ann", TOPIC, "q90-hidden-1", 0, 2, "submission")
    assert write(directory, graded["ann"], key="c-b") == (change,)
    assert write(directory, graded["cy"], key="c-d") == (replace(change, before=2, after=0, reason="course"),)
    assert write(directory, graded["ann"], key="c-d") == (replace(change, reason=""),)


def test_what_was_given_by_hand_stays(directory: Path, graded: dict[str, Result]) -> None:
    """Score and comment survive a regrade; the mark is looked at again only where the written answer changed."""
    write(directory, graded["ann"])
    mark(directory, WORDS, 0.5, "Nearly.")
    assert write(directory, graded["ann"]) == ()
    assert scores(directory, "ann")[WORDS] == (None, 0.5, False)
    write(directory, with_words(graded["ann"], "In the class, of course."))
    assert scores(directory, "ann")[WORDS] == (None, 0.5, True)
    write(directory, with_words(graded["ann"], "In the class, of course."))
    assert scores(directory, "ann")[WORDS] == (None, 0.5, True), "nobody looked yet"
    with stock(directory) as book:
        assert book.find_comment(WORDS, TOPIC, TOPIC, "ann").comment == "Nearly."
        assert book.find_submission(TOPIC, "ann").score == 4.5


def test_a_mark_over_a_check_is_looked_at_again_when_the_check_changes(directory: Path, graded: dict[str, Result]) -> None:
    write(directory, graded["cy"])
    mark(directory, "q90-hidden-1", 1)
    assert write(directory, graded["cy"]) == ()
    assert scores(directory, "ann")["q90-hidden-1"] == (0, 1, False)
    assert write(directory, graded["ann"]) == (), "the mark given by hand still counts"
    assert scores(directory, "ann")["q90-hidden-1"] == (2, 1, True)


def test_a_mark_without_the_earlier_notebook_is_looked_at_again(directory: Path, graded: dict[str, Result]) -> None:
    write(directory, graded["ann"])
    mark(directory, WORDS, 1)
    autograded(directory).write_text("{}")
    write(directory, graded["ann"])
    assert scores(directory, "ann")[WORDS] == (None, 1, True)


def test_a_fault_of_ours_keeps_the_score_and_calls_a_person(directory: Path, graded: dict[str, Result]) -> None:
    fault = with_outcome(graded["ann"], "q90-check-1", Outcome.GRADER_FAULT)
    assert write(directory, fault, "bob") == ()
    assert scores(directory, "bob")["q90-check-1"] == (None, None, True)
    write(directory, graded["ann"])
    assert write(directory, fault) == ()
    assert scores(directory, "ann")["q90-check-1"] == (1, None, True)
    write(directory, graded["ann"])
    assert scores(directory, "ann")["q90-check-1"] == (1, None, False)


def test_a_submission_that_could_not_be_run_keeps_all_it_had(directory: Path, graded: dict[str, Result], topic: Assignment) -> None:
    """No process for it, our fault: scores, written answers and notebook stay, and a person is called."""
    fault = failed(topic, Outcome.GRADER_FAULT, "no process")
    write(directory, graded["ann"])
    before = autograded(directory).read_bytes()
    for student in ("ann", "bob"):
        assert write(directory, fault, student) == ()
    assert scores(directory, "ann") == {
        "q90-check-1": (1, None, True),
        "q90-check-2": (1, None, True),
        "q90-hidden-1": (2, None, True),
        WORDS: (None, None, True),
    }
    assert autograded(directory).read_bytes() == before
    assert scores(directory, "bob") == dict.fromkeys((*CHECKS, WORDS), (None, None, True))
    assert "no process" in autograded(directory, "bob").read_text(encoding="utf-8")


def test_a_saved_result_comes_back_until_something_changes(directory: Path, graded: dict[str, Result], topic: Assignment) -> None:
    key = submission_key(b"submitted", topic)
    keys = {key, submission_key(b"other", topic), submission_key(b"submitted", assignment(read_course(SMALL), lang="zh"))}
    assert len(keys) == 3 and submission_key(b"submitted", topic) == key
    write(directory, graded["cy"], key=key)
    with open_gradebook(directory) as book:
        assert book.saved("ann", TOPIC, key) == replace(graded["cy"], outputs={}, parts=())
        assert [book.saved("ann", TOPIC, other) for other in keys - {key}] == [None, None]
        assert book.saved("bob", TOPIC, key) is None
        book.write(with_outcome(graded["cy"], "q90-check-1", Outcome.GRADER_FAULT), "bob", key)
        assert book.saved("bob", TOPIC, key) is None, "a fault of ours is graded again"
        autograded(directory).unlink()
        assert book.saved("ann", TOPIC, key) is None, "the notebook was deleted"
    write(directory, graded["cy"], key=key)
    with stock(directory) as stocks:
        stocks.remove_submission(TOPIC, "ann")
    with open_gradebook(directory) as book:
        assert book.saved("ann", TOPIC, key) is None, "the submission was removed with nbgrader's tools"


def test_the_time_of_submission_is_kept(directory: Path, graded: dict[str, Result]) -> None:
    stamp = autograded(directory).with_name("timestamp.txt")
    with open_gradebook(directory) as book:
        book.write(graded["ann"], "ann", submitted_at=datetime(2026, 11, 23, 10))
        with stock(directory) as stocks:
            assert stocks.find_submission(TOPIC, "ann").timestamp == datetime(2026, 11, 23, 10)
        assert stamp.read_text() == "2026-11-23 10:00:00.000000 UTC"
        book.write(graded["ann"], "ann")
    assert not stamp.exists()


def test_ctrl_c_between_submissions_leaves_what_is_done(directory: Path, graded: dict[str, Result]) -> None:
    def interrupted(book: Gradebook) -> None:
        for number, (student, result) in enumerate(graded.items()):
            if number == 3:
                raise KeyboardInterrupt
            book.write(result, student, "a-b")

    with pytest.raises(KeyboardInterrupt), open_gradebook(directory) as book:
        interrupted(book)
    with open_gradebook(directory) as book:
        assert [student for student in graded if book.saved(student, TOPIC, "a-b")] == ["ann", "bob", "cy"]
        for student, result in graded.items():
            book.write(result, student, "a-b")
    assert scores(directory, "ed")["q90-hidden-1"] == (2, None, False)


@pytest.mark.parametrize("moment", ["write_bytes", "replace"])
def test_ctrl_c_within_a_submission_is_mended_by_the_next_run(
    directory: Path, graded: dict[str, Result], monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    """Before the commit nothing changed; after it the gradebook has the new result, whose notebook the next run writes."""
    write(directory, graded["cy"], key="a-b")

    def interrupt(*arguments: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(Path, moment, interrupt)
        write(directory, graded["ann"], key="c-b")
    assert scores(directory, "ann")["q90-hidden-1"][0] == (0 if moment == "write_bytes" else 2)
    assert [path.name for path in (directory / "autograded").iterdir()] == ["ann"]
    with open_gradebook(directory) as book:
        assert book.saved("ann", TOPIC, "c-b") is None
        book.write(graded["ann"], "ann", "c-b")
        assert book.saved("ann", TOPIC, "c-b")
    assert scores(directory, "ann")["q90-hidden-1"][0] == 2
    assert "pass, 2 of 2" in outputs(directory, "q90-hidden-1")[0]["text"]


WRITE_FOR_EVER = """
import itertools, sys
from pathlib import Path
from grader.course import read_course
from grader.engine import failed
from grader.gradebook import open_gradebook
from grader.outcome import Outcome
from grader.tests.small_class import SMALL, assignment
topic = assignment(read_course(SMALL))
with open_gradebook(Path(sys.argv[1])) as book:
    for number in itertools.count():
        book.write(failed(topic, Outcome.ERROR, "x" * 2000), f"s{number}", "a-b")
        print(number, flush=True)
"""


def writing(directory: Path, before: str = "") -> subprocess.Popen[str]:
    command = [sys.executable, "-c", before + WRITE_FOR_EVER, str(directory)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=SMALL.parent.parent.parent)


def test_a_killed_writer_leaves_a_whole_gradebook(directory: Path) -> None:
    """Killed at any moment: what it said to be written is there, and another writer goes on."""
    with writing(directory) as process:
        assert process.stdout
        said = [process.stdout.readline() for _ in range(20)]
        process.kill()
    assert said[-1] == "19\n"
    with open_gradebook(directory) as book, closing(sqlite3.connect(directory / "gradebook.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert all(book.saved(f"s{number}", TOPIC, "a-b") for number in range(20))
        book.write(failed(assignment(read_course(SMALL)), Outcome.ERROR, "x"), "s20", "a-b")


@pytest.mark.skipif(os.name == "nt", reason="file size limits as on POSIX")
def test_a_full_disk_is_said_and_what_is_stored_stays(directory: Path) -> None:
    limit = (directory / "gradebook.db").stat().st_size + 20_000
    with writing(directory, f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))\n") as process:
        said, errors = process.communicate(timeout=120)
    assert "InputError" in errors.splitlines()[-1] and "what was stored before is kept" in errors.splitlines()[-1]
    stored = len(said.splitlines())
    assert stored > 0
    with open_gradebook(directory) as book:
        assert [bool(book.saved(f"s{number}", TOPIC, "a-b")) for number in range(stored + 1)] == [True] * stored + [False]


@pytest.mark.parametrize(
    ("pragma", "says"),
    [("max_page_count = 1", "there is no space left for .*free some"), ("query_only = 1", "cannot be written; give yourself")],
)
def test_what_sqlite_refuses_is_said_with_the_next_step(directory: Path, pragma: str, says: str) -> None:
    path = directory / "gradebook.db"
    with closing(sqlite3.connect(path)) as connection, pytest.raises(InputError, match=says), database.database_errors(path):
        connection.execute(f"PRAGMA {pragma}")
        connection.execute("INSERT INTO student VALUES ('ann', ?, '', '', '')", ("x" * 100_000,))


def test_a_locked_gradebook_is_said_and_nothing_is_written(directory: Path, graded: dict[str, Result]) -> None:
    with closing(sqlite3.connect(directory / "gradebook.db")) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(InputError, match=r"gradebook.db is being written by another program; wait"):
            write(directory, graded["ann"], wait=0.05)
        other.rollback()
        assert not autograded(directory).exists()
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(InputError, match="is being written by another program"):
            write(directory, graded["ann"], wait=0.05)
    write(directory, graded["ann"])


def test_a_lock_during_a_run_ends_only_that_write(directory: Path, graded: dict[str, Result]) -> None:
    with open_gradebook(directory, 0.05) as book, closing(sqlite3.connect(directory / "gradebook.db")) as other:
        book.write(graded["ann"], "ann", "a-b")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(InputError, match="is being written"):
            book.write(graded["cy"], "ann", "c-b")
        other.rollback()
        book.write(graded["cy"], "ann", "c-b")
    assert scores(directory, "ann")["q90-hidden-1"][0] == 0


@pytest.mark.parametrize(
    ("version", "says"),
    [("167914646830", "older nbgrader; make a copy of it, then run `nbgrader db upgrade`"), ("feedbeef0000", "newer nbgrader")],
)
def test_a_gradebook_of_another_version_is_said(directory: Path, graded: dict[str, Result], version: str, says: str) -> None:
    with closing(sqlite3.connect(directory / "gradebook.db")) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (version,))
    with pytest.raises(InputError, match=says):
        write(directory, graded["ann"])


def test_a_gradebook_without_version_or_tables_is_said(directory: Path, graded: dict[str, Result]) -> None:
    with closing(sqlite3.connect(directory / "gradebook.db")) as connection, connection:
        connection.execute("DROP TABLE grade")
    with pytest.raises(InputError, match=r"another version of nbgrader \(no such table: grade\)"):
        write(directory, graded["ann"])
    with closing(sqlite3.connect(directory / "gradebook.db")) as connection, connection:
        connection.execute("DROP TABLE alembic_version")
    with pytest.raises(InputError, match="older nbgrader"):
        write(directory, graded["ann"])


@pytest.mark.parametrize("damage", ["garbage", "cut", "missing", "folder"])
def test_a_broken_gradebook_is_said(directory: Path, graded: dict[str, Result], damage: str) -> None:
    path = directory / "gradebook.db"
    content = path.read_bytes()
    path.unlink()
    if damage == "folder":
        path.mkdir()
    elif damage != "missing":
        path.write_bytes(b"no database" * 1000 if damage == "garbage" else content[:9000])
    says = "is no gradebook or is damaged" if damage in ("garbage", "cut") else "is not there; run `python -m grader course"
    with pytest.raises(InputError, match=says):
        write(directory, graded["ann"])


@pytest.mark.parametrize("what", ["unknown", "points", "release"])
def test_a_course_directory_of_another_state_is_said(directory: Path, graded: dict[str, Result], what: str) -> None:
    result = graded["ann"]
    if what == "unknown":
        result = replace(result, assignment="91_other")
    elif what == "points":
        result = replace(result, checks=(replace(result.checks[0], max_points=7), *result.checks[1:]))
    else:
        (directory / "release" / TOPIC / f"{TOPIC}.ipynb").unlink()
    with pytest.raises(InputError, match=r"does not have 9._[a-z]+ as it is now; run `python -m grader course"):
        write(directory, result)
    assert not autograded(directory).exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="only on machines where the tests run as a user whom permissions stop")
def test_a_folder_that_cannot_be_written_is_said(directory: Path, graded: dict[str, Result]) -> None:
    (directory / "autograded").mkdir(mode=0o500)
    with pytest.raises(InputError, match="autograded/ann could not be written"):
        write(directory, graded["ann"])


def test_a_file_in_the_way_is_said_and_nothing_is_stored(directory: Path, graded: dict[str, Result]) -> None:
    (directory / "autograded").write_text("a file")
    with pytest.raises(InputError, match=r"autograded.* could not be written"):
        write(directory, graded["ann"])
    with stock(directory) as book, pytest.raises(api.MissingEntry):
        book.find_submission(TOPIC, "ann")


@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # nbgrader's add_submission
def test_a_gradebook_of_stock_nbgrader_is_taken_over(directory: Path, graded: dict[str, Result]) -> None:
    """Without our own table, and with rows that nbgrader made."""
    with closing(sqlite3.connect(directory / "gradebook.db")) as connection, connection:
        connection.execute("DROP TABLE grader_result")
    with stock(directory) as book:
        book.add_student("ann", first_name="Ann")
        book.add_submission(TOPIC, "ann")
        book.find_grade(WORDS, TOPIC, TOPIC, "ann").manual_score = 1
        book.db.commit()
    changes = write(directory, graded["ann"])
    assert sorted(change.cell for change in changes) == list(CHECKS)
    with stock(directory) as book:
        assert book.find_student("ann").first_name == "Ann"
        assert book.find_submission(TOPIC, "ann").score == 5


def test_two_writers_take_turns(directory: Path, graded: dict[str, Result]) -> None:
    with open_gradebook(directory) as one, open_gradebook(directory) as other:
        one.write(graded["ann"], "ann")
        other.write(graded["cy"], "cy")
        one.write(graded["bob"], "bob")
    assert [scores(directory, student)["q90-check-1"][0] for student in ("ann", "bob", "cy")] == [1, 0, 1]


def test_a_new_gradebook_is_whole_or_absent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*arguments: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(Path, "replace", interrupt)
        database.make(tmp_path / "gradebook.db")
    assert list(tmp_path.iterdir()) == []
    database.make(tmp_path / "gradebook.db")
    before = (tmp_path / "gradebook.db").read_bytes()
    database.make(tmp_path / "gradebook.db")
    assert (tmp_path / "gradebook.db").read_bytes() == before
