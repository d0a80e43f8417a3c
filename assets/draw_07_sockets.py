"""The figures of 07_sockets: what clients cost, bytes in a stream, readiness, a backlog with and without a bound, a framework's call chain.

All of them show what a run of this script recorded. The readiness of epoll can be recorded on Linux only.
"""

import multiprocessing
import select
import selectors
import socket
import struct
import sys
import threading
import time
from pathlib import Path
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch
from style import BLUE, GREEN, INK, LANGUAGES, ORANGE, PALE, PINK, RED, SKY, YELLOW, new_figure, save

FILES = Path(__file__).parent.parent / "solutions" / "files" / "07_sockets"
sys.path.insert(0, str(FILES))
import call_trace  # noqa: E402 - stands beside the topic's notebook, found by the line above
import mini_socketserver as mini  # noqa: E402 - the same
import server_lab as lab  # noqa: E402 - the same

MIB = 2**20


def main() -> None:
    prices = measure_prices()
    words, together = record_stream()
    levels = {"level": record_readiness(0), "edge": record_readiness(select.EPOLLET)}
    backlogs = {"none": record_backlog(64 * MIB), "bound": record_backlog(MIB)}
    chain = call_trace.calls_of_one_request(mini.TCPServer, Shout)
    for lang in LANGUAGES:
        draw_prices(prices, lang)
        draw_stream(words, together, lang)
        draw_readiness(levels, lang)
        draw_backlog(backlogs, lang)
        draw_chain(chain, lang)


# What a client costs ---------------------------------------------------------------------------------------------------


def thread_per_client(listener: socket.socket, stop: threading.Event) -> None:
    for conn in lab.clients_of(listener, stop):
        threading.Thread(target=lab.introduce, args=(conn,)).start()


def process_per_client(listener: socket.socket, stop: threading.Event) -> None:
    for conn in lab.clients_of(listener, stop):
        multiprocessing.get_context("spawn").Process(target=lab.introduce, args=(conn,)).start()
        conn.close()


def measure_prices() -> list[tuple[float, float]]:
    """KiB and milliseconds per client, for threads and for processes."""
    vars(sys.modules["__main__"]).pop("__file__", None)  # or each child process would import this script, matplotlib included
    prices = []
    for serve, count in ((thread_per_client, 100), (process_per_client, 8)):
        _, _, memory, seconds = lab.costs(serve, count)
        prices.append((memory / count / 1024, seconds / count * 1000))
    return prices


def draw_prices(prices: list[tuple[float, float]], lang: str) -> None:
    """Two bar charts side by side, on logarithmic scales."""
    figure = new_figure(lang, 7.5, 2.6)
    titles = {
        "zh": ("每个客户的私有内存（KiB）", "到第一句回答的时间（毫秒）"),
        "en": ("private memory per client (KiB)", "until the first answer (ms)"),
    }
    names = {"zh": ("线程", "进程"), "en": ("thread", "process")}
    for place in range(2):
        axes = figure.add_axes((0.12 + 0.48 * place, 0.2, 0.34, 0.6))
        values = [price[place] for price in prices]
        axes.barh((1, 0), values, color=(SKY, ORANGE), edgecolor=INK, linewidth=0.8, height=0.62)
        axes.set_xscale("log")
        axes.set_xlim(min(values) / 8, max(values) * 12)
        axes.set_yticks((1, 0), names[lang])
        axes.set_title(titles[lang][place], fontsize=11, loc="left")
        axes.tick_params(left=False)
        for y, value in zip((1, 0), values, strict=True):
            axes.text(value * 1.25, y, f"{value:,.1f}" if value < 10 else f"{value:,.0f}", va="center", fontsize=10)
    save(figure, "07_sockets/costs", lang)


# Bytes in a stream -----------------------------------------------------------------------------------------------------


def record_stream() -> tuple[list[bytes], bytes]:
    """Three sends, and the one read that brings them."""
    words = [b"one", b"two", b"three"]
    left, right = lab.pair()
    with left, right:
        for word in words:
            left.sendall(word)
        lab.wait_for(right, 11)
        return words, right.recv(100)


def draw_stream(words: list[bytes], together: bytes, lang: str) -> None:
    """Sends, the buffer, the framed stream: a square per byte."""
    figure = new_figure(lang, 7.9, 3.0)
    axes = _empty(figure.add_axes((0, 0, 1, 1)), 7.9, 3.0)
    labels = {
        "zh": ("发送三次", "接收缓冲区，一次收完", "每条消息前写上长度"),
        "en": ("three sends", "the receive buffer: one read takes all", "a length in front of each message"),
    }[lang]
    colours = (SKY, ORANGE, GREEN)
    x = 0.25
    axes.text(x, 2.78, labels[0], fontweight="bold", va="center")
    for word, colour in zip(words, colours, strict=True):
        _bytes(axes, x, 2.4, word, colour)
        x += 0.27 * len(word) + 0.3
    axes.text(0.25, 1.82, labels[1], fontweight="bold", va="center")
    _bytes(axes, 0.25, 1.44, together, PALE)
    axes.text(0.25, 0.86, labels[2], fontweight="bold", va="center")
    x = 0.25
    for word, colour in zip(words, colours, strict=True):
        _bytes(axes, x, 0.48, struct.pack("!I", len(word)), YELLOW)
        _bytes(axes, x + 0.27 * 4, 0.48, word, colour)
        x += 0.27 * (4 + len(word))
    save(figure, "07_sockets/stream", lang)


