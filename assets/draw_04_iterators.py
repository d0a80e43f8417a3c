"""The figures of 04_iterators: one list and two iterators, how `iter(x)` decides, a linked list turned round.

All three show what a run of this script recorded.
"""

import enum
import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from operator import length_hint
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch
from style import BLUE, GREEN, INK, LANGUAGES, PALE, RED, SKY, YELLOW, new_figure, save


def main() -> None:
    moves = record_walkers()
    decided = record_decisions()
    steps = record_reversal()
    for lang in LANGUAGES:
        draw_walkers(moves, lang)
        draw_decisions(decided, lang)
        draw_reversal(steps, lang)


# One list, two iterators ---------------------------------------------------------------------------------------------

SEATS = ["A1", "A2", "A3"]


@dataclass(frozen=True)
class Move:
    """A call, what it gave, and how many seats each iterator has passed after it."""

    call: str
    result: str
    ann: int
    bo: int


def record_walkers() -> list[Move]:
    """The moves of the lesson's first example, as they ran."""
    ann, bo = iter(SEATS), iter(SEATS)
    moves: list[Move] = []

    def note(call: str, result: object) -> None:
        moves.append(Move(call, str(result), len(SEATS) - length_hint(ann), len(SEATS) - length_hint(bo)))

    note("ann, bo = iter(seats), iter(seats)", "")
    for name, walker in (("ann", ann), ("ann", ann), ("bo", bo), ("ann", ann)):
        note(f"next({name})", next(walker))
    note("list(bo)", list(bo))
    return moves


def draw_walkers(moves: list[Move], lang: str) -> None:
    """A row for each move: the call, the seats with a mark where each iterator stands, the result."""
    figure = new_figure(lang, 8.2, 4.1)
    axes = _empty(figure.add_axes((0, 0, 1, 1)), 8.2, 4.1)
    for x, words in ((1.5, ("调用", "call")), (4.85, ("ann ▼ 和 bo ▲ 站在哪里", "where ann ▼ and bo ▲ stand")), (7.4, ("得到", "gives"))):
        axes.text(x, 3.9, words[LANGUAGES.index(lang)], ha="center", va="center", fontweight="bold", fontsize=10)
    for row, move in enumerate(moves):
        y = 3.45 - row * 0.62
        call = move.call.replace(" = ", "\n= ") if row == 0 else move.call
        axes.text(1.5, y, call, ha="center", va="center", family="DejaVu Sans Mono", fontsize=9)
        for place, seat in enumerate(SEATS):
            _box(axes, 3.85 + place, y, 0.9, 0.26, seat, PALE)
        axes.plot(3.4 + move.ann, y + 0.21, marker="v", color=RED, markersize=8)
        axes.plot(3.4 + move.bo, y - 0.21, marker="^", color=BLUE, markersize=8)
        axes.text(7.4, y, move.result.replace("'", ""), ha="center", va="center", family="DejaVu Sans Mono", fontsize=9)
    save(figure, "04_iterators/walkers", lang)


# How iter(x) decides -------------------------------------------------------------------------------------------------


class Chapters:
    """Can be asked for items by number."""

    def __getitem__(self, number: int) -> str:
        return ["intro", "middle", "end"][number]


class Wrong:
    """Its ``__iter__`` gives something that cannot walk."""

    def __iter__(self) -> Any:
        return [1, 2, 3]


class Signal(enum.Enum):
    """An enum class can be iterated, thanks to its metaclass."""

    RED = "stop"


def record_decisions() -> dict[str, list[str]]:
    """Where each example ends up: the names, by outcome."""
    examples: list[tuple[str, object]] = [
        ("generator", (letter for letter in "ab")),
        ("file", io.StringIO("")),
        ("zip(…)", zip((), strict=True)),
        ("[1, 2]", [1, 2]),
        ('"abc"', "abc"),
        ("{}.keys()", {}.keys()),
        ("Signal (enum)", Signal),
        ("Wrong()", Wrong()),
        ("Chapters()", Chapters()),
        ("42", 42),
        ("len", len),
        ("list (class)", list),
    ]
    outcomes: dict[str, list[str]] = {}
    for name, example in examples:
        outcomes.setdefault(_outcome(example), []).append(name)
    return outcomes


