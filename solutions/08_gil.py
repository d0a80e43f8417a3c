# %% role="author"
import sys
from pathlib import Path

from grader.language import T

sys.path.insert(0, str(Path(__file__).parent / "files" / "08_gil"))
del __file__  # as in a notebook: a child that is spawned does not run this program again

# %% [markdown] lang="zh"
# # 线程、进程、协程：谁在什么时候运行
#
# 学完这一课，你能从一张实测的时间线上看出程序是串行、并发还是并行；
# 能为一件工作选出进程、线程或协程，并说出在这台机器上最多能快几倍；
# 能次次重现一次“丢失的更新”并把它修好；还能说清 GIL 管什么、不管什么，没有它的 Python 又有什么不同。
#
# 需要的基础：会用 `threading.Thread` 和 `with lock`，知道 `async def` 和 `await` 的写法。
# 大约 120 分钟：课文 60 分钟，两道题 60 分钟。
# 每读到一个问题，先写下预测，再运行下面的单元格。
# %% [markdown] lang="en"
# # Threads, processes, coroutines: who runs when
#
# After this topic you can read off a measured timeline whether a program ran serially, concurrently or in parallel;
# choose processes, threads or coroutines for a job, and say how much faster this machine can get at best;
# make an update get lost every single time, and mend it; and tell what the GIL guards, what it does not, and what
# changes in a Python without it.
#
# You need: `threading.Thread` and `with lock`, and what `async def` and `await` look like.
# Allow about 120 minutes, 60 for the lesson and 60 for the two questions.
# Wherever a question is put to you, write your prediction down before you run the next cell.
# %% [markdown] lang="zh"
# ## 一、画出谁在什么时候运行
#
# 先要一件能量的工作。旁边的 `gil_jobs.py` 里有个函数，它把计算切成很多小片，每片记下几点开始、占了 CPU 多久、在哪个核上：
# %% [markdown] lang="en"
# ## 1. Draw who ran when
#
# First we need a job that can be measured. A function in `gil_jobs.py`, beside this notebook, computes in many small
# slices and notes for each when it began, how long it was on the CPU, and on which core:
# %%
import inspect
import os
import time

import gil_jobs
import gil_show

print(inspect.getsource(gil_jobs.slices))
print(T("这台机器的核数：", "cores of this machine:"), os.cpu_count())

# %% [markdown] lang="zh"
# 两件这样的工作，三种做法：一件接一件；交给两个线程；交给两个进程。
# 先猜：两个线程用的时间是一半、一样，还是更多？两个进程呢？
# %% [markdown] lang="en"
# Two of these jobs, done in three ways: one after the other, by two threads, by two processes.
# Predict: will two threads need half the time, the same, or more? And two processes?
# %%
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

serial = gil_jobs.slices("A") + gil_jobs.slices("B")

with ThreadPoolExecutor(2) as pool:
    threaded = [one for seen in pool.map(gil_jobs.slices, "AB") for one in seen]

# %%
import multiprocessing

spawn = multiprocessing.get_context("spawn")
with ProcessPoolExecutor(2, mp_context=spawn) as pool:
    workers = set(pool.map(gil_jobs.nap, [0.4, 0.4]))
    apart = [one for seen in pool.map(gil_jobs.slices, "AB") for one in seen]

print(T("本进程", "this process"), os.getpid(), T("，工人", ", workers"), sorted(workers))

# %%
charts = {"serial": serial, "two threads": threaded, "two processes": apart}
figure = gil_show.timelines(charts)

# %% [markdown] lang="zh"
# 彩条是正在核上运行的片刻，空白是没有运行。**串行**：B 等 A 全部做完。两个线程是**并发**：两条都在往前走，可是同一时刻只有一条有颜色，
# 每几毫秒换一次手，总时间没有变短。两个进程是**并行**：两个核上同时有颜色。（如果这台机器只有一个核，或者你用的是没有 GIL 的 Python，图会不同，后面会说。）
#
# ![四组时间线，每组两条。串行：先 A 后 B。两个线程：A 和 B 交替，任一时刻只有一个在计算。两个进程：A 和 B 在两个核上同时计算。两个线程等待：同时等](../assets/08_gil/timelines.png)
# %% [markdown] lang="en"
# Colour is a moment on a core, white is a moment off it. **Serial**: B waits until all of A is done. Two threads are
# **concurrent**: both get on, but only one has colour at any moment; they change places every few milliseconds, and
# the total is no shorter. Two processes are **parallel**: colour on two cores at once. (With a single core, or with
# a Python without a GIL, your picture differs; we come to that.)
#
# ![Four timelines of two lanes each. Serial: first A, then B. Two threads: A and B take turns, only one computes at any moment.
# Two processes: A and B compute on two cores at once. Two threads that wait: both wait at once](../assets/08_gil/timelines.png)
# %% [markdown] lang="zh"
# 常听说“多个线程无法被 CPU 调度”。不对：操作系统照样调度每个线程，图里的颜色在两个核之间跳来跳去就是证据。
# 受限的只是一件事：同一时刻只有一个线程在运行 Python 字节码。多久换一次手，可以问出来：
# %% [markdown] lang="en"
# One hears that "the CPU cannot schedule several Python threads". It can, and does: that is why a lane may change its colour,
# that is, its core. Only one thing is limited: one thread at a time runs Python bytecode.
# How long before it has to let go? Ask:
# %%
import sys

print(T("最多占用", "at most"), sys.getswitchinterval() * 1000, T("毫秒就要让一让", "milliseconds, if another thread wants it"))

# %% [markdown] lang="zh"
# ## 二、等待的时候不占 CPU
#
# 现在换一种工作：大部分时间在等，比如等网络应答。我们用 `time.sleep` 代替网络，它同样只是等。
# 先猜：两个线程各等三次、每次 50 毫秒，一共要多久？一个线程里的两个协程呢？
# %% [markdown] lang="en"
# ## 2. Waiting needs no CPU
#
# Now a job that mostly waits, for a reply from the network, say. `time.sleep` stands in for the network; it waits just the
# same. Two threads wait three times each, 50 milliseconds a time. Predict how long that takes in all.
# And two coroutines, in a single thread?
# %%
import asyncio


async def waits(worker):
    seen = []
    for _ in range(3):
        begin = time.perf_counter()
        await asyncio.sleep(0.05)
        seen.append((worker, begin, time.perf_counter() - begin, "waiting"))
    return seen


# %%
with ThreadPoolExecutor(2) as pool:
    by_threads = [one for seen in pool.map(gil_jobs.waits, "AB") for one in seen]

by_coroutines = [one for seen in await asyncio.gather(waits("A"), waits("B")) for one in seen]
figure = gil_show.timelines({"two threads": by_threads, "two coroutines": by_coroutines})

# %% [markdown] lang="zh"
# 都是大约 150 毫秒，不是 300。睡着的线程不需要 CPU，也不占着 GIL。
# 协程更省：只有一个线程，一个事件循环，谁 `await` 谁就让出来。所以**并发不一定要多个线程，并行才一定要多个核**。
#
# 那如果协程里忘了 `await`，写成普通的 `time.sleep` 呢？外面还套了一个 20 毫秒的时限。先猜：`tick` 会打印几次？时限管用吗？
# %% [markdown] lang="en"
# About 150 milliseconds each, not 300. A thread that sleeps needs no CPU and does not hold the GIL. Coroutines are cheaper still:
# one thread, one event loop, and whoever says `await` lets the others go on. So **concurrency does not take several threads;
# parallelism does take several cores**.
#
# And what if a coroutine forgets the `await` and calls plain `time.sleep`, with a limit of 20 milliseconds around it?
# Predict: how often will `tick` print? Does the limit help?
# %%
async def tick(name, until):
    while time.perf_counter() < until:
        print(name, end=" ")
        await asyncio.sleep(0.02)


async def rude():
    async with asyncio.timeout(0.02):
        time.sleep(0.2)
        print("[slept]", end=" ")


# %%
began = time.perf_counter()
await asyncio.gather(tick("tick", began + 0.15), rude())
print(f"{time.perf_counter() - began:.2f} s")

# %% [markdown] lang="zh"
# 只有一次 `tick`，然后所有人陪着睡了 0.2 秒，时限毫无作用：事件循环自己也被堵住，没有机会去看表。
# 只有阻塞的函数可用时，把它交给一个线程：
# %% [markdown] lang="en"
# One `tick`, and then everybody slept along for 0.2 seconds. The limit did nothing: the event loop was stuck as well and had no
# chance to look at its clock. Where only a blocking function is to be had, hand it to a thread:
# %%
async def polite():
    try:
        async with asyncio.timeout(0.1):
            await asyncio.to_thread(time.sleep, 0.2)
    except TimeoutError:
        print("[TimeoutError]", end=" ")


await asyncio.gather(tick("tick", time.perf_counter() + 0.15), polite())
print()

