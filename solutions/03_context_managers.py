# %% role="author"
from grader.language import T


# %% [markdown] lang="zh"
# # 上下文管理器：无论怎样离开，都收拾干净
#
# 学完这一课，你能说清 `with` 在什么时候调用哪两个方法，异常经过它们时会发生什么；
# 能自己写一个可以反复用、可以嵌套的上下文管理器；
# 还能看出哪些写法会悄悄吞掉异常，哪些写法在出错时根本没有收拾。
#
# 需要的基础：会写类，用过 `try … except … finally` 和 `with open(…)`，知道 `yield` 让函数变成生成器。
# 大约 70 分钟：课文 45 分钟，一道题 25 分钟。
# 每读到一个问题，先写下自己的预测，再运行下面的单元格。
# %% [markdown] lang="en"
# # Leave it tidy, however you leave
#
# After this topic you can say which two methods `with` calls, and when, and what becomes of an exception on its way past them;
# write a context manager that can be used again and nested; and spot the ones
# that swallow an exception in silence, or do not tidy up just when it matters.
#
# You need: classes, `try … except … finally` and `with open(…)`, and the fact that `yield` makes a function a generator.
# Allow about 70 minutes, 45 for the lesson and 25 for the question.
# Wherever a question is put to you, write your prediction down before you run the next cell.
# %% [markdown] lang="zh"
# ## 一、看 `with` 调用了谁
#
# 先猜：下面会打印哪几行，按什么次序？`as` 后面的 `key` 是什么？
# %% [markdown] lang="en"
# ## 1. See whom `with` calls
#
# Predict: which lines will be printed, and in which order? And what is `key`, the name after `as`?
# %%
class Room:
    def __enter__(self):
        print("__enter__")
        return "key 12"

    def __exit__(self, kind, error, traceback):
        print("__exit__ ", kind, error, traceback)


with Room() as key:
    print("inside   ", key)
print("after    ", key)


# %% [markdown] lang="zh"
# 进入时调用 `__enter__`，离开时调用 `__exit__`，没有异常时后者收到三个 `None`。
# `key` 不是 `Room` 的对象，而是 **`__enter__` 返回的东西**。`open` 的文件返回自己，才让人误以为 `as` 给的总是管理器本身。
# 另外，`with` 不是新的作用域：离开以后 `key` 还在。
# %% [markdown] lang="en"
# On the way in `__enter__` is called, on the way out `__exit__`, which receives `None` three times when nothing was raised.
# `key` is no `Room`, it is **what `__enter__` returned**. A file from `open` returns itself, and that makes many believe
# that `as` always gives the manager. Nor is `with` a scope: `key` is still there afterwards.
# %% [markdown] lang="zh"
# 忘了 `return` 呢？先猜 `with` 那一行会不会报错。
# %% [markdown] lang="en"
# And if the `return` is forgotten? Predict whether the line with `with` complains.
# %%
class Forgetful:
    def __enter__(self):
        self.name = "Ann"

    def __exit__(self, *error):
        pass


with Forgetful() as guest:
    try:
        print(guest.name)
    except AttributeError as error:
        print(error)

# %% [markdown] lang="zh"
# `with` 一声不吭，`guest` 是 `None`，到用它的时候才出错。记住 `'NoneType' object has no attribute` 这句话：多半是 `__enter__` 少了 `return self`。
#
# ## 二、异常从里面出来时
#
# 先猜：`never` 会不会打印？`__exit__` 和 `caught` 谁先？
# %% [markdown] lang="en"
# `with` says nothing, `guest` is `None`, and the trouble starts where it is used. Remember the sentence
# `'NoneType' object has no attribute`: most often `__enter__` lacks its `return self`.
#
# ## 2. When an exception comes out of the body
#
# Predict: will `never` be printed? And which comes first, `__exit__` or `caught`?
# %%
try:
    with Room():
        print("work")
        raise ValueError("the light is broken")
        print("never")
except ValueError as error:
    print("caught   ", error)


# %% [markdown] lang="zh"
# 异常先经过 `__exit__`，三个参数是它的类型、它本身、它的回溯；`__exit__` 什么也没返回，异常就继续往外走。
# 返回真值就不同了。先猜：下面会打印几行？
# %% [markdown] lang="en"
# The exception meets `__exit__` first, as its type, itself and its traceback. `__exit__` returned nothing, so it went on.
# A true value changes that. Predict how many lines this prints.
# %%
class Deaf:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        return True


with Deaf():
    print("before")
    raise ValueError("nobody hears this")
    print("behind")
print("after")


# %% [markdown] lang="zh"
# 两行：`before` 和 `after`。返回真值等于说“这个异常我处理了”，于是它消失；但里面剩下的语句**不会补做**，程序从 `with` 之后继续。
# 真值往往是无意的：返回了一个计数、一个非空列表，或者“恢复成功了没有”。先猜哪个类吞掉了异常：
# %% [markdown] lang="en"
# Two: `before` and `after`. A true value says "I have dealt with it", and the exception is gone. The rest of the body is **not**
# made up for; the program goes on behind the `with`. Often the true value is an accident: a count, a list that is not empty,
# "did I restore something". Predict which class swallows the exception:
# %%
class Restores:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        return kind is not None


class Records(Restores):
    log = []

    def __exit__(self, kind, error, traceback):
        return self.log.append(kind)


# %%
for cls in (Restores, Records):
    try:
        with cls():
            raise ValueError("lost?")
        print(cls.__name__, "swallowed it")
    except ValueError:
        print(cls.__name__, "let it go on")


# %% [markdown] lang="zh"
# `Restores` 返回 `True`，吞掉了；`append` 返回 `None`，碰巧没事。所以除非真要处理异常，`__exit__` 里**不要返回任何东西**。
#
# 不只有异常能中途离开。先猜：`return`、`break`，还有按下停止键时的 `KeyboardInterrupt`，会不会经过 `__exit__`？
# %% [markdown] lang="en"
# `Restores` returns `True` and swallows it; `append` returns `None`, which by luck is fine. So unless it is meant to deal with
# exceptions, let `__exit__` **return nothing at all**. Exceptions are not the only early way out. Predict which of these pass through
# `__exit__`: a `return`, a `break`, and the `KeyboardInterrupt` of the stop button.
# %%
def leave_by_return():
    with Room():
        return "returned"


print(leave_by_return())
for _ in range(3):
    with Room():
        break
try:
    with Room():
        raise KeyboardInterrupt
except BaseException as error:
    print(type(error).__name__, isinstance(error, Exception))


# %% [markdown] lang="zh"
# 三种都经过。`return` 和 `break` 不是异常，`__exit__` 收到的是 `None`。`KeyboardInterrupt` 是异常，却**不是** `Exception` 的子类：
# 在 `__exit__` 里写 `isinstance(error, Exception)`，会漏掉最容易打断到一半的那种。要问的是 `kind is not None`。
#
# ![四个 with 块的经过：正常结束；异常经过 __exit__ 继续往外；__exit__ 返回真值，异常消失；__enter__ 自己出错，__exit__ 不被调用](../assets/03_context_managers/life.png)
# %% [markdown] lang="en"
# All three. `return` and `break` are no exceptions, so `__exit__` receives `None`. A `KeyboardInterrupt` is one, yet **not** a subclass
# of `Exception`: asking `isinstance(error, Exception)` in `__exit__` misses the very one that comes in the middle of things.
# Ask `kind is not None`.
#
# ![Four with blocks: one ends well; an exception passes __exit__ and goes on; __exit__ returns something true and the
# exception is gone; __enter__ itself fails and __exit__ is not called](../assets/03_context_managers/life.png)
# %% [markdown] lang="zh"
# ## 三、四个角落：在这里最容易想错
#
# 图里第四列：`__enter__` 自己出了错，`__exit__` 还会被调用吗？先猜会打印什么。
# %% [markdown] lang="en"
# ## 3. Four corners where intuition fails
#
# The fourth column of the figure: if `__enter__` itself fails, is `__exit__` called? Predict what is printed.
# %%
class Half:
    def __enter__(self):
        print("opened the first door")
        raise OSError("the second door is stuck")

    def __exit__(self, *error):
        print("closed the first door")


