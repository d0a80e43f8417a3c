"""The figures of topic 05: how a name is looked up, who sees which name, how far a try reaches, what the encoder is asked.

Every tick, step, result and order of calls in them is found by running the code below, not typed in.
"""

import inspect
import json
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import style
from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

FOLDER = "05_reflection"


def canvas(lang: str, width: float, height: float) -> tuple[Any, Axes]:
    """A figure and bare axes whose units are tenths of an inch, y downwards."""
    figure = style.new_figure(lang, width, height)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, width * 10)
    axes.set_ylim(height * 10, 0)
    axes.axis("off")
    return figure, axes


def box(
    axes: Axes, x: float, y: float, width: float, height: float, text: str, edge: str = style.INK, fill: str = style.PALE, **font: Any
) -> None:
    """A rounded box with its text in the middle."""
    axes.add_patch(
        FancyBboxPatch((x, y), width, height, boxstyle="round,pad=0,rounding_size=0.8", facecolor=fill, edgecolor=edge, linewidth=1.4)
    )
    axes.text(x + width / 2, y + height / 2, text, ha="center", va="center", **font)


def arrow(axes: Axes, start: tuple[float, float], end: tuple[float, float], color: str = style.INK, **look: Any) -> None:
    """An arrow from one point to another."""
    axes.add_patch(
        FancyArrowPatch(start, end, arrowstyle="-|>", mutation_scale=13, color=color, linewidth=1.3, shrinkA=0, shrinkB=0, **look)
    )


# --- how getattr looks a name up ---------------------------------------------------------------------------------------------------


class Lamp:
    """What the first figure looks names up in."""

    maker = "Ledco"

    def __init__(self) -> None:
        self.room = "hall"
        vars(self)["watts"] = "hidden by the property"

    @property
    def watts(self) -> int:
        return 60

    def dim(self) -> None: ...

    def __getattr__(self, name: str) -> str:
        if name == "serial":
            return "made up on request"
        raise AttributeError(name)


def step_that_finds(obj: object, name: str) -> int:
    """Which step of the look-up, 1 to 5, finds a name; checked against what getattr gives."""
    in_type = next((vars(cls)[name] for cls in type(obj).__mro__ if name in vars(cls)), None)
    if in_type is not None and hasattr(type(in_type), "__set__"):
        assert getattr(obj, name) != vars(obj).get(name)
        return 1
    if name in vars(obj):
        assert getattr(obj, name) is vars(obj)[name]
        return 2
    if in_type is not None:
        return 3
    return 4 if getattr(obj, name, None) is not None else 5


def draw_lookup(lang: str) -> None:
    """The five steps from top to bottom, beside them five names that really stop there."""
    zh = lang == "zh"
    steps = (
        [
            "类型（及基类）里的数据描述符，如 property",
            "实例自己的 __dict__",
            "类，然后是 MRO 里的基类",
            "__getattr__（类里写了才有）",
            "默认值；没给就抛 AttributeError",
        ]
        if zh
        else [
            "data descriptor in the type, e.g. a property",
            "the instance's own __dict__",
            "the class, then its bases in MRO order",
            "__getattr__, if the class has one",
            "the default, or else AttributeError",
        ]
    )
    kinds = (
        ["property（__dict__ 里也有同名的）", "实例属性", "方法", "__getattr__ 造出来的", "哪里都没有"]
        if zh
        else ["property (__dict__ has one too)", "instance attribute", "method", "made by __getattr__", "nowhere"]
    )
    names = {step_that_finds(Lamp(), name): name for name in ("watts", "room", "dim", "serial", "ghost")}
    assert sorted(names) == [1, 2, 3, 4, 5]
    colors = [style.ORANGE, style.GREEN, style.BLUE, style.PINK, style.RED]
    figure, axes = canvas(lang, 8.2, 4.7)
    axes.text(24, 2, "getattr(lamp, name)", ha="center", va="center", family="DejaVu Sans Mono", fontsize=12)
    axes.text(68, 2, "在哪一步找到" if zh else "found at this step", ha="center", va="center", color=style.INK)
    for number, (text, color) in enumerate(zip(steps, colors, strict=True), 1):
        y = 5.5 + (number - 1) * 8.2
        arrow(axes, (24, y - 2.7 if number > 1 else 3.6), (24, y))
        box(axes, 1, y, 46, 5.5, f"{number}  {text}", edge=color, fontsize=10.5)
        arrow(axes, (47, y + 2.75), (55, y + 2.75), color)
        box(axes, 55, y, 26, 5.5, "", edge=color, fill="white")
        axes.text(68, y + 1.8, names[number], ha="center", va="center", family="DejaVu Sans Mono", fontsize=10.5)
        axes.text(68, y + 3.95, kinds[number - 1], ha="center", va="center", fontsize=8.5)
        if number < 5:
            axes.text(25, y + 6.85, "没有" if zh else "not there", fontsize=9, va="center")
    style.save(figure, f"{FOLDER}/lookup", lang)