def _bytes(axes: Axes, x: float, y: float, data: bytes, colour: str) -> None:
    for place, byte in enumerate(data):
        text = chr(byte) if 32 < byte < 127 else f"{byte:02x}"
        _box(axes, x + 0.27 * place + 0.13, y, 0.26, 0.36, text, colour, mono=True, size=9)


# Readiness -------------------------------------------------------------------------------------------------------------


def record_readiness(mode: int) -> list[tuple[int, bool]]:
    """For each question: bytes in the buffer, and whether epoll called the socket readable. 4 bytes are read after each."""
    left, right = lab.pair()
    right.setblocking(False)
    steps = []
    with left, right, select.epoll() as epoll:
        epoll.register(right, select.EPOLLIN | mode)
        left.sendall(b"0123456789")
        lab.wait_for(right, 10)
        for _ in range(4):
            try:
                size = len(right.recv(100, socket.MSG_PEEK))
            except BlockingIOError:
                size = 0
            steps.append((size, bool(epoll.poll(0))))
            if size:
                right.recv(4)
    return steps


def draw_readiness(levels: dict[str, list[tuple[int, bool]]], lang: str) -> None:
    """Two staircases of bytes left; a mark where the socket was reported."""
    figure = new_figure(lang, 7.5, 2.9)
    titles = {
        "zh": {"level": "水平触发（默认）", "edge": "边缘触发（EPOLLET）"},
        "en": {"level": "level-triggered (default)", "edge": "edge-triggered (EPOLLET)"},
    }
    said = {"zh": ("报告可读", "不报告"), "en": ("reported", "not reported")}[lang]
    for place, (name, steps) in enumerate(levels.items()):
        axes = figure.add_axes((0.08 + 0.49 * place, 0.2, 0.42, 0.62))
        axes.set_title(titles[lang][name], loc="left", fontsize=11, fontweight="bold")
        for number, (size, ready) in enumerate(steps, 1):
            axes.bar(number, size, 0.7, color=GREEN if ready else PALE, edgecolor=INK, linewidth=0.8)
            axes.text(
                number, size + 0.4, ("✓\n" if ready else "–\n") + said[not ready], ha="center", va="bottom", fontsize=9, linespacing=1.1
            )
        axes.set_xticks(range(1, 5))
        axes.set_ylim(0, 14.5)
        axes.set_yticks((0, 2, 6, 10))
        axes.set_xlabel({"zh": "第几次问（每次之后读 4 个字节）", "en": "question (4 bytes are read after each)"}[lang])
        if not place:
            axes.set_ylabel({"zh": "缓冲区里的字节", "en": "bytes in the buffer"}[lang])
    save(figure, "07_sockets/readiness", lang)


# A backlog -------------------------------------------------------------------------------------------------------------


def record_backlog(bound: int) -> tuple[list[tuple[float, int]], float]:
    """(seconds, unsent bytes) of an echo server whose one client sends 6 MiB; and when the client begins to read."""
    samples: list[tuple[float, int]] = []
    started = time.perf_counter()
    left, right = lab.pair()
    for sock in (left, right):
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 65536)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)
    server = threading.Thread(target=_echo_within, args=(right, bound, samples, started))
    server.start()
    sender = threading.Thread(target=_pour, args=(left, 6 * MIB))
    sender.start()
    time.sleep(0.5)
    reads_from = time.perf_counter() - started
    while left.recv(65536):
        time.sleep(0.002)
    sender.join()
    server.join()
    left.close()
    return samples, reads_from


def _pour(sock: socket.socket, size: int) -> None:
    sock.sendall(bytes(size))
    sock.shutdown(socket.SHUT_WR)


def _echo_within(sock: socket.socket, bound: int, samples: list[tuple[float, int]], started: float) -> None:
    unsent, more = bytearray(), True
    sock.setblocking(False)
    with sock, selectors.DefaultSelector() as selector:
        selector.register(sock, selectors.EVENT_READ)
        while more or unsent:
            wanted = (selectors.EVENT_READ if more and len(unsent) < bound else 0) | (selectors.EVENT_WRITE if unsent else 0)
            selector.modify(sock, wanted)
            for _, events in selector.select(1):
                if events & selectors.EVENT_READ:
                    data = sock.recv(65536)
                    more = bool(data)
                    unsent += data
                if events & selectors.EVENT_WRITE:
                    del unsent[: sock.send(unsent[:65536])]
            samples.append((time.perf_counter() - started, len(unsent)))


