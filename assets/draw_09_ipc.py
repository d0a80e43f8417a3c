"""The figures of 09_ipc: the start methods compared, a queue's deadlock, and what a message costs.

All three show what a run of this script recorded; of a timing the best of several runs is kept.
"""

import multiprocessing
import sys
import threading
import time
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch
from style import BLUE, GREEN, INK, LANGUAGES, ORANGE, PALE, RED, SKY, YELLOW, new_figure, save

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "solutions" / "files" / "09_ipc"))
import ipc_jobs  # stands beside the topic's notebook, found by the line above

SIZES = [8, 100, 1_000, 10_000, 100_000, 1_000_000]
TEXT = 5_000_000  # letters that the child of the deadlock puts into the queue


def main() -> None:
    del globals()["__file__"]  # as in a notebook: a child that is spawned does not run this program again
    methods = {name: measure_method(name) for name in ("fork", "forkserver", "spawn")}
    held, alive = measure_pipe(), measure_deadlock()
    costs = ipc_jobs.cost_per_message(multiprocessing.get_context("spawn"), SIZES, 100)
    for lang in LANGUAGES:
        draw_methods(methods, lang)
        draw_deadlock(held, alive, lang)
        draw_cost(costs, lang)


# The start methods ---------------------------------------------------------------------------------------------------


def measure_method(name: str) -> tuple[float, str]:
    """(milliseconds from start to the first reply, what the child sees in ``ipc_jobs.setting``)."""
    ctx = multiprocessing.get_context(name)
    ipc_jobs.setting = "changed"
    rounds = []
    for _ in range(8):
        queue = ctx.SimpleQueue()
        began = time.perf_counter()
        child = ctx.Process(target=ipc_jobs.report, args=(queue,))
        child.start()
        _, setting = queue.get()
        rounds.append((time.perf_counter() - began) * 1000)
        child.join()
    return min(rounds), setting


_METHODS = {
    "fork": ("复制当前进程", "copies this process", "Linux 到 3.13", "Linux up to 3.13"),
    "forkserver": ("复制一个干净的服务进程", "copies a clean server", "Linux，从 3.14 起", "Linux from 3.14 on"),
    "spawn": ("新开一个 Python", "starts a new Python", "macOS、Windows", "macOS, Windows"),
}


def draw_methods(methods: dict[str, tuple[float, str]], lang: str) -> None:
    """A table: how it starts, how long that took, what the child sees, where it is the default."""
    figure = new_figure(lang, 7.6, 2.5)
    axes = _empty(figure.add_axes((0, 0, 1, 1)), 7.6, 2.5)
    headings = {
        "zh": ("怎样启动", "启动用时", "子进程看到", "是谁的默认方式"),
        "en": ("how it starts", "time to start", "the child sees", "the default of"),
    }[lang]
    places, widths = (2.25, 3.95, 5.2, 6.75), (2.0, 1.1, 1.1, 1.65)
    for x, heading in zip(places, headings, strict=True):
        axes.text(x, 2.25, heading, ha="center", va="center", fontweight="bold", fontsize=9.5)
    for row, (name, (spent, setting)) in enumerate(methods.items()):
        y = 1.75 - row * 0.62
        how_zh, how_en, where_zh, where_en = _METHODS[name]
        texts = ((how_zh, how_en)[lang == "en"], f"{spent:.1f} ms", setting, (where_zh, where_en)[lang == "en"])
        axes.text(0.1, y, name, ha="left", va="center", fontweight="bold", fontsize=10, family="DejaVu Sans Mono")
        for x, width, text, colour in zip(places, widths, texts, (PALE, SKY, ORANGE if setting == "changed" else GREEN, PALE), strict=True):
            _box(axes, x, y, width, 0.5, text, colour)
    save(figure, "09_ipc/methods", lang)


# A queue's deadlock --------------------------------------------------------------------------------------------------


def measure_pipe() -> int:
    """How many bytes a pipe takes that nobody reads."""
    reader, writer = multiprocessing.Pipe(duplex=False)
    poured = [0]

    def pour() -> None:
        try:
            while True:
                writer.send_bytes(bytes(1020))
                poured[0] += 1024
        except OSError:
            pass

    thread = threading.Thread(target=pour)
    thread.start()
    time.sleep(0.5)
    held = poured[0]
    reader.close()
    thread.join()
    return held


def measure_deadlock() -> bool:
    """Whether a child that put TEXT letters is still alive after two seconds of ``join``."""
    ctx = multiprocessing.get_context("spawn")
    queue = ctx.Queue()
    child = ctx.Process(target=ipc_jobs.put_many, args=(queue, TEXT))
    child.start()
    child.join(2)
    alive = child.is_alive()
    queue.get()
    child.join()
    return alive


