"""Plain data as text that JSON can carry, exact in type: an int is an int, a subclass of int is not.

Used on both sides: the worker encodes what a check saw, the judge decodes it. Bounded in depth, items and size.
"""

import base64

MAX_DEPTH = 20
MAX_ITEMS = 50_000
MAX_TEXT = 4_000_000  # characters or bytes of one value, 4 bits of an int
_SMALL = 2**61 - 1  # ints below it have hashes of their own; larger ones can be made to collide
_LARGE_COST = 50  # items that a larger int counts for: a set of 50,000 that collide took 19 s


class Opaque:
    """Stands for an observed value that is not plain data; equal to nothing. ``why`` names its type or what was too much."""

    def __init__(self, why: str) -> None:
        self.why = why

    def __repr__(self) -> str:
        return f"<{self.why}>"

    __hash__ = None  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        return False


class PlainError(ValueError):
    """The text does not describe plain data."""


def encode(value: object) -> object:
    """``value`` as a tree for JSON. Runs no method of the value's own; what is not plain becomes ``["o", type name]``."""
    return _encode(value, 0, [MAX_ITEMS, MAX_TEXT])


def _encode(value: object, depth: int, left: list[int]) -> object:
    kind = type(value)
    left[0] -= 1
    if left[0] < 0 or left[1] < 0:
        return ["o", "more data than a check may report"]
    if value is None or kind is bool:
        return value
    if kind is int:
        left[1] -= value.bit_length() // 4  # type: ignore[attr-defined]
        if -_SMALL < value < _SMALL:  # type: ignore[operator]
            return value
        left[0] -= _LARGE_COST
        return ["i", hex(value)] if left[1] >= 0 else ["o", "an int too long to report"]  # type: ignore[arg-type]
    if kind is float:
        return ["f", value.hex()]  # type: ignore[attr-defined]
    if kind is str or kind is bytes:
        left[1] -= len(value)  # type: ignore[arg-type]
        if left[1] < 0:
            return ["o", f"{kind.__name__} too long to report"]
        return value if kind is str else ["b", base64.b64encode(value).decode()]  # type: ignore[arg-type]
    if depth >= MAX_DEPTH:
        return ["o", f"{_name(kind)} nested too deep or in itself"]
    return _encode_container(value, kind, depth, left)


def _encode_container(value: object, kind: type, depth: int, left: list[int]) -> object:
    tags = {list: "l", tuple: "t", set: "s", frozenset: "z"}
    if kind is dict:
        pairs = []
        for key, item in list(value.items()):  # type: ignore[attr-defined]
            if left[0] < 0:
                return ["o", "more data than a check may report"]
            pairs.append([_encode(key, depth + 1, left), _encode(item, depth + 1, left)])
        return ["d", pairs]
    for plain, tag in tags.items():
        if kind is plain:
            items = []
            for item in list(value):  # type: ignore[call-overload]
                if left[0] < 0:
                    return ["o", "more data than a check may report"]
                items.append(_encode(item, depth + 1, left))
            return [tag, items]
    return ["o", _name(kind)]


def _name(kind: type) -> str:
    """The name of a type, and what plain type it is derived from, read without running anything of its own."""
    name = type.__dict__["__name__"].__get__(kind)[:100]
    bases = type.__dict__["__mro__"].__get__(kind)
    plain = next((base.__name__ for base in (bool, int, float, str, bytes, list, tuple, set, frozenset, dict) if base in bases[1:]), "")
    return f"{name}, a subclass of {plain}" if plain else name


def decode(tree: object) -> object:
    """The value that ``encode`` made ``tree`` from. Raises PlainError for a tree that it cannot have made."""
    return _decode(tree, 0, [2 * MAX_ITEMS, 2 * MAX_TEXT])


def _decode(tree: object, depth: int, left: list[int]) -> object:
    left[0] -= 1
    if depth > MAX_DEPTH or left[0] < 0 or left[1] < 0:
        raise PlainError("too much data")
    if tree is None or isinstance(tree, bool):
        return tree
    if isinstance(tree, int) and -_SMALL < tree < _SMALL:
        return tree
    if isinstance(tree, str):
        left[1] -= len(tree)
        return tree
    if not isinstance(tree, list) or len(tree) != 2 or not isinstance(tree[0], str):
        raise PlainError("not a tagged value")
    tag, body = tree
    if isinstance(body, str):
        left[0] -= _LARGE_COST if tag == "i" else 0
        left[1] -= len(body)
        return _decode_text(tag, body)
    if isinstance(body, list):
        return _decode_container(tag, body, depth, left)
    raise PlainError("not a tagged value")


def _decode_text(tag: str, body: str) -> object:
    try:
        if tag == "i":
            return int(body, 16)
        if tag == "f":
            return float.fromhex(body)
        if tag == "b":
            return base64.b64decode(body, validate=True)
    except (ValueError, OverflowError) as error:
        raise PlainError(str(error)) from None
    if tag == "o":
        return Opaque(body[:200])
    raise PlainError(f"unknown tag {tag[:20]!r}")


def _decode_container(tag: str, body: list[object], depth: int, left: list[int]) -> object:
    if tag == "d":
        pairs = []
        for pair in body:
            if not isinstance(pair, list) or len(pair) != 2:
                raise PlainError("a dict is made of pairs")
            pairs.append((_decode(pair[0], depth + 1, left), _decode(pair[1], depth + 1, left)))
        try:
            return dict(pairs)
        except TypeError:
            return Opaque("dict with keys that are not plain data")
    makers = {"l": list, "t": tuple, "s": set, "z": frozenset}
    if tag not in makers:
        raise PlainError(f"unknown tag {tag[:20]!r}")
    items = [_decode(item, depth + 1, left) for item in body]
    try:
        return makers[tag](items)
    except TypeError:
        return Opaque("set of what is not plain data")


def opaque_inside(value: object) -> "Opaque | None":
    """The first opaque part of a decoded value, None where all of it is plain."""
    if isinstance(value, Opaque):
        return value
    parts: list[object] = []
    if isinstance(value, dict):
        parts = [*value.keys(), *value.values()]
    elif isinstance(value, list | tuple | set | frozenset):
        parts = list(value)
    return next((found for part in parts if (found := opaque_inside(part)) is not None), None)
