"""Attacks on the notebook's structure and on the folder that is handed in: each function changes the notebook, or what lies beside it."""

from __future__ import annotations

import copy
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

Json = dict[str, Any]
Change = Callable[
    [Json, Path], bytes | None
]  # (notebook with an empty answer to q93, its folder) -> what is handed in; None: it is there already
STRUCTURE: dict[str, dict[str, Change]] = {"structure": {}, "folder": {}}


def _attack(kind: str) -> Callable[[Change], Change]:
    def register(change: Change) -> Change:
        STRUCTURE[kind][change.__name__] = change
        return change

    return register


def _cell(notebook: Json, grade_id: str) -> Json:
    return next(cell for cell in notebook["cells"] if cell["metadata"].get("nbgrader", {}).get("grade_id") == grade_id)


def _checks(notebook: Json) -> list[Json]:
    return [cell for cell in notebook["cells"] if cell["metadata"].get("nbgrader", {}).get("grade", False)]


def _dump(notebook: Any) -> bytes:
    return json.dumps(notebook).encode()


@_attack("structure")
def tags_that_skip(notebook: Json, _folder: Path) -> bytes:
    for cell in notebook["cells"]:
        cell["metadata"]["tags"] = ["skip-execution", "raises-exception", "remove_cell"]
    return _dump(notebook)


@_attack("structure")
def deleted_checks(notebook: Json, _folder: Path) -> bytes:
    notebook["cells"] = [cell for cell in notebook["cells"] if cell not in _checks(notebook)]
    return _dump(notebook)


@_attack("structure")
def only_the_other_answer(notebook: Json, _folder: Path) -> bytes:
    notebook["cells"] = [_cell(notebook, "q94-answer")]
    return _dump(notebook)


@_attack("structure")
def doubled_checks(notebook: Json, _folder: Path) -> bytes:
    for cell in _checks(notebook):
        notebook["cells"].append(copy.deepcopy(cell) | {"source": "pass"})
        notebook["cells"].insert(0, copy.deepcopy(cell) | {"source": "pass", "id": f"{cell['id']}-x"})
    return _dump(notebook)


@_attack("structure")
def checks_of_another_type(notebook: Json, _folder: Path) -> bytes:
    for cell in _checks(notebook):
        cell["cell_type"] = "markdown"
        cell["metadata"]["nbgrader"]["cell_type"] = "markdown"
    return _dump(notebook)


@_attack("structure")
def raw_checks(notebook: Json, _folder: Path) -> bytes:
    for cell in _checks(notebook):
        cell["cell_type"] = "raw"
    return _dump(notebook)


@_attack("structure")
def emptied_checks(notebook: Json, _folder: Path) -> bytes:
    for cell in _checks(notebook):
        cell["source"] = "pass"
    return _dump(notebook)


@_attack("structure")
def checks_unlocked_and_regraded(notebook: Json, _folder: Path) -> bytes:
    for cell in _checks(notebook):
        cell["metadata"]["nbgrader"] |= {"points": 1000, "solution": True, "locked": False, "task": True, "checksum": "0" * 32}
    return _dump(notebook)


@_attack("structure")
def negative_points(notebook: Json, _folder: Path) -> bytes:
    for cell in _checks(notebook):
        cell["metadata"]["nbgrader"]["points"] = -5 if "94" in cell["id"] else float("inf")
    return _dump(notebook)


@_attack("structure")
def checksums_and_versions(notebook: Json, _folder: Path) -> bytes:
    for cell in notebook["cells"]:
        cell["metadata"].setdefault("nbgrader", {}).update({"checksum": "x", "schema_version": 99})
    return _dump(notebook)


@_attack("structure")
def exchanged_ids(notebook: Json, _folder: Path) -> bytes:
    first, second = _cell(notebook, "q93-check-1"), _cell(notebook, "q94-check-1")
    first["metadata"], second["metadata"] = second["metadata"], first["metadata"]
    return _dump(notebook)


@_attack("structure")
def a_check_becomes_the_answer(notebook: Json, _folder: Path) -> bytes:
    cell = _cell(notebook, "q93-check-1")
    cell["metadata"]["nbgrader"] = {"grade_id": "q93-answer", "solution": True, "grade": False, "locked": False, "schema_version": 3}
    cell["source"] = "coded = others = none = many = True"
    return _dump(notebook)


@_attack("structure")
def own_cells_with_ids_of_checks(notebook: Json, _folder: Path) -> bytes:
    for name in ("q93-check-1", "q93-hidden-1", "q93-hidden-2"):
        own = {
            "cell_type": "code",
            "id": name,
            "metadata": {},
            "source": "others = many = none = 1",
            "outputs": [],
            "execution_count": None,
        }
        notebook["cells"] += [own, own | {"id": f"own-{name}"}]
    return _dump(notebook)


@_attack("structure")
def claimed_outputs(notebook: Json, _folder: Path) -> bytes:
    for cell in _checks(notebook):
        cell["outputs"] = [{"output_type": "execute_result", "data": {"text/plain": "4.0"}, "metadata": {}, "execution_count": 1}]
    return _dump(notebook)