try:
    with Half():
        print("inside")
except OSError as error:
    print(error)


# %% [markdown] lang="zh"
# 第一扇门一直开着。没有进去，就谈不上离开：`__enter__` 里已经做了一半的事，得由 `__enter__` 自己收拾（`try … except: …; raise`）。
#
# 第二个角落：`__exit__` 自己也抛出异常，里面原来的那个去哪儿了？
# %% [markdown] lang="en"
# The first door stays open. Who never got in does not leave: what `__enter__` has half done, `__enter__` has to undo
# (`try … except: …; raise`). The second corner: `__exit__` raises, too. Where does the first exception go?
# %%
class Clumsy:
    def __enter__(self):
        return self

    def __exit__(self, *error):
        raise OSError("cannot close")


try:
    with Clumsy():
        raise ValueError("the real trouble")
except Exception as error:
    print(repr(error), "| context:", repr(error.__context__))


# %% [markdown] lang="zh"
# 出来的是 `OSError`，真正的麻烦退到它的 `__context__` 里。回溯会把两个都印出来，但 `except ValueError` 已经接不住了。
#
# 第三个角落：把两个方法放到**对象**上，而不是类上。先猜：能用吗？
# %% [markdown] lang="en"
# Out comes the `OSError`; the real trouble has retired to its `__context__`. A traceback prints both, but no `except ValueError`
# will catch it any more. The third corner: put the two methods on the **object**, not on its class. Predict: does it work?
# %%
class Plain:
    pass


shed = Plain()
shed.__enter__ = lambda: shed
shed.__exit__ = lambda *error: None
try:
    with shed:
        print("inside")
except TypeError as error:
    print(error)

# %% [markdown] lang="zh"
# `with` 只在**类型**上找这两个方法，对象自己的属性不算数。所有双下划线的特殊方法都这样。
#
# 第四个角落不在 `with` 里，而在 `finally` 里。先猜：`lost()` 会抛出异常，还是返回 42？
# %% [markdown] lang="en"
# `with` looks for its two methods on the **type**; attributes of the object do not count. That holds for every special
# method. The fourth corner is not in `with` but in `finally`. Predict: does `lost()` raise, or return 42?
# %%
import warnings

source = """
def lost():
    try:
        raise ValueError("nobody hears this")
    finally:
        return 42
"""
with warnings.catch_warnings(record=True) as noticed:
    warnings.simplefilter("always")
    exec(source)
print(lost(), [f"{warning.category.__name__}: {warning.message}" for warning in noticed])

# %% [markdown] lang="zh"
# 42。`finally` 里的 `return`、`break`、`continue` 会吞掉异常，而且不声不响。从 Python 3.14 起，编译时会给出 `SyntaxWarning`
# （[PEP 765](https://peps.python.org/pep-0765/)）；更早的版本上，上面那个列表是空的。所以代码放在字符串里，由我们编译，才能把警告接住。
# %% [markdown] lang="en"
# 42. A `return`, `break` or `continue` in `finally` swallows the exception in silence. Since Python 3.14 compiling it gives a
# `SyntaxWarning` ([PEP 765](https://peps.python.org/pep-0765/)); on older versions the list above is empty.
# The code stands in a string so that we compile it ourselves and can catch the warning.
# %% [markdown] lang="zh"
# 把这些规则写成普通函数，就是 `with` 的全部秘密。先猜：`run_with(Room(), …)` 会打印什么？
# %% [markdown] lang="en"
# Written as an ordinary function, these rules are all there is to `with`. Predict what `run_with(Room(), …)` prints.
# %%
import sys


def run_with(manager, body):
    enter, leave = type(manager).__enter__, type(manager).__exit__
    value = enter(manager)
    try:
        body(value)
    except BaseException:
        if not leave(manager, *sys.exc_info()):
            raise
    else:
        leave(manager, None, None, None)


run_with(Room(), lambda key: print("inside   ", key))

# %% [markdown] lang="zh"
# 和第一节一模一样。两个方法先从类型上取；`__enter__` 在 `try` 外面；`except BaseException` 什么都接；`__exit__` 说真，异常才消失。
# 语言参考里 [`with` 语句](https://docs.python.org/3/reference/compound_stmts.html#the-with-statement)一节给出的等价代码就是这样。
# %% [markdown] lang="en"
# Just as in section 1. Both methods are fetched from the type first; `__enter__` stands outside the `try`; `except BaseException` catches
# everything; only when `__exit__` says something true is the exception gone. The equivalent code in the language reference,
# under [the `with` statement](https://docs.python.org/3/reference/compound_stmts.html#the-with-statement), says the same.
# %% [markdown] lang="zh"
# ## 四、用一个生成器代替一个类
#
# `contextlib.contextmanager` 让你只写一个函数：`yield` 之前是进入，之后是离开，`yield` 出去的值给 `as`。
# 下面故意少写了一样东西。先猜：抛出异常时 `lights off` 会不会打印？
# %% [markdown] lang="en"
# ## 4. Write one generator in place of a class
#
# With `contextlib.contextmanager` one function is enough: before its `yield` is the way in, behind it the way out, and what it
# yields goes to `as`. Something is missing below, on purpose. Predict: is `lights off` printed when the body raises?
# %%
from contextlib import contextmanager


@contextmanager
def lights(room):
    print(room, "lights on")
    yield room
    print(room, "lights off")


try:
    with lights("hall"):
        raise ValueError("trip")
except ValueError as error:
    print("caught", error)


# %% [markdown] lang="zh"
# 灯没关。里面的异常是在 **`yield` 那一行**抛进生成器的，没有人接，后面就不运行了。所以 `yield` 要放进 `try … finally`：
# %% [markdown] lang="en"
# The lights stay on. The exception of the body is thrown into the generator **at the `yield`**; nobody catches it, so what stands behind
# does not run. That is why the `yield` belongs into `try … finally`:
# %%
@contextmanager
def safe_lights(room):
    print(room, "lights on")
    try:
        yield room
    finally:
        print(room, "lights off")


try:
    with safe_lights("hall"):
        raise ValueError("trip")
except ValueError as error:
    print("caught", error)

# %% [markdown] lang="zh"
# 这样造出来的管理器能用几次？先猜第二个 `with` 会怎样，错误信息说得清楚吗？
# %% [markdown] lang="en"
# How often can such a manager be used? Predict what the second `with` does, and whether its message is any help.
# %%
evening = safe_lights("hall")
with evening:
    pass
try:
    with evening:
        pass
except Exception as error:
    print(type(error).__name__, "-", error)


# %% [markdown] lang="zh"
# 只能用**一次**，因为生成器只能走一遍；而这句话几乎没有告诉你原因。每次都重新调用函数：`with safe_lights("hall"):`。
#
# 同一个对象还能当装饰器，每次调用函数时自动重造一个。先猜：下面的次序是“开、读、关”吗？
# %% [markdown] lang="en"
# **Once**, for a generator runs through once; and the message hardly says so. Call the function anew each time:
# `with safe_lights("hall"):`. It can also serve as a decorator, and is then made anew at each call of the function.
# Predict: will the order be on, reading, off?
# %%
@safe_lights("study")
def read():
    print("reading")


