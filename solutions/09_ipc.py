# %% role="author"
import sys
import tempfile
from pathlib import Path

from grader.language import T

workers_folder = tempfile.TemporaryDirectory()  # ipc_workers.py, which in a notebook the answer cell writes
workers_text = Path(__file__).read_text(encoding="utf-8").split("\n# %%writefile ipc_workers.py\n")[1].split("\n# %%")[0]
Path(workers_folder.name, "ipc_workers.py").write_text(workers_text, encoding="utf-8")
sys.path[:0] = [str(Path(__file__).parent / "files" / "09_ipc"), workers_folder.name]
del __file__  # as in a notebook: a child that is spawned does not run this program again

# %% [markdown] lang="zh"
# # 进程之间怎样共享数据
#
# 学完这一课，你能让几个进程共用一个数、一个数组、一个字典，用队列和管道传送消息，并且知道每种办法一条消息要多少钱；
# 能认出四个经典的陷阱：不是原子的 `+=`、取数据之前就 `join`、管道两头都在写、嵌套列表的改动不见了；
# 还能写出在 fork、forkserver、spawn 三种启动方式下都对的代码，不留下一个进程。
#
# 需要的基础：上一课的进程、线程和锁。
# 大约 110 分钟：课文 60 分钟，一道题 50 分钟。
# 每读到一个问题，先写下预测，再运行下面的单元格。
# %% [markdown] lang="en"
# # How processes share data
#
# After this topic you can let several processes share a number, an array or a dict, send messages through queues and pipes, and
# say what one message costs in each way; recognise four classic traps, a `+=` that is not atomic, a `join` before the data are fetched, a pipe
# written to from both ends, a change to a nested list that vanishes; and write code that is right under fork, forkserver and spawn and
# leaves no process behind.
#
# You need: processes, threads and locks from the last topic.
# Allow about 110 minutes, 60 for the lesson and 50 for the question.
# Wherever a question is put to you, write your prediction down before you run the next cell.
# %% [markdown] lang="zh"
# ## 一、让子进程找到你的函数
#
# 最常见的第一步是在单元格里写个函数，交给一个进程。启动方式用 `spawn`：新开一个 Python。先猜：会打印 `hello` 吗？退出码是几？
# %% [markdown] lang="en"
# ## 1. Let the child find your function
#
# The usual first attempt: write a function in a cell and hand it to a process. The start method is `spawn`, which starts a
# new Python. Predict: will it print `hello`? What will the exit code be?
# %%
import multiprocessing

import ipc_jobs

ctx = multiprocessing.get_context("spawn")


def greet(_=None):
    print("hello")


with ipc_jobs.kept_stderr() as said:
    child = ctx.Process(target=greet)
    child.start()
    child.join()
print(child.exitcode, said[-1:])

# %% [markdown] lang="zh"
# 没有 `hello`，退出码是 1。父进程没有收到异常，原因只写在子进程的标准错误里：它按“模块名 + 函数名”去找 `greet`，
# 而它的 `__main__` 里没有你的单元格。换成 `Pool` 更糟：工作进程死了，进程池再造一个，又死。先猜：下面会得到什么？
# %% [markdown] lang="en"
# No `hello`, and exit code 1. The parent got no exception; the reason stands only on the child's standard error. It looks for `greet` by
# the names of module and function, and its `__main__` does not hold your cells. A `Pool` is worse: the worker dies, the pool makes another, which
# dies too. Predict what comes of this:
# %%
with ipc_jobs.kept_stderr() as said, ctx.Pool(1) as pool:
    try:
        pool.map_async(greet, [1]).get(timeout=1.5)
    except multiprocessing.TimeoutError:
        print("TimeoutError")
print(sum("AttributeError" in line for line in said) > 0)

# %% [markdown] lang="zh"
# 没有 `timeout` 的话，`map` 会永远等下去。所以：**给别的进程用的函数放在模块里**。这个笔记本旁边有 `ipc_jobs.py`；
# 也可以在单元格第一行写 `%%writefile name.py`，运行这个单元格就会写出一个文件。Q21 就这样做。
# %% [markdown] lang="en"
# Without a `timeout`, `map` would wait for ever. So: **functions for other processes live in a module**. Beside this notebook stands
# `ipc_jobs.py`; or begin a cell with `%%writefile name.py`, and running it writes that file. Q21 does so.
# %% [markdown] lang="zh"
# ## 二、三种启动方式
#
# `fork` 复制当前进程，`spawn` 新开一个 Python，`forkserver` 先开一个干净的服务进程，以后都从它复制。
# 我们先改掉 `ipc_jobs.setting`，再看子进程看到什么。先猜：哪几种会看到 `changed`？哪种最快？
# %% [markdown] lang="en"
# ## 2. Three ways to start
#
# `fork` copies this process, `spawn` starts a new Python, `forkserver` starts one clean server and copies that from then on. We change
# `ipc_jobs.setting` first and look at what a child sees. Predict: which of them see `changed`? Which is the fastest?
# %%
import time

ipc_jobs.setting = "changed"


def start_and_ask(method):
    ctx = multiprocessing.get_context(method)
    queue = ctx.SimpleQueue()
    began = time.perf_counter()
    child = ctx.Process(target=ipc_jobs.report, args=(queue,))
    child.start()
    _, setting = queue.get()
    child.join()
    return f"{setting:9} {(time.perf_counter() - began) * 1000:6.1f} ms"


for method in multiprocessing.get_all_start_methods():
    start_and_ask(method)
    print(f"{method:11}", start_and_ask(method))