# %% [markdown] lang="zh"
# 这次 `tick` 不停，时限也管用了。（老实说：那个线程还在睡，没有人能叫停它，只是没人再等它。）
#
# 顺便记住：笔记本里已经有一个事件循环在运行，直接写 `await` 就行。先猜：在这里照脚本的写法用 `asyncio.run` 会怎样？
# %% [markdown] lang="en"
# This time `tick` goes on and the limit works. (To be honest: the thread sleeps on, nobody can stop it; one just no
# longer waits for it.)
#
# By the way: a notebook has an event loop running already, so a plain `await` will do. Predict what `asyncio.run`, the way
# of a script, does here.
# %%
task = tick("never", 0)
try:
    asyncio.run(task)
except RuntimeError as error:
    print(error)
task.close()

# %% [markdown] lang="zh"
# ## 三、各有什么，各要多少
#
# 同一个列表，分别交给线程、协程和另一个进程去添一样东西。先猜：最后 `box` 里有什么？
# %% [markdown] lang="en"
# ## 3. What each one has, and what it costs
#
# One list, and a thread, a coroutine and another process each put something into it. Predict what is in `box` at the end.
# %%
box = []


async def put(item):
    return gil_jobs.put(box, item)


with ThreadPoolExecutor(1) as pool:
    pool.submit(gil_jobs.put, box, "thread").result()
await put("coroutine")
with ProcessPoolExecutor(1, mp_context=spawn) as pool:
    theirs = pool.submit(gil_jobs.put, box, "process").result()

print(box, theirs, sep="\n")

# %% [markdown] lang="zh"
# 线程和协程在同一块内存里，改的就是 `box`。另一个进程收到的是一份**副本**：参数用 `pickle` 送过去，返回值再送回来，原来的列表没有变。
# 进程之间怎样共享数据，是下一课的内容。
#
# 隔开也有好处。先猜：下面的进程当场死掉，笔记本会跟着死吗？
# %% [markdown] lang="en"
# A thread and a coroutine live in the same memory and changed `box` itself. The other process got a **copy**: arguments are
# sent over with `pickle`, results sent back, and our list stayed as it was. How processes share data is the next topic.
#
# Being apart has its good side. The next process dies on the spot. Predict whether this notebook dies with it.
# %%
with ProcessPoolExecutor(1, mp_context=spawn) as pool:
    try:
        pool.submit(gil_jobs.crash).result()
    except Exception as error:
        print(type(error).__name__)

# %% [markdown] lang="zh"
# 不会，我们只收到一个 `BrokenProcessPool`。换成线程，整个程序就没了。
#
# 价钱呢？各启动 20 个什么也不做的线程、协程、进程（进程只启动 3 个）。先猜它们相差几倍，再运行。
# %% [markdown] lang="en"
# It does not; all we get is a `BrokenProcessPool`. Had it been a thread, the whole program would be gone.
#
# And the price? Start 20 threads, 20 coroutines and (only) 3 processes that do nothing. Predict by what factors they differ.
# %%
def start_threads(count):
    gil_jobs.in_threads(lambda: None, count)


def start_processes(count):
    children = [spawn.Process(target=gil_jobs.spin, args=(0,)) for _ in range(count)]
    for child in children:
        child.start()
    for child in children:
        child.join()


# %%
for name, start, count in (("thread", start_threads, 20), ("process", start_processes, 3)):
    began = time.perf_counter()
    start(count)
    print(f"{name:10}{(time.perf_counter() - began) / count * 1e6:10.0f} µs")

began = time.perf_counter()
await asyncio.gather(*(asyncio.sleep(0) for _ in range(20)))
print(f"{'coroutine':10}{(time.perf_counter() - began) / 20 * 1e6:10.0f} µs")

# %% [markdown] lang="zh"
# 在我们的机器上：协程十几微秒，线程几十到一百微秒，进程几万微秒（`spawn` 要新开一个 Python；`fork` 便宜些，下一课会比）。
# 所以一万个连接用协程，几十个阻塞调用用线程，进程则按核数开，并且让它们长期干活。
# %% [markdown] lang="en"
# On our machine a coroutine takes ten or twenty microseconds, a thread up to a hundred, a process tens of thousands (`spawn` starts
# a whole new Python; `fork` is cheaper, the next topic compares). So: coroutines for ten thousand connections, threads for a
# few dozen blocking calls, and processes as many as there are cores, kept busy for long.
# %% [markdown] lang="zh"
# ## 四、量一量：谁能快几倍
#
# 四件计算、四件等待，分别串行、用四个线程、用四个进程来做（进程预先启动好）。先填一张表：每一格相对串行快几倍？
# %% [markdown] lang="en"
# ## 4. Measure who gets how much faster
#
# Four computing jobs and four waiting jobs, done serially, by four threads and by four processes (started beforehand).
# Fill in a table first: how much faster than serial will each be?
# %%
def seconds_for(run):
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


seconds = {}
with ThreadPoolExecutor(4) as threads, ProcessPoolExecutor(4, mp_context=spawn) as processes:
    list(processes.map(gil_jobs.nap, [0.5] * 4))
    for name, job in (("compute", gil_jobs.compute), ("wait", gil_jobs.fetch)):
        for how, mapping in (("serial", map), ("4 threads", threads.map), ("4 processes", processes.map)):
            seconds[name, how] = seconds_for(lambda mapping=mapping, job=job: list(mapping(job, range(4))))

# %%
async def four(job):
    await asyncio.gather(*(job() for _ in range(4)))


async def compute():
    gil_jobs.compute()


for name, job in (("compute", compute), ("wait", lambda: asyncio.sleep(0.1))):
    began = time.perf_counter()
    await four(job)
    seconds[name, "4 coroutines"] = time.perf_counter() - began

# %%
for (name, how), spent in seconds.items():
    print(f"{name:8} {how:13} {spent:5.2f} s   x{seconds[name, 'serial'] / spent:.1f}")

figure = gil_show.bars(dict(sorted(seconds.items())))

# %% [markdown] lang="zh"
# 等待：三种做法都接近 4 倍，因为等待可以重叠，与核数无关。计算：线程和协程都是 1 倍左右，只有进程变快，
# 而且最多快到**核数**那么多倍：4 个进程在 2 个核上最多 2 倍。机器正忙时会更少；这些数字只属于这台机器的这一刻。
#
# ![条形图：四件计算和四件等待，串行、线程、进程、协程各用几秒。等待时三种并发都约为四分之一；计算时只有进程变快](../assets/08_gil/speedup.png)
# %% [markdown] lang="en"
# Waiting: all three come close to 4 times, because waits can overlap, whatever the number of cores. Computing: threads and
# coroutines stay near 1, only processes get faster, and at best by the **number of cores**: 4 processes on 2 cores, 2 times.
# On a busy machine it is less; these numbers belong to this machine and this moment.
#
# ![Bars: seconds for four computing and four waiting jobs, done serially, by threads, by processes and by coroutines.
# Waiting, all three ways of concurrency need a quarter; computing, only the processes are faster](../assets/08_gil/speedup.png)
# %% [markdown] lang="zh"
# “所以线程对计算没有用？”也不对。`hashlib` 在 C 里计算大块数据时会放开 GIL。先猜：两个线程各算 40 MB 的 SHA-3 摘要，比一个接一个快多少？
# %% [markdown] lang="en"
# "So threads are useless for computing"? Not that either. `hashlib` lets go of the GIL while it works in C on a large block.
# Predict: two threads make a SHA-3 digest of 40 MB each. How much faster is that than one after the other?
# %%
data = bytes(40_000_000)
with ThreadPoolExecutor(2) as pool:
    alone = seconds_for(lambda: list(map(gil_jobs.digest, [data] * 2)))
    together = seconds_for(lambda: list(pool.map(gil_jobs.digest, [data] * 2)))
print(f"{alone:.2f} s, {together:.2f} s, x{alone / together:.1f}")

