"""Draws what the lesson measured."""

from matplotlib import pyplot as plt

_COLOURS = ("#0072B2", "#E69F00", "#009E73", "#D55E00", "#56B4E9", "#CC79A7", "#F0E442", "#999999")
_WAITING = "#DDDDDD"


def timelines(charts):
    """One chart under another, each with a lane per worker and a bar wherever it was on a core; ``charts`` is {title: slices}."""
    cores = sorted({core for seen in charts.values() for _, _, _, core in seen if core != "waiting"})
    colours = {core: _COLOURS[number % len(_COLOURS)] for number, core in enumerate(cores)} | {"waiting": _WAITING}
    figure, rows = plt.subplots(len(charts), figsize=(8, 0.5 + 1.1 * len(charts)), sharex=True, squeeze=False, layout="constrained")
    for axes, (title, seen) in zip(rows[:, 0], charts.items(), strict=True):
        lanes(axes, seen, colours)
        axes.set_title(title, loc="left", fontsize=10)
    rows[-1, 0].set_xlabel("milliseconds since the first worker began")
    for core, colour in colours.items():
        if any(core == one for seen in charts.values() for *_, one in seen):
            rows[0, 0].bar(0, 0, color=colour, label=core if core == "waiting" else f"core {core}")
    figure.legend(loc="outside upper right", ncols=6, fontsize=8, frameon=False)
    return figure


def lanes(axes, seen, colours):
    """A lane per worker, the first on top."""
    first = min(begin for _, begin, _, _ in seen)
    workers = sorted({worker for worker, *_ in seen}, reverse=True)
    spans = {}
    for worker, begin, seconds, core in seen:
        spans.setdefault((worker, core), []).append(((begin - first) * 1000, seconds * 1000))
    for (worker, core), bars_of_one in spans.items():
        axes.broken_barh(bars_of_one, (workers.index(worker) - 0.35, 0.7), color=colours[core])
    axes.set_yticks(range(len(workers)), workers)


def bars(seconds):
    """Bars of seconds; ``seconds`` is {(job, how): seconds}."""
    figure, axes = plt.subplots(figsize=(8, 3), layout="constrained")
    labels = [f"{job}, {how}" for job, how in seconds]
    bar = axes.barh(labels[::-1], list(seconds.values())[::-1], color=_COLOURS[0])
    axes.bar_label(bar, fmt="%.2f", padding=3)
    axes.set_xlabel("seconds for four jobs")
    return figure