# --- who sees which name --------------------------------------------------------------------------------------------------------------


class Base:
    __slots__ = ("__dict__", "slot")

    def inherited(self) -> None: ...

    def cancelled(self) -> None: ...


class Panel(Base):
    cancelled = None  # type: ignore[assignment]

    def __init__(self) -> None:
        self.stored, self.slot = 300, 7

    def own(self) -> None: ...

    @staticmethod
    def static() -> None: ...

    @classmethod
    def of_class(cls) -> None: ...

    @property
    def computed(self) -> int:
        return 1

    def __getattr__(self, name: str) -> Callable[[], str]:
        if name != "made_up":
            raise AttributeError(name)
        return lambda: name


def draw_tools(lang: str) -> None:
    """A table: nine kinds of name against six ways to look."""
    zh = lang == "zh"
    panel = Panel()
    columns: dict[str, Callable[[str], bool]] = {
        "vars(obj)": lambda name: name in vars(panel),
        "vars(type)": lambda name: name in vars(type(panel)),
        "dir": lambda name: name in dir(panel),
        "hasattr": lambda name: hasattr(panel, name),
        "callable": lambda name: callable(getattr(panel, name, None)),
        "ismethod": lambda name: inspect.ismethod(getattr(panel, name, None)),
    }
    rows = {
        "own": ("方法", "method"),
        "inherited": ("继承的方法", "inherited method"),
        "static": ("静态方法", "static method"),
        "of_class": ("类方法", "class method"),
        "cancelled": ("子类设成 None 的方法", "method set to None"),
        "computed": ("property", "property"),
        "stored": ("实例属性", "instance attribute"),
        "slot": ("基类的槽", "slot of the base"),
        "made_up": ("__getattr__ 现造的", "made by __getattr__"),
    }
    figure, axes = canvas(lang, 8.2, 4.3)
    for column, title in enumerate(columns):
        axes.text(30 + column * 9.4, 2, title, ha="center", va="center", family="DejaVu Sans Mono", fontsize=9.5)
    for row, (name, kind) in enumerate(rows.items()):
        y = 6 + row * 4.1
        if row % 2 == 0:
            axes.add_patch(FancyBboxPatch((0.5, y - 1.9), 80.5, 3.8, boxstyle="square,pad=0", facecolor=style.PALE, edgecolor="none"))
        axes.text(1.5, y, kind[0 if zh else 1], va="center", fontsize=10.5)
        for column, sees in enumerate(columns.values()):
            seen = sees(name)
            axes.text(
                30 + column * 9.4, y, "✓" if seen else "–", ha="center", va="center", family="DejaVu Sans",
                color=style.BLUE if seen else style.RED, fontsize=13, fontweight="bold",
            )  # fmt: skip
    style.save(figure, f"{FOLDER}/tools", lang)


# --- how far the try reaches ------------------------------------------------------------------------------------------------------------


class Door:
    def on_knock(self, guest: Any) -> str:
        return f"hello {guest.name}"

    def on_open(self, guest: Any) -> str:
        return f"hello {guest.nickname}"


def wide(target: object, name: str, guest: object) -> str:
    """The try holds look-up and call."""
    try:
        return str(getattr(target, name)(guest))
    except AttributeError:
        return "no handler"


def narrow(target: object, name: str, guest: object) -> str:
    """The try holds the look-up only."""
    try:
        method = getattr(target, name)
    except AttributeError:
        return "no handler"
    return str(method(guest))


def outcome(function: Callable[..., str], name: str) -> tuple[str, bool]:
    """What a call gave, and whether that is the truth about it."""
    try:
        answer = function(Door(), name, SimpleNamespace(name="Ann"))
    except AttributeError as error:
        return f"AttributeError: …{str(error).rsplit(' ', 1)[-1]}", hasattr(Door, name)
    return answer, (answer == "no handler") is not hasattr(Door, name)


