"""One text becomes the text of one language: T(zh, en), `# zh:` and `# en:` lines, magics, top-level await."""

from __future__ import annotations

import ast

import pytest

from grader.language import LanguageError, T, parse_cell, resolve

# (what is tried, source, Chinese, English)
RESOLVED = [
    ("one call", 'print(T("甲", "a"))', 'print("甲")', 'print("a")'),
    ("two on a line", 'f(T("甲", "a"), T("乙", "b"))', 'f("甲", "乙")', 'f("a", "b")'),
    ("Chinese before it on the line", 'x = {"票": T("甲", "a")}  # 注', 'x = {"票": "甲"}  # 注', 'x = {"票": "a"}  # 注'),
    ("f-strings as its texts", 'T(f"得 {x!r}", f"got {x!r}")', 'f"得 {x!r}"', 'f"got {x!r}"'),
    ("quotes in quotes", """T('说 "T(1, 2)"', "it's")""", """'说 "T(1, 2)"'""", '''"it's"'''),
    ("triple quotes", 'T("""甲\n乙""", """a""")', '(\n    """甲\n乙"""\n)', '(\n    """a"""\n)'),
    ("over several lines", 'f(\n    T(\n        "甲",\n        "a",\n    )\n)', 'f(\n    (\n        "甲"\n    )\n)', 'f(\n    (\n        "a"\n    )\n)'),
    ("texts put together", 'T("甲" "乙", "a" "b").strip()', '"甲" "乙".strip()', '"a" "b".strip()'),
    ("an expression", 'T("甲" + x, "a" + x).strip()', '("甲" + x).strip()', '("a" + x).strip()'),
    ("a choice", 'T("甲" if x else "乙", "a" if x else "b") + c', '("甲" if x else "乙") + c', '("a" if x else "b") + c'),
    ("a line magic above", '%time x\n!ls\nT("甲", "a")', '%time x\n!ls\n"甲"', '%time x\n!ls\n"a"'),
    ("a cell magic above", '%%writefile shop.py\nx = T("甲", "a")', '%%writefile shop.py\nx = "甲"', '%%writefile shop.py\nx = "a"'),
    ("await at the top", 'await f(T("甲", "a"))', 'await f("甲")', 'await f("a")'),
    ("no call of T", 'x.T("甲", "a"); UT(1)', 'x.T("甲", "a"); UT(1)', 'x.T("甲", "a"); UT(1)'),
    ("comment lines", "# zh: 一\n# en: one\nx = 1", "# 一\nx = 1", "# one\nx = 1"),
    ("comment lines with indent", "if x:\n    # zh: 一\n    # en: one\n    y", "if x:\n    # 一\n    y", "if x:\n    # one\n    y"),
    ("an empty comment line", "# zh:\n# en:\nx", "#\nx", "#\nx"),
    ("comments of both languages", "x  # zh: stays\n# zhen: stays", "x  # zh: stays\n# zhen: stays", "x  # zh: stays\n# zhen: stays"),
]  # fmt: skip

# (what is tried, source, line of the fault, what is said)
REFUSED = [
    ("in an f-string", 'x = 1\nprint(f"{T(1, 2)}")', 2, "inside an f-string"),
    ("in its own text", 'x = 1\n\nT("甲", T("乙", "b"))', 3, "T(…) inside T(…)"),
    ("one text", 'T("甲")', 1, "exactly two"),
    ("three texts", '# zh: 一\n# en: one\nT("甲", "a", "b")', 3, "exactly two"),
    ("starred", "T(*texts)", 1, "exactly two"),
    ("no Python", 'x = (\nT("甲", "a")', 1, "not Python"),
]


def test_all_are_tried() -> None:
    assert (len(RESOLVED), len(REFUSED)) == (18, 6)


@pytest.mark.parametrize(("code", "zh", "en"), [case[1:] for case in RESOLVED], ids=[case[0] for case in RESOLVED])
def test_each_language_gets_its_text(code: str, zh: str, en: str) -> None:
    assert (resolve(code, "zh"), resolve(code, "en")) == (zh, en)
    for text in (zh, en):
        parse_cell(text)


@pytest.mark.parametrize(("code", "line", "said"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_what_cannot_be_resolved_is_refused_with_its_line(code: str, line: int, said: str) -> None:
    with pytest.raises(LanguageError, match=said.replace("(", r"\(").replace(")", r"\)")) as caught:
        resolve(code, "en")
    assert caught.value.line == line


def test_a_source_that_runs_as_a_program_is_english() -> None:
    assert T("甲", "a") == "a"


@pytest.mark.parametrize(
    ("code", "value"),
    [('x = """\n%s of\n!\n"""', "\n%s of\n!\n"), ("x = (17\n     % 5)", 2), ("%time\nx = 3", 3), ("    \n!ls\nx = 4", 4)],
)
def test_only_magics_are_masked(code: str, value: object) -> None:
    """A line of a string, or one that goes on from the line above, may begin with % or ! too."""
    space: dict[str, object] = {}
    exec(compile(parse_cell(code), "<test>", "exec"), space)
    assert space["x"] == value


def test_a_cell_magic_over_something_else_is_an_empty_module() -> None:
    assert ast.unparse(parse_cell("%%bash\nfor x in *; do echo $x; done")) == ""
    with pytest.raises(SyntaxError):
        parse_cell("for x in *; do echo $x; done")