@safe_lights("stairs")
def climb():
    print("first step")
    yield 1


read()
print(list(climb()))


# %% [markdown] lang="zh"
# `read` 是。`climb` 是生成器函数，调用它只是**造出**生成器：灯开了又关，然后才摸黑走第一步。`async def` 函数也一样，先猜再看：
# %% [markdown] lang="en"
# For `read` it is. `climb` is a generator function, and calling it merely **makes** a generator: on, off, and then the first step in the
# dark. An `async def` function fares the same. Predict, then look:
# %%
@safe_lights("cellar")
async def fetch():
    print("looking for the wine")


try:
    fetch().send(None)
except StopIteration:
    pass

# %% [markdown] lang="zh"
# 到 Python 3.14 为止都是这样，3.15 改好了（见 [`ContextDecorator`](https://docs.python.org/3/library/contextlib.html#contextlib.ContextDecorator) 的文档）。
# 在此之前，给生成器和协程收拾的 `with`，要写在函数**里面**。（`send(None)` 是手动推动一次协程，第八课会讲。）
# %% [markdown] lang="en"
# So it is up to Python 3.14, and mended in 3.15 (see [`ContextDecorator`](https://docs.python.org/3/library/contextlib.html#contextlib.ContextDecorator)).
# Until then the `with` that tidies up after a generator or a coroutine belongs **inside** the function.
# (`send(None)` pushes a coroutine on by hand; topic 08 has more about them.)
# %% [markdown] lang="zh"
# ## 五、再用一次，再套一层
#
# 许多管理器要在离开时恢复旧的样子。这个类记住进入时的亮度，离开时改回去。先猜：同一个 `reading` 自己套自己，最后的亮度是多少？
# %% [markdown] lang="en"
# ## 5. Use it again, and within itself
#
# Many managers put something back as it was. This one remembers the brightness on its way in and restores it on its way out.
# Predict: when `reading` is used within itself, how bright is it in the end?
# %%
screen = {"brightness": 30}


class Brighter:
    def __enter__(self):
        self.old = screen["brightness"]
        screen["brightness"] += 10

    def __exit__(self, *error):
        screen["brightness"] = self.old


# %%
reading = Brighter()
with reading:
    with reading:
        print("inside", screen["brightness"])
print("after ", screen["brightness"])


# %% [markdown] lang="zh"
# 应该回到 30，却停在 40。内层进入时，`self.old` 里的 30 被 40 盖掉了。先后用两次没有问题，所以它**可以重用**，但**不能自己套自己**。
# `with` 总是后进先出，用一个列表当栈就够了：
# %% [markdown] lang="en"
# It should be 30 again and got stuck at 40: when the inner level was entered, 40 overwrote the 30 in `self.old`.
# Twice in a row is fine, so it is **reusable**, but it is not **reentrant**. `with` is always last in, first out,
# and a list used as a stack is enough:
# %%
class Stacked:
    def __init__(self):
        self.old = []

    def __enter__(self):
        self.old.append(screen["brightness"])
        screen["brightness"] += 10

    def __exit__(self, *error):
        screen["brightness"] = self.old.pop()


# %%
screen["brightness"] = 30
dimmer = Stacked()
with dimmer, dimmer, dimmer:
    print("inside", screen["brightness"], dimmer.old)
print("after ", screen["brightness"], dimmer.old)

# %% [markdown] lang="zh"
# ![两个类自己套自己时的记录：只有一个位置的，旧值 30 被 40 盖掉，最后停在 40；用栈的，逐层取回，最后回到 30](../assets/03_context_managers/nested.png)
#
# 标准库里三种都有。先猜：下面三个对象，哪个可以自己套自己，哪个可以先后用两次，哪个只能用一次？
# %% [markdown] lang="en"
# ![What both classes recorded when used within themselves: with a single place the old value 30 is overwritten by 40, and 40 remains;
# with a stack each level takes its own back, and 30 returns](../assets/03_context_managers/nested.png)
#
# The standard library has all three kinds. Predict for each object below: within itself, twice in a row, or only once?
# %%
import io
import threading
from contextlib import redirect_stdout


def once_more(manager):
    try:
        with manager:
            pass
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return "ok"


print("file    ", [once_more(text) for text in [io.StringIO("poem")] * 2])
print("lock    ", [once_more(lock) for lock in [threading.Lock()] * 2])

# %% [markdown] lang="zh"
# 文件离开时就关了，只能用一次；锁可以先后用，可它要是自己套自己，就会永远等自己，所以这里不试。能自己套自己的例子：
# %% [markdown] lang="en"
# A file is closed on the way out: once only. A lock may be taken again and again, but within itself it would wait for itself
# for ever, so we do not try. One that works within itself:
# %%
page = io.StringIO()
to_page = redirect_stdout(page)
with to_page:
    print("one")
    with to_page:
        print("two")
    print("three")
print(page.getvalue().split())


# %% [markdown] lang="zh"
# `redirect_stdout` 的源码里正是一个列表当栈。`RLock`（可重入锁）则数着拿了几次。
#
# 最后一步：恢复的东西是**字典**时，怎样恢复？先猜：两个函数，哪个能让 `prices` 变回来？
# %% [markdown] lang="en"
# In the source of `redirect_stdout` you find just such a list. An `RLock` counts how often it was taken.
#
# One step remains: what if the thing to restore is a **dict**? Predict which of the two functions brings `prices` back.
# %%
def point_elsewhere(target, backup):
    target = backup


def change_contents(target, backup):
    for key in list(target):
        del target[key]
    for key in backup:
        target[key] = backup[key]


# %%
prices = {"tea": 3}
backup = dict(prices)
prices["tea"] = 99
for restore in (point_elsewhere, change_contents):
    restore(prices, backup)
    print(restore.__name__, prices)


