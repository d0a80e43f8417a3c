"""Notebooks made from a source: the same bytes each time, valid for nbgrader, without solutions, and nothing written where there is a fault."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import nbformat
import pytest
from nbgrader.nbgraderformat import MetadataValidator
from nbgrader.preprocessors import ClearSolutions
from nbgrader.utils import compute_checksum
from traitlets.config import Config

from grader.build import Built, build_topic, expected_files, notebook_bytes
from grader.cell_text import STUBS, TEXT_STUBS, essence, fingerprint, with_stub
from grader.commands import build as command
from grader.course import ROOT, Course, read_course
from grader.errors import SourceFaults
from grader.language import LANGUAGES, Lang
from grader.tests.broken import edit, line_of, small_copy
from grader.tests.small_class import TOPIC

PICTURE = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
SECRETS = (
    "Ticket.issued += 1",
    "class Vip",
    "3 tickets were made",
    "In the class object",
    "it is stored in the class",
    "same place",
    "BEGIN",
    "END SOL",
)


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """A copy of the small course with a figure of both languages, one of none, and a file beside the notebook."""
    course = small_copy(tmp_path / "course")
    (course.root / "assets").mkdir()
    for name, content in (("a.zh.png", PICTURE + b"zh"), ("a.en.png", PICTURE + b"en"), ("b.png", PICTURE)):
        (course.root / "assets" / name).write_bytes(content)
    edit(course, "# # 数票\n", "# # 数票\n# ![图](../assets/a.png) ![图](../assets/b.png)\n")
    edit(course, "# # Count tickets\n", "# # Count tickets\n# ![plot](../assets/a.png) ![plot](../assets/b.png)\n")
    (course.root / "solutions/files" / TOPIC).mkdir(parents=True)
    (course.root / "solutions/files" / TOPIC / "seats.py").write_text("SEATS = 3\n")
    return course


@pytest.fixture
def built(course: Course) -> dict[Lang, Built]:
    return build_topic(course, TOPIC)


def built_course(course: Course, monkeypatch: pytest.MonkeyPatch, *, check: bool = False) -> int:
    """Run the command `build` in a course."""
    monkeypatch.setattr(command, "read_course", lambda: course)
    return command.run([], check)


def everything(course: Course) -> dict[str, bytes]:
    return {path.relative_to(course.root).as_posix(): path.read_bytes() for path in sorted(course.root.rglob("*")) if path.is_file()}


def test_two_builds_give_the_same_bytes(course: Course) -> None:
    assert expected_files(course, [TOPIC]) == expected_files(read_course(course.root), [TOPIC])


def test_chinese_prose_is_joined_but_headings_and_code_keep_their_lines(course: Course) -> None:
    edit(course, "# # 数票\n", "# # 数票\n# 第一行，\n# 接着写。\n# - 一项\n#   的下半句\n#\n# ```\n# 一\n# 二\n# ```\n")
    edit(course, "# # Count tickets\n", "# # Count tickets\n# Line one,\n# and more.\n# ```\n# 一\n# 二\n# ```\n")
    texts = {lang: one.release.cells[0].source for lang, one in build_topic(course, TOPIC).items()}
    assert texts["zh"].startswith("# 数票\n第一行，接着写。\n- 一项的下半句\n\n```\n一\n二\n```")
    assert "\nLine one,\nand more.\n" in texts["en"]


def test_both_languages_get_a_notebook_and_its_files(course: Course) -> None:
    names = {path.relative_to(course.root / "notebooks").as_posix() for path in expected_files(course, [TOPIC])}
    assert names == {f"{lang}/{TOPIC}/{name}" for lang in LANGUAGES for name in (f"{TOPIC}.ipynb", "seats.py")}


def test_nbgrader_and_nbformat_find_the_notebooks_valid(built: dict[Lang, Built]) -> None:
    """nbgrader's own validator, on the instructor's notebook and on the learner's; checksums are those of `generate_assignment`."""
    for one in built.values():
        for notebook in (one.instructor, one.release):
            nbformat.validate(nbformat.reads(notebook_bytes(notebook).decode(), as_version=4))
            graded = [cell for cell in notebook.cells if "nbgrader" in cell.metadata]
            assert len(graded) == 6
            for cell in graded:
                MetadataValidator().validate_cell(cell)
        for cell in one.release.cells:
            assert "nbgrader" not in cell.metadata or len(cell.metadata.nbgrader.checksum) == 32
        locked = [cell for cell in one.release.cells if cell.metadata.get("nbgrader", {}).get("locked")]
        assert [cell.id for cell in locked] == ["q90-given", "q90-check-1", "q90-check-2", "q90-hidden-1"]
        assert all(cell.metadata.editable is False and cell.metadata.deletable is False for cell in locked)
        check = next(cell for cell in one.release.cells if cell.id == "q90-check-1")
        assert check.metadata.nbgrader.checksum == compute_checksum(check)


