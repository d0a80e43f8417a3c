"""The figures of 02_singleton: how an object is made, two threads at the unlocked check, four forms of a singleton compared.

All three show what a run of this script recorded.
"""

import copy
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch
from style import BLUE, GREEN, INK, LANGUAGES, ORANGE, PALE, RED, SKY, new_figure, save

FILES = Path(__file__).parent.parent / "solutions" / "files" / "02_singleton"
sys.path.insert(0, str(FILES))
import app_settings  # noqa: E402 - stands beside the topic's notebook, found by the line above
import singleton_forms as forms  # noqa: E402 - the same

TURN = 10.0  # seconds that a thread waits for its turn before the script is taken to be wrong


def main() -> None:
    steps = record_construction()
    race, locked = record_race(), record_locked()
    table = measure_forms()
    for lang in LANGUAGES:
        draw_construction(steps, lang)
        draw_race(race, locked, lang)
        draw_forms(table, lang)


# How an object is made -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Step:
    """One arrow of the sequence: who calls or answers whom, and with what."""

    source: str
    target: str
    text: str
    answer: bool = False


def record_construction() -> list[Step]:
    """The calls and answers of ``Cup(3)``, in order."""
    steps: list[Step] = []
    kind, new, init = "type.__call__", "Cup.__new__", "Cup.__init__"

    class Loud(type):
        def __call__(cls, size: int) -> Any:
            steps.append(Step("", kind, f"Cup({size})"))
            made = super().__call__(size)
            steps.append(Step(init, kind, "None", answer=True))
            steps.append(Step(kind, "", f"Cup {vars(made)}", answer=True))
            return made

    class Cup(metaclass=Loud):
        def __new__(cls, size: int) -> Any:
            steps.append(Step(kind, new, f"Cup, {size}"))
            made = super().__new__(cls)
            steps.append(Step(new, kind, f"Cup {vars(made)}", answer=True))
            return made

        def __init__(self, size: int) -> None:
            steps.append(Step(kind, init, f"Cup {vars(self)}, {size}"))
            self.size = size

    Cup(3)
    return steps


def draw_construction(steps: list[Step], lang: str) -> None:
    """Four lifelines, arrows in the order of the run."""
    figure = new_figure(lang, 7.5, 3.7)
    axes = _empty(figure.add_axes((0, 0, 1, 1)), 7.5, 3.7)
    caller = {"zh": "调用者", "en": "the caller"}[lang]
    places = {"": 0.8, "type.__call__": 2.75, "Cup.__new__": 4.75, "Cup.__init__": 6.65}
    for name, x in places.items():
        axes.plot((x, x), (0.15, 3.1), color=INK, linewidth=1, linestyle=":")
        _box(axes, x, 3.35, 1.5, 0.4, name or caller, PALE, mono=bool(name))
    for number, step in enumerate(steps):
        y = 2.8 - number * 0.47
        start, end = places[step.source], places[step.target]
        style = {"arrowstyle": "-|>", "color": GREEN if step.answer else BLUE, "linewidth": 1.6, "shrinkA": 0, "shrinkB": 0}
        axes.annotate("", (end, y), (start, y), arrowprops={**style, "linestyle": "--" if step.answer else "-"})
        middle = (
            (places["type.__call__"] + places["Cup.__new__"]) / 2 if "Cup.__init__" in (step.source, step.target) else (start + end) / 2
        )
        axes.text(middle, y + 0.06, step.text, ha="center", va="bottom", family="DejaVu Sans Mono", fontsize=9.5)
    _place_key(axes, lang)
    save(figure, "02_singleton/construction", lang)


def _place_key(axes: Axes, lang: str) -> None:
    for x, colour, line, zh, en in ((5.1, BLUE, "-", "调用", "call"), (5.1, GREEN, "--", "返回", "answer")):
        y = 0.55 if line == "-" else 0.3
        axes.plot((x, x + 0.35), (y, y), color=colour, linewidth=1.6, linestyle=line)
        axes.text(x + 0.42, y, {"zh": zh, "en": en}[lang], va="center", fontsize=9.5)


# Two threads at the unlocked check -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Event:
    """What a thread did when its turn came."""

    thread: str
    what: str


