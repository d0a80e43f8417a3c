"""The notebooks as they are handed out. That the solved ones run to the end in time is `python -m grader verify`'s to say."""

from __future__ import annotations

import re
from itertools import takewhile
from pathlib import Path

import nbformat
import pytest
from nbformat.notebooknode import NotebookNode

from grader.course import read_course
from grader.language import LANGUAGES, Lang
from grader.lesson import run_notebook

COURSE = read_course()
ALL = [(topic, lang) for topic in COURSE.topics for lang in LANGUAGES]
every_notebook = pytest.mark.parametrize(("topic", "lang"), ALL, ids=map("-".join, ALL))


def _handed_out(topic: str, lang: Lang) -> NotebookNode:
    return nbformat.read(COURSE.notebook(topic, lang), as_version=nbformat.NO_CONVERT)


def test_there_is_one_notebook_for_each_topic_and_language() -> None:
    found = {path.relative_to(COURSE.root / "notebooks") for path in COURSE.root.glob("notebooks/*/*/*.ipynb")}
    assert found == {Path(lang, topic, f"{topic}.ipynb") for topic, lang in ALL}


@every_notebook
def test_the_lesson_before_the_first_answer_runs_in_a_folder_of_its_own(topic: str, lang: Lang, tmp_path: Path) -> None:
    notebook = _handed_out(topic, lang)
    notebook.cells = list(takewhile(lambda cell: cell.metadata.get("grader", {}).get("role") != "answer", notebook.cells))
    beside = tuple(path for path in COURSE.notebook(topic, lang).parent.iterdir() if path.is_file() and path.suffix != ".ipynb")
    assert run_notebook(notebook, beside, tmp_path, COURSE.seconds(topic)) <= COURSE.seconds(topic)


@every_notebook
def test_a_notebook_is_valid_and_carries_its_figures_but_no_outputs(topic: str, lang: Lang) -> None:
    notebook = _handed_out(topic, lang)
    nbformat.validate(notebook)
    for cell in notebook.cells:
        assert set(re.findall(r"\]\(attachment:([^)\s]+)\)", cell.source)) == set(cell.get("attachments", {})), cell.id
        assert not re.search(r"!\[[^\]]*\]\((?!attachment:)", cell.source), f"{cell.id} shows a picture that stands elsewhere"
        assert cell.cell_type != "code" or (cell.outputs == [] and cell.execution_count is None), cell.id
