# %% role="author"
import sys
from pathlib import Path

from grader.language import T

sys.path.insert(0, str(Path(__file__).parent / "files" / "06_network_model"))

# %% [markdown] lang="zh"
# # 网络的层次：把一条消息一层层拆开
#
# 学完这一课，你能把一帧真实的字节拆成网卡地址、IP 地址、端口和正文；能说清 TCP 与 UDP 各给你什么，写出两种客户端；
# 能算出握手和挥手时每个段的序号，并用一份真实的记录来核对；能用位运算处理掩码；还知道端口究竟区分什么。
#
# 需要的基础：函数、字节串、`with`，知道 `&`、`|`、`<<` 是按位运算；最后一节用到 `threading.Thread`。
# 大约 3 小时：课文 80 分钟，五道题 100 分钟，可以分几次做。
# 不需要联网，也不需要管理员权限。每读到一个问题，先写下自己的预测，再运行下面的单元格。
# %% [markdown] lang="en"
# # Take a message apart, layer by layer
#
# After this topic you can take the bytes of a real frame apart into card addresses, IP addresses, ports and payload; say what TCP
# and UDP each give you and write a client for both; compute the numbers of every segment of a handshake and a close, and hold them
# against a recording of the real thing; handle masks with bit operations; and tell what a port tells apart.
#
# You need functions, byte strings, `with`, and the fact that `&`, `|`, `<<` work bit by bit; the last section uses `threading.Thread`.
# Allow about 3 hours, 80 minutes for the lesson and 100 for the five questions, in as many sittings as you like.
# No network and no administrator rights are needed. Write your prediction down before you run a cell.
# %% [markdown] lang="zh"
# ## 一、把一帧拆开
#
# 程序交给套接字 5 个字节：`GET /`。它们要经过几层才变成线上的比特，每一层都在前面加一段**首部**。
# 下面自己动手造这一帧（以太网 + IPv4 + TCP）。先猜：5 个字节的消息，到线上一共多少字节？
# %% [markdown] lang="en"
# ## 1. Take a frame apart
#
# A program hands 5 bytes to a socket: `GET /`. They pass through several layers before they are bits on a wire, and each layer puts a
# **header** in front. Here is that frame, made by hand: Ethernet + IPv4 + TCP.
# Predict: of a message of 5 bytes, how many bytes go over the wire?
# %%
import socket
import struct

payload = b"GET /"
tcp = struct.pack("!HHIIBBHHH", 50000, 80, 1001, 5001, 5 << 4, 0x18, 65535, 0, 0)
addresses = socket.inet_aton("192.0.2.10") + socket.inet_aton("198.51.100.7")
ip = struct.pack("!BBHHHBBH", 0x45, 0, 20 + len(tcp + payload), 7, 0x4000, 64, 6, 0) + addresses
ethernet = bytes.fromhex("0a0000000002 0a0000000001 0800")
frame = (ethernet + ip + tcp + payload).ljust(60, b"\0")
print([len(part) for part in (ethernet, ip, tcp, payload)], len(frame))

# %% [markdown] lang="zh"
# 60 个：14 + 20 + 20 的首部，5 个字节的正文，再加 1 个字节填充，因为以太网帧（不算末尾的校验）至少要 60 字节。
# `struct` 格式里的 `!` 表示网络字节序，也就是高位在前。为了简短，这里两个校验和留成 0；旁边的 `wire.py` 会把它们算好。
#
# ![一帧 60 个字节排成格子，按以太网、IPv4、TCP、正文、填充涂色，标出各个地址和端口所在的位置](../assets/06_network_model/frame.png)
# %% [markdown] lang="en"
# 60: headers of 14 + 20 + 20, 5 bytes of payload, and 1 byte of padding, because an Ethernet frame has at least 60 bytes
# (not counting the check at its end). The `!` in a `struct` format means network byte order, most significant byte first.
# To keep it short, both checksums stay 0 here; `wire.py` beside this notebook fills them in.
#
# ![The 60 bytes of a frame as a grid, coloured by Ethernet, IPv4, TCP, payload and padding, with the place of each address and port](../assets/06_network_model/frame.png)
# %% [markdown] lang="zh"
# OSI 模型给这些层起了名字，一共七层。自上而下：
#
# | 层 | 英文名 | 这一层管什么 | 例子 |
# |---|---|---|---|
# | 应用层 | `application` | 两个程序说什么话 | HTTP 请求的格式 |
# | 表示层 | `presentation` | 数据怎样写成字节 | 文字编码、加密 |
# | 会话层 | `session` | 一次对话何时开始、何时结束 | 登录、断线续传 |
# | 传输层 | `transport` | 交给哪个程序，是否可靠 | 端口号 |
# | 网络层 | `network` | 穿过许多网络，到哪台主机 | IP 地址 |
# | 数据链路层 | `data link` | 同一段网络里，到哪块网卡 | MAC 地址 |
# | 物理层 | `physical` | 比特怎样变成电压、光、电波 | 线上的 0 和 1 |
# %% [markdown] lang="en"
# The OSI model has names for these layers, seven in all. From the top:
#
# | Layer | name here | decides | example |
# |---|---|---|---|
# | 7 | `application` | what two programs say to each other | the format of an HTTP request |
# | 6 | `presentation` | how data are written as bytes | text encoding, encryption |
# | 5 | `session` | when a dialogue begins and ends | logging in, resuming a transfer |
# | 4 | `transport` | which program gets it, and how reliably | the port number |
# | 3 | `network` | which host, across many networks | the IP address |
# | 2 | `data link` | which card, within one network | the MAC address |
# | 1 | `physical` | how bits become voltage, light or radio | zeros and ones on the wire |
# %% [markdown] lang="zh"
# 现在反过来拆。以太网首部是两个 6 字节的地址加 2 字节类型；IPv4 首部的最后 8 字节是两个地址；TCP 首部开头是两个端口。
# 先猜：每一层里，排在前面的是发送方，还是接收方？（造帧时，发送方的网卡是 `0a:00:00:00:00:01`。）
# %% [markdown] lang="en"
# Now the other way round. The Ethernet header is two addresses of 6 bytes and a type of 2; the last 8 bytes of the IPv4 header are two
# addresses; the TCP header begins with two ports. Predict: in each layer, which comes first, the sender or the receiver?
# (The sender's card is `0a:00:00:00:00:01`.)
# %%
print(frame[0:6].hex(":"), frame[6:12].hex(":"), hex(int.from_bytes(frame[12:14], "big")))
print(socket.inet_ntoa(frame[26:30]), socket.inet_ntoa(frame[30:34]))
print(struct.unpack("!HH", frame[34:38]))

# %% [markdown] lang="zh"
# 以太网先写**接收方**，这样交换机读完 6 个字节就能开始转发；IP 和 TCP 先写发送方。类型 `0x0800` 表示里面是 IPv4。
# 上面的 26、30、34 是死记的位置，经不起考验。IPv4 首部的长度写在它第一个字节的低 4 位，单位是 4 字节。
# 下面多塞 4 个字节的选项（`ip_options`），再按老位置读端口。猜猜读到什么？
# %% [markdown] lang="en"
# Ethernet names the **receiver** first, so that a switch can start forwarding after 6 bytes; IP and TCP name the sender first.
# The type `0x0800` says that IPv4 is inside. The 26, 30, 34 above are fixed places, and they do not last: the length of an IPv4 header
# stands in the low 4 bits of its first byte, in units of 4 bytes. This frame has 4 bytes of options (`ip_options`).
# Predict what is read as ports at the old place.
# %%
from wire import build_frame

longer = build_frame(payload, ip_options=b"\x01\x01\x01\x00")
words = longer[14] & 0x0F
print(hex(longer[14]), words * 4, struct.unpack("!HH", longer[34:38]))
print(struct.unpack("!HH", longer[14 + words * 4 : 18 + words * 4]))

# %% [markdown] lang="zh"
# 老位置上是选项，`(257, 256)` 这两个“端口”根本不存在。TCP 首部也一样会变长，长度在它第 13 个字节（下标 12）的高 4 位。
# 正文从哪里开始已经清楚，那么到哪里**结束**呢？先猜：第一帧从第 54 个字节取到末尾，会得到什么？
# %% [markdown] lang="en"
# The old place holds the options, and `(257, 256)` are ports that nobody uses. A TCP header varies as well: its length is in the high
# 4 bits of its byte 12. So much for where the payload begins. And where does it **end**?
# Predict what you get from the first frame when you take everything from byte 54 on.
# %%
total = int.from_bytes(frame[16:18], "big")
print(frame[54:], frame[54 : 14 + total], total)

# %% [markdown] lang="zh"
# 直接取到末尾，会把填充当成正文。能用 `rstrip` 去掉吗？不能：正文自己也可能以 0 结尾。
# IPv4 首部写着整个包的**总长度**，信它，但别全信：帧可能被截断。下面三种读法，先猜哪一种会报错、报什么错。
# %% [markdown] lang="en"
# Up to the end means padding and all. Could `rstrip` take it off? No: a payload may end in zeros of its own.
# The IPv4 header has the **total length** of the packet. Believe it, but not blindly: a frame may have been cut short.
# Of these three ways to read from a frame of 40 bytes, predict which complain, and how.
# %%
short = frame[:40]
print(short[54:], short[12:2000])
for read in (lambda: struct.unpack("!HH", short[38:42]), lambda: short[46]):
    try:
        read()
    except Exception as error:
        print(type(error).__name__, isinstance(error, ValueError), error)

# %% [markdown] lang="zh"
# 切片从不抱怨，给多少算多少；`struct.error` 和 `IndexError` 都**不是** `ValueError`。
# 所以要自己比较长度：帧够不够长、首部装不装得下、总长度有没有超出手里的字节。
#
# 还有一种帧看着正常，却没有端口：一个 IP 包太大时会切成**分片**，只有第一片带着 TCP 首部。偏移量在 16 位里占低 13 位，高 3 位是标志。
# 下面三个值，猜猜哪一个是后面的分片？
# %% [markdown] lang="en"
# Slices never complain, they give what there is; and `struct.error` and `IndexError` are **no** `ValueError`.
# So compare lengths yourself: is the frame long enough, do the headers fit, does the total length stay within the bytes you have?
#
# One kind of frame looks fine and has no ports: a large IP packet travels in **fragments**, and only the first has the TCP header.
# The offset is the low 13 of 16 bits, the upper 3 are flags. Predict which of these is a later fragment.
# %%
for field in (0x4000, 0x2000, 0x2005):
    print(f"{field:016b}", field & 0x1FFF)
print(struct.unpack("!HH", b"pass"))

# %% [markdown] lang="zh"
# `0x4000` 是“不许分片”，今天几乎每个 TCP 包都带着它；`0x2000` 是第一片；`0x2005` 才是后面的一片，偏移 5 × 8 = 40 字节。
# 后面的分片里全是数据，`pass` 这四个字母照样能“解”出两个端口，解出来的却是胡话。
#
# 七层是个**模型**，真东西未必放得进一格。TLS 是哪一层？下面让它握手，手里连套接字都没有。猜猜能走到哪一步？
# %% [markdown] lang="en"
# `0x4000` says "do not fragment", and nearly every TCP packet carries it today; `0x2000` is a first fragment; `0x2005` is a later one, at
# offset 5 × 8 = 40 bytes. A later fragment is all data: even the letters `pass` can be "decoded" into two ports, and mean nothing.
#
# The seven layers are a **model**, and real things do not always fit one box. Which layer is TLS? Here it starts a handshake without
# any socket. Predict how far it gets.
# %%
import ssl

from_peer, to_peer = ssl.MemoryBIO(), ssl.MemoryBIO()
tls = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).wrap_bio(from_peer, to_peer, server_hostname="example.org")
try:
    tls.do_handshake()
except ssl.SSLWantReadError:
    hello = to_peer.read()
    print(hello[:3].hex(), hello[5], len(hello), b"example.org" in hello)

# %% [markdown] lang="zh"
# 它写好了第一条消息（`16 03 01` 开头，类型 1 即 ClientHello），就等对方回话。对 TCP 来说，这些字节全是正文；对 HTTP 来说，TLS 又像是传输层。
# 它做会话层的事（开始、恢复一次对话），也做表示层的事（加密），所以争论它“属于第几层”没有结果。
# 套接字也一样：它不是一层，而是程序通往传输层的门。记住层的**分工**，别把它当成物种分类。
# %% [markdown] lang="en"
# It has written its first message (starting `16 03 01`, type 1, a ClientHello) and waits for an answer. To TCP these bytes are payload; to HTTP,
# TLS looks like the transport. It does the work of a session layer, starting and resuming dialogues, and of a presentation layer, encrypting:
# which layer it "is" cannot be settled. Nor is a socket a layer; it is a program's door to the transport.
# Keep the **division of labour** in mind, and do not take the model for a taxonomy.
# %% [markdown] lang="zh" q="q12"
# ## Q12 · OSI 模型（4 分，另有 1 分书面题）
#
# **`OSI_LAYERS`**：七层的英文名，自上而下，元组或列表，写法与第一节表中的相同（如 `"data link"`）。
#
# **`LAYER_OF`**：字典，给 `ITEMS` 里的每一项写出它属于哪一层。
#
# **`dissect(frame)`**：`frame` 是 `bytes`，一个以太网 II 帧，里面是 IPv4，再里面是 TCP。返回这样一个字典：
#
# ```python
# {
#     "data link": {"source": "0a:00:00:00:00:01", "destination": "0a:00:00:00:00:02"},
#     "network": {"source": "192.0.2.10", "destination": "198.51.100.7"},
#     "transport": {"source": 50000, "destination": 80},
#     "application": b"GET /",
# }
# ```
#
# 两个首部都可能带选项；包的后面可能有填充，不算正文；正文可以是空的。TCP 的标志、IP 的“不许分片”都不影响结果。
# 以下情况一律抛出 `ValueError`：不是这三种协议（例如 ARP、IPv6、UDP、带 VLAN 标签的帧），版本号不是 4，
# 数据报后面的分片（偏移不为 0），帧被截断，或者某个长度字段不合理（首部小于 20 字节，首部或包超出了该有的范围）。
# 校验和不用看：写错了的帧也照样拆（真实的记录里常常如此，校验和留给网卡去算）。第一个分片（偏移为 0，后面还有）不考。
# %% [markdown] lang="en" q="q12"
# ## Q12 · The OSI model (4 points, 1 more for the written part)
#
# **`OSI_LAYERS`**: the seven names, top first, in a tuple or list, spelt as in the table of section 1 (`"data link"`, for example).
#
# **`LAYER_OF`**: a dict that says for each of `ITEMS` which layer it belongs to.
#
# **`dissect(frame)`**: `frame` is `bytes`, an Ethernet II frame with IPv4 in it and TCP in that. It returns a dict like this one:
#
# ```python
# {
#     "data link": {"source": "0a:00:00:00:00:01", "destination": "0a:00:00:00:00:02"},
#     "network": {"source": "192.0.2.10", "destination": "198.51.100.7"},
#     "transport": {"source": 50000, "destination": 80},
#     "application": b"GET /",
# }
# ```
#
# Both headers may have options; padding may follow the packet and is no payload; the payload may be empty. Neither the
# flags of TCP nor IP's "do not fragment" make a difference.
# All of these raise `ValueError`: other protocols than these three (ARP, IPv6, UDP, a frame with a VLAN tag, …), a version other than 4,
# a later fragment of a datagram (its offset is not 0), a frame that was cut short, and a length field that cannot be right (a header of
# less than 20 bytes, a header or packet that reaches beyond what holds it).
# Checksums are not looked at: a frame with wrong ones is taken apart like any other (recordings are full of them, the card does the sum). The first of
# several fragments (offset 0, more to come) is not asked for.
# %% q="q12" role="given"
from outcomes import as_dicts, outcome, refusal
from wire import build_frame

ITEMS = [
    "HTTP request format",
    "text encoding and encryption",
    "opening and closing a dialogue",
    "port number",
    "IP address",
    "MAC address",
    "bits on the wire",
]


# %% q="q12" role="answer"
### BEGIN SOLUTION
OSI_LAYERS = ("application", "presentation", "session", "transport", "network", "data link", "physical")
### END SOLUTION

# %% q="q12" role="answer"
### BEGIN SOLUTION
LAYER_OF = {
    "HTTP request format": "application",
    "text encoding and encryption": "presentation",
    "opening and closing a dialogue": "session",
    "port number": "transport",
    "IP address": "network",
    "MAC address": "data link",
    "bits on the wire": "physical",
}
### END SOLUTION


# %% q="q12" role="answer"
def dissect(frame):
    """The addresses, ports and payload of an Ethernet II + IPv4 + TCP frame, by layer."""
    ### BEGIN SOLUTION
    packet = frame[14:]
    if frame[12:14] != b"\x08\x00" or len(packet) < 20 or packet[0] >> 4 != 4:
        raise ValueError("no IPv4 packet")
    header, total = (packet[0] & 0x0F) * 4, int.from_bytes(packet[2:4], "big")
    if packet[9] != 6 or int.from_bytes(packet[6:8], "big") & 0x1FFF:
        raise ValueError("no start of a TCP segment")
    if header < 20 or not header + 20 <= total <= len(packet):
        raise ValueError("cut short")
    segment = packet[header:total]
    offset = (segment[12] >> 4) * 4
    if not 20 <= offset <= len(segment):
        raise ValueError("cut short")
    return {
        "data link": {"source": frame[6:12].hex(":"), "destination": frame[0:6].hex(":")},
        "network": {"source": ".".join(map(str, packet[12:16])), "destination": ".".join(map(str, packet[16:20]))},
        "transport": {"source": int.from_bytes(segment[0:2], "big"), "destination": int.from_bytes(segment[2:4], "big")},
        "application": segment[offset:],
    }
    ### END SOLUTION


# %% q="q12" role="check" points=1
# zh: 七层的名字和次序，每一项属于哪一层，`dissect` 给出哪几层
# en: The seven names in order, the layer of each item, and which layers `dissect` gives
names = list(OSI_LAYERS) if not isinstance(OSI_LAYERS, (str, set, frozenset)) else f"{type(OSI_LAYERS).__name__} {OSI_LAYERS!r}"
layers = [outcome(lambda item=item: LAYER_OF[item]) for item in ITEMS]
taken_from = outcome(lambda: sorted(dissect(build_frame(b"layers"))))

assert names == ["application", "presentation", "session", "transport", "network", "data link", "physical"], T(
    f"OSI_LAYERS 是 {names}。应是元组或列表，自上而下：应用、表示、会话、传输、网络、数据链路、物理；英文名照第一节的表写。",
    f"OSI_LAYERS is {names}. It should be a tuple or list, from the top: the layer of programs first, that of wires last, spelt as in the table of section 1.",
)
assert layers == ["application", "presentation", "session", "transport", "network", "data link", "physical"], T(
    f"按 ITEMS 的次序，LAYER_OF 给出 {layers}。想一想：端口区分程序，IP 地址区分主机，MAC 地址区分网卡；编码和加密改变的是数据的写法；对话的开始和结束归会话层。",
    f"In the order of ITEMS, LAYER_OF gives {layers}. A port tells programs apart, an IP address hosts, a MAC address cards; "
    "encoding and encryption change how data are written; a dialogue is a session.",
)
assert taken_from == ["application", "data link", "network", "transport"], T(
    f"一帧正常的以太网 + IPv4 + TCP，dissect 应返回以四个层的名字为键的字典：data link、network、transport、application；实际的键（排好序），或抛出的异常：{taken_from}。",
    f"For a good Ethernet + IPv4 + TCP frame dissect should return a dict with four layers as its keys, data link, network, transport and application; its keys, sorted, or what it raised: {taken_from}.",
)

