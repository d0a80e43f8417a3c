# %% role="author"
import sys
from pathlib import Path

from grader.language import T

sys.path.insert(0, str(Path(__file__).parent / "files" / "07_sockets"))
del __file__  # child processes would run this file as their main module

# %% [markdown] lang="zh"
# # 套接字编程：许多客户，一条字节流
#
# 学完这一课，你能写出同时服务许多客户的服务器：每客户一个线程，每客户一个进程，或者一个线程照顾所有人，
# 并说出各自的代价；能给字节流分帧，让消息既不粘也不碎；能读懂一个服务器框架的源码，并用跟踪器核对。
#
# 需要的基础：06 课的 TCP，线程怎样启动，类的继承和 MRO（01 课）。
# 大约 4 小时：课文 90 分钟，三道题 150 分钟。每读到一个问题，先写下预测，再运行下面的单元格。
# %% [markdown] lang="en"
# # Sockets: many clients, one stream of bytes
#
# After this topic you can write servers for many clients at once, with a thread for each, with a process for each, or with one thread
# for all of them, and say what each costs; you can frame messages so that they neither stick nor break;
# and you can read the source of a server framework and check your reading with a tracer.
#
# You need: TCP from topic 06, how to start a thread, inheritance and the MRO (topic 01).
# Allow about four hours, 90 minutes for the lesson and 150 for the three questions. Wherever a question is put to you, write your
# prediction down before you run the next cell.
# %% [markdown] lang="zh"
# ## 一、让第二个客户不用等
#
# 服务器有两种套接字：监听套接字只管接客（`accept`），每来一个客户，就多一个和他说话的套接字。
# `clients_of` 逐个交出这些套接字，`echo` 陪一个客户说话，直到他离开；两者都在旁边的 `server_lab.py` 里。先看 `echo`：
# %% [markdown] lang="en"
# ## 1. Let the second client not wait
#
# A server has two kinds of sockets: a listening one that only welcomes (`accept`), and one more for each client, to talk to it.
# `clients_of` hands these out one by one, and `echo` talks to one client until it leaves; both are in `server_lab.py`
# beside this notebook. A look at `echo`:
# %%
import inspect
import socket
import threading

from server_lab import Visitor, clients_of, costs, echo, introduce, pair, running, wait_for

print(inspect.getsource(echo))


# %% [markdown] lang="zh"
# 最简单的服务器：陪完一个再接下一个。第一个客户连上了，一句话也不说；第二个客户说了 `hi`，等半秒。他会收到什么？
# %% [markdown] lang="en"
# The simplest server looks after one client and then the next. A first client connects and says nothing; a second says `hi` and
# waits for half a second. What will it get?
# %%
def one_by_one(listener, stop):
    for conn in clients_of(listener, stop):
        echo(conn)


def second_client(serve):
    """What a client gets within half a second while an earlier one is silent."""
    with running(serve) as address, socket.create_connection(address), socket.create_connection(address) as second:
        second.sendall(b"hi")
        second.settimeout(0.5)
        try:
            return second.recv(100)
        except TimeoutError:
            return T("什么也没有", "nothing")


# %%
print(second_client(one_by_one))

# %% [markdown] lang="zh"
# 什么也没有，虽然连接成功了，`hi` 也发出去了。替服务器接下连接的是操作系统：没轮到的客户排在监听套接字的队列里，
# 他们发来的字节先存在内核的接收缓冲区里。程序还停在第一个客户的 `recv` 上。
#
# 给每个客户一个线程就行了。下面两个版本只差一个词，Python 文档的 Socket HOWTO 里就有写错的那种。哪个是对的？
# %% [markdown] lang="en"
# Nothing, although it was connected and its `hi` was sent. It is the operating system that takes the connection: clients whose turn has not
# come queue at the listening socket, and their bytes wait in the kernel's receive buffer. The program still stands in the `recv` of the first client.
#
# A thread for each client will do. The two versions below differ in one word, and the Socket HOWTO of Python's documentation has had the wrong one. Which is right?
# %%
def thread_with_run(listener, stop):
    for conn in clients_of(listener, stop):
        threading.Thread(target=echo, args=(conn,)).run()


def thread_with_start(listener, stop):
    for conn in clients_of(listener, stop):
        threading.Thread(target=echo, args=(conn,)).start()


# %%
print("run:  ", second_client(thread_with_run))
print("start:", second_client(thread_with_start))

# %% [markdown] lang="zh"
# `run()` 就在当前线程里把活干完，和没有线程一样；`start()` 才让另一个线程去干。
#
# 再来一个多进程的：每个客户一个进程。进程要能找到它运行的函数，所以 `introduce` 写在模块里；它回答“我是哪个进程的哪个线程”。
# 让三个客户分别去问两种服务器。先猜：各会看到几个不同的进程号、几个线程名？
# %% [markdown] lang="en"
# `run()` does the work in the thread that calls it, as if there were no other; `start()` has another thread do it.
#
# Now a process for each client. A process must be able to find the function that it runs, so `introduce` stands in a module; it answers which
# process and which thread is speaking. Three clients ask each kind of server. Predict how many different process numbers
# and thread names you will see.
# %%
import multiprocessing
import os

spawn = multiprocessing.get_context("spawn")


def thread_per_client(listener, stop):
    for conn in clients_of(listener, stop):
        threading.Thread(target=introduce, args=(conn,)).start()


def process_per_client(listener, stop):
    for conn in clients_of(listener, stop):
        spawn.Process(target=introduce, args=(conn,)).start()
        conn.close()


# %%
def ask_three(serve):
    with running(serve) as address:
        visitors = [Visitor(address) for _ in range(3)]
        for visitor in visitors:
            print("   ", visitor.ask())
        for visitor in visitors:
            visitor.leave()


print(T("本进程", "this process"), os.getpid())
for serve in (thread_per_client, process_per_client):
    print(serve.__name__)
    ask_three(serve)

# %% [markdown] lang="zh"
# 多线程服务器：三个线程，都在本进程里。多进程服务器：三个进程，各自的主线程。线程共用一份内存，数据好共享，也容易互相踩踏；
# 进程各有各的内存，一个崩溃不牵连别人，还能同时用上几个核（第 08 课细说）。
#
# `process_per_client` 里有一行 `conn.close()`。不是要让子进程说话吗，怎么先关了？去掉它试试：客户说完了（半关闭），子进程也结束了，客户还会等什么？
# %% [markdown] lang="en"
# The threaded server: three threads, all in this process. The other: three processes, each with a main thread of its own. Threads share
# memory, which makes sharing easy and stepping on each other's toes too; processes each have their own, one crash does
# no harm to the others, and they can use several cores at once (more in topic 08).
#
# There is a `conn.close()` in `process_per_client`. Is the child not to talk? Leave it out: the client says that it has done (a half-close),
# the child ends, and what does the client still wait for?
# %%
def says_goodbye(close_ours):
    """What a client reads after the child process has ended."""
    left, right = pair()
    child = spawn.Process(target=echo, args=(right,))
    child.start()
    if close_ours:
        right.close()
    left.shutdown(socket.SHUT_WR)
    child.join()
    left.settimeout(0.5)
    try:
        return left.recv(100)
    except TimeoutError:
        return T("没有结束，还在等", "no end, still waiting")
    finally:
        left.close()
        right.close()


# %%
for close_ours in (True, False):
    print(close_ours, says_goodbye(close_ours))

# %% [markdown] lang="zh"
# 连接要等**最后一个**持有者关闭才算结束。子进程拿到的是一份副本，父进程不关自己的那份，客户就永远等不到 `b''`。
# 服务器上大堆停在 CLOSE-WAIT 的连接，常常就是这样来的。
#
# 代价呢？`costs` 让若干客户连上、各问一句，数一数多出来的线程、进程和私有内存。40 个线程和 4 个进程，哪个占的内存多？
# %% [markdown] lang="en"
# A connection ends when the **last** holder closes it. The child got a copy, and while the parent keeps its own the client never
# reads `b''`. Heaps of connections in CLOSE-WAIT on a server often come about like this.
#
# And the price? `costs` connects some clients, has each ask once, and counts what was added: threads, processes, private
# memory. Which takes more memory, 40 threads or 4 processes?
# %%
for serve, clients in ((thread_per_client, 40), (process_per_client, 4)):
    threads, processes, memory, seconds = costs(serve, clients)
    print(f"{serve.__name__}: {clients} clients, {threads} threads, {processes} processes,", end=" ")
    print(f"{memory / clients / 1024:.0f} KiB and {seconds / clients * 1000:.1f} ms per client")

# %% [markdown] lang="zh"
# 在我们的机器上，一个线程几十 KiB、不到一毫秒；一个进程约 10 MiB，要几十到上百毫秒，因为每个都是一个从头启动的 Python
# （用 fork 启动会便宜些，见第 09 课）。数字因机器而异，线程少的时候还会被噪声淹没，但差着两个数量级。
#
# ![两幅条形图，对数刻度，一次真实运行：每个客户一个进程时，每客户的私有内存和等到第一句回答的时间，都比每客户一个线程高一百倍以上](../assets/07_sockets/costs.png)
# %% [markdown] lang="en"
# On our machine a thread took some tens of KiB and less than a millisecond, a process about 10 MiB and tens to hundreds of milliseconds, because
# each is a Python started from scratch (by fork it is cheaper, see topic 09). The numbers differ from machine to machine, and
# for few threads they drown in noise; but they are two orders of magnitude apart.
#
# ![Two bar charts on logarithmic scales, from one real run: with a process per client the private memory and the time until the first answer
# are more than a hundred times those with a thread per client](../assets/07_sockets/costs.png)
# %% [markdown] lang="zh"
# ## 二、字节流里没有“包”
#
# 一端发三次，另一端收一次。`pair()` 给出一条连接的两端；`MSG_PEEK` 只看接收缓冲区、不取走。
# 先猜：看到的是 `b'one'`，还是更多？
# %% [markdown] lang="en"
# ## 2. There are no packets in a stream
#
# One end sends three times, the other reads once. `pair()` gives both ends of a connection; `MSG_PEEK` looks into the receive
# buffer and takes nothing. Predict: will you see `b'one'`, or more?
# %%
left, right = pair()
for word in (b"one", b"two", b"three"):
    left.sendall(word)
wait_for(right, 11)
print(right.recv(100, socket.MSG_PEEK))
print(right.recv(100))

# %% [markdown] lang="zh"
# 三次发送，一次收完。人们管这叫“粘包”，可是这一层根本没有包：TCP 交给程序的是**字节流**，字节到了就存在内核的接收缓冲区里（不是网卡里），
# `recv` 取走此刻有的。有人怪 Nagle 算法把小段攒在一起；关掉它（`TCP_NODELAY`）再试，会变成三次吗？
# %% [markdown] lang="en"
# Three sends, one read. People call this "sticky packets", but there are no packets at this level. TCP gives a program a **stream of bytes**; they wait
# in a buffer of the kernel (not on the network card), and `recv` takes what is there. Some blame Nagle's algorithm for
# collecting small pieces; switch it off with `TCP_NODELAY`. Will it take three reads now?
# %%
left.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
for word in (b"one", b"two", b"three"):
    left.sendall(word)
wait_for(right, 11)
print(right.recv(100))

# %% [markdown] lang="zh"
# 还是一次。即使三段分别上路，到了缓冲区里也首尾相接，没有任何记号。反过来，一次发送也会碎成许多块。
# 把接收缓冲区设小一点，发 500,000 字节，每次都要 1,000,000 字节。先猜：要收几次？
# %% [markdown] lang="en"
# One again. Even if the three travel separately, in the buffer they lie end to end without a mark. The other way round,
# one send falls into many pieces. Make the receive buffer small, send 500,000 bytes, and ask for 1,000,000
# at each read. Predict how many reads it takes.
# %%
right.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)
sender = threading.Thread(target=left.sendall, args=(bytes(500_000),))
sender.start()
pieces = []
while sum(pieces) < 500_000:
    pieces.append(len(right.recv(1_000_000)))
sender.join()
print(len(pieces), T("次：", "reads:"), pieces[:8])

# %% [markdown] lang="zh"
# 再运行一次，块数和大小多半又不同。`recv(n)` 的 n 只是上限：有几个给几个，哪怕一个。
# 发送也一样。不阻塞的 `send` 一次要发 50 MB，它会收下多少？
# %% [markdown] lang="en"
# Run it again and the pieces will be different ones. The n of `recv(n)` is only an upper bound: you get what is there, be it a single byte.
# Sending is no different. A non-blocking `send` is handed 50 MB. How much does it take?
# %%
left.setblocking(False)
taken = left.send(bytes(50_000_000))
print(f"{taken:,}")
left.close()
right.close()

# %% [markdown] lang="zh"
# 只收下了缓冲区装得下的。`send` 的返回值就是它收下的字节数；`sendall` 替你循环到底，它失败时，谁也不知道已经发出去多少。
#
# ![三行方格：上面是三次发送，中间是接收缓冲区里首尾相接、没有记号的字节，下面是每条前面带四字节长度的同样三条消息](../assets/07_sockets/stream.png)
# %% [markdown] lang="en"
# Only what the buffers had room for. What `send` returns is the number of bytes it took; `sendall` loops for you, and when that fails
# nobody knows how much went out.
#
# ![Three rows of squares: three sends at the top, in the middle the bytes in the receive buffer, end to end without a mark,
# below the same three messages, each with a length of four bytes in front](../assets/07_sockets/stream.png)
# %% [markdown] lang="zh"
# 所以边界要自己画。最常用的办法：每条消息前面写上它有多少字节，4 字节、大端（网络字节序）。
# 先猜：下面打印的是什么？长度本身会不会也被切断？
# %% [markdown] lang="en"
# So draw the boundaries yourself. The usual way is to write in front of each message how many bytes it has: four bytes, big-endian, which is the
# order of the network. Predict what is printed. Can the length itself be cut in two?
# %%
import struct

framed = struct.pack("!I", 6) + "粘包".encode()
left, right = pair()
left.sendall(framed[:3])
print(framed.hex(" "))
print(right.recv(4))

# %% [markdown] lang="zh"
# 要 4 个，只来了 3 个：长度也要循环读。本机上几乎碰不到，到了网上就会。
# 内容也一样，而且要**凑齐了再解码**。如果急着解码，下面会怎样？
# %% [markdown] lang="en"
# Asked for four, got three: the length needs a loop as well. On one machine this hardly ever happens, on the internet it does. So do the contents, and
# they are to be **decoded when they are complete**. What if you are in a hurry?
# %%
left.sendall(framed[3:8])
wait_for(right, 5)
try:
    print(right.recv(100)[1:].decode())
except UnicodeDecodeError as error:
    print(error)

# %% [markdown] lang="zh"
# `粘` 占三个字节，`包` 只到了一个。那么，对方写的长度能信吗？假设有人用浏览器访问你的服务器，前四个字节是 `GET `。读成长度是多少？
# %% [markdown] lang="en"
# `粘` takes three bytes, and of `包` only one had come. Can the peer's length be trusted, then? Suppose that somebody points a browser at
# your server, and the first four bytes are `GET `. What length is that?
# %%
[announced] = struct.unpack("!I", b"GET ")
print(f"{announced:,}")

# %% [markdown] lang="zh"
# 12 亿字节。不设上限，服务器就老老实实等 1.2 GB，或者先分配好内存。所以要**先查长度，再读内容**。
# 成熟的库也这样：asyncio 的 `readline` 默认一行最多 64 KiB。
# %% [markdown] lang="en"
# Over a billion. Without a bound your server would wait in good faith for 1.2 GB, or allocate them first. So **look at the length before you
# read the contents**. Mature libraries do the same: asyncio's `readline` takes 64 KiB a line unless told otherwise.
# %%
import asyncio
from concurrent.futures import ThreadPoolExecutor


async def read_long_line():
    reader = asyncio.StreamReader()
    reader.feed_data(b"x" * 70_000 + b"\n")
    return await reader.readline()


with ThreadPoolExecutor(1) as pool:
    print(repr(pool.submit(asyncio.run, read_long_line()).exception()))

