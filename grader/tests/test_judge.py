"""Asserts are decided here, on plain data, whatever the learner's process did; only what is exactly right passes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from grader.check import CheckFormError, bound_names, split_check
from grader.course import ROOT
from grader.judge import Verdict, judge
from grader.language import Lang, parse_cell
from grader.worker.plain import encode

COUNT = """# Every ticket is counted
counted = Ticket.issued

assert counted == 2, f"the count is {counted}"
"""


def judged(code: str, lang: Lang = "en", given: str = "", files: Path | None = None, **observed: object) -> Verdict:
    """The verdict on values as an honest worker encodes them."""
    return judge(code, {name: encode(value) for name, value in observed.items()}, given, files, lang)


class Two(int):
    pass


class Everything:
    def __eq__(self, other: object) -> bool:
        return True

    def __ne__(self, other: object) -> bool:
        return False


def test_the_right_value_passes() -> None:
    assert judged(COUNT, counted=2) == Verdict(True)


# (what a hostile or wrong answer left in `counted`, what the learner reads)
WRONG: list[tuple[Any, str]] = [
    (3, "the count is 3"),
    (None, "the count is None"),
    ("2", "the count is 2"),
    ([2], "the count is [2]"),
    (float("nan"), "the count is nan"),
    (float("inf"), "the count is inf"),
    (Two(2), "the count is <Two, a subclass of int>"),
    (Everything(), "the count is <Everything>"),
    ([Everything()], "the count is [<Everything>]"),
    ({1: {2: Everything()}}, "the count is {1: {2: <Everything>}}"),
    (10**5000, "What came has the wrong type or shape: counted = <int>."),
    ([10**5000], "What came has the wrong type or shape: counted = <list>."),
    ("\ud800", "the count is \ud800"),
    ("x" * 10**6, "the count is xxx"),
    ([0] * 60_000, "the count is <more data than a check may report>"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "said"), WRONG, ids=[str(number) for number in range(15)])
def test_any_other_value_fails_with_a_message_of_bounded_length(value: object, said: str) -> None:
    verdict = judged(COUNT, counted=value)
    assert not verdict.passed and not verdict.fault
    assert verdict.message.startswith(said) and len(verdict.message) <= 2000


@pytest.mark.parametrize("tree", [["x", 2], {"a": 2}, 2.0, ["i", "two"], ["l"], [["o"]]], ids=repr)
def test_what_no_worker_of_ours_writes_fails(tree: object) -> None:
    assert judge(COUNT, {"counted": tree}, "", None, "en").message == "What was observed cannot be read."


def test_a_missing_observation_fails() -> None:
    assert "ended without a value for `counted`" in judged(COUNT).message
    assert "检查结束时没有 `counted` 的值" in judged(COUNT, "zh").message


@pytest.mark.parametrize(
    "condition", ["counted != 5", "not counted == 5", "counted or 1", "counted is not None", "counted not in [1]", "len([counted]) == 1"]
)
def test_an_assert_that_an_opaque_value_would_satisfy_fails_all_the_same(condition: str) -> None:
    verdict = judged(f"counted = f()\nassert {condition}, 'no'", counted=[Everything()])
    assert not verdict.passed and "there is a Everything in it" in verdict.message


def test_names_that_no_assert_uses_are_not_needed() -> None:
    assert judged("noise = f()\ncounted = g()\nassert counted == 2, 'no'", noise=Everything(), counted=2).passed


@pytest.mark.parametrize(
    ("code", "value", "said"),
    [
        ("x = f()\nassert x[0] == 1, f'first {x[0]}'", [], "What came has the wrong type or shape: x = []."),
        ("x = f()\nassert x['a'] == 1, 'no a'", {}, "no a"),
        ("x = f()\nassert x < 3, f'{x} is large'", "a", "a is large"),
        ("x = f()\nassert sorted(x) == [1], f'{x:d}'", [{}, 1], "What came has the wrong type or shape: x = [{}, 1]."),
        ("x = f()\nassert x == 1, 'a' * 5000", 2, "a" * 2000),
        ("x = f()\nassert x == 1, ''", 2, "What came has the wrong type or shape: x = 2."),
        ("x = f()\nassert x == 1, x", ["list"], "['list']"),
    ],
)
def test_an_assert_that_raises_fails_with_its_message_or_the_value(code: str, value: object, said: str) -> None:
    assert judged(code, x=value).message == said


def test_asserts_stop_at_the_first_that_does_not_hold() -> None:
    code = "x = f()\nassert x > 1, 'first'\nassert x > 2, 'second'\nassert x > 3, 'third'"
    assert [judged(code, x=value).message for value in (1, 2, 3, 4)] == ["first", "second", "third", ""]


def test_builtins_are_ours_unless_the_check_binds_the_name() -> None:
    """A learner's own `len` stays in the learner's process; a name of the act part is observed even where a builtin has it too."""
    assert not judged("x = f()\nassert len(x) == 2, 'no'", x=[], len=2).passed
    assert not judged("max = f()\nassert max == 2, 'no'").passed
    assert judged("max = f()\nassert max == 2, 'no'", max=2).passed


def test_observations_cannot_replace_given_names(tmp_path: Path) -> None:
    given = "from places import SEATS\nMORE = [*SEATS, 'C']"
    (tmp_path / "places.py").write_text("SEATS = ['A', 'B']")
    code = "got = f()\nassert got == MORE, f'{got} is not {MORE}'"
    before = list(sys.path)
    assert judged(code, given=given, files=tmp_path, got=["A", "B", "C"]).passed
    forged = judged(code, given=given, files=tmp_path, got=["Z"], MORE=["Z"], SEATS=["Z"])
    assert forged.message == "['Z'] is not ['A', 'B', 'C']"
    assert sys.path == before


def test_a_given_cell_that_does_not_run_is_our_fault() -> None:
    verdict = judged("x = f()\nassert x == SEATS, 'no'", given="SEATS = 1 / 0", x=1)
    assert not verdict.passed and "the given cell does not run in the grader: ZeroDivisionError" in verdict.fault


def test_a_given_cell_that_no_assert_needs_is_not_run() -> None:
    assert judged(COUNT, given="SEATS = 1 / 0", counted=2).passed


def test_asserts_run_here_and_the_act_part_does_not() -> None:
    code = "import os\nos._exit(1)\npid = os.getpid()\nassert pid == PID, 'no'"
    assert judged(code, given="import os\nPID = os.getpid()", pid=os.getpid()).passed


def test_one_assert_cannot_change_what_the_next_one_sees() -> None:
    code = "x = f()\nassert (y := 5) and x, 'no'\nassert x == 1 and 'y' not in globals(), f'{x}'"
    assert judged(code, x=1) == Verdict(True)


def test_a_message_may_use_what_its_test_has_bound() -> None:
    code = "x = f()\nassert (missing := {1, 2} - set(x)) == set(), f'{missing} not in it'"
    assert judged(code, x=[1]) == Verdict(False, "{2} not in it")


def test_asserts_are_kept_whatever_python_is_told() -> None:
    """Under -O Python would strip them."""
    program = "import sys; from grader.judge import judge; sys.exit(judge(sys.argv[1], {'counted': 3}, '', None, 'en').passed)"
    assert subprocess.run([sys.executable, "-O", "-c", program, COUNT], cwd=ROOT, check=False, timeout=60).returncode == 0


@pytest.mark.parametrize(
    ("code", "line", "said"),
    [
        ("x = 1", 1, "there is none"),
        ("x = 1\nassert x, 'a'\ny = 2\nassert y, 'b'", 2, "before the end"),
        ("if x:\n    assert x, 'a'\nassert x, 'b'", 2, "before the end"),
        ("x = 1\n\nassert x", 3, "without a message"),
        ("x = 1\nassert y == [0] * x, 'a'", 2, "could run for ever"),
        ("x = 1\nassert all(n for n in range(x)), 'a'", 2, "could run for ever"),
        ("x = 1\nassert [10**n for n in x], 'a'", 2, "could run for ever"),
        ("x = 1\nassert [list(range(m)) for n in x for m in n], 'a'", 2, "could run for ever"),
        ("x = 1\nassert 1 << x, 'a'", 2, "could run for ever"),
        ("x = 1\nassert x, f'{1:{x}}'", 2, "could run for ever"),
    ],
)
def test_a_check_that_is_not_built_as_one_is_refused(code: str, line: int, said: str) -> None:
    with pytest.raises(CheckFormError, match=said) as caught:
        split_check(code)
    assert caught.value.line == line


def test_sizes_that_no_value_can_change_are_fine() -> None:
    sizes = "[list(range(n)) for n in (3, 4)] + [2 ** (8 - n) for n in range(3)] + [N['a']] * len(x)"
    assert split_check(f"x = f()\nassert x == {sizes} and x * 3, f'{{x:>20}}'").used == {"x", "list", "range", "N", "len"}


def test_a_check_is_split_before_its_first_assert() -> None:
    code = split_check("# t\nx = f()\n\n# why\nassert (\n    x == [y for y in NAMES]\n), f'{x} {z}'\nassert sorted(x), 'b'")
    assert code.act_code == "# t\nx = f()\n\n# why"
    assert code.used == {"x", "NAMES", "z", "sorted"}
    assert code.observed({"NAMES"}) == ("x", "z")


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("import os.path, json as j\nfrom a import b as c", {"os", "j", "c"}),
        ("def f(x):\n    y = 1\nclass C:\n    z = 1\nasync def g(): pass", {"f", "C", "g"}),
        ("for i, (a, *b) in x: pass\nwith y as w: pass\nd = [q for q in r if (n := q)]", {"i", "a", "b", "w", "d", "n"}),
        ("try: pass\nexcept E as e: k = 1", {"k"}),
        ("match x:\n    case [p, *rest]: pass\n    case {'a': s, **more}: pass", {"p", "rest", "s", "more"}),
        ("x: int = 1\ny += 1\ndel z\ntype_ = lambda v: v", {"x", "y", "type_"}),
    ],
)
def test_bound_names_are_those_a_cell_leaves_behind(code: str, names: set[str]) -> None:
    assert bound_names(parse_cell(code)) == names
