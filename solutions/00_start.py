# %% role="author"
from grader.language import T

# %% [markdown] lang="zh"
# # 从这里开始：怎样用好这套课程
#
# 读完这一页，你能运行单元格、作答、看懂检查的反馈，并确认自己的电脑已经准备好。
# 需要的基础：写过函数，见过类和循环。大约 15 分钟，没有题目。
# %% [markdown] lang="en"
# # Start here: how to get the most out of this course
#
# After this page you can run cells, answer a question, read what a check tells you, and you know that your computer is ready.
# You need to have written functions and seen classes and loops. About 15 minutes, no questions.

# %% [markdown] lang="zh"
# ## 一、先猜，再运行，再想明白
#
# 每一步都是同样的三拍：先写下预测，再按 `Shift+Enter` 运行，最后看解释。猜错的地方正是你要学的地方，所以别跳过第一拍。
# 试一次：下面这一格会打印什么？
# %% [markdown] lang="en"
# ## 1. Predict, run, then explain
#
# Every step has the same three beats: write down what you expect, run the cell with `Shift+Enter`, then read why.
# A wrong guess marks exactly what there is to learn, so do not skip the first beat.
# Try it: what will this cell print?

# %%
bookings = [[]] * 3
bookings[0].append("Ann")
print(bookings)

# %% [markdown] lang="zh"
# 三个名字都出现了：`[[]] * 3` 复制的是引用，三个位置指着同一个列表。要三个不同的列表，就得造三次。
# %% [markdown] lang="en"
# Ann is in all three: `[[]] * 3` repeats a reference, and the three places hold one and the same list.
# Three lists have to be made three times.

# %%
bookings = [[] for _ in range(3)]
bookings[0].append("Ann")
print(bookings)

# %% [markdown] lang="zh"
# ## 二、作答与检查
#
# 题目的答题单元格里写着“在这里写你的代码”，把那两行换成你的答案。它下面是检查单元格，已经锁定，直接运行即可：
# 没有输出就是通过，出错时最后一行是给你看的说明。
#
# 检查总是先做事，再断言。比如要检查一个求空位数的函数：
# %% [markdown] lang="en"
# ## 2. Answer and check
#
# An answer cell says "YOUR CODE HERE": put your code in the place of those two lines. Below it stand check cells; they are locked, just run them.
# No output means that the check passed. When one fails, the last line of the error is written for you.
#
# A check first does something, then asserts. Say a function should count the free seats:

# %%
def free_seats(rows, taken):
    return rows * 6 - len(taken)


# %%
left = free_seats(2, ["1A", "1A", "2F"])

try:
    assert left == 10, T(f"2 排共 12 座，售出 2 个不同的座位，应剩 10，却得到 {left}：同一个座位数了两次？",
                         f"2 rows have 12 seats and 2 different ones are taken, so 10 are left, not {left}: was a seat counted twice?")
except AssertionError as error:
    print("AssertionError:", error)

# %% [markdown] lang="zh"
# 说明里有三样东西：调用了什么，得到什么，应当是什么；往往还有可能的原因。这里的毛病在于 `len(taken)` 把重复的座位也数了进去。
# 在题目里你会直接看到 `AssertionError`，上面的 `try` 只是为了让这一页能一直运行到底。
# %% [markdown] lang="en"
# The message says what was called, what came and what was expected, and often the likely cause. Here the trouble is `len(taken)`, which counts a seat twice when it is listed twice.
# In a question you see the `AssertionError` itself; the `try` above is only there so that this page runs to its end.

# %% [markdown] lang="zh"
# ## 三、整份检查
#
# 单元格里的检查只是一部分。还有**隐藏检查**：你看得到标题和分值，看不到代码，它们换一组数据、换一种情形再问一遍。
# 题面已经写明了它们要求的一切，不会有突然袭击。保存笔记本，在终端里运行：
#
# ```
# python -m grader check
# python -m grader check -q q07
# ```
#
# 题目要求返回字符串、列表、整数时，请返回普通的 `str`、`list`、`int`，不要用它们的子类或枚举。
# 第一条检查你动过的所有笔记本，第二条只看一道题。每项检查都会列出标题、得分和说明；还没动笔的题写的是“未作答”，不算错。
# 你的代码在一个独立的进程里运行，判分的进程只看它报告的数据：
#
# ![示意图：左边的进程运行你的答案和检查的前半段，把观察到的数据交给右边的判分进程，由那里执行断言并给出结论](../assets/00_start/judge.png)
# %% [markdown] lang="en"
# ## 3. Check the whole notebook
#
# The checks that you can run in the notebook are one half. The other half are **hidden checks**: you see their title and points but not their code, and they ask the same with other data, in other situations.
# Everything they ask for is in the text of the question; there are no ambushes. Save the notebook and run, in a terminal:
#
# ```
# python -m grader check
# python -m grader check -q q07
# ```
#
# Where a question asks for a string, a list or an integer, hand back a plain `str`, `list` or `int`, no subclass of it and no enum.
# The first command checks every notebook that you have begun, the second one question. Each check is listed with its title, points and message. A question you have not touched is called "not attempted", which is not the same as wrong.
# Your code runs in a process of its own; the process that decides sees only the data that yours reports:
#
# ![Two processes. The left one runs your answer and the first half of a check and hands over what it saw; the right one evaluates the asserts and gives the verdict](../assets/00_start/judge.png)