# %% [markdown] lang="zh"
# 还有一个问题：连接会怎样结束？三种情形，先猜每次 `recv` 得到什么：对方正常关闭；对方只关闭发送方向，我们还想说话；
# 对方没读完我们发去的就关闭。
# %% [markdown] lang="en"
# One more question: how can a connection end? Three cases, predict what each `recv` gives: the peer closes in an orderly way; the peer
# closes only its sending half while we still talk; the peer closes without having read what we sent.
# %%
left.close()
print(1, right.recv(100))
right.close()

left, right = pair()
left.shutdown(socket.SHUT_WR)
right.sendall(b"still here")
print(2, right.recv(100), left.recv(100))

# %%
left.close()
right.close()
left, right = pair()
right.sendall(b"nobody reads this")
wait_for(left, 17)
left.close()
try:
    print(3, right.recv(100))
except ConnectionError as error:
    print(3, type(error).__name__)
right.close()

# %% [markdown] lang="zh"
# 正常关闭是 `b''`；半关闭以后，另一个方向照样通；没读完就关闭，对方得到的是“连接被重置”，内核以此告诉他：你的话没人听到。
# 所以 `b''` 出现在两条消息之间才是正常结束，出现在一条消息中间就是出了事。
#
# 最后，两个线程往同一个套接字里各发一条消息，长度和内容分两次发。栅栏让两个长度都先发出去。接收方会看到什么？
# %% [markdown] lang="en"
# An orderly close is `b''`. After a half-close the other direction still works. Closing with something unread means "connection reset" for the
# peer; so the kernel tells it that nobody has heard its words. And so `b''` is an orderly end between two messages, and an accident inside one.
#
# Last, two threads send one message each on the same socket, length and contents in two sends. A barrier has both lengths go out first.
# What will the receiver see?
# %%
left, right = pair()
meeting = threading.Barrier(2)


def send_in_two(text):
    left.sendall(struct.pack("!I", len(text)))
    meeting.wait(timeout=10)
    left.sendall(text)


writers = [threading.Thread(target=send_in_two, args=(text,)) for text in (b"aa", b"bb")]
for writer in writers:
    writer.start()
for writer in writers:
    writer.join()
print(right.recv(100))
left.close()
right.close()

# %% [markdown] lang="zh"
# 两个长度挨在一起，后面的内容被当成了长度，从此全乱。栅栏只是让它次次发生，没有栅栏也会偶尔发生。
# 几个线程共用一个套接字，就要用一把锁把整条消息包住，或者由一个线程专管发送。
# %% [markdown] lang="en"
# Two lengths side by side: contents are taken for a length, and nothing after it makes sense. The barrier makes it happen every time; without it, it
# happens now and then. Threads that share a socket need a lock around each whole message, or one thread that does all the sending.
# %% [markdown] lang="zh" q="q17"
# ## Q17 · 给消息分帧，治好“粘包”（5 分，另有 1 分书面题）
#
# 写 `send_message(sock, payload)` 和 `recv_message(sock)`。`sock` 是已连接的、阻塞的 TCP 套接字，`payload` 是 `bytes`。
#
# - 一条消息在线路上是：4 字节大端无符号长度，后面正好那么多字节。空消息也是消息。
# - `recv_message` 返回下一条消息的内容（`bytes`）；对方在两条消息之间正常关闭，返回 `None`。
# - 对方在一条消息中间关闭（长度没发完也算），或者任何时候重置连接，不论在收还是在发：抛出 `ConnectionError`（或它的子类）。
# - 内容超过 `MAX_MESSAGE` 字节的消息一律拒绝，抛出 `ValueError`；正好 `MAX_MESSAGE` 字节可以。
#   发送时，一个字节都还没发出去就要拒绝，之后连接照样可用；接收时，看到长度就要拒绝，内容一个字节也不取走。
# - 对方一个字节一个字节地发，或者把几条消息连同结束一次发来，结果都要对。不属于这条消息的字节要留在套接字里。
# - 套接字的 `send` 可能只收下一部分，其余的要接着发。
# - 对方停顿多久都要等；套接字是调用者的：不关闭它，也不改动它的设置。
# %% [markdown] lang="en" q="q17"
# ## Q17 · Frame messages, and nothing sticks any more (5 points, 1 more for the written part)
#
# Write `send_message(sock, payload)` and `recv_message(sock)`. `sock` is a connected, blocking TCP socket, `payload` is `bytes`.
#
# - On the wire a message is a length, 4 bytes, big-endian and unsigned, and then exactly so many bytes. An empty message is a message too.
# - `recv_message` returns the contents of the next message (`bytes`), and `None` when the peer closed in an orderly way between two messages.
# - When the peer closes inside a message (inside the length counts), or resets the connection at any time, whether you
#   receive or send: `ConnectionError`, or a subclass.
# - A message of more than `MAX_MESSAGE` bytes is refused with `ValueError`; exactly `MAX_MESSAGE` is fine. When sending, refuse
#   before a single byte went out, so that the connection can still be used; when receiving, refuse as soon as the length is
#   known, and take none of the contents out of the socket.
# - Be right against a peer that sends one byte at a time, and against one that sends several messages and the end all at once.
#   Bytes that do not belong to this message stay in the socket.
# - The `send` of a socket may take only a part; the rest has to follow.
# - Wait however long the peer pauses. The socket is the caller's: do not close it, and leave its settings as they are.
# %% q="q17" role="given"
import socket
import struct

# zh: 检查用的道具，在旁边的 scripted_peers.py 里：一条连接，一端归你，另一端按剧本行事
# en: The props of the checks, in scripted_peers.py beside this notebook: a connection with one end for you, and a script at the other
from scripted_peers import Asking, Crumbs, Line, SmallBites, alike, noise, short

MAX_MESSAGE = 1024 * 1024  # bytes

# %% q="q17" role="answer"
def send_message(sock, payload):
    """Send one message: four bytes of length, then the payload."""
    ### BEGIN SOLUTION
    if len(payload) > MAX_MESSAGE:
        raise ValueError(f"{len(payload)} bytes are more than a message may have")
    sock.sendall(struct.pack("!I", len(payload)) + payload)
    ### END SOLUTION


# %% q="q17" role="answer"
def recv_message(sock):
    """The payload of the next message, None when the peer has closed between messages."""
    ### BEGIN SOLUTION
    header = receive_up_to(sock, 4)
    if not header:
        return None
    if len(header) < 4:
        raise ConnectionError("the peer closed inside a length")
    [size] = struct.unpack("!I", header)
    if size > MAX_MESSAGE:
        raise ValueError(f"the peer wants to send {size} bytes")
    payload = receive_up_to(sock, size)
    if len(payload) < size:
        raise ConnectionError("the peer closed inside a message")
    return payload


def receive_up_to(sock, size):
    """So many bytes; fewer only where the peer closes."""
    received = bytearray()
    while len(received) < size:
        piece = sock.recv(size - len(received))
        if not piece:
            break
        received += piece
    return bytes(received)
    ### END SOLUTION


# %% q="q17" role="check" points=1 timeout=30
# zh: 线路上是 4 字节长度加内容，收到的正是发出的
# en: Four bytes of length and the payload on the wire, and what is received is what was sent
with Line() as line:
    line.play([line.listen])
    sent = [line.call(send_message, text) for text in (b"hi", b"", "粘包".encode(), b"x" * 300)]
    wire = line.overheard()
raised = [said for said in sent if type(said) is str and not said.startswith("returns")]

with Line() as line:
    line.play([line.say, b"\x00\x00\x00\x05he\nlo" + b"\x00\x00\x00\x00" + b"\x00\x00\x01\x02" + bytes(258)], [line.finish])
    line.arrived(275)
    received = line.calls(recv_message, 4)

assert raised == [], T(
    f"用 send_message 发送 4 条短消息，其中有的没有成功：{raised}。",
    f"send_message was called for 4 short messages, and this happened: {raised}.",
)
assert wire == b"\x00\x00\x00\x02hi\x00\x00\x00\x00\x00\x00\x00\x06\xe7\xb2\x98\xe5\x8c\x85\x00\x00\x01\x2c" + b"x" * 300, T(
    f"依次发送 b'hi'、b''、'粘包'.encode()、300 个 b'x'，线路上的开头应是 00 00 00 02 68 69 00 00 00 00 …，共 324 字节；"
    f"实际共 {len(wire)} 字节，开头是 {wire[:14].hex(' ')}。长度是大端 4 字节：`struct.pack('!I', …)`；它数的是字节，不是字符。",
    f"b'hi', b'', '粘包'.encode() and 300 times b'x' were sent; the wire should begin with 00 00 00 02 68 69 00 00 00 00 … and carry 324 bytes. "
    f"There were {len(wire)} bytes, beginning {wire[:14].hex(' ')}. The length is four bytes, big-endian: `struct.pack('!I', …)`.",
)
assert received[:3] == [b"he\nlo", b"", bytes(258)], T(
    f"对方发来三条消息：b'he\\nlo'、空消息、258 个零字节；recv_message 依次得到 {[short(got) if type(got) is bytes else got for got in received[:3]]}。"
    "空消息应得到 b''，不是 None；返回的应是 bytes。本该有消息却得到 None 或 ConnectionError：它的字节被前一次调用多读走了。",
    f"The peer sent b'he\\nlo', an empty message and 258 zero bytes; recv_message gave {[short(got) if type(got) is bytes else got for got in received[:3]]}. "
    "An empty message is b'', not None; what comes back is bytes. None or ConnectionError in place of a message: an earlier call has read its bytes too.",
)
assert received[3] is None, T(
    f"三条消息之后对方正常关闭，第四次 recv_message 应得到 None，实际是 {received[3]!r}。"
    "“still waiting” 表示一直没有返回：`recv` 得到 b'' 就是对方关闭，不能再等。",
    f"After three messages the peer closed; the fourth recv_message should give None, this came: {received[3]!r}. "
    "\"still waiting\" means that it never came back: b'' from `recv` says that the peer has closed, there is nothing to wait for.",
)

# %% q="q17" role="check" points=1 timeout=30
# zh: 一个字节一个字节地来，或者几条消息一起来，都一样
# en: One byte at a time, or several messages at once: it makes no difference
texts = [b"one", b"", b"\x00\x00\x00\x01", b"four"]
stream = b"".join(struct.pack("!I", len(text)) + text for text in texts)
with Line() as line:
    line.play([line.drip, stream], [line.finish])
    dripped = line.calls(recv_message, 5)
with Line() as line:
    line.play([line.say, stream], [line.finish])
    line.arrived(len(stream))
    at_once = line.calls(recv_message, 5)
with Line(Crumbs, seconds=15) as line:
    line.play([line.say, struct.pack("!I", 3000) + noise(3000, 16)], [line.finish])
    long_one, the_end = line.calls(recv_message, 2)
right_bytes = alike(long_one, noise(3000, 16)) if type(long_one) is bytes else long_one

assert dripped == [b"one", b"", b"\x00\x00\x00\x01", b"four", None], T(
    f"对方一次只发一个字节，四条消息后关闭；五次 recv_message 得到 {dripped}，应为 [b'one', b'', b'\\x00\\x00\\x00\\x01', b'four', None]。"
    "`recv(n)` 最多给 n 个字节，给 1 个也行：读长度和读内容都要用循环。",
    f"The peer sent one byte at a time, four messages, and closed; five calls of recv_message gave {dripped}, expected "
    "[b'one', b'', b'\\x00\\x00\\x00\\x01', b'four', None]. `recv(n)` gives n bytes at most, and may give one: loop for the length as well as for the contents.",
)
assert at_once == [b"one", b"", b"\x00\x00\x00\x01", b"four", None], T(
    f"对方把四条消息连同结束一次发来；五次 recv_message 得到 {at_once}，应为 [b'one', b'', b'\\x00\\x00\\x00\\x01', b'four', None]。"
    "多读的字节就丢了：只向套接字要这条消息还缺的那么多。",
    f"The peer sent four messages and the end all at once; five calls of recv_message gave {at_once}, expected "
    "[b'one', b'', b'\\x00\\x00\\x00\\x01', b'four', None]. Bytes read too many are lost: ask the socket for no more than this message still lacks.",
)
assert (right_bytes, the_end) == (3000, None), T(
    f"一条 3,000 字节的消息，每次 `recv` 只给一个字节，每个字节之前对方都停顿两秒（检查不真的等）；读到的正确字节数应是 3000，之后是 None；实际是 {right_bytes!r} 和 {the_end!r}。"
    "要用循环，不要递归，不要限制次数；不要给套接字设超时。",
    f"A message of 3,000 bytes, of which each `recv` gave one, and the peer paused for two seconds before each (the check does not really wait): 3000 right bytes were expected, then None; "
    f"this came: {right_bytes!r} and {the_end!r}. Loop, neither recursively nor a limited number of times, and set no timeout.",
)

# %% q="q17" role="hidden" points=1 timeout=60
# zh: 分得清正常结束、半途关闭和连接被重置
# en: An orderly end, an end inside a message and a reset are told apart
def after(data, ending, count):
    """What so many calls gave when the peer sent `data` and then ended in this way."""
    with Line() as line:
        line.play([line.say, data], [getattr(line, ending)])
        return line.calls(recv_message, count)


whole = b"\x00\x00\x00\x03abc"
orderly = [after(b"", "hang_up", 1), after(whole, "hang_up", 2), after(b"\x00\x00\x00\x00", "finish", 2)]
cut_length = [after(whole[:size], "finish", 1) for size in (1, 2, 3)]
cut_contents = [after(whole[:size], "finish", 1) for size in (4, 5, 6)]
cut_later = after(whole + whole[:2], "hang_up", 2) + after(whole + whole[:5], "hang_up", 2)


def broken_off(data):
    """What a call gave when the peer sent a whole message, then `data`, and reset the connection after the first was read."""
    with Line() as line:
        line.play([line.say, whole])
        first = line.call(recv_message)
        line.play([line.say, data], [line.break_off])
        return [first, line.call(recv_message)]


resets = [broken_off(b""), broken_off(whole[:2]), broken_off(whole[:5])]

with Line(Asking) as line:
    line.play([line.say, b"\x00\x00\x00\x05first"], [line.answer, 12, b"\x00\x00\x00\x06second"], [line.finish], [line.listen])
    line.arrived(9)
    asked = line.call(send_message, b"question")
    answers = line.calls(recv_message, 3)
    went_on = line.call(send_message, b"more")
    wire = line.overheard()
troubles = [said for said in (asked, went_on) if type(said) is str and not said.startswith("returns")]

assert orderly == [[None], [b"abc", None], [b"", None]], T(
    f"对方在消息之间正常关闭：什么都没发；发了 b'abc'；发了空消息。得到 {orderly}，应为 [[None], [b'abc', None], [b'', None]]。",
    f"The peer closed between messages: after nothing, after b'abc', after an empty message. This came: {orderly}, "
    "expected [[None], [b'abc', None], [b'', None]].",
)
assert cut_length == [["raises ConnectionError"]] * 3, T(
    f"对方只发了长度的 1、2、3 个字节就关闭，每次都应抛出 ConnectionError，实际是 {cut_length}。"
    "只有一个字节都没读到时，b'' 才是正常结束。",
    f"The peer closed after 1, 2, 3 bytes of the length; each time ConnectionError was expected, this came: {cut_length}. "
    "b'' is an orderly end only when not a single byte had come before.",
)
assert cut_contents == [["raises ConnectionError"]] * 3, T(
    f"消息说有 3 个字节，对方发了 0、1、2 个就关闭，每次都应抛出 ConnectionError，实际是 {cut_contents}。半条消息不是消息，也不是正常结束。",
    f"A message of 3 bytes was announced and the peer closed after 0, 1, 2 of them; each time ConnectionError was expected, this came: {cut_contents}. "
    "Half a message is no message, and no orderly end either.",
)
assert cut_later == [b"abc", "raises ConnectionError"] * 2, T(
    f"一条完整的 b'abc' 之后，第二条只到了一半，对方就关闭；两次实验得到 {cut_later}，应各为 b'abc' 和 ConnectionError。",
    f"After a whole b'abc' the peer closed inside a second message; two trials gave {cut_later}, expected b'abc' and ConnectionError each time.",
)
assert resets == [[b"abc", "raises ConnectionError"]] * 3, T(
    f"收到 b'abc' 之后，对方重置连接：在消息之间、长度中间、内容中间。三次得到 {resets}，第二次调用都应抛出 ConnectionError。不要吞掉 `recv` 抛出的异常。",
    f"After b'abc' was read, the peer reset the connection: between messages, inside a length, inside the contents. This came: {resets}; "
    "the second call should raise ConnectionError each time. Do not swallow what `recv` raises.",
)
assert answers == [b"first", b"second", None], T(
    f"对方先发来 b'first'，我方不读就先发出 b'question'，对方等到我方来读才回 b'second'，然后半关闭；三次 recv_message 得到 {answers}，应为 [b'first', b'second', None]。"
    "发送时不要动收到的字节，也不要把套接字留成不阻塞的。",
    f"The peer sent b'first'; before that was read b'question' was sent; the peer waited until somebody read, replied b'second', and half-closed. Three calls of recv_message gave {answers}, "
    "expected [b'first', b'second', None]. Sending must leave alone what has come in, and must not leave the socket non-blocking.",
)
assert (troubles, wire) == ([], b"\x00\x00\x00\x08question\x00\x00\x00\x04more"), T(
    f"对方不再发送、但还在收：recv_message 得到 None 以后再发 b'more'，它应当到达；对方共收到 {wire!r}，发送时的异常：{troubles}。套接字是调用者的：不要关闭它，也不要因为对方说完了就不发。",
    f"The peer had said all and still listened: when recv_message had given None b'more' was sent, and should arrive. The peer heard {wire!r}; exceptions while sending: {troubles}. "
    "The socket is the caller's: do not close it, and do not refuse to send because the peer has said all.",
)

