"""Makes notebooks from a topic's source: the instructor's, complete, and from it the learner's by nbgrader's own release steps."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbformat.notebooknode import NotebookNode

from .cell_text import STUBS, TEXT_STUBS, fingerprint
from .course import Course
from .errors import Fault, SourceFaults
from .form import form_faults
from .language import LANGUAGES, Lang, resolve
from .source import Cell, Source, numbered, read_source, title_of

IMAGE = re.compile(r"!\[([^\]]*)\]\(\.\./(assets/[^)\s]+)\)")
_HINT = {"zh": "提示 {number}", "en": "Hint {number}"}
_KEPT_LINES = re.compile(r"(^```.*?^```[ ]*$|^#[^\n]*\n)", re.M | re.S)
_HAN = r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"
_BREAK = re.compile(rf"(?<={_HAN})\n *(?={_HAN})")
_HIDDEN = {
    "zh": "# 隐藏检查（{points} 分）：{title}\n# 由教师批改时运行；有 solutions/ 文件夹时，python -m grader check 也会运行它。",
    "en": "# Hidden check ({points} pt): {title}\n# Run by the instructor's grader, and by `python -m grader check` where the folder solutions/ is there.",
}


@dataclass(frozen=True)
class Built:
    """The two notebooks of one topic in one language. ``instructor`` holds reference answers and hidden checks, ``release`` neither."""

    topic: str
    lang: Lang
    instructor: NotebookNode
    release: NotebookNode


def build_topic(course: Course, topic: str) -> dict[Lang, Built]:
    """Both languages of a topic. Raises SourceFaults with every fault of form in its source."""
    source = read_source(course.root, topic)
    faults = form_faults(course, source)
    if faults:
        raise SourceFaults(faults)
    return {lang: build_language(course, source, lang) for lang in LANGUAGES}


def build_language(course: Course, source: Source, lang: Lang) -> Built:
    """One language of a source that has no faults of form."""
    cells = [_notebook_cell(course.root, cell, lang, cell_id) for cell_id, cell in numbered(source, lang)]
    instructor = nbformat.v4.new_notebook(cells=cells)
    instructor.metadata.update(
        {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
            "grader": {"topic": source.topic, "lang": lang},
        }
    )
    return Built(source.topic, lang, instructor, release(instructor, lang))


def release(instructor: NotebookNode, lang: Lang) -> NotebookNode:
    """The learner's notebook, by nbgrader's own preprocessors in the order of ``nbgrader generate_assignment``."""
    notebook = _steps(recorded(instructor, lang), lang, "ClearHiddenTests", "ComputeChecksums", "CheckCellMetadata")
    for cell in notebook.cells:
        if cell.metadata.get("grader", {}).get("role") in ("answer", "words"):
            cell.metadata["grader"]["stub"] = fingerprint(cell.source)
    return notebook


def recorded(instructor: NotebookNode, lang: Lang) -> NotebookNode:
    """The notebook as ``nbgrader generate_assignment`` records it in the gradebook: solutions cleared, hidden checks in it."""
    notebook: NotebookNode = nbformat.from_dict(instructor)  # type: ignore[no-untyped-call]
    return _steps(notebook, lang, "LockCells", "ClearSolutions", "ClearOutput", "CheckCellMetadata", "ComputeChecksums")


def _steps(notebook: NotebookNode, lang: Lang, *names: str) -> NotebookNode:
    from nbgrader import preprocessors
    from traitlets.config import Config

    config = Config()
    config.ClearSolutions.code_stub = {"python": STUBS[lang]}
    config.ClearSolutions.text_stub = TEXT_STUBS[lang]
    resources: dict[str, Any] = {}
    for name in names:
        notebook, resources = getattr(preprocessors, name)(config=config).preprocess(notebook, resources)
    return notebook


def notebook_bytes(notebook: NotebookNode) -> bytes:
    """A notebook as it is written to disk: UTF-8, keys sorted, the same for the same notebook."""
    return (nbformat.writes(notebook, version=4).rstrip("\n") + "\n").encode()


def expected_files(course: Course, topics: Iterable[str]) -> dict[Path, bytes]:
    """What stands in ``notebooks/`` for these topics: absolute path to content. Raises SourceFaults with the faults of all topics."""
    files: dict[Path, bytes] = {}
    faults: list[Fault] = []
    for topic in topics:
        try:
            built = build_topic(course, topic)
        except SourceFaults as error:
            faults += error.faults
            continue
        for lang in LANGUAGES:
            notebook = course.notebook(topic, lang)
            files[notebook] = notebook_bytes(built[lang].release)
            files |= {notebook.parent / path.name: path.read_bytes() for path in course.files(topic)}
    if faults:
        raise SourceFaults(faults)
    return files


def stale_files(course: Course, files: dict[Path, bytes]) -> list[Path]:
    """Files in ``notebooks/`` that no source makes. Checkpoints and caches do not count."""
    folder = course.root / "notebooks"
    ignored = {".ipynb_checkpoints", "__pycache__"}
    found = (path for path in folder.rglob("*") if path.is_file() and not ignored & set(path.parts))
    return sorted(path for path in found if path not in files)


def _notebook_cell(root: Path, cell: Cell, lang: Lang, cell_id: str) -> NotebookNode:
    made = _markdown(root, cell, lang, cell_id) if cell.kind == "markdown" else nbformat.v4.new_code_cell(resolve(cell.text, lang))
    made.id = cell_id
    if cell.role == "hidden":
        heading = _HIDDEN[lang].format(points=cell.points, title=title_of(cell.text, lang))
        made.source = f"{heading}\n### BEGIN HIDDEN TESTS\n{made.source}\n### END HIDDEN TESTS"
    if cell.role in ("given", "answer", "check", "hidden", "words"):
        made.metadata["nbgrader"] = _nbgrader(cell, cell_id)
        made.metadata["grader"] = {"role": cell.role}
    if cell.is_check:
        made.metadata["grader"] |= {"timeout": cell.timeout, "title": title_of(cell.text, lang)}
    return made


def _nbgrader(cell: Cell, grade_id: str) -> dict[str, Any]:
    graded = cell.is_check or cell.role == "words"
    metadata: dict[str, Any] = {
        "schema_version": 3,
        "grade_id": grade_id,
        "grade": graded,
        "solution": cell.role in ("answer", "words"),
        "locked": cell.role not in ("answer", "words"),
        "task": False,
    }
    return metadata | ({"points": cell.points or 1} if graded else {})


def _markdown(root: Path, cell: Cell, lang: Lang, cell_id: str) -> NotebookNode:
    attachments: dict[str, dict[str, str]] = {}

    def attach(match: re.Match[str]) -> str:
        picture = picture_path(root, match[2], lang)
        attachments[picture.name] = {"image/png": base64.b64encode(picture.read_bytes()).decode("ascii")}
        return f"![{match[1]}](attachment:{picture.name})"

    text = IMAGE.sub(attach, _unbroken(cell.text) if lang == "zh" else cell.text)
    if cell.role == "hint":
        text = f"<details>\n<summary>{_HINT[lang].format(number=cell_id.rsplit('-', 1)[1])}</summary>\n\n{text}\n\n</details>"
    made = nbformat.v4.new_markdown_cell(text)
    if attachments:
        made["attachments"] = attachments
    return made


def _unbroken(text: str) -> str:
    """Chinese prose without the line breaks of its source: between two Chinese characters HTML would show each as a gap. A heading ends with its line."""
    blocks = _KEPT_LINES.split(text)
    return "".join(block if number % 2 else _BREAK.sub("", block) for number, block in enumerate(blocks))


def picture_path(root: Path, name: str, lang: Lang) -> Path:
    """The file of a figure: the one of this language where there is one."""
    path = root / name
    own = path.with_suffix(f".{lang}{path.suffix}")
    return own if own.is_file() else path
