"""`check`: a learner's own notebooks, on their own machine."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from ..assignment import Assignment, from_notebook, from_source
from ..cell_text import essence, fingerprint
from ..course import ROOT, has_solutions, read_course
from ..display import one_submission, terminal
from ..engine import grade
from ..errors import InputError, UsageError
from ..language import LANGUAGES, Lang
from ..outcome import Outcome, Result
from ..rebuild import MAX_BYTES
from ..source import read_source

_NEXT = {
    "zh": {
        "done": "这里的自动检查全部通过。想对照参考答案：python -m grader answer {question} --lang zh",
        "wrong": "下一步：看 {check} 的说明，改好 {label} 的答案并保存笔记本，再运行 python -m grader check {path} -q {question}；卡住时先打开题下的提示。",
        "begin": "下一步：{label} 还没有作答，从它的题面开始。",
        "unsaved": "检查读的是磁盘上的文件：先保存笔记本。",
    },
    "en": {
        "done": "All automatic checks here pass. To compare with the reference answer: python -m grader answer {question}",
        "wrong": "Next: read what {check} says, mend the answer to {label}, save the notebook, "
        "and run python -m grader check {path} -q {question}; if you are stuck, open the first hint below the question.",
        "begin": "Next: {label} is not attempted yet; begin with its text.",
        "unsaved": "What is checked is the file on disk, so save the notebook first.",
    },
}


def run(notebooks: list[Path], question: str) -> int:
    question = question.lower()
    if question and not re.fullmatch(r"q\d\d?", question):
        raise UsageError(f"{question!r} is no question; questions are called q01 to q25")
    question = f"q{int(question[1:]):02}" if question else ""
    chosen = [(path, read_notebook(path)) for path in notebooks] or _begun(question)
    console = terminal()
    failed = False
    for path, notebook in chosen:
        assignment = assignment_of(path, notebook)
        if question and question not in {check.question for check in assignment.checks}:
            raise UsageError(f"{path} has no question {question}; it has {', '.join(_questions(assignment)) or 'none'}")
        with terminal(error=True).status(f"checking {path.name} …"):
            result = grade(json.dumps(notebook).encode(), assignment, only=question)
        console.print(f"{_shown(path)}\n", style="dim")
        if assignment.checks:
            console.print(one_submission(result, assignment.lang, _headings(assignment)))
        for remark in result.remarks:
            console.print(remark, style="yellow")
        console.print(_advice(result, assignment, path), style="bold")
        failed = failed or any(check.outcome not in (Outcome.PASS, Outcome.NOT_ATTEMPTED, Outcome.SKIPPED) for check in result.checks)
    return int(failed)


def read_notebook(path: Path) -> dict[str, Any]:
    """A notebook as JSON, as it is on disk. Raises InputError."""
    if path.is_dir():
        raise InputError(f"{path} is a folder; name the notebook in it, a file that ends in .ipynb")
    try:
        if path.stat().st_size > MAX_BYTES:
            raise InputError(f"{path} is larger than {MAX_BYTES // 2**20} MB; clear its outputs and save it again")
        data = json.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        raise InputError(f"{path} is not there; the notebooks are in notebooks/zh and notebooks/en") from None
    except (ValueError, RecursionError):
        raise InputError(
            f"{path} is not a notebook: it is not JSON. Save it again in JupyterLab, or begin again from the copy in the repository"
        ) from None
    if not isinstance(data, dict) or not isinstance(data.get("cells"), list):
        raise InputError(f"{path} is not a Jupyter notebook: it has no cells. Name a file that ends in .ipynb")
    return data


def course_notebooks(lang: str = "*") -> list[Path]:
    """The package's own notebooks, in course order. Raises InputError where there are none."""
    paths = sorted((ROOT / "notebooks").glob(f"{lang}/*/*.ipynb"))
    if not paths:
        raise InputError("there are no notebooks in notebooks/; get the course again, or name a notebook")
    return paths


def _begun(question: str) -> list[tuple[Path, dict[str, Any]]]:
    """The package's own notebooks in which some answer is no longer the stub."""
    read = [(path, read_notebook(path)) for path in course_notebooks()]
    begun = [(path, notebook) for path, notebook in read if any(_attempted(cell, question) for cell in notebook["cells"])]
    if not begun:
        what = f"{question} is not attempted in any notebook" if question else "no question is attempted yet in notebooks/"
        raise InputError(f"{what}; open one with `python -m grader lab`, answer, save, and check again")
    return begun


def _attempted(cell: Any, question: str) -> bool:
    try:
        ours, text = cell["metadata"]["grader"], "".join(cell["source"])
        grade_id = cell["metadata"]["nbgrader"]["grade_id"]
        return ours["role"] == "answer" and grade_id.startswith(question) and bool(essence(text)) and fingerprint(text) != ours["stub"]
    except (KeyError, TypeError, AttributeError):
        return False


def assignment_of(path: Path, notebook: dict[str, Any]) -> Assignment:
    """What a notebook is checked against: the source where there is one, else the notebook itself. Raises InputError."""
    if not has_solutions():
        return from_notebook(path, notebook)
    course = read_course()
    metadata = notebook.get("metadata")
    ours = metadata.get("grader") if isinstance(metadata, dict) else None
    known = ours if isinstance(ours, dict) else {}
    topic = next((topic for topic in course.topics if topic == known.get("topic")), path.stem)
    if topic not in course.topics:
        raise InputError(
            f"{path} does not say which topic it is; the topics are {', '.join(course.topics)}. Begin again from the one in notebooks/"
        )
    lang: Lang = next((item for item in LANGUAGES if item == known.get("lang") or item in path.resolve().parts), "en")
    return from_source(course, read_source(course.root, topic), lang)


def _questions(assignment: Assignment) -> list[str]:
    return list(dict.fromkeys(check.question for check in assignment.checks))


def _headings(assignment: Assignment) -> dict[str, str]:
    found = (re.search(r"^#+ (Q(\d+) · .+?)(?:（| \()", cell.text, re.M) for cell in assignment.cells if cell.kind == "markdown")
    return {f"q{int(match[2]):02}": match[1] for match in found if match}


def _shown(path: Path) -> str:
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)


def _advice(result: Result, assignment: Assignment, path: Path) -> str:
    words = _NEXT[assignment.lang]
    ran = [check for check in result.checks if check.outcome is not Outcome.SKIPPED]
    wrong = next((c for c in ran if c.outcome not in (Outcome.PASS, Outcome.NOT_ATTEMPTED)), None)
    blank = next((c for c in ran if c.outcome is Outcome.NOT_ATTEMPTED), None)
    if wrong:
        return words["wrong"].format(check=wrong.check, label=_label(wrong.question), question=wrong.question, path=_shown(path))
    if blank:
        return f"{words['begin'].format(label=_label(blank.question))} {words['unsaved']}"
    return words["done"].format(question=ran[-1].question) if ran else ""


def _label(question: str) -> str:
    return f"Q{int(question[1:])}"
