"""The notebooks in JupyterLab, as a learner sees them, and nbgrader's pages, as an instructor does."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.expected_conditions import element_to_be_clickable, frame_to_be_available_and_switch_to_it

from grader.answers import read_answers, reference, submission
from grader.build import build_topic, notebook_bytes
from grader.classroom import grade_class, here
from grader.course import read_course
from grader.course_directory import create
from grader.language import LANGUAGES, Lang
from grader.launch import ColdProcess

from .browser import NotebookPage, Server, chromium, jupyter_lab, patience, required_programs

SMALL = Path(__file__).parent / "small"
TOPICS = ("02_singleton", "10_booking")
FIRST_CELLS = 6  # an output has to come from one of so many code cells
IMAGES = ".jp-Notebook .jp-MarkdownOutput img"


@pytest.fixture(scope="module")
def chrome(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    with chromium(tmp_path_factory.mktemp("chromium")) as started:
        yield started


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    required_programs()
    with jupyter_lab(tmp_path_factory.mktemp("course"), tmp_path_factory.mktemp("home")) as started:
        yield started


class Opened(NotebookPage):
    """A copy of a topic's notebook as handed out, with the files beside it, opened."""

    def __init__(self, chrome: Chrome, lab: Server, topic: str, lang: Lang) -> None:
        notebook = read_course().notebook(topic, lang)
        shutil.copytree(notebook.parent, lab.root / lang / topic)
        self.cells: list[dict[str, Any]] = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        super().__init__(chrome, lab, f"{lang}/{topic}/{topic}.ipynb")

    def indices(self, role: str) -> list[int]:
        """The cells of a role; "code" are code cells of the lesson, "hint" those with a hint."""
        return [index for index, cell in enumerate(self.cells) if _role(cell) == role]


def _role(cell: dict[str, Any]) -> str:
    hint = "hint" if "-hint-" in cell["id"] else cell["cell_type"]
    return str(cell["metadata"].get("grader", {}).get("role", hint))


@pytest.fixture(scope="module", params=[(topic, lang) for topic in TOPICS for lang in LANGUAGES], ids="-".join)
def opened(request: pytest.FixtureRequest, chrome: Chrome, lab: Server) -> Opened:
    return Opened(chrome, lab, *request.param)


def test_figures_inside_the_notebook_are_shown(opened: Opened) -> None:
    with_figure = [index for index, cell in enumerate(opened.cells) if cell.get("attachments")]
    assert with_figure, "the notebook has no figure"
    for index in with_figure:
        cell = opened.cell(index)
        opened.wait.until(lambda _, cell=cell: _widths(cell) and all(_widths(cell)), f"the figure of cell {index} was not shown")


def _widths(cell: Any) -> list[int]:
    return [int(image.get_property("naturalWidth")) for image in cell.find_elements(By.CSS_SELECTOR, "img")]


def test_the_first_code_cells_run_and_print_something(opened: Opened) -> None:
    for index in opened.indices("code")[:FIRST_CELLS]:
        output = opened.run(index).find_elements(By.CSS_SELECTOR, ".jp-OutputArea-output")
        if output:
            assert output[0].text.strip() or output[0].find_elements(By.CSS_SELECTOR, "img, svg")
            return
    pytest.fail(f"none of the first {FIRST_CELLS} code cells shows anything")


def test_a_hint_is_folded_and_opens(opened: Opened) -> None:
    hint = opened.cell(opened.indices("hint")[0]).find_element(By.TAG_NAME, "details")
    assert hint.get_property("open") is False
    hint.find_element(By.TAG_NAME, "summary").click()
    opened.wait.until(lambda _: hint.get_property("open"), "the hint did not open")
    assert hint.find_element(By.TAG_NAME, "p").is_displayed()


def test_a_visible_check_runs_and_says_that_the_answer_is_missing(opened: Opened) -> None:
    first = opened.indices("check")[0]
    for index in opened.indices("given")[:1] + opened.indices("answer")[:1]:
        opened.run(index)
    error = opened.run(first).find_element(By.CSS_SELECTOR, ".jp-OutputArea-output")
    assert "Error" in error.text


def test_the_pages_fit_into_a_narrow_window(opened: Opened) -> None:
    wide = opened.chrome.get_window_size()
    opened.chrome.set_window_size(700, wide["height"])
    try:
        for image in opened.chrome.find_elements(By.CSS_SELECTOR, IMAGES):
            assert image.size["width"] <= image.find_element(By.XPATH, "ancestor::*[contains(@class, 'jp-Cell')]").size["width"]
    finally:
        opened.chrome.set_window_size(wide["width"], wide["height"])


