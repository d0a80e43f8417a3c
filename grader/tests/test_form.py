"""Every rule of form has a source that breaks it, one edit away from the small course; good sources break none."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.build import build_topic, expected_files
from grader.course import ROOT, Course, read_course
from grader.errors import SourceFaults
from grader.form import form_faults
from grader.source import read_source
from grader.tests.broken import SOURCE, edit, line_of, small_copy
from grader.tests.small_class import SMALL, TOPIC

HINT_ZH, HINT_EN = "# 类变量写在哪里？", "# Where does a class variable stand?"
LESSON_CODE = "# %%\nimport math\n"
CHECK_1 = '# %% q="q90" role="check" points=1\n# zh: 持有人'
HINTS = '# %% [markdown] lang="zh" q="q90" role="hint"\n# 早\n# %% [markdown] lang="en" q="q90" role="hint"\n# early\n\n'
COUNTED = 'assert counted == 2, T(f"做了 2 张票，计数却增加了 {counted}", f"2 tickets were made, the count rose by {counted}")\n'
RISEN = 'assert risen == 3, T(f"做了 3 张票，计数却增加了 {risen}", f"3 tickets were made, the count rose by {risen}")'
FIRST_HINT = f"""# %% [markdown] lang="zh" q="q90" role="hint"
{HINT_ZH}
# %% [markdown] lang="en" q="q90" role="hint"
{HINT_EN}
"""
COMMENTARY = """# %% [markdown] lang="zh" q="q90" role="solution"
# 写 `Ticket.issued`，子类也数在同一处。
# %% [markdown] lang="en" q="q90" role="solution"
# With `Ticket.issued` subclasses count in the same place.
"""
PAIR = '# %% [markdown] lang="zh"\n# {zh}\n# %% [markdown] lang="en"\n# {en}\n\n'


def pair(zh: str, en: str) -> tuple[str, str]:
    """An edit that puts a pair of markdown cells before the lesson's code."""
    return LESSON_CODE, PAIR.format(zh=zh, en=en) + LESSON_CODE


def lesson(code: str) -> tuple[str, str]:
    """An edit that puts code into the lesson."""
    return "made_by_running = ", f"{code}\nmade_by_running = "


