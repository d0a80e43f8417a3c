"""The figures of 06_network_model: a frame byte by byte, a stream and datagrams, the segments of a connection, a mask as bits.

Frame, reads, segments and bits come from running the code below or from the recording beside the notebook.
"""

import socket
import struct
import sys
from pathlib import Path
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch, Rectangle
from style import BLUE, GREEN, INK, LANGUAGES, ORANGE, PALE, PINK, RED, SKY, YELLOW, new_figure, save

FOLDER = "06_network_model"
sys.path.insert(0, str(Path(__file__).parent.parent / "solutions" / "files" / FOLDER))
import recorded  # noqa: E402 - stands beside the topic's notebook, found by the line above
import wire  # noqa: E402 - the same

MONO = {"family": "DejaVu Sans Mono"}


def main() -> None:
    reads = record_reads()
    for lang in LANGUAGES:
        draw_frame(lang)
        draw_stream(reads, lang)
        draw_segments(lang)
        draw_mask(lang)


def canvas(lang: str, width: float, height: float) -> tuple[Any, Axes]:
    """A figure and bare axes whose units are tenths of an inch, y downwards."""
    figure = new_figure(lang, width, height)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, width * 10)
    axes.set_ylim(height * 10, 0)
    axes.axis("off")
    return figure, axes


def cell(axes: Axes, x: float, y: float, width: float, height: float, text: str, fill: str, **font: Any) -> None:
    """A box of the grid with its text in the middle, readable on its colour."""
    axes.add_patch(Rectangle((x, y), width, height, facecolor=fill, edgecolor=INK, linewidth=0.7))
    ink = "white" if fill in (BLUE, GREEN, RED) else INK
    axes.text(x + width / 2, y + height / 2, text, ha="center", va="center", color=ink, **font)


# --- a frame byte by byte ----------------------------------------------------------------------------------------------

# where each part begins, its colour and name; then the fields that a reader looks for: first byte, bytes, colour, label
_PARTS = {
    "zh": [
        (0, SKY, "以太网首部 14"),
        (14, ORANGE, "IPv4 首部 20"),
        (34, YELLOW, "TCP 首部 20"),
        (54, GREEN, "正文 5"),
        (59, PALE, "填充 1"),
    ],
    "en": [(0, SKY, "Ethernet 14"), (14, ORANGE, "IPv4 20"), (34, YELLOW, "TCP 20"), (54, GREEN, "payload 5"), (59, PALE, "padding 1")],
}
_FIELDS = [
    (0, 6, "接收方 MAC", "receiver's MAC"),
    (6, 6, "发送方 MAC", "sender's MAC"),
    (12, 2, "类型", "type"),
    (14, 1, "长", "len"),
    (16, 2, "总长度", "total"),
    (20, 2, "分片", "frag."),
    (23, 1, "协议", "prot."),
    (26, 4, "发送方 IP", "sender's IP"),
    (30, 4, "接收方 IP", "receiver's IP"),
    (34, 2, "源端口", "from port"),
    (36, 2, "目的端口", "to port"),
    (38, 4, "序号 seq", "seq"),
    (42, 4, "确认号 ack", "ack"),
    (46, 1, "长", "len"),
    (47, 1, "标志", "flags"),
    (54, 5, "GET /", "GET /"),
]


