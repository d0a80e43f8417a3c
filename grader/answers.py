"""Other answers to a question, right and wrong ones, and the notebooks that would hold them."""

from __future__ import annotations

import ast
import copy
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from nbformat.notebooknode import NotebookNode

from .build import Built, notebook_bytes
from .course import Course
from .errors import Fault, SourceFaults

_FIELD = re.compile(r"^(zh|en|fails):\s*(.+?)\s*$", re.M)


@dataclass(frozen=True, eq=False)
class Answer:
    """An answer file. ``cells`` are the texts of the answer cells, ``fails`` the checks that it is said to fail, none for a right one."""

    path: Path
    question: str
    right: bool
    cells: tuple[str, ...]
    fails: frozenset[str]
    says: Mapping[str, str]

    @property
    def name(self) -> str:
        return self.path.stem


def read_answers(course: Course, question: str) -> tuple[Answer, ...]:
    """All ``solutions/answers/<question>/*.py``, sorted by name. Raises SourceFaults for files that break the form."""
    folder = course.root / "solutions" / "answers" / question
    answers, faults = [], []
    for path in sorted(folder.glob("*.py")):
        try:
            answers.append(_read(path, path.relative_to(course.root), question))
        except ValueError as error:
            faults.append(Fault(path.relative_to(course.root), 1, str(error)))
    if faults:
        raise SourceFaults(faults)
    return tuple(answers)


def _read(path: Path, shown: Path, question: str) -> Answer:
    import jupytext

    kind = path.name.split("_")[0]
    if kind not in ("right", "wrong"):
        raise ValueError("the name of an answer begins with right_ or wrong_")
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ValueError(f"is not UTF-8 text ({error.reason}); save it as UTF-8") from None
    try:
        tree = ast.parse(text)
    except SyntaxError:
        tree = None  # a wrong answer may be no Python; its docstring is then found by its quotes
    docstring = ast.get_docstring(tree) if tree else re.match(r'"""(.*?)"""', text, re.S)
    if not docstring:
        raise ValueError('an answer begins with a docstring """ zh: … en: … fails: … """')
    described = docstring if isinstance(docstring, str) else docstring[1]
    says = {name: value for name, value in _FIELD.findall(described)}
    if not {"zh", "en"} <= says.keys():
        raise ValueError("the docstring needs a line `zh: …` and a line `en: …`")
    if ("fails" in says) != (kind == "wrong"):
        raise ValueError("a wrong answer has a line `fails: <check ids>`, a right one has none")
    fails = frozenset(says.get("fails", "").replace(",", " ").split())
    body = re.sub(r'\A\s*""".*?"""\s*\n', "", text, count=1, flags=re.S)
    cells = [cell.source for cell in jupytext.reads(body, fmt="py:percent").cells if cell.cell_type == "code" and cell.source.strip()]
    return Answer(shown, question, kind == "right", tuple(cells), fails, says)


def answer_cells(notebook: NotebookNode, question: str) -> list[NotebookNode]:
    """The answer cells of a question, in order."""
    ours = (cell for cell in notebook.cells if cell.metadata.get("grader", {}).get("role") == "answer")
    return [cell for cell in ours if cell.id.split("-")[0] == question]


def submission(release: NotebookNode, answers: Mapping[str, tuple[str, ...]], written: Mapping[str, str] | None = None) -> bytes:
    """The learner's notebook with the answer cells of some questions filled in, and the ``written`` parts of some.

    Where an answer has fewer cells than the question, the last ones stay empty; where it has more, the rest goes into the last.
    """
    notebook = copy.deepcopy(release)
    for question, texts in answers.items():
        cells = answer_cells(notebook, question)
        for number, cell in enumerate(cells):
            own = texts[number:] if number == len(cells) - 1 else texts[number : number + 1]
            cell.source = "\n\n".join(own)
    for cell in notebook.cells:
        question, _, kind = cell.id.partition("-")
        if kind == "words" and question in (written or {}):
            cell.source = (written or {})[question]
    return notebook_bytes(notebook)


def reference(built: Built) -> dict[str, tuple[str, ...]]:
    """The reference answer of every question, markers removed."""
    questions = dict.fromkeys(
        cell.id.split("-")[0] for cell in built.instructor.cells if cell.metadata.get("grader", {}).get("role") == "answer"
    )
    return {question: tuple(without_markers(cell.source) for cell in answer_cells(built.instructor, question)) for question in questions}


def without_markers(text: str) -> str:
    """A text without its ``### BEGIN SOLUTION`` and ``### END SOLUTION`` lines."""
    return "\n".join(line for line in text.split("\n") if line.strip() not in ("### BEGIN SOLUTION", "### END SOLUTION"))