def test_cells_of_both_languages_have_the_same_unique_ids(built: dict[Lang, Built]) -> None:
    ids = {lang: [cell.id for cell in one.release.cells] for lang, one in built.items()}
    assert ids["zh"] == ids["en"] and len(set(ids["en"])) == len(ids["en"])
    for one in built.values():
        assert {cell.metadata.nbgrader.grade_id: cell.metadata.nbgrader.get("points") for cell in one.release.cells if "nbgrader" in cell.metadata} == {
            "q90-given": None, "q90-answer": None, "q90-check-1": 1, "q90-check-2": 1, "q90-hidden-1": 2, "q90-words": 1,
        }  # fmt: skip


def test_a_learner_gets_no_solution_and_no_hidden_check(built: dict[Lang, Built]) -> None:
    for one in built.values():
        text = notebook_bytes(one.release).decode()
        assert [secret for secret in SECRETS if secret in text] == []
        assert not any(cell.get("outputs") for cell in one.release.cells)
        complete = notebook_bytes(one.instructor).decode()
        assert "Ticket.issued += 1" in complete and "class Vip" in complete
    hidden = next(cell for cell in built["en"].release.cells if cell.id == "q90-hidden-1")
    assert hidden.source.startswith("# Hidden check (2 pt): Tickets of a subclass are counted too\n")


def test_each_language_has_its_own_texts(built: dict[Lang, Built]) -> None:
    texts = {lang: {cell.id: cell.source for cell in one.release.cells} for lang, one in built.items()}
    assert texts["zh"]["q90-answer"].endswith("# 在这里写你的代码\n    raise NotImplementedError()")
    assert texts["en"]["q90-answer"].endswith("# YOUR CODE HERE\n    raise NotImplementedError()")
    assert (texts["zh"]["q90-words"], texts["en"]["q90-words"]) == ("在这里写下你的回答。", "Write your answer here.")
    assert texts["zh"]["q90-check-1"].startswith("# 持有人属于对象\nholders") and 'f"持有人是 {holders}"' in texts["zh"]["q90-check-1"]
    assert texts["en"]["q90-hint-2"] == "<details>\n<summary>Hint 2</summary>\n\nWhat does `self.issued += 1` do?\n\n</details>"
    assert not any("T(" in text or "# zh:" in text for one in texts.values() for text in one.values())


def test_figures_are_inside_the_notebook(built: dict[Lang, Built]) -> None:
    for lang, one in built.items():
        cell = one.release.cells[0]
        assert f"](attachment:a.{lang}.png)" in cell.source and "](attachment:b.png)" in cell.source
        held = {name: base64.b64decode(data["image/png"]) for name, data in cell.attachments.items()}
        assert held == {f"a.{lang}.png": PICTURE + lang.encode(), "b.png": PICTURE}


STUBBED = [
    "class A:\n    ### BEGIN SOLUTION\n    x = 1\n\n    ### END SOLUTION\n\n    y = 2",
    "### BEGIN SOLUTION\nx = 1\n### END SOLUTION",
    "a\n\t### BEGIN SOLUTION\n\tx\n\t### END SOLUTION\nb\n### BEGIN SOLUTION\ny\n### END SOLUTION\nc",
    "### BEGIN SOLUTION\n### END SOLUTION\n",
    "  ### BEGIN SOLUTION  \n票 = 1\n      ### END SOLUTION",
]


@pytest.mark.parametrize("text", STUBBED)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", ["code", "markdown"])
def test_an_untouched_answer_is_what_clear_solutions_leaves(text: str, lang: Lang, kind: str) -> None:
    config = Config()
    config.ClearSolutions.code_stub = {"python": STUBS[lang]}
    config.ClearSolutions.text_stub = TEXT_STUBS[lang]
    make = nbformat.v4.new_code_cell if kind == "code" else nbformat.v4.new_markdown_cell
    metadata = {"nbgrader": {"schema_version": 3, "grade_id": "a", "grade": False, "solution": True, "locked": False, "task": False}}
    notebook = nbformat.v4.new_notebook(
        cells=[make(text, metadata=metadata)], metadata={"kernelspec": {"name": "x", "display_name": "x", "language": "python"}}
    )
    cleared, _ = ClearSolutions(config=config).preprocess(notebook, {})
    assert cleared.cells[0].source == with_stub(text, STUBS[lang] if kind == "code" else TEXT_STUBS[lang])


