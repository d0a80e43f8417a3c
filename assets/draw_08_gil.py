"""The figures of 08_gil: who ran when, what four jobs cost in four ways, and how an update gets lost.

All three show what a run of this script recorded. Of several runs of a measurement the shortest is kept, since others use this machine as well.
"""

import asyncio
import multiprocessing
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch, Patch
from style import BLUE, GREEN, INK, LANGUAGES, ORANGE, PALE, RED, SKY, new_figure, save

sys.path.insert(0, str(Path(__file__).parent.parent / "solutions" / "files" / "08_gil"))
import gil_jobs

TRIES = 25
Slices = list[tuple[str, float, float, Any]]
SPAWN = multiprocessing.get_context("spawn")


def main() -> None:
    del globals()["__file__"]  # as in a notebook: a child that is spawned does not run this program again
    charts, seconds, races = record_timelines(), measure_jobs(), [record_race(locked) for locked in (False, True)]
    for lang in LANGUAGES:
        draw_timelines(charts, lang)
        draw_speedup(seconds, lang)
        draw_race(races, lang)


# Who ran when --------------------------------------------------------------------------------------------------------


def record_timelines() -> dict[str, Slices]:
    """The slices of two jobs, done in four ways."""
    with ThreadPoolExecutor(2) as threads, ProcessPoolExecutor(2, mp_context=SPAWN) as processes:
        list(processes.map(gil_jobs.nap, [0.5, 0.5]))
        return {
            "serial": shortest(lambda: gil_jobs.slices("A") + gil_jobs.slices("B")),
            "threads": shortest(lambda: both(threads, gil_jobs.slices)),
            "processes": shortest(lambda: both(processes, gil_jobs.slices)),
            "waiting": shortest(lambda: both(threads, gil_jobs.waits)),
        }


def both(pool: Executor, job: Callable[[str], Slices]) -> Slices:
    return [one for seen in pool.map(job, "AB") for one in seen]


def shortest(run: Callable[[], Slices]) -> Slices:
    return min((run() for _ in range(TRIES)), key=span)


def span(seen: Slices) -> float:
    return max(begin + seconds for _, begin, seconds, _ in seen) - min(begin for _, begin, _, _ in seen)


_TITLES = {
    "serial": ("串行：先 A 后 B", "serial: first A, then B"),
    "threads": ("两个线程，有 GIL：并发，轮流计算", "two threads with a GIL: concurrent, computing in turn"),
    "processes": ("两个进程：并行，同时计算", "two processes: parallel, computing at once"),
    "waiting": ("两个线程在等待：不占任何核", "two threads that wait: on no core at all"),
}


def draw_timelines(charts: dict[str, Slices], lang: str) -> None:
    """Four charts with a common axis, a lane per worker."""
    figure = new_figure(lang, 7.5, 5.2)
    rows = figure.subplots(len(charts), sharex=True)
    cores = sorted({core for seen in charts.values() for *_, core in seen if core != "waiting"})
    colours = dict(zip(cores, (BLUE, ORANGE, GREEN, RED), strict=False)) | {"waiting": "#DDDDDD"}
    for axes, (name, seen) in zip(rows, charts.items(), strict=True):
        axes.set_title(_TITLES[name][LANGUAGES.index(lang)], loc="left", fontsize=10.5)
        first = min(begin for _, begin, _, _ in seen)
        for worker, begin, seconds, core in seen:
            axes.broken_barh([((begin - first) * 1000, seconds * 1000)], ("BA".index(worker) - 0.36, 0.72), color=colours[core])
        axes.set_yticks((0, 1), ("B", "A"))
    rows[-1].set_xlabel({"zh": "第一个开始以后的毫秒数", "en": "milliseconds since the first one began"}[lang])
    words = {"zh": ("核 {}", "等待"), "en": ("core {}", "waiting")}[lang]
    keys = [Patch(color=colour, label=words[1] if core == "waiting" else words[0].format(core)) for core, colour in colours.items()]
    figure.legend(handles=keys, loc="lower right", ncols=len(keys), frameon=False, fontsize=9.5)
    figure.tight_layout(rect=(0, 0.02, 1, 1), h_pad=0.6)
    save(figure, "08_gil/timelines", lang)


# What four jobs cost -------------------------------------------------------------------------------------------------


def measure_jobs() -> dict[tuple[str, str], float]:
    """Seconds for four jobs of two kinds, done in four ways."""
    seconds = {}
    with ThreadPoolExecutor(4) as threads, ProcessPoolExecutor(4, mp_context=SPAWN) as processes:
        list(processes.map(gil_jobs.nap, [0.5] * 4))
        for kind, job in (("compute", gil_jobs.compute), ("wait", gil_jobs.fetch)):
            ways = {"serial": map, "4 threads": threads.map, "4 processes": processes.map}
            for how, mapping in ways.items():
                seconds[kind, how] = min(timed(lambda job=job, mapping=mapping: list(mapping(job, range(4)))) for _ in range(TRIES))
            seconds[kind, "4 coroutines"] = min(timed(lambda kind=kind: asyncio.run(_four(kind))) for _ in range(TRIES))
    return seconds


async def _four(kind: str) -> None:
    async def one() -> None:
        if kind == "wait":
            await asyncio.sleep(0.1)
        else:
            gil_jobs.compute()

    await asyncio.gather(*(one() for _ in range(4)))