@_attack("structure")
def a_foreign_kernel(notebook: Json, _folder: Path) -> bytes:
    notebook["metadata"] |= {"kernelspec": {"name": "bash", "display_name": "x", "language": "bash"}, "language_info": {"name": "bash"}}
    return _dump(notebook)


@_attack("structure")
def metadata_of_ours(notebook: Json, _folder: Path) -> bytes:
    notebook["metadata"]["grader"] = {"topic": "91_two", "lang": "zh", "key": "0" * 64}
    for cell in notebook["cells"]:
        cell["metadata"]["grader"] = {"role": "answer", "title": "x", "stub": ""}
    return _dump(notebook)


@_attack("structure")
def nbformat_3(notebook: Json, _folder: Path) -> bytes:
    return _dump({"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": notebook["cells"]}]})


@_attack("structure")
def nbformat_99(notebook: Json, _folder: Path) -> bytes:
    return _dump(notebook | {"nbformat": 99, "nbformat_minor": -1})


@_attack("structure")
def split_answer(notebook: Json, _folder: Path) -> bytes:
    cell = _cell(notebook, "q93-answer")
    cell["source"] = "coded = True"
    notebook["cells"].append(copy.deepcopy(cell) | {"source": "others = many = True; none = []"})
    return _dump(notebook)


@_attack("structure")
def sources_of_wrong_types(notebook: Json, _folder: Path) -> bytes:
    _cell(notebook, "q93-answer")["source"] = {"a": [1, {"b": None}]}
    for cell in _checks(notebook):
        cell["source"] = [1, None, ["x"]]
        cell["metadata"]["nbgrader"]["grade_id"] = ["q93"]
    return _dump(notebook)


@_attack("structure")
def thousands_of_cells(notebook: Json, _folder: Path) -> bytes:
    own = {"cell_type": "code", "metadata": {}, "source": "x = 1", "outputs": [], "execution_count": None}
    notebook["cells"] += [own | {"id": f"c{number}"} for number in range(1000)]
    return _dump(notebook)


@_attack("structure")
def html_in_everything(notebook: Json, _folder: Path) -> bytes:
    _cell(notebook, "q93-answer")["source"] = "raise ValueError('</pre><script>fetch(1)</script>')"
    return _dump(notebook)


@_attack("folder")
def modules_that_shadow(notebook: Json, folder: Path) -> bytes:
    for name in (
        "json",
        "sitecustomize",
        "usercustomize",
        "IPython",
        "plain",
        "walls",
        "ipykernel_launcher",
        "nbgrader_config",
        "conftest",
    ):
        (folder / f"{name}.py").write_text("raise SystemExit('shadowed')")
    return _dump(notebook)


@_attack("folder")
def configuration(notebook: Json, folder: Path) -> bytes:
    for name in ("nbgrader_config.py", "ipython_config.py", "jupyter_config.json", "pyvenv.cfg", ".pdbrc", "pytest.ini"):
        (folder / name).write_text("c = get_config()\nraise SystemExit\n")
    return _dump(notebook)


@_attack("folder")
def links_beside(notebook: Json, folder: Path) -> bytes:
    (folder / "book.db").symlink_to("../../../gradebook.db")
    (folder / "root").symlink_to("/")
    (folder / "loop").symlink_to(folder)
    return _dump(notebook)


@_attack("folder")
def the_notebook_is_a_link(notebook: Json, folder: Path) -> None:
    other = next(path for path in sorted(folder.parent.parent.iterdir()) if path != folder.parent)
    (folder / f"{folder.name}.ipynb").symlink_to(other / folder.name / f"{folder.name}.ipynb")


@_attack("folder")
def the_notebook_is_a_pipe(_notebook: Json, folder: Path) -> None:
    os.mkfifo(folder / f"{folder.name}.ipynb")


@_attack("folder")
def a_pipe_as_the_timestamp(notebook: Json, folder: Path) -> bytes:
    os.mkfifo(folder / "timestamp.txt")
    return _dump(notebook)


@_attack("folder")
def the_notebook_is_a_folder(_notebook: Json, folder: Path) -> None:
    (folder / f"{folder.name}.ipynb").mkdir()


@_attack("folder")
def names_that_lead_out(notebook: Json, folder: Path) -> bytes:
    (folder / "..\\..\\gradebook.db").write_text("x")
    (folder / "-rf").write_text("x")
    (folder / "a\nb.ipynb").write_text("{}")
    return _dump(notebook)


@_attack("folder")
def no_json(_notebook: Json, _folder: Path) -> bytes:
    return b'{"cells": [' + b"[" * 200_000


@_attack("folder")
def an_empty_file(_notebook: Json, _folder: Path) -> bytes:
    return b""


@_attack("folder")
def a_gigantic_file(_notebook: Json, _folder: Path) -> bytes:
    return b'{"cells": ["' + b"x" * (21 * 2**20)