def draw_deadlock(held: int, alive: bool, lang: str) -> None:
    """Parent and child, the full pipe between them, and who waits for whom."""
    figure = new_figure(lang, 7.6, 3.1)
    axes = _empty(figure.add_axes((0, 0, 1, 1)), 7.6, 3.1)
    words = {
        "zh": ("父进程", "子进程", "child.join()", "主线程：put() 已经返回", "写线程", f"管道装满了：{held:,} 字节", f"还有 {TEXT - held:,} 字节",
               "等子进程结束", "等父进程读", "两秒后还活着" if alive else "已经结束"),
        "en": ("the parent", "the child", "child.join()", "main thread: put() is done", "writing thread", f"a full pipe: {held:,} bytes", f"{TEXT - held:,} bytes to go",
               "waits for the child to end", "waits for the parent to read", "alive after two seconds" if alive else "ended"),
    }[lang]  # fmt: skip
    for x, title in ((1.35, words[0]), (6.05, words[1])):
        axes.add_patch(
            FancyBboxPatch((x - 1.25, 0.35), 2.5, 2.3, boxstyle="round,pad=0,rounding_size=0.1", facecolor="white", edgecolor=INK)
        )
        axes.text(x, 2.85, title, ha="center", va="center", fontweight="bold")
    _box(axes, 1.35, 1.9, 2.1, 0.5, words[2], SKY, mono=True)
    _box(axes, 6.05, 1.9, 2.3, 0.5, words[3], PALE)
    _box(axes, 6.05, 1.05, 2.3, 0.72, f"{words[4]}\n{words[6]}", ORANGE)
    _box(axes, 3.7, 1.05, 1.95, 0.5, words[5], YELLOW)
    axes.annotate("", (4.78, 1.9), (2.42, 1.9), arrowprops={"arrowstyle": "-|>", "color": RED, "linewidth": 2})
    axes.text(3.6, 2.02, words[7], ha="center", va="bottom", fontsize=9.5, color=RED)
    axes.annotate("", (2.62, 0.6), (4.78, 0.6), arrowprops={"arrowstyle": "-|>", "color": RED, "linewidth": 2})
    axes.text(3.7, 0.52, words[8], ha="center", va="top", fontsize=9.5, color=RED)
    axes.text(6.05, 0.5, words[9], ha="center", va="center", fontsize=9)
    save(figure, "09_ipc/deadlock", lang)


# What a message costs ------------------------------------------------------------------------------------------------

_WAYS = {
    "Manager": (RED, "o"),
    "Queue": (ORANGE, "s"),
    "Pipe": (BLUE, "D"),
    "Array": (GREEN, "^"),
    "shared memory": (INK, "v"),
    "Value": (SKY, "*"),
}


def draw_cost(costs: dict[str, list[float]], lang: str) -> None:
    """Lines on logarithmic axes, each named at its end."""
    figure = new_figure(lang, 7.5, 3.6)
    axes = figure.subplots()
    for way, seconds in costs.items():
        colour, marker = _WAYS[way]
        label = "shared_memory" if way == "shared memory" else way
        axes.loglog(SIZES[: len(seconds)], [one * 1e6 for one in seconds], marker=marker, color=colour, label=label)
    axes.legend(frameon=False, fontsize=9.5, loc="center left", bbox_to_anchor=(1, 0.5))
    axes.set_xlabel({"zh": "一条消息的字节数", "en": "bytes in a message"}[lang])
    axes.set_ylabel({"zh": "一去一回的微秒数", "en": "microseconds, there and back"}[lang])
    axes.grid(alpha=0.3)
    figure.tight_layout()
    save(figure, "09_ipc/cost", lang)


def _empty(axes: Axes, width: float, height: float) -> Axes:
    axes.set_xlim(0, width)
    axes.set_ylim(0, height)
    axes.axis("off")
    return axes


def _box(axes: Axes, x: float, y: float, width: float, height: float, text: str, colour: str, mono: bool = False) -> None:
    shape = FancyBboxPatch(
        (x - width / 2, y - height / 2),
        width,
        height,
        boxstyle="round,pad=0,rounding_size=0.08",
        facecolor=colour,
        edgecolor=INK,
        linewidth=0.8,
    )
    axes.add_patch(shape)
    axes.text(x, y, text, ha="center", va="center", fontsize=9.5, family="DejaVu Sans Mono" if mono else None)


if __name__ == "__main__":
    main()