# %% q="q17" role="hidden" points=1 timeout=60
# zh: 太长的消息被拒绝，一个字节也不发、不取
# en: A message that is too long is refused before any of it is sent or taken
limit = 1048576
with Line() as line:
    line.play([line.listen])
    refused = [line.call(send_message, bytes(limit + 1)), line.call(send_message, bytes(3 * limit))]
    accepted = line.call(send_message, b"still here")
    wire = line.overheard()
accepted = accepted if type(accepted) is str and not accepted.startswith("returns") else "sent"

claimed = []
for size in (limit + 1, 16 * limit, 2**31, 2**32 - 1):
    with Line() as line:
        line.play([line.say, struct.pack("!I", size) + b"secret"], [line.finish])
        line.arrived(10)
        claimed.append([line.call(recv_message), line.unread(10)])

with Line(seconds=40) as line:
    line.play([line.say, struct.pack("!I", limit) + noise(limit, 17) + b"\x00\x00\x00\x01z"], [line.finish])
    largest, next_one = line.calls(recv_message, 2)
right_bytes = alike(largest, noise(limit, 17)) if type(largest) is bytes else largest
with Line() as line:
    line.play([line.listen])
    sent = line.call(send_message, noise(limit, 18))
    sent_bytes = alike(line.overheard(), struct.pack("!I", limit) + noise(limit, 18))

assert refused == ["raises ValueError"] * 2, T(
    f"发送 1,048,577 和 3,145,728 字节，都应抛出 ValueError，实际是 {refused}。",
    f"Sending 1,048,577 and 3,145,728 bytes should raise ValueError; this came: {refused}.",
)
assert (wire, accepted) == (b"\x00\x00\x00\x0astill here", "sent"), T(
    f"两次被拒绝之后再发 b'still here'，线路上应只有这一条（14 字节），实际有 {len(wire)} 字节，开头是 {wire[:20]!r}（{accepted}）。"
    + ("拒绝要在发出任何字节之前，长度也不能发。" if wire[4:] != b"still here" and wire[-10:] == b"still here" else "拒绝之后套接字应照样可用，消息的样子见第一个检查。"),
    f"After the two refusals b'still here' was sent, and should be all there is on the wire (14 bytes); there were {len(wire)} bytes, beginning {wire[:20]!r} ({accepted}). "
    + ("Refuse before any byte goes out, the length included." if wire[4:] != b"still here" and wire[-10:] == b"still here" else "After a refusal the socket is as good as before; what a message looks like: see the first check."),
)
assert [came for came, _ in claimed] == ["raises ValueError"] * 4, T(
    f"对方声称消息有 1,048,577、16,777,216、2,147,483,648、4,294,967,295 字节，都应抛出 ValueError，实际是 {[came if type(came) is not bytes else short(came) for came, _ in claimed]}。",
    f"The peer announced 1,048,577, 16,777,216, 2,147,483,648 and 4,294,967,295 bytes, each should raise ValueError; "
    f"this came: {[came if type(came) is not bytes else short(came) for came, _ in claimed]}.",
)
assert [left[-6:] for _, left in claimed] == [b"secret"] * 4, T(
    f"拒绝之后，声称太长的那条消息的内容 b'secret' 应还留在套接字里，剩下的却是 {[left for _, left in claimed]}。读到长度就要判断，内容一个字节也不要取，也不要预先多读。",
    f"After the refusal the contents b'secret' should still lie in the socket; what was left: {[left for _, left in claimed]}. "
    "Decide as soon as the length is known, take none of the contents, and never read ahead.",
)
assert (right_bytes, next_one) == (1048576, b"z"), T(
    f"对方发来正好 1,048,576 字节的一条消息，再发 b'z'：这是允许的。收到的正确字节数（或者发生的事）是 {right_bytes!r}，下一条得到 {next_one!r}。"
    "ValueError：比较用的是 `>` 还是 `>=`？少了一些：这么长的内容不会一次 `recv` 就到齐。still waiting：40 秒还没读完，反复拼接 `bytes` 太慢，用 `bytearray`。",
    f"The peer sent a message of exactly 1,048,576 bytes, which is allowed, and then b'z'. Right bytes received, or what happened: {right_bytes!r}; the next message gave {next_one!r}. "
    "ValueError: do you compare with `>` or `>=`? Too few: so much does not come in one `recv`. Still waiting: it was not done after 40 seconds; joining `bytes` over and over is slow, use a `bytearray`.",
)
assert sent_bytes == 1048580, T(
    f"发送正好 1,048,576 字节的消息是允许的，线路上应有 1,048,580 字节；从头起正确的有 {sent_bytes:,} 字节（send_message：{sent!r}）。一个字节也没有：比较用的是 `>` 还是 `>=`，长度是不是大端 4 字节？",
    f"Sending a message of exactly 1,048,576 bytes is allowed, and puts 1,048,580 on the wire; {sent_bytes:,} of them are right, from the beginning on (send_message: {sent!r}). "
    "None at all: do you compare with `>` or `>=`, and is the length four bytes, big-endian?",
)

# %% q="q17" role="hidden" points=1 timeout=60
# zh: `send` 只收下一部分时，其余的接着发；对方已重置时发送会抛出异常
# en: Where `send` takes only a part the rest follows, and sending to a peer that has reset raises
with Line(SmallBites) as line:
    line.play([line.listen])
    sent = [line.call(send_message, noise(size, 19)) for size in (2500, 7, 400_000)]
    expected = b"".join(struct.pack("!I", size) + noise(size, 19) for size in (2500, 7, 400_000))
    heard = line.overheard()
    right_bytes = [alike(heard, expected), len(heard)]
raised = [said for said in sent if type(said) is str and not said.startswith("returns")]

to_the_lost = []
for size in (3, 100_000):
    with Line() as line:
        line.play([line.break_off])
        line.told()
        to_the_lost.append(line.call(send_message, noise(size, 20)))

assert raised == [], T(
    f"发送 2,500、7、400,000 字节的三条消息，有的没有成功：{raised}。",
    f"Three messages of 2,500, 7 and 400,000 bytes were sent, and this happened: {raised}.",
)
assert right_bytes == [402519, 402519], T(
    f"套接字的 `send` 每次收下 1 到 1,000 字节不等。发送 2,500、7、400,000 字节的三条消息，线路上应有 402,519 字节，实际到了 {right_bytes[1]} 字节，从头起正确的有 {right_bytes[0]} 字节。"
    "`send` 的返回值是它收下的字节数，长度的四个字节也不例外：要么循环，要么用 `sendall`。（一个字节也不对：消息的样子见第一个检查。）",
    f"The `send` of this socket takes 1 to 1,000 bytes at a time. Messages of 2,500, 7 and 400,000 bytes make 402,519 on the wire; {right_bytes[1]} arrived, "
    f"and {right_bytes[0]} of them are right, from the beginning on. `send` returns how many bytes it took, also of the four bytes of a length: loop, or use `sendall`. "
    "(Not one byte right: what a message looks like, see the first check.)",
)
assert to_the_lost == ["raises ConnectionError"] * 2, T(
    f"对方已经重置连接，这时 send_message 应抛出 ConnectionError，两次得到 {to_the_lost}。吞掉异常，调用者就以为消息发出去了。",
    f"The peer had reset the connection, so send_message should raise ConnectionError; two calls gave {to_the_lost}. "
    "If the exception is swallowed the caller believes that the message was sent.",
)
# %% [markdown] lang="zh" q="q17" role="hint"
# `recv(n)` 的 n 是上限，不是保证。先写一个小函数：反复 `recv`，直到凑满要的字节数，或者对方关闭。长度和内容都用它来读。
# %% [markdown] lang="en" q="q17" role="hint"
# The n of `recv(n)` is a limit, no promise. First write a small function that calls `recv` again and again until so many bytes are
# there or the peer closes. Use it for the length and for the contents.
# %% [markdown] lang="zh" q="q17" role="hint"
# 每次只要还缺的那么多：`sock.recv(size - len(received))`。凑长度时，一个字节都没有就关闭，返回 `None`；有 1 到 3 个，抛出 `ConnectionError`。
# 知道长度以后，先和 `MAX_MESSAGE` 比，再读内容。发送用 `sendall`。重置会让 `recv`、`sendall` 自己抛出 `ConnectionError` 的子类，别去拦它。
# %% [markdown] lang="en" q="q17" role="hint"
# Ask for no more than is lacking: `sock.recv(size - len(received))`. While you collect the length: closed with no byte at all means
# `None`, with 1 to 3 bytes `ConnectionError`. Once you know the length compare it with `MAX_MESSAGE`, then read the contents.
# Send with `sendall`. After a reset `recv` and `sendall` raise a subclass of `ConnectionError` themselves; let it pass.
# %% [markdown] lang="zh" q="q17" role="hint"
# 骨架如下，`...` 由你补上：
#
# ```python
# def receive_up_to(sock, size):
#     received = bytearray()
#     while len(received) < size:
#         piece = sock.recv(...)
#         ...
#     return bytes(received)
#
#
# def recv_message(sock):
#     header = receive_up_to(sock, 4)
#     if len(header) < 4:
#         ...
#     [size] = struct.unpack("!I", header)
#     ...
# ```
# %% [markdown] lang="en" q="q17" role="hint"
# The skeleton, with the `...` left to you:
#
# ```python
# def receive_up_to(sock, size):
#     received = bytearray()
#     while len(received) < size:
#         piece = sock.recv(...)
#         ...
#     return bytes(received)
#
#
# def recv_message(sock):
#     header = receive_up_to(sock, 4)
#     if len(header) < 4:
#         ...
#     [size] = struct.unpack("!I", header)
#     ...
# ```
# %% [markdown] lang="zh" q="q17"
# **书面题（1 分）** 用自己的话回答：为什么说“粘包”这个名字不对？发送三次，接收方为什么可能一次就全收到，也可能分很多次？
# 关掉 Nagle 算法（`TCP_NODELAY`）能不能解决，为什么？怎样才能让接收方知道一条消息到哪里为止？为什么要在读内容之前检查长度？
# %% [markdown] lang="en" q="q17"
# **Written part (1 point)** In your own words: why is "sticky packets" the wrong name? Why may three sends arrive as one read, or as many?
# Does it help to switch Nagle's algorithm off (`TCP_NODELAY`), and why, or why not? How can a receiver know where a message ends?
# And why is the length checked before the contents are read?
# %% [markdown] lang="zh" q="q17" role="words"
# ### BEGIN SOLUTION
# TCP 交给程序的是字节流，不是包：这一层没有包，也就谈不上粘。发送只是把字节放进发送缓冲区，接收只是从接收缓冲区取走已经到达的字节，
# 两边的次数和大小没有对应关系：取得晚，三次发送一起取走；到得慢，一次发送分几次取走。
# Nagle 算法只影响小段何时发出；关掉它，接收方照样可能一次取到三次发送的内容。
# 边界要由应用自己定：在每条消息前写长度，或者用分隔符，或者固定大小；接收方循环读，直到凑满一条。
# 长度是对方写的，可能是错的或恶意的；不先检查，就会为一个 4 GiB 的谎言等待，甚至把内存耗尽。
#
# - [ ] TCP 是字节流，没有消息边界，“包”在这一层不存在
# - [ ] 一次发送和一次接收不对应：接收取到的是此刻缓冲区里有的字节，可多可少
# - [ ] 关掉 Nagle 算法不解决问题，它只管小段何时发出
# - [ ] 边界由应用自己规定：长度前缀、分隔符或定长
# - [ ] 长度来自对方，不可信：先限制，再读或分配内存
# ### END SOLUTION
# %% [markdown] lang="en" q="q17" role="words"
# ### BEGIN SOLUTION
# TCP hands a stream of bytes to the program. There are no packets at this level that could stick together. Sending puts bytes into a send
# buffer, receiving takes from the receive buffer what has arrived, and neither the number nor the sizes of the calls have
# to agree: read late, and three sends are taken at once; let them arrive slowly, and one send is taken in several pieces.
# Nagle's algorithm only decides when small segments are sent; without it one read may still bring three sends.
# The application has to mark the boundaries: a length in front of each message, a separator, or a fixed size; and the receiver loops until
# it has a whole one. The length is the peer's word, wrong perhaps or malicious: unchecked, it makes you wait for, or allocate, 4 GiB.
#
# - [ ] TCP is a byte stream without message boundaries; at this level there are no packets
# - [ ] sends and reads do not correspond: a read takes what is in the buffer at the time, more or less than one send
# - [ ] switching off Nagle's algorithm does not solve it: it only decides when small segments are sent
# - [ ] the application marks the boundaries: by a length in front, a separator or a fixed size
# - [ ] the length comes from the peer and cannot be trusted: bound it before reading or allocating
# ### END SOLUTION
# %% [markdown] lang="zh" q="q17" role="solution"
# 读长度和读内容是同一件事，所以参考答案只有一个循环。它要的从不多于还缺的，因此多来的字节留在内核里，下一次调用自然接上，不需要在两次调用之间保存什么。
# “关闭”的意思取决于已经读到多少：零个字节是正常结束，其余都是出错，所以那个函数少给字节而不抛异常，由调用它的人判断。
#
# 最常见的错：长度用一次 `recv(4)` 读，在本机上从不出错，上了网才出错；先读后查；用 `send` 而不看返回值；把 `OSError` 一概变成 `None`，
# 调用者就分不清对方是说完了还是断了线。
# `sendall` 失败以后，谁也不知道发出去多少，这条连接只能丢弃。两个线程同时往一个套接字发消息，要用一把锁把整条消息包住。
# %% [markdown] lang="en" q="q17" role="solution"
# Reading the length and reading the contents are one and the same job, so the reference has one loop. It never asks for more than is lacking, so
# what came too early stays in the kernel and the next call finds it there: nothing has to be kept between calls.
# What "closed" means depends on how much had been read: nothing is an orderly end, anything else is a fault. So the loop
# returns fewer bytes instead of raising, and its caller decides.
#
# The usual mistakes: one `recv(4)` for the length, which never fails on one machine and does on the internet; looking at the
# limit after reading; `send` without a look at what it returns; turning every `OSError` into `None`, so that the caller cannot tell "done" from "cut off".
# When `sendall` fails nobody knows how much went out, and the connection has to be given up. Two threads that send on one
# socket need a lock around each whole message.
# %% [markdown] lang="zh"
# ## 三、一个线程照顾所有人
#
# 一万个客户，多半在沉默，难道要一万个线程等着？换个问法：不问“这个客户说话了吗”，而问内核“**谁**说话了”。
# 三条连接，第二条有数据，第三条对方已关闭。先猜：`select` 认为哪几条可读？
# %% [markdown] lang="en"
# ## 3. One thread for all of them
#
# Ten thousand clients, most of them silent: are ten thousand threads to wait? Ask another question. Not "has this client said something?" but, of the
# kernel, "**who** has?" Three connections: on the second there is data, on the third the peer has closed. Which ones are readable for `select`?
# %%
import select