# %% [markdown] lang="zh"
# 有两个空闲的核时接近 2 倍。`zlib`、NumPy 的许多函数也这样。判断的标准不是“计算还是等待”，而是**时间花在 Python 字节码里，还是花在别处**。
# %% [markdown] lang="en"
# Close to 2, with two idle cores. `zlib` and much of NumPy behave the same. The test is not "computing or waiting"
# but **whether the time is spent in Python bytecode or somewhere else**.
# %% [markdown] lang="zh" q="q19"
# ## Q19 · 进程、线程、协程（4 分，另有 1 分书面题）
#
# 写三个函数，它们对列表 `items` 里的每一项（相等的也是）调用一次函数，返回**结果的列表**，次序与 `items` 相同：
#
# - `map_threads(func, items)`：用线程，`func` 是普通函数；
# - `map_processes(func, items)`：用别的进程，`func` 来自一个模块（检查用 `gil_meet.py` 里的函数），结果都能 `pickle`；
# - `await map_coroutines(afunc, items)`：用协程，`afunc` 是 `async def` 函数，全部在当前线程、已经在运行的事件循环里。
#
# 三个函数都要做到：
#
# - 所有项**同时**在进行，谁也不等谁先做完，不管机器有几个核。线程和协程最多 64 项，进程最多 33 项。
#   检查让每一项都等到其余各项也来了才做完，并且按相反的次序离开；
# - `items` 保持原样；它可以是空列表，结果是空列表；各项可以相等，也可以不能作字典的键；结果可以是 `None`；
# - 某一项抛出异常时，调用者得到**那个异常本身**（进程里是类型和参数相同的异常），不包在别的异常（例如 `ExceptionGroup`）里。检查里只有一项会抛出。
#
# **`MODEL_FOR`**：字典，为 `WORKLOADS` 里每个名字给出 `"process"`、`"thread"` 或 `"coroutine"`，选最合适的一种。解释器是带 GIL 的普通 CPython，机器有 8 个核：
#
# | 名字 | 工作 |
# |---|---|
# | `primes` | 用纯 Python 找质数，8 个核都要用上 |
# | `chat` | 一台聊天服务器，同时保持 10000 个几乎一直沉默的连接，网络库是异步的 |
# | `reports` | 下载 20 份报表，所用的库只有阻塞的函数 |
# | `plugin` | 运行别人写的 C 扩展，它可能让解释器崩溃，主程序要活下来 |
# | `backup` | 用 `shutil` 把 12 个文件复制到很慢的网络盘 |
# | `timers` | 5000 个倒计时，每个每秒醒一次，改一个数 |
# | `pixels` | 对 4000 张图片做纯 Python 写的滤镜，越快越好 |
# | `window` | 一次阻塞的数据库查询期间，窗口不能卡住，结果要放进程序自己的数据里 |
# %% [markdown] lang="en" q="q19"
# ## Q19 · Processes, threads, coroutines (4 points, 1 more for the written part)
#
# Write three functions that call a function once for each item of the list `items`, equal ones too, and give a **list of the results**, in the
# order of `items`:
#
# - `map_threads(func, items)` uses threads; `func` is an ordinary function;
# - `map_processes(func, items)` uses other processes; `func` comes from a module (the checks use functions of `gil_meet.py`), and
#   `pickle` can take its results;
# - `await map_coroutines(afunc, items)` uses coroutines; `afunc` is an `async def` function, and all of it happens in the current thread, in
#   the event loop that is running already.
#
# All three:
#
# - have all items under way **at once**, none waits for another to be done first, however many cores there are: up to 64 with threads
#   and coroutines, up to 33 with processes. In the checks each item ends only when all others have come, and they leave in the opposite order;
# - leave `items` as it is, and of an empty list make an empty list; items may be equal, and may be unfit as keys of a dict; a result may be `None`;
# - hand on an exception that an item raises **as it is** (from another process: one of the same type with the same arguments), not wrapped into another one,
#   an `ExceptionGroup` for example. In the checks only one item raises.
#
# **`MODEL_FOR`**: a dict that gives for each name in `WORKLOADS` whichever fits best, `"process"`, `"thread"` or `"coroutine"`. The interpreter is an ordinary
# CPython with a GIL, the machine has 8 cores:
#
# | Name | The work |
# |---|---|
# | `primes` | search for prime numbers in pure Python, using all 8 cores |
# | `chat` | a chat server with 10,000 open connections, silent most of the time; the network library is asynchronous |
# | `reports` | fetch 20 reports with a library that has blocking functions only |
# | `plugin` | run somebody's C extension that may crash the interpreter; the main program must live on |
# | `backup` | copy 12 files to a slow network drive with `shutil` |
# | `timers` | 5,000 countdowns, each waking up once a second to change a number |
# | `pixels` | a filter in pure Python over 4,000 pictures, as fast as possible |
# | `window` | a window must not freeze during one blocking database query, whose result goes into the program's own data |
# %% q="q19" role="given"
import asyncio
import tempfile
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

import gil_meet  # used by the checks only

WORKLOADS = ["primes", "chat", "reports", "plugin", "backup", "timers", "pixels", "window"]

# %% q="q19" role="answer"
def map_threads(func, items):
    """`[func(item) for item in items]`, all at once in threads."""
    ### BEGIN SOLUTION
    with ThreadPoolExecutor(max(len(items), 1)) as pool:
        return list(pool.map(func, items))
    ### END SOLUTION


# %% q="q19" role="answer"
def map_processes(func, items):
    """`[func(item) for item in items]`, all at once in other processes."""
    ### BEGIN SOLUTION
    with ProcessPoolExecutor(max(len(items), 1)) as pool:
        return list(pool.map(func, items))
    ### END SOLUTION


# %% q="q19" role="answer"
async def map_coroutines(afunc, items):
    """`[await afunc(item) for item in items]`, all at once in this event loop."""
    ### BEGIN SOLUTION
    return await asyncio.gather(*(afunc(item) for item in items))
    ### END SOLUTION


# %% q="q19" role="answer"
### BEGIN SOLUTION
MODEL_FOR = {
    "primes": "process",
    "chat": "coroutine",
    "reports": "thread",
    "plugin": "process",
    "backup": "thread",
    "timers": "coroutine",
    "pixels": "process",
    "window": "thread",
}
### END SOLUTION

# %% q="q19" role="check" points=1 timeout=30
# zh: 五个线程、五个协程同时在进行，结果按 `items` 的次序
# en: Five threads, and five coroutines, are under way at once, and the results are in the order of `items`
with tempfile.TemporaryDirectory() as folder:
    threaded = gil_meet.story(map_threads, gil_meet.meet, gil_meet.guests(folder, "threads", 5, 3))
    awaited = await gil_meet.story_async(map_coroutines, gil_meet.meet_async, gil_meet.guests(folder, "coroutines", 5, 3))
by_threads, by_coroutines = gil_meet.told(threaded), gil_meet.told(awaited)
kinds = [type(threaded).__name__, type(awaited).__name__]

assert by_threads[:2] == ([0, 1, 2, 3, 4], 5), T(
    f"map_threads 处理 0–4 五项，每项等到五项都来了才做完，最后一项先离开。应得到 ([0, 1, 2, 3, 4], 5, …)：结果的次序，以及最少看到几项同时在场；实际 {by_threads}。"
    "在场的不足 5：线程不够，或者一个 join 完才启动下一个。次序反了：结果是按做完的先后收的。",
    f"map_threads got the items 0 to 4; each ends only when all five have come, the last one leaves first. Expected ([0, 1, 2, 3, 4], 5, …), the order of the results and how many "
    f"were seen there at the least; got {by_threads}. Fewer than 5: there are too few threads, or each is joined before the next one starts. Another order: "
    "results were collected as they came.",
)
assert by_threads[2:4] == (0, 5), T(
    f"五项应在本进程的 5 个线程里，实际（别的进程数，线程数）是 {by_threads[2:4]}",
    f"The five should be in 5 threads of this process; (other processes, threads) were {by_threads[2:4]}",
)
assert by_coroutines == ([0, 1, 2, 3, 4], 5, 0, 1, True), T(
    f"map_coroutines 也一样，而且全部在当前线程的事件循环里：应得到 ([0, 1, 2, 3, 4], 5, 0, 1, True)，即次序、同时在场的项数、别的进程数、线程数、是否当前线程；实际 {by_coroutines}。"
    "在场的只有 1：在循环里逐个 `await`，后一个要等前一个做完才开始。",
    f"The same with map_coroutines, all in the event loop of this thread. Expected ([0, 1, 2, 3, 4], 5, 0, 1, True): order, how many were there at once, other processes, threads, "
    f"whether this thread; got {by_coroutines}. Only 1 there: an `await` in a loop lets one begin only when the one before is done.",
)
assert kinds == ["list", "list"], T(f"两个函数都应返回列表，实际是 {kinds}", f"Both should give a list, they gave {kinds}")

# %% q="q19" role="check" points=1 timeout=40
# zh: 三个进程同时在进行，不管机器有几个核
# en: Three processes are under way at once, however many cores there are
with tempfile.TemporaryDirectory() as folder, gil_meet.one_core():
    returned = gil_meet.story(map_processes, gil_meet.meet, gil_meet.guests(folder, "processes", 3, 6))
by_processes, kind = gil_meet.told(returned), type(returned).__name__

assert by_processes[:2] == ([0, 1, 2], 3), T(
    f"map_processes 处理 0–2 三项，每项等到三项都来了才做完，最后一项先离开；检查期间系统自称只有 1 个核。应得到 ([0, 1, 2], 3, …)，实际 {by_processes}。"
    "在场的不足 3：进程数用了默认值（核数）。PicklingError 或 AttributeError：交给进程的函数必须来自模块，lambda 和单元格里的函数不行。",
    f"map_processes got the items 0 to 2; each ends only when all three have come, the last leaves first; meanwhile the system says that it has 1 core. Expected ([0, 1, 2], 3, …), got "
    f"{by_processes}. Fewer than 3: the number of processes is the default, that of the cores. PicklingError or AttributeError: what a process runs must come from a module, no lambda, no function of a cell.",
)
assert by_processes[2] == 3, T(
    f"三项应在三个别的进程里，实际用了 {by_processes[2]} 个",
    f"The three should be in three other processes; there were {by_processes[2]}",
)
assert kind == "list", T(f"map_processes 应返回列表，实际是 {kind}", f"map_processes should give a list, it gave {kind}")

