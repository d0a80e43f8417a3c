"""What crosses from a learner's process: exact types, bounded size, and nothing of a hostile object but the name of its type."""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable
from typing import Any

import pytest

from grader.worker.plain import MAX_DEPTH, MAX_ITEMS, MAX_TEXT, Opaque, PlainError, decode, encode, opaque_inside


class Number(int):
    pass


class Text(str):
    pass


class Items(list):
    def __iter__(self):
        raise AssertionError("a method of the value was called")


class Table(dict):
    def items(self):
        raise AssertionError("a method of the value was called")


class Everything:
    """Equal to everything, of every length, true and false."""

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 2

    def __getattribute__(self, name: str) -> Any:
        raise AssertionError("an attribute of the value was asked for")


class LyingType(type):
    @property
    def __name__(cls) -> str:  # type: ignore[override]
        raise AssertionError("the name of the type was asked for")


class Lying(metaclass=LyingType):
    pass


def crossed(value: object) -> object:
    """The value as the judge sees it: through JSON."""
    return decode(json.loads(json.dumps(encode(value))))


PLAIN: list[object] = [
    None, True, False, 0, 1, -1, 2**53, -(2**53), 2**61, -(2**61), 10**4000, -(10**30), 0.0, 0.1, 1e-320, math.inf, -math.inf,
    "", "票", "\ud800 \udfff \x00", "🎫", b"", b"\x00\xff", [], [1, [2, (3,)]], (), (1,), {}, {1: "a", "1": 2, (1, 2): None},
    {1.5, "x"}, frozenset({b"x"}), {frozenset({1}): {2}}, [["o", "Ticket"]], ["i", "0x5"], ("l", []), {"d": [["f", "nan"]]},
]  # fmt: skip


def test_all_are_tried() -> None:
    assert (len(PLAIN), len(STRANGE), len(FORGED)) == (36, 14, 26)


@pytest.mark.parametrize("value", PLAIN, ids=lambda value: repr(value)[:30].encode("ascii", "replace").decode())
def test_plain_data_comes_back_as_it_was(value: object) -> None:
    back = crossed(value)
    assert back == value
    assert shape(back) == shape(value)


def shape(value: object) -> object:
    """The types all the way down; 1, 1.0 and True are equal, their shapes are not."""
    if isinstance(value, dict):
        return dict, [(shape(key), shape(item)) for key, item in value.items()]
    if isinstance(value, list | tuple):
        return type(value), [shape(item) for item in value]
    if isinstance(value, set | frozenset):
        return type(value), {item: shape(item) for item in value}
    return type(value)


def test_nan_and_the_sign_of_zero_cross() -> None:
    assert math.isnan(crossed(math.nan))  # type: ignore[arg-type]
    assert math.copysign(1, crossed(-0.0)) == -1  # type: ignore[arg-type]


# What makes a value that is not plain (pytest itself would look into the value), and the name that its type has.
STRANGE: list[tuple[Callable[[], object], str]] = [
    (lambda: Number(2), "Number, a subclass of int"),
    (lambda: Text("x"), "Text, a subclass of str"),
    (lambda: Items([1]), "Items, a subclass of list"),
    (lambda: Table({1: 2}), "Table, a subclass of dict"),
    (Everything, "Everything"),
    (Lying, "Lying"),
    (lambda: object, "type"),
    (lambda: len, "builtin_function_or_method"),
    (lambda: ValueError("x"), "ValueError"),
    (lambda: 1j, "complex"),
    (lambda: range(3), "range"),
    (lambda: bytearray(b"x"), "bytearray"),
    (type("Real", (float,), {}), "Real, a subclass of float"),
    (type("x" * 300, (), {}), "x" * 100),
]


@pytest.mark.parametrize(("make", "name"), STRANGE, ids=[name[:20] for _, name in STRANGE])
def test_everything_else_is_opaque_and_none_of_its_code_runs(make: Callable[[], object], name: str) -> None:
    for wrapped in (make(), [make()], {1: (make(),)}):
        found = opaque_inside(crossed(wrapped))
        assert found is not None and found.why == name