ends = [pair() for _ in range(3)]
ends[1][0].sendall(b"hi")
wait_for(ends[1][1], 2)
ends[2][0].close()
print(ends[2][1].recv(1, socket.MSG_PEEK))
ready, _, _ = select.select([right for _, right in ends], [], [], 0)
print([[right for _, right in ends].index(sock) for sock in ready])

# %% [markdown] lang="zh"
# 第二和第三条。“可读”的意思是：现在 `recv` 不会等待，得到的也可能是 `b''`。
#
# `select` 有个老毛病。它用一张固定大小的位图来装描述符。描述符大于等于 1024 会怎样？`poll` 呢？
# （在 Windows 上没有 `poll`，位图也不同，限制的是个数：512。）
# %% [markdown] lang="en"
# The second and the third. "Readable" means that `recv` would not wait now; what it gives may well be `b''`.
#
# `select` has an old weakness: it puts descriptors into a bit map of fixed size. What about a descriptor of 1024 or more? And `poll`?
# (On Windows there is no `poll`, and what is limited is their number: 512.)
# %%
def with_high_descriptor(sock):
    """A copy of a socket with a descriptor of at least 1024, where the system allows."""
    import fcntl
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if 0 <= soft <= 1100:
        resource.setrlimit(resource.RLIMIT_NOFILE, (2048 if hard < 0 else min(hard, 2048), hard))
    return fcntl.fcntl(sock.fileno(), fcntl.F_DUPFD, 1024)


# %%
waiting = ends[1][1]
high = None if os.name == "nt" else with_high_descriptor(waiting)
try:
    select.select([waiting] * 513 if high is None else [high], [], [], 0)
except ValueError as error:
    print("select:", error)
if high is not None:
    poll = select.poll()
    poll.register(high, select.POLLIN)
    print("poll:  ", len(poll.poll(0)), "ready, descriptor", high)
    os.close(high)

# %% [markdown] lang="zh"
# `select` 直接拒绝，`poll` 照常。但两者每次都要把全部描述符交给内核，一个个检查：客户多、活跃的少，大部分功夫是白费的。
# Linux 的 `epoll` 让内核记住名单，只交回就绪的；macOS 有 `kqueue`。`selectors.DefaultSelector` 替你挑最好的：
# %% [markdown] lang="en"
# `select` refuses, `poll` does not mind. But with both, every call hands all descriptors to the kernel, which looks at one after the other: with many clients
# and few of them active most of that is wasted. `epoll` on Linux has the kernel keep the list, and returns only what is ready;
# macOS has `kqueue`. `selectors.DefaultSelector` picks the best there is:
# %%
import selectors

with selectors.DefaultSelector() as selector:
    print(type(selector).__name__)
    for number, (_, right) in enumerate(ends):
        selector.register(right, selectors.EVENT_READ, data=number)
    print([key.data for key, events in selector.select(timeout=0)])

# %% [markdown] lang="zh"
# 缓冲区里有 10 个字节，每次只读 4 个。问三次“可读吗”，会得到几次“是”？默认的是**水平触发**：只要还有没读的，就是。
# 再用 `epoll` 的**边缘触发**（`EPOLLET`）问三次，先猜。
# %% [markdown] lang="en"
# There are 10 bytes in the buffer, and you read 4 at a time. Asked three times whether it is readable, how often will the answer be yes? The
# default is **level-triggered**: yes as long as anything is left. Then ask with `epoll`'s **edge-triggered** mode, `EPOLLET`. Predict.
# %%
def answers(mode):
    """How many events each of three questions gives, with 4 of 10 bytes read after each."""
    left, right = pair()
    right.setblocking(False)
    with left, right, select.epoll() as epoll:
        epoll.register(right, select.EPOLLIN | mode)
        left.sendall(b"0123456789")
        counts = []
        for timeout in (5, 0, 0):
            counts.append(len(epoll.poll(timeout)))
            right.recv(4)
        return counts


# %%
if hasattr(select, "epoll"):
    print("level:", answers(0))
    print("edge: ", answers(select.EPOLLET))
else:
    print(T("只有 Linux 有 epoll；我们得到的是 [1, 1, 1] 和 [1, 0, 0]", "only Linux has epoll; we got [1, 1, 1] and [1, 0, 0]"))

# %% [markdown] lang="zh"
# 边缘触发只在**新来**数据时说一次。剩下的 6 个字节，再没有人提醒。所以用边缘触发，套接字必须不阻塞，每次要读到 `BlockingIOError` 为止，`accept` 也一样。
#
# ![两幅条形图，一次真实运行：四次询问时缓冲区里有 10、6、2、0 个字节；水平触发前三次都报告可读，边缘触发只报告第一次](../assets/07_sockets/readiness.png)
# %% [markdown] lang="en"
# Edge-triggered tells you once, when something **new** has come. Of the 6 bytes that are left nobody reminds you. So sockets must be non-blocking then,
# and you read until `BlockingIOError`; the same goes for `accept`.
#
# ![Two bar charts from a real run: at four questions there are 10, 6, 2 and 0 bytes in the buffer; level-triggered readiness is reported the first
# three times, edge-triggered only the first time](../assets/07_sockets/readiness.png)
# %% [markdown] lang="zh"
# 写事件要小心。一个空闲的套接字，登记“可写时告诉我”，问五次，会有几次“是”？再登记一个普通文件，会怎样？
# %% [markdown] lang="en"
# Be careful with writability. An idle socket is registered for "tell me when I can write", and asked five times: how many yes?
# And what about an ordinary file?
# %%
with selectors.DefaultSelector() as selector:
    selector.register(ends[0][1], selectors.EVENT_WRITE)
    print([len(selector.select(timeout=0)) for _ in range(5)])
    with open(os.devnull if os.name == "nt" else inspect.__file__, "rb") as file:
        try:
            selector.register(file, selectors.EVENT_READ)
            print(T("这里可以登记文件", "a file can be registered here"))
        except (PermissionError, OSError) as error:
            print(type(error).__name__, error.strerror)
        if os.name != "nt":
            print("select:", len(select.select([file], [], [], 0)[0]), T("个可读", "readable"))
for left, right in ends:
    left.close()
    right.close()

# %% [markdown] lang="zh"
# 五次都是。发送缓冲区几乎总有空位，所以一直等“可写”的循环会空转，把一个核烧满；**有东西要发的时候**才登记写事件。
# `epoll` 拒绝普通文件：文件总是“就绪”的，等它没有意义（`select` 则总说可读，等于没说）。
#
# 现在把第一节的回声服务器写到 `selectors` 上，一个线程：
# %% [markdown] lang="en"
# Five times yes. A send buffer has room nearly always, so a loop that keeps waiting for writability spins and burns a core: register for it only **while there is
# something to send**. `epoll` refuses ordinary files, which are always "ready" (`select` says so all the time, which is saying nothing).
#
# Now the echo server of section 1 on `selectors`, in one thread:
# %%
def echo_on_selectors(listener, stop):
    with selectors.DefaultSelector() as selector:
        selector.register(listener, selectors.EVENT_READ)
        while not stop.is_set():
            for key, _ in selector.select(timeout=0.05):
                if key.fileobj is listener:
                    conn, _ = listener.accept()
                    selector.register(conn, selectors.EVENT_READ)
                elif data := key.fileobj.recv(1024):
                    key.fileobj.sendall(data)
                else:
                    selector.unregister(key.fileobj)
                    key.fileobj.close()


# %%
print(second_client(echo_on_selectors))
print(costs(echo_on_selectors, 40)[:2])

# %% [markdown] lang="zh"
# 第一个客户沉默，第二个照样得到 `hi`；40 个客户，没有多一个线程、多一个进程。
#
# 可是它很脆弱。一个客户拼命发、从不收，`sendall` 会怎样？先猜第二个客户得到什么。
# %% [markdown] lang="en"
# The first client is silent, and the second gets its `hi`; 40 clients, and not one thread or process more.
#
# But it is fragile. What will `sendall` do when a client sends and sends and never reads? Predict what a second client gets.
# %%
def beside_a_flood(serve):
    """What a client gets while another sends 20 MB and reads nothing; then what became of the server when that one left."""
    crashes, usual = [], threading.excepthook
    threading.excepthook = lambda args: crashes.append(args.exc_type.__name__)
    with running(serve) as address, socket.socket() as greedy:
        greedy.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        greedy.settimeout(1)
        greedy.connect(address)
        with contextlib.suppress(TimeoutError):
            greedy.sendall(bytes(20_000_000))
        got = second_client_of(address)
    threading.excepthook = usual
    return got, crashes


def second_client_of(address):
    with socket.create_connection(address) as second:
        second.sendall(b"hi")
        second.settimeout(0.5)
        try:
            return second.recv(100)
        except TimeoutError:
            return T("什么也没有", "nothing")


# %%
import contextlib

print(beside_a_flood(echo_on_selectors))

# %% [markdown] lang="zh"
# 什么也没有：`sendall` 等着贪心的客户来收，所有人跟着等。而且他一走，`sendall` 抛出异常，整个服务器就停了。
# 毛病有三：套接字是阻塞的；`sendall` 非发完不可；一个客户的异常没人接。下一题写一个不怕这些的。
#
# ![折线图，一次真实运行：一个只发不收的客户在发送，不设上限的服务器里没发出去的字节一直涨到 6 MiB，设了上限的停在 1 MiB，他开始收以后两者都降到零](../assets/07_sockets/backlog.png)
# %% [markdown] lang="en"
# Nothing: `sendall` waits for the greedy client to read, and everybody waits with it. And when that client leaves, `sendall` raises, and the server is gone.
# Three faults: the sockets block; `sendall` will not leave before all is sent; nobody catches what one client causes. The next question is to write a server
# that minds none of this.
#
# ![A line chart from a real run: a client sends without reading; the unsent bytes in a server without a bound rise to 6 MiB, in one with a bound they stop at
# 1 MiB; when the client begins to read both fall to zero](../assets/07_sockets/backlog.png)
# %% [markdown] lang="zh" q="q18"
# ## Q18 · 一个线程，许多客户：I/O 多路复用（5 分，另有 1 分书面题）
#
# 写 `serve_echo(listener, stop)`。`listener` 是已经在监听的 TCP 套接字，`stop` 是一个 `threading.Event`。
# 用 `selectors` 在**一个线程**里（调用它的那个，不另开线程或进程）服务许多客户：每个客户发来的每个字节，按原来的次序发回给他。
#
# - 在 `stop` 被设置之前一直服务，暂时一个客户也没有时就等着。
# - 谁也不许耽误别人：一声不响的、只发不收的、把连接重置的客户（哪怕还没轮到接受它，或者正有东西要发给它），都不能。
#   连接断了的客户，随即关闭他的套接字，不留到最后。
# - 每个客户占用的内存有上限：发掉的不再留着；一个客户有 1 MiB 还没发回去时，就不再读他的数据，等发掉一些再读（更早停读也可以）。
#   慢客户不许赶走：他什么时候开始收，都要把他的每个字节按序发完，再接着读。
# - 客户发完后关闭了自己的发送方向（半关闭），在那以前收到的都要发回；然后正常关闭这条连接。
# - `stop` 被设置后，1 秒内返回（检查试几次，取最快的一次），不管有什么没发完、有没有客户在忙，并已关闭所有客户的套接字。
#   `listener` 留给调用者，不要关：用同一个 `listener` 再次调用，应当照样能服务。
# %% [markdown] lang="en" q="q18"
# ## Q18 · One thread, many clients: I/O multiplexing (5 points, 1 more for the written part)
#
# Write `serve_echo(listener, stop)`. `listener` is a TCP socket that is listening already, `stop` is a `threading.Event`.
# With `selectors`, in **one thread** (the caller's; start no other thread or process), serve many clients: every byte that a client sends goes
# back to it, in order.
#
# - It serves until `stop` is set, and waits when there is no client for a while.
# - Nobody holds up the others: not a client that is silent, nor one that sends and never reads, nor one that resets its connection, be it
#   before it was accepted or while something is on its way to it. The socket of a client that is gone is closed soon, not kept until the end.
# - Memory per client is bounded: what is sent is not kept, and from one with 1 MiB not yet sent back nothing more is read until some of it
#   is gone (to stop reading earlier is fine). A slow client is never thrown out: whenever it begins to read, it gets every byte in order, and
#   then it is read from again.
# - When a client has said all and closed its sending half (a half-close), what came before is still echoed; then the connection is closed in
#   an orderly way.
# - Once `stop` is set, return within 1 second (the checks try a few times and take the fastest), whatever is left unsent and however busy a client is, with
#   all client sockets closed. `listener` is left to the caller: do not close it. Called again with the same `listener`, the function serves again.
# %% q="q18" role="given"
import selectors
import socket

# zh: 检查用的道具，在旁边的 scripted_peers.py 里：在线程里运行你的函数，并扮演它的客户
# en: The props of the checks, in scripted_peers.py beside this notebook: run your function in a thread, and play its clients
from scripted_peers import TINY, Clock, Serving, alike, noise, reset

# %% q="q18" role="answer"
def serve_echo(listener, stop):
    """Echo to every client of `listener`, in this thread, until `stop` is set."""
    ### BEGIN SOLUTION
    with selectors.DefaultSelector() as selector:
        listener.setblocking(False)
        selector.register(listener, selectors.EVENT_READ)
        try:
            while not stop.is_set():
                for key, events in selector.select(timeout=0.1):
                    if key.fileobj is listener:
                        welcome(listener, selector)
                    else:
                        go_on(key.data, events, selector)
        finally:
            for key in list(selector.get_map().values()):
                if key.fileobj is not listener:
                    key.fileobj.close()
            listener.setblocking(True)


UNSENT_LIMIT = 2**20  # bytes


class EchoClient:
    """One client: what has not been sent back yet, and whether it may say more."""

    def __init__(self, sock):
        self.sock, self.unsent, self.open = sock, bytearray(), True

    def wanted(self):
        """The events to wait for, 0 when all is done."""
        reading = self.open and len(self.unsent) < UNSENT_LIMIT
        return (selectors.EVENT_READ if reading else 0) | (selectors.EVENT_WRITE if self.unsent else 0)

    def handle(self, events):
        if events & selectors.EVENT_READ:
            data = self.sock.recv(65536)
            self.open = bool(data)
            self.unsent += data
        if events & selectors.EVENT_WRITE:
            sent = self.sock.send(self.unsent)
            del self.unsent[:sent]


def welcome(listener, selector):
    try:
        sock, _ = listener.accept()
    except OSError:
        return  # it was gone before it was its turn
    sock.setblocking(False)
    selector.register(sock, selectors.EVENT_READ, EchoClient(sock))


def go_on(client, events, selector):
    try:
        client.handle(events)
        wanted = client.wanted()
    except BlockingIOError:
        return
    except OSError:
        wanted = 0
    if wanted:
        selector.modify(client.sock, wanted, client)
    else:
        selector.unregister(client.sock)
        client.sock.close()
    ### END SOLUTION


# %% q="q18" role="check" points=1 timeout=60
# zh: 几个客户轮流说话，旁边还有一个一声不响的，各得各的回声
# en: Several clients talk in turn, with a silent one among them, and each gets its own echo
with Serving(serve_echo) as server:
    silent, ann, bo = server.client(), server.client(), server.client()
    talk = [server.ask(ann, b"ann 1"), server.ask(bo, b"bo 1"), server.ask(ann, b"ann 2, longer"), server.ask(bo, b"\x00\xff\n")]
    cy = server.client()
    talk.append(server.ask(cy, b"cy comes late"))
    server.rest()
    talk.append(server.ask(silent, b"at last"))
    long_echo = alike(server.ask(bo, noise(20_000, 31)), noise(20_000, 31))
    crowd = [server.client() for _ in range(150)]
    answered = [server.ask(sock, b"%d" % number) for number, sock in enumerate(crowd)]
    before_stop = server.ended
    ended = server.end()