# %% q="q19" role="hidden" points=1 timeout=120
# zh: 64 个线程、64 个协程、33 个进程；空列表、相等的项、`None`；每项只调用一次；异常原样交出
# en: 64 threads, 64 coroutines, 33 processes; empty lists, equal items, `None`; one call for each item; an exception as it is
with tempfile.TemporaryDirectory() as folder, gil_meet.one_core():
    crowds = {
        "map_threads": gil_meet.told(gil_meet.story(map_threads, gil_meet.meet, gil_meet.guests(folder, "threads", 64, 3))),
        "map_coroutines": gil_meet.told(await gil_meet.story_async(map_coroutines, gil_meet.meet_async, gil_meet.guests(folder, "coroutines", 64, 3))),
        "map_processes": gil_meet.told(gil_meet.story(map_processes, gil_meet.meet, gil_meet.guests(folder, "processes", 33, 6))),
    }
odd_items = [[1], "x", [1], None, [], "x"]
handed = [list(odd_items) for _ in range(3)]
odd = {
    "map_threads": [gil_meet.story(map_threads, gil_meet.whatever, items) for items in (handed[0], [])],
    "map_coroutines": [await gil_meet.story_async(map_coroutines, gil_meet.whatever_async, items) for items in (handed[1], [])],
    "map_processes": [gil_meet.story(map_processes, gil_meet.whatever, items) for items in (handed[2], [])],
}
with tempfile.TemporaryDirectory() as folder:
    threads, coroutines, processes = (gil_meet.errands(folder, name, [3, 5, 7, 9]) for name in ("threads", "coroutines", "processes"))
    raised = {
        "map_threads": gil_meet.story(map_threads, gil_meet.tens, threads),
        "map_coroutines": await gil_meet.story_async(map_coroutines, gil_meet.tens_async, coroutines),
        "map_processes": gil_meet.story(map_processes, gil_meet.tens, processes),
    }
    asked = [gil_meet.asked(folder, name, 7) for name in ("threads", "coroutines", "processes")]
    threads, coroutines, processes = (gil_meet.errands(folder, name, [3, 5, 5]) for name in ("threads again", "coroutines again", "processes again"))
    again = {
        "map_threads": [gil_meet.ascending(gil_meet.story(map_threads, gil_meet.tens, threads)) for _ in "12"],
        "map_coroutines": [gil_meet.ascending(await gil_meet.story_async(map_coroutines, gil_meet.tens_async, coroutines)) for _ in "12"],
        "map_processes": [gil_meet.ascending(gil_meet.story(map_processes, gil_meet.tens, processes)) for _ in "12"],
    }

assert crowds["map_threads"][:4] == ([*range(64)], 64, 0, 64), T(
    f"map_threads 处理 64 项，应同时在场 64 项，用 64 个线程，次序 0–63；得到（在场，别的进程，线程）：{crowds['map_threads'][1:4] or crowds['map_threads']}，"
    f"次序对不对：{crowds['map_threads'][0] == [*range(64)]}",
    f"map_threads got 64 items, all of which should be there at once, in 64 threads, results in order 0 to 63; (there, other processes, threads): "
    f"{crowds['map_threads'][1:4] or crowds['map_threads']}; in order: {crowds['map_threads'][0] == [*range(64)]}",
)
assert crowds["map_coroutines"] == ([*range(64)], 64, 0, 1, True), T(
    f"map_coroutines 处理 64 项，应同时在场 64 项，都在当前线程，次序 0–63；得到（在场，别的进程，线程，是否当前线程）：{crowds['map_coroutines'][1:] or crowds['map_coroutines']}，"
    f"次序对不对：{crowds['map_coroutines'][0] == [*range(64)]}",
    f"map_coroutines got 64 items, all of which should be there at once, in this thread, results in order 0 to 63; (there, other processes, threads, this thread): "
    f"{crowds['map_coroutines'][1:] or crowds['map_coroutines']}; in order: {crowds['map_coroutines'][0] == [*range(64)]}",
)
assert crowds["map_processes"][:3] == ([*range(33)], 33, 33), T(
    f"map_processes 处理 33 项，应同时在场 33 项，用 33 个别的进程，次序 0–32；得到（在场，别的进程）：{crowds['map_processes'][1:3] or crowds['map_processes']}，"
    f"次序对不对：{crowds['map_processes'][0] == [*range(33)]}",
    f"map_processes got 33 items, all of which should be there at once, in 33 other processes, results in order 0 to 32; (there, other processes): "
    f"{crowds['map_processes'][1:3] or crowds['map_processes']}; in order: {crowds['map_processes'][0] == [*range(33)]}",
)
assert all(results == [[[1, 1], None, [1, 1], None, [], None], []] for results in odd.values()) and len(odd) == 3, T(
    f"各项为 {odd_items}，列表的结果是它的两倍，其余的结果是 None；再给空列表。两次应得到 [[1, 1], None, [1, 1], None, [], None] 和 []，实际 {odd}。"
    "空列表出错：`max_workers` 不能是 0。少了几项：结果按项存进了字典，或者 None 被丢掉。",
    f"The items are {odd_items}; of a list the result is the list doubled, else None; then an empty list. Expected [[1, 1], None, [1, 1], None, [], None] and [], got {odd}. "
    "An error with the empty list: `max_workers` cannot be 0. Some are missing: results were kept in a dict by item, or None was dropped.",
)
assert handed == [odd_items] * 3, T(
    f"`items` 应保持原样，是 {odd_items}；map_threads、map_coroutines、map_processes 用过之后依次是 {handed}",
    f"`items` should stay as it was, {odd_items}; after map_threads, map_coroutines and map_processes had it, it was {handed}",
)
assert raised["map_threads"] == raised["map_coroutines"] == "Refused('seven', 7), itself", T(
    f"各项为 3、5、7、9，轮到 7 时抛出 Refused('seven', 7)。调用者应得到那个异常对象本身，即 \"Refused('seven', 7), itself\"，实际 {raised}。"
    "a copy：又造了一个新的。ExceptionGroup：`TaskGroup` 总把异常包起来。得到列表：异常被当成结果收了，或者根本没有人去问线程的异常。",
    f"The items are 3, 5, 7, 9, and 7 raises Refused('seven', 7). The caller should get that very object, \"Refused('seven', 7), itself\"; got {raised}. A copy: it was made anew. "
    "ExceptionGroup: a `TaskGroup` always wraps. A list: the exception was taken for a result, or nobody asked the threads for theirs.",
)
assert raised["map_processes"] in ("Refused('seven', 7), itself", "Refused('seven', 7), a copy"), T(
    f"map_processes 处理 3、5、7、9，轮到 7 时抛出 Refused('seven', 7)；调用者应得到类型和参数都相同的异常，实际 {raised['map_processes']}",
    f"map_processes got 3, 5, 7, 9, and 7 raises Refused('seven', 7); the caller should get one of the same type with the same arguments; got {raised['map_processes']}",
)
assert asked == [1, 1, 1], T(
    f"每一项应只调用一次函数，抛出异常的也是；map_threads、map_coroutines、map_processes 为 7 调用了 {asked} 次",
    f"The function should be called once for each item, for one that raises too; for 7 map_threads, map_coroutines and map_processes called it {asked} times",
)
assert all(results == [[31, 51, 52], [32, 53, 54]] for results in again.values()) and len(again) == 3, T(
    f"对同样的三项 3、5、5 调用两次，函数对每一项都应重新调用，相等的项也是：结果是数的十倍加上第几次问它，从小到大应为 [[31, 51, 52], [32, 53, 54]]，实际 {again}",
    f"Called twice with the same three items, 3, 5, 5, the function should be called anew for each, equal ones too: ten times the number plus how often it has been asked, in ascending order "
    f"[[31, 51, 52], [32, 53, 54]]; got {again}",
)

# %% q="q19" role="hidden" points=1
# zh: 每件工作配最合适的一种
# en: Each workload gets the model that fits
choices = [str(MODEL_FOR.get(name)) for name in WORKLOADS]
wrong_models = [name for name, choice in zip(WORKLOADS, choices, strict=True) if choice not in ("process", "thread", "coroutine")]

