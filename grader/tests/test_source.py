"""A topic's source is read into cells with lines, attributes and ids; what cannot be read is said with path and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.errors import InputError, SourceFaults
from grader.source import numbered, read_source, title_of
from grader.tests.small_class import SMALL, TOPIC

PATH = Path("solutions/90_small.py")


def read(folder: Path, text: str | bytes):
    path = folder / PATH
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_source(folder, TOPIC)


# (what is broken, source, line, what is said)
BROKEN = [
    ("text before the first cell", "import math\n# %%\nx = 1\n", 1, "text before the first cell"),
    ("an empty file", "", 1, "text before the first cell"),
    ("no cells", "x = 1\n", 1, "text before the first cell"),
    ("a marker without a space", "# %%\nx = 1\n\n#%%\ny = 1\n", 1, "1 cell markers, but jupytext reads 2 cells"),
    ("an unknown attribute", '# %%\nx\n\n# %% question="q07"\ny\n', 4, "unknown attribute `question`; known are lang, points, q, role, timeout"),
    ("an unknown role", '# %% role="anwser" q="q90"\nx\n', 1, "unknown role `anwser`"),
    ("an empty role", '# %% role="" q="q90"\nx\n', 1, "unknown role ``"),
    ("points as text", '# %% points="2"\nx\n', 1, "`points` must be a whole number"),
    ("points as a fraction", "# %% points=1.5\nx\n", 1, "`points` must be a whole number"),
    ("points as truth", "# %% points=true\nx\n", 1, "`points` must be a whole number"),
    ("no time at all", "# %% timeout=0\nx\n", 1, "`timeout` must be a number of seconds"),
    ("too much time", "# %% timeout=121\nx\n", 1, "`timeout` must be a number of seconds, 120 at most"),
    ("time as text", '# %% timeout="5"\nx\n', 1, "`timeout` must be a number of seconds"),
    ("an unknown language", '# %% [markdown] lang="fr"\n# x\n', 1, '`lang` must be "zh" or "en"'),
    ("a question without zero", '# %% q="q7"\nx\n', 1, '`q` must look like q="q07"'),
    ("a question without q", "# %% q=7\nx\n", 1, '`q` must look like q="q07"'),
]  # fmt: skip


def test_all_are_tried() -> None:
    assert len(BROKEN) == 16


@pytest.mark.parametrize(("text", "line", "said"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_attributes_that_cannot_be_understood_are_faults_with_their_line(tmp_path: Path, text: str, line: int, said: str) -> None:
    with pytest.raises(SourceFaults) as caught:
        read(tmp_path, text)
    (fault,) = caught.value.faults
    assert (fault.path, fault.line) == (PATH, line) and said in fault.message


def test_several_faults_are_reported_at_once(tmp_path: Path) -> None:
    with pytest.raises(SourceFaults) as caught:
        read(tmp_path, '# %% q="7" points="2"\nx\n\n# %% role="none"\ny\n')
    assert [fault.line for fault in caught.value.faults] == [1, 1, 4]


@pytest.mark.parametrize(("text", "said"), [(None, "is not there"), (b"# %%\n\xff\n", "is not UTF-8 text")])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, text: bytes | None, said: str) -> None:
    with pytest.raises(InputError, match=rf"solutions/90_small\.py {said}"):
        read(tmp_path, text) if text else read_source(tmp_path, TOPIC)


def test_a_cells_line_is_that_of_its_first_text(tmp_path: Path) -> None:
    source = read(tmp_path, '# %% role="author"\n\n\nx = 1\n# %% [markdown] lang="zh"\n# 甲\n#\n# 乙\n\n\n# %%\n# y\ny = 2\n')
    assert [(cell.kind, cell.line, cell.text) for cell in source.cells] == [
        ("code", 4, "x = 1"),
        ("markdown", 6, "甲\n\n乙"),
        ("code", 12, "# y\ny = 2"),
    ]


def test_attributes_have_their_types(tmp_path: Path) -> None:
    (cell,) = read(tmp_path, '# %% q="q90" role="hidden" points=2 timeout=2.5\nx\n').cells
    assert (cell.question, cell.role, cell.points, cell.timeout, cell.is_check) == ("q90", "hidden", 2, 2.5, True)


def test_ids_are_made_from_questions_and_the_same_in_both_languages() -> None:
    source = read_source(SMALL, TOPIC)
    ids = {lang: [cell_id for cell_id, _ in numbered(source, lang)] for lang in ("zh", "en")}
    assert ids["zh"] == ids["en"] == [
        "lesson-text-1", "lesson-code-1", "q90-text-1", "q90-given", "q90-answer", "q90-check-1", "q90-check-2", "q90-hidden-1",
        "q90-hint-1", "q90-hint-2", "q90-text-2", "q90-words",
    ]  # fmt: skip


def test_further_answers_are_numbered_from_two(tmp_path: Path) -> None:
    source = read(tmp_path, '# %% q="q90" role="answer"\nx\n\n# %% q="q90" role="answer"\ny\n')
    assert [cell_id for cell_id, _ in numbered(source, "en")] == ["q90-answer", "q90-answer-2"]


def test_a_title_is_the_first_comment_of_a_language() -> None:
    code = "# zh: 甲\n# en: one\n# en: line\nx = 1\n\n# zh: 乙\n# en: two\ny = 2"
    assert (title_of(code, "zh"), title_of(code, "en")) == ("甲", "one line")