assert before_stop == "(still running)", T(
    f"还没有设置 stop，serve_echo 就结束了：{before_stop}。",
    f"serve_echo ended before stop was set: {before_stop}.",
)
assert talk == [b"ann 1", b"bo 1", b"ann 2, longer", b"\x00\xff\n", b"cy comes late", b"at last"], T(
    f"有一个客户先连上而不说话，ann、bo、后来的 cy 和最后开口的他，得到的回声依次是 {talk}。"
    "b'' 表示在期限内什么也没收到：是不是在等一个客户，或者停在 `accept`、`recv` 里？只对就绪的套接字动手。",
    f"One client connected first and kept silent; ann, bo, cy who came later, and the silent one at last got the echoes {talk}. "
    "b'' means that nothing came in time: does the server wait for one client, or stand in `accept` or `recv`? Touch only what is ready.",
)
assert long_echo == 20_000, T(
    f"一个客户边发边收 20,000 字节，从头起正确的有 {long_echo} 字节。`send` 可能只收下一部分，没收下的要留着以后接着发。",
    f"A client sent 20,000 bytes while it was reading; {long_echo} of its echo are right, from the beginning on. "
    "`send` may take only a part: keep the rest and send it later.",
)
assert answered == [b"%d" % number for number in range(150)], T(
    f"又有 150 个客户同时连着，轮流说自己的号码；得到正确回声的只有 {sum(echo == b'%d' % number for number, echo in enumerate(answered))} 个。不要限制客户的个数。",
    f"150 more clients were connected at the same time and said their numbers in turn; {sum(echo == b'%d' % number for number, echo in enumerate(answered))} of them got the right echo. "
    "Do not limit the number of clients.",
)
assert ended == "returned", T(
    f"设置 stop 之后，serve_echo 应在 1 秒内返回，实际：{ended}。若是 (still running)：`select` 不带超时，没有事件时就永远看不到 stop。",
    f"Once stop is set serve_echo should return within a second; this happened: {ended}. "
    "If it is (still running): without a timeout `select` never comes back to look at stop when nothing happens.",
)

# %% q="q18" role="check" points=1 timeout=60
# zh: 晚些才收的客户和半关闭的客户，一个字节也不少
# en: A client that reads late and clients that half-close get every byte
with Serving(serve_echo) as server:
    witness = server.client()
    late = server.client(small=True)
    text = noise(400_000, 32)
    pushed, went = server.flood(late, text, witness)
    meanwhile = server.ask(witness, b"meanwhile")
    echo_of_late = alike(server.ask(late, text[pushed:], len(text)), text)

    half = server.client(small=True)
    said_before = noise(400_000, 33)
    pushed_half, went_half = server.flood(half, said_before, witness)
    if pushed_half == len(said_before):
        server.finish(half)
    by_the_way = [server.ask(witness, b"%d" % number) for number in range(12)]
    echo_of_half = alike(server.ask(half, said_before[pushed_half:], len(said_before)), said_before)
    server.finish(half)
    last_words = [server.ending(half)]
    polite = server.client()
    server.say(polite, b"good")
    server.say(polite, b"bye")
    server.finish(polite)
    echo_of_polite = server.hear(polite, 7)
    last_words.append(server.ending(polite))
    others = server.ask(witness, b"still there?")
    state = server.ended
echoes_of_sips = []
with Serving(serve_echo, buffers=TINY) as server:
    witness = server.client()
    for size, seed in ((20_000, 44), (60_000, 45)):
        sipping, toast = server.client(small=True, buffers=TINY), noise(size, seed)
        echoes_of_sips.append(size - alike(server.sip(sipping, toast, witness), toast))

assert state == "(still running)", T(
    f"还没有设置 stop，serve_echo 就结束了：{state}。",
    f"serve_echo ended before stop was set: {state}.",
)
assert went != "others wait" and meanwhile == b"meanwhile", T(
    f"一个客户先发不收，这时另一个客户说 b'meanwhile'，得到的回声是 {meanwhile!r}。b''：服务器停在给慢客户的 `send` 里了，套接字要设为不阻塞，发不动就去照顾别人。"
    "别的内容：两个客户的数据混在一起了。",
    f"While one client sent and did not read, another said b'meanwhile' and got the echo {meanwhile!r}. b'': the server stood in a `send` to the slow one; "
    "make the sockets non-blocking, and when nothing more can be sent look after the others. Other bytes: the data of two clients are mixed up.",
)
assert echo_of_late == 400_000, T(
    f"一个客户先发不收，过后才开始收，共发 400,000 字节；从头起正确的回声有 {echo_of_late} 字节（{went}）。`send` 没收下的部分不能丢，等套接字可写再发。",
    f"A client sent before it began to read, 400,000 bytes in all; {echo_of_late} bytes of its echo are right, from the beginning on ({went}). "
    "What `send` did not take must not be lost; send it when the socket is writable again.",
)
assert (echo_of_half, echo_of_polite) == (400_000, b"goodbye"), T(
    f"两个客户发完就半关闭（SHUT_WR），然后才收：发 400,000 字节的从头起收到正确的 {echo_of_half} 字节，发 b'goodbye' 的收到 {echo_of_polite!r}。"
    "`recv` 得到 b'' 只说明他不再说话，没发完的还要发完才能关。",
    f"Two clients half-closed (SHUT_WR) after they had sent and only then read: of 400,000 bytes {echo_of_half} came back right, "
    f"and of b'goodbye' {echo_of_polite!r}. b'' from `recv` only means that the client says no more: send what is left, then close.",
)
assert echoes_of_sips == [0, 0], T(
    f"两个客户发完就半关闭，同时每次只收一点点，各发 20,000 和 60,000 字节；回声里缺的或错的有 {echoes_of_sips} 字节。`recv` 得到 b'' 时，没发完的要等套接字可写再发，发完才能关。",
    f"Two clients half-closed when they had sent 20,000 and 60,000 bytes, and read only a little at a time; missing or wrong in their echoes are {echoes_of_sips} bytes. "
    "When `recv` gives b'', wait until the socket is writable and send what is left; only then close.",
)
assert (last_words, by_the_way[-1], others) == (["closed", "closed"], b"11", b"still there?"), T(
    f"几个半关闭的客户收完回声后，服务器应正常关闭那两条连接（实际 {last_words}；reset 表示被重置，还在路上的字节会丢），并继续服务别人（别人得到 {others!r}）。"
    "没有要发的、也没有要读的，就该关闭。",
    f"When the clients that had half-closed have their echoes, their connections should be closed in an orderly way (they are: {last_words}; a reset loses what is on its way), "
    f"and the others be served on (one got {others!r}). With nothing left to send and nothing to read it is time to close.",
)

# %% q="q18" role="hidden" points=1 timeout=60
# zh: 只发不收的客户占用的内存有上限，既不耽误别人，也不被赶走
# en: Clients that never read use bounded memory, hold up nobody and are not thrown out
with Serving(serve_echo) as server:
    witness = server.client()
    floods, streams = [], [noise(4 * 2**20, 34), noise(4 * 2**20, 35)]
    greedy = [server.client(small=True), server.client(small=True)]
    for sock, stream in zip(greedy, streams, strict=True):
        floods.append(server.flood(sock, stream, witness))
    meanwhile = [server.ask(witness, b"one"), server.ask(server.client(), b"two")]
    with Clock() as clock:
        clock.put_forward(3600)
        server.rest()
        meanwhile += [server.ask(witness, b"an hour later"), server.ask(witness, b"and one more look")]
    caught_up = []
    for sock, stream, (pushed, _) in zip(greedy, streams, floods, strict=True):
        total = min(pushed + 700_000, len(stream))
        caught_up.append(total - alike(server.ask(sock, stream[pushed:total], total), stream[:total]))
    afterwards = [server.ask(sock, b"and now?") for sock in greedy]

    hog, seen = server.endless(listens=False), -1
    while seen != hog.taken:  # until nothing more is read from it while another one is served
        seen = hog.taken
        beside = [server.ask(witness, b"%d" % number) for number in range(5)]
    chatterbox = server.endless(listens=True)
    held = server.memory(chatterbox, 6 * 2**20)
    beside += [server.ask(witness, b"%d" % number) for number in range(5, 10)]
    state = server.ended
words = [word for _, word in floods]
most = max(pushed for pushed, _ in floods)
most_unsent, wrong = hog.most_unsent, chatterbox.wrong

assert state == "(still running)", T(
    f"还没有设置 stop，serve_echo 就结束了：{state}。",
    f"serve_echo ended before stop was set: {state}.",
)
assert "others wait" not in words and meanwhile[:2] == [b"one", b"two"], T(
    f"两个客户只发不收，这时别的客户应照常得到回声，得到的却是 {meanwhile[:2]}（{words}）。一个客户占满了，只停读他，不要停下一切。",
    f"Two clients sent and never read; meanwhile others should get their echoes, they got {meanwhile[:2]} ({words}). "
    "When one client has used up its share, stop reading from that one, not from all.",
)
assert "thrown out" not in words, T(
    "只发不收的客户被断开了。慢客户不许赶走，只是暂时不读他的数据。",
    "A client that did not read was cut off. A slow client is not to be thrown out; its data is only not read for a while.",
)
assert most < 3 * 2**20 and most_unsent <= 2**20, T(
    f"一个只发不收的客户发出了 {most:,} 字节（连同内核缓冲区应不到 3 MiB）；另一个有 {most_unsent:,} 字节没发回去时，服务器还在读他的数据（到 1,048,576 就不该再读）。"
    "注销他的读事件，发掉一些再登记。",
    f"A client that never read could send {most:,} bytes (less than 3 MiB was expected, the kernel's buffers included); from another one the server read on with {most_unsent:,} bytes "
    "not yet sent back (at 1,048,576 nothing more should be read). Do not wait for its read event until some of it is sent.",
)
assert (caught_up, afterwards, meanwhile[2:]) == ([0, 0], [b"and now?"] * 2, [b"an hour later", b"and one more look"]), T(
    f"时钟拨快了一个小时，别的客户得到 {meanwhile[2:]}。两个客户后来一边发其余的、一边收，各应得到自己的每个字节；缺的或错的有 {caught_up} 字节，再问一句得到 {afterwards}。"
    "慢客户等多久都不许赶走；发掉一些之后，要重新开始读他的数据；`send` 没收下的要留着。",
    f"The clocks were put forward by an hour, and another client got {meanwhile[2:]}. Later the two clients sent on while they were reading, and each should get every byte; missing or wrong are {caught_up} bytes, and one more question "
    f"gave {afterwards}. However slow, a client is never thrown out; when some of it is sent, begin to read again; and keep what `send` did not take.",
)
assert beside == [b"%d" % number for number in range(10)], T(
    f"旁边有两个说个不停的客户，一个不收，一个边说边收；这时另一个客户依次说 0 到 9，得到 {beside}。每次就绪只读一点，再去看别人。",
    f"Two clients never stop talking, one reads nothing, one listens while it talks; beside them another said 0 to 9 and got {beside}. "
    "Read a little each time a client is ready, then go on to the others.",
)
assert (wrong, held < 3 * 2**20) == (0, True), T(
    f"一个客户边说边收，6 MiB 都发回去以后，服务器那边还多占着 {held:,} 字节（应不到 3 MiB），回声里有 {wrong:,} 字节不对。发掉的就从缓冲区里删掉，不要只移动位置。",
    f"A client listened while it talked; when 6 MiB had been sent back the server still held {held:,} bytes more (less than 3 MiB was expected), and {wrong:,} bytes of the echo "
    "were wrong. Delete what is sent from the buffer; to move a position on is not enough.",
)

# %% q="q18" role="hidden" points=1 timeout=60
# zh: 客户重置连接，服务器照样为别人服务
# en: Clients reset their connections, and the others are served as before
def queue_up(address):
    """Two clients come before anybody serves; the first is gone again by then."""
    for leaves in (True, False):
        early.append(socket.create_connection(address, 5))
        if leaves:
            early[0].sendall(b"never mind")
            reset(early[0])


early, answers = [], []
with Serving(serve_echo, before=queue_up) as server:
    answers.append(server.ask(early[1], b"first in line"))
    witness = server.client()

    def check_on_witness():
        """Several echoes in a row: the server has been round its loop since."""
        answers.append([server.ask(witness, b"%d" % number) for number in range(4)])

    idle = server.client()
    server.ask(idle, b"hello")
    reset(idle)
    check_on_witness()

    talking = server.client()
    server.ask(talking, b"hello")
    server.say(talking, noise(20_000, 36))
    reset(talking)
    check_on_witness()

    for seed in (37, 38):
        full = server.client(small=True)
        server.flood(full, noise(1_500_000, seed), witness)
        reset(full)
        check_on_witness()

    half = server.client(small=True)
    server.flood(half, noise(300_000, 39), witness)
    server.finish(half)
    check_on_witness()
    reset(half)
    check_on_witness()

    rude = server.client(small=True)
    server.flood(rude, noise(60_000, 40), witness)
    rude.close()
    check_on_witness()

    polite = server.client()
    server.say(polite, b"that is all")
    server.finish(polite)
    server.ending(polite)
    polite.close()
    answers.append(server.ask(server.client(), b"the next one"))
    still_open = server.connections(3)
    for sock in early:
        sock.close()
    server.leave()
    server.rest()
    answers.append(server.ask(server.client(), b"after a quiet moment"))
    state = server.ended
with Serving(serve_echo, buffers=TINY) as server:
    witness, after_the_end = server.client(), []
    for size in (10_000, 18_000, 60_000):
        half = server.client(small=True, buffers=TINY)
        server.flood(half, noise(size, 46), witness)
        server.finish(half)
        server.ask(witness, b"one more round")
        reset(half)
        after_the_end += [server.ask(witness, b"%d" % number) for number in range(3)]
    broken_pipe = server.ended

assert state == "(still running)", T(
    f"几个客户重置连接，后来大家都走了，serve_echo 就停了：{state}。`accept`、`recv`、`send` 都可能因为一个客户抛出 OSError：只结束这个客户；没有客户时，接着等。",
    f"Clients reset their connections, later all had left, and serve_echo ended: {state}. `accept`, `recv` and `send` may each raise OSError because of one client: "
    "end that one only. With no client left, go on waiting.",
)
assert answers == [b"first in line", *[[b"0", b"1", b"2", b"3"]] * 7, b"the next one", b"after a quiet moment"], T(
    f"先后有客户重置：还没被接受时、空闲时、刚发了一大段时、有很多没收时（两次）、半关闭以后，还有不收完就关闭的、说完收完才走的，最后大家都走了，又来一个；别的客户得到的回声是 {answers}。",
    f"Clients reset before they were accepted, while idle, just after sending, with much unread (twice), after a half-close, one closed without reading, one when it had its echo, and at last all left and one more came; "
    f"other clients got the echoes {answers}.",
)
assert (after_the_end, broken_pipe) == ([b"0", b"1", b"2"] * 3, "(still running)"), T(
    f"三个客户发了一些、半关闭，没有收回声就重置；旁边另一个客户得到 {after_the_end}，serve_echo：{broken_pipe}。对方先结束、再重置，`send` 抛出的可能是 BrokenPipeError，不只是 ConnectionResetError。",
    f"Three clients sent something, half-closed, and reset without having read; beside them another got {after_the_end}, and serve_echo: {broken_pipe}. "
    "After an end and then a reset `send` may raise BrokenPipeError, not only ConnectionResetError.",
)
assert still_open == 3, T(
    f"那些客户都走了，只剩三个连着，服务器那边没关的套接字却有 {still_open} 个。连接一断，就注销并关闭它的套接字，不要留到最后。",
    f"All those clients had gone and three were connected, yet {still_open} sockets were open on the server's side. When a connection has ended, unregister and close its socket, "
    "do not keep it until the end.",
)

# %% q="q18" role="hidden" points=1 timeout=60
# zh: 只用一个线程；停得及时，关得干净，监听套接字留着
# en: One thread only; stops in time, closes every client, leaves the listener
listener = Serving.make_listener()
rounds, seconds = [], []