# %% [markdown] lang="zh"
# 赋值只是让一个**名字**改指别处，调用者手里的字典一点没变；第二个函数改的是字典的**内容**，所有拿着它的人都看得见。
# 备份也要是真的拷贝：`backup = prices` 只是给同一个字典又起了个名字，它会跟着一起变。
# %% [markdown] lang="en"
# An assignment makes a **name** point elsewhere, and the dict in the caller's hands stays as it was. The second function changes the
# **contents**, and everyone who holds the dict sees it. The backup has to be a real copy, too:
# `backup = prices` is one more name for the same dict, and changes along with it.
# %% [markdown] lang="zh" q="q09"
# ## Q9 · 让 `with Context() as ctx` 能用，再写一个会反悔的字典（3 分）
#
# **`class Context`**，用 `Context()` 造，不带参数。
#
# - `events` 是列表，每个对象有自己的一个，起初为空。
# - 进入 `with` 时记下 `"enter"`，`as` 得到的就是这个对象本身；`do_something()` 记下 `"work"`（在 `with` 外面调用也一样）；
#   离开时记下 `"exit"`。记下，就是加在 `events` 末尾，以前的记录不丢。
# - 里面抛出异常时同样记下 `"exit"`，异常继续往外走。
#
# **`class Rollback(store)`**，`store` 是一个字典，键和值可以是任何东西。
#
# - `with Rollback(store):` 里面抛出异常，`store` 就恢复成**进入时**的样子：加的键没了，改的值改回来，删的键回来。
#   必须还是原来那个字典对象，因为别人手里也拿着它。键的顺序、值内部的改动不算：浅拷贝就够。
# - 异常继续往外走，而且就是原来那个异常对象。
# - 没有异常，改动就留下。`as` 得到什么不问。
#
# 两个类都要做到：任何异常都算数，`KeyboardInterrupt`、`SystemExit` 也算；
# 同一个对象可以先后用多次，也可以嵌套使用，包括在它自己的 `with` 里再 `with` 它自己；每一层各管各的。
# 不同的对象互不相干，谁先离开都行。不考线程。
# %% [markdown] lang="en" q="q09"
# ## Q9 · Make `with Context() as ctx` work, then write a dictionary's way back (3 points)
#
# **`class Context`**, made by `Context()`, without arguments.
#
# - `events` is a list, each object has its own, empty at first.
# - Entering a `with` notes `"enter"`, and `as` gets this very object; `do_something()` notes `"work"` (outside a `with` too);
#   leaving notes `"exit"`. To note means to append to `events`; what stood there stays.
# - When the body raises, `"exit"` is noted all the same, and the exception goes on.
#
# **`class Rollback(store)`**, where `store` is a dict with any keys and values.
#
# - When the body of `with Rollback(store):` raises, `store` becomes what it was **at entry**: keys that were added are gone,
#   changed values are back, removed keys are back. It stays the same dict object, since others hold it too.
#   The order of keys, and changes inside a value, do not count: a shallow copy is enough.
# - The exception goes on, and it is the same exception object.
# - Without an exception the changes stay. What `as` gives is not asked.
#
# For both classes: any exception counts, `KeyboardInterrupt` and `SystemExit` too;
# an object can be used several times in a row, and nested, even a `with` of it inside its own `with`; each level looks after itself.
# Different objects have nothing to do with each other, whichever is left first. Threads are not asked for.
# %% q="q09" role="given"
class Alarm(BaseException):
    """An exception that `except Exception` does not catch; `KeyboardInterrupt` is of this kind."""


def throw_inside(manager, change, error):
    """Call `change()` within `with manager:` and raise `error` there. What came out: "itself", "nothing", or another exception's text."""
    try:
        with manager:
            change()
            raise error
    except BaseException as caught:
        return "itself" if caught is error else f"{type(caught).__name__}: {caught}"
    return "nothing"


# %% q="q09" role="answer"
class Context:
    """Notes in `events` how it was entered, used and left."""

    ### BEGIN SOLUTION
    def __init__(self):
        self.events = []

    def __enter__(self):
        self.events.append("enter")
        return self

    def do_something(self):
        self.events.append("work")

    def __exit__(self, kind, error, traceback):
        self.events.append("exit")

    ### END SOLUTION


class Rollback:
    """Within its `with`, an exception takes back what happened to the dict `store`."""

    ### BEGIN SOLUTION
    def __init__(self, store):
        self.store = store
        self.saved = []

    def __enter__(self):
        self.saved.append(dict(self.store))

    def __exit__(self, kind, error, traceback):
        before = self.saved.pop()
        if kind is not None:
            self.store.clear()
            self.store.update(before)

    ### END SOLUTION


# %% q="q09" role="check" points=1
# zh: `Context` 记下进入、做事、离开，异常照样出去
# en: `Context` notes entering, working and leaving, and lets the exception out
first, second, idle = Context(), Context(), Context()
names, halfway, arrived = [], [], []


def use(manager, error):
    with manager as ctx:
        names.append([name for name, one in (("first", first), ("second", second)) if one is ctx])
        ctx.do_something()
        halfway.append(list(ctx.events))
        if error:
            raise error
        ctx.do_something()


for manager, error in ((first, None), (second, LookupError("gate 7"))):
    try:
        use(manager, error)
        arrived.append("nothing")
    except Exception as caught:
        arrived.append("itself" if caught is error else f"{type(caught).__name__}: {caught}")
idle.do_something()
events = [list(one.events) for one in (first, second, idle)]
store_type = "list" if isinstance(first.events, list) else type(first.events).__name__

assert arrived == ["nothing", "itself"], T(
    f"两次 `with`：第一次里面没有异常，第二次抛出 LookupError。出来的依次是 {arrived}，应为 ['nothing', 'itself']。"
    "'NoneType' object has no attribute：`__enter__` 忘了返回对象。第二个是 'nothing'：`__exit__` 返回了真值，把异常吞掉了。"
    "参数个数不对：`__exit__` 除了 self 还要收三个参数。",
    f"Two `with` blocks: nothing was raised in the first, a LookupError in the second. What came out was {arrived}, it should be ['nothing', "
    "'itself']. "
    "'NoneType' object has no attribute: `__enter__` forgot to return the object. 'nothing' in second place: `__exit__` returned something true "
    "and swallowed it. "
    "A wrong number of arguments: `__exit__` takes three besides self.",
)
assert names == [["first"], ["second"]], T(
    f"`with first as ctx` 里 ctx 应当就是 first 这个对象，`with second as ctx` 里就是 second；实际认出的是 {names}。`__enter__` 返回的是 self 吗？",
    f"In `with first as ctx`, ctx should be the object first, and in `with second as ctx` the object second; recognised were {names}. Does "
    "`__enter__` return self?",
)
assert halfway == [["enter", "work"], ["enter", "work"]], T(
    f"做完第一件事时，两个对象的 events 应各是 ['enter', 'work']，实际是 {halfway}。几个对象共用了一个列表？还是把 'exit' 记早了？",
    f"After the first piece of work the events of the two should each be ['enter', 'work'], they are {halfway}. Do the objects share one list? Is "
    "'exit' noted too early?",
)
assert events == [["enter", "work", "work", "exit"], ["enter", "work", "exit"], ["work"]], T(
    f"first 正常用完，second 里抛出异常，idle 只调用了 do_something()：三者的 events 是 {events}，"
    "应为 ['enter', 'work', 'work', 'exit']、['enter', 'work', 'exit']、['work']。有异常时也要记 'exit'；列表要在 `__init__` 里造，每个对象一个。",
    f"first was used to the end, an exception was raised in second, idle only had do_something() called; their events are {events}, "
    "they should be ['enter', 'work', 'work', 'exit'], ['enter', 'work', 'exit'] and ['work']. 'exit' belongs there after an exception too; make "
    "the list in `__init__`, one for each object.",
)
assert store_type == "list", T(f"`events` 应是列表，却是 {store_type}。", f"`events` should be a list, it is a {store_type}.")

# %% q="q09" role="check" points=1
# zh: `Rollback`：有异常就恢复原样，没有就留下改动
# en: `Rollback`: after an exception all is as before, without one the changes stay
seats = {"A1": "Ann", ("B", 2): None, 3: ""}


calm_seats = dict(seats)


def rebook(plan):
    plan["A1"] = "Bo"
    plan["C4"] = "Cy"
    del plan["B", 2], plan[3]


out_of_it = throw_inside(Rollback(seats), lambda: rebook(seats), LookupError("gate 7"))
taken_back = dict(seats)
try:
    with Rollback(calm_seats):
        rebook(calm_seats)
    calm = "nothing"
except Exception as caught:
    calm = f"{type(caught).__name__}: {caught}"
kept = dict(calm_seats)

