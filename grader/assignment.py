"""An assignment as the engine sees it: the skeleton of cells, from the source, or from a learner's notebook where there is no source."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from .cell_text import STUBS, TEXT_STUBS, essence, fingerprint, with_stub
from .check import CheckFormError, bound_names, split_check
from .course import Course
from .errors import InputError
from .language import LANGUAGES, Lang, only_writes_a_file, parse_cell, resolve
from .source import CHECKS, DEFAULT_TIMEOUT, Cell, Source, numbered, title_of

_GRADED = ("given", "answer", "check", "hidden", "words")


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
    """A topic in one language, ready to grade. ``files`` stand beside its notebook."""

    topic: str
    lang: Lang
    cells: tuple[SkeletonCell, ...]
    files: tuple[Path, ...]

    @cached_property
    def checks(self) -> tuple[SkeletonCell, ...]:
        return tuple(cell for cell in self.cells if cell.is_check)

    @cached_property
    def ids(self) -> frozenset[str]:
        return frozenset(cell.id for cell in self.cells)

    def given(self, question: str) -> str:
        """The code of a question's given cell, "" where it has none."""
        return next((cell.text for cell in self.cells if cell.question == question and cell.role == "given"), "")

    def given_names(self, question: str) -> frozenset[str]:
        """The names that a question's given cell binds."""
        return _names(self.given(question))

    def answer_names(self, question: str) -> frozenset[str]:
        """The names that a question's answer cells bind as they are handed out."""
        return frozenset(name for cell in self.cells if cell.question == question and cell.role == "answer" for name in _names(cell.text))

    @cached_property
    def definitions(self) -> tuple[str, ...]:
        """What the lesson's code cells import and define, without what they do: one text per cell."""
        return tuple(text for cell in self.cells if cell.kind == "code" and not cell.role and (text := definitions_in(cell.text)))

    @cached_property
    def lesson(self) -> tuple[str, ...]:
        """The lesson's code cells, whole."""
        return tuple(cell.text for cell in self.cells if cell.kind == "code" and not cell.role)

    @cached_property
    def lesson_essences(self) -> frozenset[str]:
        """By which a lesson's cell is known where its id is lost."""
        return frozenset(essence(text) for text in self.lesson)

    @cached_property
    def lesson_names(self) -> frozenset[str]:
        """Every name that the lesson binds when it is run whole."""
        return frozenset(name for text in self.lesson if not only_writes_a_file(text) for name in bound_names(_parsed(text)))


def from_source(course: Course, source: Source, lang: Lang) -> Assignment:
    """The assignment with its hidden checks, straight from a source without faults of form."""
    cells = tuple(_from_source(cell_id, cell, lang) for cell_id, cell in numbered(source, lang))
    return Assignment(source.topic, lang, cells, course.files(source.topic))


def from_notebook(path: Path, notebook: dict[str, Any]) -> Assignment:
    """The assignment as far as a learner's notebook itself has it: hidden checks are known by title and points only.

    Raises InputError for a notebook that was not made from the course's, or whose checks cannot be used as they are.
    """
    try:
        known = notebook["metadata"]["grader"]
        lang = next(item for item in LANGUAGES if item == known["lang"])
        cells = tuple(
            {cell.id or number: cell for number, cell in reversed(list(enumerate(map(_from_notebook, notebook["cells"]))))}.values()
        )[::-1]
        for cell in cells:
            if cell.code is not None:
                split_check(cell.code)
            elif cell.role == "given":
                parse_cell(cell.text)
    except (CheckFormError, SyntaxError):
        raise InputError(
            f"{path}: a check in it, or a cell given with one, was changed and cannot be used; begin again from the notebook in notebooks/"
        ) from None
    except (KeyError, TypeError, AttributeError, ValueError, StopIteration):
        raise InputError(f"{path} was not made from a notebook of this course; begin again from the one in notebooks/") from None
    files = tuple(sorted(other for other in path.resolve().parent.iterdir() if other.is_file() and other.suffix == ".py"))
    return Assignment(str(known["topic"]), lang, cells, files)


def _from_source(cell_id: str, cell: Cell, lang: Lang) -> SkeletonCell:
    text = resolve(cell.text, lang) if cell.kind == "code" else cell.text
    stubs = {"answer": STUBS[lang], "words": TEXT_STUBS[lang]}
    shown = with_stub(text, stubs[cell.role]) if cell.role in stubs else text
    return SkeletonCell(
        id=cell_id,
        kind=cell.kind,
        role=cell.role if cell.role in _GRADED else "",
        question=cell.question if cell.role in _GRADED else "",
        text=shown,
        title=title_of(cell.text, lang) if cell.is_check else "",
        points=cell.points or (1 if cell.role == "words" else 0),
        timeout=cell.timeout,
        code=text if cell.is_check else None,
        stub=fingerprint(shown) if cell.role in stubs else "",
    )


def _from_notebook(cell: dict[str, Any]) -> SkeletonCell:
    metadata = cell.get("metadata", {})
    ours, theirs = metadata.get("grader", {}), metadata.get("nbgrader", {})
    role = ours.get("role", "")
    text = cell["source"] if isinstance(cell["source"], str) else "".join(cell["source"])
    cell_id = theirs["grade_id"] if role else cell.get("id", "")
    return SkeletonCell(
        id=cell_id,
        kind=cell["cell_type"],
        role=role,
        question=cell_id.split("-")[0] if role else "",
        text=text,
        title=str(ours.get("title", "")),
        points=float(theirs.get("points", 0)) if role in CHECKS else 0,
        timeout=min(float(ours.get("timeout", DEFAULT_TIMEOUT)), 120),
        code=text if role == "check" else None,
        stub=ours.get("stub", ""),
    )


def definitions_in(code: str) -> str:
    """What a lesson cell imports and defines, without what it does."""
    if only_writes_a_file(code):
        return code
    kept = [node for node in _parsed(code).body if _defines(node)]
    return "\n".join(ast.unparse(node) for node in kept)


@lru_cache(maxsize=256)
def _names(code: str) -> frozenset[str]:
    return frozenset(bound_names(_parsed(code)))


def _parsed(code: str) -> ast.Module:
    """The tree of a cell that may be a learner's; an empty one where it is no Python."""
    try:
        return parse_cell(code)
    except (SyntaxError, ValueError, RecursionError):  # ValueError: a null character, in 3.11
        return ast.Module(body=[], type_ignores=[])


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
