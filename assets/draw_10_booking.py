"""The figures of 10_booking: the design, two visitors at one ticket without and with a lock, a file rewritten and a file replaced.

The last two show what a run of this script recorded.
"""

import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch
from style import BLUE, GREEN, INK, LANGUAGES, ORANGE, PALE, RED, SKY, new_figure, save

sys.path.insert(0, str(Path(__file__).parent.parent / "solutions" / "files" / "10_booking"))
import lab_stage  # stands beside the topic's notebook, found by the line above

TURN = 10.0  # seconds that a thread waits for its turn before the script is taken to be wrong

Entry = tuple[str, str, str]  # who, what, what the file holds afterwards


def main() -> None:
    unlocked, locked = record_race(locked=False), record_race(locked=True)
    rewritten, replaced = record_views(rewrite), record_views(replace)
    for lang in LANGUAGES:
        draw_design(lang)
        draw_race(unlocked, locked, lang)
        draw_views(rewritten, replaced, lang)


# The design ----------------------------------------------------------------------------------------------------------


def draw_design(lang: str) -> None:
    words = {
        "zh": ("客户端", "TCP", "服务器", "线程", "景区的锁", "文件", "票数", "记录", "停止：关连接，等线程"),
        "en": ("clients", "TCP", "server", "threads", "locks", "files", "tickets", "lines", "stop: close, join"),
    }[lang]
    client, tcp, server, thread, lock, files, tickets, lines, stop = words
    figure = new_figure(lang, 8.6, 3.6)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, 100), ylim=(0, 45))
    axes.axis("off")
    axes.add_patch(FancyBboxPatch((24, 2), 40, 40, boxstyle="round,pad=0,rounding_size=1.5", fc=PALE, ec=INK))
    axes.text(44, 39.2, f"{server} · BookingServer", ha="center", va="center", fontweight="bold")
    axes.text(44, 4.4, stop, ha="center", va="center", fontsize=9)
    axes.text(10, 42, f"{client} · BookingClient", ha="center", va="center", fontweight="bold", fontsize=10)
    axes.text(83, 42, f"{files} · db_dir", ha="center", va="center", fontweight="bold")
    axes.text(32, 34.4, thread, ha="center", va="center", fontsize=9.5)
    axes.text(55, 34.4, lock, ha="center", va="center", fontsize=9.5)
    for y, name, goal in ((26, "ann", 24), (17, "bo", 24), (8, "cy", 11)):
        _box(axes, 2, y, 13, 6, name, SKY)
        _arrow(axes, (15, y + 3), (27, y + 3), both=True)
        _box(axes, 27, y, 10, 6, "↻ recv", "white")
        _arrow(axes, (37, y + 3), (49, goal + 0.6 * (y - 17) / 3 if goal == 24 else goal))
    axes.text(19.5, 30, tcp, ha="center", va="bottom", fontsize=9)
    for y, name in ((21, "hill"), (8, "lake")):
        _box(axes, 49, y, 12, 6, f"▣ {name}", ORANGE)
        _arrow(axes, (61, y + 3), (69, y + 3))
        _box(axes, 69, y, 28, 6, f"tickets/{name}.txt", GREEN, color="white")
    _box(axes, 69, 29, 28, 6, "users/ann.txt …", GREEN, color="white")
    _arrow(axes, (61, 26), (69, 31))
    axes.text(83, 36.3, lines, ha="center", va="bottom", fontsize=8.5)
    axes.text(83, 16.2, tickets, ha="center", va="bottom", fontsize=8.5)
    save(figure, "10_booking/design", lang)


def _box(axes: Axes, x: float, y: float, width: float, height: float, text: str, face: str, color: str = INK) -> None:
    axes.add_patch(FancyBboxPatch((x, y), width, height, boxstyle="round,pad=0,rounding_size=1", fc=face, ec=INK, lw=0.9))
    axes.text(x + width / 2, y + height / 2, text, ha="center", va="center", fontsize=10, color=color)


def _arrow(axes: Axes, start: tuple[float, float], end: tuple[float, float], both: bool = False) -> None:
    axes.add_patch(
        FancyArrowPatch(start, end, arrowstyle="<|-|>" if both else "-|>", mutation_scale=11, color=INK, lw=1.1, shrinkA=1, shrinkB=1)
    )


# Two visitors, one ticket --------------------------------------------------------------------------------------------