assert wrong_models == [], T(
    f"`MODEL_FOR` 的值只能是 \"process\"、\"thread\"、\"coroutine\"；这些名字没有：{wrong_models}，全部是 {choices}",
    f"The values of `MODEL_FOR` are \"process\", \"thread\" or \"coroutine\"; these names have none of them: {wrong_models}; in all {choices}",
)
assert [choices[n] for n in (0, 3, 6)] == ["process"] * 3, T(
    f"primes、pixels 的时间花在 Python 字节码里，要用上多个核；plugin 要隔开。得到 {[choices[n] for n in (0, 6, 3)]}",
    f"primes and pixels spend their time in Python bytecode and want several cores; plugin has to be kept apart. Got {[choices[n] for n in (0, 6, 3)]}",
)
assert [choices[n] for n in (1, 5)] == ["coroutine"] * 2, T(
    f"chat、timers 是几千个几乎总在等待的任务，一个任务一个线程或进程太贵。得到 {[choices[n] for n in (1, 5)]}",
    f"chat and timers are thousands of tasks that wait nearly all the time; a thread or a process for each costs too much. Got {[choices[n] for n in (1, 5)]}",
)
assert [choices[n] for n in (2, 4, 7)] == ["thread"] * 3, T(
    f"reports、backup、window 是不多的几个阻塞调用：协程会被它们堵住，进程又不必要。得到 {[choices[n] for n in (2, 4, 7)]}",
    f"reports, backup and window are a few blocking calls: they would block an event loop, and processes are not needed. Got {[choices[n] for n in (2, 4, 7)]}",
)
# %% [markdown] lang="zh" q="q19" role="hint"
# 三个函数都是“先全部启动，再按次序收结果”。哪个现成的工具会按参数的次序交回结果？它同时开几个工人，由谁决定？
# %% [markdown] lang="en" q="q19" role="hint"
# All three are "start everything, then collect in order". Which ready-made tool hands results back in the order of its
# arguments? And who decides how many workers it has?
# %% [markdown] lang="zh" q="q19" role="hint"
# `concurrent.futures` 的两种执行器都有 `map`，次序和异常它都管；`max_workers` 要自己给，默认值跟着核数走，而且不能是 0。
# 协程这边是 `asyncio.gather`：它按参数的次序返回，异常原样抛出；`TaskGroup` 则会包成 `ExceptionGroup`。
# %% [markdown] lang="en" q="q19" role="hint"
# Both executors of `concurrent.futures` have a `map` that takes care of the order and of exceptions. Give `max_workers` yourself: the
# default follows the number of cores, and 0 is refused. For coroutines there is `asyncio.gather`, which answers in the order of
# its arguments and raises an exception as it is; a `TaskGroup` makes an `ExceptionGroup` of it.
# %% [markdown] lang="zh" q="q19" role="hint"
# ```python
# with ThreadPoolExecutor(max(len(items), 1)) as pool:
#     return list(pool.map(func, items))
# ```
# 进程只要换一个类；协程只有一行，`gather(*(…))` 前面别忘了 `await`。
# %% [markdown] lang="en" q="q19" role="hint"
# ```python
# with ThreadPoolExecutor(max(len(items), 1)) as pool:
#     return list(pool.map(func, items))
# ```
# For processes change the class. The coroutines are a single line; do not forget the `await` before `gather(*(…))`.
# %% [markdown] lang="zh" q="q19"
# **书面题（1 分）** 用自己的话回答：进程、线程、协程各与同类共享什么？由谁、在什么时候切换到另一个？
# 为什么在带 GIL 的 Python 里，只有进程能让纯 Python 的计算变快，而三者都能让等待重叠？
# %% [markdown] lang="en" q="q19"
# **Written part (1 point)** In your own words: what do processes, threads and coroutines each share with their like? Who
# switches from one to the next, and when? Why, in a Python with a GIL, do only processes speed up computing in pure Python,
# while all three let waits overlap?
# %% [markdown] lang="zh" q="q19" role="words"
# ### BEGIN SOLUTION
# 每个进程有自己的内存和解释器，交换数据要传送；同一进程的线程共用内存；协程都在一个线程里，共用的就更多。
# 进程和线程由操作系统切换，随时可能发生，在两条字节码之间也行；协程只在自己 `await` 的地方让出，由事件循环选下一个。
# GIL 让一个进程里同一时刻只有一个线程运行字节码，所以线程和协程的计算只能轮流；每个进程有自己的 GIL，可以在几个核上同时算。
# 等待不运行字节码：线程等待时放开 GIL，协程等待时让出事件循环，所以等待可以重叠。
#
# - [ ] 进程各有自己的内存，线程共用同一进程的内存
# - [ ] 协程都在同一个线程里，共用它的一切
# - [ ] 操作系统可以随时切换线程和进程；协程只在 `await` 处让出
# - [ ] GIL 让同一时刻只有一个线程运行字节码；每个进程有自己的 GIL
# - [ ] 等待时放开 GIL（或让出事件循环），所以等待可以重叠
# ### END SOLUTION
# %% [markdown] lang="en" q="q19" role="words"
# ### BEGIN SOLUTION
# Each process has its own memory and interpreter, data have to be sent; the threads of a process share its memory; coroutines
# share even the thread. The operating system switches processes and threads whenever it likes, between any two bytecodes; a coroutine gives way only at
# its own `await`, and the event loop picks the next. The GIL lets one thread of a process at a time run bytecode, so threads
# and coroutines take turns computing; each process has a GIL of its own and they compute on several cores at once.
# Waiting runs no bytecode: a thread lets go of the GIL, a coroutine of the event loop, so waits overlap.
#
# - [ ] processes have memory of their own, threads share that of their process
# - [ ] coroutines share one thread and all that it has
# - [ ] the operating system switches threads and processes at any time; a coroutine gives way only at `await`
# - [ ] the GIL lets one thread at a time run bytecode; each process has its own GIL
# - [ ] a wait lets go of the GIL (or of the event loop), so waits overlap
# ### END SOLUTION
# %% [markdown] lang="zh" q="q19" role="solution"
# 执行器的 `map` 已经替我们按次序收结果、把异常带回来；用 `as_completed` 就会按做完的先后，得自己再排。
# 真正要写的只有工人的数目：默认值在 2 个核的机器上是 6 个线程、2 个进程，任务互相等待时就会死等，而且换一台机器才发现。
#
# 最常见的错误：空列表时 `max_workers=0` 抛出 `ValueError`；把 `lambda` 交给进程；在循环里逐个 `await`；
# 用 `TaskGroup` 却没有拆开 `ExceptionGroup`；自己写线程时没有人把异常带回来，结果里悄悄多出 `None`。
# `gather` 抛出异常时其余协程还在运行，需要它们停下，就得自己取消；这道题没有要求。
# %% [markdown] lang="en" q="q19" role="solution"
# The executors' `map` collects in order and brings exceptions back; `as_completed` gives results as they finish, and would have to be
# sorted again. What is left to decide is the number of workers: by default a machine with 2 cores gets 6 threads and 2 processes, and jobs that
# wait for one another hang, which shows only on another machine.
#
# The usual mistakes: `max_workers=0` for an empty list, a `ValueError`; a `lambda` given to a process; an `await` in a loop;
# a `TaskGroup` whose `ExceptionGroup` is not unwrapped; threads by hand whose exceptions nobody fetches, so that a silent `None` turns up in the results.
# When `gather` raises, the other coroutines run on; who wants them stopped has to cancel them. The question does not ask for it.
# %% [markdown] lang="zh"
# ## 五、丢失的更新：先碰运气，再安排
#
# GIL 只在两条字节码之间换手，可是 `x += 1` 是好几条：读、加、写。先猜：四个线程各加 10 万次，`total` 会是 40 万吗？
# %% [markdown] lang="en"
# ## 5. A lost update, first by luck, then by design
#
# The GIL changes hands between two bytecodes, and `x += 1` is several: read, add, write. Predict: four threads add 1 a hundred thousand
# times each. Will `total` be 400,000?
# %%
import dis

total = 0


def add_many():
    global total
    for _ in range(100_000):
        total += 1


dis.dis(compile("x += 1", "", "exec"))
gil_jobs.in_threads(add_many, 4)
print(total)

# %% [markdown] lang="zh"
# 在带 GIL 的 3.10 到 3.14 上，多半一次也没有丢，尽管读、加、写明明是三步。原因不在语言，在解释器：从 3.10 起，它只在函数调用和循环回头这样的地方让出 GIL，
# 这三步中间恰好没有。3.8 和 3.9 上同样的代码丢掉一半以上；没有 GIL 的 3.13t、3.14t 也可能丢。所以老教材的这个演示不灵了，代码却依旧是错的。
#
# 只要读和写之间有一次调用，缝就开了。先猜这次剩多少：
# %% [markdown] lang="en"
# With a GIL, on 3.10 to 3.14, most likely none was lost, although read, add and write are three steps. The language does not promise that; the
# interpreter happens to: since 3.10 it lets go of the GIL only in places such as a call or the jump back of a loop, and there is none between
# these three. On 3.8 and 3.9 the same code lost more than half, and 3.13t or 3.14t, without a GIL, may lose too. The old demonstration no longer works, and the code is
# as wrong as ever.
#
# One call between the read and the write opens the gap. Predict what is left this time:
# %%
def plus_one(number):
    return number + 1


def add_by_a_call():
    global total
    for _ in range(100_000):
        total = plus_one(total)


total = 0
gil_jobs.in_threads(add_by_a_call, 4)
print(total, T("，丢了", ", lost"), f"{1 - total / 400_000:.0%}")

# %% [markdown] lang="zh"
# 多半丢了，有时不多，有时几成，每次运行都不一样。靠运气的演示和靠运气的测试一样，不可信。现在来安排：做一个“数”，它被加上去的时候先停下，
# 等另一个线程也读完旧值。先猜：从 0 开始，两个线程各加 1，结果是几？
# %% [markdown] lang="en"
# Most likely some are lost, now a few, now a third or more, a different part in every run. A demonstration by luck is worth as little as a test by luck. So arrange it: a
# "number" that stops while it is being added, until another thread has read the old value too. Predict: from 0, two threads add 1 each. What comes out?
# %%
import threading


class Waiting:
    def __init__(self, barrier):
        self.barrier = barrier

    def __radd__(self, old):
        print(threading.current_thread().name, T("读到", "read"), old)
        try:
            self.barrier.wait(timeout=0.5)
        except threading.BrokenBarrierError:
            print(T("没有别人进来", "nobody else came in"))
        return old + 1