def one_round(with_talker):
    """Serve a while, set `stop`, and note what came of it; whether all was well."""
    with Serving(serve_echo, listener=listener) as server:
        silent, spoken, greedy = server.client(), server.client(), server.client(small=True)
        said = server.ask(spoken, b"round %d" % len(rounds))
        server.flood(greedy, noise(2_500_000, 41 + len(rounds)), spoken)
        helpers = server.helpers()
        if with_talker:
            server.endless(listens=True)
        ended = server.end()
        endings = [server.ending(sock).replace("reset", "closed") for sock in (silent, spoken, greedy)]
        rounds.append([said, helpers, ended, *endings, server.connections(0)])
        if not with_talker:
            seconds.append(server.took)
    try:
        listener.getsockname()
    except OSError:
        rounds[-1].append("listener closed")
    return rounds[-1][2:] == ["returned", *["closed"] * 3, 0]


try:
    for _ in range(3):  # a busy machine may delay a server, but hardly three times
        if not one_round(False):
            break
        if seconds[-1] < 1.08:
            one_round(True)
            break
finally:
    listener.close()

assert rounds and all(len(one) == 7 for one in rounds), T(
    f"serve_echo 返回后，`listener` 已被关闭；它应留给调用者。（{rounds}）",
    f"After serve_echo returned, `listener` was closed; it should be left to the caller. ({rounds})",
)
assert all(one[2] == "returned" for one in rounds), T(
    f"stop 被设置时，一个客户不说话，一个有很多没收，最后一轮还有一个说个不停；serve_echo 应在 1 秒内返回，各轮实际是 {[one[2] for one in rounds]}。"
    "不要等客户走完、也不要等发完，忙的时候也要看 stop。",
    f"When stop was set one client was silent, one had much unread, and in the last round one never stopped talking; serve_echo should return within a second, "
    f"the rounds gave {[one[2] for one in rounds]}. Wait neither for clients to leave nor for data to go out, and look at stop when busy too.",
)
assert all(one[1] == 1 for one in rounds), T(
    f"三个客户都连着时，服务器那边应只有 1 个线程（运行 serve_echo 的那个），没有别的线程或进程，各轮数到的是 {[one[1] for one in rounds]}。",
    f"With three clients connected there should be 1 thread on the server's side, the one that runs serve_echo, and no other thread or process; the rounds counted {[one[1] for one in rounds]}.",
)
assert all(one[3:] == ["closed", "closed", "closed", 0] for one in rounds), T(
    f"serve_echo 返回后，所有客户的连接都应已关闭；三个客户看到的，以及没关的套接字个数，各轮实际是 {[one[3:] for one in rounds]}。逐个 `close`，不要指望垃圾回收。",
    f"When serve_echo has returned the connections of all clients should be closed; what three of them saw, and the number of sockets not closed, were {[one[3:] for one in rounds]} in the rounds. "
    "Close each one, and do not rely on garbage collection.",
)
assert [one[0] for one in rounds] == [b"round %d" % number for number, _ in enumerate(rounds)], T(
    f"用同一个 listener 先后运行几次，一个客户每次应得到自己的回声，实际是 {[one[0] for one in rounds]}。",
    f"With one listener serve_echo was run several times; a client should get its echo each time, this came: {[one[0] for one in rounds]}.",
)
assert seconds[-1] < 1.08, T(
    f"没有人说话时设置 stop，serve_echo 应在 1 秒内返回；试了几次，分别用了 {[round(one, 2) for one in seconds]} 秒。给 `select` 的超时太长，或者返回之前还在等什么。",
    f"When stop is set while nobody talks serve_echo should return within a second; several tries took {[round(one, 2) for one in seconds]} seconds. The timeout of `select` is too long, or it waits for something else before it returns.",
)
# %% [markdown] lang="zh" q="q18" role="hint"
# 为每个客户记两样东西：还没发回去的字节（一个 `bytearray`），他是否还会说话。每次处理完一个事件，就根据这两样重新决定等他的什么事件。
# %% [markdown] lang="en" q="q18" role="hint"
# Keep two things per client: the bytes not yet sent back (a `bytearray`), and whether it may say more. After each event decide from these
# two which events of this client you wait for next.
# %% [markdown] lang="zh" q="q18" role="hint"
# 等读事件的条件：他还会说话，并且没发的不到 1 MiB。等写事件的条件：有没发的。两个都不成立，就注销并关闭。
# `recv` 和 `send` 各只调用一次，不要循环；`send` 返回多少，就从 `bytearray` 前面删去多少。`OSError` 只结束这一个客户。
# `select` 给一个 0.1 秒左右的超时，好去看 `stop`。
# %% [markdown] lang="en" q="q18" role="hint"
# Wait for reading while the client may say more and less than 1 MiB is unsent. Wait for writing while anything is unsent. If neither
# holds, unregister and close. Call `recv` and `send` once per event, no loops; cut from the front of the `bytearray` what `send`
# says it took. An `OSError` ends this one client only. Give `select` a timeout of about 0.1 seconds so that you see `stop`.
# %% [markdown] lang="zh" q="q18" role="hint"
# 主循环的骨架，`...` 由你补上：
#
# ```python
# while not stop.is_set():
#     for key, events in selector.select(0.1):
#         if key.fileobj is listener:
#             sock, _ = listener.accept()
#             sock.setblocking(False)
#             selector.register(sock, selectors.EVENT_READ, ...)
#             continue
#         client = key.data
#         try:
#             if events & selectors.EVENT_READ:
#                 ...
#             if events & selectors.EVENT_WRITE:
#                 ...
#         except OSError:
#             ...
#         selector.modify(key.fileobj, ..., client)
# ```
# %% [markdown] lang="en" q="q18" role="hint"
# The skeleton of the main loop, with the `...` left to you:
#
# ```python
# while not stop.is_set():
#     for key, events in selector.select(0.1):
#         if key.fileobj is listener:
#             sock, _ = listener.accept()
#             sock.setblocking(False)
#             selector.register(sock, selectors.EVENT_READ, ...)
#             continue
#         client = key.data
#         try:
#             if events & selectors.EVENT_READ:
#                 ...
#             if events & selectors.EVENT_WRITE:
#                 ...
#         except OSError:
#             ...
#         selector.modify(key.fileobj, ..., client)
# ```
# %% [markdown] lang="zh" q="q18"
# **书面题（1 分）** 用自己的话回答：`select`、`poll`、`epoll` 各有什么限制或长处，为什么写程序时用 `selectors`？
# 水平触发和边缘触发有什么不同，边缘触发要求程序多做什么？一个线程怎么能照顾许多客户？为什么只在有东西要发时才等写事件？
# %% [markdown] lang="en" q="q18"
# **Written part (1 point)** In your own words: what are the limits and strengths of `select`, `poll` and `epoll`, and why do programs use `selectors`?
# How do level- and edge-triggered readiness differ, and what more must a program do with the latter? How can one thread look after many clients?
# And why wait for writability only while there is something to send?
# %% [markdown] lang="zh" q="q18" role="words"
# ### BEGIN SOLUTION
# `select` 用固定大小的位图，在多数 Unix 上描述符到 1024 就不行了，每次都要把全部描述符交给内核并逐个检查。`poll` 没有 1024 的限制，但每次仍要检查全部，是 O(n)。
# `epoll` 让内核记住要看哪些，只交回就绪的，但只有 Linux 有。`selectors` 在每个系统上选最好的一种，用法相同。
# 水平触发：只要还有没读完的就一直通知；边缘触发：只在新来数据时通知一次，所以套接字必须不阻塞，每次要读（或接受）到 `BlockingIOError` 为止。
# 一个线程等的不是某个客户，而是“任何一个就绪”；只对就绪的做一次不会阻塞的读写，然后接着等，客户的状态存在数据结构里。
# 发送缓冲区通常总有空位，可写几乎总成立；一直等写事件，`select` 就总是立刻返回，空转烧 CPU。
#
# - [ ] `select` 受描述符 1024 的限制；`poll` 没有，但仍是 O(n)
# - [ ] `epoll` 只返回就绪的，仅 Linux 有；`selectors` 按系统挑选，接口一致
# - [ ] 水平触发：有剩余就继续通知；边缘触发：只在变化时通知，必须不阻塞并读到 `BlockingIOError`
# - [ ] 一个线程等待所有套接字，只处理就绪的，每次操作都不阻塞
# - [ ] 可写几乎总成立，没东西发还等写事件会空转
# ### END SOLUTION
# %% [markdown] lang="en" q="q18" role="words"
# ### BEGIN SOLUTION
# `select` uses bit maps of fixed size: on most Unixes it fails from descriptor 1024 on, and every call passes and checks all descriptors. `poll` knows no
# 1024 but still looks at all of them, O(n). With `epoll` the kernel remembers what to watch and hands back only what is ready; it exists on Linux alone.
# `selectors` takes the best that a system has, behind one interface.
# Level-triggered: you are told as long as something is left. Edge-triggered: you are told once, when something new has come; so sockets must be
# non-blocking, and you read, or accept, until `BlockingIOError`.
# The one thread waits for "any of them is ready", not for one client; it does one read or write that cannot block where something is ready, and waits again, with
# each client's state kept in a data structure. A send buffer has room nearly always, so a socket is writable nearly always:
# waiting for that without anything to send makes `select` return at once, over and over, and burns the CPU.
#
# - [ ] `select` fails at descriptor 1024; `poll` does not, but is O(n) as well
# - [ ] `epoll` returns only what is ready and is Linux only; `selectors` picks what the system has, with one interface
# - [ ] level-triggered: told as long as something is left; edge-triggered: told on a change only, so non-blocking and drained to `BlockingIOError`
# - [ ] one thread waits for all sockets and touches only those that are ready, never blocking
# - [ ] sockets are writable nearly always: waiting for it with nothing to send spins
# ### END SOLUTION
# %% [markdown] lang="zh" q="q18" role="solution"
# 参考答案把一个客户的全部状态收进 `EchoClient`，`wanted()` 由状态算出该等什么事件：读、写、都等，或者已经结束。
# 停读、续读、半关闭、发完再关，都不需要单独的分支，只是 `wanted()` 的四种结果。每个事件只读一次、发一次，忙的客户因此不会饿着别人。
#
# 最常见的错：用 `sendall`，一个不收的客户就让所有人停下；不看 `send` 的返回值，丢字节；`recv` 得到 b'' 立刻关闭，没发完的也丢了；
# 只在 `recv` 外面接 `OSError`，`send` 照样能让服务器崩溃；没有上限，一个客户就能吃光内存；`select` 不带超时，永远看不到 `stop`。
# `selector.modify` 每次都调用，略微浪费；事件没变就不必调用。
# %% [markdown] lang="en" q="q18" role="solution"
# The reference keeps all of a client's state in `EchoClient`, and `wanted()` derives from it what to wait for: reading, writing, both, or
# nothing because all is done. To pause, to go on, to half-close, to send the rest before closing: none needs a branch of its own, they are the four
# results of `wanted()`. One read and one send per event, so that a busy client starves nobody.
#
# The usual mistakes: `sendall`, with which one client that does not read stops everybody; bytes lost because nobody looks at what `send` returned;
# closing at b'' with something unsent; catching `OSError` around `recv` only, so that a `send` brings the server down; no bound, and
# one client eats the memory; `select` without a timeout, which never sees `stop`.
# Calling `selector.modify` every time is a little wasteful; it is needed only when the events change.
# %% [markdown] lang="zh"
# ## 四、读懂一个服务器框架
#
# 前面每个服务器都重写了接客、开线程、收尾。框架把不变的写好，把会变的留给你。
# 旁边的 `mini_socketserver.py` 是我们按标准库 `socketserver` 的结构写的，不到两百行，值得整个读一遍。
# 先看它有哪些类，谁继承谁：
# %% [markdown] lang="en"
# ## 4. Read a server framework
#
# Every server so far has written anew how to welcome, to start threads, to clean up. A framework writes what stays the same and leaves to you what changes.
# `mini_socketserver.py` beside this notebook is ours, in the architecture of the standard `socketserver`, less than 200 lines and worth
# reading as a whole. Begin with its classes and who inherits from whom:
# %%
import mini_socketserver as mini

for name, cls in vars(mini).items():
    if isinstance(cls, type):
        print(f"{name:20}", [base.__name__ for base in cls.__bases__], [method for method in vars(cls) if not method.startswith("_")])

# %% [markdown] lang="zh"
# 分工很清楚：`BaseServer` 知道一个请求要经过哪些步骤，`TCPServer` 知道请求从哪里来，`ThreadingMixIn` 知道由谁来干，处理器知道干什么。
# 现在读循环的这一段。`self.get_request()` 在 `BaseServer` 里找得到吗？它会运行谁的？
# %% [markdown] lang="en"
# Each has its part: `BaseServer` knows the steps that a request goes through, `TCPServer` where requests come from, `ThreadingMixIn` who does the work, and a
# handler what the work is. Now read this piece of the loop. Is there a `self.get_request()` in `BaseServer`? Whose will run?
# %%
print(inspect.getsource(mini.BaseServer.handle_request))
print(hasattr(mini.BaseServer, "get_request"), mini.TCPServer.get_request.__qualname__)

# %% [markdown] lang="zh"
# `BaseServer` 里没有，运行的是子类 `TCPServer` 的：骨架在基类，空缺由子类填，这叫模板方法。
# 反过来，子类也能换掉基类已有的步骤。下面这个混入类要在处理前后各打印一行。写在服务器类的前面还是后面才有用？先猜哪一个会打印。
# %% [markdown] lang="en"
# There is none in `BaseServer`; that of the subclass `TCPServer` runs. The base has the skeleton and subclasses fill the gaps: a template method.
# A subclass can also replace a step that the base does have. This mix-in wants to print a line before and after a request is processed.
# Must it stand before the server class or behind it? Predict which of the two prints.
# %%
class Announces:
    def process_request(self, request, client_address):
        print("begin")
        super().process_request(request, client_address)
        print("end")


class Before(Announces, mini.TCPServer):
    pass


class Behind(mini.TCPServer, Announces):
    pass


# %%
class Shout(mini.BaseRequestHandler):
    def handle(self):
        self.request.sendall(self.request.recv(100) + b"!")


def visit(server):
    """One client's conversation with a server that serves only one."""
    with server, socket.create_connection(server.server_address) as client:
        client.sendall(b"hello")
        server.handle_request()
        return client.recv(100)


# %%
for cls in (Before, Behind):
    print([base.__name__ for base in cls.__mro__])
    print(visit(cls(("127.0.0.1", 0), Shout)))

# %% [markdown] lang="zh"
# 只有写在前面的打印了。MRO 从左到右，`TCPServer` 这一支先找到 `BaseServer.process_request`，而它不调用 `super()`，后面的混入类永远轮不到。
# 所以 `ThreadingTCPServer` 的两个基类是那样的次序。
#
# 光读容易看漏，用跟踪器核对。`sys.setprofile` 让解释器在每次调用函数时告诉我们；`call_trace.py` 用它记下框架里谁先被调用：
# %% [markdown] lang="en"
# Only the one in front. The MRO goes from left to right: on the side of `TCPServer` it finds `BaseServer.process_request` first, and as that calls no `super()`, a mix-in
# behind it never gets its turn. Hence the order of the two bases of `ThreadingTCPServer`.
#
# Reading alone misses things, so check with a tracer. `sys.setprofile` has the interpreter tell us of every call, and `call_trace.py` uses it
# to note whose methods are called first:
# %%
import call_trace

print(inspect.getsource(call_trace.Recorder.__call__))

# %% [markdown] lang="zh"
# 跟踪不带线程的 `TCPServer`，从构造到一个请求关闭。先在纸上写下你的预测：最先被调用的三个方法？`Shout.handle` 由谁调用？最后一个是谁？
# %% [markdown] lang="en"
# Trace a `TCPServer` without threads, from its construction until one request is closed. Write down first: the first three methods, who calls
# `Shout.handle`, and which method comes last.
# %%
for number, name in enumerate(call_trace.calls_of_one_request(mini.TCPServer, Shout), 1):
    print(f"{number:2} {name}")