assert out_of_it == "itself" and calm == "nothing", T(
    f"里面抛出的 LookupError 应原样出来（'itself'），实际是 {out_of_it!r}；里面没有异常时不应有东西出来（'nothing'），实际是 {calm!r}。"
    "'nothing' 与 'itself' 弄反：`__exit__` 返回真值会吞掉异常。LookupError 却不是原来那个：不要另造一个，让它自己往外走。",
    f"The LookupError raised inside should come out as it is ('itself'), this came: {out_of_it!r}; without an exception nothing should come "
    f"('nothing'), this came: {calm!r}. "
    "'nothing' for the first: a true value from `__exit__` swallows it. A LookupError that is not the same one: make no new exception, let the "
    "first one go on.",
)
assert taken_back == {"A1": "Ann", ("B", 2): None, 3: ""}, T(
    f"seats 进入时是 {{'A1': 'Ann', ('B', 2): None, 3: ''}}；里面改了 'A1'、加了 'C4'、删了另外两个，然后抛出异常。之后 seats 是 {taken_back}，"
    "应当和进入时一样。"
    "一点没变回来：换掉的是 `self.store` 这个名字，不是字典里的东西；或者存下的不是拷贝，而是同一个字典。多出 'C4'：只 update，没有先清空。只回来一部分：改、加、删三种都要管，None 和空文字也是值。",
    f"At entry seats was {{'A1': 'Ann', ('B', 2): None, 3: ''}}; 'A1' was changed, 'C4' added, the other two removed, then an exception was raised. "
    f"Now seats is {taken_back}, it should be as at entry. "
    "Nothing came back: you rebound the name `self.store` and left the dict alone, or what you kept is no copy but the dict itself. 'C4' is still "
    "there: update alone removes nothing. Only a part came back: changed, added and removed keys all count, and None and '' are values.",
)
assert kept == {"A1": "Bo", "C4": "Cy"}, T(
    f"另一个同样的字典，同样的改动，但没有异常：之后是 {kept}，应为 {{'A1': 'Bo', 'C4': 'Cy'}}。只在有异常时恢复；没有异常时 `__exit__` 收到的是三个 None。",
    f"Another dict like it, the same changes, no exception: it is {kept} afterwards and should be {{'A1': 'Bo', 'C4': 'Cy'}}. Restore only after an exception; "
    "without one `__exit__` receives None three times.",
)


# %% q="q09" role="hidden" points=1
# zh: 任何异常；先后使用，嵌套使用，自己套自己
# en: Any exception; used again, nested, nested within itself
import threading


def text_of(action):
    try:
        return action()
    except BaseException as caught:
        return f"{type(caught).__name__}: {caught}"


def fill(shelf, **goods):
    return lambda: (shelf.pop("pens", None), shelf.update(goods))


interrupted = []
for error in (KeyboardInterrupt("stop"), SystemExit(3), GeneratorExit("end"), StopIteration("done"), Alarm("fire")):
    shelf, noted = {"pens": 4, "cups": 0}, Context()
    came = [throw_inside(Rollback(shelf), fill(shelf, ink=9, cups=1), error), throw_inside(noted, noted.do_something, error)]
    interrupted.append([type(error).__name__, *came, dict(shelf), list(noted.events)])

shelf = {"pens": 4}
guard, other_shelf = Rollback(shelf), {}
shelf["pens"] = 5
other_guard = Rollback(other_shelf)
again = [throw_inside(guard, fill(shelf, ink=1), LookupError("first")), dict(shelf)]


def commit(manager, change):
    with manager:
        change()
    return "nothing"


again += [text_of(lambda: commit(guard, fill(shelf, cups=2))), dict(shelf)]
again += [throw_inside(guard, shelf.clear, LookupError("third")), dict(shelf)]
again += [throw_inside(other_guard, fill(other_shelf, tea=7), LookupError("empty at entry")), dict(other_shelf)]
try:
    raise LookupError("handled, not raised in the body")
except LookupError:
    again += [text_of(lambda: commit(guard, fill(shelf, tape=3))), dict(shelf)]


def nested(outer_error):
    seen = []
    with guard:
        shelf["glue"] = 1
        seen.append(throw_inside(guard, fill(shelf, glue=2, ink=2), LookupError("inner")))
        seen.append(dict(shelf))
        with guard:
            shelf["ink"] = 3
            with other_guard:
                other_shelf["milk"] = 4
            seen.append(throw_inside(guard, shelf.clear, Alarm("innermost")))
        seen.append(dict(shelf))
        levels.append(seen)
        if outer_error:
            raise outer_error
    return "nothing"


levels, endings = [], []
for outer_error in (LookupError("outer"), None):
    endings.append([text_of(lambda outer_error=outer_error: nested(outer_error)), dict(shelf), dict(other_shelf)])

teas, milks = {"tea": 1}, {"milk": 1}


def hold(manager, held, error):
    with manager:
        held["more"] = len(overlapping)
        overlapping.append(dict(held))
        yield "held"
        if error:
            raise error


overlapping = []
holders = [hold(Rollback(teas), teas, LookupError("tea")), hold(Rollback(milks), milks, None)]
overlapping += [text_of(lambda holder=holder: next(holder, "nothing")) for holder in holders * 2]
overlapping += [dict(teas), dict(milks)]

logged, apart = Context(), Context()


def inside_itself():
    with logged:
        with apart, logged as ctx:
            ctx.do_something()
            raise Alarm("both")


logged_first = text_of(lambda: commit(logged, logged.do_something))
both_out, both_logged = text_of(inside_itself), [list(logged.events), list(apart.events)]


def stay(manager):
    with manager:
        yield "inside"


early, late = Context(), Context()
early_stay, late_stay = stay(early), stay(late)
visits = [text_of(lambda one=one: next(one, "left")) for one in (early_stay, late_stay)]
early.do_something()
visits += [text_of(lambda: next(early_stay, "left")), list(early.events), list(late.events)]
late.do_something()
late.do_something()
visits += [text_of(lambda: next(late_stay, "left")), list(early.events), list(late.events)]

token, stamp = object(), object()
known = {"token": token, "stamp": stamp, "lock": threading.Lock(), "generator": stay(late)}
marks, handles = {token: stamp}, {token: known["lock"], stamp: known["generator"]}


def recognised(store):
    return sorted([next((name for name, one in known.items() if one is thing), "another") for thing in pair] for pair in store.items())


class Hollow(LookupError):
    """False when asked for its truth."""

    def __bool__(self):
        return False


often, often_out = Context(), []
for error in (LookupError("1"), KeyError(), LookupError(), Alarm(), LookupError("5"), Hollow("6"), KeyboardInterrupt()):
    often_out.append(throw_inside(often, often.do_something, error))
often_events = [often.events.count(word) for word in ("enter", "work", "exit")]
wordless, mixed_keys = [], {"A": 1, 3: 2, None: 3, ("B", 2): 4}


def mix_up():
    mixed_keys.update({"A": None, 7.5: 0, b"new": 1, frozenset(): 2})
    del mixed_keys[3]


for error in (LookupError(), Alarm(), KeyboardInterrupt(), StopIteration(), Hollow("hollow")):
    wordless.append([throw_inside(Rollback(mixed_keys), mix_up, error), dict(mixed_keys)])


def only(change):
    milk_and_tea = {"tea": 1, "milk": ""}
    came = throw_inside(Rollback(milk_and_tea), lambda: change(milk_and_tea), LookupError("one thing"))
    return repr(sorted(milk_and_tea.items(), reverse=True)) if came == "itself" else came


one_by_one = [
    only(change)
    for change in (
        lambda store: store.update(milk="sour"),
        lambda store: store.update(salt=2),
        lambda store: store.pop("tea"),
        lambda store: store.clear(),
        lambda store: store.update(tea=True),
    )
]