# %%
def add_one_each(job):
    for name in ("T1", "T2"):
        threads.append(threading.Thread(target=job, name=name))
        threads[-1].start()
    for thread in threads:
        thread.join()


def careless():
    global total
    total += one


total, threads, one = 0, [], Waiting(threading.Barrier(2))
add_one_each(careless)
print(total)

# %% [markdown] lang="zh"
# 1，次次都是 1。两个线程都读到 0，都写回 1，有一次更新就这样丢了；`+=` 一个字符也没有改。
# 下图就是这一次的记录。修法是让读、加、写三步在同一把锁里。先猜：这次谁在等谁？
#
# ![两组时间线。没有锁：两个线程都读到 0，都写回 1，结果 1。有锁：T1 读 0 写 1 时 T2 等着，然后读 1 写 2，结果 2](../assets/08_gil/lost_update.png)
# %% [markdown] lang="en"
# 1, every single time. Both threads read 0 and both wrote 1: one update is lost, and the `+=` is the same as ever. The figure shows the record
# of such a run. The cure is to put the read, the addition and the write into one lock. Predict: who waits for whom this time?
#
# ![Two timelines. Without a lock both threads read 0 and both write 1, and the result is 1. With a lock T2 waits while T1 reads 0 and writes 1,
# then reads 1 and writes 2](../assets/08_gil/lost_update.png)
# %%
lock = threading.Lock()


def careful():
    global total
    with lock:
        total += one


total, threads, one = 0, [], Waiting(threading.Barrier(2))
add_one_each(careful)
print(total)

# %% [markdown] lang="zh"
# T1 在栅栏前空等半秒，因为 T2 进不了锁；等它放弃、写完，T2 读到的已经是 1（栅栏已破，T2 不用再等）。锁保护的不是某一行，而是“从读到写”这一段。
# GIL 不是这把锁的替身：它保护解释器自己的数据，不保护你的。
# %% [markdown] lang="en"
# T1 waited in vain for half a second, because T2 could not get in; when it had given up and written, T2 read 1 (and did not wait: the barrier was broken by then). The lock guards no single line
# but the stretch from the read to the write. And the GIL is no substitute for it: it guards the interpreter's data, not yours.
# %% [markdown] lang="zh"
# ## 六、没有 GIL 的 Python
#
# 从 3.13 起，CPython 有一种不带 GIL 的构建（名字后面加 t）：3.13t 是实验性的，单线程约慢 40%；3.14t 得到[正式支持](https://peps.python.org/pep-0779/)，慢 5–10%，
# 内存多 15–20%，但都不是默认的。怎样知道自己用的是哪一种？两个问题要分开问：**造的时候**带不带，和**现在**开没开。
# 一个没有声明支持的 C 扩展会把 GIL 重新打开。
#
# 所以我们在一个干净的进程里量，不受笔记本已导入的扩展影响。先猜：你的解释器，两个线程做两份计算，是一份时间的几倍？
# %% [markdown] lang="en"
# ## 6. Python without a GIL
#
# Since 3.13 CPython can be built without a GIL (its name then ends in t). 3.13t was an experiment, some 40% slower with a single thread; 3.14t is
# [officially supported](https://peps.python.org/pep-0779/) and 5–10% slower, with 15–20% more memory; neither is the default. Which one is yours? Ask two
# questions: how was it **built**, and is the GIL on **now**? A C extension that does not declare its support switches the GIL back on.
#
# So we measure in a clean process, away from the extensions that this notebook has loaded. Predict for your interpreter: two threads do the work of two,
# how many times as long as one?
# %%
import subprocess

done = subprocess.run([sys.executable, gil_jobs.__file__], capture_output=True, text=True, check=True, timeout=60)
print(done.stdout)

# %% [markdown] lang="zh"
# 带 GIL：约 2 倍，因为两份计算只能轮流。不带 GIL 而且有两个空闲的核：约 1 倍，线程真的并行了，第一节的图里两个线程会同时有颜色。
# 这时计算也可以用线程，省掉 `pickle` 和多出来的内存；但上一节丢更新的缝也随时敞开，锁一把也不能少。
#
# `sys._is_gil_enabled()` 从 3.13 才有，3.12 及更早的版本总有 GIL。网上有人写 `sys._is_gil_disabled`。先猜下面打印什么：
# %% [markdown] lang="en"
# With a GIL about 2, since the two can only take turns. Without one, and with two idle cores, about 1: the threads really ran in parallel, and in the picture of section 1
# both would have colour at once. Then threads will do for computing as well, without `pickle` and without the extra memory; but the gap of the last section is open at any
# moment, and every lock is needed.
#
# `sys._is_gil_enabled()` exists since 3.13; up to 3.12 there always is a GIL. Some write `sys._is_gil_disabled`. Predict what is printed:
# %%
import sysconfig

print(hasattr(sys, "_is_gil_enabled"), hasattr(sys, "_is_gil_disabled"))
print(repr(sysconfig.get_config_var("Py_GIL_DISABLED")), sys.version_info[:2])

# %% [markdown] lang="zh"
# 后一个从来没有过。`Py_GIL_DISABLED` 是造的时候的事：没有这一项（`None`）或 0 表示带 GIL，1 表示可以不带。
# 还有第三条路：3.14 的 `InterpreterPoolExecutor` 在一个进程里开几个解释器，每个有自己的 GIL，见 [PEP 734](https://peps.python.org/pep-0734/)。
# %% [markdown] lang="en"
# There never was the second one. `Py_GIL_DISABLED` tells how it was built: missing (`None`) or 0 means with a GIL, 1 that it can do without.
# There is a third way as well: `InterpreterPoolExecutor`, from 3.14 on, runs several interpreters in one process, each with a GIL of its own,
# see [PEP 734](https://peps.python.org/pep-0734/).
# %% [markdown] lang="zh" q="q20"
# ## Q20 · GIL（4 分，另有 1 分书面题）
#
# **`class SafeCounter`**：`SafeCounter()` 从 0 开始；`increment(n=1)` 加上整数 `n`（可以是 0，也可以很大），返回时已经加上；`value` 是属性或特性（不是方法），给出现在的总和。
# 不管多少个线程同时调用 `increment`，一次也不能丢。检查用一种特殊的 `int`：它第一次被加上去时会停下，等别的线程也走到这一步；
# 还会让一个线程停在 `increment` 的任意两步之间，让另一个线程趁机加一次。
# 每个计数器各数各的。
#
# **`gil_enabled()`** → `bool`：这个解释器现在有没有 GIL 在起作用。在每一种构建上都要对：没有 `sys._is_gil_enabled` 的旧版本，
# 带 GIL 的新版本，不带 GIL 的构建，以及不带 GIL、但 GIL 又被打开的。检查会把解释器装扮成这些样子，再重新运行定义它的单元格。
#
# **`executor_for(kind, gil)`** → `ThreadPoolExecutor` 或 `ProcessPoolExecutor` 这个类（交回它的一个对象也算对）：`kind` 是 `"cpu"`（纯 Python 计算）或 `"io"`（等待），`gil` 是 `True` 或 `False`，
# 表示有没有 GIL。选能让工作变快的；两种都行时选线程，它更便宜。`kind` 是别的字符串时，不管有没有 GIL，都抛出 `ValueError`。
# %% [markdown] lang="en" q="q20"
# ## Q20 · The GIL (4 points, 1 more for the written part)
#
# **`class SafeCounter`**: `SafeCounter()` begins at 0; `increment(n=1)` adds the integer `n` (which may be 0, or large), and it is in the sum when the call returns; `value`, an attribute or a property (no
# method), is the sum so far. However many threads call `increment` at once, nothing may get lost. The checks use a special `int`: the first time it is added, it stops until
# other threads have come as far. And they stop one thread between any two steps of its `increment` while another one adds. Every counter counts for itself.
#
# **`gil_enabled()`** → `bool`: whether a GIL is at work in this interpreter now. It has to be right on every build: older versions without `sys._is_gil_enabled`,
# newer ones with a GIL, builds without a GIL, and such builds whose GIL was switched on again. The checks disguise the interpreter as each of these and run the cell that defines the function
# once more.
#
# **`executor_for(kind, gil)`** → the class `ThreadPoolExecutor` or `ProcessPoolExecutor` (an object of it will do as well). `kind` is `"cpu"` (computing in pure Python) or `"io"` (waiting); `gil`,
# `True` or `False`, tells whether there is a GIL. Choose what makes the work faster; where both do, choose threads, which are cheaper. Any other string as `kind` is a `ValueError`, with or
# without a GIL.
# %% q="q20" role="given"
import sys
import sysconfig
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

import gil_probe  # used by the checks only

# %% q="q20" role="answer"
class SafeCounter:
    """A sum to which any number of threads may add at once."""

    ### BEGIN SOLUTION
    def __init__(self):
        self.value = 0
        self._lock = threading.Lock()

    def increment(self, n=1):
        with self._lock:
            self.value += n

    ### END SOLUTION