def test_an_answer_counts_as_touched_when_code_changes() -> None:
    stub = STUBS["en"]
    for same in (stub + "\n\n", "# a note\n" + stub, stub.replace("HERE", "here"), stub.replace("\n", "\r\n"), stub + "   "):
        assert fingerprint(same) == fingerprint(stub)
    for other in ("x = 1\n" + stub, "raise NotImplementedError", "", "    " + stub.split("\n")[1]):
        assert fingerprint(other) != fingerprint(stub)
    assert essence("# only\n   # comments\n\n") == ""


def test_build_writes_what_is_missing_and_nothing_twice(
    course: Course, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert built_course(course, monkeypatch) == 0
    assert "4 files, 4 written, 0 removed" in capsys.readouterr().out
    times = {path: path.stat().st_mtime_ns for path in course.root.rglob("*.ipynb")}
    assert built_course(course, monkeypatch) == 0
    assert "4 files, 0 written, 0 removed" in capsys.readouterr().out
    assert {path: path.stat().st_mtime_ns for path in times} == times
    assert built_course(course, monkeypatch, check=True) == 0


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("changed", f"notebooks/en/{TOPIC}/{TOPIC}.ipynb:1: is not what the source makes now; run `python -m grader build`"),
        ("missing", f"notebooks/en/{TOPIC}/{TOPIC}.ipynb:1: is missing; run `python -m grader build`"),
        ("helper", f"notebooks/zh/{TOPIC}/seats.py:1: is not what the source makes now; run `python -m grader build`"),
        ("stale", "notebooks/en/old/old.ipynb:1: no source makes this file; run `python -m grader build`"),
    ],
)
def test_check_names_what_differs_and_writes_nothing(course: Course, monkeypatch: pytest.MonkeyPatch, change: str, said: str) -> None:
    built_course(course, monkeypatch)
    path = course.notebook(TOPIC, "en")
    if change == "changed":
        path.write_bytes(path.read_bytes() + b"\n")
    elif change == "missing":
        path.unlink()
    elif change == "helper":
        (course.notebook(TOPIC, "zh").parent / "seats.py").write_text("SEATS = 4\n")
    else:
        (course.root / "notebooks/en/old").mkdir()
        (course.root / "notebooks/en/old/old.ipynb").write_text("{}")
    before = everything(course)
    with pytest.raises(SourceFaults) as caught:
        built_course(course, monkeypatch, check=True)
    assert str(caught.value) == said
    assert everything(course) == before


def test_what_jupyter_leaves_beside_a_notebook_is_not_stale(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    built_course(course, monkeypatch)
    for name in (".ipynb_checkpoints", "__pycache__"):
        (course.notebook(TOPIC, "en").parent / name).mkdir()
        (course.notebook(TOPIC, "en").parent / name / "x.ipynb").write_text("{}")
    assert built_course(course, monkeypatch, check=True) == 0


def test_build_removes_what_no_source_makes(course: Course, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (course.root / "notebooks/en/old").mkdir(parents=True)
    (course.root / "notebooks/en/old/old.ipynb").write_text("{}")
    built_course(course, monkeypatch)
    assert "removed notebooks/en/old/old.ipynb, which no source makes" in capsys.readouterr().out
    assert not list((course.root / "notebooks").rglob("old.ipynb"))


def test_a_fault_in_any_topic_writes_nothing(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two topics, both with faults: all of them are reported, neither is built."""
    toml = Path("solutions/course.toml")
    edit(course, '90_small = ["q90"]', '90_small = ["q90"]\n91_more = []', toml)
    (course.root / "solutions/91_more.py").write_text('# %% [markdown] lang="en"\n# # More\n', encoding="utf-8")
    edit(course, "# # Count tickets", "# ## Count tickets")
    course = read_course(course.root)
    before = everything(course)
    with pytest.raises(SourceFaults) as caught:
        built_course(course, monkeypatch)
    lines = str(caught.value).split("\n")
    assert [line.split(": ")[0] for line in lines] == [f"solutions/90_small.py:{line_of(course, '# ## Count')}", "solutions/91_more.py:2"]
    assert everything(course) == before


def test_a_full_disk_leaves_the_old_notebook_whole(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    built_course(course, monkeypatch)
    edit(course, "# # Count tickets", "# # Count the tickets")
    before = everything(course)

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch, pytest.raises(OSError, match="No space"):
        patch.setattr(Path, "replace", full)
        built_course(course, patch)
    assert everything(course) == before


def test_the_repositorys_notebooks_are_what_its_sources_make() -> None:
    course = read_course(ROOT)
    topics = [topic for topic in course.topics if (ROOT / "solutions" / f"{topic}.py").is_file()]
    assert topics
    for path, content in expected_files(course, topics).items():
        assert path.is_file() and path.read_bytes() == content, f"{path}: run `python -m grader build`"
        if path.suffix == ".ipynb":
            nbformat.validate(json.loads(content))