def share(name):
    with Rollback(both_use):
        both_use["more"] = name
        yield "held"
        raise LookupError(name)


both_use = {"pens": 4}
sharing = [share("first"), share("second")]
same_dict = [text_of(lambda one=one: next(one)) for one in sharing]
for one in sharing:
    same_dict += [text_of(lambda one=one: next(one)), dict(both_use)]


steps = {}
ladder = Rollback(steps)


def climb(level):
    with ladder:
        steps[level] = "up"
        if level < 6:
            came_down.append(text_of(lambda: climb(level + 1)))
        came_down.append(sorted(steps))
        raise LookupError(f"from {level}")


came_down = []
came_down += [text_of(lambda: climb(1)), dict(steps)]
unusual = [throw_inside(Rollback(marks), marks.clear, LookupError("marks")), recognised(marks)]
unusual += [throw_inside(Rollback(handles), handles.clear, LookupError("handles")), recognised(handles)]

assert interrupted == [
    [name, "itself", "itself", {"pens": 4, "cups": 0}, ["enter", "work", "exit"]]
    for name in ("KeyboardInterrupt", "SystemExit", "GeneratorExit", "StopIteration", "Alarm")
], T(
    "在 `with` 里分别抛出 KeyboardInterrupt、SystemExit、GeneratorExit、StopIteration 和一个 BaseException 的子类。每次记下：异常名、从 Rollback "
    "和 Context 出来的、"
    f"字典之后的样子（应为 {{'pens': 4, 'cups': 0}}）、Context 的 events（应为 enter、work、exit）；得到 {interrupted}。这些都不归 `except "
    "Exception` 管，但都算异常。",
    "KeyboardInterrupt, SystemExit, GeneratorExit, StopIteration and a subclass of BaseException were raised within a `with`. Noted each time: its "
    "name, what came out of Rollback and of Context, "
    f"the dict afterwards (should be {{'pens': 4, 'cups': 0}}), the events of Context (enter, work, exit); this came: {interrupted}. `except "
    "Exception` does not catch these, yet all of them count.",
)
assert again == [
    "itself",
    {"pens": 5},
    "nothing",
    {"cups": 2},
    "itself",
    {"cups": 2},
    "itself",
    {},
    "nothing",
    {"cups": 2, "tape": 3},
], T(
    "造好 Rollback 之后先把 'pens' 从 4 改成 5，再先后用它三次（失败、成功、失败），然后另一个字典（进入时是空的）失败一次，最后在 `except` "
    f"块里成功一次；每次记下出来的异常和字典：{again}。"
    "应为 'itself', {'pens': 5}, 'nothing', {'cups': 2}, 'itself', {'cups': 2}, 'itself', {}, 'nothing', {'cups': 2, 'tape': 3}。"
    "要恢复到进入时的样子，不是造对象时的样子；有没有异常，看 `__exit__` 的参数。",
    "A Rollback was made, then 'pens' was changed from 4 to 5, then it was used three times (failing, succeeding, failing); then another dict, "
    f"empty at entry, failed once; last, a success within an `except` block. What came out and the dict, each time: {again}. "
    "Expected: 'itself', {'pens': 5}, 'nothing', {'cups': 2}, 'itself', {'cups': 2}, 'itself', {}, 'nothing', {'cups': 2, 'tape': 3}. "
    "The way back leads to the entry, not to where the object was made; whether there was an exception is in the arguments of `__exit__`.",
)
assert levels == [["itself", {"cups": 2, "tape": 3, "glue": 1}, "itself", {"cups": 2, "tape": 3, "glue": 1, "ink": 3}]] * 2, T(
    f"同一个 Rollback 自己套自己，进入时是 {{'cups': 2, 'tape': 3}}，外层加 'glue': 1。第一个内层失败，应回到 {{'cups': 2, 'tape': 3, 'glue': 1}}；"
    f"第二个内层加 'ink': 3 后成功，它里面还有一层清空字典后失败，应只多出 'ink': 3。两轮实际是 {levels}。每进一层都要存一份，离开时取出最近的那份；"
    "成功离开也要取走。",
    f"One Rollback within itself; at entry {{'cups': 2, 'tape': 3}}, the outer level adds 'glue': 1. The first inner level fails and should lead "
    f"back to {{'cups': 2, 'tape': 3, 'glue': 1}}; "
    f"the second adds 'ink': 3 and succeeds, with a level inside that clears the dict and fails, so only 'ink': 3 is new. Two rounds gave {levels}. "
    "Keep one copy for each level entered, take the latest when you leave, after a success too.",
)
assert endings == [
    ["LookupError: outer", {"cups": 2, "tape": 3}, {"milk": 4}],
    ["nothing", {"cups": 2, "tape": 3, "glue": 1, "ink": 3}, {"milk": 4}],
], T(
    f"接上：外层第一轮失败，应回到 {{'cups': 2, 'tape': 3}}；第二轮成功，应留下 {{'cups': 2, 'tape': 3, 'glue': 1, 'ink': 3}}；另一个字典成功，留下 "
    f"{{'milk': 4}}。实际是 {endings}。"
    "内层已经成功的改动，外层失败时也要一起撤回。",
    f"Continued: the outer level fails in the first round, which leads back to {{'cups': 2, 'tape': 3}}, and succeeds in the second, which leaves "
    f"{{'cups': 2, 'tape': 3, 'glue': 1, 'ink': 3}}; the other dict succeeds with {{'milk': 4}}. This came: {endings}. "
    "When the outer level fails, what an inner one had finished is taken back too.",
)
assert overlapping == [
    {"tea": 1, "more": 0},
    {"milk": 1, "more": 1},
    "held",
    "held",
    "LookupError: tea",
    "nothing",
    {"tea": 1},
    {"milk": 1, "more": 1},
], T(
    f"两个 Rollback 管两个字典，先后进入；先进去的先失败，后进去的随后成功。经过是 {overlapping}，最后两个字典应为 {{'tea': 1}} 和 {{'milk': 1, "
    f"'more': 1}}。"
    "各个对象的备份不能放在一起：类变量、默认参数里的列表都是大家共用的。",
    "Two Rollbacks for two dicts were entered one after the other; the first one fails first, then the second succeeds. It went like this: "
    f"{overlapping}; at the end the dicts should be {{'tea': 1}} and {{'milk': 1, 'more': 1}}. "
    "The objects' copies must not lie in one place: a class variable is shared, and so is a list that is a default argument.",
)
assert (logged_first, both_out, both_logged) == (
    "nothing",
    "Alarm: both",
    [["enter", "work", "exit", "enter", "enter", "work", "exit", "exit"], ["enter", "exit"]],
), T(
    f"一个 Context 先用一次，再自己套自己用一次（里面抛出 Alarm），旁边还有另一个 Context。出来的是 {logged_first!r} 和 {both_out!r}，两者的 events "
    f"是 {both_logged}。"
    "应为 enter work exit enter enter work exit exit 和 enter exit：再次进入时不要清空 events。",
    f"A Context was used once, then within itself (an Alarm was raised there), with another Context beside it. Out came {logged_first!r} and "
    f"{both_out!r}, their events are {both_logged}. "
    "Expected: enter work exit enter enter work exit exit, and enter exit. Entering again does not empty events.",
)
assert visits == [
    "inside",
    "inside",
    "left",
    ["enter", "work", "exit"],
    ["enter"],
    "left",
    ["enter", "work", "exit"],
    ["enter", "work", "work", "exit"],
], T(
    f"先进入 early，再进入 late；early 做一件事，先离开；late 做两件事，后离开。经过、early 离开后两者的 events、最后两者的 events 是 {visits}；"
    "最后应为 enter work exit 和 enter work work exit。每个 Context 只记自己的事：不要用类上共用的栈去找“最里面的那个”。",
    "early was entered, then late; early did one piece of work and left first, late did two and left last. What happened, the events of both when "
    f"early had left, and at the end: {visits}; at the end it should be enter work exit, and enter work work exit. "
    "Each Context notes what happens to itself; a stack on the class that tells which one is innermost mixes them up.",
)
assert (often_out, often_events) == (["itself"] * 7, [7, 7, 7]), T(
    f"同一个 Context 用了七次，每次抛出一个异常（有的没有文字），出来的是 {often_out}，应全是 'itself'；enter、work、exit 各记了 {often_events} 次，应各 7 次。",
    f"One Context was used seven times, and each time an exception was raised, some without a text. Out came {often_out}, it should be 'itself' each time; "
    f"enter, work, exit were noted {often_events} times, it should be 7 each.",
)
assert wordless == [["itself", {"A": 1, 3: 2, None: 3, ("B", 2): 4}]] * 5, T(
    f"抛出四个没有参数的异常和一个 `bool(error)` 为假的异常，字典的键各种类型都有（里面改、加、删）；出来的和之后的字典：{wordless}，每次应为 'itself' 和 {{'A': 1, 3: 2, None: 3, ('B', 2): 4}}。"
    "有没有异常，看 `__exit__` 的第一个参数是不是 None，不看异常的文字，也不看它的真假；键不一定能比大小。",
    "Four exceptions without arguments were raised and one whose `bool(error)` is false, in a dict with keys of all types (some changed, added, removed). What came out and the dict "
    f"afterwards: {wordless}; each time it should be 'itself' and {{'A': 1, 3: 2, None: 3, ('B', 2): 4}}. There was an exception where the first argument of `__exit__` is not "
    "None, whatever its text or its truth; and keys need not be sortable.",
)
assert one_by_one == ["[('tea', 1), ('milk', '')]"] * 5, T(
    f"每次只做一件事，然后抛出异常：改一个值，加一个键，删一个键，清空，把 1 换成 True；之后的字典是 {one_by_one}，应当每次都和进入时一样：tea 是 1，milk 是 ''。"
    "改、加、删各自都算；相等的值也要换回原来那个。",
    f"One thing at a time, then an exception: a value changed, a key added, a key removed, all cleared, 1 exchanged for True. The dict afterwards: {one_by_one}; each time it should "
    "be as at entry, with 1 for tea and '' for milk. Each kind of change counts by itself, and where an equal value came in the old one comes back.",
)
assert same_dict == ["held", "held", "LookupError: first", {"pens": 4}, "LookupError: second", {"pens": 4, "more": "first"}], T(
    f"两个 Rollback 管同一个字典，先后进入：先进去的加了 'more'，后进去的才进入；先进去的先失败，后进去的后失败。经过和每次之后的字典是 {same_dict}，"
    "应回到各自进入时的样子：先是 {'pens': 4}，然后是 {'pens': 4, 'more': 'first'}。备份归对象所有，不要按字典登记。",
    "Two Rollbacks of one dict: the first adds 'more', then the second is entered; the first fails first, then the second. What happened and the dict after each: "
    f"{same_dict}; each leads back to its own entry, first to {{'pens': 4}}, then to {{'pens': 4, 'more': 'first'}}. A copy belongs to the object; do not keep it by the dict.",
)
assert came_down == [
    [1, 2, 3, 4, 5, 6],
    "LookupError: from 6",
    [1, 2, 3, 4, 5],
    "LookupError: from 5",
    [1, 2, 3, 4],
    "LookupError: from 4",
    [1, 2, 3],
    "LookupError: from 3",
    [1, 2],
    "LookupError: from 2",
    [1],
    "LookupError: from 1",
    {},
], T(
    f"同一个 Rollback 自己套自己六层，每层加一个键，再由内到外逐层失败；每层看到的键和出来的异常是 {came_down}。每失败一层应少一个键，最后是空字典：几层都要存得下。",
    "One Rollback within itself, six levels deep; each level adds a key, then they fail from the innermost outwards. The keys each level saw, and what came out: "
    f"{came_down}. With each level one key should go, and the dict be empty at the end: keep as many copies as there are levels.",
)
assert unusual == ["itself", [["token", "stamp"]], "itself", [["stamp", "generator"], ["token", "lock"]]], T(
    "字典里的键和值可以是任何东西：一个字典的键和值都是 object()，另一个的键是 object()，值是锁和生成器；都在里面清空，然后抛出异常。"
    f"每次出来的异常和之后认出的键与值：{unusual}，应为 'itself'、[['token', 'stamp']]、'itself'、[['stamp', 'generator'], ['token', 'lock']]。"
    "'another' 或 cannot pickle：深拷贝另造了键和值，或者根本拷不了；浅拷贝就够了。",
    "Keys and values may be anything: in one dict both are an object(), in another the keys are, and the values a lock and a generator; each was "
    f"cleared, then an exception was raised. What came out and the keys and values recognised: {unusual}; expected: 'itself', [['token', 'stamp']], "
    "'itself', [['stamp', 'generator'], ['token', 'lock']]. "
    "'another', or cannot pickle: a deep copy makes new keys and values, or cannot; a shallow copy is enough.",
)
# %% [markdown] lang="zh" q="q09" role="hint"
# `with` 只认两个方法：进入时调用一个，离开时调用另一个。要它们做的事，题目里已经说完了；
# 难的是 `Rollback`：进入的那一刻，它得记住什么？记在哪里，自己套自己时才不会被盖掉？
# %% [markdown] lang="en" q="q09" role="hint"
# `with` knows two methods only, one called on the way in and one on the way out, and the text says what they do.
# The hard part is `Rollback`: what does it have to remember when it is entered?
# And where, so that nothing is overwritten when it is used within itself?
# %% [markdown] lang="zh" q="q09" role="hint"
# `__enter__(self)` 返回 `self`；`__exit__` 除了 `self` 还收三个参数，没有异常时第一个是 `None`。什么都不返回，异常就继续往外走。
# 进入时存一份 `dict(self.store)`，放进一个当作栈用的列表。恢复时不要让 `self.store` 指向别的字典，要改原来那个的**内容**。
# %% [markdown] lang="en" q="q09" role="hint"
# `__enter__(self)` returns `self`; `__exit__` takes three arguments besides `self`, and without an exception the first is `None`.
# If it returns nothing, the exception goes on. On entry keep a `dict(self.store)` in a list used as a stack.
# On the way back do not let `self.store` name another dict; change what is **in** the old one.
# %% [markdown] lang="zh" q="q09" role="hint"
# `Rollback` 差不多就是这样：进入时 `self.saved.append(dict(self.store))`；离开时先 `before = self.saved.pop()`，成败都要取；
# 如果 `kind is not None`，就 `self.store.clear()`，再 `self.store.update(before)`。
# %% [markdown] lang="en" q="q09" role="hint"
# `Rollback` is almost this: on entry `self.saved.append(dict(self.store))`; on leaving first `before = self.saved.pop()`,
# whether it went well or not; and if `kind is not None`, `self.store.clear()` and then `self.store.update(before)`.
# %% [markdown] lang="zh" q="q09" role="solution"
# `saved` 是列表而不是一个变量，因为同一个对象可能同时在几层 `with` 里。`with` 总是后进先出，所以栈正好：
# 不必知道是第几层，最后一份就是这一层的。只在失败时才 `pop`，成功的内层就会留下一份旧的，外层失败时取错。
#
# 恢复用 `clear` 加 `update`，因为 `self.store = before` 只让这个对象的属性改指别处，调用者手里的字典一点没变。
# 判断用 `kind is not None` 而不用 `isinstance(error, Exception)`：`KeyboardInterrupt` 恰恰是最容易打断到一半的那种异常。
# 两个 `__exit__` 都没有 `return`，得到 `None`，是假值，所以异常自己往外走；自己再 `raise` 一次是多余的。
# %% [markdown] lang="en" q="q09" role="solution"
# `saved` is a list and no single variable, because one object may be in several levels of `with` at once. `with` is always
# last in, first out, so a stack fits: nobody needs to know the level, the last copy is the right one. If you `pop` after a failure
# only, an inner success leaves an old copy behind, and a failure outside takes the wrong one.
#
# `clear` and `update`, because `self.store = before` merely points an attribute of this object elsewhere, and the caller's dict stays
# as it is. `kind is not None` and not `isinstance(error, Exception)`: `KeyboardInterrupt` is the very exception that comes in the middle of things.
# Neither `__exit__` has a `return`; the `None` they give is false, so the exception goes on by itself, and another `raise` would be too much.
# %% [markdown] lang="zh"
# ## 六、一次管住许多个
#
# 一个 `with` 可以写几个管理器，用逗号隔开。先猜：第二个进入时出错，第一个会收拾吗？
# %% [markdown] lang="en"
# ## 6. Keep many in hand at once
#
# One `with` may hold several managers, separated by commas. Predict: if the second fails on its way in, is the first one tidied up?
# %%
try:
    with safe_lights("hall"), Half():
        print("inside")