# (what is broken, old text, new text, where the fault is: the first occurrence of this text after the edit, what is said)
RULES = [
    ("markdown without lang", '# %% [markdown] lang="zh"\n# # 数票', "# %% [markdown]\n# # 数票", "# # 数票", 'needs lang="zh"'),
    ("code with lang", "# %%\nimport math", '# %% lang="en"\nimport math', "import math", "a code cell has no lang"),
    (
        "markdown as an answer",
        LESSON_CODE,
        '# %% [markdown] role="given" lang="zh" q="q90"\n# 甲\n' + LESSON_CODE,
        "# 甲\n",
        "a markdown cell cannot have the role `given`",
    ),
    ("code as a hint", '# %% q="q90" role="given"', '# %% q="q90" role="hint"', "NAMES = ", "a code cell cannot have the role `hint`"),
    ("role without question", '# %% q="q90" role="given"', '# %% role="given"', "NAMES = ", 'needs its question, as in q="q07"'),
    ("question without role", "# %%\nimport math", '# %% q="q90"\nimport math', "import math", "a code cell of a question needs a role"),
    (
        "check without points",
        'role="check" points=1\n# zh: 持有人',
        'role="check"\n# zh: 持有人',
        "# zh: 持有人",
        "a check needs points=1 or more",
    ),
    ("points elsewhere", 'role="given"', 'role="given" points=1', "NAMES = ", "only checks have points, this cell is `given`"),
    (
        "region never ended",
        "    ### END SOLUTION\n\n\n# %%",
        "\n\n# %%",
        "class Ticket:",
        "`### BEGIN SOLUTION` without `### END SOLUTION`",
    ),
    (
        "region never begun",
        "    ### BEGIN SOLUTION\n    issued",
        "    issued",
        "    ### END SOLUTION",
        "`### END SOLUTION` without its partner",
    ),
    (
        "region in a region",
        "    issued = 0\n",
        "    ### BEGIN SOLUTION\n    issued = 0\n",
        "    ### BEGIN SOLUTION\n    issued",
        "`### BEGIN SOLUTION` without its partner",
    ),
    (
        "misspelt marker",
        "    ### BEGIN SOLUTION\n    issued",
        "    ### BEGIN SOLUTON\n    issued",
        "    ### BEGIN SOLUTON",
        "`### BEGIN SOLUTON` almost is a marker",
    ),
    (
        "marker with one # less",
        "    ### BEGIN SOLUTION\n    issued",
        "    ## BEGIN SOLUTION\n    issued",
        "    ## BEGIN SOLUTION",
        "almost is a marker",
    ),
    (
        "marker in small letters",
        "    ### BEGIN SOLUTION\n    issued",
        "    ### begin solution\n    issued",
        "    ### begin solution",
        "almost is a marker",
    ),
    ("nbgrader's other marker", *lesson("### BEGIN HIDDEN TESTS"), "### BEGIN HIDDEN TESTS", "almost is a marker"),
    ("marker of a mark scheme", *lesson("### BEGIN MARK SCHEME"), "### BEGIN MARK SCHEME", "almost is a marker"),
    ("comment of one language with a full-width colon", *lesson("# zh：数"), "# zh：数", "almost is a line of one language"),
    ("comment of one language in capitals", *lesson("#EN: count"), "#EN: count", "almost is a line of one language"),
    ("region in a lesson", *lesson("### BEGIN SOLUTION\n### END SOLUTION"), "import math", "a solution region in a `lesson` cell"),
    (
        "answer without region",
        "class Ticket:\n",
        '# %% q="q90" role="answer"\nclass Other:\n    pass\n\n\n# %% q="q90" role="answer"\nclass Ticket:\n',
        "class Other:",
        "role `answer` needs a region",
    ),
    (
        "figure without alt text",
        *pair("![](../assets/x.png)", "![](../assets/x.png)"),
        "# ![](../assets/x.png)",
        "a figure without alt text",
    ),
    (
        "figure from elsewhere",
        *pair("![图](https://x.org/x.png)", "![a](https://x.org/x.png)"),
        "# ![图]",
        "figures come from ../assets/, not from https://x.org/x.png",
    ),
    (
        "figure that is not drawn",
        *pair("![图](../assets/x.png)", "![a](../assets/x.png)"),
        "# ![图]",
        "there is no picture ../assets/x.png",
    ),
    (
        "mark scheme too short",
        "# - [ ] it is stored in the class\n# - [ ] every",
        "# - [ ] every",
        "# ### BEGIN SOLUTION\n# In the class",
        "3 to 5 lines `- [ ] statement`, this one 2",
    ),
    (
        "text outside a words region",
        "# ### BEGIN SOLUTION\n# In the class",
        "# Well:\n# ### BEGIN SOLUTION\n# In the class",
        "# Well:",
        "the whole body of a words cell",
    ),
    ("no Python", *lesson("def f(:"), "def f(:", "the cell is not Python"),
    ("three texts in T", *lesson('print(T("甲", "a", "b"))'), "print(T(", "T takes exactly two texts"),
    ("one text in T", *lesson('print(T("甲"))'), "print(T(", "T takes exactly two texts"),
    ("named texts in T", *lesson('print(T(zh="甲", en="a"))'), "print(T(", "T takes exactly two texts"),
    ("T in T", *lesson('print(T("甲", T("乙", "b")))'), "print(T(", "T(…) inside T(…)"),
    ("T in an f-string", *lesson('print(f"{T(1, 2)}")'), "print(f", "T(…) inside an f-string"),
    ("comment in one language", *lesson("# en: a walk"), "import math", "`# zh:` and `# en:` comment lines come in equal numbers"),
    (
        "check without title",
        "# zh: 持有人属于对象\n# en: The holder belongs to the object\n",
        "",
        "holders = [",
        "a check begins with its title",
    ),
    ("check without assert", COUNTED, "", "counted = Ticket", "a check ends with its asserts"),
    (
        "assert in the middle",
        "counted = Ticket.issued - before",
        "assert before, 'b'\ncounted = Ticket.issued - before",
        "assert before",
        "an assert before the end",
    ),
    (
        "assert in a function",
        "before = Ticket.issued\n",
        "def f():\n    assert 1, 'b'\n\n\nbefore = Ticket.issued\n",
        "    assert 1",
        "an assert before the end",
    ),
    ("assert without message", RISEN, "assert risen == 3", "assert risen", "an assert without a message"),
    ("assert on an unknown name", "assert counted == 2,", "assert counted == two,", "# zh: 每张票都被计数", "an assert uses `two`"),
    ("assert on the answer", "assert counted == 2,", "assert Ticket.issued == 2,", "# zh: 每张票都被计数", "an assert uses `Ticket`"),
    ("English cell alone", '# %% [markdown] lang="zh"\n# # 数票\n', "", "# # Count tickets", "an English cell without the Chinese one"),
    ("Chinese cell alone", '# %% [markdown] lang="en"\n# # Count tickets\n', "", "# # 数票", "must be this cell's English twin"),
    (
        "twins of different roles",
        '# %% [markdown] lang="en" q="q90" role="hint"\n# Where',
        '# %% [markdown] lang="en" q="q90"\n# Where',
        "# 类变量写在哪里",
        "must be this cell's English twin, with the same role",
    ),
    (
        "other headings",
        "# # Count tickets",
        "# ## Count tickets",
        "# ## Count tickets",
        "headings differ between the languages: zh has #, en has ##",
    ),
    ("other code blocks", *pair("```python\n# f(1)\n# ```", "```python\n# f(2)\n# ```"), "# ```python\n# f(2)", "code blocks differ"),
    ("other formulas", *pair("$a + b$", "$a + c$"), "# $a + c$", "formulas differ between the languages: zh has $a + b$, en has $a + c$"),
    ("other links", *pair("[甲](https://x.org)", "[a](https://y.org)"), "# [a]", "links differ"),
    ("other code spans", "# What does `self.issued += 1` do?", "# What does `issued += 1` do?", "# What does `issued", "code spans differ"),
    ("other pictures", *pair("![甲](../assets/a.png)", "![a](../assets/b.png)"), "# ![a]", "images differ"),
    ("a hint before the checks", CHECK_1, HINTS + CHECK_1, "# ## Q90 · 数票", "q90: cells in the order text, given, answer, hint, check"),
    (
        "points of the exam",
        'role="hidden" points=2',
        'role="hidden" points=3',
        "# ## Q90 · 数票",
        "q90: its checks have 5 points, course.toml says 4",
    ),
    (
        "two given cells",
        '# %% q="q90" role="answer"',
        '# %% q="q90" role="given"\nMORE = 1\n\n\n# %% q="q90" role="answer"',
        "# ## Q90 · 数票",
        "q90: more than one given cell",
    ),
    ("a name of an answer", *lesson("Ticket = 1"), "import math", "`Ticket` is a name of q90's; choose another one here"),
    (
        "a given name in a check",
        "before = Ticket.issued\n",
        "NAMES = []\nbefore = Ticket.issued\n",
        "# zh: 每张票都被计数",
        "`NAMES` is a name of q90's",
    ),
    ("one hint only", FIRST_HINT, "", "# ## Q90 · 数票", "a ladder of two to four hints, not 1"),
    ("no commentary", COMMENTARY, "", "# ## Q90 · 数票", "q90: no commentary on the reference answer"),
    ("no answer", '# %% q="q90" role="answer"', '# %% q="q90" role="given"', "# ## Q90 · 数票", "q90: no cell with the role `answer`"),
    (
        "no hidden check",
        'role="hidden" points=2 timeout=5',
        'role="check" points=2',
        "# ## Q90 · 数票",
        "q90: no cell with the role `hidden`",
    ),
]


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return small_copy(tmp_path / "course")


