"""Draws the figures of topic 01. The orders, homes and names in them come from real classes, made here."""

from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch
from style import BLUE, GREEN, INK, LANGUAGES, ORANGE, PALE, RED, new_figure, save

MONO = {"family": "DejaVu Sans Mono", "size": 10}
WORDS = {
    "mro_left": {"zh": "South(East, West)", "en": "South(East, West)"},
    "mro_right": {"zh": "South(East, Mid, West)", "en": "South(East, Mid, West)"},
    "inherits": {"zh": "灰线：继承　橙线：super() 走的路（MRO）", "en": "grey: inherits from    orange: the way of super(), the MRO"},
    "object": {"zh": "对象 rover", "en": "the object rover"},
    "class": {"zh": "类", "en": "class"},
    "base": {"zh": "基类", "en": "base"},
    "missing": {"zh": "都没有：AttributeError", "en": "nowhere: AttributeError"},
    "order": {"zh": "查找的方向", "en": "order of the look-up"},
    "through_object": {"zh": "通过对象调用\nprobe.m(1)", "en": "through the object\nprobe.m(1)"},
    "through_class": {"zh": "通过类调用\nProbe.m(1)", "en": "through the class\nProbe.m(1)"},
    "plain": {"zh": "普通方法", "en": "plain method"},
    "gets_object": {"zh": "对象，1", "en": "the object, 1"},
    "gets_class": {"zh": "类，1", "en": "the class, 1"},
    "gets_nothing": {"zh": "只有 1", "en": "1 only"},
    "written": {"zh": "写的代码", "en": "what is written"},
    "stored": {"zh": "同一个对象里存的：vars(vault)", "en": "what one object stores: vars(vault)"},
}


class Top: ...


class East(Top): ...


class West(Top): ...


class Mid(Top): ...


def canvas(lang: str, width: float, height: float) -> tuple[object, Axes]:
    """A figure and axes without frame whose units are tenths of inches."""
    figure = new_figure(lang, width, height)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, width * 10)
    axes.set_ylim(0, height * 10)
    axes.axis("off")
    return figure, axes


def box(axes: Axes, x: float, y: float, width: float, height: float, text: str = "", *, edge: str = INK, face: str = PALE, **font) -> None:
    """A rounded box with its centre at x, y."""
    corner = (x - width / 2, y - height / 2)
    axes.add_patch(
        FancyBboxPatch(corner, width, height, boxstyle="round,pad=0,rounding_size=0.8", edgecolor=edge, facecolor=face, linewidth=1.4)
    )
    axes.text(x, y, text, ha="center", va="center", **font)


def arrow(axes: Axes, start, end, colour: str, *, bend: float = 0.0, width: float = 1.4, head: float = 12, z: int = 3) -> None:
    axes.add_patch(
        FancyArrowPatch(
            start, end, arrowstyle="-|>", mutation_scale=head, color=colour, linewidth=width, connectionstyle=f"arc3,rad={bend}", zorder=z
        )
    )


def draw_mro() -> None:
    """Two diamonds; the orange path is what `mro()` says."""
    diamonds = (
        (
            "mro_left",
            type("South", (East, West), {}),
            0,
            {"South": (17, 6), "East": (8, 16), "West": (26, 16), "Top": (17, 26), "object": (17, 35)},
        ),
        (
            "mro_right",
            type("South", (East, Mid, West), {}),
            38,
            {"South": (17, 6), "East": (5, 16), "Mid": (17, 16), "West": (29, 16), "Top": (17, 26), "object": (17, 35)},
        ),
    )
    for lang in LANGUAGES:
        figure, axes = canvas(lang, 7.4, 4.4)
        for title, south, shift, places in diamonds:
            spot = {name: (x + shift + 1.5, y) for name, (x, y) in places.items()}
            order = south.mro()
            for cls in order:
                for base in cls.__bases__:
                    axes.plot(*zip(spot[cls.__name__], spot[base.__name__], strict=True), color="#999999", linewidth=1.2, zorder=1)
            for number, (one, other) in enumerate(pairwise(order)):
                (x1, y1), (x2, y2) = spot[one.__name__], spot[other.__name__]
                if y1 == y2:
                    gap = 4.2 if x2 > x1 else -4.2
                    arrow(axes, (x1 + gap, y1), (x2 - gap, y2), ORANGE, width=2.6, head=16)
                else:
                    sideways = (x2 - x1) * 0.12
                    arrow(
                        axes,
                        (x1 + sideways, y1 + 2.2),
                        (x2 - sideways, y2 - 2.2),
                        ORANGE,
                        bend=-0.18 if number == 0 else 0.12,
                        width=2.6,
                        head=16,
                    )
            for number, cls in enumerate(order, 1):
                x, y = spot[cls.__name__]
                box(axes, x, y, 8.4, 4, f"{number} {cls.__name__}", face="white" if cls is object else PALE, fontsize=10.5)
            axes.text(spot["South"][0], 1.6, f"class {WORDS[title][lang]}", ha="center", va="center", fontdict=MONO)
        axes.text(37, 41.5, WORDS["inherits"][lang], ha="center", va="center", fontsize=10.5)
        save(figure, "01_oop/mro", lang)


class Machine:
    fuel = "oil"
    wheels = 2


class Rover(Machine):
    speed = 9
    wheels = 4


