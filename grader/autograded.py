"""The notebook that nbgrader's formgrader and feedback show: the learner's answers with what became of each cell as its output."""

from __future__ import annotations

import html
import json
from typing import Any

from .display import NAMES
from .language import LANGUAGES, Lang
from .outcome import CellOutput, CheckResult, Outcome, Part, Result

_MAX_OUTPUT = 50_000  # characters
_POINTS = {"zh": "{title}：{outcome}，{points:g}/{most:g} 分\n", "en": "{title}: {outcome}, {points:g} of {most:g} points\n"}

Json = dict[str, Any]


def autograded_notebook(result: Result, release: Json, key: str = "") -> Json:
    """The notebook as nbformat's JSON, made from the learner's notebook as it was handed out.

    Of a hidden check it has what was handed out, the outcome and the points, nothing of its code or message.
    A submission that was no notebook gives the notebook as handed out, with the reason on top. ``key`` goes into the metadata.
    Parts of ``release`` are shared, not copied.
    """
    handed_out = {cell["id"]: cell for cell in release["cells"]}
    checks = {check.check: check for check in result.checks}
    cells = [_cell(part, handed_out) for part in result.parts] or [_notice(result.remarks), *map(dict, release["cells"])]
    for cell in cells:
        role = _role(cell)
        if role in ("check", "hidden"):
            check = checks.get(cell["id"])
            cell["outputs"] = _check_outputs(check, result.outputs.get(cell["id"]), lang_of(release)) if check else []
        elif cell["cell_type"] == "code":
            cell["outputs"] = _outputs(result.outputs.get(cell["id"], CellOutput()))
    return {**release, "metadata": {**release["metadata"], "grader": {**release["metadata"]["grader"], "key": key}}, "cells": cells}


def notebook_bytes(notebook: Json) -> bytes:
    """A notebook's JSON as it is written to disk, on one line, which takes a tenth of the time. What is no Unicode becomes question marks."""
    return (json.dumps(notebook, ensure_ascii=False, sort_keys=True) + "\n").encode("utf-8", "replace")


def _cell(part: Part, handed_out: dict[str, Json]) -> Json:
    original = handed_out.get(part.id)
    if part.cell_id and original is not None:
        answered = {"source": part.text} if _role(original) in ("answer", "words") else {}
        return original | answered
    cell = {"cell_type": part.kind, "id": part.id, "metadata": {}, "source": part.text}
    return cell | ({"execution_count": None, "outputs": []} if part.kind == "code" else {})


def _role(cell: Json) -> str:
    return str(cell["metadata"].get("grader", {}).get("role", ""))


def lang_of(release: Json) -> Lang:
    """The language of a notebook of ours."""
    return next(lang for lang in LANGUAGES if lang == release["metadata"]["grader"]["lang"])


def _check_outputs(check: CheckResult, said: CellOutput | None, lang: Lang) -> list[Json]:
    if check.hidden:
        line = _POINTS[lang].format(title=check.title, outcome=NAMES[lang][check.outcome], points=check.points, most=check.max_points)
        return _stream(line)
    failed = [] if check.outcome is Outcome.PASS else [_error(str(check.outcome), check.message)]
    return _stream(said.text if said else "") + failed


def _outputs(said: CellOutput) -> list[Json]:
    kind, _, message = said.error.partition(": ")
    failed = [_error(kind if kind.isidentifier() else "error", message, said.error)] if said.error else []
    return _stream(said.text) + failed


def _stream(text: str) -> list[Json]:
    return [{"output_type": "stream", "name": "stdout", "text": _cut(text)}] if text else []


def _error(kind: str, message: str, shown: str = "") -> Json:
    return {"output_type": "error", "ename": kind, "evalue": _cut(message), "traceback": _cut(shown or message).split("\n")}


def _cut(text: str) -> str:
    return text if len(text) <= _MAX_OUTPUT else f"{text[:_MAX_OUTPUT]}\n…"


def _notice(remarks: tuple[str, ...]) -> Json:
    text = "\n\n".join(f"**{html.escape(remark)}**" for remark in remarks)
    return {"cell_type": "markdown", "id": "grader-notice", "metadata": {}, "source": text}