except OSError as error:
    print("caught", error)

# %% [markdown] lang="zh"
# 会。`with a, b` 就是 `with a:` 里面再写 `with b:`，`a` 已经进去了，所以一定离开。
# 个数要到运行时才知道怎么办？用 `ExitStack`：进入一个登记一个，离开时倒着来。先猜关灯的次序。
# %% [markdown] lang="en"
# It is. `with a, b` means `with b:` inside `with a:`, and since `a` was entered it will be left.
# And if the number is known only at run time? An `ExitStack` notes each manager as it is entered and leaves them in reverse.
# Predict the order in which the lights go off.
# %%
from contextlib import ExitStack

with ExitStack() as stack:
    for room in ("hall", "study", "attic"):
        stack.enter_context(safe_lights(room))
    stack.callback(print, "lock the door")
    print("all on")

# %% [markdown] lang="zh"
# 门最先锁，灯从 `attic` 倒着关到 `hall`：后进先出，回调也排在同一个队里。
# 还有几个现成的常用管理器，先猜这一格打印什么。
# %% [markdown] lang="en"
# The door first, then the lights from `attic` back to `hall`: last in, first out, and callbacks stand in the same queue.
# A few more managers come ready made. Predict what this cell prints.
# %%
from contextlib import closing, nullcontext, suppress

