"""Draws segments as a sequence diagram: two lifelines, one arrow per segment, time runs down."""


def draw(segments, title):
    """Show the segments in order. Each has `sender`, `flags`, `seq` and `ack`."""
    from matplotlib import pyplot as plt

    segments = list(segments)
    figure, axes = plt.subplots(figsize=(6.5, 0.9 + 0.55 * len(segments)))
    places = {"client": 0, "server": 1}
    for name, x in places.items():
        axes.plot((x, x), (0.2, len(segments) + 0.6), color="#333333", linewidth=1, linestyle=":")
        axes.text(x, 0, name, ha="center", weight="bold")
    for number, segment in enumerate(segments, 1):
        start = places[segment.sender]
        color = "#0072B2" if start == 0 else "#D55E00"
        axes.annotate("", (1 - start, number + 0.25), (start, number), arrowprops={"arrowstyle": "-|>", "color": color, "linewidth": 1.6})
        text = f"{segment.flags}  seq={segment.seq}  ack={segment.ack}"
        axes.text(0.5, number - 0.05, text, ha="center", va="bottom", fontsize=9.5, family="monospace")
    axes.set_ylim(len(segments) + 0.8, -0.4)
    axes.set_xlim(-0.12, 1.12)
    axes.set_axis_off()
    axes.set_title(title, fontsize=11)
    plt.show()
    plt.close(figure)