def draw_frame(lang: str) -> None:
    """Four rows of sixteen bytes, coloured by layer, important fields underlined and named."""
    frame = wire.build_frame(b"GET /").ljust(60, b"\0")
    figure, axes = canvas(lang, 8.4, 4.3)
    parts = _PARTS[lang]
    size, top, step = 4.6, 6, 9.6
    for number, byte in enumerate(frame):
        fill = [colour for start, colour, _ in parts if start <= number][-1]
        x, y = 5 + number % 16 * size, top + number // 16 * step
        cell(axes, x, y, size, 4.2, f"{byte:02x}", fill, fontsize=10.5, **MONO)
        if number % 16 == 0:
            axes.text(4, y + 2.1, str(number), ha="right", va="center", fontsize=9)
    for first, count, zh, en in _FIELDS:
        for row in range(first // 16, (first + count - 1) // 16 + 1):
            start, end = max(first, row * 16), min(first + count, row * 16 + 16)
            x, y = 5 + (start - row * 16) * size, top + row * step + 4.7
            axes.plot((x + 0.4, x + (end - start) * size - 0.4), (y, y), color=INK, linewidth=1.6)
            if (
                end - start >= count / 2
                and start == max(first, row * 16)
                and (count == end - start or start != first or end - start > count / 2)
            ):
                axes.text(x + (end - start) * size / 2, y + 1.8, zh if lang == "zh" else en, ha="center", va="center", fontsize=8.5)
    for number, (_, colour, name) in enumerate(parts):
        axes.add_patch(Rectangle((5 + number * 15.4, 1.4), 2.2, 2.2, facecolor=colour, edgecolor=INK, linewidth=0.7))
        axes.text(8 + number * 15.4, 2.5, name, va="center", fontsize=10)
    save(figure, f"{FOLDER}/frame", lang)


# --- a stream and datagrams ------------------------------------------------------------------------------------------------


def record_reads() -> dict[str, list[bytes]]:
    """What reads gave on the loopback: over TCP all at once, over UDP one by one, the last with room for 4 bytes."""
    words = [b"one", b"two", b"three"]
    with socket.create_server(("127.0.0.1", 0)) as listener, socket.create_connection(listener.getsockname()) as client:
        server, _ = listener.accept()
        with server:
            for word in words:
                client.sendall(word)
            while len(server.recv(100, socket.MSG_PEEK)) < 11:
                pass
            tcp = [server.recv(100)]
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as inbox, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        inbox.bind(("127.0.0.1", 0))
        inbox.settimeout(5)
        for word in words:
            sender.sendto(word, inbox.getsockname())
        udp = [inbox.recv(100), inbox.recv(100), inbox.recv(4)]
    return {"sent": words, "TCP": tcp, "UDP": udp}


def draw_stream(reads: dict[str, list[bytes]], lang: str) -> None:
    """Two columns: sends on top, what waits in the kernel, what reads gave."""
    zh = lang == "zh"
    figure, axes = canvas(lang, 8.4, 4.0)
    rows = ("发送", "内核缓冲区", "读到") if zh else ("sent", "in the kernel", "read")
    for y, name in zip((9, 20, 32), rows, strict=True):
        axes.text(1, y, name, va="center", fontsize=10.5, fontweight="bold")
    titles = ("TCP：一串字节", "UDP：一封封信") if zh else ("TCP: a stream of bytes", "UDP: one letter after another")
    colours = (SKY, ORANGE, PINK)
    size = 2.15
    for left, title, gap in ((14, titles[0], 0.0), (50, titles[1], 2.2)):
        axes.text(left, 2.5, title, va="center", fontsize=12, fontweight="bold")
        x, wait = left, left
        for word, colour in zip(reads["sent"], colours, strict=True):
            for letter in word.decode():
                cell(axes, x, 7.2, size, 3.6, letter, colour, fontsize=10.5, **MONO)
                cell(axes, wait, 18.2, size, 3.6, letter, colour, fontsize=10.5, **MONO)
                x, wait = x + size, wait + size
            x, wait = x + 2.2, wait + gap
        axes.annotate("", (left + 14, 17), (left + 14, 12), arrowprops={"arrowstyle": "-|>", "color": INK})
        axes.annotate("", (left + 14, 29), (left + 14, 23.2), arrowprops={"arrowstyle": "-|>", "color": INK})
    assert b"".join(reads["TCP"]) == b"".join(reads["sent"])
    pattern = [colour for word, colour in zip(reads["sent"], colours, strict=True) for _ in word]
    for number, letter in enumerate(reads["TCP"][0].decode()):
        cell(axes, 14 + number * size, 30.2, size, 3.6, letter, pattern[number], fontsize=10.5, **MONO)
    x = 50.0
    for read, colour, word in zip(reads["UDP"], colours, reads["sent"], strict=True):
        for number, letter in enumerate(word.decode()):
            kept = number < len(read)
            cell(axes, x, 30.2, size, 3.6, letter if kept else "×", colour if kept else "white", fontsize=10.5, **MONO)
            x += size
        x += 2.2
    notes = (
        ("recv(100)，一次", "recv(100)、recv(100)、recv(4)：最后一个字节丢了")
        if zh
        else ("recv(100), once", "recv(100), recv(100), recv(4): a byte is lost")
    )
    axes.text(14, 36.5, notes[0], va="center", fontsize=9.5)
    axes.text(44 if not zh else 46, 36.5, notes[1], va="center", fontsize=9.5)
    save(figure, f"{FOLDER}/stream", lang)


# --- the segments of a connection ------------------------------------------------------------------------------------------

# TCP_INFO and /proc/net/tcp gave ESTABLISHED, FIN-WAIT-2, CLOSE-WAIT, TIME-WAIT when it was recorded; RFC 9293 has those in between
_STATES = {
    "client": [(-0.4, "CLOSED"), (0.35, "SYN-SENT"), (1.6, "ESTABLISHED"), (5.5, "FIN-WAIT-1"), (6.75, "FIN-WAIT-2"), (10.1, "TIME-WAIT")],
    "server": [(-0.4, "LISTEN"), (0.8, "SYN-RECEIVED"), (2.6, "ESTABLISHED"), (5.9, "CLOSE-WAIT"), (9.2, "LAST-ACK"), (10.8, "CLOSED")],
}


def draw_segments(lang: str) -> None:
    """All eleven segments, numbers relative to both starting points, states at the sides."""
    zh = lang == "zh"
    rows = recorded.rows(recorded.FOUR)
    base = {"client": rows[0][2], "server": rows[1][2]}
    other = {"client": "server", "server": "client"}
    figure, axes = canvas(lang, 8.2, 6.6)
    places, step, top = {"client": 24.0, "server": 58.0}, 4.9, 9.0
    names = {"client": "客户端", "server": "服务器"} if zh else {"client": "client", "server": "server"}
    for who, x in places.items():
        axes.plot((x, x), (top - 4, top + 10.9 * step), color=INK, linewidth=1.2)
        axes.text(x, 2.4, names[who], ha="center", va="center", fontweight="bold", fontsize=12)
        for place, name in _STATES[who]:
            width = 14.5
            left = x - width - 2 if who == "client" else x + 2
            y = top + place * step
            axes.add_patch(
                FancyBboxPatch((left, y - 1.3), width, 2.6, "round,pad=0,rounding_size=0.6", facecolor=PALE, edgecolor=INK, linewidth=0.8)
            )
            axes.text(left + width / 2, y, name, ha="center", va="center", fontsize=9)
    for number, (who, flags, seq, ack, size) in enumerate(rows):
        start, end = places[who], places[other[who]]
        y = top + number * step
        strong = "SYN" in flags or "FIN" in flags
        colour = RED if "FIN" in flags else BLUE if "SYN" in flags else GREEN if size else INK
        look = {"arrowstyle": "-|>", "color": colour, "linewidth": 2.0 if strong else 1.2, "shrinkA": 0, "shrinkB": 0}
        axes.annotate("", (end, y + 2.2), (start, y), arrowprops=look)
        seq_text = f"seq={'x' if who == 'client' else 'y'}{_plus(seq - base[who])}"
        ack_text = f" ack={'y' if who == 'client' else 'x'}{_plus(ack - base[other[who]])}" if "ACK" in flags else ""
        data = (f"  {size} 字节" if zh else f"  {size} bytes") if size else ""
        axes.text(
            41,
            y - 0.1,
            f"{flags} {seq_text}{ack_text}{data}",
            ha="center",
            va="center",
            fontsize=9,
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.6},
        )
    note = (
        f"录音中 x = {base['client']}，y = {base['server']}；SYN 和 FIN 各占一个序号"
        if zh
        else f"recorded with x = {base['client']}, y = {base['server']}; SYN and FIN take one number each"
    )
    axes.text(41, 64.6, note, ha="center", va="center", fontsize=9.5)
    save(figure, f"{FOLDER}/segments", lang)