class Stage:
    """Lets threads act in a written order only, and keeps what they did."""

    def __init__(self, order: str) -> None:
        self.order = order.split()
        self.events: list[Event] = []
        self._turn = threading.Condition()

    @contextmanager
    def turn(self) -> Iterator[Callable[[str], None]]:
        """Wait for the calling thread's turn; within the block it alone acts, and notes what it did.

        Raises TimeoutError after TURN seconds.
        """
        name = threading.current_thread().name
        with self._turn:
            if not self._turn.wait_for(lambda: self.order[len(self.events)] == name, TURN):
                raise TimeoutError(f"{name} never had its turn")
            yield lambda what: self.events.append(Event(name, what))
            self._turn.notify_all()

    def play(self, call: Callable[[], object]) -> list[Event]:
        """Let two threads make the same call; their events in order."""
        threads = [threading.Thread(target=call, name=name) for name in ("T1", "T2")]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(self.events) == len(self.order), self.events
        return self.events


def record_race() -> list[Event]:
    """Both threads look before either has made the object."""
    stage = Stage("T1 T2 T1 T2 T1 T2")
    made: list[object] = []

    class Naive:
        instance = None

        def __new__(cls) -> Any:
            with stage.turn() as note:
                found = cls.instance
                note("none" if found is None else "there")
            if found is None:
                with stage.turn() as note:
                    cls.instance = found = super().__new__(cls)
                    made.append(found)
                    note(f"make {len(made)}")
            with stage.turn() as note:
                note(f"return {made.index(found) + 1}")
            return found

    return stage.play(Naive)


def record_locked() -> list[Event]:
    """The same with a lock: the second thread asks for it while the first is inside."""
    stage = Stage("T1 T2 T1 T1 T2 T2")
    made: list[object] = []

    class Guarded:
        instance = None
        lock = threading.Lock()

        def __new__(cls) -> Any:
            if threading.current_thread().name == "T2":
                with stage.turn() as note:
                    note("ask")
            with cls.lock:
                with stage.turn() as note:
                    found = cls.instance
                    note("none" if found is None else "there")
                if found is None:
                    with stage.turn() as note:
                        cls.instance = found = super().__new__(cls)
                        made.append(found)
                        note(f"make {len(made)}")
            with stage.turn() as note:
                note(f"return {made.index(found) + 1}")
            return found

    return stage.play(Guarded)


_EVENTS = {
    "none": (SKY, "看：None", "sees\nNone"),
    "there": (SKY, "看：#1 在", "sees #1"),
    "make 1": (ORANGE, "造 #1", "makes #1"),
    "make 2": (RED, "造 #2", "makes #2"),
    "return 1": (GREEN, "交出 #1", "returns\n#1"),
    "return 2": (GREEN, "交出 #2", "returns\n#2"),
    "ask": (PALE, "等锁", "waits for\nthe lock"),
}


def draw_race(race: list[Event], locked: list[Event], lang: str) -> None:
    """Two timelines, one above the other, each with a lane per thread."""
    figure = new_figure(lang, 7.5, 4.6)
    titles = {
        "zh": ("没有锁：两个线程都看见 None", "有锁：T2 等到 T1 造完"),
        "en": ("No lock: both threads see None", "With a lock: T2 waits until T1 is done"),
    }
    for place, events in enumerate((race, locked)):
        axes = figure.add_axes((0.06, 0.57 - 0.49 * place, 0.92, 0.34))
        axes.set_title(titles[lang][place], loc="left", fontsize=11, fontweight="bold")
        axes.set_xlim(0.4, 6.6)
        axes.set_ylim(-0.55, 1.55)
        axes.set_yticks((1, 0), ("T1", "T2"))
        axes.set_xticks(range(1, 7))
        axes.spines["left"].set_visible(False)
        axes.tick_params(left=False)
        for lane in (0, 1):
            axes.axhline(lane, color=INK, linewidth=0.8, zorder=0)
        for number, event in enumerate(events, 1):
            colour, zh, en = _EVENTS[event.what]
            lane = 1 if event.thread == "T1" else 0
            _box(axes, number, lane, 0.9, 0.72, {"zh": zh, "en": en}[lang], colour)
            if event.what == "ask":
                until = next(n for n, later in enumerate(events, 1) if n > number and later.thread == event.thread)
                axes.plot((number + 0.45, until - 0.45), (lane, lane), color=INK, linewidth=5, linestyle=(0, (0.5, 0.5)), zorder=1)
        if place == 1:
            axes.set_xlabel({"zh": "事件的先后次序（第几个）", "en": "order of events (number)"}[lang])
    save(figure, "02_singleton/race", lang)


# Four forms compared -------------------------------------------------------------------------------------------------