# %% q="q20" role="answer"
def gil_enabled():
    """Whether a GIL is at work in this interpreter now."""
    ### BEGIN SOLUTION
    return getattr(sys, "_is_gil_enabled", lambda: True)()
    ### END SOLUTION


# %% q="q20" role="answer"
def executor_for(kind, gil):
    """The executor class that makes work of this kind faster."""
    ### BEGIN SOLUTION
    if kind not in ("cpu", "io"):
        raise ValueError(kind)
    return ProcessPoolExecutor if kind == "cpu" and gil else ThreadPoolExecutor
    ### END SOLUTION


# %% q="q20" role="check" points=1 timeout=25
# zh: 计数器数得对，两个线程同时加也一次不丢
# en: A counter counts right, and loses nothing when two threads add at once
counter = SafeCounter()
before = gil_probe.reading(counter)
trouble, alone = gil_probe.add(counter, 5, 2)
trouble = trouble or gil_probe.add_at_once(counter, [30, 700])
together = gil_probe.NOT_READ if trouble else gil_probe.reading(counter)

assert trouble == [], T(
    f"increment(5)、increment()、increment(n=2)，再由两个线程各加 30 和 700，都不应出错，也不应停住不动：{trouble}",
    f"increment(5), increment(), increment(n=2), then two threads that add 30 and 700: none should raise, or stand still: {trouble}",
)
assert (before, alone) == (0, 8), T(
    f"新的计数器是 0，同一个线程加 5、加 1、加 2 之后 `value` 应是 8；先后读到 {before!r} 和 {alone!r}。6：调用已经返回，最后的 2 却还没有加上。",
    f"A new counter is at 0, and after one thread has added 5, 1 and 2 its `value` should be 8; read {before!r} and then {alone!r}. 6: the call has returned, and the 2 at the end is not yet added.",
)
assert together == 738, T(
    f"从 8 开始，两个线程同时加 30 和 700，应得到 738，实际 {together!r}。少了：两个线程都读了旧值再各自写回，"
    "读、加、写要在同一把锁里，而且所有线程用的是同一把。",
    f"From 8 on, two threads add 30 and 700 at once; expected 738, got {together!r}. Less: both read the old value and each wrote back its own sum. "
    "Read, add and write belong into one lock, the same one for all threads.",
)

# %% q="q20" role="check" points=1
# zh: 有 GIL 时选对执行器，不认识的种类要说出来
# en: With a GIL the right executor is chosen, and an unknown kind is refused
with_gil = [gil_probe.chosen(executor_for, kind, True) for kind in ("io", "cpu", "io")]
unknown = [gil_probe.chosen(executor_for, kind, True).split(":")[0] for kind in ("gpu", "CPU", "")]

assert with_gil == ["threads", "processes", "threads"], T(
    f"有 GIL 时，io、cpu、io 应依次选 ['threads', 'processes', 'threads']，实际 {with_gil}",
    f"With a GIL, io, cpu, io should give ['threads', 'processes', 'threads']; got {with_gil}",
)
assert unknown == ["ValueError"] * 3, T(
    f"kind 为 'gpu'、'CPU'、'' 时都应抛出 ValueError，实际 {unknown}",
    f"The kinds 'gpu', 'CPU' and '' should each raise ValueError; got {unknown}",
)

# %% q="q20" role="hidden" points=1 timeout=25
# zh: 八个线程同时加；在任意两步之间插进来也不丢；两个计数器互不相干
# en: Eight threads at once; one that comes in between any two steps; two counters that have nothing to do with each other
one, other = SafeCounter(), SafeCounter()
trouble, big = gil_probe.add(other, 0, 2**62)
trouble = trouble or gil_probe.add_at_once(one, [3**power for power in range(8)], 1.2)
sums = [] if trouble else [gil_probe.reading(one), big, gil_probe.reading(SafeCounter())]
between, more = ([], []) if trouble else gil_probe.one_in_between(SafeCounter)

assert trouble + more == [], T(
    f"increment(0)、increment()、increment(n=2**62)，以及几个线程各调用一次 increment，不应出错或停住：{trouble + more}",
    f"increment(0), increment(), increment(n=2**62), and several threads that call increment once each; none should raise or stand still: {trouble + more}",
)
assert sums[0] == 3280, T(
    f"八个线程同时加 1、3、9、…、2187，应得到 3280，实际 {sums[0]!r}。少了：读、加、写不在同一把锁里，或者等锁等得不耐烦，没加就走、没锁就加。",
    f"Eight threads add 1, 3, 9, …, 2187 at once; expected 3280, got {sums[0]!r}. Less: read, add and write are not within one lock, or a thread that waits for the lock "
    "gives up and does not add, or adds without it.",
)
assert sums[1:] == [2**62 + 1, 0], T(
    f"另一个计数器加过 0、1、2**62，应是 2**62 + 1，即 {2**62 + 1}；再新造一个应是 0。实际 {sums[1:]}。总和记在类上，就成了大家共用的；差一点或成了负数：存的不是 Python 的 int。",
    f"The other counter got 0, 1 and 2**62 and should be at 2**62 + 1, which is {2**62 + 1}, a third, new one at 0; got {sums[1:]}. A sum kept on the class is shared by all; one that is a "
    "little off, or negative, is not kept as an int of Python's.",
)
assert between == [107], T(
    f"一个线程 increment(100)，停在它的某一步之前，另一个线程趁机 increment(7)；每一步都这样试过，总和应都是 107，实际有 {between}。"
    "少了：从读到写的路上有一步没有锁，或者用一个普通的变量当锁，看和改之间被别人插了进来。",
    f"One thread calls increment(100) and is stopped before one of its steps, another one calls increment(7) meanwhile; so for every step. Every sum should be 107, there was {between}. "
    "Less: some step on the way from the read to the write is outside the lock, or the lock is a mere variable, and somebody came in between the look at it and the change.",
)

# %% q="q20" role="hidden" points=1
# zh: 每种构建上都说对有没有 GIL；没有 GIL 时计算也选线程
# en: Right about the GIL on every build; without a GIL computing goes to threads too
builds = gil_probe.on_each_build(gil_enabled)
real = gil_probe.said(gil_enabled)
without_gil = [gil_probe.chosen(executor_for, kind, False) for kind in ("cpu", "io", "cpu")]
refused = [gil_probe.chosen(executor_for, kind, False).split(":")[0] for kind in ("gpu", "IO", "", "cpu ", "c")]