def timed(run: Callable[[], object]) -> float:
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


def draw_speedup(seconds: dict[tuple[str, str], float], lang: str) -> None:
    """Bars for computing on the left, for waiting on the right, with seconds and the gain."""
    figure = new_figure(lang, 7.5, 2.7)
    titles = {
        "zh": {"compute": "四件计算（2 个核）", "wait": "四件等待"},
        "en": {"compute": "four computing jobs (2 cores)", "wait": "four waiting jobs"},
    }[lang]
    names = {"serial": "串行", "4 threads": "4 个线程", "4 processes": "4 个进程", "4 coroutines": "4 个协程"}
    for axes, (kind, colour) in zip(figure.subplots(1, 2), (("compute", BLUE), ("wait", ORANGE)), strict=True):
        ways = [how for one, how in seconds if one == kind][::-1]
        spent = [seconds[kind, how] for how in ways]
        bars = axes.barh([names[how] if lang == "zh" else how for how in ways], spent, color=colour, height=0.65)
        gains = [f"{value:.2f} s, ×{seconds[kind, 'serial'] / value:.1f}" for value in spent]
        axes.bar_label(bars, gains, padding=3, fontsize=9.5)
        axes.set_xlim(0, max(spent) * 1.5)
        axes.set_title(titles[kind], loc="left", fontsize=10.5)
        axes.set_xlabel({"zh": "秒", "en": "seconds"}[lang])
    figure.tight_layout(w_pad=2)
    save(figure, "08_gil/speedup", lang)


# How an update gets lost ---------------------------------------------------------------------------------------------


def record_race(locked: bool) -> list[tuple[str, str, int]]:
    """(thread, what, number) in the order in which it happened, of two threads that add 1 to 0."""
    events: list[tuple[str, str, int]] = []
    barrier, inside = threading.Barrier(2), threading.Event()
    box = {"total": 0}
    guard = threading.Lock() if locked else nullcontext()

    def add() -> None:
        name = threading.current_thread().name
        if locked and name == "T2":
            inside.wait(10)
            events.append((name, "ask", 0))
            barrier.wait(10)
        with guard:  # type: ignore[attr-defined]
            old = box["total"]
            events.append((name, "read", old))
            inside.set()
            if not locked or name == "T1":
                barrier.wait(10)
            box["total"] = old + 1
            events.append((name, "write", old + 1))

    threads = [threading.Thread(target=add, name=name) for name in ("T1", "T2")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(events, key=lambda event: ("read", "ask", "write").index(event[1])) if not locked else events


_WORDS = {"read": (SKY, "读到 {}", "reads {}"), "write": (GREEN, "写回 {}", "writes {}"), "ask": (PALE, "等锁", "waits for\nthe lock")}


def draw_race(races: list[list[tuple[str, str, int]]], lang: str) -> None:
    """Two charts in order of events, a lane per thread, the sum at the end."""
    figure = new_figure(lang, 7.5, 4.2)
    titles = {
        "zh": ("没有锁：两个线程都读到旧值，丢了一次", "有锁：T2 等到 T1 写完才读"),
        "en": ("No lock: both read the old value, one update is lost", "With a lock: T2 reads after T1 has written"),
    }[lang]
    for place, (title, events) in enumerate(zip(titles, races, strict=True)):
        axes = figure.add_axes((0.06, 0.57 - 0.49 * place, 0.92, 0.32))
        axes.set_title(title, loc="left", fontsize=11, fontweight="bold")
        axes.set_xlim(0.4, 6.6)
        axes.set_ylim(-0.55, 1.55)
        axes.set_yticks((1, 0), ("T1", "T2"))
        axes.set_xticks(range(1, 6))
        axes.spines["left"].set_visible(False)
        axes.tick_params(left=False)
        for lane in (0, 1):
            axes.axhline(lane, xmax=0.83, color=INK, linewidth=0.8, zorder=0)
        for number, (thread, what, value) in enumerate(events, 1):
            colour, zh, en = _WORDS[what]
            lane = 1 if thread == "T1" else 0
            _box(
                axes,
                number,
                lane,
                {"zh": zh, "en": en}[lang].format(value),
                RED if what == "write" and not place and number == len(events) else colour,
            )
            if what == "ask":
                axes.plot((number + 0.45, 3.55), (lane, lane), color=INK, linewidth=5, linestyle=(0, (0.5, 0.5)), zorder=1)
        axes.text(
            6.1, 0.5, {"zh": f"结果 {events[-1][2]}", "en": f"sum {events[-1][2]}"}[lang], ha="center", va="center", fontweight="bold"
        )
        if place:
            axes.set_xlabel({"zh": "事件的先后次序（第几个）", "en": "order of events (number)"}[lang])
    save(figure, "08_gil/lost_update", lang)


def _box(axes: Axes, x: float, y: float, text: str, colour: str) -> None:
    shape = FancyBboxPatch(
        (x - 0.42, y - 0.36), 0.84, 0.72, boxstyle="round,pad=0,rounding_size=0.08", facecolor=colour, edgecolor=INK, linewidth=0.8
    )
    axes.add_patch(shape)
    axes.text(x, y, text, ha="center", va="center", fontsize=9.5, color="white" if colour == RED else INK)


if __name__ == "__main__":
    main()
