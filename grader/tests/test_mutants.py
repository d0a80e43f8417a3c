"""Mutants: what is changed and what is left alone, that they are run only once, and that the lists of equivalent ones are kept honest."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.answers import submission
from grader.build import build_topic
from grader.case import case_of
from grader.course import Course, read_course
from grader.engine import Haste, grade
from grader.equivalent import path_of, read_equivalent
from grader.errors import Fault, SourceFaults
from grader.launch import Launch
from grader.memory import Memory, key
from grader.mutants import mutants
from grader.outcome import Outcome
from grader.parallel import Pool
from grader.sandbox import walled
from grader.survivors import Tally, hunt_all
from grader.tests.broken import SOURCE, edit, line_of, small_copy
from grader.tests.small_class import TOPIC, assignment


@pytest.fixture(scope="module")
def launch() -> Iterator[Launch]:
    with walled(required=False) as found:
        yield found


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return small_copy(tmp_path / "course")


# (a line of an answer, all that it may become)
LINES = [
    ("a = b < c", {"pass", "a = b <= c", "a = b >= c"}),
    ("a = b is c", {"pass", "a = b == c", "a = b is not c"}),
    ("a = b is None", {"pass", "a = b is not None"}),
    ("a = b == 'x'", {"pass", "a = b != 'x'", "a = b == 'x' \"x\""}),
    ("a = b and not c", {"pass", "a = b or not c", "a = (not c)", "a = (b)", "a = b and (c)"}),
    ("a = b[1:n]", {"pass", "a = b[:n]", "a = b[1:]", "a = b[1:n + 1]", "a = b[0:n]", "a = b[2:n]"}),
    ("a += -1", {"pass", "a = -1", "a -= -1", "a += (1)", "a += -0", "a += -2"}),
    ("a = f(b, c=True)", {"pass", "a = f(b)", "a = f(b, c=False)"}),
    ("a = f(b, c)", {"pass", "a = f(c, b)"}),
    ("a = list(b.copy())", {"pass", "a = (b.copy())", "a = list(b)"}),
    ("a = range(n)", {"pass", "a = range(n + 1)"}),
    ("a = [x for x in b if x]", {f"a = [x for x in b if {c}]" for c in ("True", "False", "(not (x))")} | {"pass"}),
    ("a = 2.5 * b", {"pass", "a = 2.5 / b", "a = 6.0 * b"}),
    ('a = f"{b + 1}"', {"pass", 'a = f"{b + 1}" "x"'}),
    ("raise ValueError('no 1')", {"pass", "raise RuntimeError('no 1')"}),
    ("del a", {"pass"}),
    ("...", set()),
]  # fmt: skip
# (an answer of several lines, one change that must be among its mutants, as before and after)
PIECES = [
    ("with lock:\n    f()", "with lock:", 'with __import__("contextlib").nullcontext(lock):'),
    ("try:\n    f()\nfinally:\n    g()", "finally:", "except BaseException: raise else:"),
    ("try:\n    f()\nexcept KeyError:\n    g()", "except KeyError:", "except Exception:"),
    ("try:\n    f()\nexcept (KeyError, OSError):\n    g()", "except (KeyError, OSError):", "except (OSError,):"),
    ("try:\n    f()\nexcept KeyError:\n    g()", "g()", "raise"),
    ("def f():\n    a = []\n    return a", "a = []", 'a = globals().setdefault("_shared", [])'),
    ("class A:\n    def f(self, x):\n        self.x = x", "self.x = x", "x = x"),
    ("class A:\n    n = 0\n    def f(self):\n        A.n = 1", "A.n = 1", "self.n = 1"),
    ("class A:\n    @classmethod\n    def f(cls): ...", "@classmethod", "@(lambda it: it)"),
    ("class A:\n    @classmethod\n    def f(cls): ...", "@classmethod def f(cls): ...", "pass"),
    ("lock.acquire()\nf()", "lock.acquire() f()", "f() lock.acquire()"),
    ("while a:\n    if b:\n        break", "break", "continue"),
    ("%%writefile 书.py\n价 = 3\nprint('价', 价)", "print('价', 价)", "print(价, '价')"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "wanted"), LINES, ids=[line for line, _ in LINES])
def test_what_a_line_may_become(line: str, wanted: set[str]) -> None:
    assert {mutant.after for mutant in mutants((line,), set())} == wanted


@pytest.mark.parametrize(("code", "before", "after"), PIECES)
def test_changes_to_statements(code: str, before: str, after: str) -> None:
    assert (before, after) in [(mutant.before, mutant.after) for mutant in mutants((code,), set())]


def test_what_cannot_matter_is_left_alone() -> None:
    """Documentation, annotations, the text of an exception, the order of two independent assignments, a last ``return``."""
    code = 'def f(a: "int" = b) -> "str":\n    """Text."""\n    x = a\n    y = b\n    raise E("text", 3)\n    return'
    changed = {(mutant.before, mutant.after) for mutant in mutants((code,), set())}
    assert changed == {
        ("x = a", "pass"),
        ("y = b", "pass"),
        ('raise E("text", 3)', "pass"),
        ('raise E("text", 3)', 'raise RuntimeError("text", 3)'),
    }


def test_a_mutant_knows_its_place_and_comes_once() -> None:
    cells = ("x = 1", "class A:\n    def f(self):\n        return 1")
    seen: set[str] = set()
    found = list(mutants(cells, seen))
    inner = next(mutant for mutant in found if mutant.after == "return 2")
    assert (inner.cell, inner.line, inner.where, inner.before) == (1, 3, "A.f", "return 1")
    assert inner.cells == (cells[0], cells[1].replace("1", "2"))
    assert list(mutants(("x  =  1  # the same", cells[1]), seen)) == []
    assert len({mutant.cells for mutant in found}) == len(found)


def hunted(course: Course, launch: Launch, folder: Path) -> Tally:
    """The tally of the one question."""
    counted: list[tuple[int, int]] = []
    with Memory(folder) as memory, Pool(2) as pool:
        case = case_of(read_course(course.root), "q90")
        (tally,) = hunt_all([case], course, pool, launch, memory, lambda *count: counted.append(count))
    assert counted == [(number, tally.mutants) for number in range(1, tally.mutants + 1)]
    return tally


def test_survivors_are_faults_until_they_are_listed(course: Course, launch: Launch, tmp_path: Path) -> None:
    """What is known is not run again; what the checks refuse, or no answer holds, may not be listed."""
    tally = hunted(course, launch, tmp_path / "memory")
    message = "q90: no check fails this mutant (in Ticket)\n    - issued = 0\n    + issued = 1"
    assert Fault(SOURCE, line_of(course, "    issued = 0"), message) in tally.faults
    assert tally.killed + len(tally.faults) == tally.mutants and tally.equivalent == 0
    listed = "".join(
        f"[[equivalent]]\nline = '{fault.message.splitlines()[1][6:]}'\nbecomes = ['{fault.message.splitlines()[2][6:]}']\nwhy = 'only differences count'\n"
        for fault in tally.faults
    )
    file = course.root / path_of("q90")
    file.write_text(listed, encoding="utf-8")

    def none() -> None:
        raise AssertionError("a worker was started")

    again = hunted(course, none, tmp_path / "memory")  # type: ignore[arg-type]
    assert (again.killed, again.faults, again.equivalent) == (tally.killed, (), len(tally.faults))
    more = "[[equivalent]]\nline = 'Ticket.issued += 1'\nbecomes = ['Ticket.issued -= 1', 'no mutant']\nwhy = 'wrong'\n"
    file.write_text(more + listed, encoding="utf-8")
    wrong = hunted(course, none, tmp_path / "memory")  # type: ignore[arg-type]
    assert [str(fault) for fault in wrong.faults] == [
        f"{path_of('q90').as_posix()}:1: not equivalent: a check fails it; take it out, or say `where`: Ticket.issued -= 1",
        f"{path_of('q90').as_posix()}:1: stale: no mutant of an answer turns this line into: no mutant",
    ]


def test_a_weaker_check_lets_mutants_live(course: Course, launch: Launch, tmp_path: Path) -> None:
    before = hunted(course, launch, tmp_path)
    edit(course, "assert holders == NAMES", "assert len(holders) == len(NAMES)")
    edit(course, "self.holder = holder\n        Ticket.issued += 1", "self.holder = holder[:9]\n        Ticket.issued += 1")
    after = hunted(course, launch, tmp_path)
    new = {fault.message for fault in after.faults} - {fault.message for fault in before.faults}
    assert any("+ self.holder = holder[9:]" in message or "+ self.holder = holder[:8]" in message for message in new), new


@pytest.mark.parametrize(
    "text",
    [
        "[[equivalent",
        "[[other]]\nx = 1",
        "[[equivalent]]\nline = 'a'\nbecomes = ['b']",
        "[[equivalent]]\nline = 'a'\nbecomes = []\nwhy = 'c'",
        "x = 1",
    ],
)
def test_lists_that_break_the_form_are_refused(course: Course, text: str) -> None:
    (course.root / path_of("q90")).write_text(text, encoding="utf-8")
    with pytest.raises(SourceFaults, match=r"equivalent\.toml:1: "):
        read_equivalent(course, "q90")


def test_in_haste_the_first_failure_ends_it_and_what_hangs_costs_little(course: Course, launch: Launch) -> None:
    built, made = build_topic(course, TOPIC)["en"], assignment(course)
    code = (
        "class Ticket:\n    issued = 0\n    def __init__(self, holder):\n        self.holder = holder\n        while holder == 'Cy': pass"
    )
    hanging = submission(built.release, {"q90": (code,)})
    result = grade(hanging, made, launch=launch, haste=Haste(1, "q90-hidden-1"))
    assert [(check.check, check.outcome) for check in result.checks] == [("q90-hidden-1", Outcome.TIMEOUT)]
    result = grade(hanging, made, launch=launch, haste=Haste(1))
    assert [(check.check, check.outcome) for check in result.checks] == [("q90-check-1", Outcome.PASS), ("q90-check-2", Outcome.FAIL)]


def test_memory_outlives_its_process_and_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    with Memory(tmp_path / "a") as memory:
        memory.put(key("x", 1), "one")
        memory.put(key("x", 1), "two")
    with Memory(tmp_path / "a") as memory:
        assert (memory.get(key("x", 1)), memory.get(key("x", 2))) == ("two", None)
    (tmp_path / "file").write_text("")
    with Memory(tmp_path / "file") as memory:
        memory.put("k", "v")
        assert memory.get("k") == "v"