def faults(course: Course) -> list[tuple[int, str]]:
    """(line, message) of every fault that a build reports, all of which are in the small topic's source."""
    with pytest.raises(SourceFaults) as caught:
        build_topic(course, TOPIC)
    assert {fault.path for fault in caught.value.faults} == {SOURCE}
    return [(fault.line, fault.message) for fault in caught.value.faults]


@pytest.mark.parametrize(("old", "new", "at", "said"), [rule[1:] for rule in RULES], ids=[rule[0] for rule in RULES])
def test_a_broken_rule_is_reported_with_its_line(course: Course, old: str, new: str, at: str, said: str) -> None:
    edit(course, old, new)
    found = faults(course)
    assert any(line == line_of(course, at) and said in message for line, message in found), found


def test_all_faults_come_at_once_and_in_order(course: Course) -> None:
    edit(course, "# # Count tickets", "# ## Count tickets")
    edit(course, "    issued = 0\n", "    issued = 0\n    ### END SOLUTON\n")
    edit(course, 'role="given"', 'role="given" points=1')
    lines = [line for line, _ in faults(course)]
    assert lines == sorted(lines) and len(lines) == 3


def test_a_fault_is_shown_as_path_line_and_message(course: Course) -> None:
    edit(course, "# # Count tickets", "# ## Count tickets")
    with pytest.raises(SourceFaults) as caught:
        build_topic(course, TOPIC)
    expected = "solutions/90_small.py:7: headings differ between the languages: zh has #, en has ##"
    assert str(caught.value) == expected