assert builds == {"3.10": "True", "3.12": "True", "3.13": "True", "3.13t": "False", "3.14t": "False", "3.14t, GIL switched on": "True", "3.14": "True"}, T(
    f"各种构建上 gil_enabled() 应是：3.10、3.12、3.13、3.14 为 True，3.13t、3.14t 为 False，GIL 又被打开的 3.14t 为 True。实际 {builds}。"
    "AttributeError：3.12 及更早没有 `sys._is_gil_enabled`。`Py_GIL_DISABLED` 只说明怎样造的，不说明现在开没开。",
    f"gil_enabled() should be True on 3.10, 3.12, 3.13 and 3.14, False on 3.13t and 3.14t, and True on a 3.14t whose GIL was switched on. Got {builds}. "
    "AttributeError: up to 3.12 there is no `sys._is_gil_enabled`. `Py_GIL_DISABLED` tells how it was built, not what is on now.",
)
assert real in ("True", "False"), T(f"gil_enabled() 应返回 bool，得到 {real}", f"gil_enabled() should give a bool, it gave {real}")
assert without_gil == ["threads"] * 3, T(
    f"没有 GIL 时，cpu、io、cpu 都应选线程，实际 {without_gil}",
    f"Without a GIL, cpu, io, cpu should all go to threads; got {without_gil}",
)
assert refused == ["ValueError"] * 5, T(
    f"没有 GIL 时，kind 为 'gpu'、'IO'、''、'cpu '、'c' 也应抛出 ValueError，实际 {refused}。是不是还没看 kind 就返回了？",
    f"Without a GIL, too, the kinds 'gpu', 'IO', '', 'cpu ' and 'c' should raise ValueError; got {refused}. Does it return before it has looked at the kind?",
)
# %% [markdown] lang="zh" q="q20" role="hint"
# 计数器：哪几步合起来才是“一次加法”？`gil_enabled`：造的时候和现在，问的是哪一个？`executor_for`：四种情形里只有一种要用进程，是哪一种？
# %% [markdown] lang="en" q="q20" role="hint"
# The counter: which steps together make one addition? `gil_enabled`: how it was built, or how it is now? `executor_for`: only one of
# the four cases wants processes. Which?
# %% [markdown] lang="zh" q="q20" role="hint"
# 锁要在 `__init__` 里造好，存在对象上；在 `increment` 里现造的锁谁也挡不住。`sys._is_gil_enabled` 可能不存在，`getattr` 的第三个参数正好用上。
# 先检查 `kind`，再看 `gil`。
# %% [markdown] lang="en" q="q20" role="hint"
# Make the lock in `__init__` and keep it on the object; one made inside `increment` keeps nobody out. `sys._is_gil_enabled` may not exist, which is
# what the third argument of `getattr` is for. Look at `kind` first, at `gil` second.
# %% [markdown] lang="zh" q="q20" role="hint"
# ```python
# with self._lock:
#     self.value += n
# ```
# `getattr(sys, "_is_gil_enabled", lambda: True)` 给出一个可以调用的东西，别忘了调用它。`"cpu"` 并且有 GIL 才是 `ProcessPoolExecutor`。
# %% [markdown] lang="en" q="q20" role="hint"
# ```python
# with self._lock:
#     self.value += n
# ```
# `getattr(sys, "_is_gil_enabled", lambda: True)` gives something that can be called; do call it. Only `"cpu"` with a GIL means `ProcessPoolExecutor`.
# %% [markdown] lang="zh" q="q20"
# **书面题（1 分）** 用自己的话回答：GIL 是什么，它保护什么、不保护什么？什么时候会放开？
# 为什么有了 GIL，`SafeCounter` 仍然需要锁？在没有 GIL 的构建上，线程会有什么不同？
# %% [markdown] lang="en" q="q20"
# **Written part (1 point)** In your own words: what is the GIL, what does it guard and what not? When is it let go?
# Why does `SafeCounter` need a lock in spite of it? And what is different for threads on a build without a GIL?
# %% [markdown] lang="zh" q="q20" role="words"
# ### BEGIN SOLUTION
# GIL 是 CPython 解释器的一把锁：同一时刻只有拿着它的线程运行 Python 字节码，它保护的是解释器自己的数据（引用计数之类），
# 不保护程序自己的数据：它不会把几步合成一步。
# 线程等待（I/O、睡眠、等锁）时放开它，许多 C 函数在计算大块数据时也放开；算得久了，每隔几毫秒也会被请出来。
# `self.value += n` 是读、加、写几步，中间可能换到别的线程，两个线程都写回基于旧值的和，就丢了一次，所以要锁。
# 没有 GIL 时，几个线程可以在几个核上同时运行字节码，计算也能变快；但同样的竞争更容易发生，锁照样需要。
#
# - [ ] GIL 让同一时刻只有一个线程运行 Python 字节码，保护解释器自己的数据
# - [ ] 线程等待时（I/O、睡眠、等锁）会放开
# - [ ] `+=` 是读、加、写几步，步与步之间可以换线程，更新会丢
# - [ ] GIL 不保护程序自己的数据
# - [ ] 没有 GIL 的构建上，线程能在几个核上并行计算
# ### END SOLUTION
# %% [markdown] lang="en" q="q20" role="words"
# ### BEGIN SOLUTION
# The GIL is a lock of the CPython interpreter: only the thread that holds it runs Python bytecode. It guards the interpreter's own data, such as
# reference counts, but not the program's own: it does not make one step of several. A thread lets go of it while it waits (for I/O, a sleep, a lock),
# many C functions do while they work on a large block, and one that computes for long is asked to let go every few milliseconds. `self.value += n` is a read, an addition and a write; another thread may come in between, both write a sum made from the old value, and
# one update is lost, so a lock is needed. Without a GIL several threads run bytecode on several cores at once and computing gets faster too;
# the same races happen all the more easily, and locks are needed as before.
#
# - [ ] the GIL lets one thread at a time run Python bytecode and guards the interpreter's own data
# - [ ] it is let go while a thread waits (for I/O, a sleep, a lock)
# - [ ] `+=` is a read, an addition and a write; threads may switch in between, and an update gets lost
# - [ ] the GIL does not guard the program's own data
# - [ ] without a GIL, threads compute on several cores in parallel
# ### END SOLUTION
# %% [markdown] lang="zh" q="q20" role="solution"
# 锁护住的是从读到写的整段。只锁写那一步、每次调用造一把新锁、每个线程一把锁，都等于没有锁；用 `Semaphore(2)` 则是放两个人一起进去。
# 也可以不用锁：每次 `append` 一项，读的时候再求和，因为 `append` 本身是一步做完的。
#
# `gil_enabled` 问的是现在。只看 `Py_GIL_DISABLED`，在 GIL 被扩展重新打开的 3.14t 上就答错；直接调用 `sys._is_gil_enabled()`，在 3.12 上出 `AttributeError`。
# `executor_for` 里常见的错误是先写 `if not gil: return ThreadPoolExecutor`，于是 `("gpu", False)` 悄悄得到一个线程池。
# %% [markdown] lang="en" q="q20" role="solution"
# The lock guards the whole stretch from the read to the write. A lock around the write alone, a new one for each call, or one for each thread is no lock at all, and a `Semaphore(2)` lets two in
# together. It can be done without: `append` each number and add up when somebody reads, since an `append` is a single step.
#
# `gil_enabled` asks about now. Looking at `Py_GIL_DISABLED` alone is wrong on a 3.14t whose GIL an extension switched on; calling `sys._is_gil_enabled()` straight away is an
# `AttributeError` on 3.12. In `executor_for` the usual slip is to begin with `if not gil: return ThreadPoolExecutor`, so that `("gpu", False)` quietly gets a thread pool.
# %% [markdown] lang="zh"
# ## 七、最常见的错误，和你会看到的那句话
#
# 先猜每一个会说什么，再运行，再看表。
# %% [markdown] lang="en"
# ## 7. The usual mistakes, and the sentence you will see
#
# Guess what each of these says, run the cell, then compare with the table.
# %%
def send_a_lambda():
    with ProcessPoolExecutor(1, mp_context=spawn) as pool:
        pool.submit(lambda: 1).result()


attempts = (
    lambda: ThreadPoolExecutor(0),
    send_a_lambda,
    lambda: sys._is_gil_disabled(),
    lambda: asyncio.get_running_loop().run_until_complete(asyncio.sleep(0)),
)
import warnings

for attempt in attempts:
    with warnings.catch_warnings(action="ignore"):
        try:
            attempt()
        except Exception as error:
            print(f"{type(error).__name__}: {error}")

# %% [markdown] lang="zh"
# | 你看到的 | 原因 | 改法 |
# |---|---|---|
# | `max_workers must be greater than 0` | 空列表，算出来要 0 个工人 | 至少 1 个 |
# | `Can't pickle …` 或 `Can't get local object …` | 交给进程的函数不是模块里的 | 放进模块，按名字交 |
# | `module 'sys' has no attribute …` | 名字写错，或版本太旧 | `getattr`，给一个默认值 |
# | `This event loop is already running` | 在运行的循环里又想运行它 | 直接 `await` |
# | `asyncio.run() cannot be called from a running event loop` | 笔记本里照脚本写 | 直接 `await` |
# | `BrokenProcessPool` | 工人死了，或找不到函数 | 看它的标准错误；函数放进模块 |
# | 没有任何输出，时间和串行一样 | 纯 Python 计算用了线程，或协程里有阻塞调用 | 用进程；`asyncio.to_thread` |
# | 总数每次都不一样 | 读、加、写之间没有锁 | 三步放进同一把锁 |
# %% [markdown] lang="en"
# | What you see | Why | What to do |
# |---|---|---|
# | `max_workers must be greater than 0` | an empty list asked for 0 workers | at least 1 |
# | `Can't pickle …` or `Can't get local object …` | what the process is to run is in no module | put it into a module, hand over its name |
# | `module 'sys' has no attribute …` | a name that is wrong, or too new | `getattr` with a default |
# | `This event loop is already running` | running a loop inside itself | a plain `await` |
# | `asyncio.run() cannot be called from a running event loop` | the way of a script, in a notebook | a plain `await` |
# | `BrokenProcessPool` | a worker died, or found no function | read its standard error; put the function into a module |
# | nothing, and it takes as long as serially | pure Python computing in threads, or a blocking call in a coroutine | processes; `asyncio.to_thread` |
# | a different total each time | no lock from the read to the write | all three steps in one lock |
# %% [markdown] lang="zh"
# ## 八、接着读
#
# 标准库的 [concurrent.futures](https://docs.python.org/3/library/concurrent.futures.html) 一页写得很短，两种执行器都在里面。
# 事件循环究竟怎样转，看 [A Conceptual Overview of asyncio](https://docs.python.org/3/howto/a-conceptual-overview-of-asyncio.html)。
# 没有 GIL 的构建：[free-threading 指南](https://docs.python.org/3/howto/free-threading-python.html) 与 [PEP 703](https://peps.python.org/pep-0703/)，哪些库已经支持见 [py-free-threading](https://py-free-threading.github.io/)。
# David Beazley 现场从零写出一个事件循环：[curio 作者的 concurrency 材料](https://github.com/dabeaz/curio)。
# %% [markdown] lang="en"
# ## 8. Where to read more
#
# The page on [concurrent.futures](https://docs.python.org/3/library/concurrent.futures.html) in the standard library is short and holds both executors.
# How an event loop turns is told in [A Conceptual Overview of asyncio](https://docs.python.org/3/howto/a-conceptual-overview-of-asyncio.html).
# Builds without a GIL: the [free-threading guide](https://docs.python.org/3/howto/free-threading-python.html) and [PEP 703](https://peps.python.org/pep-0703/); which libraries are ready stands at
# [py-free-threading](https://py-free-threading.github.io/). David Beazley writes event loops from nothing: [curio](https://github.com/dabeaz/curio).
