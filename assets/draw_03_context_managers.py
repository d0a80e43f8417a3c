"""The figures of 03_context_managers: four ways through a `with` block, and what is kept when a manager is used within itself.

Both show what a run of this script recorded.
"""

from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch
from style import GREEN, INK, LANGUAGES, ORANGE, PALE, RED, SKY, new_figure, save


def main() -> None:
    ways = record_ways()
    slot, stack = record_nesting(Slot()), record_nesting(Stack())
    for lang in LANGUAGES:
        draw_life(ways, lang)
        draw_nesting(slot, stack, lang)


# Four ways through a with block --------------------------------------------------------------------------------------


class Watched:
    """A manager that notes what happens; it fails on entry or swallows exceptions where it is told to."""

    def __init__(self, steps: list[str], *, stuck: bool = False, deaf: bool = False) -> None:
        self.steps, self.stuck, self.deaf = steps, stuck, deaf

    def __enter__(self) -> None:
        self.steps.append("__enter__()")
        if self.stuck:
            self.steps.append("raise")
            raise OSError

    def __exit__(self, kind: type[BaseException] | None, error: object, traceback: object) -> Any:
        self.steps.append(f"__exit__({kind.__name__ if kind else None}, …)")
        return self.deaf


def record_ways() -> list[list[str]]:
    """The steps of four `with` blocks: one that ends well, one that raises, one whose manager swallows, one that cannot be entered."""
    ways = []
    for options, fails in (({}, False), ({}, True), ({"deaf": True}, True), ({"stuck": True}, False)):
        steps: list[str] = []
        try:
            with Watched(steps, **options):
                steps.append("body")
                if fails:
                    steps.append("raise")
                    raise ValueError
            steps.append("after")
        except (ValueError, OSError) as error:
            steps.append(f"out {type(error).__name__}")
        ways.append(steps)
    return ways


_STEPS = {"body": ("里面的语句", "the body"), "raise": ("抛出异常", "raises"), "after": ("with 之后", "after the with")}
_TITLES = {
    "zh": ("正常结束", "异常继续往外", "__exit__ 返回真值", "__enter__ 出错"),
    "en": ("ends well", "exception goes on", "__exit__ returns true", "__enter__ fails"),
}


def draw_life(ways: list[list[str]], lang: str) -> None:
    """One column for each way, its steps from top to bottom."""
    figure = new_figure(lang, 8.4, 3.35)
    axes = _empty(figure.add_axes((0, 0, 1, 1)), 8.4, 3.6)
    axes.set_ylim(0.25, 3.6)
    for column, steps in enumerate(ways):
        x = 1.1 + column * 2.07
        axes.text(x, 3.4, _TITLES[lang][column], ha="center", va="center", fontweight="bold", fontsize=10)
        for row, step in enumerate(steps):
            y = 2.95 - row * 0.6
            if row:
                axes.annotate("", (x, y + 0.2), (x, y + 0.4), arrowprops={"arrowstyle": "-|>", "color": INK, "shrinkA": 0, "shrinkB": 0})
            _step(axes, x, y, step, lang)
        if len(steps) == 3:
            _missing(axes, x, lang)
    save(figure, "03_context_managers/life", lang)


def _step(axes: Axes, x: float, y: float, step: str, lang: str) -> None:
    place = LANGUAGES.index(lang)
    if step.startswith("out "):
        name = step.removeprefix("out ")
        _box(axes, x, y, 1.95, 0.4, (f"{name} 出来", f"{name} comes out")[place], RED)
    elif step.startswith("__"):
        _box(axes, x, y, 1.95, 0.4, step, SKY, mono=True)
    else:
        _box(axes, x, y, 1.95, 0.4, _STEPS[step][place], {"body": PALE, "raise": ORANGE, "after": GREEN}[step])


def _missing(axes: Axes, x: float, lang: str) -> None:
    words = {"zh": "没有 __exit__：\n没进去，就不离开", "en": "no __exit__: who never\ngot in does not leave"}
    axes.text(x, 0.95, words[lang], ha="center", va="center", fontsize=9.5, linespacing=1.6)


# A manager within itself ---------------------------------------------------------------------------------------------


