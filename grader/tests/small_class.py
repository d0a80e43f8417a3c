"""The small course of these tests as a class takes it: its assignment, what learners hand in, a course directory, stock nbgrader."""

from __future__ import annotations

import copy
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from nbformat.notebooknode import NotebookNode

from grader.answers import read_answers
from grader.answers import reference as reference_answers
from grader.assignment import Assignment, from_source
from grader.build import Built, build_topic, notebook_bytes
from grader.course import Course, read_course
from grader.language import Lang
from grader.source import read_source

SMALL = Path(__file__).parent / "small"
TOPIC = "90_small"
WORDS = "q90-words"
RAISES = "class Ticket:\n    raise ValueError('no <b>tickets</b>')"


def assignment(course: Course, topic: str = TOPIC, lang: Lang = "en") -> Assignment:
    """A topic, ready to grade."""
    return from_source(course, read_source(course.root, topic), lang)


def filled(notebook: NotebookNode, texts: Mapping[str, str]) -> bytes:
    """A notebook with these texts in its cells, by cell id."""
    notebook = copy.deepcopy(notebook)
    for cell in notebook.cells:
        cell.source = texts.get(cell.id, cell.source)
    return notebook_bytes(notebook)


def small_class(lang: Lang = "en") -> dict[str, bytes]:
    """What the students of the small course hand in, by name."""
    course = read_course(SMALL)
    built = build_topic(course, TOPIC)[lang]
    others = {answer.name: answer.cells[0] for answer in read_answers(course, "q90")}
    reference = reference_texts(built)["q90-answer"]
    texts = {
        "ann": {"q90-answer": reference, WORDS: "In the class object."},
        "bob": {},
        "cy": {"q90-answer": others["wrong_counts_per_class"], WORDS: "Somewhere."},
        "di": {"q90-answer": RAISES},
        "ed": {"q90-answer": others["right_with_a_list"]},
    }
    return {student: filled(built.release, answers) for student, answers in texts.items()}


def reference_texts(built: Built) -> dict[str, str]:
    """The reference answers of a topic by the id of their cell."""
    texts = {}
    for question, cells in reference_answers(built).items():
        texts |= {f"{question}-answer" + (f"-{number}" if number > 1 else ""): text for number, text in enumerate(cells, 1)}
    return texts


def hand_in(directory: Path, student: str, content: bytes, topic: str = TOPIC) -> Path:
    """Put a notebook where a course directory expects it."""
    path = directory / "submitted" / student / topic / f"{topic}.ipynb"
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    return path


def nbgrader(directory: Path, *arguments: str) -> str:
    """Run a command of stock nbgrader in a course directory, alone with its settings; its output."""
    home = directory.parent / "home"
    own = {name: str(home) for name in ("HOME", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")}
    programs = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    command = [sys.executable, "-m", "nbgrader", *arguments]
    ran = subprocess.run(command, cwd=directory, env={**os.environ, **own, "PATH": programs}, capture_output=True, text=True, timeout=300)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout + ran.stderr
