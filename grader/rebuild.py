"""Puts a learner's answers into the skeleton: the only part of a submission that is used, whatever happened to the rest of it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from .assignment import Assignment
from .cell_text import essence, fingerprint
from .outcome import Part

MAX_BYTES = 20 * 2**20
MAX_CELLS = 2_000
_EDITABLE = ("answer", "words")
_BOTH = {
    "empty": {"zh": "文件是空的。", "en": "The file is empty."},
    "large": {"zh": "文件超过 20 MB。", "en": "The file is larger than 20 MB."},
    "json": {"zh": "文件不是 Jupyter 笔记本（不是 JSON：{why}）。", "en": "The file is not a Jupyter notebook (no JSON: {why})."},
    "shape": {"zh": "文件不是 Jupyter 笔记本（{why}）。", "en": "The file is not a Jupyter notebook ({why})."},
    "other": {"zh": "这份笔记本里没有「{topic}」的任何答题单元格。", "en": "The notebook has no answer cell of {topic}."},
    "missing": {"zh": "缺少答题单元格 {id}。", "en": "The answer cell {id} is missing."},
    "double": {
        "zh": "答题单元格 {id} 出现了 {count} 次，已按顺序运行。",
        "en": "The answer cell {id} is there {count} times; they were run in order.",
    },
    "changed": {"zh": "检查单元格 {id} 被改动过，已使用原文。", "en": "The check {id} was changed; the original was used."},
}


class NotANotebook(ValueError):
    """A submission that is no notebook of this assignment; the text says why, in the assignment's language."""


@dataclass(frozen=True)
class Rebuilt:
    """The submission as it will be run.

    ``attempted`` are the questions whose answer is no longer the stub, ``untouched`` those that nothing else in the submission can answer either.
    """

    parts: tuple[Part, ...]
    attempted: frozenset[str]
    untouched: frozenset[str]
    remarks: tuple[str, ...] = ()


def rebuild(submitted: bytes, assignment: Assignment) -> Rebuilt:
    """The rebuilt submission.

    Only the text of answer cells, found by nbgrader's ``grade_id``, and code cells that carry no id of the assignment are taken from ``submitted``.
    Raises NotANotebook.
    """
    cells = _read_cells(submitted, assignment)
    answers, extras = _sort(cells, assignment)
    remarks = _remarks(cells, answers, assignment)
    parts: list[Part] = [*_own(extras.get("", []), "start")]
    for cell in assignment.cells:
        texts = answers.get(cell.id, []) if cell.role in _EDITABLE else [cell.text]
        for number, text in enumerate(texts or [""], 1):
            parts.append(Part(cell.id if number == 1 else f"{cell.id}-copy-{number}", cell.kind, text, cell.id))
        parts += _own(extras.get(cell.id, []), cell.id)
    attempted = frozenset(
        cell.question
        for cell in assignment.cells
        if cell.role == "answer" and any(essence(text) and fingerprint(text) != cell.stub for text in answers.get(cell.id, []))
    )
    return Rebuilt(tuple(parts), attempted, _untouched(parts, attempted, assignment), tuple(remarks))


def _untouched(parts: list[Part], attempted: frozenset[str], assignment: Assignment) -> frozenset[str]:
    """The questions whose answer is the stub, and whose names stand nowhere in what the learner wrote."""
    answers = {cell.id: cell.question for cell in assignment.cells if cell.role == "answer"}
    written = (part.text for part in parts if not part.cell_id or answers.get(part.cell_id) in attempted)
    words = frozenset(word for text in written for word in re.findall(r"\w+", text))
    names = {question: assignment.answer_names(question) for question in set(answers.values()) - attempted}
    return frozenset(question for question, wanted in names.items() if not (wanted & words if wanted else words))


def _read_cells(submitted: bytes, assignment: Assignment) -> list[dict[str, Any]]:
    def say(key: str, **facts: object) -> NotANotebook:
        return NotANotebook(_BOTH[key][assignment.lang].format(**facts))

    if not submitted.strip():
        raise say("empty")
    if len(submitted) > MAX_BYTES:
        raise say("large")
    try:
        data = json.loads(submitted.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise say("json", why=str(error)[:120]) from None
    if isinstance(data, dict) and "cells" not in data and isinstance(data.get("worksheets"), list):
        sheets = [sheet for sheet in data["worksheets"] if isinstance(sheet, dict)]
        lists = [sheet["cells"] for sheet in sheets if isinstance(sheet.get("cells"), list)]
        data = {"cells": [cell for listed in lists for cell in listed]}
    cells = data.get("cells") if isinstance(data, dict) else None
    if not isinstance(cells, list) or len(cells) > MAX_CELLS:
        raise say("shape", why="cells")
    known = assignment.ids
    usable = [cell for cell in cells if isinstance(cell, dict)]
    answers = {cell.id for cell in assignment.cells if cell.role in _EDITABLE}
    if answers and not any(_grade_id(cell, known) for cell in usable):
        raise say("other", topic=assignment.topic)
    return usable


def _sort(cells: list[dict[str, Any]], assignment: Assignment) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Texts of answer cells by grade id, and the learner's own code cells by the id of the skeleton cell that they follow."""
    known = assignment.ids
    editable = {cell.id for cell in assignment.cells if cell.role in _EDITABLE}
    answers: dict[str, list[str]] = {}
    extras: dict[str, list[str]] = {}
    after = ""
    for cell in cells:
        grade_id, cell_id = _grade_id(cell, known), cell.get("id")
        if grade_id in editable:
            answers.setdefault(grade_id, []).append(_text(cell))
            after = grade_id
        elif grade_id or (isinstance(cell_id, str) and cell_id in known):
            after = grade_id or str(cell_id)
        elif cell.get("cell_type") == "code" and essence(_text(cell)) not in assignment.lesson_essences | {""}:
            extras.setdefault(after, []).append(_text(cell))
    return answers, extras


def _grade_id(cell: dict[str, Any], known: frozenset[str]) -> str:
    metadata = cell.get("metadata")
    ours = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    grade_id = ours.get("grade_id") if isinstance(ours, dict) else None
    return grade_id if isinstance(grade_id, str) and grade_id in known else ""


def _text(cell: dict[str, Any]) -> str:
    text = cell.get("source", cell.get("input", ""))
    if isinstance(text, list):
        text = "".join(line for line in text if isinstance(line, str))
    return re.sub("[\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", text) if isinstance(text, str) else ""


def _own(texts: list[str], place: str) -> list[Part]:
    return [Part(f"own-{place}-{number}"[:64], "code", text) for number, text in enumerate(texts, 1)]


def _remarks(cells: list[dict[str, Any]], answers: dict[str, list[str]], assignment: Assignment) -> list[str]:
    said = []
    for cell in assignment.cells:
        if cell.role in _EDITABLE and cell.id not in answers:
            said.append(_BOTH["missing"][assignment.lang].format(id=cell.id))
        elif len(answers.get(cell.id, [])) > 1:
            said.append(_BOTH["double"][assignment.lang].format(id=cell.id, count=len(answers[cell.id])))
    originals = {cell.id: cell.text for cell in assignment.cells if cell.role == "check"}
    for raw in cells:
        grade_id = _grade_id(raw, assignment.ids)
        if grade_id in originals and _text(raw).strip() != originals[grade_id].strip():
            said.append(_BOTH["changed"][assignment.lang].format(id=grade_id))
    return said