def _outcome(x: Any) -> str:
    if hasattr(type(x), "__iter__"):
        try:
            walker = iter(x)
        except TypeError:
            return "no iterator"
        return "itself" if walker is x else "new"
    try:
        return "by index" if isinstance(iter(x), Iterator) else "impossible"
    except TypeError:
        return "not iterable"


_LEAVES = (
    ("itself", "x 自己：\nx 是迭代器", "x itself:\nx is an iterator", GREEN),
    ("new", "新的迭代器：\nx 可迭代", "a new iterator:\nx is iterable", GREEN),
    ("no iterator", "TypeError：返回的\n不是迭代器", "TypeError: returned\na non-iterator", RED),
    ("by index", "按下标取的迭代器：\nx 可迭代", "an iterator by index:\nx is iterable", GREEN),
    ("not iterable", "TypeError：\n不可迭代", "TypeError:\nnot iterable", RED),
)
_QUESTIONS = {
    "zh": ("type(x) 有 __iter__ 吗？", "它返回的东西有 __next__ 吗？", "type(x) 有 __getitem__ 吗？", "有", "没有"),
    "en": ("has type(x) an __iter__?", "has what it returns a __next__?", "has type(x) a __getitem__?", "yes", "no"),
}


def draw_decisions(decided: dict[str, list[str]], lang: str) -> None:
    """A tree of three questions and five answers, the examples under each."""
    figure = new_figure(lang, 8.8, 3.6)
    axes = _empty(figure.add_axes((0, 0, 1, 1)), 8.8, 3.6)
    axes.set_ylim(0.7, 4.3)
    first, returns, getitem, yes, no = _QUESTIONS[lang]
    places = (0.92, 2.64, 4.4, 6.14, 7.88)
    tops = ((4.4, 3.95), (2.64, 3.05), (7.0, 3.05))
    for (x, y), words in zip(tops, (first, returns, getitem), strict=True):
        _box(axes, x, y, 3.0, 0.42, words, SKY)
    for start, end, words in (
        ((4.4, 3.74), (2.64, 3.28), yes),
        ((4.4, 3.74), (7.0, 3.28), no),
        ((2.64, 2.84), (places[0], 2.3), yes),
        ((2.64, 2.84), (places[1], 2.3), yes),
        ((2.64, 2.84), (places[2], 2.3), no),
        ((7.0, 2.84), (places[3], 2.3), yes),
        ((7.0, 2.84), (places[4], 2.3), no),
    ):
        axes.annotate("", end, start, arrowprops={"arrowstyle": "-|>", "color": INK, "shrinkA": 0, "shrinkB": 0})
        middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        axes.text(*middle, words, ha="center", va="center", fontsize=9, bbox={"facecolor": "white", "edgecolor": "none", "pad": 1})
    for x, (outcome, zh, en, colour) in zip(places, _LEAVES, strict=True):
        _box(axes, x, 2.0, 1.66, 0.56, {"zh": zh, "en": en}[lang], colour, size=9)
        axes.text(x, 1.6, "\n".join(decided[outcome]), ha="center", va="top", family="DejaVu Sans Mono", fontsize=8.5, linespacing=1.5)
    save(figure, "04_iterators/decide", lang)


# A linked list turned round ------------------------------------------------------------------------------------------


@dataclass(eq=False)
class Wagon:
    """A load and the wagon behind it."""

    load: str
    behind: "Wagon | None" = None


@dataclass(frozen=True)
class Step:
    """A moment: for each wagon the place of the one it refers to (None for none), and where the three names point."""

    targets: tuple[int | None, ...]
    names: dict[str, int | None]


