"""Draws the figure of 00_start: who runs what when an answer is checked."""

from matplotlib.patches import Rectangle
from style import BLUE, GREEN, INK, LANGUAGES, PALE, new_figure, save

WORDS = {
    "zh": {
        "left": "你的进程",
        "right": "判分进程",
        "own": "你的答案\nfree_seats(…)",
        "act": "检查的前半段\nleft = free_seats(2, […])",
        "data": "left = 9\n（只是数据）",
        "judge": "断言\nassert left == 10",
        "verdict": "结论与说明",
    },
    "en": {
        "left": "your process",
        "right": "the judge's process",
        "own": "your answer\nfree_seats(…)",
        "act": "first half of the check\nleft = free_seats(2, […])",
        "data": "left = 9\n(data, nothing else)",
        "judge": "the asserts\nassert left == 10",
        "verdict": "verdict and message",
    },
}


def box(axes, x, y, text, color):
    axes.text(
        x, y, text, ha="center", va="center", linespacing=1.5, bbox={"boxstyle": "round,pad=0.6", "fc": "white", "ec": color, "lw": 1.8}
    )


def arrow(axes, start, end, color=INK):
    axes.annotate("", end, start, arrowprops={"arrowstyle": "-|>", "color": color, "lw": 1.6})


for lang in LANGUAGES:
    words = WORDS[lang]
    figure = new_figure(lang, 8.4, 3.1)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, 10), ylim=(0, 4))
    axes.axis("off")
    for x, width, name in ((0.2, 3.9, "left"), (6.5, 3.3, "right")):
        axes.add_patch(Rectangle((x, 0.2), width, 3.6, fc=PALE, ec="#BBBBBB"))
        axes.text(x + width / 2, 3.5, words[name], ha="center", va="center", weight="bold")
    box(axes, 2.15, 2.6, words["own"], BLUE)
    box(axes, 2.15, 1.0, words["act"], BLUE)
    box(axes, 8.15, 2.3, words["judge"], GREEN)
    axes.text(8.15, 0.75, words["verdict"], ha="center", va="center", weight="bold", color=GREEN)
    arrow(axes, (2.15, 1.55), (2.15, 2.05))
    arrow(axes, (4.1, 1.0), (6.9, 2.1), BLUE)
    arrow(axes, (8.15, 1.75), (8.15, 1.0), GREEN)
    axes.text(5.3, 2.15, words["data"], ha="center", va="center", linespacing=1.5)
    print(save(figure, "00_start/judge", lang))