def record_race(*, locked: bool) -> list[Entry]:
    """What two visitors did, in order: Bo comes when Ann has looked. Without a lock he looks too, and writes when she has written."""
    journal: list[Entry] = []
    lock = threading.Lock()
    ann_may_write, bo_may_write = threading.Event(), threading.Event()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "hill.txt"
        path.write_text("1")

        def note(who: str, what: str) -> None:
            journal.append((who, what, path.read_text()))

        def sell(who: str) -> None:
            left = int(path.read_text())
            note(who, f"look {left}")
            if left < 1:
                note(who, "refused")
                return
            if who == "Ann":
                bo.start()
            elif not locked:
                ann_may_write.set()
            if not (ann_may_write if who == "Ann" else bo_may_write).wait(TURN):
                raise SystemExit(f"{who} was not called")
            path.write_text(str(left - 1))
            note(who, f"write {left - 1}")
            bo_may_write.set()

        def visit(who: str) -> None:
            if not locked:
                sell(who)
                return
            if not lock.acquire(blocking=False):
                note(who, "wait")
                ann_may_write.set()
                lock.acquire()
            note(who, "lock")
            sell(who)
            lock.release()

        ann, bo = (threading.Thread(target=visit, args=(who,)) for who in ("Ann", "Bo"))
        ann.start()
        ann.join(TURN)
        bo.join(TURN)
    return journal


def draw_race(unlocked: list[Entry], locked: list[Entry], lang: str) -> None:
    words = {
        "zh": ("没有锁：一张票卖了两次", "有锁：Bo 在外面等", "文件", "先后"),
        "en": ("without a lock: one ticket, sold twice", "with a lock: Bo waits outside", "file", "order"),
    }[lang]
    figure = new_figure(lang, 9.2, 3.0)
    for place, journal, title in ((1, unlocked, words[0]), (2, locked, words[1])):
        axes = figure.add_subplot(1, 2, place)
        _draw_journal(axes, journal, words[2], words[3], lang)
        axes.set_title(title, fontsize=11)
    figure.tight_layout(w_pad=2.5)
    save(figure, "10_booking/race", lang)


def _draw_journal(axes: Axes, journal: list[Entry], file: str, order: str, lang: str) -> None:
    shown = {
        "zh": {"look": "看到", "write": "写下", "wait": "等锁", "lock": "拿锁", "refused": "被拒"},
        "en": {"look": "sees", "write": "writes", "wait": "waits", "lock": "locks", "refused": "refused"},
    }[lang]
    colours = {"look": SKY, "write": ORANGE, "wait": "white", "lock": "white", "refused": RED}
    lanes = {"Ann": 2, "Bo": 1}
    for step, (who, what, left) in enumerate(journal, 1):
        verb, _, number = what.partition(" ")
        axes.barh(lanes[who], 0.92, left=step - 0.46, height=0.62, color=colours[verb], edgecolor=INK)
        axes.text(
            step,
            lanes[who],
            f"{shown[verb]}\n{number}".strip(),
            ha="center",
            va="center",
            fontsize=8.5,
            color="white" if verb == "refused" else INK,
        )
        axes.text(step, 0.15, left, ha="center", va="center", fontsize=12, fontweight="bold", color=BLUE)
    axes.set(
        xlim=(0.4, len(journal) + 0.6),
        ylim=(-0.2, 2.5),
        yticks=[2, 1, 0.15],
        yticklabels=["Ann", "Bo", file],
        xticks=range(1, len(journal) + 1),
    )
    axes.set_xlabel(order)
    axes.axhline(0.5, color=INK, lw=0.6)
    axes.tick_params(length=0)
    axes.spines["left"].set_visible(False)


# Rewritten and replaced ----------------------------------------------------------------------------------------------


def rewrite(path: Path) -> None:
    with path.open("w") as file:
        file.write("9")


def replace(path: Path) -> None:
    new = path.with_suffix(".new")
    with new.open("w") as file:
        file.write("9")
    new.replace(path)


def record_views(work: Callable[[Path], None]) -> list[str]:
    """What a reader finds in a file that holds 12, before each step of ``work`` and after the last."""
    views: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "hill.txt"
        path.write_text("12")
        stage = lab_stage.Stage(Path(folder).resolve())
        stage.open()
        stage.look(lambda: views.append(path.read_text()))
        thread = threading.Thread(target=work, args=(path,))
        thread.start()
        thread.join(TURN)
        stage.close()
        return [*views, path.read_text()]


def draw_views(rewritten: list[str], replaced: list[str], lang: str) -> None:
    words = {
        "zh": ("open('w') 就地改写", "新文件 + os.replace", "读者看到", "写的一方走到第几步", "（空）"),
        "en": ("open('w'), in place", "new file + os.replace", "a reader sees", "step of the writer", "(empty)"),
    }[lang]
    figure = new_figure(lang, 8.6, 2.5)
    levels = {"12": 2, "9": 1, "": 0}
    for place, views, title, colour in ((1, rewritten, words[0], RED), (2, replaced, words[1], GREEN)):
        axes = figure.add_subplot(1, 2, place)
        heights = [levels[view] for view in views]
        axes.step(range(len(views)), heights, where="mid", color=colour, lw=2)
        axes.plot(range(len(views)), heights, "o", color=colour)
        axes.set(
            ylim=(-0.4, 2.4),
            yticks=[2, 1, 0],
            yticklabels=["12", "9", words[4]],
            xlabel=words[3],
            ylabel=words[2],
            xticks=range(len(views)),
        )
        axes.set_title(title, fontsize=11)
    figure.tight_layout(w_pad=2.5)
    save(figure, "10_booking/views", lang)


if __name__ == "__main__":
    main()