# %% [markdown] lang="zh"
# 处理器的 `__init__` 依次调用 `setup`、`handle`、`finish`：构造一个处理器，就是处理完一个请求。
# 下图由同一次跟踪画成，右边是类图：
#
# ![左边是调用链，17 个方法按第一次被调用的先后编号，颜色表示定义它的类；右边是类图，箭头从子类指向基类](../assets/07_sockets/chain.png)
# %% [markdown] lang="en"
# The handler's `__init__` calls `setup`, `handle` and `finish` in turn: to construct a handler is to process a request.
# The figure was drawn from the same trace, with the class graph on the right:
#
# ![On the left the call chain, 17 methods numbered in order of first call, coloured by the class that defines them;
# on the right the class graph, with arrows from subclass to base](../assets/07_sockets/chain.png)
# %% [markdown] lang="zh"
# 标准库里真是这样吗？数一数两边同名的类各有哪些同名的方法，再看标准库里那一行最关键的代码在哪里：
# %% [markdown] lang="en"
# Is the standard library really like that? See which methods the classes of the same name have in common, and look up its most
# important line:
# %%
import socketserver

for name in ("BaseServer", "TCPServer", "ThreadingMixIn", "BaseRequestHandler"):
    ours, theirs = vars(getattr(mini, name)), vars(getattr(socketserver, name))
    print(f"{name:19}", sorted(method for method in ours.keys() & theirs.keys() if callable(ours[method])))
print(inspect.getsource(socketserver.BaseServer.finish_request))

# %% [markdown] lang="zh"
# 几乎一样。标准库把 `handle_request` 里的事放在 `_handle_request_noblock` 中，`serve_forever` 用 `selectors` 等监听套接字，
# 每圈还调用一次 `service_actions`；`ThreadingMixIn` 也是八行左右。读懂了这一个，`http.server` 就是再加一个处理器。
# %% [markdown] lang="en"
# Nearly the same. There, the content of `handle_request` stands in `_handle_request_noblock`, `serve_forever` waits for the listening socket with `selectors`
# and calls `service_actions` on each round, and `ThreadingMixIn` is about as short. When you have understood this one, `http.server` is
# one more handler.
# %% [markdown] lang="zh" q="q24"
# ## Q24 · 读源码：一个多线程服务器框架（4 分）
#
# 读旁边的 `mini_socketserver.py`（也可以用上一节的办法跟踪它），然后写四样东西。
#
# - `SERVER_MRO`：`ThreadingTCPServer` 的方法解析顺序，从它自己到 `object`，一个列表，装类名。
# - `CALL_CHAIN`：一个列表，装 `"Class.method"`（类名.方法名），类名是**定义**这个方法的类；按第一次被调用的先后，每个方法只写一次。情景：
#   `server = ThreadingTCPServer(("127.0.0.1", 0), Greeter)`，另一个线程运行 `server.serve_forever()`，一个客户连上，发一行，收到结束；
#   从构造服务器写到这个请求的连接被关闭为止（含 `close_request`）。只写框架的方法和 `Greeter` 的方法，可选的名字都在 `METHODS` 里。
# - `class UpperHandler(BaseRequestHandler)`：把客户发来的每一行（UTF-8，行尾是 `\n`）变成大写（`str.upper`）连同行尾发回，收到一行就答一行；
#   最后一行没有行尾也照答，不加行尾；一直答到客户不再发。其余字符，包括 `\r`，原样保留。文字都是正确的 UTF-8。
# - `class LogMixIn`：写在服务器类前面，如 `class Logged(LogMixIn, TCPServer)`。每来一个请求，先把客户地址（`client_address`）
#   加到列表 `self.log` 的末尾，再让 MRO 里下一个类的 `process_request` 去处理，不管那是哪个类。
#   每个服务器有自己的 `log`，第一个请求之前就在，是空的。
# %% [markdown] lang="en" q="q24"
# ## Q24 · Read the source of a threaded server framework (4 points)
#
# Read `mini_socketserver.py` beside this notebook (trace it too, as in the section above, if you like), then write four things.
#
# - `SERVER_MRO`: the method resolution order of `ThreadingTCPServer`, from itself to `object`, as a list of class names.
# - `CALL_CHAIN`: a list of `"Class.method"`, the class being the one that **defines** the method; in order of first call, each method once. The scene:
#   `server = ThreadingTCPServer(("127.0.0.1", 0), Greeter)`, another thread runs `server.serve_forever()`, one client connects, sends a line and reads to the end;
#   from constructing the server until the connection of this request is closed, `close_request` included. Only methods of the
#   framework and of `Greeter`; all names to choose from are in `METHODS`.
# - `class UpperHandler(BaseRequestHandler)`: sends each line of the client (UTF-8, ending in `\n`) back in upper case (`str.upper`) with its line end, as
#   soon as the line is there; a last line without a line end is answered too, with none added; until the client says no more. All other
#   characters, `\r` among them, stay as they are. The text is valid UTF-8.
# - `class LogMixIn`: stands before a server class, as in `class Logged(LogMixIn, TCPServer)`. For each request it first appends the client's address
#   (`client_address`) to the list `self.log`, then lets the `process_request` of the next class in the MRO process it, whatever class that is.
#   Each server has a `log` of its own, which is there, empty, before the first request.
# %% q="q24" role="given"
from mini_socketserver import BaseRequestHandler, BaseServer, TCPServer, ThreadingMixIn, ThreadingTCPServer

# zh: 检查用的道具，在旁边的 scripted_peers.py 里：在线程里运行一个服务器，并扮演它的客户
# en: The props of the checks, in scripted_peers.py beside this notebook: run a server in a thread, and play its clients
from scripted_peers import Hosted


class Greeter(BaseRequestHandler):
    """Greets whoever sends a line."""

    def handle(self):
        line = self.request.recv(100)
        self.request.sendall(b"hello " + line)


FRAMEWORK = (BaseServer, TCPServer, ThreadingMixIn, ThreadingTCPServer, BaseRequestHandler, Greeter)
METHODS = sorted(f"{cls.__name__}.{name}" for cls in FRAMEWORK for name, method in vars(cls).items() if callable(method))
# %% q="q24" role="answer"
### BEGIN SOLUTION
SERVER_MRO = ["ThreadingTCPServer", "ThreadingMixIn", "TCPServer", "BaseServer", "object"]

CALL_CHAIN = [
    "TCPServer.__init__",
    "BaseServer.__init__",
    "TCPServer.server_bind",
    "TCPServer.server_activate",
    "BaseServer.serve_forever",
    "TCPServer.fileno",
    "BaseServer.handle_request",
    "TCPServer.get_request",
    "BaseServer.verify_request",
    "ThreadingMixIn.process_request",
    "ThreadingMixIn.process_request_thread",
    "BaseServer.finish_request",
    "BaseRequestHandler.__init__",
    "BaseRequestHandler.setup",
    "Greeter.handle",
    "BaseRequestHandler.finish",
    "TCPServer.shutdown_request",
    "TCPServer.close_request",
]
### END SOLUTION


# %% q="q24" role="answer"
class UpperHandler(BaseRequestHandler):
    """Answers each line in upper case."""

    ### BEGIN SOLUTION
    def handle(self):
        with self.request.makefile("rb") as lines:
            for line in lines:
                self.request.sendall(line.decode().upper().encode())

    ### END SOLUTION


# %% q="q24" role="answer"
class LogMixIn:
    """Keeps the address of every client in `log`."""

    ### BEGIN SOLUTION
    def __init__(self, *args, **kwargs):
        self.log = []
        super().__init__(*args, **kwargs)

    def process_request(self, request, client_address):
        self.log.append(client_address)
        super().process_request(request, client_address)

    ### END SOLUTION


# %% q="q24" role="check" points=1
# zh: MRO 正确；调用链由框架里确有的方法组成，从构造服务器开始
# en: The MRO is right, and the chain is made of methods that exist, beginning with the construction of the server
mro = [name if isinstance(name, str) else repr(name) for name in SERVER_MRO]
names, beginning = len(CALL_CHAIN), list(CALL_CHAIN[:1])
unknown = [name for name in CALL_CHAIN if name not in METHODS]
repeated = [name for place, name in enumerate(CALL_CHAIN) if name in CALL_CHAIN[:place]]

assert mro == [cls.__name__ for cls in ThreadingTCPServer.__mro__], T(
    f"SERVER_MRO 是 {mro}，与 `ThreadingTCPServer` 的 MRO 不符。要写类名（文本），按 `class ThreadingTCPServer(ThreadingMixIn, TCPServer)` 里基类的次序，别忘了最后的 object。",
    f"SERVER_MRO is {mro}, which is not the MRO of `ThreadingTCPServer`. Write names, not classes; mind the order of the bases in `class ThreadingTCPServer(ThreadingMixIn, TCPServer)`, "
    "and `object` at the end.",
)
assert unknown == [], T(
    f"CALL_CHAIN 里有框架没有定义的方法：{unknown}。类名要写定义这个方法的类，而不是对象的类；名字见 METHODS。",
    f"CALL_CHAIN has names that nothing defines: {unknown}. The class is the one that defines the method, not the class of the object; the names are in METHODS.",
)
assert names > 5 and beginning == ["TCPServer.__init__"] and repeated == [], T(
    f"CALL_CHAIN 应从 `ThreadingTCPServer(...)` 找到的那个 `__init__` 开始，每个方法只写一次；实际有 {names} 个，开头是 {beginning}，重复的有 {repeated}。",
    f"CALL_CHAIN should begin with the `__init__` that `ThreadingTCPServer(...)` finds and name each method once; it has {names} names, "
    f"begins with {beginning}, and repeats {repeated}.",
)

# %% q="q24" role="check" points=1 timeout=30
# zh: `UpperHandler` 一行一答，`LogMixIn` 记下客户地址
# en: `UpperHandler` answers line by line, `LogMixIn` notes the client's address
with Hosted(ThreadingTCPServer, UpperHandler) as host:
    ann = host.client()
    answers = [host.ask(ann, b"hello\n"), host.ask(ann, b"Python 3\n"), host.ask(ann, b"one\ntwo\n")]
    failures = list(host.failures)


class LoggedServer(LogMixIn, ThreadingTCPServer):
    pass


with Hosted(LoggedServer, Greeter) as host:
    log_before = list(getattr(host.server, "log", ["(no log yet)"]))
    visitors = [host.client(), host.client()]
    greetings = [host.ask_to_the_end(sock, text) for sock, text in zip(visitors, (b"ann", b"bo"), strict=True)]
    ports = [sock.getsockname()[1] for sock in visitors]
log = list(getattr(host.server, "log", []))
logged, entries = [address[1] if type(address) in (tuple, list) else "" for address in log], [f"{address!r:.60}" for address in log]
failures += host.failures

assert answers == [b"HELLO\n", b"PYTHON 3\n", b"ONE\nTWO\n"], T(
    f"客户先后发 b'hello\\n'、b'Python 3\\n'、b'one\\ntwo\\n'，每次等到回答再发下一次；得到 {answers}，应为大写的同样几行。"
    f"b'' 表示等不到：收到一行就要答，不能等客户说完。行尾 `\\n` 要连同这一行一起发回。处理中的异常：{failures}",
    f"A client sent b'hello\\n', b'Python 3\\n' and b'one\\ntwo\\n', waiting each time for the answer; it got {answers}, expected the same lines in upper case. "
    f"b'' means that none came: answer as soon as a line is there, do not wait for the end. The line end `\\n` goes back with its line. Exceptions in the handler: {failures}",
)
assert greetings == [b"hello ann", b"hello bo"], T(
    f"`class LoggedServer(LogMixIn, ThreadingTCPServer)` 配 Greeter，两个客户得到 {greetings}，应为 [b'hello ann', b'hello bo']。记完以后要交给下一个类：`super().process_request(...)`。异常：{failures}",
    f"With `class LoggedServer(LogMixIn, ThreadingTCPServer)` and Greeter two clients got {greetings}, expected [b'hello ann', b'hello bo']. "
    f"When the address is noted, hand on to the next class: `super().process_request(...)`. Exceptions: {failures}",
)
assert log_before == [] and [port for port in logged if port in ports] == ports and len(logged) == 2, T(
    f"第一个请求之前 log 应是 []，实际是 {log_before}；两个客户的端口是 {ports}，log 里记下的是 {entries}，应为两个客户的 (地址, 端口)。",
    f"Before the first request the log should be [], it was {log_before}; the clients' ports are {ports}, and the log holds {entries}, expected the (host, port) of both.",
)

# %% q="q24" role="hidden" points=1
# zh: 调用链与真实的跟踪一致
# en: The call chain is that of a real trace
chain = list(CALL_CHAIN)

assert chain == [
    *["TCPServer.__init__", "BaseServer.__init__", "TCPServer.server_bind", "TCPServer.server_activate", "BaseServer.serve_forever"],
    *["TCPServer.fileno", "BaseServer.handle_request", "TCPServer.get_request", "BaseServer.verify_request"],
    *["ThreadingMixIn.process_request", "ThreadingMixIn.process_request_thread", "BaseServer.finish_request"],
    *["BaseRequestHandler.__init__", "BaseRequestHandler.setup", "Greeter.handle", "BaseRequestHandler.finish"],
    *["TCPServer.shutdown_request", "TCPServer.close_request"],
], T(
    f"CALL_CHAIN 与真实的跟踪不同。你的链有 {len(chain)} 个方法：{chain}。常见的错：`process_request` 属于 MRO 里更靠前的 ThreadingMixIn；"
    "BaseServer 的 `shutdown_request` 被 TCPServer 的取代；`serve_forever` 登记时要问 `fileno`；处理器在构造时就做完了全部工作。",
    f"CALL_CHAIN is not what a real trace shows. Yours has {len(chain)} methods: {chain}. Often missed: `process_request` is that of ThreadingMixIn, which comes "
    "earlier in the MRO; TCPServer's `shutdown_request` replaces BaseServer's; `serve_forever` asks for `fileno` when it registers; a handler does all its work while it is constructed.",
)

# %% q="q24" role="hidden" points=1 timeout=60
# zh: 各种切法的文字都答得对；`log` 各归各的，请求交给真正的下一个类
# en: Text is answered right however it is cut; each log is its own, and requests go to whatever class is next
import threading

text = "Straße, café\r\n\n  two  words\nЖук\u2028и\x0bкот\r粘包 ǆ\nno line end: é"
spoken = text.encode()
with Hosted(ThreadingTCPServer, UpperHandler) as host:
    whole = host.ask_to_the_end(host.client(), spoken)
    slow, other = host.client(), host.client()
    first_bytes = b"\xc3"
    host.say(slow, first_bytes)
    between = [host.ask(other, "\u00e9\n".encode()) for _ in range(6)]
    answered = host.ask(slow, b"\xa9\n", 3)
    bytewise = host.client()
    for place in range(len(spoken)):
        host.say(bytewise, spoken[place : place + 1])
    in_pieces = host.ask_to_the_end(bytewise, b"")
    talking = host.client()
    at_once = [host.ask(talking, b"whole\nhal", 6), host.ask(talking, b"f\n", 5)]
    nothing = host.ask_to_the_end(host.client(), b"")
    failures = list(host.failures)
with Hosted(ThreadingTCPServer, UpperHandler, small_bites=True) as host:
    long_line = host.ask_to_the_end(host.client(), b"x" + "é".encode() * 60_001 + b"\nz")
    many_lines = host.ask_to_the_end(host.client(), b"a\n" * 500)
    failures += host.failures
long_right = [len(long_line), long_line[:4], long_line[-6:]]


class Keeper(TCPServer):
    """Does not process requests as the others do."""

    def verify_request(self, request, client_address):
        return client_address[0] == "127.0.0.1"

    def process_request(self, request, client_address):
        vars(self).setdefault("seen", []).append([client_address[1], [address[1] for address in self.log]])
        request.sendall(b"kept")
        self.shutdown_request(request)


class LoggedKeeper(LogMixIn, Keeper):
    pass


class LoggedPlain(LogMixIn, TCPServer):
    pass


class LoggedThreads(LogMixIn, ThreadingTCPServer):
    pass


class OneAddress(TCPServer):
    """Names all its clients alike."""

    def get_request(self):
        return super().get_request()[0], ("visitor", 7)


class LoggedOne(LogMixIn, OneAddress):
    pass


class Full(TCPServer):
    """Cannot process anything."""

    def process_request(self, request, client_address):
        raise RuntimeError("no room")


class LoggedFull(LogMixIn, Full):
    pass


class WhichThread(BaseRequestHandler):
    def handle(self):
        idents.append(threading.get_ident())
        self.request.sendall(b"done")


