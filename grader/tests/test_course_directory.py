"""A course directory: what stock nbgrader finds in it, what an update leaves alone, and which submissions are found in it."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from grader import course_directory, submitted
from grader.course import Course, read_course
from grader.engine import failed
from grader.errors import InputError
from grader.gradebook import open_gradebook
from grader.language import Lang
from grader.outcome import Outcome
from grader.rebuild import MAX_BYTES
from grader.tests.small_class import SMALL, TOPIC, assignment, hand_in, nbgrader

posix = pytest.mark.skipif(os.name == "nt", reason="links and special files as on POSIX")


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """A copy of the small course, free to be changed, with a file beside its notebook."""
    shutil.copytree(SMALL, tmp_path / "course")
    (tmp_path / "course/solutions/files" / TOPIC).mkdir(parents=True)
    (tmp_path / "course/solutions/files" / TOPIC / "seats.txt").write_text("A1\n")
    return read_course(tmp_path / "course")


@pytest.fixture
def directory(course: Course, tmp_path: Path) -> Path:
    course_directory.create(course, tmp_path / "class", "en", [TOPIC])
    return tmp_path / "class"


SECOND_CHECK = """# %% q="q90" role="check" points=1
# zh: 每张票都被计数
# en: Every ticket is counted
before = Ticket.issued
"""
ANOTHER_CHECK = """# %% q="q90" role="hidden" points=1
# zh: 一张票
# en: A single ticket
name = Ticket("Fay").holder

assert name == "Fay", T(f"得到 {name}", f"got {name}")