def test_validate_tells_an_untouched_notebook_from_a_solved_one(chrome: Chrome, lab: Server) -> None:
    built = build_topic(read_course(), "02_singleton")["en"]
    folder = lab.root / "validate"
    shutil.copytree(read_course().notebook("02_singleton", "en").parent, folder)
    solved = nbformat.reads(submission(built.release, reference(built)).decode(), as_version=4)
    for cell in solved.cells:
        if _role(cell) == "words":
            cell.source = "`__new__` makes the object, `__init__` fills it."
    (folder / "solved.ipynb").write_bytes(notebook_bytes(solved))
    said = NotebookPage(chrome, lab, "validate/02_singleton.ipynb").validate()
    checks = sum(_role(cell) in ("check", "words") for cell in built.release.cells)
    assert said.count("The following cell failed:") == checks
    assert NotebookPage(chrome, lab, "validate/solved.ipynb").validate() == "Success! Your notebook passes all the tests."


@pytest.fixture(scope="module")
def formgrader(tmp_path_factory: pytest.TempPathFactory, chrome: Chrome) -> Iterator[Server]:
    """JupyterLab in a course directory where three learners are graded; `ada` has everything right."""
    course, folder = read_course(SMALL), tmp_path_factory.mktemp("class")
    made = create(course, folder, "en", ["90_small"])
    built = build_topic(course, "90_small")["en"]
    wrong = next(answer for answer in read_answers(course, "q90") if answer.name == "wrong_counts_per_class")
    for student, answers in {"ada": reference(built), "bo": {"q90": wrong.cells}, "chen": {}}.items():
        handed_in = folder / "submitted" / student / "90_small" / "90_small.ipynb"
        handed_in.parent.mkdir(parents=True)
        handed_in.write_bytes(submission(built.release, answers))
    with here(2, ColdProcess) as graded:
        grade_class(course, made, ["90_small"], graded, lambda done, total: None)
    with jupyter_lab(folder, tmp_path_factory.mktemp("instructor")) as started:
        yield started


def _rows(chrome: Chrome, text: str, count: int) -> list[WebElement]:
    """The rows of formgrader's table that contain ``text``, once there are ``count`` of them."""

    def find(page: Chrome) -> list[WebElement]:
        rows = [row for row in page.find_elements(By.CSS_SELECTOR, "table tbody tr") if text in row.text]
        return rows if len(rows) == count else []

    return patience(chrome).until(find, f"no {count} rows with {text!r}")


def test_the_menu_of_jupyterlab_leads_to_formgrader(chrome: Chrome, formgrader: Server) -> None:
    wait = patience(chrome)
    chrome.get(formgrader.url("lab"))
    wait.until(element_to_be_clickable((By.XPATH, "//*[contains(@class, 'lm-MenuBar-item')][normalize-space() = 'Nbgrader']"))).click()
    wait.until(element_to_be_clickable((By.XPATH, "//*[contains(@class, 'lm-Menu-item')][normalize-space() = 'Formgrader']"))).click()
    wait.until(frame_to_be_available_and_switch_to_it((By.CSS_SELECTOR, "iframe[src*='formgrader']")))
    submissions = _rows(chrome, "90_small", 1)[0].text.split()[-1]
    chrome.switch_to.default_content()
    assert submissions == "3"


def test_formgrader_shows_every_learner_and_score(chrome: Chrome, formgrader: Server) -> None:
    chrome.get(formgrader.url("formgrader/manage_submissions/90_small"))
    found = [re.search(r"(\w+) \S+ graded (\d+ / \d+)", row.text) for row in _rows(chrome, "graded", 3)]
    assert {row[1]: row[2] for row in found if row} == {"ada": "4 / 5", "bo": "2 / 5", "chen": "0 / 5"}


def test_formgrader_opens_a_graded_notebook(chrome: Chrome, formgrader: Server) -> None:
    chrome.get(formgrader.url("formgrader/gradebook/90_small/90_small"))
    _rows(chrome, "4 / 5", 1)[0].find_element(By.PARTIAL_LINK_TEXT, "Submission #").click()
    wait = patience(chrome)
    scores = wait.until(lambda page: page.find_elements(By.CSS_SELECTOR, ".nbgrader_cell input.score"), "no graded cell is shown")
    wait.until(lambda page: [box.get_property("placeholder") for box in scores] == ["1", "1", "2", "0"], "the scores are not shown")
    assert "Ticket.issued += 1" in chrome.find_element(By.TAG_NAME, "body").text