# %% q="q12" role="check" points=1
# zh: 拆开没有选项、没有填充的帧
# en: Frames without options and padding are taken apart
plain_frame = build_frame(b"GET /")
reversed_frame = build_frame(
    b"\xe4\xbd\xa0\xff 200 OK\n",
    macs=("d4:3b:04:9f:e0:7c", "00:1a:2b:fc:05:60"),
    ips=("203.0.113.254", "10.20.0.9"),
    ports=(8443, 61035),
)
both = [outcome(dissect, plain_frame), outcome(dissect, reversed_frame)]
plain, reverse = map(as_dicts, both)

assert plain == {
    "data link": {"source": "0a:00:00:00:00:01", "destination": "0a:00:00:00:00:02"},
    "network": {"source": "192.0.2.10", "destination": "198.51.100.7"},
    "transport": {"source": 50000, "destination": 80},
    "application": b"GET /",
}, T(
    f"题目里的那一帧，dissect 得到 {plain}。MAC 地址反了？以太网先写接收方。类型不对？地址是小写十六进制加冒号的文字，端口是 int，正文是 bytes。像是后一帧的内容？每次要返回一个新的字典。",
    f"For the frame of the question dissect gave {plain}. MAC addresses swapped? Ethernet names the receiver first. Wrong types? "
    "Addresses are text, lower-case hex with colons; ports are int, the payload is bytes. Is it what the frame after it has? Each call returns a dict of its own.",
)
assert reverse == {
    "data link": {"source": "d4:3b:04:9f:e0:7c", "destination": "00:1a:2b:fc:05:60"},
    "network": {"source": "203.0.113.254", "destination": "10.20.0.9"},
    "transport": {"source": 8443, "destination": 61035},
    "application": b"\xe4\xbd\xa0\xff 200 OK\n",
}, T(
    f"从 203.0.113.254:8443 到 10.20.0.9:61035 的一帧，正文不是 UTF-8，dissect 得到 {reverse}。正文照原样交出字节，不要解码。",
    f"For a frame from 203.0.113.254:8443 to 10.20.0.9:61035, whose payload is no UTF-8, dissect gave {reverse}. "
    "Hand the payload out as the bytes it is; do not decode it.",
)

# %% q="q12" role="hidden" points=1
# zh: 首部带选项、后面有填充的帧
# en: Frames with options in their headers and padding behind the packet
varied_frames = [
    build_frame(b"", padding=b"\0" * 6),
    build_frame(b"ends in zeros\0\0", padding=b"\0\0\0"),
    build_frame(b"padded with text", padding=b"trailer!", ports=(443, 65535)),
    build_frame(b"ip", ip_options=b"\x01" * 3 + b"\0", ips=("172.16.5.4", "255.255.255.255")),
    build_frame(b"tcp", tcp_options=b"\x01\x01\x08\x0a" + b"\x7f" * 8, macs=("ab:cd:ef:01:23:45", "ff:ff:ff:ff:ff:ff")),
    build_frame(b"both\n" * 50, ip_options=b"\x01" * 40, tcp_options=b"\x01" * 40, padding=b"\x07" * 9, ports=(1, 257)),
    bytes.fromhex(  # one that is not put together here: with wrong checksums, a type of service, bits in the reserved places of TCP
        "d43b049fe07c001a2bfc056008004728004600004000010600000b1621022c37420301010101010101001f90f00d000003e9"
        "000013898c18ffff000000000101080a7f7f7f7f7f7f7f7f636170747572656400000000aa"
    ),
]


def flat(frame):
    whole = dissect(frame)
    ends = [whole[layer][end] for layer in ("data link", "network", "transport") for end in ("source", "destination")]
    return [*ends, whole["application"]]


parts = [outcome(flat, varied_frame) for varied_frame in varied_frames]

assert parts[:3] == [
    ["0a:00:00:00:00:01", "0a:00:00:00:00:02", "192.0.2.10", "198.51.100.7", 50000, 80, b""],
    ["0a:00:00:00:00:01", "0a:00:00:00:00:02", "192.0.2.10", "198.51.100.7", 50000, 80, b"ends in zeros\0\0"],
    ["0a:00:00:00:00:01", "0a:00:00:00:00:02", "192.0.2.10", "198.51.100.7", 443, 65535, b"padded with text"],
], T(
    f"三帧的正文是 b''、b'ends in zeros\\x00\\x00'、b'padded with text'，后面都跟着填充；依次得到（两端的 MAC、IP、端口，正文）{parts[:3]}。"
    "正文到 IPv4 首部所说的总长度为止，不是到帧的末尾；也不能靠删掉末尾的 0。",
    "Three frames have the payloads b'', b'ends in zeros\\x00\\x00', b'padded with text', each followed by padding; "
    f"(both MACs, IPs, ports, payload) came as {parts[:3]}. "
    "The payload ends where the total length of the IPv4 header says, not at the end of the frame; and stripping zeros will not do.",
)
assert parts[6] == ["00:1a:2b:fc:05:60", "d4:3b:04:9f:e0:7c", "11.22.33.2", "44.55.66.3", 8080, 61453, b"captured\0\0"], T(
    f"一帧从 11.22.33.2:8080 到 44.55.66.3:61453，两个首部都带选项，正文是 b'captured\\x00\\x00'，后面有填充，校验和是错的；得到（两端的 MAC、IP、端口，正文）{parts[6]}。"
    "校验和不用看；TCP 首部的长度只是下标 12 的字节的高 4 位。",
    f"A frame from 11.22.33.2:8080 to 44.55.66.3:61453, with options in both headers, the payload b'captured\\x00\\x00', padding, "
    f"and wrong checksums gave (both MACs, IPs, ports, payload) {parts[6]}. Do not look at the checksums; the length of the TCP header is the high 4 bits of byte 12 only.",
)
assert parts[3:6] == [
    ["0a:00:00:00:00:01", "0a:00:00:00:00:02", "172.16.5.4", "255.255.255.255", 50000, 80, b"ip"],
    ["ab:cd:ef:01:23:45", "ff:ff:ff:ff:ff:ff", "192.0.2.10", "198.51.100.7", 50000, 80, b"tcp"],
    ["0a:00:00:00:00:01", "0a:00:00:00:00:02", "192.0.2.10", "198.51.100.7", 1, 257, b"both\n" * 50],
], T(
    f"三帧分别带 IP 选项 4 字节、TCP 选项 12 字节、两者各 40 字节，得到（两端的 MAC、IP、端口，正文）{parts[3:6]}。"
    "首部的长度要从首部里读，单位是 4 字节：IPv4 在第一个字节的低 4 位，TCP 在下标 12 的字节的高 4 位。",
    f"Frames with 4 bytes of IP options, 12 of TCP options, and 40 of each gave (both MACs, IPs, ports, payload) {parts[3:6]}. "
    "Read the length of a header from the header, in units of 4 bytes: for IPv4 the low 4 bits of byte 0, for TCP the high 4 bits of byte 12.",
)

# %% q="q12" role="hidden" points=1
# zh: 别的协议、后面的分片、截断的帧：ValueError；“不许分片”没有影响
# en: Other protocols, later fragments and frames cut short are a ValueError; "do not fragment" makes no difference
good = bytes.fromhex(
    "0a00000000020a000000000108004600003b0007400040064b6fc000020ac63364070101010112345678000003e9000013897018ffff622600000101010101010101"
    "7061796c6f6164"
)


def summary(flags, fragment, size):
    whole = dissect(build_frame(b"flags" * size, flags=flags, fragment=fragment, ports=(65535 - flags, 80)))
    return [whole["transport"]["source"], whole["application"][:5], len(whole["application"])]


flagged = [outcome(summary, *given) for given in ((0x02, 0x4000, 1), (0x11, 0x0000, 1), (0x04, 0x4000, 1), (0x39, 0x4000, 2000))]
uncut = outcome(lambda: dissect(good)["application"])
prefixes = [refusal(dissect, good[:size]) for size in range(len(good))]
tolerated = [f"{size}: {answer}" for size, answer in enumerate(prefixes) if answer != "ValueError"]
plainest = build_frame(b"x" * 40)
tags = {"VLAN tag": "81000005", "802.1ad tag": "88a80005", "two VLAN tags": "8100000581000006", "PPPoE": "886411000001005a0021"}
stranger_frames = {name: plainest[:12] + bytes.fromhex(tag) + plainest[14 if name == "PPPoE" else 12 :] for name, tag in tags.items()}
stranger_frames["IP without Ethernet"] = plainest[14:]
stranger_frames |= {f"type {kind:#06x}": build_frame(b"x" * 40, ethertype=kind) for kind in (0x0806, 0x86DD, 0x8100, 0x88A8, 0x8864, 0x8870, 0x0801, 0x0900, 0x0008, 80)}
stranger_frames |= {f"IP version {first >> 4}, first byte {first:#04x}": build_frame(b"x" * 40, first=first) for first in range(256) if first >> 4 != 4}
stranger_frames |= {f"protocol {number}": build_frame(b"x" * 40, protocol=number) for number in range(256) if number != 6}
strangers = {name: answer for name, frame in stranger_frames.items() if (answer := refusal(dissect, frame)) != "ValueError"}
fragments = [refusal(dissect, build_frame(b"x" * 40, fragment=field)) for field in (0x0001, 0x2005, 0x1000, 0x4100, 0x3FFF)]
length_frames = {f"total length {total}": build_frame(b"x" * 40, padding=b"\0" * 60, total=total) for total in (*range(40), 141, 0x8050, 65535)}
length_frames |= {f"IP header of {words * 4}": build_frame(b"x" * 40, padding=b"\0" * 60, first=0x40 + words) for words in range(5)}
shorter = build_frame(b"x" * 40, first=0x44, total=76)
length_frames["IP header of 16, TCP right behind it"] = shorter[:30] + shorter[34:]
length_frames |= {f"TCP header of {words * 4}": build_frame(b"x" * 40, padding=b"\0" * 60, tcp_words=words) for words in range(5)}
length_frames |= {f"TCP header of {first >> 4} words, byte 12 {first:#04x}": plainest[:46] + bytes([first]) + plainest[47:] for first in (0x0F, 0x3F, 0x4F)}
length_frames["TCP header beyond the packet"] = build_frame(b"", padding=b"\x50" * 60, tcp_words=6)
length_frames["IP header beyond the packet"] = build_frame(b"", padding=b"\x50" * 60, first=0x4F)
lengths = {name: answer for name, frame in length_frames.items() if (answer := refusal(dissect, frame)) != "ValueError"}

