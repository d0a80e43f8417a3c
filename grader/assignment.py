"""An assignment as the engine sees it: the skeleton of cells, from the notebooks that `build` makes or from a learner's package alone."""

from __future__ import annotations

import ast
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import nbformat
from nbformat.notebooknode import NotebookNode

from .build import Built
from .check import bound_names
from .errors import InputError
from .language import LANGUAGES, Lang, parse_cell
from .source import DEFAULT_TIMEOUT


@dataclass(frozen=True)
class SkeletonCell:
    """One cell as it was handed out.

    ``timeout`` is in seconds, ``stub`` the fingerprint of an untouched answer, ``code`` what a check runs, None where a hidden one is not here.
    """

    id: str
    kind: str
    role: str
    question: str
    text: str
    title: str = ""
    points: float = 0
    timeout: float = DEFAULT_TIMEOUT
    code: str | None = None
    stub: str = ""

    @property
    def is_check(self) -> bool:
        return self.role in ("check", "hidden")


@dataclass(frozen=True)
class Assignment:
    """A topic in one language, ready to grade. ``files`` stand beside the notebook; ``release`` is the learner's notebook."""

    topic: str
    lang: Lang
    cells: tuple[SkeletonCell, ...]
    files: tuple[Path, ...]
    release: NotebookNode

    @property
    def checks(self) -> tuple[SkeletonCell, ...]:
        return tuple(cell for cell in self.cells if cell.is_check)

    def cell(self, cell_id: str) -> SkeletonCell:
        """The cell with this id. Raises KeyError."""
        return next(cell for cell in self.cells if cell.id == cell_id) if cell_id in self.ids else _missing(cell_id)

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(cell.id for cell in self.cells)

    def given(self, question: str) -> str:
        """The code of a question's given cell, "" where it has none."""
        return next((cell.text for cell in self.cells if cell.question == question and cell.role == "given"), "")

    def given_names(self, question: str) -> frozenset[str]:
        """The names that a question's given cell binds."""
        return frozenset(bound_names(parse_cell(self.given(question))))

    def definitions(self) -> tuple[str, ...]:
        """What the lesson's code cells import and define, without what they do: one text per cell."""
        return tuple(text for cell in self.cells if cell.kind == "code" and not cell.role and (text := _definitions(cell.text)))

    def lesson(self) -> tuple[str, ...]:
        """The lesson's code cells, whole."""
        return tuple(cell.text for cell in self.cells if cell.kind == "code" and not cell.role)

    def lesson_names(self) -> frozenset[str]:
        """Every name that the lesson binds when it is run whole."""
        return frozenset(name for text in self.lesson() for name in bound_names(parse_cell(text)))


def from_built(built: Built, files: tuple[Path, ...]) -> Assignment:
    """The assignment with its hidden checks, from the two notebooks of a topic."""
    skeleton = _from_release(built.release, files)
    source = {cell.id: cell.source for cell in built.instructor.cells}
    cells = tuple(replace(cell, code=_without_markers(source[cell.id])) if cell.role == "hidden" else cell for cell in skeleton.cells)
    return replace(skeleton, cells=cells)


def from_notebook(path: Path) -> Assignment:
    """The assignment as far as a learner's package has it: hidden checks are known by title and points only.

    Raises InputError where the notebook is missing or not one that `build` made.
    """
    try:
        notebook = nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)
        files = tuple(sorted(p for p in path.parent.iterdir() if p.is_file() and p.suffix != ".ipynb"))
        return _from_release(notebook, files)
    except FileNotFoundError:
        raise InputError(f"{path} is not there; get the course's folder notebooks/ again") from None
    except Exception as error:
        raise InputError(
            f"{path} is not a notebook of this course ({type(error).__name__}); get the course's folder notebooks/ again"
        ) from error


def _from_release(release: NotebookNode, files: tuple[Path, ...]) -> Assignment:
    known: dict[str, Any] = release.metadata["grader"]
    lang = next(item for item in LANGUAGES if item == known["lang"])
    return Assignment(known["topic"], lang, tuple(_skeleton_cell(cell) for cell in release.cells), files, release)


def _skeleton_cell(cell: NotebookNode) -> SkeletonCell:
    ours = cell.metadata.get("grader", {})
    theirs = cell.metadata.get("nbgrader", {})
    role = ours.get("role", "")
    return SkeletonCell(
        id=cell.id,
        kind=cell.cell_type,
        role=role,
        question=cell.id.split("-")[0] if role else "",
        text=cell.source,
        title=ours.get("title", ""),
        points=theirs.get("points", 0),
        timeout=ours.get("timeout", DEFAULT_TIMEOUT),
        code=cell.source if role == "check" else None,
        stub=ours.get("stub", ""),
    )


def _without_markers(text: str) -> str:
    begin = text.index("### BEGIN HIDDEN TESTS\n") + len("### BEGIN HIDDEN TESTS\n")
    return text[begin : text.rindex("\n### END HIDDEN TESTS")]


def _definitions(code: str) -> str:
    if code.lstrip().startswith("%%writefile"):
        return code
    kept = [node for node in parse_cell(code).body if _defines(node)]
    return "\n".join(ast.unparse(node) for node in kept)


def _defines(node: ast.stmt) -> bool:
    if isinstance(node, ast.Import | ast.ImportFrom | ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return True
    if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
        return False
    try:
        ast.literal_eval(node.value)
    except (ValueError, TypeError, SyntaxError):
        return False
    return True


def _missing(cell_id: str) -> SkeletonCell:
    raise KeyError(cell_id)