def measure_forms() -> list[tuple[str, list[str]]]:
    """For each form what became of it: called again, copied, pickled, subclassed, in another process."""
    app_settings.theme = "dark"
    for one in (forms.by_new, forms.by_meta, forms.by_name):
        one.theme = "dark"
    done = subprocess.run([sys.executable, "other_process.py"], cwd=FILES, capture_output=True, check=True, text=True, timeout=60)
    theirs = dict(line.split() for line in done.stdout.splitlines())
    rows = [("module", _treated(lambda: sys.modules["app_settings"], app_settings, _sub_of_module, theirs["module"]))]
    for label, one in (("__new__", forms.by_new), ("metaclass", forms.by_meta), ("metaclass + __reduce__", forms.by_name)):
        kind = type(one)
        rows.append((label, _treated(kind, one, lambda kind=kind: type("Sub", (kind,), {})(), theirs[kind.__name__])))
    return rows


def _sub_of_module() -> object:
    return type("Sub", (app_settings,), {})()


def _treated(again: Callable[[], object], one: Any, sub: Callable[[], object], theirs: str) -> list[str]:
    results = [_outcome(attempt, one) for attempt in (again, lambda: copy.copy(one), lambda: pickle.loads(pickle.dumps(one)))]
    subclass = _outcome(sub, one)
    results.append({"same": "parent's", "second": "own"}.get(subclass, subclass))
    results.append("own" if theirs != one.theme else "same")
    return results


def _outcome(attempt: Callable[[], object], one: object) -> str:
    try:
        return "same" if attempt() is one else "second"
    except TypeError:
        return "TypeError"


_WORDS = {
    "same": ("=", "同一个对象", "same object", GREEN),
    "second": ("2", "第二个对象", "second object", RED),
    "parent's": ("↑", "父类的对象", "the parent's", ORANGE),
    "own": ("1", "各有一个", "one of its own", SKY),
    "TypeError": ("×", "TypeError", "TypeError", PALE),
}
_FORMS = {
    "module": ("模块", "module"),
    "__new__": ("__new__", "__new__"),
    "metaclass": ("元类", "metaclass"),
    "metaclass + __reduce__": ("元类，加 __reduce__", "metaclass\nand __reduce__"),
}
_COLUMNS = {
    "zh": ("再次调用\n或导入", "copy.copy", "pickle\n同一进程", "子类", "另一进程"),
    "en": ("called or\nimported again", "copy.copy", "pickle,\nsame process", "a subclass", "another\nprocess"),
}


def draw_forms(table: list[tuple[str, list[str]]], lang: str) -> None:
    """A table whose cells are told apart by sign, word and colour."""
    figure = new_figure(lang, 7.9, 3.3)
    axes = _empty(figure.add_axes((0, 0, 1, 1)), 7.9, 3.3)
    for column, heading in enumerate(_COLUMNS[lang]):
        axes.text(2.35 + column * 1.22, 2.95, heading, ha="center", va="center", fontweight="bold", fontsize=9.5)
    for row, (form, results) in enumerate(table):
        y = 2.35 - row * 0.65
        axes.text(0.1, y, _FORMS[form][LANGUAGES.index(lang)], ha="left", va="center", fontweight="bold", fontsize=10)
        for column, result in enumerate(results):
            sign, zh, en, colour = _WORDS[result]
            _box(axes, 2.35 + column * 1.22, y, 1.16, 0.56, f"{sign}\n{ {'zh': zh, 'en': en}[lang] }", colour, size=9)
    save(figure, "02_singleton/forms", lang)


# Shared ---------------------------------------------------------------------------------------------------------------


def _empty(axes: Axes, width: float, height: float) -> Axes:
    axes.set_axis_off()
    axes.set_xlim(0, width)
    axes.set_ylim(0, height)
    return axes


def _box(
    axes: Axes, x: float, y: float, width: float, height: float, text: str, colour: str, *, mono: bool = False, size: float = 9.5
) -> None:
    corner = (x - width / 2, y - height / 2)
    face = FancyBboxPatch(corner, width, height, "round,pad=0,rounding_size=0.06", facecolor=colour, edgecolor=INK, linewidth=0.8, zorder=2)
    face.set_alpha(None)
    axes.add_patch(face)
    ink = "white" if colour in (RED, GREEN, BLUE) else INK
    font = {"family": "DejaVu Sans Mono"} if mono else {}
    axes.text(x, y, text, ha="center", va="center", fontsize=size, color=ink, zorder=3, linespacing=1.15, **font)


if __name__ == "__main__":
    main()