def _plus(number: int) -> str:
    return f"+{number}" if number else ""


# --- a mask as bits ----------------------------------------------------------------------------------------------------------


def draw_mask(lang: str) -> None:
    """Address, mask, network and host as rows of 32 cells."""
    zh = lang == "zh"
    address, mask = (struct.unpack("!I", socket.inet_aton(text))[0] for text in ("192.168.10.77", "255.255.255.192"))
    rows = [
        ("地址" if zh else "address", address, "192.168.10.77"),
        ("掩码" if zh else "mask", mask, "/26"),
        ("网络地址" if zh else "network", address & mask, socket.inet_ntoa(struct.pack("!I", address & mask))),
        ("主机号" if zh else "host", address & ~mask, str(address & ~mask)),
    ]
    ones = mask.bit_count()
    figure, axes = canvas(lang, 8.6, 2.9)
    size, left = 1.72, 10.5
    for row, (name, number, text) in enumerate(rows):
        y = 4.6 + row * 5.2
        axes.text(1, y + 1.7, name, va="center", fontsize=10.5, fontweight="bold")
        for bit, digit in enumerate(f"{number:032b}"):
            used = row < 2 or (bit < ones) == (row == 2)
            fill = (SKY if bit < ones else ORANGE) if used else "white"
            x = left + bit * size + bit // 8 * 0.7
            cell(axes, x, y, size, 3.4, digit if used else "·", fill, fontsize=9, **MONO)
        axes.text(left + 32 * size + 3.4, y + 1.7, text, va="center", fontsize=10, **MONO)
    border = left + ones * size + ones // 8 * 0.7
    axes.plot((border, border), (3.2, 25.4), color=RED, linewidth=2, linestyle="--")
    axes.text(border - 1, 2, f"网络：{ones} 个 1" if zh else f"network: {ones} ones", ha="right", va="center", fontsize=10)
    axes.text(border + 1, 2, f"主机：{32 - ones} 个 0" if zh else f"host: {32 - ones} zeros", ha="left", va="center", fontsize=10)
    axes.text(left, 27, "地址 & 掩码 = 网络地址" if zh else "address & mask = network address", va="center", fontsize=9.5)
    save(figure, f"{FOLDER}/mask", lang)


if __name__ == "__main__":
    main()