def test_what_is_opaque_cannot_be_in_a_set_or_a_key() -> None:
    for value in ({Everything()}, {Everything(): 1}, frozenset({Number(3)}), {(1, Everything()): 1}):
        assert isinstance(crossed(value), Opaque)


def test_opaque_equals_nothing() -> None:
    opaque = crossed(Everything())
    assert opaque != opaque and opaque != 2 and opaque not in [2, "Everything"]
    with pytest.raises(TypeError):
        hash(opaque)


def test_cycles_end() -> None:
    own: list[object] = []
    own.append(own)
    table: dict[str, object] = {}
    table["self"] = [table]
    for value in (own, table):
        found = opaque_inside(crossed(value))
        assert found is not None and "nested too deep or in itself" in found.why


def test_depth_is_bounded() -> None:
    def nested(depth: int) -> object:
        return [nested(depth - 1)] if depth else 1

    assert crossed(nested(MAX_DEPTH)) == nested(MAX_DEPTH)
    assert opaque_inside(crossed(nested(MAX_DEPTH + 1))) is not None
    assert opaque_inside(crossed(nested(500))) is not None


@pytest.mark.parametrize(
    "value",
    [
        [0] * (MAX_ITEMS + 1),
        "x" * (MAX_TEXT + 1),
        b"x" * (MAX_TEXT + 1),
        ["x" * (MAX_TEXT // 3)] * 4,
        1 << (MAX_TEXT * 4 + 8),
        [[[0] * 500] * 500] * 500,
        dict.fromkeys(range(MAX_ITEMS)),
    ],
    ids=["items", "text", "bytes", "texts", "int", "shared parts", "keys"],
)
def test_size_is_bounded(value: object) -> None:
    """The tree stays small, whatever is reported, and says that something was left out."""
    tree = encode(value)
    assert len(json.dumps(tree)) < 3 * MAX_TEXT
    assert opaque_inside(decode(tree)) is not None


def test_large_ints_of_the_same_hash_cannot_keep_the_judge_busy() -> None:
    """All multiples of 2**61 - 1 have the hash 0: a set of many takes time that grows with the square."""
    colliding = [hex(number * (2**61 - 1)) for number in range(1, MAX_ITEMS)]
    started = time.process_time()
    with pytest.raises(PlainError):
        decode(["s", [["i", text] for text in colliding]])
    assert opaque_inside(crossed([int(text, 16) for text in colliding])) is not None
    assert time.process_time() - started < 5


# (what a process might report that encode never makes)
FORGED: list[object] = [
    1.5, math.nan, {}, {"a": 1}, [], ["l"], ["l", [], 1], [1, 2], ["x", []], ["x", "y"], ["i", "zz"], ["i", []], ["i", 5], ["f", "many"],
    ["f", "0x1p99999"], ["b", "%"], ["b", "é"], ["d", [1]], ["d", [[1]]], ["d", {"a": 1}], ["l", {"a": 1}], ["o", 5], [["l"], []], ["l", None],
    2**61, ["l", [["l", [["x", []]]]]],
]  # fmt: skip


@pytest.mark.parametrize("tree", FORGED, ids=lambda tree: repr(tree)[:30])
def test_forged_trees_are_refused(tree: object) -> None:
    with pytest.raises(PlainError):
        decode(tree)


@pytest.mark.parametrize(
    "tree",
    [["l", [0] * (2 * MAX_ITEMS)], ["l", ["x" * MAX_TEXT] * 4], ["s", [["l", []]] * (2 * MAX_ITEMS)]],
    ids=["items", "text", "in a set"],
)
def test_forged_trees_that_are_too_large_are_refused(tree: object) -> None:
    with pytest.raises(PlainError):
        decode(tree)


def test_a_forged_tree_that_is_too_deep_is_refused() -> None:
    tree: object = 1
    for _ in range(5000):
        tree = ["l", [tree]]
    with pytest.raises(PlainError):
        decode(tree)