def shown(space: dict) -> str:
    own = {name: value for name, value in space.items() if not name.startswith("__")}
    return "\n".join(f"{name} = {value!r}" for name, value in own.items()) or "…"


def draw_lookup() -> None:
    """Where four names are found; the rows are computed from the real objects."""
    rover = Rover()
    rover.wheels = 6
    places = [vars(rover), *(vars(cls) for cls in Rover.mro())]
    names = ("wheels", "speed", "fuel", "wings")
    for lang in LANGUAGES:
        figure, axes = canvas(lang, 7.4, 4.0)
        heads = [WORDS["object"][lang], f"{WORDS['class'][lang]} Rover", f"{WORDS['base'][lang]} Machine", f"{WORDS['base'][lang]} object"]
        xs = [20, 35.5, 51, 66.5]
        for x, head, space, edge in zip(xs, heads, places, (BLUE, GREEN, GREEN, INK), strict=True):
            axes.text(x, 38, head, ha="center", va="center", fontsize=10.5)
            box(axes, x, 32.5, 13.4, 7.4, shown(space) if space is not vars(object) else "…", edge=edge, fontdict=MONO)
        for row, name in enumerate(names):
            y = 23.5 - row * 6.4
            axes.text(1, y, f"rover.{name}", ha="left", va="center", fontdict=MONO)
            home = next((i for i, space in enumerate(places) if name in space), None)
            last = len(xs) - 1 if home is None else home
            for i in range(last + 1):
                found = i == home
                axes.plot(
                    xs[i], y, marker="o", markersize=15 if found else 7, color=ORANGE if found else "white", markeredgecolor=INK, zorder=4
                )
                if found:
                    axes.text(
                        xs[i], y - 0.1, repr(places[i][name]) if name != "fuel" else "", ha="center", va="center", fontsize=10, zorder=5
                    )
                    axes.text(xs[i] + 2.2, y, "" if name != "fuel" else "'oil'", ha="left", va="center", fontdict=MONO, zorder=5)
            arrow(axes, (13.2, y), (xs[last] - (1.8 if home is not None else 1.0), y), "#777777", width=1.2, z=2)
            if home is None:
                axes.text(xs[-1], y - 3, WORDS["missing"][lang], ha="center", va="center", fontsize=9.5, color=RED)
        save(figure, "01_oop/lookup", lang)


class Probe:
    def plain(*got):
        return got

    @classmethod
    def for_class(*got):
        return got

    @staticmethod
    def alone(*got):
        return got


def draw_binding() -> None:
    """What arrives in three kinds of methods, called in two ways; computed by calling them."""
    probe = Probe()
    for lang in LANGUAGES:
        figure, axes = canvas(lang, 7.0, 2.9)
        axes.text(37, 26, WORDS["through_object"][lang], ha="center", va="center", fontsize=10.5)
        axes.text(58, 26, WORDS["through_class"][lang], ha="center", va="center", fontsize=10.5)
        for row, (method, label) in enumerate((("plain", WORDS["plain"][lang]), ("for_class", "@classmethod"), ("alone", "@staticmethod"))):
            y = 18.5 - row * 7.2
            axes.text(24.5, y, label, ha="right", va="center", fontsize=11)
            for x, owner in ((37, probe), (58, Probe)):
                got = getattr(owner, method)(1)
                key, colour = (
                    ("gets_nothing", "white")
                    if len(got) == 1
                    else ("gets_object", "#CFE8F7")
                    if got[0] is probe
                    else ("gets_class", "#FBE3B5")
                )
                box(axes, x, y, 18, 5.2, WORDS[key][lang], face=colour, fontsize=11)
        save(figure, "01_oop/binding", lang)


class Safe:
    def __init__(self):
        self.__code = 1234


class Vault(Safe):
    def __init__(self):
        super().__init__()
        self.__code = 9999


def draw_mangling() -> None:
    """One object with the names of two classes; keys and values are read from `vars`."""
    stored = vars(Vault())
    code = {
        "_Safe__code": "class Safe:\n    …\n    self.__code = 1234",
        "_Vault__code": "class Vault(Safe):\n    …\n    self.__code = 9999",
    }
    for lang in LANGUAGES:
        figure, axes = canvas(lang, 7.2, 2.9)
        axes.text(15, 27, WORDS["written"][lang], ha="center", va="center", fontsize=10.5)
        axes.text(54, 27, WORDS["stored"][lang], ha="center", va="center", fontsize=10.5)
        axes.add_patch(
            FancyBboxPatch((39, 2), 31, 22, boxstyle="round,pad=0,rounding_size=1", edgecolor=INK, facecolor="white", linewidth=1.4)
        )
        for y, (key, colour), text in zip((18.5, 7.5), zip(stored, ("#CFE8F7", "#FBE3B5"), strict=True), code.values(), strict=True):
            box(axes, 15, y, 28, 9, face=colour)
            axes.text(3, y, text, ha="left", va="center", fontdict=MONO)
            box(axes, 54.5, y, 26, 6, f"'{key}': {stored[key]}", face=colour, fontdict=MONO)
            arrow(axes, (29.5, y), (41, y), INK)
        assert list(stored) == list(code)
        save(figure, "01_oop/mangling", lang)


if __name__ == "__main__":
    draw_mro()
    draw_lookup()
    draw_binding()
    draw_mangling()