idents, in_serving_thread = [], []
with Hosted(LoggedKeeper, WhichThread) as one, Hosted(LoggedKeeper, WhichThread) as two:
    before = [list(one.server.log), list(two.server.log)]
    sockets = [one.client(), two.client(), one.client()]
    wanted = [sock.getsockname()[1] for sock in sockets]
    kept = [host.ask_to_the_end(sock, b"") for host, sock in zip((one, two, one), sockets, strict=True)]
    logs = [[address[1] for address in host.server.log] for host in (one, two)]
    seen = [vars(host.server).get("seen", []) for host in (one, two)]
for cls in (LoggedPlain, LoggedThreads):
    with Hosted(cls, WhichThread) as host:
        done = host.ask_to_the_end(host.client(), b"")
        in_serving_thread.append([done, len(host.server.log), [ident == host.serving_thread for ident in idents]])
        idents.clear()
with Hosted(LoggedOne, WhichThread) as host:
    for _ in range(6):
        host.ask_to_the_end(host.client(), b"")
    same_address = list(host.server.log)
with Hosted(LoggedFull, WhichThread) as host:
    turned_away = host.ask_to_the_end(host.client(), b"")
    reasons = [*host.failures, len(host.server.log)]

assert whole == "STRASSE, CAFÉ\r\n\n  TWO  WORDS\nЖУК\u2028И\x0bКОТ\r粘包 Ǆ\nNO LINE END: É".encode(), T(
    f"客户一次发完 {text!r} 然后半关闭，应收到整段大写，实际收到 {whole.decode('utf-8', 'replace')!r}。空行、空格、`\\r` 和没有行尾的最后一行都要原样保留；"
    f"`bytes.upper` 只懂 ASCII。处理中的异常：{failures}",
    f"A client sent {text!r} at once and half-closed; it should get all of it in upper case, it got {whole.decode('utf-8', 'replace')!r}. "
    f"Empty lines, blanks, `\\r` and a last line without line end stay; `bytes.upper` knows ASCII only. Exceptions in the handler: {failures}",
)
assert (between, answered) == (["\u00c9\n".encode()] * 6, "\u00c9\n".encode()), T(
    f"一个客户只发了 é 的第一个字节，另一个客户六次问 'é\\n' 得到 {between}；前一个发完其余，得到 {answered!r}。每次都应是 'É\\n' 的字节 b'\\xc3\\x89\\n'。"
    f"一个字符可能分两次到达；每个客户的缓冲区要各归各的。处理中的异常：{failures}",
    f"One client sent only the first byte of é; another asked 'é\\n' six times and got {between}; then the first sent the rest and got {answered!r}. Each should be b'\\xc3\\x89\\n', which is 'É\\n'. "
    f"A character may come in two pieces, and each client needs a buffer of its own. Exceptions in the handler: {failures}",
)
assert at_once == [b"WHOLE\n", b"HALF\n"], T(
    f"客户先发 b'whole\\nhal'，等到第一行的回答，再发 b'f\\n'；两次得到 {at_once}，应为 [b'WHOLE\\n', b'HALF\\n']。一行到齐就答，不管后面还有没有半行。处理中的异常：{failures}",
    f"A client sent b'whole\\nhal', waited for the answer to the first line, then sent b'f\\n'; it got {at_once}, expected [b'WHOLE\\n', b'HALF\\n']. "
    f"Answer a line as soon as it is complete, whatever follows it. Exceptions in the handler: {failures}",
)
assert in_pieces == "STRASSE, CAFÉ\r\n\n  TWO  WORDS\nЖУК\u2028И\x0bКОТ\r粘包 Ǆ\nNO LINE END: É".encode() and long_right == [120005, b"X\xc3\x89\xc3", b"\xc3\x89\xc3\x89\nZ"] and (nothing, len(many_lines)) == (b"", 1000), T(
    f"同样的文字一个字节一个字节地发，收到 {in_pieces.decode('utf-8', 'replace')!r}；x 和 60,001 个 é 的一行加上 'z'，收到 [长度, 开头, 结尾] {long_right}（应有 120,005 字节；这里 `send` 每次收下 1 到 1,000 字节不等，要用 `sendall`）；什么也不发，收到 {nothing!r}；500 行 'a' 收到 {len(many_lines)} 字节（应为 1,000）。处理中的异常：{failures}",
    f"The same text byte by byte gave {in_pieces.decode('utf-8', 'replace')!r}; a line of x and 60,001 é, and a 'z', gave [length, beginning, end] {long_right} (120,005 bytes were expected; `send` took 1 to 1,000 bytes at a time here, so use `sendall`); "
    f"saying nothing gave {nothing!r}; 500 lines of 'a' gave {len(many_lines)} bytes (1,000 were expected). Exceptions in the handler: {failures}",
)
assert before == [[], []] and logs == [[wanted[0], wanted[2]], [wanted[1]]], T(
    f"两个服务器各有自己的 log：第一个请求之前是 {before}（应为两个 []）；三个客户 {wanted} 中，第一、第三个连第一个服务器，log 里的端口是 {logs}。",
    f"Two servers each have a log of their own. Before the first request they were {before}, expected two []; of the clients {wanted} the first and third "
    f"went to the first server, and the ports in the logs are {logs}.",
)
assert kept == [b"kept"] * 3 and seen == [[[wanted[0], [wanted[0]]], [wanted[2], [wanted[0], wanted[2]]]], [[wanted[1], [wanted[1]]]]], T(
    f"`class LoggedKeeper(LogMixIn, Keeper)`，Keeper 有自己的 process_request；客户得到 {kept}（应为三个 b'kept'），两个服务器处理时看到的 [端口, log] 是 {seen}（客户端口 {wanted}）。"
    "先记，再用 `super()` 交给下一个类，不要指名某个类。",
    f"In `class LoggedKeeper(LogMixIn, Keeper)` Keeper has its own process_request; the clients got {kept}, expected three times b'kept', and what the two servers saw as [port, log] is {seen} "
    f"(the ports are {wanted}). Note the address first, then hand on with `super()`, which names no class.",
)
assert same_address == [("visitor", 7)] * 6, T(
    f"一个服务器把所有客户的地址都叫作 ('visitor', 7)；六个请求之后 log 应为六个这样的地址，实际是 {same_address}。每个请求记一次，记的就是 `client_address` 本身。",
    f"A server gives all its clients the address ('visitor', 7); after six requests the log should hold it six times, it was {same_address}. "
    "Note each request, and note `client_address` itself.",
)
assert (turned_away, reasons) == (b"", ["RuntimeError: no room", 1]), T(
    f"`class LoggedFull(LogMixIn, Full)`，Full 的 process_request 抛出 RuntimeError('no room')；服务器的 handle_error 应得到这个异常，log 里应有 1 个地址，实际是 {reasons}。不要拦下一个类的异常。",
    f"In `class LoggedFull(LogMixIn, Full)` the process_request of Full raises RuntimeError('no room'); the server's handle_error should get it, and the log hold 1 address; this came: {reasons}. "
    "Do not catch what the next class raises.",
)
assert in_serving_thread == [[b"done", 1, [True]], [b"done", 1, [False]]], T(
    f"LoggedPlain(LogMixIn, TCPServer) 应在 serve_forever 的线程里处理请求，LoggedThreads(LogMixIn, ThreadingTCPServer) 应在另一个线程里；"
    f"[客户得到的, log 的长度, 是不是同一个线程] 是 {in_serving_thread}。",
    f"LoggedPlain(LogMixIn, TCPServer) should process a request in the thread of serve_forever, LoggedThreads(LogMixIn, ThreadingTCPServer) in another; "
    f"[what the client got, length of the log, same thread] were {in_serving_thread}.",
)
# %% [markdown] lang="zh" q="q24" role="hint"
# 先画类图：谁继承谁，哪个方法在哪个类里定义。`self.process_request(...)` 写在 BaseServer 里，运行的却是 MRO 里第一个有它的类的。
# %% [markdown] lang="en" q="q24" role="hint"
# Draw the class graph first: who inherits from whom, and which class defines which method. `self.process_request(...)` stands in BaseServer, but
# what runs is that of the first class in the MRO that has one.
# %% [markdown] lang="zh" q="q24" role="hint"
# 从 `TCPServer.__init__` 逐行往下读，遇到 `self.` 或 `super().` 就到 MRO 里找，找到就进去读，把名字记下来。
# 读到 `thread.start()` 时，另一个线程从 `process_request_thread` 接着往下走。处理器构造完，请求也就处理完了，然后是谁来关？
# 想核对，就用上一节的 `calls_of_one_request`。
# %% [markdown] lang="en" q="q24" role="hint"
# Read on from `TCPServer.__init__`, line by line. At each `self.` or `super().` look along the MRO, go into what you find, and note its name. At
# `thread.start()` another thread takes over, at `process_request_thread`. When the handler is constructed the request is done; who closes it then?
# To make sure, use `calls_of_one_request` from the section above.
# %% [markdown] lang="zh" q="q24" role="hint"
# 行的边界最好让文件对象去找：`self.request.makefile("rb")` 可以逐行遍历，按字节读，整行到齐才解码。
# `LogMixIn` 要写两个方法：`__init__(self, *args, **kwargs)` 先建空列表再 `super().__init__(*args, **kwargs)`；
# `process_request(self, request, client_address)` 先记再交给 `super()`。
# %% [markdown] lang="en" q="q24" role="hint"
# Let a file object find the lines: `self.request.makefile("rb")` can be looped over, reads bytes, and you decode a line when it is complete.
# `LogMixIn` needs two methods: `__init__(self, *args, **kwargs)` makes the empty list and calls `super().__init__(*args, **kwargs)`;
# `process_request(self, request, client_address)` notes the address and hands on to `super()`.
# %% [markdown] lang="zh" q="q24" role="solution"
# 调用链里有三处容易看走眼。构造时 `ThreadingTCPServer` 和 `ThreadingMixIn` 都没有 `__init__`，所以第一个是 `TCPServer.__init__`；
# `process_request` 有两处定义，MRO 让 `ThreadingMixIn` 的先到，`BaseServer.process_request` 根本没有运行；
# `shutdown_request`、`close_request` 是 `TCPServer` 的。标准库的 `socketserver` 在这三处完全一样。
#
# `UpperHandler` 最省事的写法是让 `makefile` 找行：它在字节里找 `\n`，一行到齐才解码，所以切在字符中间也没关系。用文字模式要写 `newline="\n"`，否则 `\r\n` 会变成 `\n`。
# `LogMixIn` 的关键是 `super()`：它不知道、也不必知道下一个是谁。`log` 在 `__init__` 里建；写成类属性 `log = []`，所有服务器就共用一个。
# %% [markdown] lang="en" q="q24" role="solution"
# Three places in the chain are easily misread. Neither `ThreadingTCPServer` nor `ThreadingMixIn` has an `__init__`, so `TCPServer.__init__` comes first;
# `process_request` is defined in two places, and the MRO lets that of `ThreadingMixIn` win, so that `BaseServer.process_request` never runs;
# `shutdown_request` and `close_request` are those of `TCPServer`. The standard `socketserver` is the same in all three.
#
# The easiest `UpperHandler` lets `makefile` find the lines: it looks for `\n` in bytes, and a line is decoded when it is complete, so a cut inside a character does no
# harm. In text mode it takes `newline="\n"`, or `\r\n` becomes `\n`. The point of `LogMixIn` is `super()`: it does not know who is next and need not.
# `log` is made in `__init__`; as a class attribute, `log = []`, all servers would share one.
# %% [markdown] lang="zh"
# ## 五、最常见的错误，和你会看到的那句话
#
# 先对照每一行代码猜一猜错误信息，再运行，再看表。
# %% [markdown] lang="en"
# ## 5. The usual mistakes, and the sentence you will see
#
# Read each attempt, guess what it will complain about, run the cells, then compare with the table.
# %%
def taken_address():
    with socket.create_server(("127.0.0.1", 0)) as first, socket.socket() as second:
        second.bind(first.getsockname())


def nobody_listens():
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        socket.create_connection(sock.getsockname(), 5)


def nothing_yet():
    left, right = pair()
    with left, right:
        right.setblocking(False)
        right.recv(100)


def talk_to_the_listener():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.recv(100)


def send_text():
    with socket.socket() as sock:
        sock.send("hi")


def wait_for_a_closed_one():
    sock = socket.socket()
    sock.close()
    select.select([sock], [], [], 0)


# %%
attempts = (taken_address, nobody_listens, nothing_yet, talk_to_the_listener, send_text, wait_for_a_closed_one)
for attempt in attempts:
    try:
        attempt()
    except (OSError, TypeError, ValueError) as error:
        print(f"{attempt.__name__}: {type(error).__name__}: {error}")

# %% [markdown] lang="zh"
# | 你看到的（Linux 上的文字） | 原因 | 改法 |
# |---|---|---|
# | `OSError: [Errno 98] Address already in use` | 端口还被占着，或旧连接停在 TIME-WAIT | 用端口 0；服务器在 `bind` 前设 `SO_REUSEADDR` |
# | `ConnectionRefusedError: [Errno 111] Connection refused` | 那个端口没人监听 | 先启动服务器，核对地址 |
# | `BlockingIOError: [Errno 11] Resource temporarily unavailable` | 不阻塞的套接字现在没有数据 | 等它可读再读 |
# | `OSError: [Errno 107] Transport endpoint is not connected` | 在监听套接字上收发 | 用 `accept` 给的那个 |
# | `TypeError: a bytes-like object is required, not 'str'` | 发的是文字 | 先 `encode()` |
# | `ValueError: file descriptor cannot be a negative integer (-1)` | 套接字已经关了，还在等它 | 关闭之前先注销 |
# | `BrokenPipeError` 或 `ConnectionResetError` | 对方已经走了 | 只结束这个客户 |
# | 没有任何输出，程序停住不动 | 一边等 `recv`，另一边也在等 `recv` | 约定好谁先说、说到哪里为止 |
# %% [markdown] lang="en"
# | What you see (its wording on Linux) | Why | What to do |
# |---|---|---|
# | `OSError: [Errno 98] Address already in use` | the port is still taken, or old connections are in TIME-WAIT | use port 0; a server sets `SO_REUSEADDR` before `bind` |
# | `ConnectionRefusedError: [Errno 111] Connection refused` | nobody listens on that port | start the server first, look at the address |
# | `BlockingIOError: [Errno 11] Resource temporarily unavailable` | a non-blocking socket has nothing now | read when it is readable |
# | `OSError: [Errno 107] Transport endpoint is not connected` | talking on the listening socket | use the one that `accept` gave |
# | `TypeError: a bytes-like object is required, not 'str'` | text was sent | `encode()` it first |
# | `ValueError: file descriptor cannot be a negative integer (-1)` | waiting for a socket that is closed | unregister before you close |
# | `BrokenPipeError` or `ConnectionResetError` | the peer has left | end this one client only |
# | nothing; the program stands still | one side waits in `recv`, and so does the other | agree who speaks first, and where a message ends |
# %% [markdown] lang="zh"
# ## 六、接着读
#
# 标准库 [socketserver.py](https://github.com/python/cpython/blob/main/Lib/socketserver.py) 的源码和开头的长注释。
# 官方的 [Socket Programming HOWTO](https://docs.python.org/3/howto/sockets.html)：写得亲切，读的时候找找第一节说的那个错。
# [Beej 的网络编程指南](https://beej.us/guide/bgnet/)讲 C，道理相同。Linux 手册 [epoll(7)](https://man7.org/linux/man-pages/man7/epoll.7.html) 里关于边缘触发的问答，
# 以及 [The C10K problem](http://www.kegel.com/c10k.html)，那是“一万个客户”这个问题的出处。
# %% [markdown] lang="en"
# ## 6. Where to read more
#
# The source of the standard [socketserver.py](https://github.com/python/cpython/blob/main/Lib/socketserver.py), with the long comment at its beginning. The official
# [Socket Programming HOWTO](https://docs.python.org/3/howto/sockets.html) is friendly; look out for the mistake of section 1. [Beej's Guide to Network Programming](https://beej.us/guide/bgnet/)
# is about C, with the same ideas. The questions and answers on edge-triggered mode in Linux's [epoll(7)](https://man7.org/linux/man-pages/man7/epoll.7.html),
# and [The C10K problem](http://www.kegel.com/c10k.html), where the ten thousand clients come from.