def draw_backlog(backlogs: dict[str, tuple[list[tuple[float, int]], float]], lang: str) -> None:
    """Unsent bytes over time, with and without a bound."""
    figure = new_figure(lang, 7.5, 3.1)
    axes = figure.add_axes((0.1, 0.18, 0.87, 0.78))
    words = {
        "zh": {"none": "没有上限", "bound": "上限 1 MiB", "reads": "客户开始收", "x": "时间（秒）", "y": "没发出去的（MiB）"},
        "en": {
            "none": "no bound",
            "bound": "bound of 1 MiB",
            "reads": "the client begins to read",
            "x": "time (seconds)",
            "y": "unsent (MiB)",
        },
    }[lang]
    for name, colour, line in (("none", RED, "--"), ("bound", BLUE, "-")):
        samples, _ = backlogs[name]
        times = [0.0, *(at for at, _ in samples)]
        sizes = [0.0, *(size / MIB for _, size in samples)]
        axes.step(times, sizes, where="post", color=colour, linestyle=line, linewidth=2, label=words[name])
    reads_from = backlogs["none"][1]
    axes.axvline(reads_from, color=INK, linewidth=1, linestyle=":")
    axes.text(reads_from + 0.008, 6.55, words["reads"], va="top", fontsize=10)
    axes.set_ylim(0, 6.6)
    axes.set_xlim(0, None)
    axes.set_xlabel(words["x"])
    axes.set_ylabel(words["y"])
    axes.legend(frameon=False, loc="upper left", bbox_to_anchor=(0.02, 0.86))
    save(figure, "07_sockets/backlog", lang)


# A call chain ----------------------------------------------------------------------------------------------------------


class Shout(mini.BaseRequestHandler):
    """The handler of the lesson."""

    def handle(self) -> None:
        self.request.sendall(self.request.recv(100) + b"!")


_CLASSES = {
    "BaseServer": SKY,
    "TCPServer": ORANGE,
    "ThreadingMixIn": YELLOW,
    "ThreadingTCPServer": PALE,
    "BaseRequestHandler": GREEN,
    "Shout": PINK,
}


def draw_chain(chain: list[str], lang: str) -> None:
    """The methods in order of first call on the left, the class graph on the right."""
    height = 0.27 * len(chain) + 0.75
    figure = new_figure(lang, 7.9, height)
    axes = _empty(figure.add_axes((0, 0, 1, 1)), 7.9, height)
    heads = {"zh": ("按第一次被调用的先后", "谁继承谁"), "en": ("in order of first call", "who inherits from whom")}[lang]
    axes.text(0.2, height - 0.25, heads[0], fontweight="bold", va="center")
    axes.text(4.1, height - 0.25, heads[1], fontweight="bold", va="center")
    for number, name in enumerate(chain, 1):
        y = height - 0.42 - 0.27 * number
        axes.text(0.42, y, str(number), ha="right", va="center", fontsize=9.5)
        _box(axes, 2.0, y, 2.9, 0.23, name, _CLASSES[name.split(".")[0]], mono=True, size=9)
    places = {
        "BaseServer": (5.1, height - 0.85),
        "TCPServer": (5.1, height - 1.85),
        "ThreadingMixIn": (6.95, height - 1.85),
        "ThreadingTCPServer": (6.0, height - 2.85),
        "BaseRequestHandler": (6.0, height - 3.9),
        "Shout": (6.0, height - 4.8),
    }
    for name, (x, y) in places.items():
        cls = getattr(mini, name, Shout)
        _box(axes, x, y, 1.72, 0.36, name, _CLASSES[name], mono=True, size=9)
        for base in cls.__bases__:
            if base.__name__ in places:
                up_x, up_y = places[base.__name__]
                axes.annotate("", (up_x, up_y - 0.2), (x, y + 0.2), arrowprops={"arrowstyle": "-|>", "color": INK, "linewidth": 1.3})
    save(figure, "07_sockets/chain", lang)


# Shared ----------------------------------------------------------------------------------------------------------------


def _empty(axes: Axes, width: float, height: float) -> Axes:
    axes.set_axis_off()
    axes.set_xlim(0, width)
    axes.set_ylim(0, height)
    return axes


def _box(
    axes: Axes, x: float, y: float, width: float, height: float, text: str, colour: str, *, mono: bool = False, size: float = 9.5
) -> None:
    corner = (x - width / 2, y - height / 2)
    axes.add_patch(
        FancyBboxPatch(corner, width, height, "round,pad=0,rounding_size=0.04", facecolor=colour, edgecolor=INK, linewidth=0.8, zorder=2)
    )
    font: dict[str, Any] = {"family": "DejaVu Sans Mono"} if mono else {}
    ink = "white" if colour in (RED, GREEN, BLUE) else INK
    axes.text(x, y, text, ha="center", va="center", fontsize=size, color=ink, zorder=3, **font)


if __name__ == "__main__":
    main()