def record_reversal() -> list[Step]:
    """The chain of four at first, and after each arrow that was turned."""
    wagons = [Wagon(load) for load in "abcd"]
    for wagon, following in pairwise(wagons):
        wagon.behind = following

    def place(wagon: Wagon | None) -> int | None:
        return next((number for number, known in enumerate(wagons) if known is wagon), None)

    def moment(**names: Wagon | None) -> Step:
        return Step(tuple(place(wagon.behind) for wagon in wagons), {name: place(wagon) for name, wagon in names.items()})

    behind: Wagon | None = None
    head: Wagon | None = wagons[0]
    steps = [moment(behind=behind, head=head)]
    while head is not None:
        ahead = head.behind
        head.behind = behind
        steps.append(moment(behind=behind, head=head, ahead=ahead))
        behind, head = head, ahead
    return steps


def draw_reversal(steps: list[Step], lang: str) -> None:
    """One row for each moment; arrows that were turned are drawn in another colour and dashed."""
    figure = new_figure(lang, 7.2, 5.0)
    axes = _empty(figure.add_axes((0, 0, 1, 1)), 7.2, 5.0)
    for row, step in enumerate(steps):
        y = 4.6 - row * 0.98
        words = {"zh": f"第 {row} 步" if row else "起初", "en": f"step {row}" if row else "at first"}[lang]
        axes.text(0.1, y, words, ha="left", va="center", fontweight="bold", fontsize=10)
        turned = [target is None or target < number for number, target in enumerate(step.targets)]
        turned[-1] = step.targets[-1] is not None  # the last one refers to nothing until its turn comes
        for number, target in enumerate(step.targets):
            _box(axes, _x(number), y, 0.6, 0.4, "abcd"[number], YELLOW if turned[number] else PALE)
            end = _x(target) if target is not None else _x(-1 if turned[number] else len(turned))
            side = -1 if turned[number] else 1
            style: dict[str, Any] = {"arrowstyle": "-|>", "linewidth": 1.8, "shrinkA": 0, "shrinkB": 0}
            style |= {"color": RED, "linestyle": "--"} if turned[number] else {"color": INK}
            axes.annotate("", (end - side * 0.3, y), (_x(number) + side * 0.3, y), arrowprops=style)
        for end in (-1, len(turned)):
            axes.text(_x(end), y, "None", ha="center", va="center", family="DejaVu Sans Mono", fontsize=9)
        _place_names(axes, y, step.names, len(turned))
    save(figure, "04_iterators/reversal", lang)


def _x(number: int) -> float:
    return 2.4 + number * 1.05


def _place_names(axes: Axes, y: float, names: dict[str, int | None], count: int) -> None:
    colours = {"behind": BLUE, "head": INK, "ahead": GREEN}
    for name, place in names.items():
        number = place if place is not None else (-1 if name == "behind" else count)
        axes.text(
            _x(number),
            y - 0.36,
            f"↑{name}",
            ha="center",
            va="center",
            fontsize=9,
            color=colours[name],
            fontweight="bold",
            family="DejaVu Sans",
        )


# Shared ---------------------------------------------------------------------------------------------------------------


def _empty(axes: Axes, width: float, height: float) -> Axes:
    axes.set_axis_off()
    axes.set_xlim(0, width)
    axes.set_ylim(0, height)
    return axes


def _box(axes: Axes, x: float, y: float, width: float, height: float, text: str, colour: str, *, size: float = 9.5) -> None:
    corner = (x - width / 2, y - height / 2)
    axes.add_patch(
        FancyBboxPatch(corner, width, height, "round,pad=0,rounding_size=0.06", facecolor=colour, edgecolor=INK, linewidth=0.8, zorder=2)
    )
    axes.text(
        x, y, text, ha="center", va="center", fontsize=size, color="white" if colour in (RED, GREEN) else INK, zorder=3, linespacing=1.2
    )


if __name__ == "__main__":
    main()