def draw_reach(lang: str) -> None:
    """Two code forms, three cases each."""
    zh = lang == "zh"
    codes = {
        wide: "try:\n    m = getattr(d, name)\n    return m(guest)\nexcept AttributeError:\n    ...",
        narrow: "try:\n    m = getattr(d, name)\nexcept AttributeError:\n    ...\nreturn m(guest)",
    }
    cases = {
        "on_close": ("没有这个方法", "no such method"),
        "on_knock": ("一切正常", "all well"),
        "on_open": ("方法里面出错", "fault inside"),
    }
    titles = {wide: ("try 连调用一起包", "the try holds the call too"), narrow: ("try 只包取属性", "the try holds the look-up")}
    figure, axes = canvas(lang, 8.2, 4.3)
    for column, (function, code) in enumerate(codes.items()):
        x = 1 + column * 41
        axes.text(x + 19, 1.8, titles[function][0 if zh else 1], ha="center", va="center", fontsize=11.5)
        axes.add_patch(
            FancyBboxPatch((x, 3.8), 38, 14.4, boxstyle="square,pad=0", facecolor=style.PALE, edgecolor=style.INK, linewidth=0.8)
        )
        lines = code.split("\n")
        held = range(1, lines.index("except AttributeError:"))
        for number, line in enumerate(lines):
            axes.text(x + 3, 5.7 + number * 2.65, line, va="center", family="DejaVu Sans Mono", fontsize=9.5)
        axes.plot(
            [x + 1.3] * 2, [4.4 + held[0] * 2.65, 4.4 + (held[-1] + 1) * 2.65], color=style.ORANGE, linewidth=5, solid_capstyle="butt"
        )
        for row, (name, case) in enumerate(cases.items()):
            y = 19.8 + row * 7.6
            said, true = outcome(function, name)
            color = style.GREEN if true else style.RED
            mark = ("✓" if true else "✗") + " "
            box(axes, x, y, 38, 6.6, "", edge=color, fill="white")
            axes.text(x + 1.5, y + 2.1, case[0 if zh else 1], va="center", fontsize=9.5)
            axes.text(x + 1.5, y + 4.7, mark, va="center", family="DejaVu Sans", color=color, fontweight="bold")
            axes.text(x + 4.5, y + 4.7, said, va="center", family="DejaVu Sans Mono", fontsize=9.5)
    style.save(figure, f"{FOLDER}/reach", lang)


# --- what the encoder is asked ----------------------------------------------------------------------------------------------------------


class Song:
    def __init__(self, title: str, seconds: int) -> None:
        self.title, self.seconds = title, seconds


class Playlist:
    def __init__(self, owner: str, *songs: Song) -> None:
        self.owner, self.songs = owner, list(songs)


def asked() -> tuple[list[tuple[str, dict[str, object]]], str]:
    """Type and replacement of every object that json asks about, in order, and the text in the end."""
    seen: list[tuple[str, dict[str, object]]] = []

    class Recorder(json.JSONEncoder):
        def default(self, o: Any) -> Any:
            seen.append((type(o).__name__, dict(vars(o))))
            return dict(vars(o))

    return seen, json.dumps(Playlist("Lin", Song("Blue", 215), Song("Rain", 188)), cls=Recorder)


def draw_trace(lang: str) -> None:
    """Objects on the left, what default gives for them in the middle, the text below."""
    zh = lang == "zh"
    seen, text = asked()
    figure, axes = canvas(lang, 8.2, 3.6)
    mono = ["DejaVu Sans Mono", *style.plt.rcParams["font.family"]]
    places = [(1, 24, 38), (31, 50, 31), (31, 50, 31)]
    for number, ((kind, replacement), (left, middle, width)) in enumerate(zip(seen, places, strict=True)):
        y = 3.8 + number * 8.6
        shown = ", ".join(f"{key!r}: " + ("[Song, Song]" if isinstance(value, list) else repr(value)) for key, value in replacement.items())
        box(axes, left, y, 13 if number == 0 else 10, 5.4, kind, edge=style.BLUE, family=mono, fontsize=10.5)
        start = left + (13 if number == 0 else 10)
        arrow(axes, (start, y + 2.7), (middle, y + 2.7), style.BLUE)
        axes.text((start + middle) / 2 - 0.5, y + 1.3, f"default {number + 1}", ha="center", va="center", fontsize=8.5)
        box(axes, middle, y, width, 5.4, "{" + shown + "}", edge=style.GREEN, fill="white", family=mono, fontsize=9)
        if number:
            arrow(axes, (27, y + 2.7), (31, y + 2.7), style.ORANGE)
    axes.plot([27, 27], [9.2, 3.8 + 2 * 8.6 + 2.7], color=style.ORANGE, linewidth=1.3)
    axes.text(25.8, 18, "往里走" if zh else "walks in", ha="right", va="center", color=style.INK, fontsize=9.5)
    axes.text(1, 1.6, "json 遇到不认识的对象" if zh else "json meets what it does not know", va="center", fontsize=10)
    axes.text(43, 1.6, "default 交回" if zh else "default gives back", ha="center", va="center", fontsize=10)
    box(axes, 1, 29.6, 80, 5, text, edge=style.INK, family=mono, fontsize=8.4)
    axes.text(1, 28.2, "最后的文字" if zh else "the text in the end", va="center", fontsize=9.5)
    style.save(figure, f"{FOLDER}/trace", lang)


if __name__ == "__main__":
    for language in style.LANGUAGES:
        draw_lookup(language)
        draw_tools(language)
        draw_reach(language)
        draw_trace(language)