# %% [markdown] lang="zh"
# `fork` 的子进程是一份副本，所以看到 `changed`；另外两种重新导入模块，看到的是文件里写的 `original`。
# `fork` 最快，可是它连锁和线程的状态一起复制：若别的线程正拿着锁，子进程里那把锁就永远没人放。
# 因此 Linux 上的默认方式到 3.13 是 `fork`，[从 3.14 起是 `forkserver`](https://docs.python.org/3/library/multiprocessing.html#contexts-and-start-methods)；macOS 和 Windows 是 `spawn`，Windows 没有 `fork`。
#
# 两条规矩就够了：函数放在模块里；子进程要用的东西都当参数传过去。守住它们，三种方式下都对。
#
# ![表格：三种启动方式实测的启动时间，以及子进程看到的是改过的还是原来的模块变量](../assets/09_ipc/methods.png)
# %% [markdown] lang="en"
# A child of `fork` is a copy, so it sees `changed`; the other two import the module anew and see `original`, as it stands in the file. `fork` is
# the fastest, but it copies the state of locks and threads as well: if another thread holds a lock at that moment, nobody in the child will ever release it. So
# the default on Linux is `fork` up to 3.13 and [`forkserver` from 3.14 on](https://docs.python.org/3/library/multiprocessing.html#contexts-and-start-methods); on macOS and Windows it is `spawn`, and Windows has no `fork`.
#
# Two rules will do: functions live in a module; whatever the child needs is passed as an argument. Keep them, and all three are fine.
#
# ![A table of the three start methods: measured time to start, and whether the child sees the changed or the original module variable](../assets/09_ipc/methods.png)
# %% [markdown] lang="zh"
# ## 三、Value 和 Array：同一块内存
#
# `ctx.Value("q", 0)` 在共享内存里放一个 64 位整数，还附带一把锁。两个进程各加 20000 次。先猜：结果是 40000 吗？
# %% [markdown] lang="en"
# ## 3. Value and Array: the same memory
#
# `ctx.Value("q", 0)` keeps a 64-bit integer in shared memory, with a lock to go with it. Two processes add 1 to it 20,000 times each.
# Predict: will it be 40,000?
# %%
def run_two(target, *args):
    children = [ctx.Process(target=target, args=args) for _ in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()


number = ctx.Value("q", 0)
run_two(ipc_jobs.add, number, 20_000)
print(number.value)

# %% [markdown] lang="zh"
# 多半差得远（要是两个进程碰巧没有重叠，也可能一次不丢）。锁明明有，为什么？读 `value` 时锁一下，写时再锁一下，**中间放开了**。
# 不靠运气：让每个进程读完先等另一个也读完。先猜结果。
# %% [markdown] lang="en"
# Most likely far from it (though nothing is lost if the two happen not to overlap). There is a lock, so why? Reading `value` takes it and gives it back, writing takes it
# again, **and in between it is free**. Without luck: let each process, once it has read, wait until the other has. Predict the result.
# %%
number = ctx.Value("q", 0)
run_two(ipc_jobs.add_when_both_have_read, number, ctx.Barrier(2))
print(number.value)

number = ctx.Value("q", 0)
run_two(ipc_jobs.add_locked, number, 20_000)
print(number.value)

# %% [markdown] lang="zh"
# 第一个是 1，次次如此：两个都读到 0。第二个是 40000：`with number.get_lock():` 把读和写放进同一次持锁里。
#
# `Array` 是一排同类型的数，类型要自己选。先猜：把 30 亿放进 `"i"`（32 位）会怎样？
# %% [markdown] lang="en"
# The first is 1, every time: both read 0. The second is 40,000: `with number.get_lock():` holds the lock from the read to the write.
#
# An `Array` is a row of numbers of one type, which you choose. Predict: what becomes of 3 billion in an `"i"`, of 32 bits?
# %%
small, large = ctx.Array("i", 2), ctx.Array("q", 2)
small[0] = large[0] = 3_000_000_000
large[1] = -7

children = [ctx.Process(target=ipc_jobs.double, args=(large, first, 2)) for first in range(2)]
for child in children:
    child.start()
for child in children:
    child.join()
print(small[0], list(large))

# %% [markdown] lang="zh"
# `"i"` 里变成了负数，一声不响；`"q"` 放得下。两个子进程各管一半的格子，把数翻了一倍，父进程直接看到结果，什么都没有传送。
# 各管各的格子，就用不着锁；若两个进程动同一格，又是读、改、写三步。
# %% [markdown] lang="en"
# In the `"i"` it turned negative, without a word; the `"q"` has room. Two children doubled the numbers, each in its own half of the places, and the parent
# sees the result at once: nothing was sent. With places of their own they need no lock; two processes at the same place would again be a read, a change and a write.
# %% [markdown] lang="zh"
# ## 四、Queue：先取，后等
#
# 队列最好用：一边 `put`，一边 `get`，什么都能放，只要能 `pickle`。子进程放一个 500 万字的字符串就结束。父进程先 `join` 两秒。
# 先猜：两秒后子进程结束了吗？
# %% [markdown] lang="en"
# ## 4. A queue: fetch first, then wait
#
# A queue is the handiest: `put` here, `get` there, anything that can be pickled with `pickle`. A child puts in a text of 5 million letters and is done.
# The parent does `join` for two seconds first. Predict: has the child ended by then?
# %%
queue = ctx.Queue()
child = ctx.Process(target=ipc_jobs.put_many, args=(queue, 5_000_000))
child.start()
child.join(timeout=2)
print(child.is_alive(), child.exitcode)

text = queue.get()
child.join()
print(len(text), child.exitcode)

# %% [markdown] lang="zh"
# 还活着。`put` 只是把东西交给子进程里的一个线程，由它写进一根管道；管道装不下 500 万字，要等有人读。进程结束前又要等这个线程写完。
# 于是父进程等子进程，子进程等父进程：没有 `timeout` 就是死锁。先 `get` 再 `join`，立刻就好。数据小的时候看不出来，所以这个错误常常要到正式上线才发作。
#
# ![父进程停在 join，等子进程结束；子进程的写线程停在管道前，等父进程读。管道装满了，两边互相等待](../assets/09_ipc/deadlock.png)
# %% [markdown] lang="en"
# Still alive. `put` only hands the text to a thread in the child, which writes it into a pipe; the pipe does not hold 5 million letters and waits for a reader, and
# the process does not end before that thread is done. The parent waits for the child and the child for the parent: without the `timeout`, a deadlock. First `get`, then `join`, and all
# is well. With little data nothing shows, so this mistake likes to wait until the program is in earnest use.
#
# ![The parent stands in join and waits for the child to end; the child's writing thread stands before a full pipe and waits for the parent
# to read](../assets/09_ipc/deadlock.png)
# %% [markdown] lang="zh"
# 管道到底能装多少？让一个线程不停地往里写，没有人读。先猜一个数：
# %% [markdown] lang="en"
# How much does a pipe hold? Let a thread pour into one that nobody reads. Predict a number first:
# %%
import threading

reader, writer = ctx.Pipe(duplex=False)
poured = 0


def pour():
    global poured
    try:
        while True:
            writer.send_bytes(bytes(1020))
            poured += 1024
    except OSError:
        print(T("读的一端关了", "the reading end was closed"))


pourer = threading.Thread(target=pour)
pourer.start()
before = -1
while before != poured:  # until nothing more goes in
    before = poured
    time.sleep(0.2)
print(poured)
reader.close()
pourer.join()

# %% [markdown] lang="zh"
# Linux 上是 64 KiB（每条 1020 字节，加 4 字节的长度）；别的系统不同。再多一个字节，写的人就要等。
# %% [markdown] lang="en"
# On Linux 64 KiB (1,020 bytes a message and 4 for its length), elsewhere something else. One byte more, and the writer has to wait.
# %% [markdown] lang="zh"
# ## 五、Pipe：两个人，一问一答
#
# `ctx.Pipe()` 是一对连接，两头都能收发。子进程 `ipc_jobs.answer` 把收到的数翻倍送回，直到读到结尾。
# 先猜：关掉我们这一头以后，子进程会结束吗？
# %% [markdown] lang="en"
# ## 5. A pipe: two people, question and answer
#
# `ctx.Pipe()` is a pair of connections; both send and receive. The child, `ipc_jobs.answer`, sends back the double of each number until it reads the end.
# Predict: does the child end when we close our side?
# %%
ours, theirs = ctx.Pipe()
child = ctx.Process(target=ipc_jobs.answer, args=(theirs,))
child.start()
for number in (21, 50):
    ours.send(number)
    print(ours.recv())
ours.close()
child.join(timeout=10)
print(child.exitcode)

# %% [markdown] lang="zh"
# 会：所有写端都关了，读的一方就得到 `EOFError`。“所有”二字是陷阱。下面的子进程什么也不做就结束，我们手里却还留着它那一头。
# 先猜：`poll` 等半秒，会知道对方已经走了吗？
# %% [markdown] lang="en"
# It does: when all writing ends are closed, the reader gets an `EOFError`. "All" is the trap. The next child ends at once, but we still hold a copy
# of its end. Predict: will `poll`, waiting half a second, notice that the other side has gone?
# %%
ours, theirs = ctx.Pipe()
child = ctx.Process(target=ipc_jobs.nothing)
child.start()
child.join()
print(ours.poll(0.5))

theirs.close()
try:
    ours.recv()
except EOFError:
    print("EOFError")

# %% [markdown] lang="zh"
# 不会：`recv` 会永远等下去，因为我们自己还拿着另一头。启动子进程以后，把交给它的那一头在父进程里关掉。
#
# 还有一个陷阱：先把所有问题都发出去，再来收答案。子进程回答时，没有人在读答案，那个方向的管道满了，子进程停下；它不再读问题，这个方向也满了，父进程也停下。
# 要么一问一答，要么让一个线程专门收。
# %% [markdown] lang="en"
# It does not: `recv` would wait for ever, because we hold the other end ourselves. Once the child has started, close in the parent the end that you gave it.
#
# One more trap: sending all the questions first and fetching the answers later. While the child answers, nobody reads; that direction fills up and the child stops. It no longer reads
# questions, so the other direction fills up too and the parent stops. Either ask and fetch in turn, or let a thread do the fetching.
# %% [markdown] lang="zh"
# ## 六、Manager：会打电话的字典
#
# `ctx.Manager()` 另开一个进程，真正的字典在那里；你手里的是代理，每个操作都是打一次电话。两个子进程依次用三种办法往字典里的列表添东西。
# 先猜：`appended`、`assigned`、`proxy` 各剩下什么？
# %% [markdown] lang="en"
# ## 6. A manager: a dict on the telephone
#
# `ctx.Manager()` starts one more process, where the real dict lives; what you hold is a proxy, and each operation is a call. Two children, one after the other,
# add to lists inside the dict in three ways. Predict what `appended`, `assigned` and `proxy` will hold.
# %%
import inspect

print(inspect.getsource(ipc_jobs.note))
with ctx.Manager() as manager:
    shared = manager.dict(appended=[], assigned=[], proxy=manager.list())
    for value in (1, 2):
        child = ctx.Process(target=ipc_jobs.note, args=(shared, value))
        child.start()
        child.join()
    print(shared["appended"], shared["assigned"], list(shared["proxy"]))

# %% [markdown] lang="zh"
# `appended` 是空的，没有任何错误信息。`shared["appended"]` 打电话要来一份**副本**，`append` 改的是副本，挂了电话就没了。
# 办法有两个：改好以后整个放回去（`assigned`），或者让里面的列表也是代理（`proxy`）。
#
# “读、改、放回去”又是三步：两个进程同时来，就会丢一次，要配一把 `ctx.Lock()`。代理的 `append` 是一次电话，不怕。
# 出了 `with`，Manager 就关门了，代理从此没用：要留下结果，先 `dict(shared)`，里面的代理也要换成普通列表。
# %% [markdown] lang="en"
# `appended` is empty, without any error. `shared["appended"]` calls up and gets a **copy**; `append` changes the copy, which is gone when you hang up.
# There are two cures: put the changed list back as a whole (`assigned`), or let the inner list be a proxy too (`proxy`).
#
# "Read, change, put back" is three steps again: when two processes do it at once, one change is lost, so it takes a `ctx.Lock()`. The `append` of a proxy is a single call and safe.
# After the `with` the manager is closed and proxies are useless: to keep the result take `dict(shared)` before, and make plain lists of the proxies inside.
# %% [markdown] lang="zh"
# ## 七、shared_memory：一块裸内存
#
# 数据很大，又不想复制，就要一块有名字的共享内存。规矩：一个进程建，每个进程各自 `close`，最后由一个进程 `unlink` 一次。
# 先猜：子进程写进去的字，父进程要不要“接收”？还留着一个切片时，`close` 会怎样？
# %% [markdown] lang="en"
# ## 7. Shared memory: a bare block
#
# For large data that nobody wants to copy there are blocks of shared memory with a name. The rules: one process creates it, every process does its own `close`, and one
# does `unlink`, once, at the end. Predict: does the parent have to "receive" what the child writes? What happens at `close` while a slice of it is still around?
# %%
from multiprocessing import shared_memory

block = shared_memory.SharedMemory(create=True, size=100)
child = ctx.Process(target=ipc_jobs.fill, args=(block.name, b"from the child"))
child.start()
child.join()
print(bytes(block.buf[:14]), block.size >= 100)

piece = block.buf[:4]
try:
    block.close()
except BufferError as error:
    print(error)
piece.release()
block.close()
block.unlink()

# %% [markdown] lang="zh"
# 不用接收：那就是同一块内存。切片还指着它时不许关，先 `release`。有的系统会把大小凑整，所以只敢说“至少 100”。
# 这里没有锁，也没有类型，只有字节；谁先谁后要自己安排。忘了 `unlink`，Python 会在程序结束时替你做，外加一句 `UserWarning`；用 `track=False`（3.13 起）建的，没有人替你做：Linux 上它一直留在 `/dev/shm` 里。
# %% [markdown] lang="en"
# Nothing to receive: it is the same memory. It cannot be closed while a slice points into it; `release` that first. Some systems round the size up, so "at least 100" is all one can say.
# There is no lock here and no type, only bytes; who goes first is for you to arrange. Forget the `unlink`, and Python does it when the program ends, with a `UserWarning`;
# for a block made with `track=False` (from 3.13 on) nobody does: on Linux it stays in `/dev/shm`.
# %% [markdown] lang="zh"
# ## 八、量一量：一条消息多少钱
#
# 同样大小的一条消息，一去一回，六种办法各要多久？`Value` 只装得下一个数，8 字节。先排个队，8 字节和 1 MB 各排一次。
# %% [markdown] lang="en"
# ## 8. Measure what a message costs
#
# One message, there and back: how long does each of the six ways take? A `Value` holds one number, 8 bytes. Put them in order first, once for 8 bytes and once for 1 MB.
# %%
from matplotlib import pyplot as plt

sizes = [8, 1_000, 100_000, 1_000_000]
costs = ipc_jobs.cost_per_message(ctx, sizes)
for way, seconds in costs.items():
    print(f"{way:14}", *(f"{one * 1e6:9.1f}" for one in seconds), "µs")

# %%
figure, axes = plt.subplots(figsize=(8, 3.2), layout="constrained")
for (way, seconds), marker in zip(costs.items(), "osD^v*", strict=True):
    axes.loglog(sizes[: len(seconds)], [one * 1e6 for one in seconds], marker=marker, label=way)
axes.set_xlabel("bytes in the message")
axes.set_ylabel("microseconds, there and back")
axes.legend(fontsize=9)
axes.grid(alpha=0.3)

# %% [markdown] lang="zh"
# 小消息：共享内存、`Value` 和 `Array` 只要一两微秒，管道几十，队列多一个线程，Manager 每次操作打一通电话，都更慢。大消息：管道、队列、Manager 都在复制和 `pickle`，彼此差不多；
# 共享内存只复制一次，最快；`Array` 反而最慢，因为它的切片是一项一项搬的（要搬大块，用 `memoryview` 或 NumPy 去看同一块内存）。老实说，`Value`、`Array` 和共享内存没有把“通知对方”算进去：对方怎么知道有新东西？那还得靠锁、事件或管道。
#
# ![双对数折线图：六种办法传一条消息一去一回的微秒数，从 8 字节到 1 MB，Value 只有一个点。共享内存一直最快；小消息时队列和 Manager 最慢，大消息时 Array 最慢](../assets/09_ipc/cost.png)
# %% [markdown] lang="en"
# Small messages: shared memory, a `Value` and an `Array` take a microsecond or two, a pipe some tens; a queue has a thread in between and a manager makes a telephone call for each operation, which takes longer. Large messages: pipe, queue and
# manager all `pickle` and copy, and come out alike; shared memory copies once and is the fastest; the `Array` is the slowest of all, because its slices are moved item by item (for large blocks look at the same memory
# through a `memoryview` or NumPy). To be honest, the figures for `Value`, `Array` and shared memory leave out telling the other side: how would it know that there is something new? That takes a lock, an event or
# a pipe again.
#
# ![Lines on two logarithmic axes: microseconds for one message there and back in six ways, from 8 bytes to 1 MB, a single point for Value. Shared memory is always the fastest;
# queue and manager are the slowest for small messages, the Array for large ones](../assets/09_ipc/cost.png)
# %% [markdown] lang="zh"
# ## 九、多进程服务器，共用一个计数器
#
# 第 7 课的多进程服务器，每个客户端一个进程。现在想知道一共服务了多少条请求。先猜：用普通的全局变量会数到几？用 `Value` 呢？
# 三个客户端各发两行。
# %% [markdown] lang="en"
# ## 9. A multi-process server with one counter
#
# The server of topic 7 with a process for each client. Now we want to know how many requests it has served in all. Predict: what would an ordinary global variable
# count to? And a `Value`? Three clients send two lines each.
# %%
import socket
from concurrent.futures import ThreadPoolExecutor

served = ctx.Value("q", 0)


def ask(address, name):
    with socket.create_connection(address, timeout=20) as conn, conn.makefile("rw", encoding="utf-8", newline="\n") as lines:
        lines.write(f"{name} 1\n{name} 2\n")
        lines.flush()
        return [lines.readline().strip() for _ in range(2)]


# %%
with socket.create_server(("127.0.0.1", 0)) as listener, ThreadPoolExecutor(3) as clients:
    replies = [clients.submit(ask, listener.getsockname(), name) for name in ("ann", "bo", "cy")]
    children = []
    for _ in replies:
        conn, _ = listener.accept()
        with conn:
            children.append(ctx.Process(target=ipc_jobs.serve, args=(conn, served)))
            children[-1].start()
    print(*(reply.result() for reply in replies), sep="\n")
    for child in children:
        child.join()
print(served.value)

# %% [markdown] lang="zh"
# 三个不同的进程号，`Value` 数到 6。全局变量的话，每个子进程各数各的，父进程那个永远是 0。
# 注意 `with conn:`：连接已经传给子进程，父进程要关掉自己那一份，否则子进程关了，客户端也等不到结尾。
# %% [markdown] lang="en"
# Three different process numbers, and the `Value` says 6. With a global variable each child would count for itself, and the parent's would stay at 0.
# Note the `with conn:`: the connection has been passed to the child, and the parent must close its own copy, or the client sees no end when the child closes.
# %% [markdown] lang="zh" q="q21"
# ## Q21 · 在进程之间共享数据（5 分，另有 1 分书面题）
#
# 第一个答题单元格用 `%%writefile` 写出 `ipc_workers.py`，里面放别的进程要运行的函数（名字自己取）。第二个单元格写五个函数，
# 每个都收到一个 `multiprocessing` 的上下文 `ctx`，进程、锁、队列、管道、Manager 都由它来造（`ctx.Process`、`ctx.Value`、……）：
#
# - `count_with_value(ctx, workers, per_worker)` → `int`：启动 `workers` 个进程，每个对一个共享的数加 1，共 `per_worker` 次；返回最后的数，一次也不能丢；
# - `squares_with_array(ctx, numbers)` → 列表：各个数的平方，次序不变，在别的进程里算。数和平方都放得进 64 位有符号整数；
# - `collect_with_queue(ctx, batches)` → 列表：`batches` 是字符串列表的列表（有的可以是空的），由别的进程把它们放进队列；返回**所有**字符串排好序的一个列表。总共可以有好几兆；
# - `upper_through_pipe(ctx, words)` → 列表：每个词通过管道送给另一个进程，由它变成大写（`upper`）送回来，次序不变。一个词最多 60000 个 ASCII 字符，也可以有别的字母，词可以有很多；
# - `merge_with_manager(ctx, pairs)` → 字典：`pairs` 是（键，值）的列表，都是字符串；由 Manager 之外的一个或几个进程把它们并进共享的字典，返回普通的 `dict`，每个键对应一个普通的 `list`，
#   里面是它所有的值，次序随意，一个也不能少。
#
# 五个函数在这台机器有的每种启动方式（`fork`、`forkserver`、`spawn`）下都要对；事情由别的进程做，不在调用者的进程里做；返回以后不留下任何进程。
# 参数都不是空的（除了个别的 batch）。词都不是空的；`batches` 里的字符串可以是空的。它们可以是任何文字，所以没有哪个字符串能表示“完了”；子进程也可能来得晚。检查还会让两个进程并排一步一步地走你的函数；也会让启动的进程什么都不做，再看来了什么。
#
# 改了 `ipc_workers.py` 要重新运行两个单元格：模块只导入一次，所以第二个单元格里有 `reload`。
# %% [markdown] lang="en" q="q21"
# ## Q21 · Sharing data between processes (5 points, 1 more for the written part)
#
# The first answer cell writes `ipc_workers.py` with `%%writefile`; it holds the functions that other processes run, under names of your choice. The second cell has five functions. Each is given a context `ctx`
# of `multiprocessing`, which makes its processes, locks, queues, pipes and managers (`ctx.Process`, `ctx.Value`, …):
#
# - `count_with_value(ctx, workers, per_worker)` → `int`: starts `workers` processes, each of which adds 1 to one shared number, `per_worker` times; returns the number at the end, with nothing lost;
# - `squares_with_array(ctx, numbers)` → list: the squares of the numbers, in the same order, computed in other processes. Numbers and squares fit into signed 64-bit integers;
# - `collect_with_queue(ctx, batches)` → list: `batches` is a list of lists of strings (some may be empty), which other processes put into a queue; returns **all** the strings in one sorted list. They may be megabytes in all;
# - `upper_through_pipe(ctx, words)` → list: each word goes through a pipe to another process, which puts it into capitals (`upper`) and sends it back; same order. A word has up to 60,000 ASCII characters, or other letters, and there may be many words;
# - `merge_with_manager(ctx, pairs)` → dict: `pairs` is a list of (key, value), all strings; one or more processes besides the manager's merge them into a shared dict; returns a plain `dict` with, for each key, a plain `list`
#   of all its values, in any order, none missing.
#
# All five have to be right under each start method that this machine has (`fork`, `forkserver`, `spawn`); the work is done by other processes, not by the caller's; and no process is left when they return.
# No argument is empty (a single batch may be). No word is empty; strings in `batches` may be. They may say anything, so that no string can mean "the end", and processes may be late. The checks also let two processes take your functions step by step, side by side, and look at what
# comes when the processes that you start do nothing.
#
# After a change of `ipc_workers.py` run both cells again: a module is imported only once, hence the `reload` in the second cell.
# %% q="q21" role="given"
import ipc_check  # used by the checks only

# %% q="q21" role="answer"
# %%writefile ipc_workers.py
"""Functions that other processes run. A child finds them by the names of module and function."""

### BEGIN SOLUTION
def add_up(total, times):
    for _ in range(times):
        with total.get_lock():
            total.value += 1


def square(numbers, first, step):
    for place in range(first, len(numbers), step):
        numbers[place] = numbers[place] ** 2


def deliver(queue, batch):
    queue.put(batch)


def shout(connection):
    while (word := connection.recv()) is not None:
        connection.send(word.upper())


def merge(shared, lock, pairs):
    for key, value in pairs:
        with lock:
            shared[key] = [*shared.get(key, []), value]
### END SOLUTION


# %% q="q21" role="answer"
import importlib

import ipc_workers

importlib.reload(ipc_workers)


def count_with_value(ctx, workers, per_worker):
    """What `workers` processes count to, each of which adds 1 `per_worker` times to a shared number."""
    ### BEGIN SOLUTION
    total = ctx.Value("q", 0)
    run_all(ctx, ipc_workers.add_up, [(total, per_worker)] * workers)
    return total.value
    ### END SOLUTION


def squares_with_array(ctx, numbers):
    """The squares of `numbers`, computed by other processes in a shared array."""
    ### BEGIN SOLUTION
    shared = ctx.Array("q", numbers)
    run_all(ctx, ipc_workers.square, [(shared, first, 2) for first in range(2)])
    return list(shared)
    ### END SOLUTION


def collect_with_queue(ctx, batches):
    """All strings of all batches, sorted; other processes put them into a queue."""
    ### BEGIN SOLUTION
    queue = ctx.Queue()
    children = start_all(ctx, ipc_workers.deliver, [(queue, batch) for batch in batches])
    items = sorted(item for _ in children for item in queue.get())
    join_all(children)
    return items
    ### END SOLUTION


def upper_through_pipe(ctx, words):
    """The words in capitals, made by another process at the end of a pipe."""
    ### BEGIN SOLUTION
    ours, theirs = ctx.Pipe()
    children = start_all(ctx, ipc_workers.shout, [(theirs,)])
    shouted = []
    for word in words:
        ours.send(word)
        shouted.append(ours.recv())
    ours.send(None)
    join_all(children)
    return shouted
    ### END SOLUTION


def merge_with_manager(ctx, pairs):
    """{key: [its values]}, merged by other processes in a manager's dict."""
    ### BEGIN SOLUTION
    with ctx.Manager() as manager:
        shared, lock = manager.dict(), ctx.Lock()
        run_all(ctx, ipc_workers.merge, [(shared, lock, pairs[first::2]) for first in range(2)])
        return dict(shared)
    ### END SOLUTION


### BEGIN SOLUTION
def start_all(ctx, target, calls):
    children = [ctx.Process(target=target, args=args) for args in calls]
    for child in children:
        child.start()
    return children


def join_all(children):
    for child in children:
        child.join()


def run_all(ctx, target, calls):
    join_all(start_all(ctx, target, calls))
### END SOLUTION


# %% q="q21" role="check" points=1 timeout=45
# zh: `Value` 数得对，`Array` 算得对，都由 `ctx` 的进程来做
# en: The `Value` counts right and the `Array` computes right, both with processes of `ctx`
method = ipc_check.USUAL
count = ipc_check.call(count_with_value, method, 3, 200, together=True)
squares = ipc_check.call(squares_with_array, method, [3, -4, 0, 12, 7])

assert count["result"] == 600, T(
    f"count_with_value(ctx, 3, 200)：两个进程并排一步一步地走，都读了，才轮到写。应返回 600，得到 {count['result']!r}（启动方式 {method}）。少了：读和写没有在同一次持锁里，或者没有等进程都做完就读了。0：模块的全局变量不是共享的。",
    f"count_with_value(ctx, 3, 200), with two of the processes taking each step side by side, so that both have read before one writes. It should give 600; it gave {count['result']!r} "
    f"(start method {method}). Less: the read and the write are not inside one lock, or the number was read before all processes were done. 0: a global of the module is not shared.",
)
assert count["started"] >= 3 and count["foreign"] == 0, T(
    f"count_with_value(ctx, 3, 200) 应由 `ctx` 启动 3 个进程，实际 {count['started']} 个，另有 {count['foreign']} 个不是 `ctx` 的。用的是 `ctx.Process`，还是 `multiprocessing.Process`？",
    f"count_with_value(ctx, 3, 200): `ctx` should start 3 processes, it started {count['started']}, and {count['foreign']} are not of `ctx`. Is it `ctx.Process`, or `multiprocessing.Process`?",
)
assert squares["result"] == [9, 16, 0, 144, 49], T(
    f"squares_with_array(ctx, [3, -4, 0, 12, 7]) 应返回 [9, 16, 0, 144, 49]，得到 {squares['result']!r}",
    f"squares_with_array(ctx, [3, -4, 0, 12, 7]) should give [9, 16, 0, 144, 49]; it gave {squares['result']!r}",
)
assert squares["started"] >= 1 and squares["foreign"] == 0, T(
    f"平方要在别的进程里算：`ctx` 启动了 {squares['started']} 个进程，另有 {squares['foreign']} 个不是 `ctx` 的",
    f"Squares are to be computed in other processes: `ctx` started {squares['started']}, and {squares['foreign']} are not of `ctx`",
)

# %% q="q21" role="check" points=1 timeout=60
# zh: 队列、管道、Manager 的结果都对
# en: The results of queue, pipe and manager are right
method = ipc_check.USUAL
words, heard = ["spam", "eggs", "straße", "ünï", "ham"], []
collected = ipc_check.call(collect_with_queue, method, [["pear", "fig"], ["kiwi"], [], ["apple", "date", "fig"]])
shouted = ipc_check.call(upper_through_pipe, method, words, heard=heard)
ways = {word: ipc_check.way_of(word, heard) for word in words if word.isascii()}
pairs = [("a", "1"), ("a", "2"), ("b", "3"), ("a", "4"), ("c", "5"), ("b", "6"), ("a", "4")]
merged = ipc_check.call(merge_with_manager, method, pairs)
crowd = ipc_check.call(merge_with_manager, method, [(f"key {number % 1}", str(number)) for number in range(12)], together=True, lags=True)

assert collected["result"] == ["apple", "date", "fig", "fig", "kiwi", "pear"], T(
    f"collect_with_queue(ctx, [['pear', 'fig'], ['kiwi'], [], ['apple', 'date', 'fig']]) 应返回六个词排好序的列表，得到 {collected['result']!r}。没有返回（no answer）：有一批是空的，它的“完了”也要送到。",
    f"collect_with_queue(ctx, [['pear', 'fig'], ['kiwi'], [], ['apple', 'date', 'fig']]) should give all six words in one sorted list; it gave {collected['result']!r}. No answer: one batch is empty, and what says that it is done has to come all the same.",
)
assert shouted["result"] == ["SPAM", "EGGS", "STRASSE", "ÜNÏ", "HAM"], T(
    f"upper_through_pipe(ctx, ['spam', 'eggs', 'straße', 'ünï', 'ham']) 应返回 ['SPAM', 'EGGS', 'STRASSE', 'ÜNÏ', 'HAM']，得到 {shouted['result']!r}。"
    "没有返回（no answer）：子进程在等管道关闭，可是 fork 出来的子进程手里也有调用者那一头的副本，永远等不到；送一个 `None` 让它结束。",
    f"upper_through_pipe(ctx, ['spam', 'eggs', 'straße', 'ünï', 'ham']) should give ['SPAM', 'EGGS', 'STRASSE', 'ÜNÏ', 'HAM']; it gave {shouted['result']!r}. "
    "No answer: the child waits for the pipe to be closed, but a fork has a copy of the caller's end as well, and waits for ever; send it a `None`.",
)
assert not any(sent or (small and not large) for sent, small, large in ways.values()) and len({large for _, _, large in ways.values()}) == 1, T(
    f"每个词都应由管道那头的进程变成大写。每个词 [调用者送出的已是大写, 小写的送了回来, 大写的送了回来]：{ways}",
    f"The process at the other end of the pipe should put each word into capitals. For each word, [the caller sent capitals, it came back small, it came back in capitals]: {ways}",
)
assert merged["result"] == {"a": ["1", "2", "4", "4"], "b": ["3", "6"], "c": ["5"]}, T(
    f"merge_with_manager 并 a1 a2 b3 a4 c5 b6 a4，列表排序后应是 {{'a': ['1', '2', '4', '4'], 'b': ['3', '6'], 'c': ['5']}}，得到 {merged['result']!r}。"
    "列表是空的：`append` 改的是副本。少了：相等的值也是两个值。<DictProxy> 或 <ListProxy>：返回之前要换成普通的字典和列表。",
    f"merge_with_manager merges a1 a2 b3 a4 c5 b6 a4. With each list sorted that is {{'a': ['1', '2', '4', '4'], 'b': ['3', '6'], 'c': ['5']}}; it gave {merged['result']!r}. "
    "Empty lists: `append` changed a copy. Some are missing: equal values are two values. <DictProxy> or <ListProxy>: make a plain dict and plain lists before you return.",
)
assert crowd["result"] == {"key 0": sorted(map(str, range(12)))}, T(
    f"merge_with_manager 并 12 对，键都一样，两个进程并排一步一步地走，应有 12 个值，得到 {crowd['result']!r}。少了：两个进程都读了列表，再各自放回去，“读、改、放回”之间没有锁。",
    f"merge_with_manager got 12 pairs with the same key, and two of the processes took each step side by side. There should be 12 values; it gave {crowd['result']!r}. "
    "Some are missing: two processes read the list and each put it back, with no lock around read, change and put back.",
)
assert [collected["started"] >= 1, shouted["started"] >= 1, merged["started"] >= 2] == [True] * 3 and collected["foreign"] == shouted["foreign"] == merged["foreign"] == 0, T(
    f"`ctx` 应启动至少 1、1、2 个进程（Manager 自己也是一个）。队列、管道、Manager 各 [由 `ctx` 启动, 不是 `ctx` 的]：{[[one['started'], one['foreign']] for one in (collected, shouted, merged)]}",
    f"`ctx` should start at least 1, 1 and 2 processes (the manager's own is one). Queue, pipe, manager, each [started by `ctx`, not of `ctx`]: {[[one['started'], one['foreign']] for one in (collected, shouted, merged)]}",
)

# %% q="q21" role="hidden" points=1 timeout=60
# zh: 重新导入模块的进程也不丢一次加法；大数放得下
# en: No addition is lost by processes that import the module anew, and large numbers fit
count = ipc_check.call(count_with_value, "spawn", 2, 50, together=True)["result"]
large = [3_000_000_000, -3_000_000_000, 65_536, 46_341, -1, 3_037_000_499]
big = ipc_check.call(squares_with_array, ipc_check.USUAL, large)["result"]
one_number = ipc_check.call(squares_with_array, ipc_check.USUAL, [-11])["result"]

assert count == 100, T(
    f"count_with_value(ctx, 2, 50)，`ctx` 是 spawn 的：两个进程并排一步一步地走，应得到 100，实际 {count!r}。"
    "少了：读和写没有在同一次持锁里；或者每个进程有自己的锁，要把锁当参数传过去；或者没有等进程都做完就读了。",
    f"count_with_value(ctx, 2, 50) with spawn, two processes taking each step side by side, should give 100; it gave {count!r}. "
    "Less: the read and the write are not inside one lock; or each process has a lock of its own, and the lock has to be passed as an argument; or the number was read before both were done.",
)
assert big == [9 * 10**18, 9 * 10**18, 4294967296, 2147488281, 1, 9223372030926249001], T(
    f"squares_with_array 算 {large} 的平方，应得到 [9·10¹⁸, 9·10¹⁸, 4294967296, 2147488281, 1, 9223372030926249001]，实际 {big!r}。"
    "32 位的 `'i'` 会悄悄溢出，`'d'` 只有 53 位是准的，用 `'q'`。",
    f"squares_with_array of {large} should give [9·10¹⁸, 9·10¹⁸, 4294967296, 2147488281, 1, 9223372030926249001]; it gave {big!r}. "
    "`'i'` has 32 bits and overflows in silence, `'d'` is exact to 53 bits only; `'q'` will do.",
)
assert one_number == [121], T(f"squares_with_array(ctx, [-11]) 应返回 [121]，得到 {one_number!r}", f"squares_with_array(ctx, [-11]) should give [121]; it gave {one_number!r}")

# %% q="q21" role="hidden" points=1 timeout=60
# zh: 几兆的数据也过得去，什么样的词都只是词
# en: Megabytes get through, and whatever a text says, it is only a text
method = ipc_check.USUAL
tons = [[f"{number * 7 % 3000:04d}" + "x" * 996 for number in range(start, 3000, 3)] for start in range(3)]
hauled = ipc_check.call(collect_with_queue, method, tons, slow=True)["result"]
if isinstance(hauled, list):
    hauled = [len(hauled), sum(map(len, map(str, hauled))), hauled == sorted(map(str, hauled)), len({str(text)[:4] for text in hauled})]
long_words = [letter * 60_000 for letter in "abcdefghijkl"]
echoed = ipc_check.call(upper_through_pipe, method, long_words)["result"]
if isinstance(echoed, list):
    echoed = [f"{str(word)[:1]}{len(str(word))}{str(word)[-1:]}" for word in echoed]
odd = ["", "stop", "STOP", "end", "END", "quit", "exit", "done", "DONE", "None", "0", "\n"]
signs = ipc_check.texts_of(collect_with_queue, upper_through_pipe)
gathered = ipc_check.call(collect_with_queue, method, [odd[:5], odd[5:], signs], late=True)["result"]
raised = ipc_check.call(upper_through_pipe, method, odd[1:] + signs)["result"]

assert hauled == [3000, 3_000_000, True, 3000], T(
    f"collect_with_queue 收三批共 3000 个 1000 字的词。应得到 [个数, 总字数, 是否有序, 不同的词] = [3000, 3000000, True, 3000]，实际 {hauled!r}。"
    "没有返回（no answer）：先 `join` 后 `get` 会死锁，子进程要等有人把管道里的东西读走才能结束；或者子进程用 `cancel_join_thread` 扔掉了还没送出的。少了：没有等到所有的词都来就停了。",
    f"collect_with_queue got three batches with 3,000 words of 1,000 letters. [how many, letters, in order, different ones] should be [3000, 3000000, True, 3000]; got {hauled!r}. "
    "No answer: `join` before `get` is a deadlock; the child cannot end before somebody has read what is in the pipe. Or the child threw away what was not yet sent, with `cancel_join_thread`. "
    "Fewer: it stopped before all had come.",
)
assert echoed == [f"{letter}60000{letter}" for letter in "ABCDEFGHIJKL"], T(
    f"upper_through_pipe 送 12 个 60000 字的词，应得到首字母、长度、末字母为 A60000A … L60000L 的词，实际 {echoed!r}。"
    "没有返回（no answer）：词全部发完再收，两个方向的管道都会装满，一问一答就不会；或者子进程在等管道关闭，而 fork 出来的子进程手里也有调用者那一头的副本。",
    f"upper_through_pipe got 12 words of 60,000 letters; first letter, length and last letter should be A60000A … L60000L; got {echoed!r}. "
    "No answer: sending all words before receiving any fills the pipe in both directions; ask and fetch in turn. Or the child waits for the pipe to be closed, and a fork has a copy of the "
    "caller's end as well.",
)
assert gathered == sorted(["", "\n", "0", "DONE", "END", "None", "STOP", "done", "end", "exit", "quit", "stop", *signs]), T(
    f"collect_with_queue 收 {[odd[:5], odd[5:], signs]}（最后一批是你自己的代码里写着的字符串），这些都是普通的词，子进程又来得晚些，应全部排好序返回，实际 {gathered!r}。"
    "表示“完了”的东西不能是字符串，用 `None`；队列空了、等了一会儿没有来、刚才还没有东西而现在没有进程活着了，都不等于完了。",
    f"collect_with_queue got {[odd[:5], odd[5:], signs]} (the last batch are strings that stand in your own code), all of them ordinary texts, from processes that were late, and should give "
    f"them all, sorted; got {gathered!r}. What says that there is no more must not be a string; `None` will do. That the queue is empty, that nothing came for a while, "
    "or that it was empty a moment ago and no process lives now, does not mean that all is there.",
)
assert raised == [word.upper() for word in odd[1:] + signs], T(
    f"upper_through_pipe 送 {odd[1:] + signs}（后面的是你自己的代码里写着的字符串），这些都是普通的词，应逐个变成大写，实际 {raised!r}。表示“完了”的东西不能是字符串，用 `None`。",
    f"upper_through_pipe got {odd[1:] + signs} (the last ones are strings that stand in your own code), all of them ordinary words, and should put each into capitals; got {raised!r}. "
    "What says that there is no more must not be a string; `None` will do.",
)

# %% q="q21" role="hidden" points=1 timeout=120
# zh: 每种启动方式下都对，事情由别的进程做，一个进程也不留下
# en: Right under every start method, the work done elsewhere, and no process left
jobs = {
    "count_with_value": (count_with_value, 1, 60),
    "squares_with_array": (squares_with_array, [8, -9, 5]),
    "collect_with_queue": (collect_with_queue, [["yes", "xylem"], ["wax"]]),
    "upper_through_pipe": (upper_through_pipe, ["on", "off"]),
    "merge_with_manager": (merge_with_manager, [("p", "1"), ("q", "2"), ("p", "3")]),
}
results, traces = {}, {}
for method in ipc_check.METHODS:
    calls = {name: ipc_check.call(job[0], method, *job[1:]) for name, job in jobs.items()}
    results[method] = {name: one["result"] for name, one in calls.items()}
    traces[method] = {name: [one["started"], one["foreign"], one["left"]] for name, one in calls.items()}
alone = {
    "count_with_value": ipc_check.call(count_with_value, ipc_check.USUAL, 3, 41, working=1)["result"],
    "squares_with_array": ipc_check.call(squares_with_array, ipc_check.USUAL, [12, -15, 31], working=0)["result"],
    "collect_with_queue": ipc_check.call(collect_with_queue, ipc_check.USUAL, [["quince"], ["medlar"]], working=0)["result"],
    "upper_through_pipe": ipc_check.call(upper_through_pipe, ipc_check.USUAL, ["quince", "medlar"], working=0)["result"],
    "merge_with_manager": ipc_check.call(merge_with_manager, ipc_check.USUAL, [("p", "quince"), ("q", "medlar")], working=0)["result"],
}

assert results and not (
    wrong := [
        f"{name}, {method}: {result[name]!r} ({wanted!r})"
        for name, wanted in (
            ("count_with_value", 60),
            ("squares_with_array", [64, 81, 25]),
            ("collect_with_queue", ["wax", "xylem", "yes"]),
            ("upper_through_pipe", ["ON", "OFF"]),
            ("merge_with_manager", {"p": ["1", "3"], "q": ["2"]}),
        )
        for method, result in results.items()
        if result[name] != wanted
    ]
), T(
    f"每种启动方式下都要对。不对的，括号里是应得到的：{wrong}。要是只有 fork 对：交给进程的函数在单元格里，或者子进程要用的东西没有当参数传。要是只有 fork 不对：子进程在等管道关闭，而它手里也有调用者那一头的副本。",
    f"Each should be right under each start method. Those that are not, with what should come in brackets: {wrong}. "
    "If fork alone is right: a function for a process stands in a cell, or something that the child needs was not passed as an argument. If fork alone is wrong: the child waits for a pipe to be "
    "closed, and has a copy of the caller's end itself.",
)
assert not (
    foreign := [
        f"{name}, {method}: {trace[name][0]} ({least}), {trace[name][1]}"
        for name, least in (("count_with_value", 1), ("squares_with_array", 1), ("collect_with_queue", 1), ("upper_through_pipe", 1), ("merge_with_manager", 2))
        for method, trace in traces.items()
        if trace[name][0] < least or trace[name][1]
    ]
), T(
    f"进程都应由 `ctx` 启动。不对的，由 `ctx` 启动的个数（至少要有的）和不是 `ctx` 的个数：{foreign}",
    f"All processes should be started by `ctx`. Where they are not, how many it started (at least wanted), and how many others there were: {foreign}",
)
assert not (left := [f"{name}, {method}: {trace[name][2]}" for method, trace in traces.items() for name in trace if trace[name][2]]), T(
    f"返回的那一刻不应还有进程在，留下的个数：{left}。有没有告诉它们结束，有没有 `join`？",
    f"No process should be there when the function returns. How many were left: {left}. Were they told to end, and joined?",
)
assert alone["count_with_value"] != 123 and not (
    [came for came in alone.values() if not isinstance(came, str) and any(piece in repr(came) for piece in ("144", "225", "961", "quince", "medlar", "QUINCE", "MEDLAR"))]
), T(
    f"事情要由别的进程做。这一次它们启动了，却什么也没有做（三个计数的进程里只有一个做了），来的是 {alone}。没有它们也得到的结果，是调用者自己算的。",
    f"The work is for other processes. This time they were started and did nothing (of the three that count, one did), and there came {alone}. What comes without them, the caller made itself.",
)
# %% [markdown] lang="zh" q="q21" role="hint"
# 先写 `ipc_workers.py`：五个小函数，一个函数对应一种办法，需要的共享对象都从参数进来。再想每一题的陷阱：课文第三到第六节各有一个。
# %% [markdown] lang="en" q="q21" role="hint"
# Begin with `ipc_workers.py`: five small functions, one for each way, which get all shared objects as arguments. Then think of the trap of each part:
# sections 3 to 6 have one each.
# %% [markdown] lang="zh" q="q21" role="hint"
# 数：`with total.get_lock():` 里读和写。数组：`"q"`，每个进程只管自己的格子。队列：每批一个进程，父进程知道要 `get` 几次，取完再 `join`。
# 管道：发一个收一个，最后发个 `None` 让子进程结束。Manager：列表改好整个放回去，用 `ctx.Lock()` 护住；在 `with` 里就换成普通字典。
# %% [markdown] lang="en" q="q21" role="hint"
# The number: read and write inside `with total.get_lock():`. The array: `"q"`, and each process keeps to its own places. The queue: a process for each batch, so the parent knows how often to `get`; `join` after
# that. The pipe: send one, fetch one, and at the end a `None` that tells the child to stop. The manager: put the changed list back as a whole, guarded by a `ctx.Lock()`, and make a plain dict while still inside the `with`.
# %% [markdown] lang="zh" q="q21" role="hint"
# ```python
# queue = ctx.Queue()
# children = [ctx.Process(target=ipc_workers.deliver, args=(queue, batch)) for batch in batches]
# for child in children:
#     child.start()
# items = sorted(item for _ in children for item in queue.get())
# for child in children:
#     child.join()
# ```
# 其余四个也是这个样子：造共享的东西，启动，拿结果，`join`。
# %% [markdown] lang="en" q="q21" role="hint"
# ```python
# queue = ctx.Queue()
# children = [ctx.Process(target=ipc_workers.deliver, args=(queue, batch)) for batch in batches]
# for child in children:
#     child.start()
# items = sorted(item for _ in children for item in queue.get())
# for child in children:
#     child.join()
# ```
# The other four look the same: make what is shared, start, take the results, `join`.
# %% [markdown] lang="zh" q="q21"
# **书面题（1 分）** 用自己的话回答：为什么给别的进程用的函数要放在模块里？为什么 `Value` 带着锁，`+=` 还是会丢？
# 为什么取数据之前不能 `join`？为什么 Manager 字典里的列表 `append` 了却没变？大数据该用哪种办法，为什么？
# %% [markdown] lang="en" q="q21"
# **Written part (1 point)** In your own words: why do functions for other processes live in a module? Why does `+=` lose updates although a `Value` has a lock?
# Why not `join` before the data are fetched? Why does a list in a manager's dict not change when you `append` to it? Which way suits large data, and why?
# %% [markdown] lang="zh" q="q21" role="words"
# ### BEGIN SOLUTION
# 子进程不是收到函数本身，而是收到模块名和函数名，自己去导入；spawn 和 forkserver 的子进程里没有笔记本的单元格，所以找不到。
# `Value` 的锁在读的时候拿一下，写的时候再拿一下，中间放开了，别的进程可以进来，两边写回的都是旧值加一；要用 `get_lock()` 把读和写包在一起。
# 子进程结束前要把队列里的东西都写进管道，管道满了就要等人读；父进程却在等子进程结束，谁也动不了。
# 从代理取出的列表是一份副本，`append` 改的是副本；要整个放回去，或者里面也用代理。
# 大数据用共享内存（`Array`、`shared_memory`），因为别的办法都要 `pickle`、传送、复制。
#
# - [ ] 子进程按模块名和函数名去找函数，spawn 和 forkserver 的子进程里没有单元格
# - [ ] `+=` 是读和写两步，锁在两步之间放开了
# - [ ] 子进程等人读管道，父进程等子进程结束，互相等待
# - [ ] 从 Manager 取出的列表是副本
# - [ ] 共享内存不用 `pickle` 和传送，适合大数据
# ### END SOLUTION
# %% [markdown] lang="en" q="q21" role="words"
# ### BEGIN SOLUTION
# A child does not get the function but the names of its module and itself, and imports them; the children of spawn and forkserver do not have the notebook's cells and find nothing.
# A `Value` takes its lock for the read and again for the write, and lets go in between: another process may come in, and both write the old value plus one. `get_lock()` has to hold both together.
# Before a child ends, all that it put into the queue has to be in the pipe; a full pipe waits for a reader, while the parent waits for the child to end, and neither moves.
# A list taken from a proxy is a copy, and `append` changes the copy; put it back as a whole, or make the inner list a proxy.
# For large data shared memory (`Array`, `shared_memory`), since all other ways have to `pickle`, send and copy.
#
# - [ ] a child finds its function by module and name; children of spawn and forkserver do not have the cells
# - [ ] `+=` is a read and a write, and the lock is free between them
# - [ ] the child waits for a reader of the pipe, the parent for the end of the child: each for the other
# - [ ] a list taken from the manager is a copy
# - [ ] shared memory needs no `pickle` and no sending, which suits large data
# ### END SOLUTION
# %% [markdown] lang="zh" q="q21" role="solution"
# 五个函数是同一个骨架：造共享的东西，启动，拿结果，`join`。差别只在“拿结果”放在 `join` 前还是后：共享内存和 Manager 可以先 `join`，队列和管道一定要先拿。
#
# 锁要在父进程里造，当参数传给子进程。写在模块顶层的锁，fork 时碰巧是同一把，spawn 时每个子进程各造一把，锁了等于没锁。
# 管道最后发 `None`，子进程才知道结束；若靠 `EOFError`，父进程和子进程里多余的那一头都得关掉，fork 时子进程也拿着 `ours` 的副本。
# 最常见的错误：`shared.setdefault(key, []).append(value)`；在 `with` 外面用代理；按 `queue.empty()` 判断取完没有，它只说这一刻。
# %% [markdown] lang="en" q="q21" role="solution"
# All five share a skeleton: make what is shared, start, take the results, `join`. They differ in whether the results are taken before the `join` or after: shared memory and the manager can wait, a queue and a pipe
# must be emptied first.
#
# Locks are made in the parent and passed as arguments. One at the top of the module happens to be the same for all with fork; with spawn each child makes its own, which locks nothing.
# The `None` at the end of the pipe tells the child to stop. Who relies on `EOFError` has to close the spare ends in both processes; with fork the child has a copy of `ours` too.
# The usual mistakes: `shared.setdefault(key, []).append(value)`; a proxy used after its `with`; `queue.empty()` to find out whether all has come, which speaks of this instant only.
# %% [markdown] lang="zh"
# ## 十、最常见的错误，和你会看到的那句话
#
# 先猜每一个会说什么，再运行，再看表。
# %% [markdown] lang="en"
# ## 10. The usual mistakes, and the sentence you will see
#
# Guess what each of these says, run the cell, then compare with the table.
# %%
def use_a_closed_manager():
    with ctx.Manager() as manager:
        shared = manager.dict(a=1)
    return shared["a"]


def pass_a_lambda():
    ctx.Process(target=lambda: None).start()


def put_a_lock_into_a_queue():
    ctx.SimpleQueue().put(ctx.Lock())


for attempt in (use_a_closed_manager, pass_a_lambda, put_a_lock_into_a_queue):
    try:
        attempt()
    except Exception as error:
        print(f"{type(error).__name__}: {error}")

# %% [markdown] lang="zh"
# | 你看到的 | 原因 | 改法 |
# |---|---|---|
# | 退出码 1，标准错误里 `Can't get attribute …` | 函数在单元格里 | 放进模块 |
# | `Pool.map` 不返回 | 同上，工作进程一个接一个地死 | 放进模块 |
# | `Can't pickle …` 或 `Can't get local object …` | 参数或函数是 `lambda`、局部函数 | 用模块里的函数 |
# | `Lock objects should only be shared between processes through inheritance` | 锁放进了队列 | 当作 `Process` 的参数传 |
# | `FileNotFoundError` 或 `ConnectionRefusedError` | Manager 已经关门 | 在 `with` 里取出结果 |
# | 程序停在 `join` | 队列里的东西还没有人取 | 先 `get`，后 `join` |
# | 总数少了 | 读和写没有在同一次持锁里 | `with number.get_lock():` |
# | 列表是空的 | 改了副本 | 整个放回去，或 `manager.list()` |
# %% [markdown] lang="en"
# | What you see | Why | What to do |
# |---|---|---|
# | exit code 1, and `Can't get attribute …` on standard error | the function stands in a cell | put it into a module |
# | `Pool.map` does not come back | the same; its workers keep dying | put it into a module |
# | `Can't pickle …` or `Can't get local object …` | the function or an argument is a `lambda` or a local function | a function of a module |
# | `Lock objects should only be shared between processes through inheritance` | a lock was put into a queue | pass it as an argument of `Process` |
# | `FileNotFoundError` or `ConnectionRefusedError` | the manager has closed | take the result out inside the `with` |
# | the program stands in `join` | nobody has fetched what is in the queue | first `get`, then `join` |
# | a total that is too small | read and write are not inside one lock | `with number.get_lock():` |
# | an empty list | a copy was changed | put it back as a whole, or `manager.list()` |
# %% [markdown] lang="zh"
# ## 十一、接着读
#
# 标准库的 [multiprocessing](https://docs.python.org/3/library/multiprocessing.html) 很长，先读其中的 [Programming guidelines](https://docs.python.org/3/library/multiprocessing.html#programming-guidelines)，这一课的陷阱大半写在那里。
# 裸内存见 [shared_memory](https://docs.python.org/3/library/multiprocessing.shared_memory.html)。管道能装多少，是内核的事：[pipe(7)](https://man7.org/linux/man-pages/man7/pipe.7.html)。
# 队列里的那个线程，在源码 [queues.py](https://github.com/python/cpython/blob/main/Lib/multiprocessing/queues.py) 的 `_feed` 里。
# %% [markdown] lang="en"
# ## 11. Where to read more
#
# The standard library's [multiprocessing](https://docs.python.org/3/library/multiprocessing.html) is long; begin with its [Programming guidelines](https://docs.python.org/3/library/multiprocessing.html#programming-guidelines), which name most of the traps of
# this topic. Bare memory: [shared_memory](https://docs.python.org/3/library/multiprocessing.shared_memory.html). How much a pipe holds is up to the kernel: [pipe(7)](https://man7.org/linux/man-pages/man7/pipe.7.html).
# The thread inside a queue is `_feed` in [queues.py](https://github.com/python/cpython/blob/main/Lib/multiprocessing/queues.py).