def test_each_question_stands_in_its_topic(course: Course) -> None:
    """One that course.toml has and the source has not, and one the other way round."""
    path = Path("solutions/course.toml")
    edit(course, '90_small = ["q90"]', '90_small = ["q91"]', path)
    edit(course, "[questions]", "[questions]\nq91 = { points = 1, written = false }", path)
    found = faults(read_course(course.root))
    assert (1, "question q91 is missing; course.toml puts it into this topic") in found
    assert (line_of(course, "# ## Q90"), "question q90 does not belong here; course.toml says which topic has it") in found


@pytest.mark.parametrize(
    ("written", "said"), [("false", "q90: needs no words cells, has 2 cells"), ("true", "q90: needs one pair of words cells, has 0 cells")]
)
def test_a_written_part_is_there_exactly_when_the_exam_has_it(course: Course, written: str, said: str) -> None:
    edit(course, "written = true", f"written = {written}", Path("solutions/course.toml"))
    if written == "true":
        text = (course.root / SOURCE).read_text(encoding="utf-8")
        start, end = (
            text.index('# %% [markdown] lang="zh" q="q90" role="words"'),
            text.index('# %% [markdown] lang="zh" q="q90" role="solution"'),
        )
        (course.root / SOURCE).write_text(text[:start] + text[end:], encoding="utf-8")
    assert (line_of(course, "# ## Q90"), said) in faults(read_course(course.root))


def test_two_questions_may_not_define_the_same_name(course: Course) -> None:
    again = '\n# %% q="q91" role="answer"\n### BEGIN SOLUTION\nTicket = 1\n### END SOLUTION\n'
    with (course.root / SOURCE).open("a", encoding="utf-8") as file:
        file.write(again)
    assert (
        line_of(course, "### BEGIN SOLUTION\nTicket = 1"),
        "`Ticket` is defined by q90 too; a question stands on its own, so rename one",
    ) in faults(course)


GOOD = [
    lesson("text = T('甲', 'a')"),
    lesson("await asyncio.sleep(0)"),
    lesson("%matplotlib inline\n!ls\nx = 1"),
    lesson("# zh: 一步\n# en: a step\nx = 1"),
    lesson("x = 1\n\n# %%\n# %%writefile shop.py\nTicket = 1\n\n# %%"),
    lesson("# The solution begins here, at the end of the hidden path"),
    pair("`f(x)` 两次 `f(x)`", "`f(x)`, once"),
    pair("`python -m grader lab --lang zh`", "`python -m grader lab`"),
    pair("`数出的票`", "no code here"),
    pair("```python\n# x = 1  # 一\n# ```", "```python\n# x = 1  # one\n# ```"),
    pair("a 值 $5 与 $6", "from $5 to $6"),
]


@pytest.mark.parametrize(("old", "new"), GOOD)
def test_what_is_allowed_is_no_fault(course: Course, old: str, new: str) -> None:
    edit(course, old, new)
    assert form_faults(course, read_source(course.root, TOPIC)) == []


def test_what_is_allowed_is_listed() -> None:
    assert len(GOOD) == 11


def test_the_small_course_and_the_real_one_have_no_faults() -> None:
    for root in (SMALL, ROOT):
        course = read_course(root)
        topics = [topic for topic in course.topics if (root / "solutions" / f"{topic}.py").is_file()]
        assert topics
        assert expected_files(course, topics)