# %% [markdown] lang="zh"
# ## 四、卡住的时候
#
# 按这个顺序来：自己再试一次；打开题下的第一个提示，只开一个；翻回课文；最后才看参考答案。
# 参考答案在终端里看，连同为什么这样写：`python -m grader answer q07 --lang zh`。看完请合上，凭记忆重写一遍。
# 书面题由教师评分，没有标准句子，用自己的话把道理说清楚即可。
# %% [markdown] lang="en"
# ## 4. When you are stuck
#
# In this order: try once more by yourself; open the first hint below the question, and only that one; go back to the lesson; and only then look at the reference answer.
# It is shown in a terminal, together with the reasons for it: `python -m grader answer q07`. Then put it away and write your own from memory.
# Written parts are marked by a person. There is no sentence to hit; say in your own words why it is so.

# %% [markdown] lang="zh"
# ## 五、看看你的电脑
#
# 这门课会用到线程、进程和网络，行为和 Python 版本、操作系统有关。下面这一格告诉你自己用的是什么；后面的课文会提到这些名字。
# %% [markdown] lang="en"
# ## 5. Look at your computer
#
# This course uses threads, processes and the network, and some of what you will see depends on the Python version and the operating system. This cell tells what you have; later lessons refer to these names.

# %%
import multiprocessing
import os
import platform
import sys

gil = getattr(sys, "_is_gil_enabled", lambda: True)()
print("Python       ", platform.python_version(), "on", platform.system())
print("cores        ", os.cpu_count())
print("GIL          ", "on" if gil else "off")
print("start method ", multiprocessing.get_start_method())

# %% [markdown] lang="zh"
# 版本应当在 3.11 以上。`start method` 一项在 Linux 上是 `fork`（3.13 及更早）或 `forkserver`（3.14 起），macOS 和 Windows 上是 `spawn`：
# 第九章会讲它为什么重要。只用本机回环地址 `127.0.0.1`，所以断网也能学。再确认一下这个地址能用：
# %% [markdown] lang="en"
# The version should be 3.11 or newer. The `start method` is `fork` on Linux up to 3.13 and `forkserver` from 3.14 on, `spawn` on macOS and Windows; topic 09 shows why that matters.
# All networking stays on the loopback address `127.0.0.1`, so you can learn offline. Make sure that it works:

# %%
import socket

with socket.create_server(("127.0.0.1", 0)) as server:
    with socket.create_connection(server.getsockname(), timeout=5) as client:
        peer, _ = server.accept()
        with peer:
            client.sendall(b"hello")
            print(peer.recv(5), "came through port", server.getsockname()[1])

# %% [markdown] lang="zh"
# 看到 `hello` 就可以开始了。如果这里报错，多半是防火墙或安全软件拦住了本机连接，先为 Python 放行。
#
# 浏览器里运行的 Python（例如 JupyterLite）没有线程、进程和监听套接字，这门课大约一半的内容在那里运行不了，请用本机的 Python。
# %% [markdown] lang="en"
# If you see `hello`, you are ready. If there is an error, a firewall or security program most likely blocks local connections; allow Python first.
#
# A Python inside the browser (JupyterLite, for example) has no threads, processes or listening sockets. About half of this course cannot run there, so use the Python of your computer.

# %% [markdown] lang="zh"
# ## 接着读
#
# - [JupyterLab 的使用说明](https://jupyterlab.readthedocs.io/en/stable/user/interface.html)：界面、快捷键
# - [Python 官方教程](https://docs.python.org/3/tutorial/)：语法有疑问时先查这里
# %% [markdown] lang="en"
# ## Read on
#
# - [JupyterLab's user guide](https://jupyterlab.readthedocs.io/en/stable/user/interface.html): the interface and its shortcuts
# - [the Python tutorial](https://docs.python.org/3/tutorial/): the first place to look when syntax is in doubt