# %% [markdown] lang="zh" q="q90" role="hint"
# 类变量写在哪里？
"""


def change_source(course: Course, changes: dict[str, str]) -> None:
    path = course.root / "solutions" / f"{TOPIC}.py"
    text = path.read_text(encoding="utf-8")
    for old, new in changes.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def snapshot(directory: Path) -> dict[str, bytes]:
    return {str(path.relative_to(directory)): path.read_bytes() for path in directory.rglob("*") if path.is_file()}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_holds_what_nbgrader_and_we_need(course: Course, tmp_path: Path, lang: Lang) -> None:
    made = course_directory.create(course, tmp_path / "class", lang, [TOPIC])
    names = {path for path in snapshot(tmp_path / "class") if not path.startswith("gradebook")}
    topic_files = {f"{step}/{TOPIC}/{name}" for step in ("source", "release") for name in (f"{TOPIC}.ipynb", "seats.txt")}
    assert names == {"nbgrader_config.py", *topic_files}
    assert (made.lang, made.topics) == (lang, (TOPIC,))
    assert course_directory.read(tmp_path / "class") == made
    assert (tmp_path / "class/submitted").is_dir()
    release = (tmp_path / "class/release" / TOPIC / f"{TOPIC}.ipynb").read_text(encoding="utf-8")
    assert "class Vip" not in release and "BEGIN" not in release


def test_gradebook_and_release_equal_those_of_generate_assignment(course: Course, tmp_path: Path) -> None:
    """Stock nbgrader, given our source folder and settings, records the same cells and releases the same cells."""
    ours, stock = tmp_path / "class", tmp_path / "stock"
    course_directory.create(course, ours, "zh", [TOPIC])
    stock.mkdir()
    shutil.copy(ours / "nbgrader_config.py", stock)
    shutil.copytree(ours / "source", stock / "source")
    nbgrader(stock, "generate_assignment", TOPIC)
    for query in (
        "SELECT version_num FROM alembic_version",
        "SELECT name, course_id, duedate FROM assignment",
        "SELECT notebook.name, assignment.name, kernelspec FROM notebook JOIN assignment ON assignment_id = assignment.id",
        "SELECT name, max_score, cell_type, type FROM grade_cells JOIN base_cell USING (id) ORDER BY name",
        "SELECT name, type FROM solution_cells JOIN base_cell USING (id) ORDER BY name",
        "SELECT name, cell_type, locked, source, checksum FROM source_cell ORDER BY name",
    ):
        found = rows(ours / "gradebook.db", query)
        assert found and found == rows(stock / "gradebook.db", query)
    notebooks = [json.loads((place / "release" / TOPIC / f"{TOPIC}.ipynb").read_bytes()) for place in (ours, stock)]
    for cell in notebooks[0]["cells"]:
        cell["metadata"].get("grader", {}).pop("stub", None)
    assert notebooks[0]["cells"] == notebooks[1]["cells"]


def test_stock_commands_work_on_a_fresh_gradebook(directory: Path) -> None:
    nbgrader(directory, "db", "upgrade")
    with open_gradebook(directory):
        pass


def test_a_second_run_changes_nothing(course: Course, directory: Path) -> None:
    before = snapshot(directory)
    course_directory.create(course, directory, "en", [TOPIC])
    after = snapshot(directory)
    dumps = [before.pop("gradebook.db"), after.pop("gradebook.db")]
    assert before == after and len(dumps[0]) == len(dumps[1])


def test_an_update_brings_the_new_source_and_leaves_the_rest(course: Course, directory: Path) -> None:
    """Settings, what was handed in, and grades stay; a new check is added to the gradebook."""
    path = hand_in(directory, "ann", b"{}")
    settings = (directory / "nbgrader_config.py").read_text(encoding="utf-8") + "c.Execute.timeout = 60\n"
    (directory / "nbgrader_config.py").write_text(settings, encoding="utf-8")
    with open_gradebook(directory) as book:
        book.write(failed(assignment(course), Outcome.ERROR, "no notebook"), "ann")
    query = "SELECT id, cell_id, auto_score FROM grade ORDER BY id"
    grades = rows(directory / "gradebook.db", query)
    last_hint = ANOTHER_CHECK[ANOTHER_CHECK.index("# %% [markdown]") :]
    change_source(course, {'role="hidden" points=2': 'role="hidden" points=1', last_hint: ANOTHER_CHECK})
    course_directory.create(course, directory, "en", [TOPIC])
    assert rows(directory / "gradebook.db", query) == grades
    assert rows(directory / "gradebook.db", "SELECT max_score FROM grade_cells JOIN base_cell USING (id) ORDER BY name") == [(1.0,)] * 5
    assert "A single ticket" in (directory / "release" / TOPIC / f"{TOPIC}.ipynb").read_text(encoding="utf-8")
    assert (directory / "nbgrader_config.py").read_text(encoding="utf-8") == settings
    assert path.read_bytes() == b"{}"
    with open_gradebook(directory) as book:
        book.write(failed(assignment(course), Outcome.ERROR, "no notebook"), "ann")
    assert len(rows(directory / "gradebook.db", query)) == len(grades) + 1


def test_a_check_with_grades_is_not_taken_away(course: Course, directory: Path) -> None:
    with open_gradebook(directory) as book:
        book.write(failed(assignment(course), Outcome.ERROR, "no notebook"), "ann")
    before = snapshot(directory)
    change_source(course, {SECOND_CHECK: SECOND_CHECK.replace("check", "hidden")})
    with pytest.raises(InputError, match=f"{TOPIC} has no q90-check-2 any more.*db assignment remove {TOPIC}"):
        course_directory.create(course, directory, "en", [TOPIC])
    assert snapshot(directory) == before


def test_a_check_without_grades_is_taken_away(course: Course, directory: Path) -> None:
    change_source(course, {SECOND_CHECK: SECOND_CHECK.replace("check", "hidden")})
    course_directory.create(course, directory, "en", [TOPIC])
    names = rows(directory / "gradebook.db", "SELECT name FROM grade_cells JOIN base_cell USING (id) ORDER BY name")
    assert [name for (name,) in names] == ["q90-check-1", "q90-hidden-1", "q90-hidden-2", "q90-words"]


def test_a_broken_source_writes_nothing(course: Course, tmp_path: Path) -> None:
    change_source(course, {"# zh: 持有人属于对象\n": ""})
    with pytest.raises(InputError):
        course_directory.create(course, tmp_path / "class", "en", [TOPIC])
    assert not (tmp_path / "class").exists()


def test_a_creation_that_was_cut_off_is_completed(course: Course, directory: Path, tmp_path: Path) -> None:
    (tmp_path / "cut").mkdir()
    shutil.copy(directory / "nbgrader_config.py", tmp_path / "cut")
    course_directory.create(course, tmp_path / "cut", "en", [TOPIC])
    assert snapshot(tmp_path / "cut").keys() == snapshot(directory).keys()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ({"thesis.txt": "mine"}, "holds other things"),
        ({"nbgrader_config.py": "c = get_config()\n", "source/ps1/problem1.ipynb": "{}"}, "holds other things"),
        ({"source/ps1/ps1.ipynb": '{"metadata": {"grader": {"lang": "zh", "topic": "ps1"}}}'}, "another language; say --lang zh"),
        (None, "is a file"),
    ],
)
def test_another_folder_is_refused_untouched(course: Course, tmp_path: Path, content: dict[str, str] | None, says: str) -> None:
    place = tmp_path / "class"
    if content is None:
        place.write_text("a file")
    for name, text in (content or {}).items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text)
    before = snapshot(tmp_path)
    with pytest.raises(InputError, match=says):
        course_directory.create(course, place, "en", [TOPIC])
    assert snapshot(tmp_path) == before


@pytest.mark.skipif(os.name == "nt" or (os.geteuid() == 0 and not Path("/proc/version").exists()), reason="needs a read-only place")
def test_a_place_that_cannot_be_written_is_said(course: Course) -> None:
    with pytest.raises(InputError, match="could not be written"):
        course_directory.create(course, Path("/proc/class"), "en", [TOPIC])


def test_a_folder_that_is_no_course_directory_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is not there; make a course directory"):
        submitted.submissions(tmp_path / "class", [TOPIC])
    with pytest.raises(InputError, match="is not a course directory; make one"):
        submitted.submissions(tmp_path, [TOPIC])


def found(directory: Path) -> list[tuple[str, str]]:
    return [(row.student, row.problem) for row in submitted.submissions(directory, [TOPIC])]


def test_submissions_come_by_student_and_can_be_read(directory: Path) -> None:
    for student in ("zoe", "ann", "李雷", "o'neil & co"):
        hand_in(directory, student, student.encode())
    listed = submitted.submissions(directory, [TOPIC])
    assert [row.student for row in listed] == ["ann", "o'neil & co", "zoe", "李雷"]
    assert all(submitted.read_submission(row, "en") == row.student.encode() and not row.problem for row in listed)


def test_nothing_handed_in_gives_no_rows(directory: Path) -> None:
    assert found(directory) == []
    hand_in(directory, "ann", b"{}", topic="another_topic")
    hand_in(directory, "bob", b"{}")
    assert found(directory) == [("bob", "")]


def test_what_is_not_where_it_should_be_gets_a_row_that_says_so(directory: Path) -> None:
    expected = f"submitted/{{}}/{TOPIC}/{TOPIC}.ipynb"
    (directory / "submitted/empty" / TOPIC).mkdir(parents=True)
    hand_in(directory, "named", b"{}").rename(directory / "submitted/named" / TOPIC / "homework (1).ipynb")
    (directory / "submitted/loose").mkdir()
    (directory / "submitted/loose" / f"{TOPIC}.ipynb").write_bytes(b"{}")
    (directory / "submitted/folder" / TOPIC / f"{TOPIC}.ipynb").mkdir(parents=True)
    assert found(directory) == [
        ("empty", f"No notebook was handed in: there is no {expected.format('empty')}."),
        ("folder", f"{expected.format('folder')} is not an ordinary file."),
        ("loose", f"The notebook is submitted/loose/{TOPIC}.ipynb, it has to be {expected.format('loose')}."),
        ("named", f"The notebook is submitted/named/{TOPIC}/homework (1).ipynb, it has to be {expected.format('named')}."),
    ]


def test_an_unknown_layout_is_said(directory: Path) -> None:
    (directory / "submitted" / TOPIC).mkdir()
    (directory / "submitted" / TOPIC / "ann.ipynb").write_bytes(b"{}")
    with pytest.raises(InputError, match=f"submitted/{TOPIC} is not where .* place like .*submitted/ann/{TOPIC}/{TOPIC}.ipynb"):
        found(directory)


@posix
def test_links_and_special_files_are_not_followed(directory: Path, tmp_path: Path) -> None:
    """A link at any level, a FIFO, a device: a row with a problem, and listing does not hang."""
    outside = tmp_path / "outside" / TOPIC
    outside.mkdir(parents=True)
    (outside / f"{TOPIC}.ipynb").write_text("secret")
    submissions = directory / "submitted"
    (submissions / "student").symlink_to(outside.parent)
    (submissions / "topic").mkdir()
    (submissions / "topic" / TOPIC).symlink_to(outside)
    for student, target in (("file", outside / f"{TOPIC}.ipynb"), ("device", Path("/dev/zero")), ("nowhere", Path("nowhere"))):
        (submissions / student / TOPIC).mkdir(parents=True)
        (submissions / student / TOPIC / f"{TOPIC}.ipynb").symlink_to(target)
    (submissions / "pipe" / TOPIC).mkdir(parents=True)
    os.mkfifo(submissions / "pipe" / TOPIC / f"{TOPIC}.ipynb")
    listed = submitted.submissions(directory, [TOPIC])
    assert {row.student: row.problem.split(".ipynb ")[-1].split(f"{TOPIC} ")[-1] for row in listed} == {
        "device": "is a link; hand in the file itself.",
        "file": "is a link; hand in the file itself.",
        "nowhere": "is a link; hand in the file itself.",
        "pipe": "is not an ordinary file.",
        "student": "submitted/student is a link; hand in the file itself.",
        "topic": "is a link; hand in the file itself.",
    }
    for row in listed:
        with pytest.raises(submitted.Unreadable):
            submitted.read_submission(row, "en")


@posix
@pytest.mark.parametrize("kind", ["fifo", "link", "folder", "gone"])
def test_what_changes_after_listing_is_not_followed_either(directory: Path, kind: str) -> None:
    path = hand_in(directory, "ann", b"{}")
    (row,) = submitted.submissions(directory, [TOPIC])
    path.unlink()
    if kind == "fifo":
        os.mkfifo(path)
    elif kind == "link":
        path.symlink_to("/dev/zero")
    elif kind == "folder":
        path.mkdir()
    with pytest.raises(submitted.Unreadable, match=rf"submitted/ann/{TOPIC}/{TOPIC}.ipynb (is not an ordinary file|cannot be read)"):
        submitted.read_submission(row, "en")


@posix
def test_a_name_that_is_no_text_is_written_so_that_it_can_be_stored(directory: Path) -> None:
    hand_in(directory, os.fsdecode(b"jos\xe9"), b"{}")
    assert found(directory) == [("jos\\xe9", "")]


def test_a_huge_file_is_not_read_whole(directory: Path) -> None:
    path = hand_in(directory, "ann", b"")
    with path.open("r+b") as file:
        file.truncate(2**40 if sys.platform == "linux" else 3 * MAX_BYTES)
    (row,) = submitted.submissions(directory, [TOPIC])
    assert len(submitted.read_submission(row, "en")) == MAX_BYTES + 1


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2026-11-23 10:00:00.000000 UTC", datetime(2026, 11, 23, 10)),
        ("2026-11-23 10:00:00 Asia/Shanghai", datetime(2026, 11, 23, 2)),
        ("yesterday, I think", None),
        ("", None),
        ("9" * 1000, None),
    ],
)
def test_the_time_of_submission_is_read_as_nbgrader_writes_it(directory: Path, text: str, time: datetime | None) -> None:
    hand_in(directory, "ann", b"{}").with_name("timestamp.txt").write_text(text)
    (row,) = submitted.submissions(directory, [TOPIC])
    assert row.submitted_at == time and not row.problem


def test_files_beside_the_students_do_not_count(directory: Path) -> None:
    hand_in(directory, "ann", b"{}")
    (directory / "submitted/.DS_Store").write_text("x")
    (directory / "submitted/all.zip").write_text("x")
    (directory / "submitted/.ipynb_checkpoints" / TOPIC).mkdir(parents=True)
    assert found(directory) == [("ann", "")]


def test_a_directory_takes_several_topics(tmp_path: Path) -> None:
    made = course_directory.create(read_course(), tmp_path / "class", "zh", ["01_oop", "02_singleton"])
    assert made.topics == ("01_oop", "02_singleton")
    with closing(sqlite3.connect(tmp_path / "class" / "gradebook.db")) as gradebook:
        recorded = gradebook.execute("SELECT name, course_id FROM assignment ORDER BY name").fetchall()
    assert recorded == [("01_oop", course_directory.COURSE_ID), ("02_singleton", course_directory.COURSE_ID)]