assert [flagged, uncut] == [[[65533, b"flags", 5], [65518, b"flags", 5], [65531, b"flags", 5], [65478, b"flags", 10000]], b"payload"], T(
    "四帧的标志不同（SYN、FIN+ACK、RST、URG+PSH+FIN+ACK，其中三帧“不许分片”），正文是 5、5、5、10000 字节，应照常拆开，"
    f"得到（源端口、正文开头、长度）{flagged}；带选项的完整帧得到的正文是 {uncut!r}。TCP 的标志不影响结果，IP 的分片字段只看低 13 位。",
    "Four frames have other flags (SYN, FIN+ACK, RST, URG+PSH+FIN+ACK, three of them with “do not fragment”) and payloads of 5, 5, 5 and 10000 bytes; taken apart as usual, "
    f"they gave (source port, beginning and size of the payload) {flagged}, and a whole frame with options the payload {uncut!r}. "
    "The flags of TCP make no difference, and of IP's fragment field only the low 13 bits matter.",
)
assert [len(prefixes), tolerated] == [73, []], T(
    f"把一个 73 字节的帧截到 0、1、…、72 字节，每一种都应抛出 ValueError；不是的有（长度：结果）{tolerated[:4]}。"
    "切片不会报错，`struct.error` 和 `IndexError` 不是 ValueError。",
    f"A frame of 73 bytes was cut to 0, 1, …, 72 bytes, each of which should be a ValueError; these were not (size: result): {tolerated[:4]}. "
    "Slices do not complain, and `struct.error` and `IndexError` are no ValueError.",
)
assert strangers == {}, T(
    f"不是以太网 II + IPv4 + TCP 的帧都应抛出 ValueError；没有做到的有 {len(strangers)} 种，例如（哪一种：结果）{ {name: strangers[name] for name in list(strangers)[:4]} }。"
    "以太网的类型、IP 的版本和协议号都要看。",
    f"Frames other than Ethernet II + IPv4 + TCP should be a ValueError; {len(strangers)} were not, for example (which: what came) "
    f"{ {name: strangers[name] for name in list(strangers)[:4]} }. Look at the Ethernet type, the IP version and the protocol number.",
)
assert fragments == ["ValueError"] * 5, T(
    f"偏移不为 0 的五个分片（字段为 0x0001、0x2005、0x1000、0x4100、0x3FFF）里没有 TCP 首部，应抛出 ValueError，实际是 {fragments}。",
    f"Five fragments with an offset (the field is 0x0001, 0x2005, 0x1000, 0x4100, 0x3FFF) have no TCP header and should be a ValueError; this came: {fragments}.",
)
assert lengths == {}, T(
    f"长度字段不合理的帧都应抛出 ValueError；没有做到的有 {len(lengths)} 种，例如（写着什么：结果）"
    f"{ {name: lengths[name] for name in list(lengths)[:4]} }。首部不小于 20 字节，两个首部都在总长度之内，总长度在帧之内。",
    f"Frames whose length fields cannot be right should be a ValueError; {len(lengths)} were not, for example (what they say: what came) "
    f"{ {name: lengths[name] for name in list(lengths)[:4]} }. A header has 20 bytes at least, both headers are within the total length, and that is within the frame.",
)
# %% [markdown] lang="zh" q="q12" role="hint"
# 先画一张图：14 字节以太网首部，然后是 IPv4 首部，它自己说有多长，然后是 TCP 首部，也自己说有多长。每往里走一步，先问“手里的字节够不够”。
# %% [markdown] lang="en" q="q12" role="hint"
# Draw it first: 14 bytes of Ethernet; an IPv4 header that says how long it is; a TCP header that says the same of itself.
# At each step inwards ask whether you hold enough bytes.
# %% [markdown] lang="zh" q="q12" role="hint"
# 令 `packet = frame[14:]`。首部长度 `(packet[0] & 15) * 4`，总长度在 `packet[2:4]`，分片字段在 `packet[6:8]`，协议号是 `packet[9]`（TCP 是 6），
# 地址在 `packet[12:16]` 和 `packet[16:20]`。不要忘了和 `len(packet)` 比较。
# %% [markdown] lang="en" q="q12" role="hint"
# With `packet = frame[14:]`, the header length is `(packet[0] & 15) * 4`, the total length is in `packet[2:4]`, the fragment field in
# `packet[6:8]`, the protocol is `packet[9]` (TCP is 6), the addresses are `packet[12:16]` and `packet[16:20]`.
# Do not forget to compare with `len(packet)`.
# %% [markdown] lang="zh" q="q12" role="hint"
# `segment = packet[header:total]` 一步去掉填充。之后只和 `segment` 打交道：端口在 `segment[0:2]` 和 `segment[2:4]`，
# 正文从 `(segment[12] >> 4) * 4` 开始。切之前先确认 `header + 20 <= total <= len(packet)`。
# %% [markdown] lang="en" q="q12" role="hint"
# `segment = packet[header:total]` takes the padding off in one step. From there deal with `segment` only: the ports are `segment[0:2]` and
# `segment[2:4]`, the payload starts at `(segment[12] >> 4) * 4`. Before you slice make sure that `header + 20 <= total <= len(packet)`.
# %% [markdown] lang="zh" q="q12"
# **书面题（1 分）** 用自己的话回答：为什么要分层？一条消息往下走、往上走时，各层各做什么？
# MAC 地址、IP 地址、端口各区分什么，经过路由器以后哪一种会变？举一个放不进某一层的例子。
# %% [markdown] lang="en" q="q12"
# **Written part (1 point)** In your own words: why have layers? What does each layer do to a message on its way down, and up?
# What do a MAC address, an IP address and a port each tell apart, and which of them changes at a router?
# Give an example that does not fit into one layer.
# %% [markdown] lang="zh" q="q12" role="words"
# ### BEGIN SOLUTION
# 分层之后，每层只用下一层的服务，换掉一层（网线换成 Wi-Fi，HTTP 换成 SSH）不影响其他层。
# 往下走时，每层在前面加上自己的首部；对方往上走时，每层读掉自己的首部，把里面的交给上一层。
# MAC 地址区分同一段网络里的网卡，每过一个路由器就换一次；IP 地址区分主机，一路不变（没有地址转换时）；端口区分主机上的程序。
# TLS 既管会话又管表示，却是应用程序里的一个库；套接字是接口，不是一层。
#
# - [ ] 分层让各层可以单独更换：每层只依赖下一层提供的服务
# - [ ] 往下时每层加上自己的首部（封装），往上时每层拆掉自己的首部
# - [ ] MAC 区分同一段网络里的网卡，IP 区分主机，端口区分主机上的程序
# - [ ] 过路由器时换掉的是 MAC 地址（没有地址转换时，IP 地址和端口不变）
# - [ ] 举出一个不止占一层或不属于任何一层的例子，如 TLS、套接字
# ### END SOLUTION
# %% [markdown] lang="en" q="q12" role="words"
# ### BEGIN SOLUTION
# With layers, each one uses the service of the one below only, so one can be exchanged (a cable for Wi-Fi, HTTP for SSH) without the others noticing.
# On the way down each layer puts its header in front; on the way up each reads its own header and hands on what is inside.
# A MAC address tells apart the cards of one network and is replaced at every router; an IP address tells hosts apart and stays the same
# all the way, unless addresses are translated; a port tells apart the programs of a host.
# TLS does both session and presentation work and is a library inside the application; a socket is an interface, not a layer.
#
# - [ ] layers can be exchanged one by one, because each relies only on the service of the one below
# - [ ] on the way down each layer adds its header (encapsulation), on the way up each takes its own off
# - [ ] MAC: cards within one network; IP: hosts; port: programs of a host
# - [ ] a router replaces the MAC addresses (IP addresses and ports stay, unless translated)
# - [ ] names something that spans layers or belongs to none, such as TLS or sockets
# ### END SOLUTION
# %% [markdown] lang="zh" q="q12" role="solution"
# 参考答案把所有判断放在取数之前，所以后面的下标都不会越界。`packet[header:total]` 一举两得：去掉填充，也挡住了“从填充里读首部”。
# 常见错误有三：把 14、34、54 写死；正文取到帧尾；靠 `try` 接住 `struct.error`，却忘了切片根本不报错，截断的正文照样交了出去。
# 用 `if 标志和偏移不为 0` 判断分片也不对，那会拒绝几乎所有 TCP 包，因为它们都带“不许分片”。
# %% [markdown] lang="en" q="q12" role="solution"
# The reference decides everything before it reads anything, so no index below can be out of range. `packet[header:total]` does two jobs: it takes
# the padding off, and it keeps anyone from reading a header out of padding. The usual mistakes: 14, 34 and 54 as fixed places; a payload up
# to the end of the frame; a `try` for `struct.error` that forgets how slices never complain, so that a payload cut short is handed out.
# Refusing every fragment field other than 0 is wrong too: it refuses nearly every TCP packet, because they carry "do not fragment".
# %% [markdown] lang="zh"
# ## 二、TCP 是流，UDP 是一封封信
#
# 同一台机器上的两个套接字就够做实验。先要一对连好的 TCP 套接字（端口 0 表示让系统挑一个空闲的）。
# 客户端发三次：`one`、`two`、`three`。先猜：服务器读一次，读到什么？
# %% [markdown] lang="en"
# ## 2. TCP is a stream, UDP sends letters
#
# Two sockets on one machine are all we need. First a connected pair over TCP (port 0 lets the system pick a free one).
# The client sends three times: `one`, `two`, `three`. Predict what the server gets from a single read.
# %%
def tcp_pair():
    """Two connected TCP sockets: client and server."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        client = socket.create_connection(listener.getsockname(), timeout=5)
        server, _ = listener.accept()
        server.settimeout(5)
        return client, server


def wait_for(sock, count):
    """Return when that many bytes wait in the kernel; nothing is taken out."""
    while len(sock.recv(count, socket.MSG_PEEK)) < count:
        pass


# %%
client, server = tcp_pair()
for word in (b"one", b"two", b"three"):
    client.sendall(word)
wait_for(server, 11)
print(server.recv(100))
client.sendall(b"a longer message")
wait_for(server, 16)
print(server.recv(4), server.recv(4), server.recv(100))

# %% [markdown] lang="zh"
# 三次发送，一次读完；一次发送，读成三段。TCP 传的是**字节流**，发送时的边界根本没有记下来，所以谈不上“粘包”：这一层没有包可粘。
# 字节先到内核的套接字缓冲区里等着（不是在网卡上），程序什么时候读、一次读多少，是另一回事。怎样自己划边界，是下一章的题。
#
# 同样的事用 UDP 做。先猜：三次 `recvfrom` 各得到什么？缓冲区只给 4 字节的那一次呢？
# %% [markdown] lang="en"
# Three sends, one read; one send, three reads. TCP carries a **stream of bytes** and keeps no record of how they were sent. "Sticky packets"
# is a misnomer: at this level there are no packets to stick. The bytes wait in the kernel's socket buffer, not on the network card, and
# when and how much a program reads is another matter. Marking boundaries yourself is the next topic.
#
# The same with UDP. Predict what three calls of `recvfrom` give, and one that offers room for 4 bytes only.
# %%
inbox = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
inbox.bind(("127.0.0.1", 0))
inbox.settimeout(5)
sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
for word in (b"one", b"", b"three", b"a longer message", b"next"):
    sender.sendto(word, inbox.getsockname())
print([inbox.recvfrom(100)[0] for _ in range(3)])
for _ in range(2):
    try:
        print(inbox.recvfrom(4)[0])
    except OSError as error:  # Windows says so; elsewhere the rest is dropped in silence
        print(type(error).__name__)

# %% [markdown] lang="zh"
# 一封信就是一封信：`sendto` 一次，`recvfrom` 一次，空的也算（TCP 里读到 `b""` 是对方不再发了，UDP 里只是一封空信）。
# 缓冲区太小时，剩下的**丢掉**，不会留到下一次。图里两边都是刚才那样的真实运行：
#
# ![左边 TCP：三次发送在缓冲区里连成一串字节，一次读完；右边 UDP：三封数据报排成队，每次读走一封，读得太少时剩余部分被丢弃](../assets/06_network_model/stream.png)
# %% [markdown] lang="en"
# A letter is a letter: one `sendto`, one `recvfrom`, and an empty one counts. (With TCP, reading `b""` means that the other side will send no more;
# with UDP it is just an empty letter.) Where there is too little room the rest is **dropped**; it does not wait for the next read.
# Both sides of the figure come from runs like these:
#
# ![TCP on the left: three sends run together in the buffer and leave in one read. UDP on the right: three datagrams queue up,
# one leaves per read, and what did not fit is dropped](../assets/06_network_model/stream.png)
# %% [markdown] lang="zh"
# 缓冲区有多大？服务器一个字节也不读，客户端不停地发，不等待。先猜：发得出去多少？然后会怎样？
# %% [markdown] lang="en"
# How large is that buffer? The server reads nothing at all while the client keeps sending, without waiting.
# Predict how much it gets rid of, and what happens then.
# %%
client.setblocking(False)
sent = 0
try:
    while True:
        sent += client.send(bytes(65536))
except BlockingIOError as error:
    print(type(error).__name__, sent)

# %% [markdown] lang="zh"
# 我们的机器上是两三兆字节：两端内核的缓冲区都满了，TCP 就让发送方停下，这叫流量控制。等在 `sendall` 里的程序会一直等到对方来读。
# UDP 没有这一套：收件箱满了，新到的信就丢。
#
# 只关掉一半会怎样？客户端说“我发完了”，还能收到回答吗？先猜。
# %% [markdown] lang="en"
# A few megabytes on our machine: the kernel's buffers on both sides were full, and TCP made the sender stop. That is flow control; a program
# inside `sendall` waits until the other side reads. UDP has nothing of the kind: when the inbox is full, new letters are lost.
#
# And when only one half is closed? The client says "I am done sending". Predict whether it can still receive.
# %%
client.close()
server.close()
client, server = tcp_pair()
client.sendall(b"question")
client.shutdown(socket.SHUT_WR)
print(server.recv(100), server.recv(100))
server.sendall(b"answer")
print(client.recv(100))

# %% [markdown] lang="zh"
# 能。`shutdown(SHUT_WR)` 只关发送的一半：服务器读到 `b""`，知道问题完整了，再从容回答。反过来，`close()` 是两半都不要了。
# 如果关的时候还有没读的数据呢？服务器这次不读就关。先猜：客户端读到的是 `b""` 吗？
# %% [markdown] lang="en"
# It can. `shutdown(SHUT_WR)` closes the sending half only: the server reads `b""`, knows the question is complete, and answers.
# `close()`, in contrast, gives both halves up. And when there are unread data at that moment? This time the server closes without reading.
# Predict: does the client read `b""`?
# %%
client.close()
server.close()
client, server = tcp_pair()
client.sendall(b"never read")
wait_for(server, 10)
server.close()
try:
    print(client.recv(100))
except ConnectionResetError as error:
    print(type(error).__name__)
client.close()

# %% [markdown] lang="zh"
# 是 `ConnectionResetError`：丢掉没读的数据时，内核发的不是正常的结束（FIN），而是复位（RST），让对方知道有东西没送到。
#
# UDP 送不到时谁来告诉你？多半没人。往一个没有程序的端口发信，先用 `sendto`，再用连好的套接字。猜猜哪一种会知道？
# %% [markdown] lang="en"
# It gets a `ConnectionResetError`: the kernel, made to throw unread data away, sends no orderly end (FIN) but a reset (RST), so that the other side
# knows that something did not arrive.
#
# And who tells you when UDP does not arrive? As a rule, nobody. Send to a port where no program is, first with `sendto`, then from a socket that is
# connected. Predict which one finds out.
# %%
inbox.close()
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
    probe.bind(("127.0.0.1", 0))
    nobody = probe.getsockname()
for connect in (False, True):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as letter:
        letter.settimeout(0.3)
        letter.connect(nobody) if connect else letter.bind(("127.0.0.1", 0))
        letter.send(b"hello") if connect else letter.sendto(b"hello", nobody)
        try:
            print(letter.recv(100))
        except OSError as error:
            print(connect, type(error).__name__)
sender.close()

# %% [markdown] lang="zh"
# 没连的套接字只会等到超时；`connect` 过的能收到“拒绝”（`ConnectionRefusedError`，在接收时或**下一次发送**时冒出来）。（Windows 上前一种也可能报
# `ConnectionResetError`。）
# 所以 UDP 程序一定要有超时，并且准备好收不到、收到的次序乱、收到两次。
#
# 那为什么还用它？没有握手，少一个来回；一封丢了不耽误后一封。域名查询、通话、游戏都是这样；
# HTTP/3 则是在 UDP 上自己做可靠传输（QUIC），所以“网页一定走 TCP”如今不再成立。
# %% [markdown] lang="en"
# The unconnected socket just waits until its time is up; the one with `connect` hears of the refusal (`ConnectionRefusedError`, while receiving or at the
# **next send**). (On Windows the first may raise `ConnectionResetError` as well.) So a program on UDP needs a time limit, and must expect to get
# nothing, things out of order, or things twice.
#
# Then why use it? No handshake, so one round trip less; and a lost letter does not hold up the next one. Name look-ups, calls and games work like that.
# HTTP/3 builds its own reliable transport (QUIC) on top of UDP, so "the web is always TCP" is no longer true.
# %% [markdown] lang="zh" q="q13"
# ## Q13 · UDP 与 TCP（3 分，另有 1 分书面题）
#
# 两个函数里的 `address` 都是主机和端口组成的元组，`messages` 是一列 `bytes`，其中可以有空的，也可以一条都没有。
#
# **`tcp_exchange(address, messages)`**：连上去，把所有消息一个接一个发完，关掉发送的一半，然后读到服务器关闭为止，
# 返回服务器发来的全部字节（`bytes`）。服务器可能一连上就先说话，可能等你发完、再想上一秒多才回答，也可能分很多次、发一兆字节。你发的总量不超过套接字缓冲区。
#
# **`udp_exchange(address, messages, timeout)`**：每条消息发成一封数据报（空消息也是一封），返回收到的回信（`bytes`）组成的列表，按到达的次序。
# 对每封信，服务器要么立刻回一封，要么永远不回；服务器中途退出、那里根本没有程序，都不算错误，收到几封就返回几封。
# 在它退出之前到的回信都要。`timeout` 是秒数，可以限制每一次等待，也可以限制全部等待，但不能不到时间就放弃，也不能等上好几倍的时间。数据报最长 8,192 字节；空的回信也是回信。
#
# 两个函数都不改动 `messages`，返回时不留下打开的套接字。
#
# **`PROTOCOL_FOR`**：字典，给 `USES` 里的每一项写上 `"TCP"` 或 `"UDP"`，按它通常的做法。
# %% [markdown] lang="en" q="q13"
# ## Q13 · UDP and TCP (3 points, 1 more for the written part)
#
# In both functions `address` is a tuple of host and port, and `messages` a list of `bytes`; some may be empty, and there may be none.
#
# **`tcp_exchange(address, messages)`**: connects, sends all messages one after the other, closes the sending half, then reads until the
# server closes, and returns all bytes that the server sent (`bytes`). The server may speak first, may answer only after your last byte
# and more than a second of thinking, and may send in many pieces, a megabyte in all. What you send fits the socket buffers.
#
# **`udp_exchange(address, messages, timeout)`**: sends each message as one datagram (an empty one too) and returns a list of the replies (`bytes`) in
# the order of their arrival. The server answers a letter at once or never. That it quits halfway, or that no program is there at all, is no
# error: return what came, all of it. `timeout`, in seconds, may bound each wait or all of them, but do not give up before it is over, nor take many times
# as long. Datagrams have up to 8,192 bytes; an empty reply is a reply.
#
# Both leave `messages` as it is, and no socket open when they return.
#
# **`PROTOCOL_FOR`**: a dict that gives `"TCP"` or `"UDP"` for each of `USES`, the way it is usually done.
# %% q="q13" role="given"
import socket

# zh: 检查用的对手，在旁边的 peers.py 里
# en: The partners that the checks use are in peers.py, beside this notebook
from outcomes import outcome
from peers import LETTERS, Call, attempt, left_open, open_sockets, quick_attempt, silent_udp_address, slow_senders, tcp_peer, udp_peer

USES = ["sending e-mail", "live voice call", "downloading a file", "looking up one name in DNS", "remote shell", "broadcast to find printers"]


# %% q="q13" role="answer"
def tcp_exchange(address, messages):
    """All bytes that the server at `address` sends until it closes."""
    ### BEGIN SOLUTION
    with socket.create_connection(address) as sock:
        for message in messages:
            sock.sendall(message)
        sock.shutdown(socket.SHUT_WR)
        pieces = []
        while piece := sock.recv(65536):
            pieces.append(piece)
    return b"".join(pieces)
    ### END SOLUTION


# %% q="q13" role="answer"
def udp_exchange(address, messages, timeout):
    """The replies that arrive to `messages`, each sent as one datagram."""
    ### BEGIN SOLUTION
    replies = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.settimeout(timeout)
        for message in messages:
            sock.sendto(message, address)
        try:
            while len(replies) < len(messages):
                replies.append(sock.recv(65536))
        except OSError:
            pass
    return replies
    ### END SOLUTION


# %% q="q13" role="answer"
### BEGIN SOLUTION
PROTOCOL_FOR = {
    "sending e-mail": "TCP",
    "live voice call": "UDP",
    "downloading a file": "TCP",
    "looking up one name in DNS": "UDP",
    "remote shell": "TCP",
    "broadcast to find printers": "UDP",
}
### END SOLUTION

# %% q="q13" role="check" points=1 timeout=40
# zh: `tcp_exchange` 发完就关掉发送的一半，再读完回答
# en: `tcp_exchange` sends everything, closes the sending half and reads the answer
before = open_sockets()
outgoing = [b"first,", b"second,", b"third"]
with tcp_peer(lambda data: [b"you sent ", data.upper()]) as server_log:
    answer = attempt(tcp_exchange, server_log["address"], outgoing)
    answer = bytes(answer) if isinstance(answer, bytearray) else answer
heard, ending, still_open = server_log["received"], server_log["end"], left_open(before)

assert ending == "end of data", T(
    f"服务器读完消息后等着数据结束，结果是“{ending}”（no end of data：2 秒内没等到结束；nobody connected：没有连接），tcp_exchange 得到 {answer!r}。"
    "发完要关掉发送的一半：`shutdown(socket.SHUT_WR)`。",
    f"The server read the messages and waited for the end of the data; what it met: {ending} (no end of data: none within 2 seconds; "
    f"nobody connected: no connection at all). tcp_exchange gave {answer!r}. When all is sent, close the sending half: `shutdown(socket.SHUT_WR)`.",
)
assert heard == b"first,second,third", T(
    f"消息是 b'first,'、b'second,'、b'third'，服务器收到 {heard!r}，应为首尾相接，不多不少；tcp_exchange 得到 {answer!r}。",
    f"The messages were b'first,', b'second,', b'third'; the server got {heard!r}. They should follow each other with nothing added. tcp_exchange gave {answer!r}.",
)
assert answer == b"you sent FIRST,SECOND,THIRD", T(
    f"服务器分两次发出 b'you sent ' 和 b'FIRST,SECOND,THIRD'，然后关闭；tcp_exchange 应返回 b'you sent FIRST,SECOND,THIRD'，实际是 {answer!r}。"
    "一次 `recv` 不一定是全部：读到 b'' 为止，再接成一个 bytes。`close` 和 `SHUT_RDWR` 会连接收的一半也关掉。",
    f"The server sent b'you sent ', then b'FIRST,SECOND,THIRD', and closed; tcp_exchange should return b'you sent FIRST,SECOND,THIRD', it gave {answer!r}. "
    "One `recv` need not be all: read until b'', and join the pieces to one bytes. `close` and `SHUT_RDWR` would end receiving too.",
)
assert outgoing == [b"first,", b"second,", b"third"] and still_open == 0, T(
    f"tcp_exchange 之后，messages 是 {outgoing}（应保持原样），还开着的套接字有 {still_open} 个（应为 0）。`with` 会关闭它。",
    f"After tcp_exchange the messages were {outgoing} (they should be as before), and the sockets left open were {still_open} (0 was due). `with` closes them.",
)

# %% q="q13" role="check" points=1 timeout=40
# zh: `udp_exchange` 一条消息一封信，收到的都在；用途各用哪个协议
# en: `udp_exchange` sends a letter per message and keeps what comes back; the protocol of each use
before = open_sockets()
outgoing = [b"ping", b"pong", b"abc"]
with udp_peer(lambda data: data[::-1]) as mailbox:
    replies = attempt(udp_exchange, mailbox["address"], outgoing, 2)
letters = list(mailbox["received"])
with udp_peer(lambda data: None if data == b"lost" else b"got " + data) as mailbox:
    partial = attempt(udp_exchange, mailbox["address"], [b"lost", b"kept"], 0.4, seconds=3)
choices = [outcome(lambda use=use: PROTOCOL_FOR[use]) for use in USES]
still_open = left_open(before)

assert letters == [b"ping", b"pong", b"abc"], T(
    f"三条消息 b'ping'、b'pong'、b'abc' 应各是一封数据报，服务器收到 {letters}，udp_exchange 得到 {replies!r}。",
    f"Three messages, b'ping', b'pong', b'abc', should be a datagram each; the server got {letters}, udp_exchange gave {replies!r}.",
)
assert replies == [b"gnip", b"gnop", b"cba"], T(
    f"服务器把每封信倒过来回复，应得到列表 [b'gnip', b'gnop', b'cba']，实际是 {replies!r}。",
    f"The server sends each letter back reversed; that should give the list [b'gnip', b'gnop', b'cba'], it gave {replies!r}.",
)
assert partial == [b"got kept"], T(
    f"服务器不理第一封，回复第二封，应得到 [b'got kept']，实际是 {partial!r}。没有回信的那封不算错误，也不占位置，后面的照样要收；等待要有时限。",
    f"The server ignored the first letter and answered the second; that should give [b'got kept'], it gave {partial!r}. "
    "A letter without an answer is no error and takes no place in the list, and later answers still count; no wait is without a limit.",
)
assert outgoing == [b"ping", b"pong", b"abc"] and still_open == 0, T(
    f"udp_exchange 之后，messages 是 {outgoing}（应保持原样），还开着的套接字有 {still_open} 个（应为 0）。`with` 会关闭它；自己开的线程也要结束。",
    f"After udp_exchange the messages were {outgoing} (they should be as before), and the sockets left open were {still_open} (0 was due). "
    "`with` closes them; a thread of your own has to end too.",
)
assert choices == ["TCP", "UDP", "TCP", "UDP", "TCP", "UDP"], T(
    f"按 USES 的次序，PROTOCOL_FOR（一个字典，键是 USES 的每一项）给出 {choices}。一个字节都不能少的用 TCP；一问一答、宁可丢也不能等、一对多的用 UDP。",
    f"In the order of USES, PROTOCOL_FOR, a dict with each of them as a key, gives {choices}. TCP where no byte may be missing; UDP for one question and one answer, "
    "for what rather loses than waits, and for one to many.",
)

# %% q="q13" role="hidden" points=1 timeout=60
# zh: 先说话、想一会儿、分很多次说的服务器；空的、一样的、很大的、没有回音的、被拒绝的信；中途退出的服务器
# en: A server that speaks first, thinks, and answers in pieces; letters that are empty, equal, large, lost or refused; a server that quits halfway
def in_pieces(data):
    size = str(len(data)).encode()
    return [b"<", size, b">\n", bytes(range(256)) * 4096, data[-3:]]


def ends(letters):
    return [[len(letter), letter[:5], letter[-2:]] for letter in letters] if all(isinstance(letter, bytes) for letter in letters) else f"{letters!r}"[:200]


patient = impatient = refused = no_letters = halfway = nothing = "not asked"
patience = 0.7
with tcp_peer(in_pieces, greeting=b"220 ready\r\n", thinks=1.3) as server_log:
    exchange = Call(tcp_exchange, server_log["address"], [b" \xff\0x" * 5000, b"", b"end\n", b"end\n", b""])
    with udp_peer(lambda data: None if data == b"lost" else data * 2) as mailbox:
        replies = attempt(udp_exchange, mailbox["address"], list(LETTERS), 1.5, seconds=8)
    delivered = ends(mailbox["received"])
    replies = ends(replies) if isinstance(replies, list) else repr(replies)
    if "no result" not in replies:
        with udp_peer(lambda data: None) as mailbox:
            impatient, _ = quick_attempt(udp_exchange, mailbox["address"], [b"lost"], 0.1, seconds=0.6)
    with udp_peer(lambda data: None) as mailbox:
        if impatient == []:
            patient, patience = quick_attempt(udp_exchange, mailbox["address"], [b"lost"], 0.7, seconds=3)
    lost = list(mailbox["received"])
    if patient == []:
        refused = attempt(udp_exchange, silent_udp_address(), [b"a", b"b", b"c"], 0.1)
        no_letters = attempt(udp_exchange, silent_udp_address(), [], 0.1)
        with udp_peer(lambda data: data[::-1], letters=1) as mailbox, slow_senders(mailbox["closed"]):
            halfway = attempt(udp_exchange, mailbox["address"], [b"first", b"second"], 0.3)
    answer = exchange.result(20)
pieces = bytes(answer) if isinstance(answer, (bytes, bytearray)) else b""
told = [len(pieces), pieces[:18], pieces[-5:], server_log["end"]] if pieces else f"{answer!r}"[:200]
taken = server_log["received"]
if server_log["end"] == "end of data":
    with tcp_peer(lambda data: [b"\n nothing but %d bytes \n" % len(data)]) as server_log:
        nothing = attempt(tcp_exchange, server_log["address"], [])
        nothing = bytes(nothing) if isinstance(nothing, bytearray) else nothing

assert taken == b" \xff\0x" * 5000 + b"end\nend\n", T(
    f"五条消息 b' \\xff\\x00x' * 5000、b''、b'end\\n'、b'end\\n'、b'' 共 20008 字节，服务器收到 {len(taken)} 字节，以 {taken[-8:]!r} 结尾。"
    "每一条都照原样发，一样的、空白的、不是文字的也一样。",
    f"The five messages b' \\xff\\x00x' * 5000, b'', b'end\\n', b'end\\n', b'' have 20008 bytes; the server got {len(taken)}, ending in {taken[-8:]!r}. "
    "Each is sent as it is, also one that is like another, is white space, or is no text.",
)
assert told == [1048598, b"220 ready\r\n<20008>", b"\xfe\xffnd\n", "end of data"], T(
    "服务器先说 b'220 ready\\r\\n'，收完 20008 字节、想了一秒多之后分五次回答，共 1048598 字节，以 b'\\xfe\\xffnd\\n' 结尾；"
    f"（得到的字节数、开头、结尾、服务器那边怎样结束），或者得到的别的东西，是 {told}。一段比缓冲区短、一两秒没有动静，都不等于结束；只有 b'' 才是。",
    "The server says b'220 ready\\r\\n', takes 20008 bytes, thinks for more than a second and answers in five pieces, 1048598 bytes in all, ending in b'\\xfe\\xffnd\\n'; "
    f"(bytes returned, how they begin and end, how it ended for the server), or whatever else came, is {told}. "
    "A piece shorter than the buffer is not the end, nor is a second of silence; only b'' is.",
)
assert nothing == b"\n nothing but 0 bytes \n", T(
    f"没有消息时也要连接、关掉发送的一半，服务器才会回答 b'\\n nothing but 0 bytes \\n'；得到的是 {nothing!r}。",
    f"With no messages connect and close the sending half too, and the server answers b'\\n nothing but 0 bytes \\n'; this came: {nothing!r}.",
)
assert delivered == [[len(letter), letter[:5], letter[-2:]] for letter in LETTERS], T(
    f"{len(LETTERS)} 条消息（空的、一样的、4096 字节的、不是文字的）应各成一封信，服务器收到（长度、开头、结尾）{delivered}，udp_exchange 得到 {replies}。",
    f"{len(LETTERS)} messages, empty, equal, of 4096 bytes, no text, should be a letter each; the server got (size, beginning, end) {delivered}, udp_exchange gave {replies}.",
)
assert replies == [[2 * len(letter), (letter * 2)[:5], letter[-2:] if len(letter) > 1 else letter * 2] for letter in LETTERS], T(
    f"服务器把每封信重复两遍寄回，应得到 {len(LETTERS)} 封，次序不变，实际（长度、开头、结尾）是 {replies}。"
    "空信不是结束，一样的两封是两封；`recv` 的缓冲区要装得下 8192 字节；信里的字节照原样返回。",
    f"The server returns each letter doubled; {len(LETTERS)} replies in the same order were due, (size, beginning, end) came as {replies}. "
    "An empty letter is no end, and two that are equal are two; `recv` needs room for 8192 bytes; a letter is returned as it is.",
)
assert [impatient, patient, lost] == [[], [], [b"lost"]], T(
    f"只有一封信，没有回音，应得到 []；timeout=0.1 时得到 {impatient!r}，timeout=0.7 时得到 {patient!r}，后一次服务器收到 {lost}。"
    "等多久由 timeout 决定，超时不是错误；每条消息只发一封信。",
    f"A single letter had no answer, and [] is due; with timeout=0.1 this came: {impatient!r}, with timeout=0.7: {patient!r}, and then the server had got {lost}. "
    "How long to wait is up to timeout, running out of time is no error, and a message is one letter only.",
)
assert patience >= 0.6, T(
    f"一封信没有回音，timeout=0.7，udp_exchange 却在 {patience:.2f} 秒后就放弃了。timeout 的单位是秒，回信可能到最后一刻才来。",
    f"A letter had no answer, timeout was 0.7, and udp_exchange gave up after {patience:.2f} s. It is in seconds, and a reply may come in the last moment.",
)
assert [refused, no_letters] == [[], []], T(
    f"那里没有程序，应得到 []；没有消息，也是 []。实际依次是 {[refused, no_letters]}。连过的 UDP 套接字在收和**发**时都可能抛出 ConnectionRefusedError。",
    f"Where no program is, [] is due, and [] too for no messages; this came: {[refused, no_letters]}. "
    "A connected UDP socket may raise ConnectionRefusedError when it receives and when it **sends**.",
)
assert halfway == [b"tsrif"], T(
    f"服务器回复了第一封 b'first' 就退出，然后才发第二封；应得到 [b'tsrif']，实际是 {halfway!r}。"
    "连过的 UDP 套接字先报告拒绝，已经到了的回信还等在后面：接住异常以后要接着收。",
    f"The server answered the first letter, b'first', and quit before the second was sent; that should give [b'tsrif'], it gave {halfway!r}. "
    "A connected UDP socket reports the refusal first, with the reply that has come waiting behind it: catch the exception and go on receiving.",
)
# %% [markdown] lang="zh" q="q13" role="hint"
# TCP 那边：服务器怎么知道你发完了？你又怎么知道它发完了？答案是同一件事的两面。UDP 那边：没有“结束”可读，靠什么停下来？
# %% [markdown] lang="en" q="q13" role="hint"
# TCP: how can the server know that you are done, and how can you know that it is? Both are the same thing from two sides.
# UDP: there is no end to read; so what makes you stop?
# %% [markdown] lang="zh" q="q13" role="hint"
# `tcp_exchange`：`create_connection`，逐条 `sendall`，`shutdown(socket.SHUT_WR)`，然后循环 `recv`，直到得到 `b""`，把各段接起来。
# `udp_exchange`：一个 `SOCK_DGRAM` 套接字，`settimeout(timeout)`，先全部 `sendto`，再收，收够 `len(messages)` 封或超时为止。
# %% [markdown] lang="en" q="q13" role="hint"
# `tcp_exchange`: `create_connection`, `sendall` for each message, `shutdown(socket.SHUT_WR)`, then `recv` in a loop until it gives `b""`; join the pieces.
# `udp_exchange`: one `SOCK_DGRAM` socket with `settimeout(timeout)`; `sendto` for all messages, then receive until there are
# `len(messages)` replies or time is up.
# %% [markdown] lang="zh" q="q13" role="hint"
# 两个循环的样子：`while piece := sock.recv(65536): pieces.append(piece)`；
# `while len(replies) < len(messages): replies.append(sock.recv(65536))`，后一个放进 `try`，用 `except OSError` 接住，因为 `TimeoutError` 和
# `ConnectionRefusedError` 都是 `OSError`。
# %% [markdown] lang="en" q="q13" role="hint"
# The two loops: `while piece := sock.recv(65536): pieces.append(piece)`, and
# `while len(replies) < len(messages): replies.append(sock.recv(65536))`, the second inside a `try` with `except OSError`, since `TimeoutError` and
# `ConnectionRefusedError` both are an `OSError`.
# %% [markdown] lang="zh" q="q13"
# **书面题（1 分）** 用自己的话回答：TCP 保证什么、不保证什么？UDP 呢？“发三次，收一次”为什么不是故障？各举一个更适合的用途，并说明理由。
# %% [markdown] lang="en" q="q13"
# **Written part (1 point)** In your own words: what does TCP promise and what not? And UDP? Why is "sent three times, received once" no fault?
# Name a use that suits each better, with the reason.
# %% [markdown] lang="zh" q="q13" role="words"
# ### BEGIN SOLUTION
# TCP 先建立连接，保证字节不丢、不重、按次序到达，并让发得太快的一方等一等；它不保留每次发送的边界，收到的是一串字节，所以发三次收一次完全正常。
# UDP 不建立连接，一次发送就是一封独立的数据报，边界保留，但可能丢失、重复、乱序，也没有人通知发送方。
# 文件、邮件、网页一个字节都不能少，适合 TCP；通话里迟到的声音没有用，域名查询只有一问一答，适合 UDP。
#
# - [ ] TCP 保证字节可靠、按次序到达（丢失会重传）
# - [ ] TCP 是字节流，不保留发送时的边界，所以“发三次收一次”是正常的
# - [ ] UDP 保留边界，一封是一封，但可能丢失、重复或乱序
# - [ ] 给 TCP 和 UDP 各举一个用途，理由都与上述特点相符
# ### END SOLUTION
# %% [markdown] lang="en" q="q13" role="words"
# ### BEGIN SOLUTION
# TCP connects first, promises that bytes arrive complete, once and in order, and makes a sender that is too fast wait. It keeps no boundaries between sends:
# what arrives is a run of bytes, so three sends and one read are quite in order.
# UDP does not connect. Each send is a datagram of its own and stays one, but it may be lost, doubled or overtaken, and nobody tells the sender.
# Files, mail and pages need every byte: TCP. In a call, sound that comes late is useless, and a name look-up is one question and one answer: UDP.
#
# - [ ] TCP promises that bytes arrive reliably and in order (what is lost is sent again)
# - [ ] TCP is a stream of bytes without the boundaries of the sends, so three sends and one read are normal
# - [ ] UDP keeps boundaries, a datagram is a datagram, but it may be lost, doubled or out of order
# - [ ] a use for TCP and one for UDP, each with a reason that follows from these
# ### END SOLUTION
# %% [markdown] lang="zh" q="q13" role="solution"
# `with` 保证异常时也关闭套接字。先发完再收，只在“发的总量装得进缓冲区”时安全：双方都在 `sendall` 里等对方来读，就会死锁，大文件要边发边收。
# 常见错误：只 `recv` 一次；用“这一段比缓冲区短”判断结束；用 `close` 代替 `shutdown`；UDP 里把空信当作结束，或者丢一封就放弃后面的。
# UDP 用没 `connect` 的套接字最省心，代价是不知道被拒绝，也会收下陌生人的信。
# %% [markdown] lang="en" q="q13" role="solution"
# `with` closes the socket on an exception too. To send everything before reading is safe only because it fits the buffers: two sides that both wait inside
# `sendall` for the other to read are a deadlock, so large transfers read while they send. The usual mistakes: one `recv` only; taking a piece shorter than
# the buffer for the end; `close` for `shutdown`; with UDP, taking an empty letter for the end, or giving up on the rest after one loss.
# A UDP socket without `connect` is the least trouble; it pays by never hearing of a refusal and by accepting letters from strangers.
# %% [markdown] lang="zh"
# ## 三、握手：两边各报一个起点
#
# TCP 给每个字节编号，编号不从 0 开始，两边各自随机挑一个起点（ISN）。握手就是互相报出起点，并确认听到了。
# `recorded.py` 里是三个真实连接的录音：在 Linux 的回环网卡上抓下来的整帧，所以不需要你有抓包的权限。
# 先猜：SYN 里没有正文，对方的 `ack` 会比 `seq` 大多少？
# %% [markdown] lang="en"
# ## 3. Shake hands: each side names a starting point
#
# TCP numbers every byte, and not from 0: each side picks a random starting point, its ISN. The handshake is the two telling each other where they
# start, and confirming that they heard. `recorded.py` holds three real connections, whole frames taken from the loopback interface of a Linux machine, so
# you need no right to capture anything. Predict: a SYN carries no payload, so how much larger than its `seq` is the `ack` that answers it?
# %%
import recorded

opening = recorded.rows(recorded.FOUR)[:4]
for who, flags, seq, ack, size in opening:
    print(f"{who}  {flags:8} seq={seq:<10}  ack={ack:<10}  {size} B")
print(opening[1][3] - opening[0][2], opening[2][3] - opening[1][2], opening[3][2] - opening[0][2])

# %% [markdown] lang="zh"
# 大 1：SYN 自己占一个序号，虽然它一个字节的数据也没带。`ack` 的意思是“**下一个**我等的号”，不是“最后收到的号”。
# 所以第一个数据字节的号是 ISN + 1，第三个 ACK 不占号，第四行（带 5 字节数据）和第三行的 `seq` 相同。
# 除了第一个 SYN，之后的每一段都带 ACK。
#
# 序号只有 32 位。从 `0xFFFFFFFF` 起步，下一个号是几？
# %% [markdown] lang="en"
# Larger by 1: a SYN takes one number, although it carries no data. An `ack` says "the **next** number I wait for", not "the last I got".
# So the first byte of data has the number ISN + 1; the third segment, a bare ACK, takes none, and the fourth, with 5 bytes, has the same `seq`.
# Every segment but the first SYN carries an ACK.
#
# A sequence number has 32 bits. What comes after `0xFFFFFFFF`?
# %%
isn = 0xFFFFFFFF
print(isn + 1, (isn + 1) % 2**32)
try:
    struct.pack("!I", isn + 1)
except struct.error as error:
    print(error)

# %% [markdown] lang="zh"
# 0。首部里只有 4 个字节，超出的位没有地方放，所以一切加法都对 `2**32` 取余。传几吉字节的文件，序号会绕回来好几次。
#
# 为什么要三次？两次的话，服务器不知道自己的起点有没有传到；一个迟到的旧 SYN 也会让它白白打开一个连接。
# %% [markdown] lang="en"
# 0. The header has 4 bytes and nowhere to put more, so all additions are modulo `2**32`; a file of a few gigabytes takes the numbers round several times.
#
# Why three segments? With two, the server would not know whether its own starting point arrived, and an old SYN that comes late would make it open a connection
# for nobody.
# %% [markdown] lang="zh"
# ## 四、挥手：两个方向，各关各的
#
# 看同一份录音的后半段：客户端先说“我发完了”（FIN），服务器又发了 11 个字节才关。先猜：两个 FIN 各占几个序号？
# %% [markdown] lang="en"
# ## 4. Say goodbye: each direction closes by itself
#
# The second half of the same recording: the client says first that it is done (FIN), and the server sends 11 more bytes before it closes as well.
# Predict how many sequence numbers each FIN takes.
# %%
for who, flags, seq, ack, size in recorded.rows(recorded.FOUR)[5:]:
    print(f"{who}  {flags:8} seq={seq:<10}  ack={ack:<10}  {size} B")

# %% [markdown] lang="zh"
# 各一个，和 SYN 一样：客户端的 FIN 之后，服务器的 `ack` 大了 1，自己的 `seq` 没变；那 11 个字节把服务器的 `seq` 推进 11，它的 FIN 从那里开始。
# 常见的错误写法是让服务器的 FIN 沿用 ACK 的 `seq`，或者把确认号写成收到的 `seq`，拿录音一比就知道不对。
#
# 去掉数据段和它的确认，剩下四段：FIN+ACK、ACK、FIN+ACK、ACK。一定是四段吗？看第二个连接的结尾，服务器一看到对方关了，自己立刻也关。
# %% [markdown] lang="en"
# One each, like a SYN: after the client's FIN the server's `ack` is 1 larger while its own `seq` stayed; its 11 bytes move the `seq` on by 11, and that is
# where its FIN begins. Two mistakes are common: giving the server's FIN the same `seq` as its ACK whatever was sent between, and acknowledging
# the `seq` received instead of the one after. The recording decides.
#
# Without the data and its acknowledgement four segments remain: FIN+ACK, ACK, FIN+ACK, ACK. Always four? Look at the end of the second connection,
# whose server closes the moment it sees the other side close.
# %%
for name in ("THREE", "RESET"):
    for who, flags, seq, ack, size in recorded.rows(getattr(recorded, name))[3:]:
        print(f"{name:6} {who}  {flags:8} seq={seq:<10}  ack={ack:<10}  {size} B")

# %% [markdown] lang="zh"
# 三段：服务器的 FIN 和 ACK 合在一段里。“四次挥手”是最多四段。第三个连接根本没有挥手：服务器丢下没读的 6 个字节就关，发出的是 RST，这正是第二节的
# `ConnectionResetError`。
#
# 每一边在每一刻处在什么状态，内核知道。下图就是那份录音；停得住的状态（ESTABLISHED、FIN-WAIT-2、CLOSE-WAIT、TIME-WAIT）是当时从内核读出的，
# 一闪而过的那几个按 RFC 9293 补上：
#
# ![时序图：三次握手、5 字节数据、客户端先关、服务器再发 11 字节后关；两侧标出 ESTABLISHED、FIN-WAIT、CLOSE-WAIT、TIME-WAIT 等状态](../assets/06_network_model/segments.png)
# %% [markdown] lang="en"
# Three: the server's FIN rides with its ACK. Four is the most, not the rule. The third connection has no goodbye at all: the server closed with 6 bytes
# unread and sent a RST, the `ConnectionResetError` of section 2.
#
# The kernel knows the state that each side is in at each moment. The figure is that recording. The states that last (ESTABLISHED, FIN-WAIT-2,
# CLOSE-WAIT, TIME-WAIT)
# were read from the kernel at the time; the ones that pass in a flash are filled in from RFC 9293.
#
# ![A sequence diagram: three-way handshake, 5 bytes of data, the client closes first, the server sends 11 bytes and closes; beside it the states
# ESTABLISHED, FIN-WAIT, CLOSE-WAIT, TIME-WAIT and so on](../assets/06_network_model/segments.png)
# %% [markdown] lang="zh"
# 在 Linux 上可以当场看：`TCP_INFO` 的第一个字节就是状态。先猜：客户端关掉一半、服务器还没关时，两边各是什么状态？
# %% [markdown] lang="en"
# On Linux you can watch it: the first byte of `TCP_INFO` is the state. Predict the state of both sides when the client has closed its half and the server has
# not yet.
# %%
import sys
import time

STATES = {1: "ESTABLISHED", 4: "FIN-WAIT-1", 5: "FIN-WAIT-2", 6: "TIME-WAIT", 7: "CLOSED", 8: "CLOSE-WAIT", 9: "LAST-ACK"}


def state(sock):
    if sys.platform != "linux":
        return "?"
    return STATES[sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 1)[0]]


# %%
client, server = tcp_pair()
print(state(client), state(server))
client.shutdown(socket.SHUT_WR)
server.recv(1)
patience = time.monotonic() + 2
while state(client) == "FIN-WAIT-1" and time.monotonic() < patience:
    pass  # the ACK of the FIN may be a few milliseconds late
print(state(client), state(server))
server.close()
client.close()

# %% [markdown] lang="zh"
# 先关的一边在 FIN-WAIT-2 等着，另一边在 CLOSE-WAIT。（不是 Linux 的话会打印 `?`，结果以图为准。）
# CLOSE-WAIT 是在等**你的程序**调用 `close`：服务器上堆积了成千上万个 CLOSE-WAIT，是自己忘了关，不是网络的问题。
#
# 最后一个 ACK 可能丢，所以**先关的一边**还要在 TIME-WAIT 里守一阵，RFC 9293 说守 2 × MSL（MSL 定为 2 分钟），Linux 固定 60 秒；
# `tcp_fin_timeout` 管的是 FIN-WAIT-2，与它无关。守着的时候端口不能随便再用。下面让服务器先关，再立刻重开，`reuse` 是旧、新两个监听套接字的
# `SO_REUSEADDR`。猜猜哪几次成功？
# %% [markdown] lang="en"
# The side that closed first waits in FIN-WAIT-2, the other is in CLOSE-WAIT. (Elsewhere than on Linux it prints `?`; rely on the figure.)
# CLOSE-WAIT waits for **your program** to call `close`: thousands of them piling up on a server mean that it forgets to close, not that the network is bad.
#
# The last ACK may be lost, so **the side that closes first** stays in TIME-WAIT for a while: 2 × MSL says RFC 9293, with an MSL of 2 minutes; a fixed
# 60 seconds on Linux
# (`tcp_fin_timeout` is about FIN-WAIT-2, not about this). Meanwhile the port cannot simply be used again. Here a server closes first and is started
# again at once; `reuse` is the
# `SO_REUSEADDR` of the old and the new listening socket. Predict which attempts succeed.
# %%
def listen(port, reuse):
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, reuse)
    try:
        listener.bind(("127.0.0.1", port))
        listener.listen()
    except OSError:
        listener.close()
        raise
    return listener


# %%
for reuse in ((0, 0), (0, 1), (1, 0), (1, 1)):
    with listen(0, reuse[0]) as listener, socket.create_connection(listener.getsockname()) as client:
        port = listener.getsockname()[1]
        listener.accept()[0].close()  # the server closes first
        client.recv(1)
    try:
        listen(port, reuse[1]).close()
        print(reuse, "ok")
    except OSError as error:
        print(reuse, type(error).__name__)

# %% [markdown] lang="zh"
# Linux 上只有 `(1, 1)` 成功：旧的和新的**都**要设。所以服务器一开始就该设，等到重启失败才设已经晚了。
# Windows 上这个选项是另一回事，别的程序甚至能借它抢走端口，那里不要设。`socket.create_server` 会按系统替你选好。
# %% [markdown] lang="en"
# On Linux only `(1, 1)` succeeds: **both** the old and the new one must have it. So a server sets it from the start; after the first failed restart
# is too late.
# On Windows the option means something else, even lets another program take the port over, and is better not set. `socket.create_server` chooses well
# on either.
# %% [markdown] lang="zh" q="q14"
# ## Q14 · 握手与挥手（4 分，另有 1 分书面题）
#
# 给定 `Segment(sender, flags, seq, ack)`：一个具名元组，`sender` 是 `"client"` 或 `"server"`。所有序号都是 `int`，对 `2**32` 取余。
#
# **`handshake(client_isn, server_isn)`**：握手的三段，按次序，例如放进列表。`flags` 依次是 `"SYN"`、`"SYN+ACK"`、`"ACK"`；第一段的 `ack` 是 0。
#
# **`teardown(seq, ack, server_sends=0)`**：客户端先关的四段，`flags` 依次是 `"FIN+ACK"`、`"ACK"`、`"FIN+ACK"`、`"ACK"`。
# `seq` 和 `ack` 是客户端第一段里的号。服务器在自己的 ACK 与自己的 FIN 之间又发了 `server_sends` 个字节；
# 这些数据段和对它们的确认不列出来，客户端的最后一段确认全部。
#
# **`ACTIVE_CLOSE`**、**`PASSIVE_CLOSE`**：先关的一边和后关的一边，在这样的四段挥手里依次经过的状态，列表，用 RFC 9293 的名字，
# 从 `"ESTABLISHED"` 到 `"CLOSED"`。
# %% [markdown] lang="en" q="q14"
# ## Q14 · Handshake and teardown (4 points, 1 more for the written part)
#
# Given is `Segment(sender, flags, seq, ack)`, a named tuple; `sender` is `"client"` or `"server"`. All numbers are `int` and modulo `2**32`.
#
# **`handshake(client_isn, server_isn)`**: the three segments, in order, in a list for example. Their `flags` are `"SYN"`, `"SYN+ACK"`, `"ACK"`; the
# `ack` of the first is 0.
#
# **`teardown(seq, ack, server_sends=0)`**: the four segments of a close that the client begins, with the `flags` `"FIN+ACK"`, `"ACK"`, `"FIN+ACK"`, `"ACK"`.
# `seq` and `ack` are the numbers of the first, the client's. Between its ACK and its own FIN the server sends `server_sends` bytes more; those data segments
# and their acknowledgements are not listed, and the client's last segment acknowledges everything.
#
# **`ACTIVE_CLOSE`** and **`PASSIVE_CLOSE`**: lists of the states that the side closing first, and the other one, go through in such a close of four
# segments, by the names of RFC 9293,
# from `"ESTABLISHED"` to `"CLOSED"`.
# %% q="q14" role="given"
from typing import NamedTuple

from outcomes import outcome


class Segment(NamedTuple):
    """A TCP segment without its data."""

    sender: str
    flags: str
    seq: int
    ack: int


def columns(segments):
    """The fields of each segment, as lists."""
    return [[field if type(field) in (str, int) else repr(field) for field in (each.sender, each.flags, each.seq, each.ack)] for each in segments]


# %% q="q14" role="answer"
def handshake(client_isn, server_isn):
    """The three segments that open a connection."""
    ### BEGIN SOLUTION
    client_next, server_next = (client_isn + 1) % 2**32, (server_isn + 1) % 2**32
    return [
        Segment("client", "SYN", client_isn, 0),
        Segment("server", "SYN+ACK", server_isn, client_next),
        Segment("client", "ACK", client_next, server_next),
    ]
    ### END SOLUTION


# %% q="q14" role="answer"
def teardown(seq, ack, server_sends=0):
    """The four segments of a close that the client begins."""
    ### BEGIN SOLUTION
    client_next = (seq + 1) % 2**32
    server_fin = (ack + server_sends) % 2**32
    return [
        Segment("client", "FIN+ACK", seq, ack),
        Segment("server", "ACK", ack, client_next),
        Segment("server", "FIN+ACK", server_fin, client_next),
        Segment("client", "ACK", client_next, (server_fin + 1) % 2**32),
    ]
    ### END SOLUTION


# %% q="q14" role="answer"
### BEGIN SOLUTION
ACTIVE_CLOSE = ["ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2", "TIME-WAIT", "CLOSED"]
PASSIVE_CLOSE = ["ESTABLISHED", "CLOSE-WAIT", "LAST-ACK", "CLOSED"]
### END SOLUTION


# %% q="q14" role="check" points=1
# zh: 握手的三段
# en: The three segments of a handshake
opened = outcome(lambda: columns(handshake(1000, 5000)))
opened_again = outcome(lambda: columns(handshake(client_isn=77, server_isn=31)))

assert opened == [["client", "SYN", 1000, 0], ["server", "SYN+ACK", 5000, 1001], ["client", "ACK", 1001, 5001]], T(
    f"handshake(1000, 5000) 的三段（sender、flags、seq、ack）是 {opened}。三段，每一段是一个 Segment，sender 和 flags 照题目写，号是 int。SYN 占一个序号；ack 是下一个等待的号；"
    "客户端的第三段从自己的下一个号开始。",
    f"The segments of handshake(1000, 5000), as (sender, flags, seq, ack), are {opened}. Three, each a Segment, with sender and flags as the question spells them and numbers that are int. "
    "A SYN takes one number; ack is the next number expected; "
    "the client's third segment starts at its own next number.",
)
assert opened_again == [["client", "SYN", 77, 0], ["server", "SYN+ACK", 31, 78], ["client", "ACK", 78, 32]], T(
    f"handshake(client_isn=77, server_isn=31) 的三段是 {opened_again}；参数名和号都要照题目来，例子里的数不是答案。",
    f"The segments of handshake(client_isn=77, server_isn=31) are {opened_again}. Parameters are named as in the text, and the numbers follow from them.",
)

# %% q="q14" role="check" points=1
# zh: 挥手的四段，两边经过的状态
# en: The four segments of a close, and the states of both sides
closed = outcome(lambda: columns(teardown(300, 700)))
active, passive = [list(states) if isinstance(states, (list, tuple)) else f"{type(states).__name__} {states!r}" for states in (ACTIVE_CLOSE, PASSIVE_CLOSE)]

assert closed == [["client", "FIN+ACK", 300, 700], ["server", "ACK", 700, 301], ["server", "FIN+ACK", 700, 301], ["client", "ACK", 301, 701]], T(
    f"teardown(300, 700) 的四段（sender、flags、seq、ack）是 {closed}。FIN 占一个序号，ACK 不占；服务器的两段确认的都是 301。",
    f"The segments of teardown(300, 700), as (sender, flags, seq, ack), are {closed}. A FIN takes one number, an ACK none; both of the server's segments acknowledge 301.",
)
assert active == ["ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2", "TIME-WAIT", "CLOSED"], T(
    f"ACTIVE_CLOSE 是 {active}。列表，名字照 RFC 9293（大写，用连字符）。先关的一边：发出 FIN、收到它的 ACK、收到对方的 FIN，各进入一个状态；最后要守一阵。",
    f"ACTIVE_CLOSE is {active}. A list, spelt as in RFC 9293, in capitals and with hyphens. The side that closes first enters a state when it sends its FIN, one when that is acknowledged, one when the other FIN comes; "
    "there it stays a while.",
)
assert passive == ["ESTABLISHED", "CLOSE-WAIT", "LAST-ACK", "CLOSED"], T(
    f"PASSIVE_CLOSE 是 {passive}。列表，名字照 RFC 9293。后关的一边：收到 FIN 后等自己的程序来关，发出自己的 FIN 后等最后一个确认。没有 TIME-WAIT。",
    f"PASSIVE_CLOSE is {passive}. A list, spelt as in RFC 9293. The other side waits for its own program after the FIN came, and for the last acknowledgement after its own. It has no TIME-WAIT.",
)


# %% q="q14" role="hidden" points=1
# zh: 序号绕过 2**32
# en: Numbers wrap around at 2**32
top = 2**32 - 1
wrapped = [outcome(lambda: columns(handshake(top, 9))), outcome(lambda: columns(handshake(0, top)))]
wrapped += [outcome(lambda: columns(teardown(top, 41))), outcome(lambda: columns(teardown(6, top)))]
below = outcome(lambda: columns(handshake(top - 1, 2**31)))

assert wrapped[:2] == [
    [["client", "SYN", 4294967295, 0], ["server", "SYN+ACK", 9, 0], ["client", "ACK", 0, 10]],
    [["client", "SYN", 0, 0], ["server", "SYN+ACK", 4294967295, 1], ["client", "ACK", 1, 0]],
], T(
    f"handshake(2**32 - 1, 9) 和 handshake(0, 2**32 - 1) 得到 {wrapped[:2]}。序号只有 32 位，4294967295 的下一个是 0。",
    f"handshake(2**32 - 1, 9) and handshake(0, 2**32 - 1) gave {wrapped[:2]}. Numbers have 32 bits; after 4294967295 comes 0.",
)
assert wrapped[2:] == [
    [["client", "FIN+ACK", 4294967295, 41], ["server", "ACK", 41, 0], ["server", "FIN+ACK", 41, 0], ["client", "ACK", 0, 42]],
    [["client", "FIN+ACK", 6, 4294967295], ["server", "ACK", 4294967295, 7], ["server", "FIN+ACK", 4294967295, 7], ["client", "ACK", 7, 0]],
], T(
    f"teardown(2**32 - 1, 41) 和 teardown(6, 2**32 - 1) 得到 {wrapped[2:]}。每一个加法都要对 2**32 取余。",
    f"teardown(2**32 - 1, 41) and teardown(6, 2**32 - 1) gave {wrapped[2:]}. Every addition is modulo 2**32.",
)
assert below == [["client", "SYN", 4294967294, 0], ["server", "SYN+ACK", 2147483648, 4294967295], ["client", "ACK", 4294967295, 2147483649]], T(
    f"handshake(2**32 - 2, 2**31) 得到 {below}。模数是 2**32，不是 2**32 - 1，也不是 2**31。",
    f"handshake(2**32 - 2, 2**31) gave {below}. The modulus is 2**32, neither 2**32 - 1 nor 2**31.",
)


# %% q="q14" role="hidden" points=1
# zh: 服务器在自己的 FIN 之前又发了一些字节
# en: The server sends more bytes before its FIN
sending = [outcome(lambda: columns(teardown(1237469301, 933712704, 11))), outcome(lambda: columns(teardown(50, 60, server_sends=1)))]
around = [outcome(lambda: columns(teardown(8, 2**32 - 100, 99))), outcome(lambda: columns(teardown(8, 2**32 - 100, 5000)))]
around.append(outcome(lambda: columns(teardown(3000000000, 2500000000, 7))))
around.append(outcome(lambda: columns(teardown(seq=0, ack=12, server_sends=2**33 + 70000))))

assert sending == [
    [
        ["client", "FIN+ACK", 1237469301, 933712704],
        ["server", "ACK", 933712704, 1237469302],
        ["server", "FIN+ACK", 933712715, 1237469302],
        ["client", "ACK", 1237469302, 933712716],
    ],
    [["client", "FIN+ACK", 50, 60], ["server", "ACK", 60, 51], ["server", "FIN+ACK", 61, 51], ["client", "ACK", 51, 62]],
], T(
    f"teardown(1237469301, 933712704, 11)（第四节的录音）和 teardown(50, 60, server_sends=1) 得到 {sending}。"
    "服务器在 ACK 之后发的字节把它的 seq 推进；FIN 从那里开始，客户端最后确认到 FIN 之后。",
    f"teardown(1237469301, 933712704, 11), the recording of section 4, and teardown(50, 60, server_sends=1) gave {sending}. "
    "What the server sends after its ACK moves its seq on; its FIN begins there, and the client's last ack is the number after the FIN.",
)
assert around == [
    [["client", "FIN+ACK", 8, 4294967196], ["server", "ACK", 4294967196, 9], ["server", "FIN+ACK", 4294967295, 9], ["client", "ACK", 9, 0]],
    [["client", "FIN+ACK", 8, 4294967196], ["server", "ACK", 4294967196, 9], ["server", "FIN+ACK", 4900, 9], ["client", "ACK", 9, 4901]],
    [
        ["client", "FIN+ACK", 3000000000, 2500000000],
        ["server", "ACK", 2500000000, 3000000001],
        ["server", "FIN+ACK", 2500000007, 3000000001],
        ["client", "ACK", 3000000001, 2500000008],
    ],
    [["client", "FIN+ACK", 0, 12], ["server", "ACK", 12, 1], ["server", "FIN+ACK", 70012, 1], ["client", "ACK", 1, 70013]],
], T(
    f"teardown(8, 2**32 - 100, 99)、teardown(8, 2**32 - 100, 5000)、teardown(3000000000, 2500000000, 7)、"
    f"teardown(seq=0, ack=12, server_sends=2**33 + 70000) 得到 {around}。加上 server_sends 之后也要对 2**32 取余。",
    f"teardown(8, 2**32 - 100, 99), teardown(8, 2**32 - 100, 5000), teardown(3000000000, 2500000000, 7) and "
    f"teardown(seq=0, ack=12, server_sends=2**33 + 70000) gave {around}. Adding server_sends is modulo 2**32 too.",
)
# %% [markdown] lang="zh" q="q14" role="hint"
# 每一边只记两个数：我的下一个号、我等对方的下一个号。每段的 `seq` 和 `ack` 就是发送者此刻的这两个数。哪些东西会推进它们？
# %% [markdown] lang="en" q="q14" role="hint"
# Each side keeps two numbers only: my next, and the next I expect from the other. The `seq` and `ack` of a segment are these two of its sender, at that moment.
# What moves them on?
# %% [markdown] lang="zh" q="q14" role="hint"
# SYN 占一个，FIN 占一个，每个数据字节占一个，ACK 不占。`server_sends` 推进的是服务器的 `seq`，只影响第三段的 `seq` 和第四段的 `ack`。
# %% [markdown] lang="en" q="q14" role="hint"
# A SYN takes one, a FIN takes one, each byte of data takes one, an ACK none. `server_sends` moves the server's `seq`, so it shows in the `seq` of the
# third segment and the
# `ack` of the fourth only.
# %% [markdown] lang="zh" q="q14" role="hint"
# 先算 `client_next = (seq + 1) % 2**32` 和 `server_fin = (ack + server_sends) % 2**32`，四段就只剩填空；最后的确认是 `(server_fin + 1) % 2**32`。
# %% [markdown] lang="en" q="q14" role="hint"
# Compute `client_next = (seq + 1) % 2**32` and `server_fin = (ack + server_sends) % 2**32` first; the four segments are then a matter of filling in,
# and the last ack is
# `(server_fin + 1) % 2**32`.
# %% [markdown] lang="zh" q="q14"
# **书面题（1 分）** 用自己的话回答：为什么握手要三次而不是两次？`ack` 的数字是什么意思？挥手为什么最多四段，什么时候是三段？
# TIME-WAIT 由哪一边守、为什么要守？大量 CLOSE-WAIT 说明什么？
# %% [markdown] lang="en" q="q14"
# **Written part (1 point)** In your own words: why three segments to open and not two? What does the number in `ack` say? Why does a close take up to
# four segments, and when three?
# Which side stays in TIME-WAIT, and what for? What do many sockets in CLOSE-WAIT tell you?
# %% [markdown] lang="zh" q="q14" role="words"
# ### BEGIN SOLUTION
# 两边各有一个起始序号，都要说出并被确认，三段刚好；只有两段，服务器不知道自己的序号是否到达，旧的 SYN 也能骗开连接。
# `ack` 是期待的下一个字节的号；SYN 和 FIN 各占一个号。两个方向各自关闭，各要一个 FIN 和一个 ACK，共四段；被动方收到 FIN 时也没有要发的，
# 它的 FIN 就和 ACK 合成一段，共三段。先关的一边守 TIME-WAIT：最后的 ACK 丢了可以再发，也让迟到的旧段消失。CLOSE-WAIT 堆积，说明自己的程序没有 `close`。
#
# - [ ] 三次：两边的起始序号都说出并得到确认（或：两次防不住迟到的旧 SYN）
# - [ ] `ack` 是期待的下一个字节的号（在它之前的都收到了）
# - [ ] 两个方向各自关闭，所以最多四段；FIN 与 ACK 合并时三段
# - [ ] TIME-WAIT 在先关的一边，为的是重发最后的 ACK 或等旧段消失
# - [ ] CLOSE-WAIT 堆积是自己的程序没有关闭套接字
# ### END SOLUTION
# %% [markdown] lang="en" q="q14" role="words"
# ### BEGIN SOLUTION
# Each side has a starting number that must be said and confirmed, which takes three segments. With two the server would not know that its number
# arrived, and an old SYN
# could open a connection. `ack` is the number of the next byte expected; SYN and FIN take one number each. Each direction closes by itself, with a
# FIN and an ACK:
# four segments. If the other side has nothing left to send, its FIN rides with its ACK: three. The side that closes first stays in TIME-WAIT, so that
# it can repeat the last ACK if that
# is lost and old segments die out. CLOSE-WAIT piling up means that one's own program does not `close`.
#
# - [ ] three: both starting numbers are said and confirmed (or: two would not stop an old, late SYN)
# - [ ] `ack` is the number of the next byte expected (all before it have come)
# - [ ] each direction closes by itself, hence up to four; three when a FIN rides with the ACK
# - [ ] TIME-WAIT is on the side that closed first, to repeat the last ACK or let old segments die out
# - [ ] many CLOSE-WAIT: one's own program does not close its sockets
# ### END SOLUTION
# %% [markdown] lang="zh" q="q14" role="solution"
# 参考答案先算出三个会变的数，再填表，所以取余只写在加法旁边，不会漏。第二段的 `seq` 是 `ack`，不是 `ack + server_sends`：字节是在它之后才发的。
# 常见错误：把 `ack` 当成“收到的最后一个号”；第四段从 `seq` 重新开始；忘了 FIN 自己占号；只在一处取余。
# `ACTIVE_CLOSE` 里如果服务器的 FIN 和 ACK 合成一段，就会跳过 `"FIN-WAIT-2"`；两边同时关则经过 `"CLOSING"`，都不在本题之内。
# %% [markdown] lang="en" q="q14" role="solution"
# The reference computes the three numbers that move and then fills in the table, so each modulo stands beside its addition and none is forgotten. The
# `seq` of the second segment is `ack`, not
# `ack + server_sends`: the bytes are sent after it. The usual mistakes: taking `ack` for the last number received; starting the fourth segment at
# `seq` again; forgetting that a FIN takes a number;
# one modulo out of four. In `ACTIVE_CLOSE`, a FIN that rides with the ACK skips `"FIN-WAIT-2"`, and two sides closing at once go through `"CLOSING"`;
# neither is asked here.
# %% [markdown] lang="zh"
# 把你的函数算出的段画成时序图，用的是录音里的起始序号。它和录音一致吗？（还没做 Q14 的话，这里只会提醒一句。）
# %% [markdown] lang="en"
# Now draw the segments that your own functions return, from the starting numbers of the recording. Do they agree with it? (Before Q14 is done, you
# only get a reminder here.)
# %%
from sequence import draw

first, second = recorded.rows(recorded.FOUR)[:2]
last = recorded.rows(recorded.FOUR)[5]
try:
    computed = [*handshake(first[2], second[2]), *teardown(last[2], last[3], 11)]
except NotImplementedError:
    print(T("先完成 Q14，再运行这一格", "do Q14 first, then run this cell"))
else:
    draw(computed, "handshake and close")
    kept = [row[:4] for row in recorded.rows(recorded.FOUR)[:3] + recorded.rows(recorded.FOUR)[5:] if row[4] == 0]
    print([tuple(segment) in kept for segment in computed])

# %% [markdown] lang="zh"
# 录音里比你的七段多出的，只有数据段和对数据的确认。握手和挥手的规则就这么一条：**占号的东西推进序号，`ack` 是下一个号**。
# %% [markdown] lang="en"
# What the recording has beyond your seven segments is data and acknowledgements of data. There is one rule to it all: **what takes a number moves the
# sequence on, and `ack` is the next number**.
# %% [markdown] lang="zh"
# ## 五、把地址和掩码看成 32 个比特
#
# `192.168.10.77` 只是写法，它其实是一个 32 位的数，四段各是一个字节。掩码 `255.255.255.192` 也是。先猜：掩码写成二进制是什么样子？和地址按位“与”，剩下什么？
# %% [markdown] lang="en"
# ## 5. See addresses and masks as 32 bits
#
# `192.168.10.77` is a way of writing; the thing itself is a number of 32 bits, a byte for each part. So is the mask `255.255.255.192`.
# Predict what the mask looks like in binary, and what is left of the address after a bitwise "and".
# %%
address = int.from_bytes(bytes([192, 168, 10, 77]), "big")
mask = int.from_bytes(bytes([255, 255, 255, 192]), "big")
for number in (address, mask, address & mask, address & ~mask):
    print(f"{number:032b}", ".".join(str(byte) for byte in number.to_bytes(4, "big")))

# %% [markdown] lang="zh"
# 掩码是一串 1 接一串 0。1 盖住的是网络号，0 盖住的是主机号：`address & mask` 是网络地址，`address & ~mask` 是这台主机在网里排第几（这里是 13）。
# 26 个 1，所以也写作 `/26`，叫前缀长度。
#
# ![四行各 32 个格子：地址、掩码、网络地址、主机号，掩码的 26 个 1 与 6 个 0 之间有一条分界线](../assets/06_network_model/mask.png)
# %% [markdown] lang="en"
# A mask is a run of ones and then a run of zeros. Under the ones is the network, under the zeros the host: `address & mask` is the network address,
# `address & ~mask` the number of this host
# within it, 13 here. There are 26 ones, so it is also written `/26`; that is the prefix length.
#
# ![Four rows of 32 cells: address, mask, network address, host number, with a line between the 26 ones and the 6 zeros of the mask](../assets/06_network_model/mask.png)
# %% [markdown] lang="zh"
# 反过来，从前缀怎样得到掩码？把 1 左移，或者先写 32 个 1，再把低位推出去。先猜下面三行；Python 的整数没有 32 位的限制，第二行会怎样？
# %% [markdown] lang="en"
# And from the prefix to the mask? Shift a one to the left, or write 32 ones and push the low ones out. Predict these three lines; mind that a Python
# int does not stop at 32 bits.
# %%
for prefix in (26, 0):
    print(hex(0xFFFFFFFF << (32 - prefix)), hex((0xFFFFFFFF << (32 - prefix)) & 0xFFFFFFFF), hex(2**32 - 2 ** (32 - prefix)))

# %% [markdown] lang="zh"
# 左移之后要再和 `0xFFFFFFFF` 相与，砍掉多出来的高位；或者用减法。两台主机在不在同一个网络，只要比较两个网络地址。
#
# 怎样判断一个掩码是不是“先 1 后 0”？标准库的 `ipaddress` 看起来能代劳。先猜：它怎样看 `255.0.255.0` 和 `0.0.0.255`？
# %% [markdown] lang="en"
# After the shift, "and" it with `0xFFFFFFFF` to cut the surplus off; or subtract. Whether two hosts are on one network is a comparison of two network
# addresses.
#
# How do you tell that a mask is all ones, then all zeros? The standard `ipaddress` seems to do it for you. Predict what it makes of `255.0.255.0` and
# `0.0.0.255`.
# %%
import ipaddress

for text in ("255.255.255.0", "255.0.255.0", "0.0.0.255", "24"):
    try:
        print(text, ipaddress.IPv4Network(f"0.0.0.0/{text}").prefixlen)
    except ValueError as error:
        print(text, error)

# %% [markdown] lang="zh"
# `255.0.255.0` 被拒绝，`0.0.0.255` 却成了 `/24`：它把这种写法当作“反掩码”（路由器配置里常见），替你翻了过来，`"24"` 也照收不误。拿它判断掩码，错的也会放过。
#
# 自己判断的一个办法：先 1 后 0 的数取反是 0…01…1，加 1 正好是 2 的幂，于是 `n & (n + 1)` 为 0。试试看：
# %% [markdown] lang="en"
# `255.0.255.0` is refused, but `0.0.0.255` comes out as `/24`: it is taken for a host mask, as router configurations have them, and turned round for
# you; and `"24"` is welcome too. As a judge of masks it lets
# wrong ones pass.
#
# One way to judge yourself: ones then zeros, inverted, is 0…01…1; adding 1 gives a power of two, so `n & (n + 1)` is 0. Try it:
# %%
for text in ((255, 255, 240, 0), (255, 0, 255, 0), (0, 0, 0, 255), (0, 0, 0, 0)):
    inverted = int.from_bytes(bytes(text), "big") ^ 0xFFFFFFFF
    print(text, f"{inverted:032b}", inverted & (inverted + 1) == 0)

# %% [markdown] lang="zh"
# 把文字变成数，`int` 也太随和。先猜：下面哪些会被 `int` 收下？
# %% [markdown] lang="en"
# For turning text into numbers, `int` is too easy-going as well. Predict which of these it takes.
# %%
for text in (" 7", "+7", "1_0", "-7", "\u0667", "0x7", "", "7.0"):
    try:
        print(repr(text), int(text), text.isdigit(), text.isascii())
    except ValueError:
        print(repr(text), "ValueError")

# %% [markdown] lang="zh"
# 前五个都收，第五个是阿拉伯文的 7，连 `isdigit` 也说它是数字。所以先看这一段是不是只有 0–9（`isascii` 加 `isdigit`），再转换，再看是否不超过 255。
#
# 最后数主机。一个 `/26` 有 64 个地址，第一个是网络本身，最后一个是广播，剩 62 个。“2 的幂减 2”对 `/31` 和 `/32` 也对吗？
# %% [markdown] lang="en"
# It takes the first five; the fifth is an Arabic 7, which `isdigit` calls a digit too. So look whether a part is 0–9 only (`isascii` and `isdigit`),
# then convert, then see that it is at most 255.
#
# Now count hosts. A `/26` has 64 addresses; the first is the network itself, the last is broadcast, which leaves 62. Does "a power of two less 2"
# hold for `/31` and `/32`?
# %%
for prefix in (24, 26, 30, 31, 32):
    network = ipaddress.ip_network(f"10.0.0.0/{prefix}")
    print(prefix, network.num_addresses, len(list(network.hosts())), 2 ** (32 - prefix) - 2)

# %% [markdown] lang="zh"
# 不对：公式给出 0 和 −1。`/31` 是两台路由器之间的一条线，不需要广播，两个地址都能用（RFC 3021）；`/32` 就是一台主机自己。
# %% [markdown] lang="en"
# It does not: it says 0 and −1. A `/31` is a line between two routers, which need no broadcast, so both addresses are usable (RFC 3021); a `/32` is a
# single host.
# %% [markdown] lang="zh" q="q15"
# ## Q15 · IP 地址与掩码（4 分，另有 1 分书面题）
#
# 地址和掩码都是 IPv4 的点分写法：四段，用点隔开，每段只由数字 0–9 组成，不超过 255（别的文字里的数字，例如全角的，不作要求）。
# 其他写法都是错的（段数不对、空段、正负号、空格、下划线、十六进制、带 `/24` 的）。
# 一段开头多写 0（如 `01`）不考。前缀长度是 0–32 的整数。写错的文字、超出 0–32 的前缀，在下面任何一个函数里都要抛出 `ValueError`。
#
# - **`mask_to_prefix(mask)`**：`mask_to_prefix("255.255.255.0")` 是 24。不是“先 1 后 0”的掩码，`ValueError`。
# - **`split_address(ip, prefix)`**：元组 `(网络地址, 主机号)`，前者是文字，后者是 `int`：`split_address("192.168.10.77", 26)` 是 `("192.168.10.64", 13)`。
# - **`same_network(a, b, prefix)`**：两个地址是否在同一个网络，`True` 或 `False`。
# - **`usable_hosts(prefix)`**：这样的网络里能给主机用的地址数，`int`；`/31` 有 2 个，`/32` 有 1 个。
#
# 本意是用位运算做；用什么都可以，但别信任 `ipaddress` 对掩码的判断。
# %% [markdown] lang="en" q="q15"
# ## Q15 · IP address and mask (4 points, 1 more for the written part)
#
# Addresses and masks are IPv4 in dotted form: four parts with dots between, each made of the digits 0–9 only and at most 255 (digits of other scripts are not asked). Any other text is wrong
# (another number of parts, an empty part, a sign, a space,
# an underscore, hexadecimal, a `/24` at the end). Extra zeros at the start of a part (like `01`) are not asked for. A prefix length is an int from 0
# to 32. A wrong text, or a prefix outside 0–32, is a
# `ValueError` in each of these functions.
#
# - **`mask_to_prefix(mask)`**: `mask_to_prefix("255.255.255.0")` is 24. A mask that is not ones and then zeros: `ValueError`.
# - **`split_address(ip, prefix)`**: the tuple (network address, host number), a text and an `int`: `split_address("192.168.10.77", 26)` is
# `("192.168.10.64", 13)`.
# - **`same_network(a, b, prefix)`**: whether both addresses are on one network, `True` or `False`.
# - **`usable_hosts(prefix)`**: how many addresses of such a network hosts can have, an `int`; a `/31` has 2, a `/32` has 1.
#
# It is meant to be done with bit operations; use what you like, but do not trust `ipaddress` to judge a mask.
# %% q="q15" role="given"
from outcomes import outcome, refusal

# %% q="q15" role="answer"
def mask_to_prefix(mask):
    """The number of ones in a mask such as 255.255.255.0."""
    ### BEGIN SOLUTION
    prefix = parse_ipv4(mask).bit_count()
    if network_mask(prefix) != parse_ipv4(mask):
        raise ValueError(f"not ones and then zeros: {mask}")
    return prefix


def parse_ipv4(text):
    """The 32-bit number of a dotted address. Raises ValueError for any other text."""
    parts = text.split(".")
    if len(parts) != 4 or not all(part.isascii() and part.isdigit() and int(part) <= 255 for part in parts):
        raise ValueError(f"not an IPv4 address: {text!r}")
    return int.from_bytes(map(int, parts), "big")


def network_mask(prefix):
    """The 32-bit number with that many ones at its upper end. Raises ValueError outside 0–32."""
    if not 0 <= prefix <= 32:
        raise ValueError(f"not a prefix length: {prefix}")
    return 2**32 - 2 ** (32 - prefix)


### END SOLUTION


# %% q="q15" role="answer"
def split_address(ip, prefix):
    """The network address, in dotted form, and the number of the host within it."""
    ### BEGIN SOLUTION
    number, mask = parse_ipv4(ip), network_mask(prefix)
    return ".".join(map(str, (number & mask).to_bytes(4, "big"))), number & ~mask
    ### END SOLUTION


# %% q="q15" role="answer"
def same_network(a, b, prefix):
    """Whether two addresses are on one network."""
    ### BEGIN SOLUTION
    return (parse_ipv4(a) ^ parse_ipv4(b)) & network_mask(prefix) == 0
    ### END SOLUTION


# %% q="q15" role="answer"
def usable_hosts(prefix):
    """How many addresses hosts can have in a network with this prefix length."""
    ### BEGIN SOLUTION
    addresses = 2**32 - network_mask(prefix)
    return addresses - 2 if prefix < 31 else addresses
    ### END SOLUTION


# %% q="q15" role="check" points=1
# zh: 常见的掩码有几个 1
# en: How many ones common masks have
masks = ["255.255.255.0", "255.255.0.0", "255.0.0.0", "255.255.255.192", "255.255.240.0", "255.255.255.252"]
lengths = [outcome(mask_to_prefix, mask) for mask in masks]
gaps = [refusal(mask_to_prefix, mask) for mask in ("255.0.255.0", "255.255.255.1")]

assert lengths == [24, 16, 8, 26, 20, 30], T(
    f"{masks} 的前缀长度应为 24、16、8、26、20、30，得到 {lengths}。数一数二进制里的 1。",
    f"{masks} should have the prefix lengths 24, 16, 8, 26, 20, 30; this came: {lengths}. Count the ones in binary.",
)
assert gaps == ["ValueError"] * 2, T(
    f"255.0.255.0 和 255.255.255.1 的 1 不连续，应抛出 ValueError，实际是 {gaps}。",
    f"255.0.255.0 and 255.255.255.1 have a gap between their ones and should be a ValueError; this came: {gaps}.",
)

# %% q="q15" role="check" points=1
# zh: 拆地址、比网络、数主机
# en: Addresses split, networks compared, hosts counted
halves = [outcome(split_address, "192.168.10.77", 26), outcome(split_address, "172.20.130.9", 20), outcome(split_address, "10.1.2.3", 8)]
halves = [repr(tuple(half) if isinstance(half, tuple) else half) for half in halves]
pairs = [("10.0.0.62", "10.0.0.65", 26), ("10.0.0.62", "10.0.0.1", 26), ("10.0.0.62", "10.0.0.65", 25), ("10.9.0.1", "10.8.255.1", 15)]
together = [repr(outcome(same_network, *pair)) for pair in pairs]
counts = [outcome(usable_hosts, prefix) for prefix in (24, 26, 30, 16)]

assert halves == ["('192.168.10.64', 13)", "('172.20.128.0', 521)", "('10.0.0.0', 66051)"], T(
    f"split_address 对 192.168.10.77/26、172.20.130.9/20、10.1.2.3/8 得到 {halves}，应为 ('192.168.10.64', 13)、('172.20.128.0', 521)、('10.0.0.0', 66051)。"
    "主机号是一个 int，不只是最后一段；结果是元组。",
    f"split_address of 192.168.10.77/26, 172.20.130.9/20, 10.1.2.3/8 gave {halves}; expected ('192.168.10.64', 13), ('172.20.128.0', 521), ('10.0.0.0', 66051). "
    "The host number is one int, not just the last part; the result is a tuple.",
)
assert together == ["False", "True", "True", "True"], T(
    f"same_network 对 {pairs} 得到 {together}，应为 False、True、True、True（bool）。比较的是与掩码相与之后的数，不是文字的前几段。",
    f"same_network of {pairs} gave {together}, expected False, True, True, True, as bool. Compare the numbers after the mask, not the first parts of the texts.",
)
assert counts == [254, 62, 2, 65534] and [type(count) for count in counts] == [int] * 4, T(
    f"usable_hosts(24)、(26)、(30)、(16) 应为 254、62、2、65534（int），得到 {counts}。网络地址和广播地址不能给主机用。",
    f"usable_hosts of 24, 26, 30, 16 should be 254, 62, 2, 65534, as int; this came: {counts}. The network and the broadcast address are not for hosts.",
)

# %% q="q15" role="hidden" points=1
# zh: 全部 33 种前缀，两端的 /0、/31、/32
# en: All 33 prefixes, with /0, /31 and /32 at the ends
def dotted(number):
    return ".".join(str(byte) for byte in number.to_bytes(4, "big"))


every_mask = [outcome(mask_to_prefix, dotted((0xFFFFFFFF << (32 - size)) & 0xFFFFFFFF)) for size in range(33)]
every_count = {size: outcome(usable_hosts, size) for size in range(33)}
edges = [outcome(split_address, "203.0.113.255", size) for size in (0, 1, 31, 32)]
edges += [outcome(split_address, *pair) for pair in (("255.255.255.254", 9), ("0.1.2.3", 14), ("10.0.0.0", 8))]
edges = [repr(tuple(edge) if isinstance(edge, tuple) else edge) for edge in edges]
home = 0x0A5500FF
near = {size: repr(outcome(same_network, dotted(home), dotted(home ^ 1 << (31 - size)), size)) for size in range(32)}
far = {size: repr(outcome(same_network, dotted(home ^ 1 << (32 - size)), dotted(home), size)) for size in range(1, 33)}
itself = [repr(outcome(same_network, "1.2.3.4", "200.5.6.7", 0)), repr(outcome(same_network, "10.0.0.5", "10.0.0.5", 32))]

assert every_mask == list(range(33)) and [type(size) for size in every_mask] == [int] * 33, T(
    f"从 0.0.0.0 到 255.255.255.255 的 33 种掩码，前缀长度应依次为 0 到 32（int），得到 {every_mask}。",
    f"The 33 masks from 0.0.0.0 to 255.255.255.255 should have the prefix lengths 0 to 32, as int; this came: {every_mask}.",
)
assert [(count, type(count)) for count in every_count.values()] == [(2 ** (32 - n) - 2, int) for n in range(31)] + [(2, int), (1, int)], T(
    f"usable_hosts 到 /30 为止是地址数减 2，/31 有 2 个，/32 有 1 个，都是 int；不对的有（前缀：结果）"
    f"{ {size: count for (size, count), due in zip(every_count.items(), [*(2 ** (32 - n) - 2 for n in range(31)), 2, 1], strict=True) if count != due or type(count) is not int} }。",
    "usable_hosts is the number of addresses less 2 up to /30, 2 for a /31, 1 for a /32, each an int; these were not (prefix: what came): "
    f"{ {size: count for (size, count), due in zip(every_count.items(), [*(2 ** (32 - n) - 2 for n in range(31)), 2, 1], strict=True) if count != due or type(count) is not int} }.",
)
assert edges == [
    "('0.0.0.0', 3405804031)",
    "('128.0.0.0', 1258320383)",
    "('203.0.113.254', 1)",
    "('203.0.113.255', 0)",
    "('255.128.0.0', 8388606)",
    "('0.0.0.0', 66051)",
    "('10.0.0.0', 0)",
], T(
    f"split_address 对 203.0.113.255 的 /0、/1、/31、/32，以及 255.255.255.254/9、0.1.2.3/14、10.0.0.0/8 得到 {edges}。"
    "/0 的掩码是 0，/32 的主机号是 0；Python 的左移不会自己停在 32 位。",
    f"split_address of 203.0.113.255 with /0, /1, /31, /32, and of 255.255.255.254/9, 0.1.2.3/14, 10.0.0.0/8 gave {edges}. "
    "The mask of a /0 is 0, the host number in a /32 is 0; shifting left does not stop at 32 bits by itself.",
)
assert [*near.values(), *far.values(), *itself] == ["True"] * 32 + ["False"] * 32 + ["True"] * 2, T(
    f"10.85.0.255 和只差一位的地址：差在主机部分的第一位，是同一网络，不是 True 的有（前缀：结果）{ {size: said for size, said in near.items() if said != 'True'} }；"
    f"差在网络部分的最后一位，不是同一网络，不是 False 的有 { {size: said for size, said in far.items() if said != 'False'} }；"
    f"/0 的两个地址、/32 的同一个地址应都是 True，得到 {itself}。",
    "10.85.0.255 and addresses that differ from it in one bit: in the first bit of the host part it is one network, and these were not True (prefix: what came): "
    f"{ {size: said for size, said in near.items() if said != 'True'} }; in the last bit of the network part it is not, and these were not False: "
    f"{ {size: said for size, said in far.items() if said != 'False'} }; any two addresses with /0 and an address with itself and /32 should be True, this came: {itself}.",
)

# %% q="q15" role="hidden" points=1
# zh: 错误的文字、不连续的掩码、范围外的前缀：ValueError
# en: Wrong texts, masks with gaps and prefixes out of range are a ValueError
texts = ["", "1.2.3", "1.2.3.4.5", "1..2.3", "256.1.1.1", "1.2.3.999", "1.2.3.-4", "1.2.3.+4", "1.2. 3.4", "1.2.3.4 ", "1_0.2.3.4", "0xA.2.3.4", "a.b.c.d", "1.x.2.3"]
texts += ["1.2.3.4/24", "24", "1.2.3.4\n", "\n1.2.3.4", "-0.0.0.0", "1.2.3.4.", ".1.2.3.4", "1,2,3,4", "::1", "1.2.3.²"]
lax = {}
for text in texts:
    for size in (24, 0, 32):
        calls = [(split_address, text, size), (same_network, text, "1.2.3.4", size), (same_network, "1.2.3.4", text, size), (same_network, text, text, size)]
        lax |= {f"{call[0].__name__}{call[1:]}": answer for call in calls if (answer := refusal(*call)) != "ValueError"}
mask_texts = ["", "24", "-0.0.0.0", "255.+255.0.0", "255. 255.0.0", "255.255.255.0 ", "255.255.255.0\n", "\n255.0.0.0", "2_55.0.0.0", "0xff.0xff.0.0", "0b11111111.0.0.0"]
mask_texts += ["255.255.255.0/24", "255.255.255.0.0", "255.255.255", "255.255.255.", "255.255.255.0.", ".255.0.0.0", "255..0.0", "256.0.0.0", "511.255.0.0", "255.0.0.a", "255,0,0,0"]
lax_masks = {text: answer for text in mask_texts if (answer := refusal(mask_to_prefix, text)) != "ValueError"}
gapped = ["0.0.0.255", "0.255.0.0", "255.0.255.0", "255.255.255.191", "254.255.0.0", "127.0.0.0", "0.0.0.1", "255.254.128.0", "127.255.255.255"]
gapped = {mask: answer for mask in gapped if (answer := refusal(mask_to_prefix, mask)) != "ValueError"}
calls = [call for size in (-1, 33, 64, 280) for call in ((split_address, "1.2.3.4", size), (same_network, "1.2.3.4", "1.2.3.4", size), (usable_hosts, size))]
out_of_range = {f"{call[0].__name__}{call[1:]}": answer for call in calls if (answer := refusal(*call)) != "ValueError"}
still_right = [outcome(mask_to_prefix, "128.0.0.0"), outcome(split_address, "100.200.30.40", 12), outcome(usable_hosts, 29)]
still_right = [tuple(value) if isinstance(value, tuple) else value for value in still_right]

assert lax == {} and len(texts) == 24, T(
    f"这些文字不是 IPv4 地址，应抛出 ValueError；没有做到的有 {len(lax)} 处，例如（调用：结果）{ {call: lax[call] for call in list(lax)[:4]} }。"
    "任何一个前缀、两个地址中的任何一个，都要检查；`int` 会收下正负号、空格和下划线；正则里的 `$` 会放过末尾的换行。",
    f"These texts are no IPv4 addresses and should be a ValueError; in {len(lax)} calls they were not, for example (call: what came) { {call: lax[call] for call in list(lax)[:4]} }. "
    "Look at each of two addresses, whatever the prefix. `int` takes signs, spaces and underscores; `$` in a pattern lets a newline pass at the end.",
)
assert lax_masks == {}, T(
    f"这些文字不是点分写法的掩码，mask_to_prefix 应抛出 ValueError，实际是（文字：结果）{lax_masks}。",
    f"These texts are no masks in dotted form and should be a ValueError of mask_to_prefix; this came (text: what came): {lax_masks}.",
)
assert gapped == {}, T(
    f"这些掩码不是“先 1 后 0”，应抛出 ValueError，实际是 {gapped}。`ipaddress` 会把 0.0.0.255 当成反掩码。",
    f"These masks are not ones and then zeros and should be a ValueError; this came: {gapped}. `ipaddress` takes 0.0.0.255 for a host mask.",
)
assert out_of_range == {}, T(
    f"前缀 -1、33、64、280 在 split_address、same_network、usable_hosts 里都应抛出 ValueError；没有做到的（调用：结果）{out_of_range}。",
    f"The prefixes -1, 33, 64 and 280 should be a ValueError in split_address, same_network and usable_hosts; these calls did not do so (call: what came): {out_of_range}.",
)
assert still_right == [1, ("100.192.0.0", 532008), 6], T(
    f"正常的输入 mask_to_prefix('128.0.0.0')、split_address('100.200.30.40', 12)、usable_hosts(29) 应得到 [1, ('100.192.0.0', 532008), 6]，实际是 {still_right}。",
    f"Fine input, mask_to_prefix('128.0.0.0'), split_address('100.200.30.40', 12), usable_hosts(29), should give [1, ('100.192.0.0', 532008), 6], it gave {still_right}.",
)
# %% [markdown] lang="zh" q="q15" role="hint"
# 四个函数需要同两样东西：把点分文字变成 32 位的数（顺便检查它），把前缀变成掩码（顺便检查它）。先写这两个小函数。
# %% [markdown] lang="en" q="q15" role="hint"
# All four need the same two things: a dotted text turned into a 32-bit number, and a prefix turned into a mask, each with its check. Write these two
# small functions first.
# %% [markdown] lang="zh" q="q15" role="hint"
# 文字：`split(".")`，四段，每段 `isascii()` 且 `isdigit()`，不超过 255，然后 `int.from_bytes(bytes, "big")`。掩码：`2**32 - 2 ** (32 - prefix)`。
# 判断掩码：数出 1 的个数，再看这么多 1 的标准掩码是否等于它。
# %% [markdown] lang="en" q="q15" role="hint"
# The text: `split(".")`, four parts, each `isascii()` and `isdigit()`, none above 255, then `int.from_bytes(bytes, "big")`. The mask:
# `2**32 - 2 ** (32 - prefix)`.
# To judge a mask count its ones, and see whether the proper mask with so many ones equals it.
# %% [markdown] lang="zh" q="q15" role="hint"
# 有了 `number` 和 `mask`：网络是 `number & mask`，主机号是 `number & ~mask`，同一网络就是 `(one ^ other) & mask == 0`。主机数：地址数不超过 2
# 时全都能用，否则减 2。
# %% [markdown] lang="en" q="q15" role="hint"
# With `number` and `mask` at hand: the network is `number & mask`, the host `number & ~mask`, one network means `(one ^ other) & mask == 0`. Hosts:
# up to 2 addresses are all usable; otherwise take 2 off.
# %% [markdown] lang="zh" q="q15"
# **书面题（1 分）** 用自己的话回答：掩码是做什么用的？一台主机怎样用它决定把包直接送出，还是交给路由器？为什么一般要减去两个地址，`/31` 又为什么例外？
# %% [markdown] lang="en" q="q15"
# **Written part (1 point)** In your own words: what is a mask for? How does a host use it to decide between sending directly and handing over to a router?
# Why are two addresses taken off as a rule, and why not in a `/31`?
# %% [markdown] lang="zh" q="q15" role="words"
# ### BEGIN SOLUTION
# 掩码把 32 位地址分成两截：1 盖住网络号，0 盖住主机号。主机把自己的地址和对方的地址各与自己的掩码按位相与，得到两个网络地址，
# 相同就在同一网络，直接送到对方的网卡；不同就交给路由器。主机号全 0 是网络本身，全 1 是广播，所以一般减 2；`/31` 只有两端，这两个都不需要，RFC 3021
# 让两个都能用。
#
# - [ ] 掩码的 1 盖住网络号，0 盖住主机号
# - [ ] 地址与掩码按位“与”得到网络地址
# - [ ] 两个网络地址相同就直接送，不同就交给路由器
# - [ ] 减去的两个是网络地址和广播地址；`/31` 只有两端，不需要它们
# ### END SOLUTION
# %% [markdown] lang="en" q="q15" role="words"
# ### BEGIN SOLUTION
# A mask cuts the 32 bits of an address in two: the network is under its ones, the host under its zeros. A bitwise "and" of an address and the
# mask gives the network address. A host does so with its own and the other's address: if the results are equal, both are on one
# network and it sends straight to the other card; if not, it hands the packet to a router. A host part of all zeros is the network itself, all ones
# is broadcast, hence the 2; a `/31` has just two ends and
# needs neither, and RFC 3021 lets both be used.
#
# - [ ] the network is under the ones of the mask, the host under the zeros
# - [ ] a bitwise "and" of address and mask gives the network address
# - [ ] equal network addresses: send directly; different: hand over to a router
# - [ ] the two are the network and the broadcast address; a `/31` has just two ends and needs neither
# ### END SOLUTION
# %% [markdown] lang="zh" q="q15" role="solution"
# 两个小函数各管一样东西的检查，四个题目函数就都只剩一两行，谁也不会漏掉 `ValueError`。判断掩码时不去找“10”或“01”，而是反问：有这么多个 1 的标准掩码是不是它？
# 常见错误：数 1 却不看是否连续；`split_address` 只处理最后一段；左移后忘了截断到 32 位；`2**(32-prefix)-2` 用到底；直接用 `int()` 转换，把 `+4` 和
# `1_0` 也收下。
# %% [markdown] lang="en" q="q15" role="solution"
# Two small functions check one thing each, which leaves a line or two for the four that are asked, and none of them can forget its `ValueError`. To
# judge a mask, the reference does not search for gaps; it asks whether the
# proper mask with so many ones is this one. The usual mistakes: counting ones without looking whether they are together; a `split_address` that looks
# at the last part only; a shift that is not cut to 32 bits; `2**(32-prefix)-2` to the very end;
# a plain `int()`, which takes `+4` and `1_0` too.
# %% [markdown] lang="zh"
# ## 六、端口：同一个地址上的两个程序
#
# 地址找到主机，主机上却有许多程序。下面两个小服务器都在 `127.0.0.1` 上，只有端口不同。先猜：客户端怎么知道连上的是哪一个？
# %% [markdown] lang="en"
# ## 6. Ports: two programs on one address
#
# An address finds the host, but a host runs many programs. Both little servers below are on `127.0.0.1`, and differ in their port only. Predict how a
# client knows which of them it reached.
# %%
import threading


def serve_once(listener, text):
    connection, client = listener.accept()
    with connection:
        connection.sendall(f"{text}, {client[1]}".encode())


shops = {text: socket.create_server(("127.0.0.1", 0)) for text in ("tea", "coffee")}
clerks = [threading.Thread(target=serve_once, args=(listener, text)) for text, listener in shops.items()]
for clerk in clerks:
    clerk.start()

# %%
for listener in shops.values():
    with listener, socket.create_connection(listener.getsockname(), timeout=5) as guest:
        print(listener.getsockname(), guest.getsockname(), guest.recv(100))
for clerk in clerks:
    clerk.join()

# %% [markdown] lang="zh"
# 端口决定进哪一家。客户端自己也有端口，由系统随手挑，服务器看到的正是它。一条 TCP 连接由**四个数**认定：两端的地址和端口。
# 所以一个服务器端口能同时接许多客户端，一台服务器并不是“最多 65,535 个连接”。
#
# 两个程序能不能监听同一个端口？TCP 的 5000 和 UDP 的 5000 呢？先猜。
# %% [markdown] lang="en"
# The port decides which shop you enter. The client has a port as well, picked by the system, and it is the one the server sees. A TCP connection is
# identified by **four numbers**: address and port of both ends.
# So one server port takes many clients at once, and "at most 65,535 connections per server" is a myth.
#
# Can two programs listen on the same port? And what about a TCP and a UDP port with the same number? Predict.
# %%
with socket.create_server(("127.0.0.1", 0)) as first:
    port = first.getsockname()[1]
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
        with socket.socket(socket.AF_INET, kind) as second:
            try:
                second.bind(("127.0.0.1", port))
                print(kind.name, "ok")
            except OSError as error:
                print(kind.name, type(error).__name__)

# %% [markdown] lang="zh"
# TCP 的被拒绝，UDP 的成功：两种协议各有一套端口，互不相干（DNS 两边都用 53）。1,024 以下的号在多数系统上要特权；大家约定的号记在系统的一张表里。
# %% [markdown] lang="en"
# The TCP one is refused, the UDP one is fine: each protocol has its own set of ports (DNS uses 53 in both). Numbers below 1,024 need privileges on
# most systems; the agreed ones are in a table of the system.
# %%
for name in ("http", "ssh", "ftp", "smtp"):
    try:
        print(name, socket.getservbyname(name))
    except OSError:
        print(name, T("这台机器的表里没有", "not in this machine's table"))
print(socket.getaddrinfo("localhost", 8000, type=socket.SOCK_STREAM)[0][4], socket.SOMAXCONN)

# %% [markdown] lang="zh"
# 注意最后一行：`localhost` 可能先给出 IPv6 的 `::1`，服务器却只听 `127.0.0.1`，于是“明明开着却连不上”。所以本课一律写 `127.0.0.1`。
# `SOMAXCONN` 是监听队列的上限，在我们的机器上是 4,096；旧教程里“最多 5 个”早已不是事实。
#
# 一个端口开着、关着、还是没人理？`connect` 会给三种回答：成功，立刻被拒绝，或者一直没有动静。先猜：绑定了端口但没有 `listen`，算哪一种？
# %% [markdown] lang="en"
# Mind the last line: `localhost` may give `::1` first, which is IPv6, while the server listens on `127.0.0.1` only; "it is running, but I cannot
# connect". So this course always writes `127.0.0.1`.
# `SOMAXCONN` is the limit for the queue of a listener, 4,096 on our machine; the "5 is the maximum" of old tutorials is long gone.
#
# Is a port open, closed, or just silent? `connect` has three answers: success, an immediate refusal, or nothing at all. Predict which one a port
# gives that is bound, but without `listen`.
# %%
with socket.socket() as bound, socket.socket() as guest:
    bound.bind(("127.0.0.1", 0))
    guest.settimeout(2)
    try:
        guest.connect(bound.getsockname())
    except OSError as error:
        print(type(error).__name__)

# %% [markdown] lang="zh"
# 被拒绝（`ConnectionRefusedError`）。“有人占着”和“有人在听”是两件事：占着就不能再绑定，没在听就连不上。第三种，没有动静，多半是防火墙丢掉了包，
# 或者对方忙得队列已满，所以连接要有时限。
#
# 最后找错：Python 的 Socket HOWTO 多年来有一段示例，为每个客户端造一个线程，然后调用 `ct.run()`。先猜：下面两行各打印哪个线程的名字？
# %% [markdown] lang="en"
# Refused (`ConnectionRefusedError`). "Somebody holds it" and "somebody listens" are two things: held, it cannot be bound again; not listened to, it
# cannot be connected to. The third answer, silence, mostly means
# that a firewall drops the packets or that the queue of a busy server is full; so give connecting a time limit.
#
# Last, spot the bug: for years the Python Socket HOWTO has had an example that makes a thread per client and then calls `ct.run()`. Predict whose
# name each of these lines prints.
# %%
for start in ("run", "start"):
    ct = threading.Thread(target=lambda: print(threading.current_thread().name), name="client-thread")
    getattr(ct, start)()
    if start == "start":
        ct.join()

# %% [markdown] lang="zh"
# `run` 就在原来的线程里执行，服务器一次只伺候一个客户；`start` 才会启动新线程。官方文档也会错，运行一下就知道。
# %% [markdown] lang="en"
# `run` works in the thread that calls it, and the server has time for one client only; `start` is what starts a thread. Official documents err too,
# and running them tells.
# %% [markdown] lang="zh" q="q16"
# ## Q16 · 端口有什么用（2 分，另有 1 分书面题）
#
# **`is_listening(host, port, timeout=0.5)`**：`True` 或 `False`，那个 TCP 端口是否有人在听。被拒绝、在 `timeout` 秒内没有回答，都是 `False`，
# 不抛异常。没有回答时等多久，由 `timeout` 决定，不多等，也不少等。每次都要重新去问：刚才有人听的端口，现在未必。`host` 是本机的一个 IPv4 地址，不一定是 `127.0.0.1`。
#
# **`free_port(host="127.0.0.1")`**：一个此刻能在 `host` 上绑定的 TCP 端口（1–65535 的 `int`），返回时它必须是空着的：别人占着却没有在听的，不算空着。
#
# 两个函数返回时都不留下打开的套接字。
#
# **`WELL_KNOWN`**：字典，键是 `"http"`、`"https"`、`"ssh"`、`"dns"`、`"mysql"`、`"redis"`，值是各自约定的端口。
# %% [markdown] lang="en" q="q16"
# ## Q16 · What a port is for (2 points, 1 more for the written part)
#
# **`is_listening(host, port, timeout=0.5)`**: `True` or `False`, whether somebody listens on that TCP port. A refusal, or no answer within `timeout`
# seconds, is `False`, not an exception. Where no answer comes it waits as long as `timeout` says, no longer and no shorter.
# It asks anew each time: a port that was listened to a moment ago need not be so now.
# `host` is an IPv4 address of this machine, not always `127.0.0.1`.
#
# **`free_port(host="127.0.0.1")`**: a TCP port (an `int`, 1–65535) that can be bound on `host` now; when it is returned nobody holds it, and one that
# is held without being listened to is not free.
#
# Neither leaves a socket open when it returns.
#
# **`WELL_KNOWN`**: a dict with the keys `"http"`, `"https"`, `"ssh"`, `"dns"`, `"mysql"`, `"redis"` and the port of each by convention.
# %% q="q16" role="given"
import random
import socket
import threading
import time

# zh: 检查用的端口，在旁边的 peers.py 里：有人听的、占着不听的、排满了队的
# en: The ports that the checks use are in peers.py, beside this notebook: listened to, held only, with a full queue
from outcomes import outcome
from peers import attempt, crowded_port, deaf_port, holds, left_open, noted_binds, open_port, open_sockets, other_host, quick_attempt

# %% q="q16" role="answer"
def is_listening(host, port, timeout=0.5):
    """Whether somebody listens on this TCP port and answers in time."""
    ### BEGIN SOLUTION
    try:
        with socket.create_connection((host, port), timeout):
            return True
    except OSError:
        return False
    ### END SOLUTION


# %% q="q16" role="answer"
def free_port(host="127.0.0.1"):
    """A TCP port that can be bound now."""
    ### BEGIN SOLUTION
    with socket.socket() as sock:
        sock.bind((host, 0))
        return sock.getsockname()[1]
    ### END SOLUTION


# %% q="q16" role="answer"
### BEGIN SOLUTION
WELL_KNOWN = {"http": 80, "https": 443, "ssh": 22, "dns": 53, "mysql": 3306, "redis": 6379}
### END SOLUTION

# %% q="q16" role="check" points=1 timeout=60
# zh: 有人听的端口、没人听的端口、空闲的端口、约定的端口
# en: Ports listened to and not, free ports, agreed ports
before = open_sockets()
with open_port() as one_open, deaf_port() as one_held, deaf_port() as other_held, open_port() as other_open:
    heard = [repr(attempt(is_listening, "127.0.0.1", number)) for number in (one_open, one_held, other_held, one_open, other_open)]
found, bound = [], []
for arguments in ((), ("127.0.0.1",)):
    found.append(attempt(free_port, *arguments))
    holder = holds(found[-1])
    bound.append(None if holder is None else holder.getsockname()[1] - found[-1])
    if holder is not None:
        holder.close()
known = [outcome(lambda name=name: WELL_KNOWN[name]) for name in ("http", "https", "ssh", "dns", "mysql", "redis")]
kinds = [type(number).__name__ for number in found]
still_open = left_open(before)

assert heard == ["True", "False", "False", "True", "True"], T(
    f"is_listening 依次问了：有人听、占着没人听、占着没人听、有人听、有人听的端口，应为 True、False、False、True、True，得到 {heard}。用 `connect` 去试，被拒绝时接住异常；"
    "结果是 bool。",
    f"is_listening was asked about ports that are listened to, held only, held only, listened to, listened to; expected True, False, False, True, True, got {heard}. "
    "Try to connect, catch the refusal, and return a bool.",
)
assert bound == [0, 0] and kinds == ["int", "int"], T(
    f"free_port() 和 free_port('127.0.0.1') 给出 {found}，接着去绑定；每个都应是 1–65535 的 int，绑定成功，且正是那个端口。"
    f"（得到的端口与它之差）是 {bound}，None 是绑不上：多半是自己的套接字还占着它，或者它不是 int；0 不是一个端口。",
    f"free_port() and free_port('127.0.0.1') gave {found}, and then these were bound; each should be an int from 1 to 65535 that can be bound. "
    f"(Port bound minus that one) is {bound}, None where binding failed: most likely a socket of yours still holds it, or it is no int; and 0 is no port.",
)
assert still_open == 0, T(
    f"调用了 5 次 is_listening、2 次 free_port，还开着的套接字有 {still_open} 个，应为 0。用 `with`，连不上的也要关。",
    f"After 5 calls of is_listening and 2 of free_port the sockets left open were {still_open}, 0 were due. Use `with`; one that did not connect has to be closed too.",
)
assert known == [80, 443, 22, 53, 3306, 6379], T(
    f"WELL_KNOWN（一个字典，这六个名字是键）里 http、https、ssh、dns、mysql、redis 是 {known}。除了两个数据库，都在 `socket.getservbyname` 查的那张表里。",
    f"WELL_KNOWN, a dict with these six names as keys, has for http, https, ssh, dns, mysql, redis: {known}. All but the databases are in the table that `socket.getservbyname` reads.",
)

# %% q="q16" role="hidden" points=1 timeout=60
# zh: 不回答的端口、等多久、先后不同的端口、另一个地址、被占着的端口
# en: A port that does not answer, how long to wait, a port that changes, another address, ports that are held
elsewhere = other_host()
with crowded_port() as (crowded, waits):
    before = open_sockets()
    silence, lasted = [], [0.1, 0.5, 0.9]
    for number, (options, within) in enumerate((({"timeout": 0.1}, 0.7), ({}, 0.95), ({"timeout": 0.9}, 3))):
        answer, seconds = quick_attempt(is_listening, seconds=within, host="127.0.0.1", port=crowded, **options)
        silence.append(repr(answer))
        if silence[-1] != "False":
            break
        if waits:
            lasted[number] = seconds
    still_open = left_open(before)
with socket.socket() as changing:
    changing.bind(("127.0.0.1", 0))
    changed = [repr(attempt(is_listening, *changing.getsockname(), 2))]
    changing.listen(8)
    number = changing.getsockname()[1]
    changed.append(repr(attempt(is_listening, "127.0.0.1", number, 2)))
changed.append(repr(attempt(is_listening, "127.0.0.1", number, 2)))
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as letters, open_port() as listened, deaf_port() as held, open_port(elsewhere) as there:
    letters.bind(("127.0.0.1", 0))
    ports = [("127.0.0.1", number) for number in (letters.getsockname()[1], listened, listened, held)]
    mixed = [repr(attempt(is_listening, *port, 2)) for port in [*ports, (elsewhere, there)]]
taken, neighbours, unusable = [], [], []
try:
    for host in ["127.0.0.1"] * 12 + [elsewhere] * 4:
        random.seed(2026)
        number = attempt(free_port, host)
        holder = holds(number, host) if type(number) is int and 0 < number < 65536 else None
        if holder is None:
            unusable.append(repr(number))
        else:
            taken.append(holder)
            neighbours += [neighbour for step in range(1, 6) if (neighbour := holds(min(number + step, 65535), host))]
    distinct = len({holder.getsockname() for holder in taken})
finally:
    for holder in [*taken, *neighbours]:
        holder.close()
with noted_binds() as notes:
    number = attempt(free_port, host=elsewhere)
tried = [port for kind, host, port in notes if kind == "SOCK_STREAM" and host in (elsewhere, "", "0.0.0.0")]
blind = [number if type(number) is int else repr(number), notes] if notes and number not in tried else []

assert silence == ["False"] * 3, T(
    f"监听者的队列已满，连接没有回音；is_listening 在 timeout=0.1、不给 timeout（0.5）、timeout=0.9 时都应按时得到 False，实际依次是 {silence}。要用 timeout 给连接设时限，超时也是 False。",
    f"The queue of a listener was full, and connecting got no answer; with timeout=0.1, without timeout (0.5), and with timeout=0.9 is_listening should give False in time; "
    f"this came: {silence}. Give connecting `timeout` as its limit; running out of time is False too.",
)
assert lasted[1] >= 0.4 and lasted[2] >= 0.8, T(
    f"没有回音，is_listening 在不给 timeout（0.5）时等了 {lasted[1]:.2f} 秒，timeout=0.9 时等了 {lasted[2]:.2f} 秒就放弃了。等多久由参数 timeout 决定。",
    f"No answer came; without timeout (0.5) is_listening gave up after {lasted[1]:.2f} s, with timeout=0.9 after {lasted[2]:.2f} s. How long to wait is up to the argument timeout.",
)
assert changed == ["False", "True", "False"], T(
    f"同一个端口，先是占着没人听，然后有人听，最后关掉了；is_listening 应为 False、True、False，得到 {changed}。每次都要重新去连。",
    f"One port was held only, then listened to, then closed; is_listening should give False, True, False, it gave {changed}. Connect anew each time.",
)
assert mixed == ["False", "True", "True", "False", "True"], T(
    f"依次是：只有 UDP 的端口、有人听的、再问一次、占着没人听的、在 {elsewhere} 上有人听的；is_listening 应为 False、True、True、False、True，得到 {mixed}。"
    "问的是那个地址上的 TCP，而且“占着”不等于“在听”。",
    f"In turn: a port with UDP only, one listened to, the same again, one held only, one listened to at {elsewhere}; is_listening should give "
    f"False, True, True, False, True, it gave {mixed}. TCP at that address is asked about, and held is not the same as listened to.",
)
assert [distinct, unusable] == [16, []], T(
    f"连要 12 次 free_port('127.0.0.1') 和 4 次 free_port('{elsewhere}')，每次都把得到的端口和后面几个占住（不监听），应占住 16 个，实际 {distinct} 个，占不住的有 {unusable[:4]}。"
    "没人在听不等于空着，猜一个、往后数一个也不行。让系统挑：绑定端口 0，返回之前关掉自己的套接字。",
    f"free_port('127.0.0.1') was called 12 times and free_port('{elsewhere}') 4 times, each port and some behind it being held at once, though not listened to; "
    f"16 were due, {distinct} could be held, these not: {unusable[:4]}. That nobody listens does not make a port free, nor does guessing or counting on. "
    "Let the system choose: bind port 0, and close your socket before you return.",
)
assert blind == [], T(
    f"free_port('{elsewhere}') 的结果，和它绑定过的（种类、地址、端口）是 {blind}：没有在 {elsewhere} 上用 TCP 套接字（SOCK_STREAM）绑定过得到的这个端口。"
    "别的地址、别的号、UDP 的端口空着，说明不了问题。",
    f"free_port('{elsewhere}') gave, and had bound (kind, address, port), {blind}: that port was never bound by a TCP socket (SOCK_STREAM) at {elsewhere}. "
    "A port that is free at another address, or for UDP, or another number, proves nothing.",
)
assert still_open == 0, T(
    f"几次没有等到回答，返回之后还开着的套接字有 {still_open} 个，应为 0。连不上的也要关，等着它的线程也要结束。",
    f"After calls that got no answer the sockets still open were {still_open}, 0 were due. One that did not connect has to be closed too, "
    "and a thread that waits for it has to end.",
)
# %% [markdown] lang="zh" q="q16" role="hint"
# “有人在听”只有去连才知道，“空着”只有去绑定才知道。两件事，两个调用。
# %% [markdown] lang="en" q="q16" role="hint"
# Whether somebody listens you learn by connecting; whether a port is free, by binding. Two things, two calls.
# %% [markdown] lang="zh" q="q16" role="hint"
# `socket.create_connection((host, port), timeout)` 失败时抛出的都是 `OSError`（拒绝、超时、不可达）。绑定端口 0，系统会挑一个空闲的，
# `getsockname()[1]` 就是它。
# %% [markdown] lang="en" q="q16" role="hint"
# All that `socket.create_connection((host, port), timeout)` raises when it fails (refused, out of time, unreachable) is an `OSError`. Bind port 0 and
# the system picks a free one, which `getsockname()[1]` tells.
# %% [markdown] lang="zh" q="q16"
# **书面题（1 分）** 用自己的话回答：有了 IP 地址为什么还要端口？客户端的端口从哪里来？许多客户端怎样同时连同一个服务器端口？为什么用 `free_port`
# 得到的端口，过一会儿可能已经不空了？
# %% [markdown] lang="en" q="q16"
# **Written part (1 point)** In your own words: why ports, when there are IP addresses? Where does a client's port come from? How can many clients use
# the same server port at once?
# And why may a port from `free_port` be taken a moment later?
# %% [markdown] lang="zh" q="q16" role="words"
# ### BEGIN SOLUTION
# IP 地址只找到主机，端口才找到主机上的那个程序（准确地说是套接字）。服务器的端口是约定好的，客户端的由系统临时挑选。
# 一条连接由两端的地址和端口共四个数认定，客户端不同，连接就不同，服务器端口可以一样。`free_port` 返回时已经松手，别的程序可能抢先绑定；
# 可靠的做法是绑定端口 0 之后一直拿着。
#
# - [ ] IP 地址区分主机，端口区分主机上的程序
# - [ ] 客户端的端口由系统临时分配
# - [ ] 连接由两端的地址和端口（四个数）认定，所以一个服务器端口可以有许多连接
# - [ ] `free_port` 返回时已经放开端口，在用到之前别的程序可能占走
# ### END SOLUTION
# %% [markdown] lang="en" q="q16" role="words"
# ### BEGIN SOLUTION
# An IP address finds the host; the port finds the program there, or rather its socket. A server's port is agreed on, a client's is picked by the
# system for the time being.
# A connection is identified by the address and port of both ends, four numbers: clients differ, so connections differ, and the server port may be the
# same. `free_port` has let go when it returns, and another
# program may bind the port first; to be safe, bind port 0 and keep it.
#
# - [ ] IP addresses tell hosts apart, ports the programs of a host
# - [ ] the system picks a client's port, for the time being
# - [ ] a connection is four numbers, both addresses and ports, so one server port can have many
# - [ ] `free_port` has let go of the port when it returns; another program may take it before it is used
# ### END SOLUTION
# %% [markdown] lang="zh" q="q16" role="solution"
# 两个函数各用系统自己的判断：连一下，绑一下。`OSError` 一网打尽，因为拒绝、超时、不可达都是它的子类。
# 常见错误：用“绑不上”来判断“有人在听”；只接住 `ConnectionRefusedError`，漏掉超时；从 8000 开始用 `is_listening` 找“空”端口，结果挑中别人占着的；随机猜一个。
# `free_port` 的结果一返回就可能过期，只适合测试；服务器应当自己绑定端口 0，再问是几号。
# %% [markdown] lang="en" q="q16" role="solution"
# Both functions use the system's own judgement: connect and see, bind and see. `OSError` is wide enough for all, since refusal, time-out and
# unreachable are subclasses of it. The usual mistakes: taking "cannot be bound" for
# "somebody listens"; catching `ConnectionRefusedError` only and not the time-out; searching from 8000 with `is_listening` for a "free" port and
# finding one that is held; guessing.
# What `free_port` returns may be out of date at once, which is good enough for tests; a server had better bind port 0 itself and ask which one it got.
# %% [markdown] lang="zh"
# ## 七、常见错误，和你会看到的话
#
# | 你会看到 | 多半是因为 | 怎么办 |
# |---|---|---|
# | `unpack requires a buffer of 4 bytes` | 帧被截断，没有先比较长度 | 每走进一层，先问字节够不够 |
# | 正文末尾多出 `\x00` | 把以太网的填充当成正文 | 用 IPv4 首部里的总长度 |
# | 程序停在 `recv` 不动 | 双方都在等对方，没有人关掉发送的一半 | `shutdown(socket.SHUT_WR)`，并设时限 |
# | `Connection reset by peer` | 对方没读完就 `close` 了 | 关之前读到 `b""` |
# | `Address already in use` | 端口有人占着，或还在 TIME-WAIT | 从一开始就设 `SO_REUSEADDR`；测试用端口 0 |
# | `'I' format requires 0 <= number <= 4294967295` | 序号没有对 `2**32` 取余 | 每个加法都取余 |
# | `Octet 256 (> 255) not permitted` | 地址里有一段超过 255 | 检查输入 |
# | `Connection refused` | 那里没有程序在听，或连到了 `::1` | 核对端口，写 `127.0.0.1` |
# %% [markdown] lang="en"
# ## 7. What goes wrong most often, and what you will see
#
# | You see | most likely because | so |
# |---|---|---|
# | `unpack requires a buffer of 4 bytes` | a frame was cut short, and nobody compared lengths | before each step inwards ask whether there are enough bytes |
# | a payload that ends in `\x00` | Ethernet padding was taken for payload | use the total length of the IPv4 header |
# | a program that stands in `recv` | both sides wait, and nobody closed a sending half | `shutdown(socket.SHUT_WR)`, and a time limit |
# | `Connection reset by peer` | the other side called `close` with data unread | read up to `b""` before closing |
# | `Address already in use` | somebody holds the port, or it is in TIME-WAIT | `SO_REUSEADDR` from the start; port 0 in tests |
# | `'I' format requires 0 <= number <= 4294967295` | a sequence number without its modulo `2**32` | a modulo for every addition |
# | `Octet 256 (> 255) not permitted` | a part of an address is above 255 | check the input |
# | `Connection refused` | nobody listens there, or you reached `::1` | look at the port, write `127.0.0.1` |
# %% [markdown] lang="zh"
# ## 八、接着读
#
# TCP 如今只有一份规范要读：[RFC 9293](https://www.rfc-editor.org/rfc/rfc9293)，状态图在 3.3.2 节，关闭在 3.6 节。`/31` 见
# [RFC 3021](https://www.rfc-editor.org/rfc/rfc3021)。
# [Beej 的网络编程指南](https://beej.us/guide/bgnet/) 用 C 讲同样的套接字，轻松好读。Python 一侧读 [socket](https://docs.python.org/3/library/socket.html) 和
# [ipaddress](https://docs.python.org/3/library/ipaddress.html) 的文档；[Socket HOWTO](https://docs.python.org/3/howto/sockets.html) 值得边读边找错。
# %% [markdown] lang="en"
# ## 8. Where to read more
#
# There is one specification of TCP to read today, [RFC 9293](https://www.rfc-editor.org/rfc/rfc9293): the states in section 3.3.2, closing in 3.6.
# For the `/31` see [RFC 3021](https://www.rfc-editor.org/rfc/rfc3021).
# [Beej's Guide to Network Programming](https://beej.us/guide/bgnet/) tells the same story in C, and is fun. For Python there are the pages on
# [socket](https://docs.python.org/3/library/socket.html) and
# [ipaddress](https://docs.python.org/3/library/ipaddress.html); read the [Socket HOWTO](https://docs.python.org/3/howto/sockets.html) with an eye for its bugs.