with suppress(KeyError):
    print({"a": 1}["b"])
    print("never")
with nullcontext("as it is") as value:
    print(value)
with closing(page):
    pass
print(page.closed)


# %% [markdown] lang="zh"
# `suppress` 就是一个会返回真值的 `__exit__`，只吞你点名的异常；里面剩下的语句照样不会补做。
# `nullcontext` 什么也不做，`closing` 在离开时调用 `close()`。
#
# ## 七、最常见的错误，和你会看到的那句话
#
# 先对照下面的类，猜每个会报什么错，再运行。
# %% [markdown] lang="en"
# `suppress` is an `__exit__` that returns something true for the exceptions you name; here too the rest of the body is not made up
# for. `nullcontext` does nothing, and `closing` calls `close()` on the way out.
#
# ## 7. The usual mistakes, and the sentence you will see
#
# Read these, guess what each will complain about, then run the cells.
# %%
class NoExit:
    def __enter__(self):
        return self


class NoRoom(NoExit):
    def __exit__(self):
        pass


@contextmanager
def never_yields():
    if False:
        yield


@contextmanager
def yields_twice():
    yield 1
    yield 2


# %%
def use(make):
    with make():
        pass


for make in (lambda: NoExit, NoExit, NoRoom, never_yields, yields_twice, lambda: evening):
    try:
        use(make)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")

# %% [markdown] lang="zh"
# | 你看到的 | 原因 | 改法 |
# |---|---|---|
# | `'type' object does not support the context manager protocol` | 写成了 `with NoExit:`，少了括号 | `with NoExit():` |
# | `object does not support the context manager protocol (missed __exit__ method)` | 少了 `__exit__`，或者把它放在了对象上 | 两个方法都写在类里 |
# | `__exit__() takes 1 positional argument but 4 were given` | `__exit__` 没有收那三个参数 | `def __exit__(self, kind, error, traceback)` |
# | `generator didn't yield` | 生成器一次也没有 `yield` | 恰好一次 |
# | `generator didn't stop` | `yield` 了两次 | 恰好一次 |
# | `object has no attribute 'args'` | 同一个 `@contextmanager` 对象用了第二次 | 每次重新调用函数 |
# | `'NoneType' object has no attribute` | `__enter__` 忘了返回 | `return self` |
# | 什么都没有，异常不见了 | `__exit__` 返回了真值，或 `finally` 里有 `return` | 去掉 `return` |
# %% [markdown] lang="en"
# | What you see | Why | What to do |
# |---|---|---|
# | `'type' object does not support the context manager protocol` | `with NoExit:`, the brackets are missing | `with NoExit():` |
# | `object does not support the context manager protocol (missed __exit__ method)` | there is no `__exit__`, or it stands on the object | both methods belong into the class |
# | `__exit__() takes 1 positional argument but 4 were given` | `__exit__` has no room for the three arguments | `def __exit__(self, kind, error, traceback)` |
# | `generator didn't yield` | the generator never came to a `yield` | exactly one |
# | `generator didn't stop` | there was a second `yield` | exactly one |
# | `object has no attribute 'args'` | a second use of one `@contextmanager` object | call the function anew each time |
# | `'NoneType' object has no attribute` | `__enter__` forgot to return | `return self` |
# | nothing, and the exception is gone | `__exit__` returned something true, or there is a `return` in `finally` | take the `return` away |
# %% [markdown] lang="zh"
# ## 八、接着读
#
# [PEP 343](https://peps.python.org/pep-0343/) 讲 `with` 为什么是现在这样，里面有当年争论过的每一种写法。
# 标准库的 [contextlib.py](https://github.com/python/cpython/blob/main/Lib/contextlib.py) 写得很好读，先看 `redirect_stdout` 和 `ExitStack`。
# 文档里[单次、可重用、可重入](https://docs.python.org/3/library/contextlib.html#single-use-reusable-and-reentrant-context-managers)一节，把第五节的区别讲得更细。
# %% [markdown] lang="en"
# ## 8. Where to read more
#
# [PEP 343](https://peps.python.org/pep-0343/) tells why `with` is what it is, with every form that was argued about at the time.
# The standard library's [contextlib.py](https://github.com/python/cpython/blob/main/Lib/contextlib.py) reads well; begin with `redirect_stdout` and `ExitStack`.
# Its documentation goes further into section 5 under
# [single use, reusable and reentrant](https://docs.python.org/3/library/contextlib.html#single-use-reusable-and-reentrant-context-managers).