@dataclass
class Slot:
    """Raises the brightness; one place for the old value."""

    value: int = 30
    old: Any = None

    def __enter__(self) -> None:
        self.old, self.value = self.value, self.value + 10

    def __exit__(self, *error: object) -> None:
        self.value = self.old

    def kept(self) -> str:
        return "–" if self.old is None else str(self.old)


class Stack(Slot):
    """The same with a stack of old values."""

    def __enter__(self) -> None:
        self.old = [*(self.old or []), self.value]
        self.value += 10

    def __exit__(self, *error: object) -> None:
        self.value = self.old.pop()

    def kept(self) -> str:
        return "[" + ", ".join(map(str, self.old or [])) + "]"


def record_nesting(manager: Slot) -> list[tuple[int, str]]:
    """(brightness, what is kept) at the start and after each step of `with manager: with manager: …`."""
    seen = [(manager.value, manager.kept())]
    with manager:
        seen.append((manager.value, manager.kept()))
        with manager:
            seen.append((manager.value, manager.kept()))
        seen.append((manager.value, manager.kept()))
    seen.append((manager.value, manager.kept()))
    return seen


_MOMENTS = {
    "zh": ("开始", "进入外层", "进入内层", "离开内层", "离开外层"),
    "en": ("at first", "outer entered", "inner entered", "inner left", "outer left"),
}
_KINDS = {
    "zh": ("只有一个位置：self.old = …", "一个栈：self.old.append(…)"),
    "en": ("One place: self.old = …", "A stack: self.old.append(…)"),
}


def draw_nesting(slot: list[tuple[int, str]], stack: list[tuple[int, str]], lang: str) -> None:
    """Two rows of moments; in each the brightness as a bar with its number, and what is kept below."""
    figure = new_figure(lang, 8.2, 4.2)
    words = {"zh": ("亮度", "记住的"), "en": ("brightness", "kept")}[lang]
    for row, seen in enumerate((slot, stack)):
        axes = figure.add_axes((0.08, 0.6 - 0.49 * row, 0.91, 0.27))
        axes.set_title(_KINDS[lang][row], loc="left", fontsize=10.5, fontweight="bold")
        axes.set_xlim(-0.5, 4.5)
        axes.set_ylim(0, 64)
        axes.set_yticks((0, 30, 60))
        axes.set_ylabel(words[0])
        axes.set_xticks(range(5), _MOMENTS[lang])
        right = seen[0][0]
        for place, (value, kept) in enumerate(seen):
            last = place == len(seen) - 1
            colour = (GREEN if value == right else RED) if last else SKY
            axes.bar(place, value, 0.7, color=colour, edgecolor=INK, linewidth=0.8)
            label = f"{value}" + ((" ✓", " ✗")[value != right] if last else "")
            axes.text(place, value + 2, label, ha="center", va="bottom", fontsize=10, family="DejaVu Sans")
            axes.text(
                place, 3, f"{words[1]} {kept}", ha="center", va="bottom", fontsize=9, color="white" if colour in (RED, GREEN) else INK
            )
        axes.tick_params(axis="x", length=0)
        axes.axhline(right, color=INK, linewidth=0.8, linestyle=":", zorder=0)
    save(figure, "03_context_managers/nested", lang)


# Shared ---------------------------------------------------------------------------------------------------------------


def _empty(axes: Axes, width: float, height: float) -> Axes:
    axes.set_axis_off()
    axes.set_xlim(0, width)
    axes.set_ylim(0, height)
    return axes


def _box(axes: Axes, x: float, y: float, width: float, height: float, text: str, colour: str, *, mono: bool = False) -> None:
    corner = (x - width / 2, y - height / 2)
    axes.add_patch(
        FancyBboxPatch(corner, width, height, "round,pad=0,rounding_size=0.06", facecolor=colour, edgecolor=INK, linewidth=0.8, zorder=2)
    )
    font: dict[str, Any] = {"family": "DejaVu Sans Mono", "fontsize": 8.5} if mono else {"fontsize": 9.5}
    axes.text(x, y, text, ha="center", va="center", color="white" if colour in (RED, GREEN) else INK, zorder=3, **font)


if __name__ == "__main__":
    main()
