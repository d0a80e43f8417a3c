# %% role="author"
from grader.language import T

# %% [markdown] lang="zh"
# # 迭代器：看清 `for` 循环背后的人
#
# 学完这一课，你能把任何 `for` 循环拆成 `iter` 和 `next`；能写出自己的迭代器和可迭代对象，并且不把两者弄混；
# 能说出一样东西能不能迭代、迭代会不会把它用完，而不必真的去试；
# 还能用对象和引用连成链表，不用递归就把它掉个头。
#
# 需要的基础：会写类、`for` 循环和 `try … except`，见过 `yield`。
# 大约 110 分钟：课文 60 分钟，两道题 50 分钟。
# 每读到一个问题，先写下自己的预测，再运行下面的单元格。
# %% [markdown] lang="en"
# # See who does the walking in a `for` loop
#
# After this topic you can take any `for` loop apart into `iter` and `next`; write iterators and iterables of your own and keep the
# two apart; tell whether a thing can be iterated, and whether that uses it up, without trying;
# and link objects into a list that you turn round without recursion.
#
# You need: classes, `for` loops, `try … except`, and to have seen `yield`.
# Allow about 110 minutes, 60 for the lesson and 50 for the two questions.
# Wherever a question is put to you, write your prediction down before you run the next cell.
# %% [markdown] lang="zh"
# ## 一、把 `for` 拆开
#
# `iter` 向一样东西要一个走路的人，`next` 让这个人走一步。先猜：第三次 `next` 会怎样？
# %% [markdown] lang="en"
# ## 1. Take a `for` loop apart
#
# `iter` asks a thing for somebody who walks it, `next` has this somebody take a step. Predict what the third `next` does.
# %%
letters = ["a", "b"]
walker = iter(letters)
print(type(walker).__name__, next(walker), next(walker))
try:
    next(walker)
except StopIteration as end:
    print("StopIteration", end.args)

# %% [markdown] lang="zh"
# 没有了，就抛出 `StopIteration`。走路的人叫**迭代器**；能交出迭代器的东西（这里是列表）叫**可迭代对象**。`for` 不过是把这几步写在一起：
# %% [markdown] lang="en"
# When nothing is left, `StopIteration` is raised. Whoever walks is called an **iterator**, and what can hand one out (here the
# list) an **iterable**. `for` merely puts these steps together:
# %%
def for_each(iterable, action):
    walker = iter(iterable)
    while True:
        try:
            item = next(walker)
        except StopIteration:
            break
        action(item)


for_each("hi!", print)
for_each({"x": 1, "y": 2}, print)

# %% [markdown] lang="zh"
# `iter` 只调用一次，`next` 每圈一次。字典迭代的是键。（`try` 里只放 `next`：否则 `action` 里别处漏出来的 `StopIteration` 也会被当成结束。）
#
# ## 二、谁记着走到了哪里
#
# 同一个列表，要两个迭代器，轮流走。先猜四个数。
# %% [markdown] lang="en"
# `iter` is called once, `next` on every turn. A dict gives its keys. (Only `next` stands in the `try`: a `StopIteration` that escapes from
# `action` must not pass for the end.)
#
# ## 2. Who remembers how far it has come?
#
# Ask one list for two iterators and let them take turns. Predict the four items.
# %%
seats = ["A1", "A2", "A3"]
ann, bo = iter(seats), iter(seats)
print(next(ann), next(ann), next(bo), next(ann))
print(list(bo), list(ann), seats)

# %% [markdown] lang="zh"
# 列表不知道谁走到了哪里，每个迭代器自己记着。`list(bo)` 从 `bo` 停下的地方走到头，`ann` 已经到头，列表本身一点没变。
#
# ![一个列表和它的两个迭代器：按实际运行的次序，一步步标出谁走了一步、走到哪里](../assets/04_iterators/walkers.png)
# %% [markdown] lang="en"
# The list does not know who is where; each iterator remembers for itself. `list(bo)` goes on from where `bo` stood, `ann` was at the end
# already, and the list is as it was.
#
# ![One list and its two iterators: step by step, as it ran, who moved and where each of them stands](../assets/04_iterators/walkers.png)
# %% [markdown] lang="zh"
# 那么，对迭代器自己用 `iter` 呢？对列表用 `next` 呢？先猜三行。
# %% [markdown] lang="en"
# And `iter` of an iterator? And `next` of a list? Predict the three lines.
# %%
print(iter(ann) is ann, iter(seats) is seats)
try:
    next(seats)
except TypeError as error:
    print(error)

# %% [markdown] lang="zh"
# 迭代器的 `iter` 是**它自己**，所以它也能放进 `for`；列表的 `iter` 每次是新的，它自己不会走。区别就在这里。
#
# 用完就没有了，这一点常常让人吃惊。先猜这一格的四个结果。
# %% [markdown] lang="en"
# `iter` of an iterator is **the iterator itself**, so it can stand in a `for` too; that of a list is new each time, and the list cannot
# walk. That is the whole difference. What is used up is gone, which often surprises. Predict the four results of this cell.
# %%
numbers = iter([10, 20, 30, 40])
print(20 in numbers, list(numbers), 20 in numbers)

prices = (price * 2 for price in [3, 1])
print(sum(prices), max(prices, default="nothing left"))

# %% [markdown] lang="zh"
# `in` 也是一个循环：它走到 20 才停，所以后面只剩 30 和 40，再问 20 就没有了。`sum` 把生成器走完，`max` 便什么也没拿到。
# 要走两遍，就先存成列表，或者交出一个**可迭代对象**而不是迭代器。
# %% [markdown] lang="en"
# `in` is a loop too: it stopped at 20, so 30 and 40 were left, and now there is no 20 any more. `sum` walked the generator to its end,
# and `max` got nothing. To walk twice, make a list first, or hand around an **iterable** and no iterator.
# %% [markdown] lang="zh"
# ## 三、自己写一个迭代器
#
# 迭代器要两个方法：`__iter__` 返回自己，`__next__` 给出下一个或者抛 `StopIteration`。先猜：最后一行打印什么？
# %% [markdown] lang="en"
# ## 3. Write an iterator yourself
#
# An iterator has two methods: `__iter__` returns itself, `__next__` gives the next item or raises `StopIteration`.
# Predict the last line.
# %%
class Doubling:
    """1, 2, 4, … as long as it is below the limit."""

    def __init__(self, limit):
        self.value, self.limit = 1, limit

    def __next__(self):
        if self.value >= self.limit:
            raise StopIteration
        value, self.value = self.value, self.value * 2
        return value

    def __iter__(self):
        return self


powers = Doubling(20)
for power in powers:
    if power == 4:
        break
print(list(powers), list(powers))

# %% [markdown] lang="zh"
# 第一个循环在 4 停下，`list` 接着走，得到 8 和 16，然后就空了。注意顺序：**先看**到没到头，再给；到头时什么也不改，所以再问多少次都还是到头。
# 文档把走完又活过来的迭代器叫做[坏掉的](https://docs.python.org/3/library/stdtypes.html#iterator.__next__)。看看它坏在哪里，先猜：
# %% [markdown] lang="en"
# The first loop stopped at 4, `list` went on with 8 and 16, and then it was empty. Mind the order: **look** for the end first, then give;
# at the end nothing is changed, so it stays the end. The documentation calls an iterator that comes back to life
# [broken](https://docs.python.org/3/library/stdtypes.html#iterator.__next__). See what breaks, and predict:
# %%
class Restless(Doubling):
    def __next__(self):
        try:
            return super().__next__()
        except StopIteration:
            self.value = 1
            raise


restless = Restless(5)
print([next(restless, "end") for _ in range(5)])
print(list(zip(restless, "abcdef", strict=False)))

# %% [markdown] lang="zh"
# 单看一次循环没有问题，可是谁都依赖“完了就是完了”：`next` 得到 `end` 之后又冒出 1。`zip` 那一行从 2 开始，正是因为前面多走了一步。
#
# 想反复走，该写的是**可迭代对象**。常见的错误是让它返回自己、再拨回开头。先猜两层循环得到几对：
# %% [markdown] lang="en"
# One loop alone looks fine, but everybody relies on "the end is the end": after `next` gave `end` there comes a 1 again. The line of `zip` begins at 2
# because of that very step. To be walked again and again, write an **iterable**. The usual mistake returns itself with the value turned back.
# Predict how many pairs two nested loops give:
# %%
class Rewinding(Doubling):
    def __iter__(self):
        self.value = 1
        return self


class Powers:
    def __init__(self, limit):
        self.limit = limit

    def __iter__(self):
        return Doubling(self.limit)


# %%
for cls in (Rewinding, Powers):
    powers = cls(5)
    print(cls.__name__, list(powers), list(powers))
    print([(a, b) for a in powers for b in powers])

# %% [markdown] lang="zh"
# 一层层走，两个都对；套起来走，`Rewinding` 只有三对：里层把共用的进度走到了头，外层也就完了。`Powers` 每次交出新的迭代器，九对一对不少。
# 规矩是：**可迭代对象不记进度，迭代器才记**。
# %% [markdown] lang="en"
# One after the other, both are right. Nested, `Rewinding` gives three pairs: the inner loop walked the shared progress to its end, and the
# outer loop was over as well. `Powers` hands out a new iterator each time, and none of the nine pairs is missing.
# The rule: **an iterable keeps no progress, an iterator does**.
# %% [markdown] lang="zh"
# ## 四、让生成器替你写
#
# 带 `yield` 的函数一调用就得到一个迭代器，`__iter__` 和 `__next__` 都现成。先猜：调用 `powers_below(20)` 时会打印 `start` 吗？
# %% [markdown] lang="en"
# ## 4. Let a generator do the writing
#
# Calling a function with a `yield` gives an iterator, with `__iter__` and `__next__` ready made. Predict: does the call
# `powers_below(20)` print `start`?
# %%
def powers_below(limit):
    print("start")
    value = 1
    while value < limit:
        yield value
        value *= 2


lazy = powers_below(20)
print(type(lazy).__name__, iter(lazy) is lazy)
print(next(lazy), list(lazy))

# %% [markdown] lang="zh"
# 调用时什么也没运行，第一次 `next` 才打印 `start`：生成器是懒的，要一个才算一个，所以它可以没有尽头。局部变量 `value` 就是它的进度。
# 把 `__iter__` 写成生成器，是写可迭代对象最短的办法。先猜能走几遍：
# %% [markdown] lang="en"
# Nothing ran at the call; the first `next` printed `start`. A generator is lazy, it computes an item when asked, and so may go on for ever.
# The local variable `value` is its progress. An `__iter__` that is a generator is the shortest way to an iterable. Predict how
# often this one can be walked:
# %%
class Squares:
    def __init__(self, count):
        self.count = count

    def __iter__(self):
        for number in range(self.count):
            yield number * number


squares = Squares(4)
print(list(squares), sum(squares), 9 in squares, 9 in squares)

# %% [markdown] lang="zh"
# 想走几遍都行：每次 `iter(squares)` 都重新调用这个函数，得到一个新的生成器。
#
# 生成器里有个陷阱：空行没有第一个字，`next` 会抛 `StopIteration`。先猜：循环会悄悄提前结束，还是报错？
# %% [markdown] lang="en"
# As often as you like: each `iter(squares)` calls the function again, and gets a new generator.
#
# There is a trap in generators. An empty row has no first letter, so the `next` raises `StopIteration`. Predict: does the loop end early
# in silence, or does it fail?
# %%
def first_letters(rows):
    for row in rows:
        yield next(iter(row))


try:
    print(list(first_letters(["one", "", "two"])))
except RuntimeError as error:
    print("RuntimeError:", error)
print([next(iter(row), "-") for row in ["one", "", "two"]])

# %% [markdown] lang="zh"
# 报错。从生成器里漏出来的 `StopIteration` 会变成 `RuntimeError`（[PEP 479](https://peps.python.org/pep-0479/)），
# 免得一个小疏忽冒充正常结束。要结束生成器就写 `return`；不确定有没有下一个，就给 `next` 第二个参数。
#
# 两个线程共用一个生成器呢？`slow` 停在半路等信号，这时主线程也来要。先猜：
# %% [markdown] lang="en"
# It fails. A `StopIteration` that leaks out of a generator becomes a `RuntimeError` ([PEP 479](https://peps.python.org/pep-0479/)), so that a
# small oversight cannot pass for a normal end. To end a generator, `return`; where there may be no next item, give `next` a second argument.
#
# And two threads with one generator? `slow` stands halfway, waiting for a signal, when the main thread asks too. Predict:
# %%
import threading

inside, go_on = threading.Event(), threading.Event()


def slow():
    inside.set()
    go_on.wait(timeout=10)
    yield "first"


shared = slow()
helper = threading.Thread(target=next, args=(shared,))
helper.start()
inside.wait(timeout=10)
try:
    next(shared)
except ValueError as error:
    print(error)
go_on.set()
helper.join()

# %% [markdown] lang="zh"
# 一个生成器同一时刻只能有一个人在走。别的迭代器连这句提醒也没有：在没有 GIL 的 Python 里，几个线程共用一个迭代器，
# 可能重复、漏掉，见[自由线程指南](https://docs.python.org/3/howto/free-threading-python.html)。办法是加锁，或者每个线程用自己的迭代器。
# （Python 3.15 的 `threading` 里有现成的包装；3.14 还没有。）
# %% [markdown] lang="en"
# Only one at a time may walk a generator. Other iterators do not even warn you: in a Python without the GIL, threads that share an iterator may
# see items twice or miss some, says the [free-threading guide](https://docs.python.org/3/howto/free-threading-python.html). Take a lock, or
# give each thread an iterator of its own. (Python 3.15 has wrappers for this in `threading`; 3.14 does not.)
# %% [markdown] lang="zh"
# ## 五、`iter` 怎样决定行不行
#
# 下面的类没有 `__iter__`，只有 `__getitem__`。先猜：能用 `for` 走吗？`isinstance(…, Iterable)` 怎么说？
# %% [markdown] lang="en"
# ## 5. How `iter` decides
#
# The next class has no `__iter__`, only `__getitem__`. Predict: can a `for` walk it? And what does `isinstance(…, Iterable)` say?
# %%
from collections.abc import Iterable


class Chapters:
    def __getitem__(self, number):
        print("asked for", number)
        return ["intro", "middle", "end"][number]


book = Chapters()
print([chapter for chapter in book])
print(isinstance(book, Iterable), type(iter(book)).__name__)

# %% [markdown] lang="zh"
# 能走：`iter` 找不到 `__iter__`，就改用老办法，从 0 开始取下标，直到 `IndexError`。`Iterable` 却说不是，因为它只看 `__iter__`。
# 所以要知道能不能迭代，最可靠的是问 `iter(x)` 本身。它会吃掉东西吗？先猜：
# %% [markdown] lang="en"
# It can: where there is no `__iter__`, `iter` falls back on the old way and asks for index 0, 1, … until an `IndexError`. `Iterable` says no,
# since it looks for `__iter__` only. So the reliable question is `iter(x)` itself. Does it eat anything? Predict:
# %%
letters = (letter for letter in "abc")
for _ in range(3):
    iter(letters)
print(list(letters))
book_walker = iter(book)

# %% [markdown] lang="zh"
# 一个也没少，`asked for` 也没有打印：`iter` 只是要来走路的人，`next` 才开步走。
#
# 再看类本身。`list` 有 `__iter__`，那么 `list` 这个**类**能迭代吗？枚举类呢？先猜五个结果。
# %% [markdown] lang="en"
# Nothing is missing, nor was `asked for` printed: `iter` only asks for somebody to walk, and the walking begins with `next`.
#
# Now classes themselves. `list` has an `__iter__`; so can the **class** `list` be iterated? And an enum class? Predict the five results.
# %%
import enum


class Signal(enum.Enum):
    RED = "stop"
    GREEN = "go"


def answer_of_iter(x):
    try:
        return type(iter(x)).__name__
    except TypeError as error:
        return str(error)


for thing in ([1], list, Signal, 42, answer_of_iter):
    print(hasattr(thing, "__iter__"), "|", answer_of_iter(thing))

# %% [markdown] lang="zh"
# 看第二行：`hasattr(list, "__iter__")` 是真的，`iter(list)` 却不行。`iter` 只看**类型**：`type(list)` 是 `type`，它没有 `__iter__`；
# `list.__iter__` 是给列表对象用的。`Signal` 能迭代，因为它的类型（元类 `EnumType`）有 `__iter__`。自己写一个这样的元类：
# %% [markdown] lang="en"
# Look at the second line: `hasattr(list, "__iter__")` is true, and still `iter(list)` fails. `iter` looks at the **type** only: `type(list)` is
# `type`, which has no `__iter__`; `list.__iter__` is for lists. `Signal` can be iterated because its type, the metaclass `EnumType`, has
# one. Write such a metaclass yourself:
# %%
class Countable(type):
    def __iter__(cls):
        return iter(sorted(name for name in vars(cls) if not name.startswith("_")))


class Colours(metaclass=Countable):
    red, blue = 1, 2


print(list(Colours), answer_of_iter(Colours()))

# %% [markdown] lang="zh"
# 类能迭代，它的对象反而不能。还有两种情形：把 `__iter__` 挂在对象上，没有用；`__iter__` 返回的不是迭代器，`iter` 当场报错。先猜两句话：
# %% [markdown] lang="en"
# The class can be iterated, its objects cannot. Two more cases: an `__iter__` hung on an object is of no use; and where `__iter__` returns
# something that is no iterator, `iter` fails on the spot. Predict the two sentences:
# %%
class Wrong:
    def __iter__(self):
        return [1, 2, 3]


class Bare:
    pass


bare = Bare()
bare.__iter__ = lambda: iter([1])
print(answer_of_iter(Wrong()), "|", answer_of_iter(bare))

# %% [markdown] lang="zh"
# 把这些放在一张图里，图里每个例子的去向都是运行得来的：
#
# ![iter(x) 的判断流程：类型上有没有 __iter__，返回的是不是迭代器；没有 __iter__ 就看 __getitem__；每条路上写着实际走到那里的例子](../assets/04_iterators/decide.png)
# %% [markdown] lang="en"
# All of it in one picture; where each example ends up was found by running it:
#
# ![How iter(x) decides: is there an __iter__ on the type, and is what it returns an iterator; failing that, is there a
# __getitem__; on every way the examples that really went there](../assets/04_iterators/decide.png)
# %% [markdown] lang="zh"
# 最后认一认身边的东西。先给每一样猜“可迭代”和“迭代器”两个答案，再运行。
# %% [markdown] lang="en"
# Last, some things around you. Guess "iterable" and "iterator" for each before you run the cell.
# %%
import os
from collections.abc import Iterator

with open(os.devnull) as null_file:
    around = {"range": range(3), "file": null_file, "dict view": {}.keys(), "zip": zip(), "str": "ab", "enumerate": enumerate([])}
    for name, thing in around.items():
        print(f"{name:10}", isinstance(thing, Iterable), isinstance(thing, Iterator))

# %% [markdown] lang="zh"
# `range` 和字典视图可以走很多遍，不是迭代器；文件、`zip`、`enumerate` 自己就是迭代器，走一遍就完。
# %% [markdown] lang="en"
# A `range` and a dict view can be walked many times and are no iterators; a file, `zip` and `enumerate` are iterators, and one walk uses them up.
# %% [markdown] lang="zh" q="q10"
# ## Q10 · 迭代器与可迭代对象（4 分，另有 1 分书面题）
#
# 写两个类和两个函数。`start` 是整数，不小于 0。
#
# - **`class Countdown(start)`** 是**迭代器**：依次给出 `start`、`start - 1`……直到 `1`，`start` 为 0 时什么也不给。`iter()` 得到它自己；
#   中途换个循环接着走，就从停下的地方继续；走完以后一直是走完的，再问多少次都是 `StopIteration`。
# - **`class CountdownFrom(start)`** 是**可迭代对象**：给出同样的数，但每次 `iter()` 都得到一个新的迭代器，
#   各走各的，谁也不影响谁，同时走几个也行。
# - **`is_iterable(x)`**：`iter(x)` 能不能用。**`is_iterator(x)`**：`x` 自己是不是迭代器，也就是 `iter(x)` 得到它自己，又能对它用 `next`。
#   两个都返回 `True` 或 `False`，不抛异常；什么也不消耗，`x` 里的东西一个也不能少。
#   列表、字符串、生成器、打开的文件、字典视图、数、函数、自己写的类的对象，都要判断对；类本身也要：
#   只有元类使它能迭代的，才算；只有 `__getitem__`（下标从 0 开始，越界抛 `IndexError`）的对象，`iter` 也肯接受。
#
# 只有 `__next__` 而没有 `__iter__` 的对象、`__iter__` 返回了怪东西的对象不考。
# %% [markdown] lang="en" q="q10"
# ## Q10 · Iterators and iterables (4 points, 1 more for the written part)
#
# Write two classes and two functions. `start` is an int, 0 or more.
#
# - **`class Countdown(start)`** is an **iterator**: it gives `start`, `start - 1`, … down to `1`, and nothing when `start` is 0.
#   `iter()` of it is itself; another loop goes on where the last one stopped; once exhausted it stays exhausted, `StopIteration` however often it is asked.
# - **`class CountdownFrom(start)`** is an **iterable**: it gives the same numbers, but each `iter()` gives a new iterator,
#   independent of all others, even when several are under way at once.
# - **`is_iterable(x)`**: does `iter(x)` work? **`is_iterator(x)`**: is `x` an iterator itself, that is, does `iter(x)` give `x` back, and can `next` be used on it?
#   Both return `True` or `False` and raise nothing; nothing is consumed, not one item of `x` may be missing afterwards.
#   They have to be right for lists, strings, generators, open files, dict views, numbers, functions, and objects of your own classes; for classes themselves too,
#   which count only where their metaclass makes them iterable; and an object with only `__getitem__` (indices from 0, `IndexError` past the end) is good enough for `iter`.
#
# Objects with `__next__` but without `__iter__`, and objects whose `__iter__` returns something odd, are not asked for.
# %% q="q10" role="given"
from itertools import islice


def some(iterable, limit=20):
    """What a loop over `iterable` gives, at most `limit` items; should it fail, the text of the exception comes last."""
    items = []
    try:
        for item in islice(iterable, limit):
            items.append(item)
    except Exception as error:
        items.append(f"{type(error).__name__}: {error}")
    return items


def step(iterator):
    """`next(iterator)`, or the name of the exception that it raises."""
    try:
        return next(iterator)
    except Exception as error:
        return type(error).__name__


def those(func, things):
    """The names of the `things` for which `func` says yes; where it raises, the name with the exception."""
    names = []
    for name, thing in things.items():
        try:
            if func(thing):
                names.append(name)
        except Exception as error:
            names.append(f"{name}: {type(error).__name__}: {error}")
    return names


# %% q="q10" role="answer"
class Countdown:
    """An iterator: start, …, 1."""

    ### BEGIN SOLUTION
    def __init__(self, start):
        self.left = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.left == 0:
            raise StopIteration
        self.left -= 1
        return self.left + 1

    ### END SOLUTION


class CountdownFrom:
    """An iterable: each iterator counts start, …, 1 for itself."""

    ### BEGIN SOLUTION
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return Countdown(self.start)

    ### END SOLUTION


def is_iterable(x):
    """Whether `iter(x)` works; nothing is consumed."""
    ### BEGIN SOLUTION
    try:
        iter(x)
    except TypeError:
        return False
    return True
    ### END SOLUTION


def is_iterator(x):
    """Whether `x` is an iterator itself; nothing is consumed."""
    ### BEGIN SOLUTION
    return hasattr(type(x), "__iter__") and hasattr(type(x), "__next__")
    ### END SOLUTION


# %% q="q10" role="check" points=1
# zh: `Countdown` 走一遍就完，`CountdownFrom` 可以一遍遍走
# en: A `Countdown` runs out, a `CountdownFrom` can be walked again and again
made = ["class" if isinstance(one, type) else type(one).__name__ for one in (Countdown, CountdownFrom)]
down = Countdown(4)
walks = [some(down), [step(down) for _ in range(3)], some(down)]
single = Countdown(2)
returned = []
for _ in range(2):
    try:
        returned.append("itself" if iter(single) is single else type(iter(single)).__name__)
    except Exception as error:
        returned.append(f"{type(error).__name__}: {error}")
stepped = [step(single), step(single), step(single)]
again = CountdownFrom(3)
repeated = [some(again), some(again), some(CountdownFrom(5))]

assert made == ["class", "class"], T(
    f"`Countdown` 和 `CountdownFrom` 应是两个类，实际是 {made}。生成器函数也能倒数，但这里要你自己实现迭代的两个方法。",
    f"`Countdown` and `CountdownFrom` should be classes, they are {made}. A generator function counts down as well, but here the methods of "
    "iteration are yours to write.",
)
assert walks == [[4, 3, 2, 1], ["StopIteration"] * 3, []], T(
    f"Countdown(4)：先用循环走完，再 next 三次，再用循环走一遍。得到 {walks}，应为 [4, 3, 2, 1]、三次 StopIteration、[]。"
    "第二次循环又有数：`__iter__` 里不要重新开始。TypeError … not iterable：迭代器也要有 `__iter__`。走完以后还给出数：到头后的每次 next 都要抛 "
    "StopIteration。全是 None：`__next__` 忘了 return。",
    f"Countdown(4) was walked with a loop, then asked for next three times, then walked again. This came: {walks}; expected: [4, 3, 2, 1], "
    "StopIteration three times, []. "
    "Numbers in the second loop: `__iter__` must not start over. TypeError … not iterable: an iterator needs `__iter__` too. Something after the "
    "end: every next past the end raises StopIteration. None each time: `__next__` forgot its return.",
)
assert (returned, stepped) == (["itself", "itself"], [2, 1, "StopIteration"]), T(
    f"对 Countdown(2) 用 iter() 应得到它自己，得到的是 {returned}；之后 next 三次应是 2、1、StopIteration，得到的是 {stepped}。",
    f"iter() of a Countdown(2) should give the object itself, it gave {returned}; next, three times, should then give 2, 1, StopIteration and gave "
    f"{stepped}.",
)
assert repeated == [[3, 2, 1], [3, 2, 1], [5, 4, 3, 2, 1]], T(
    f"同一个 CountdownFrom(3) 走两遍，每遍都应是 [3, 2, 1]，CountdownFrom(5) 是 [5, 4, 3, 2, 1]；得到 {repeated}。第二遍是空的：它自己成了迭代器，"
    "`__iter__` 应当每次交出一个新的。non-iterator：`__iter__` 返回了列表，要返回迭代器。",
    f"One CountdownFrom(3), walked twice, should give [3, 2, 1] each time, and CountdownFrom(5) [5, 4, 3, 2, 1]; this came: {repeated}. Nothing in "
    "the second walk: it is an iterator itself; `__iter__` has to hand out a new one each time. Non-iterator: `__iter__` returned a list and not "
    "an iterator.",
)

# %% q="q10" role="check" points=1
# zh: `is_iterable`、`is_iterator`：常见的东西，而且不消耗
# en: `is_iterable` and `is_iterator` for common things, with nothing consumed
lazy = (letter for letter in "xyz")
half_done = iter([10, 20, 30])
taken = next(half_done)
common = {"list": [1, 2], "number": 42, "generator": lazy, "str": "", "dict view": {"a": 1}.keys(), "function": step, "list iterator": half_done, "None": None}
asked_about = list(common)
iterable_names = those(is_iterable, common)
iterator_names = those(is_iterator, common)
left_over = [some(lazy), some(half_done)]


def answer_to(func, thing):
    try:
        said = func(thing)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return "yes or no" if said is True or said is False else f"of type {type(said).__name__}"


answers = [[asked, name, answer_to(func, thing)] for asked, func in (("is_iterable", is_iterable), ("is_iterator", is_iterator)) for name, thing in common.items()]
odd_answers = [answer for answer in answers if answer[2] != "yes or no"]
how_many = len(answers)

assert odd_answers == [] and how_many == 16, T(
    f"对 {asked_about}，两个函数每次都应返回 True 或 False 本身，也不抛异常；不是这样的有 {odd_answers}。"
    "NoneType：有一条路没有 return。别的类型：返回了 iter(x) 之类的东西，而不是“是不是”。TypeError：iter(x) 不行时会抛异常，要接住它。",
    f"For {asked_about} both functions should return True or False itself each time, and raise nothing; not so: {odd_answers}. "
    "NoneType: one way through has no return. Another type: what came back is the result of iter(x), say, and not yes or no. TypeError: where iter(x) does not work it "
    "raises, and that has to be caught.",
)
assert iterable_names == ["list", "generator", "str", "dict view", "list iterator"], T(
    f"在 {asked_about} 里，is_iterable 说“是”的有 {iterable_names}，应为 list、generator、str（空的也是）、dict view、list iterator。",
    f"Of {asked_about}, is_iterable said yes to {iterable_names}; it should be list, generator, str (though empty), dict view, list iterator.",
)
assert iterator_names == ["generator", "list iterator"], T(
    f"在 {asked_about} 里，is_iterator 说“是”的有 {iterator_names}，应当只有 generator 和 list iterator：列表、字符串、字典视图能迭代，"
    "但自己不是迭代器。",
    f"Of {asked_about}, is_iterator said yes to {iterator_names}; it should be generator and list iterator only: a list, a string, a dict view can "
    "be iterated, but are no iterators.",
)
assert left_over == [["x", "y", "z"], [20, 30]], T(
    f"判断之后，生成器里应还有 ['x', 'y', 'z']，列表迭代器里应还有 [20, 30]，实际是 {left_over}。不要用 next 或循环去试，那会吃掉东西；iter(x) "
    "不会。",
    f"After the questions the generator should still hold ['x', 'y', 'z'] and the list iterator [20, 30]; they hold {left_over}. Do not try with "
    "next or a loop, which eats items; iter(x) does not.",
)

# %% q="q10" role="hidden" points=1
# zh: 中途接着走，几个同时走，从 0 开始
# en: Going on halfway, several at once, starting from 0
whole = Countdown(6)
halves = [step(whole), some(whole, 2), some(whole, 1), some(whole), step(whole)]
left, right = Countdown(3), Countdown(30)
crossed = [step(left), step(right), step(left), step(right), some(left), some(right, 2), some(right, 1)]
empty = [some(Countdown(0)), step(Countdown(0)), some(CountdownFrom(0)), some(Countdown(1)), some(CountdownFrom(1))]
finished = Countdown(2)
ends = [some(finished), *(step(finished) for _ in range(5)), some(finished), step(finished)]
steps_from = CountdownFrom(3)
pairs = some((first, second) for first in steps_from for second in steps_from)
one, two, three = iter(steps_from), iter(steps_from), None
mixed = [step(one), step(one), step(two), step(one), step(one), step(two)]
three = iter(steps_from)
mixed += [some(three), step(one), step(two), step(two), some(iter(three))]
inner = iter(steps_from)
inner_is = ["itself" if iter(inner) is inner else "another", "shared" if inner is iter(steps_from) else "new"]
zipped = some(zip(steps_from, steps_from, CountdownFrom(2), strict=False))

assert halves == [6, [5, 4], [3], [2, 1], "StopIteration"], T(
    f"Countdown(6)：next 一次，用循环取两个，再用循环取一个，再用循环取完，再 next。得到 {halves}，应为 6、[5, 4]、[3]、[2, 1]、"
    "StopIteration。换一个循环应接着走，不是从头再来。",
    f"Countdown(6): one next, two items by a loop, one by another, the rest by a third, one more next. This came: {halves}; "
    "expected: 6, [5, 4], [3], [2, 1], StopIteration. A new loop goes on, it does not begin again.",
)
assert crossed == [3, 30, 2, 29, [1], [28, 27], [26]], T(
    f"Countdown(3) 和 Countdown(30) 轮流走，得到 {crossed}，应为 3、30、2、29、[1]、[28, 27]、[26]。走到哪里要记在对象上，不要记在类上。",
    f"Countdown(3) and Countdown(30) took turns and gave {crossed}; expected: 3, 30, 2, 29, [1], [28, 27], [26]. How far it has come belongs to the "
    "object, not to the class.",
)
assert empty == [[], "StopIteration", [], [1], [1]], T(
    f"Countdown(0) 用循环、用 next，CountdownFrom(0)，Countdown(1)，CountdownFrom(1) 依次得到 {empty}，应为 []、StopIteration、[]、[1]、[1]。"
    "先看到没到头，再给数。",
    f"Countdown(0) by a loop and by next, CountdownFrom(0), Countdown(1), CountdownFrom(1) gave {empty}; expected: [], StopIteration, [], [1], [1]. "
    "Look for the end before you give a number.",
)
assert ends == [[2, 1], *["StopIteration"] * 5, [], "StopIteration"], T(
    f"走完的 Countdown(2) 再问五次 next，一次循环，又一次 next，得到 {ends}，第一项之后应全是 StopIteration 和 []。",
    f"A Countdown(2) was walked to its end, then asked five times with next, once with a loop, once more with next: {ends}. After the first entry "
    "all should be StopIteration and [].",
)
assert pairs == [(first, second) for first in (3, 2, 1) for second in (3, 2, 1)], T(
    f"同一个 CountdownFrom(3) 上两层循环，应得到 9 对，从 (3, 3) 到 (1, 1)；得到的是 {pairs}。两层循环用的是同一个迭代器，"
    "或者走到哪里记在了可迭代对象上。",
    f"Two nested loops over one CountdownFrom(3) should give nine pairs, from (3, 3) to (1, 1); this came: {pairs}. Both loops share an iterator, "
    "or how far they have come is kept on the iterable.",
)
assert mixed == [3, 2, 3, 1, "StopIteration", 2, [3, 2, 1], "StopIteration", 1, "StopIteration", []], T(
    f"同一个 CountdownFrom(3) 的三个迭代器交替着走，得到 {mixed}，应为 3、2、3、1、StopIteration、2、[3, 2, 1]、StopIteration、1、StopIteration、"
    "[]。",
    f"Three iterators of one CountdownFrom(3), moved by turns, gave {mixed}; expected: 3, 2, 3, 1, StopIteration, 2, [3, 2, 1], StopIteration, 1, "
    "StopIteration, [].",
)
assert (inner_is, zipped) == (["itself", "new"], [(3, 3, 2), (2, 2, 1)]), T(
    f"iter(CountdownFrom(3)) 得到的东西，对它再用 iter() 应是它自己，第二次 iter(CountdownFrom(3)) 应是新的；实际是 {inner_is}。zip 三个一起走得到 "
    f"{zipped}，应为 (3, 3, 2)、(2, 2, 1)。",
    f"What iter(CountdownFrom(3)) gives should be its own iterator, and a second iter(CountdownFrom(3)) a new one; this came: {inner_is}. zip over "
    f"three at once gave {zipped}, expected: (3, 3, 2), (2, 2, 1).",
)


# %% q="q10" role="hidden" points=1
# zh: 类、文件、视图，只有 `__getitem__` 的对象；一样都不消耗
# en: Classes, files, views, objects with only `__getitem__`; nothing is consumed
import enum
import itertools
import tempfile


class Pages:
    def __getitem__(self, number):
        if number > 1:
            raise IndexError(number)
        return f"page {number}"


class Meter:
    asked = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.asked += 1
        return self.asked


class Shelf:
    def __iter__(self):
        yield "book"


class EqualsAll(Shelf):
    def __eq__(self, other):
        return True

    __hash__ = None


class Listed(type):
    def __iter__(cls):
        return iter(vars(cls)["names"])


class Menu(metaclass=Listed):
    names = ["soup", "tea"]


class Drinks(Menu):
    names = ["milk"]


class Roll(metaclass=Listed):
    names = ["Ann", "Bo"]

    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration


class Blank:
    def __getitem__(self, number):
        raise IndexError(number)


class Proxy:
    """Has an answer to every name that is asked of the object; `iter` and `next` ask the type."""

    def __getattr__(self, name):
        return lambda *arguments: iter(("fetched",))


class Tagged:
    """Objects get their methods one by one."""


class Lender:
    def __init__(self):
        self.only = iter("ab")

    def __iter__(self):
        return self.only


class Colour(enum.Enum):
    RED = 1
    BLUE = 2


def numbers():
    yield 1


opened = []
meter, generator, mapped = Meter(), numbers(), map(opened.append, [1, 2])
tagged, namesake = Tagged(), type("Shelf", (), {})()
tagged.__iter__ = tagged.__next__ = lambda: tagged
lender, endless, backwards = Lender(), itertools.repeat("more", 2), reversed([1, 2])
ages = {"Ann": 20, "Bo": 31}
with tempfile.TemporaryDirectory() as folder, open(f"{folder}/lines.txt", "w+", encoding="utf-8") as file:
    file.write("one\ntwo\n")
    file.seek(0)
    rare = {
        "list class": list, "class with __iter__": Shelf, "class with __next__": Meter, "class with __getitem__": Pages,
        "Enum class": Colour, "class with iterable metaclass": Menu, "its subclass": Drinks, "metaclass": Listed,
        "only __getitem__": Pages(), "own iterator": meter, "own iterable": Shelf(), "equal to all": EqualsAll(), "plain object": object(),
        "file": file, "dict": ages, "items view": ages.items(), "values view": ages.values(), "dict iterator": iter(ages),
        "range": range(3), "range iterator": iter(range(3)), "empty tuple": (), "map": mapped, "zip": zip(),
        "generator function": numbers, "generator": generator, "iterator of only __getitem__": iter(Pages()),
        "float": 2.5, "set": {1}, "bytes": b"ab", "True": True, "class of iterators with iterable metaclass": Roll,
        "answers to every name": Proxy(), "methods on the object only": tagged, "a namesake of an iterable class": namesake,
        "only __getitem__ and empty": Blank(), "always the same iterator": lender, "repeat": endless, "reversed": backwards,
    }  # fmt: skip
    can_be_walked = those(is_iterable, rare)
    walk_themselves = those(is_iterator, rare)
    remains = [some(file), some(generator), some(rare["dict iterator"]), some(rare["range iterator"]), some(rare["iterator of only __getitem__"])]
    remains += [some(lender), some(endless), some(backwards)]
untouched = [meter.asked, list(opened), step(meter)]

assert can_be_walked == [
    "Enum class", "class with iterable metaclass", "its subclass", "only __getitem__", "own iterator", "own iterable",
    "equal to all", "file", "dict", "items view", "values view", "dict iterator", "range", "range iterator", "empty tuple", "map", "zip",
    "generator", "iterator of only __getitem__", "set", "bytes", "class of iterators with iterable metaclass",
    "only __getitem__ and empty", "always the same iterator", "repeat", "reversed",
], T(
    f"is_iterable 说“是”的有：{can_be_walked}。类本身多半不是：`list` 有 `__iter__` 是给它的对象用的，iter 只看 `type(x)`；由元类（比如 Enum "
    "的）撑腰的类才是。"
    "只有 `__getitem__` 的对象 iter() 也接受，`isinstance(x, Iterable)` 却认不出它。`__iter__` 挂在对象上，或者由 `__getattr__` 变出来，都不算。最可靠的问法是 iter(x) 本身。",
    f"is_iterable said yes to: {can_be_walked}. Most classes are not: the `__iter__` of `list` is for its objects, iter looks at `type(x)` only; a "
    "class is iterable where its metaclass (that of Enum, say) makes it so. "
    "An object with only `__getitem__` is good enough for iter(), though `isinstance(x, Iterable)` does not see it. An `__iter__` hung on the object, or made up by its "
    "`__getattr__`, does not count. The best way to ask is iter(x) itself.",
)
assert walk_themselves == [
    "own iterator", "file", "dict iterator", "range iterator", "map", "zip", "generator", "iterator of only __getitem__",
    "repeat", "reversed",
], T(
    f"is_iterator 说“是”的有：{walk_themselves}；应为 own iterator、file、dict iterator、range iterator、map、zip、generator、iterator of only "
    "__getitem__、repeat、reversed。"
    "文件是自己的迭代器；视图、range、可迭代的类不是；equal to all 自称等于一切，`iter(x) == x` 就上当，要用 is。方法要在 `type(x)` 上找：类 Meter 有 `__next__`，那是给它的对象用的。",
    f"is_iterator said yes to: {walk_themselves}; expected: own iterator, file, dict iterator, range iterator, map, zip, generator, iterator of "
    "only __getitem__, repeat, reversed. "
    "A file is its own iterator; views, a range, an iterable class are not; equal to all claims to equal everything and fools `iter(x) == x`, ask with is. Look for methods on `type(x)`: the `__next__` in the class Meter is "
    "for its objects.",
)
assert remains == [["one\n", "two\n"], [1], ["Ann", "Bo"], [0, 1, 2], ["page 0", "page 1"], ["a", "b"], ["more"] * 2, [2, 1]], T(
    f"判断之后，文件、生成器、字典迭代器、range 迭代器、下标迭代器、总是交出同一个迭代器的对象、repeat、reversed 里还剩 {remains}；一样都不该少，应为 ['one\\n', 'two\\n']、[1]、['Ann', 'Bo']、"
    "[0, 1, 2]、['page 0', 'page 1']、['a', 'b']、['more', 'more']、[2, 1]。",
    f"After the questions, file, generator, dict iterator, range iterator, index iterator, the object that always lends the same iterator, repeat and reversed still gave "
    f"{remains}; nothing should be missing: "
    "['one\\n', 'two\\n'], [1], ['Ann', 'Bo'], [0, 1, 2], ['page 0', 'page 1'], ['a', 'b'], ['more', 'more'], [2, 1].",
)
assert untouched == [0, [], 1], T(
    f"判断时不该去要东西：自己写的迭代器被要了 {untouched[0]} 次（应为 0），map 已经做了 {untouched[1]}（应为 []），之后的 next 得到 "
    f"{untouched[2]}（应为 1）。",
    f"The questions should not ask for items: the iterator was asked {untouched[0]} times (should be 0), map had done {untouched[1]} (should be "
    f"[]), and the next item after that was {untouched[2]} (should be 1).",
)
# %% [markdown] lang="zh" q="q10" role="hint"
# 问自己：`for` 开始时调用一次什么，每一圈调用什么？“走到哪里”这件事，该由谁记着：能被走的东西，还是正在走的那个？
# %% [markdown] lang="en" q="q10" role="hint"
# Ask yourself: what does `for` call once at the start, and what on every turn? And who should remember how far it has come,
# the thing that can be walked, or the one who walks?
# %% [markdown] lang="zh" q="q10" role="hint"
# `Countdown` 需要两个方法：`__iter__` 返回 `self`；`__next__` 先看是否到头，到头就 `raise StopIteration`，不要改变状态，这样再问也还是到头。
# `CountdownFrom` 只要 `__iter__`，每次造一个新的 `Countdown`。
# 两个函数里，`iter(x)` 不吃东西，`next(x)` 会；而 `hasattr(x, …)` 遇到类会上当，要问 `type(x)`。
# %% [markdown] lang="en" q="q10" role="hint"
# `Countdown` needs two methods: `__iter__` returns `self`; `__next__` looks for the end first, and there does `raise StopIteration`
# without changing anything, so that the end stays the end. `CountdownFrom` needs `__iter__` only, which makes a new `Countdown`.
# In the functions, `iter(x)` eats nothing while `next(x)` does; and `hasattr(x, …)` is fooled by classes, so ask `type(x)`.
# %% [markdown] lang="zh" q="q10" role="hint"
# `is_iterable`：`try` 里写 `iter(x)`，接住 `TypeError` 返回 `False`，否则 `True`。
# `is_iterator`：看 `type(x)` 有没有 `__iter__` 和 `__next__`；用 `collections.abc.Iterator` 配 `isinstance` 也行。
# %% [markdown] lang="en" q="q10" role="hint"
# `is_iterable`: `iter(x)` in a `try`, where a `TypeError` means `False`, else `True`.
# `is_iterator`: does `type(x)` have both `__iter__` and `__next__`? `isinstance` with `collections.abc.Iterator` will do as well.
# %% [markdown] lang="zh" q="q10"
# **书面题（1 分）** 用自己的话回答：可迭代对象和迭代器有什么区别，各有什么方法？`for` 怎样用它们？
# 为什么列表可以走很多遍，生成器只能走一遍？为什么 `isinstance(x, Iterable)` 说“不是”的东西，有时也能迭代？
# %% [markdown] lang="en" q="q10"
# **Written part (1 point)** In your own words: what is the difference between an iterable and an iterator, and which methods does each have?
# How does `for` use them? Why can a list be walked many times and a generator only once?
# And why can something be iterated that `isinstance(x, Iterable)` says no to?
# %% [markdown] lang="zh" q="q10" role="words"
# ### BEGIN SOLUTION
# 可迭代对象有 `__iter__`，每次调用交出一个迭代器；迭代器有 `__next__`，给出下一个，没有了就抛 `StopIteration`，它的 `__iter__` 返回自己。
# `for` 开始时调用一次 `iter()`，然后反复 `next()`，接住 `StopIteration` 就结束。
# 列表每次 `iter()` 都给一个新的迭代器，走到哪里记在迭代器上，所以能走很多遍；生成器自己就是迭代器，走完就没有了。
# `iter()` 还接受只有 `__getitem__` 的对象，从下标 0 开始取，直到 `IndexError`；`isinstance(x, Iterable)` 只看 `__iter__`。
#
# - [ ] 可迭代对象的 `__iter__` 交出迭代器；迭代器的 `__next__` 给出下一个
# - [ ] 迭代器也有 `__iter__`，返回自己
# - [ ] `for` 先 `iter()` 一次，再反复 `next()`，直到 `StopIteration`
# - [ ] 走到哪里记在迭代器上：列表每次给一个新的，生成器自己就是迭代器，用完为止
# - [ ] 只有 `__getitem__` 的对象也能迭代，`Iterable` 只看 `__iter__`
# ### END SOLUTION
# %% [markdown] lang="en" q="q10" role="words"
# ### BEGIN SOLUTION
# An iterable has `__iter__`, which hands out an iterator; an iterator has `__next__`, which gives the next item and raises `StopIteration`
# when there is none, and its `__iter__` returns itself. `for` calls `iter()` once, then `next()` again and again, and ends at the `StopIteration`.
# Each `iter()` of a list gives a new iterator, and how far it has come is kept there, so a list can be walked many times;
# a generator is an iterator itself, and once it has run out nothing is left.
# `iter()` also takes an object with only `__getitem__`, asking from index 0 up to the `IndexError`; `isinstance(x, Iterable)` looks for `__iter__` alone.
#
# - [ ] the `__iter__` of an iterable hands out an iterator; the `__next__` of an iterator gives the next item
# - [ ] an iterator has `__iter__` too, and it returns itself
# - [ ] `for` calls `iter()` once and `next()` until `StopIteration`
# - [ ] how far it has come is kept in the iterator: a list gives a new one each time, a generator is one and is used up
# - [ ] an object with only `__getitem__` can be iterated too, `Iterable` looks for `__iter__` only
# ### END SOLUTION
# %% [markdown] lang="zh" q="q10" role="solution"
# `Countdown` 到头时什么也不改，只抛异常，“走完就一直走完”便不用另设标志。先减一再比较的写法，多半会在再问一次时越过 0 继续往下数。
#
# `CountdownFrom` 不存进度，所以几个循环互不相干；把 `__iter__` 写成生成器也行，局部变量就是各自的进度。最常见的错误是返回 `self` 再把计数拨回去：
# 单层循环看不出来，两层循环就乱了。
#
# `is_iterable` 直接问 `iter(x)`，因为它有两条路（`__iter__` 和 `__getitem__`），自己重写总会漏一条。
# `is_iterator` 看 `type(x)`：`hasattr(Meter, "__next__")` 是真的，但 `next(Meter)` 不行。
# %% [markdown] lang="en" q="q10" role="solution"
# At its end `Countdown` changes nothing and just raises, so "stays exhausted" needs no flag. To subtract first and compare afterwards
# usually means that the next question gets past 0 and on down.
#
# `CountdownFrom` keeps no progress, so loops cannot disturb each other; an `__iter__` that is a generator does as well, its local variable is the progress.
# The usual mistake returns `self` with the count turned back: one loop looks fine, two nested ones do not.
#
# `is_iterable` asks `iter(x)` itself, since there are two ways in (`__iter__` and `__getitem__`) and a test of one's own forgets one of them.
# `is_iterator` looks at `type(x)`: `hasattr(Meter, "__next__")` is true, yet `next(Meter)` fails.
# %% [markdown] lang="zh"
# ## 六、用对象连成链
#
# 变量里存的不是对象，而是指向对象的引用；属性也一样。于是一个对象可以“牵着”另一个。先猜这一格打印什么。
# %% [markdown] lang="en"
# ## 6. Link objects into a chain
#
# A variable does not hold an object, it refers to one; and so does an attribute. So one object can hold another by the hand.
# Predict what this cell prints.
# %%
class Wagon:
    def __init__(self, load, behind=None):
        self.load = load
        self.behind = behind


tail = Wagon("coal")
train = Wagon("mail", Wagon("milk", tail))
print(train.load, train.behind.load, train.behind.behind is tail, tail.behind)

# %% [markdown] lang="zh"
# 三节车厢，每节只认识后面那节，最后一节后面是 `None`：这就是**链表**。它没有下标，想到第三节，只能从头走过去。
# 在中间加一节却很便宜。先猜：下面两行之后，列车上依次是什么？
# %% [markdown] lang="en"
# Three wagons, each knows only the one behind it, and behind the last there is `None`: a **linked list**. It has no indices; to reach the
# third wagon you walk from the front. But putting one in the middle is cheap. Predict the loads after these two assignments.
# %%
def loads(wagon):
    while wagon is not None:
        yield wagon.load
        wagon = wagon.behind


extra = Wagon("fish")
extra.behind = train.behind
train.behind = extra
print(list(loads(train)))

# %% [markdown] lang="zh"
# 只动了两个引用，别的车厢没有挪。走的时候用一个生成器最方便：循环停在 `None`，而不是停在“最后一节”，否则会漏掉它。
# 那两行的次序要紧吗？把它们对调，先猜：
# %% [markdown] lang="en"
# Two references changed and no wagon moved. A generator is handy for walking: the loop stops at `None`, not at "the last wagon", or it would
# miss that one. Does the order of those two assignments matter? Swap them, and predict:
# %%
from itertools import islice

lost = Wagon("a", Wagon("b", Wagon("c")))
newcomer = Wagon("x")
lost.behind = newcomer
newcomer.behind = lost.behind
print(list(islice(loads(lost), 8)))

# %% [markdown] lang="zh"
# `b` 和 `c` 没有人牵着，再也找不到了；`x` 牵着自己，列车成了一个圈，没有 `islice` 拦着就永远走不完。规矩：**改一个引用之前，先把它原来指着的东西记住**。
#
# 把整条链掉头，就是对每个节点做一次这件事。下图是一次真实的运行：每行走一步，`behind` 和 `ahead` 就是两只按住东西的手指。
#
# ![四个节点的链表一步步掉头：每一行把一个箭头转向左边，并标出 behind、head、ahead 指着谁](../assets/04_iterators/reversal.png)
# %% [markdown] lang="en"
# Nobody holds `b` and `c` any more, they are lost; `x` holds itself, so the train runs in a circle, and without the `islice` the walk would never end.
# The rule: **before you change a reference, keep what it referred to**.
#
# To turn a whole chain round, do this once for each node. The figure is from a real run: one step per row, and `behind` and `ahead` are the
# two fingers that hold on to things.
#
# ![A linked list of four nodes is turned round step by step: in each row one more arrow points left, and it is marked
# what behind, head and ahead refer to](../assets/04_iterators/reversal.png)
# %% [markdown] lang="zh"
# 链表很适合递归：数一数，就是 1 加上后面有几节。先猜：三节没问题，五千节呢？
# %% [markdown] lang="en"
# A linked list invites recursion: its length is 1 plus the length of what is behind. Three wagons are fine. Predict: and five thousand?
# %%
def count_recursively(wagon):
    return 0 if wagon is None else 1 + count_recursively(wagon.behind)


long_train = None
for number in range(5000):
    long_train = Wagon(number, long_train)
print(count_recursively(train))
try:
    print(count_recursively(long_train))
except RecursionError as error:
    print(error)
print(sum(1 for _ in loads(long_train)))

# %% [markdown] lang="zh"
# 每一节占一层调用，Python 默认到一千层左右就停，免得把栈用光。循环没有这个限制。递归还会藏在看不见的地方。先猜：数据类的 `==` 会怎样？
# %% [markdown] lang="en"
# Each wagon takes one level of calls, and Python stops at about a thousand by default, before the stack runs out. A loop knows no such limit.
# Recursion may also hide where you do not see it. Predict what the `==` of a dataclass does:
# %%
from dataclasses import dataclass


@dataclass
class Link:
    value: int
    following: object = None


left, right = None, None
for number in range(5000):
    left, right = Link(number, left), Link(number, right)
try:
    print(left == right)
except RecursionError as error:
    print(error)
print(left is right, left.value == right.value)

# %% [markdown] lang="zh"
# 数据类的 `==` 和 `repr` 会逐个比较、打印属性，而属性里又是一个数据类，于是层层下去。问“是不是同一个节点”，要用 `is`：它只比较引用，既快又不会深入。
# %% [markdown] lang="en"
# The `==` and `repr` of a dataclass go through the attributes, one of which is a dataclass again, and so on down. To ask whether two names mean the
# same node, use `is`: it compares references, is fast and looks no deeper.
# %% [markdown] lang="zh" q="q23"
# ## Q23 · 用对象连成一个链表（3 分）
#
# - **`class Node(value, next=None)`**：一个节点，属性 `value` 和 `next`；`next` 是后面的节点，没有就是 `None`。
# - **`from_list(values)`**：用列表里的值依次造节点，连成链表，返回第一个节点；空列表返回 `None`。传入的列表不变。
# - **`to_list(head)`**：从 `head` 开始，按次序返回各个 `value` 的列表；`head` 是 `None` 就返回 `[]`。链表不变。
# - **`reverse(head)`**：把链表掉个头，返回新的第一个节点。还是**原来那些节点**，各自的 `value` 不动，只是 `next` 转了向；
#   不造新节点，原来的第一个成了最后一个，它的 `next` 是 `None`。空链表返回 `None`。
#
# 值可以是任何东西，`None`、`0`、空字符串也算，可以重复。200,000 个节点也要没问题：几秒之内做完，三个函数都**不用递归**（也不要去改递归上限）。
# 不考有环的链表。
# %% [markdown] lang="en" q="q23"
# ## Q23 · Link objects into a list (3 points)
#
# - **`class Node(value, next=None)`**: one node with the attributes `value` and `next`; `next` is the node behind it, `None` where there is none.
# - **`from_list(values)`**: makes a node of each value, in order, links them and returns the first node; `None` for an empty list. The list given stays as it is.
# - **`to_list(head)`**: the list of each `value` in order, from `head` on; `[]` where `head` is `None`. The linked list stays as it is.
# - **`reverse(head)`**: turns the linked list round and returns the new first node. They are **the same nodes**, each keeps its `value`, only every `next` is turned round;
#   no node is made, the old first one is now the last, and its `next` is `None`. For an empty list `None`.
#
# Values may be anything, `None`, `0` and an empty string too, and may repeat. 200,000 nodes have to be no problem: a few seconds, and **no recursion**
# in any of the three functions (raising the recursion limit does not count). Lists that run in a circle are not asked for.
# %% q="q23" role="given"
def walk(head, limit=20):
    """The nodes from `head` on, at most `limit` of them."""
    nodes = []
    while head is not None and len(nodes) < limit:
        nodes.append(head)
        head = head.next
    return nodes


def told(action, *arguments):
    """What `action(*arguments)` gives, or the text of the exception that it raises."""
    try:
        return action(*arguments)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def order(head, nodes):
    """Where the nodes from `head` on stand in the list `nodes`, by identity; "new" for one that does not."""
    return [next((place for place, known in enumerate(nodes) if known is node), "new") for node in walk(head)]


# %% q="q23" role="answer"
class Node:
    """A value and the node behind it."""

    ### BEGIN SOLUTION
    def __init__(self, value, next=None):
        self.value = value
        self.next = next

    ### END SOLUTION


def from_list(values):
    """The first of the linked nodes that hold `values`, or None."""
    ### BEGIN SOLUTION
    head = None
    for value in reversed(values):
        head = Node(value, head)
    return head
    ### END SOLUTION


def to_list(head):
    """The values from `head` on."""
    ### BEGIN SOLUTION
    values = []
    while head is not None:
        values.append(head.value)
        head = head.next
    return values
    ### END SOLUTION


def reverse(head):
    """The same nodes the other way round; the new first one comes back."""
    ### BEGIN SOLUTION
    behind = None
    while head is not None:
        ahead = head.next
        head.next = behind
        behind, head = head, ahead
    return behind
    ### END SOLUTION


# %% q="q23" role="check" points=1
# zh: `Node` 连得起来，列表变链表，链表变列表
# en: `Node`s can be linked; a list becomes a linked list and back
last = Node("c")
built = Node("a", Node(value="b", next=last))
by_hand = [[node.value for node in walk(built)], type(last.next).__name__]
linked = told(from_list, [30, 10, 20, 10])
chain = linked
if type(linked) is not str:
    chain = told(lambda: [["Node" if isinstance(node, Node) else type(node).__name__, node.value] for node in walk(linked)])
back = [told(to_list, built), told(to_list, linked), told(to_list, last)]
no_head = told(from_list, [])
nothing = [no_head if no_head is None or type(no_head) is str else f"of type {type(no_head).__name__}", told(to_list, None)]

assert by_hand == [["a", "b", "c"], "NoneType"], T(
    f"手工连起 Node('a', Node(value='b', next=Node('c')))，沿着 next 读到的 value 和最后一个 next 的类型是 {by_hand}，应为 ['a', 'b', 'c'] 和 "
    "NoneType。",
    f"Node('a', Node(value='b', next=Node('c'))) was linked by hand; following next, the values and the type of the last next are {by_hand}, they "
    "should be ['a', 'b', 'c'] and NoneType.",
)
assert chain == [["Node", 30], ["Node", 10], ["Node", 20], ["Node", 10]], T(
    f"from_list([30, 10, 20, 10]) 得到的链表，各节点的类型和 value 是 {chain}，应是四个 Node：30、10、20、10。次序反了：每个新节点接在了前面。",
    f"from_list([30, 10, 20, 10]) gave a linked list whose types and values are {chain}; expected: four of type Node with 30, 10, 20, 10. In "
    "reverse: each new node was put in front.",
)
assert back == [["a", "b", "c"], [30, 10, 20, 10], ["c"]], T(
    f"to_list 对三个链表得到 {back}，应为 ['a', 'b', 'c']、[30, 10, 20, 10]、['c']。少了最后一个：循环应在节点是 None 时停，而不是在它的 next 是 "
    "None 时停。",
    f"to_list gave {back} for three linked lists; expected: ['a', 'b', 'c'], [30, 10, 20, 10], ['c']. The last one is missing: stop when the node "
    "is None, not when its next is.",
)
assert nothing == [None, []], T(
    f"from_list([]) 应是 None，to_list(None) 应是 []；得到的是 {nothing}。",
    f"from_list([]) should be None and to_list(None) should be []; this came: {nothing}.",
)

# %% q="q23" role="check" points=1
# zh: `reverse`：还是那些节点，`next` 转了向
# en: `reverse`: the same nodes, with `next` turned round
nodes = [Node("d")]
for letter in "cab":
    nodes.insert(0, Node(letter, nodes[0]))
turned = told(reverse, nodes[0])
new_order = turned if type(turned) is str else told(order, turned, nodes)
kept_values = [node.value for node in nodes]
from_old_head = told(order, nodes[0], nodes)

assert new_order == [3, 2, 1, 0], T(
    f"四个节点（编号 0、1、2、3，值 'b'、'a'、'c'、'd'）掉头，从返回的节点开始读到的编号是 {new_order}，应为 [3, 2, 1, 0]。"
    "'new'：造了新节点。只有一个：先改了 next，后面的节点就找不到了。走不完：原来第一个节点的 next 没有改成 None。是 [0, 1, 2, 3]：换的是 value。",
    f"Four nodes (numbers 0, 1, 2, 3 with values 'b', 'a', 'c', 'd') were reversed; from the node returned the numbers are {new_order}, they should "
    "be [3, 2, 1, 0]. "
    "'new': nodes were made. Only one: next was changed before the rest was remembered. No end: the next of the old first node was not set to "
    "None. [0, 1, 2, 3]: values were exchanged.",
)
assert kept_values == ["b", "a", "c", "d"], T(
    f"每个节点应保留自己的 value：'b'、'a'、'c'、'd'，现在是 {kept_values}。要转向的是 next，不是 value。",
    f"Each node should keep its value, 'b', 'a', 'c', 'd'; now they are {kept_values}. It is next that is turned round, not value.",
)
assert from_old_head == [0], T(
    f"原来的第一个节点应成为最后一个，从它开始只剩它自己 [0]，实际是 {from_old_head}。",
    f"The old first node should be the last one now, so from it on there is only itself, [0]; this came: {from_old_head}.",
)


# %% q="q23" role="hidden" points=1 timeout=40
# zh: 任何值，任何长度，200,000 个节点，不用递归
# en: Any values, any length, 200,000 nodes, no recursion
import sys
import threading


def then(action, *arguments):
    """Like `told`; where an argument is the text of an earlier exception, that text is what it gives."""
    for earlier in arguments:
        if type(earlier) is str:
            return earlier
    return told(action, *arguments)


def unless_endless(action, head, count=8):
    return action(head) if len(walk(head, count + 1)) <= count else "a list without an end"


odd_values = [None, 0, "", False, [], 0.0, None, "tail"]
source_list = list(odd_values)
first_chain, second_chain = told(from_list, source_list), told(from_list, ["x", "y"])
source_after = repr(source_list)
read = [repr(then(to_list, first_chain)), repr(then(to_list, first_chain)), then(to_list, second_chain)]
twice_nodes = then(walk, first_chain)
turned_once = then(reverse, first_chain)
once = [repr(then(unless_endless, to_list, turned_once)), then(order, turned_once, twice_nodes)]
old_head_reads = repr(then(unless_endless, to_list, first_chain))
turned_twice = then(unless_endless, reverse, turned_once)
twice = [repr(then(unless_endless, to_list, turned_twice)), then(order, turned_twice, twice_nodes)]
alone, two_nodes = Node("only"), then(walk, second_chain)
no_nodes = told(reverse, None)
small = [no_nodes if no_nodes is None or type(no_nodes) is str else f"of type {type(no_nodes).__name__}"]
small += [then(order, told(reverse, alone), [alone]), then(order, then(reverse, second_chain), two_nodes)]
class Unequal:
    def __eq__(self, other):
        return False

    __hash__ = None


things = [object(), threading.Lock(), object(), Node("inside", Node("behind")), Unequal(), float("nan"), ["a", "list"]]
things_back = then(to_list, told(from_list, list(things)))
same_things = things_back
if type(things_back) is not str:
    same_things = told(lambda: [next((place for place, put in enumerate(things) if put is got), "another") for got in things_back])


def fingerprint(values):
    if not isinstance(values, list):
        return values
    return [len(values), values[:2], values[-2:], sum(place * value for place, value in enumerate(values))]


many = [place * place % 1009 for place in range(200_000)]
relinked = told(from_list, [1, 2, 3])
loose = then(walk, relinked)
by_hand = [then(to_list, relinked)]
if type(loose) is list and len(loose) == 3:
    object.__setattr__(loose[0], "next", loose[2])
    object.__setattr__(loose[2], "next", Node(4))
    by_hand.append(then(to_list, relinked))
    turned_by_hand = then(reverse, relinked)
    by_hand.append(then(unless_endless, to_list, turned_by_hand))
    object.__setattr__(loose[1], "next", turned_by_hand if isinstance(turned_by_hand, Node) else None)
    by_hand.append(then(unless_endless, to_list, loose[1]))
    by_hand.append(then(unless_endless, to_list, then(reverse, loose[1])))


def frames_deep(action, argument):
    depth, deepest = {}, [0]

    def watch(frame, event, detail):
        thread = threading.get_ident()
        if event == "call":
            depth[thread] = depth.get(thread, 0) + 1
            deepest.append(max(deepest.pop(), depth[thread]))
        elif event == "return":
            depth[thread] = depth.get(thread, 0) - 1

    before = sys.getprofile()
    threading.setprofile(watch)
    sys.setprofile(watch)
    try:
        result = told(action, argument)
    finally:
        sys.setprofile(before)
        threading.setprofile(None)
    depths.append(deepest[0])
    return result


depths = []
watched = frames_deep(from_list, list(range(300)))
shown = frames_deep(to_list, watched)
frames_deep(reverse, watched)

long_prints = []
if max(depths) < 60:
    long_chain = told(from_list, many)
    long_prints.append(then(fingerprint, then(to_list, long_chain)))
    long_turned = then(reverse, long_chain)
    long_prints.append(then(fingerprint, then(unless_endless, to_list, long_turned, len(many))))
    del long_chain, long_turned

assert source_after == repr([None, 0, "", False, [], 0.0, None, "tail"]), T(
    f"from_list 之后，传入的列表应当没变，现在是 {source_after}。",
    f"The list given should be as before after from_list; now it is {source_after}.",
)
assert read == [repr([None, 0, "", False, [], 0.0, None, "tail"])] * 2 + [["x", "y"]], T(
    f"[None, 0, '', False, [], 0.0, None, 'tail'] 变成链表，旁边另有一个 ['x', 'y']；to_list 读前者两次、后者一次，得到 {read}。空的值也是值："
    "判断有没有节点，不要看 value 的真假。读一遍不应改动链表。",
    "[None, 0, '', False, [], 0.0, None, 'tail'] became a linked list, with ['x', 'y'] beside it; to_list read the first twice and the second "
    f"once: {read}. "
    "Empty values are values: whether there is a node has nothing to do with the truth of its value. Reading changes nothing.",
)
assert once == [repr(["tail", None, 0.0, [], False, "", 0, None]), [7, 6, 5, 4, 3, 2, 1, 0]], T(
    f"这个链表掉头之后，to_list 的结果和节点的编号是 {once}，应当正好倒过来。",
    f"After reversing it, what to_list gives and the numbers of the nodes are {once}; both should be the other way round.",
)
assert old_head_reads == repr([None]), T(
    f"掉头之后，原来的第一个节点是最后一个，to_list 从它读起应得到 [None]（它的 value），实际是 {old_head_reads}。to_list 要沿着现在的 next 走，不要记住从前的结果。",
    f"Once reversed, the old first node is the last, and to_list of it should give [None], its value; this came: {old_head_reads}. to_list follows "
    "each next as it is now, not what it was when the list was made.",
)
assert twice == [repr([None, 0, "", False, [], 0.0, None, "tail"]), [0, 1, 2, 3, 4, 5, 6, 7]], T(
    f"再掉一次头，应和原来一样，实际是 {twice}。",
    f"Reversed once more, all should be as at first; this came: {twice}.",
)
assert small == [None, [0], [1, 0]], T(
    f"reverse(None) 的结果、单个节点、两个节点掉头后的编号是 {small}，应为 None、[0]、[1, 0]。",
    f"What reverse(None) gave, and the numbers of one node and of two after reversing, are {small}; expected: None, [0], [1, 0].",
)
assert same_things == [0, 1, 2, 3, 4, 5, 6], T(
    f"七个值（object()、锁、object()、一个 Node、一个与谁都不相等的对象、nan、一个列表）变成链表再变回来，按身份认出的编号是 {same_things}，应为 [0, 1, 2, 3, 4, 5, 6]。"
    "节点里放的就是那个值，不是它的拷贝，也不管它是什么。",
    "Seven values, an object(), a lock, an object(), a Node, an object equal to nothing, nan and a list, became a linked list and a list again; recognised by "
    f"identity: {same_things}, expected: [0, 1, 2, 3, 4, 5, 6]. A node holds the value itself, no copy of it, whatever it is.",
)
assert by_hand == [[1, 2, 3], [1, 3, 4], [4, 3, 1], [2, 4, 3, 1], [1, 3, 4, 2]], T(
    "from_list([1, 2, 3]) 之后手工改链：跳过 2，末尾接上 4，掉头，再把 2 接到前面，再掉头；每一步 to_list 得到的是 "
    f"{by_hand}，应为 [1, 2, 3]、[1, 3, 4]、[4, 3, 1]、[2, 4, 3, 1]、[1, 3, 4, 2]。to_list 和 reverse 都要沿着现在的 next 走，不要靠 from_list 记下的东西。",
    "from_list([1, 2, 3]) was linked anew by hand: past 2, with 4 at the end, reversed, 2 put in front, reversed again. to_list gave, step by step, "
    f"{by_hand}; expected: [1, 2, 3], [1, 3, 4], [4, 3, 1], [2, 4, 3, 1], [1, 3, 4, 2]. to_list and reverse follow each next as it is now, and lean on nothing "
    "that from_list has noted.",
)
assert all(depth < 60 for depth in depths) and len(depths) == 3, T(
    f"300 个节点时，from_list、to_list、reverse 的调用层数是 {depths}，应与节点数无关。题目要求不用递归，调高递归上限也不算。",
    f"With 300 nodes the calls of from_list, to_list and reverse went {depths} levels deep, which should not depend on the number of nodes. No "
    "recursion, says the question, and a higher limit is no way out.",
)
assert long_prints == [
    [200_000, [0, 1], [many_end * many_end % 1009 for many_end in (199_998, 199_999)], sum(i * (i * i % 1009) for i in range(200_000))],
    [
        200_000,
        [many_end * many_end % 1009 for many_end in (199_999, 199_998)],
        [1, 0],
        sum((199_999 - i) * (i * i % 1009) for i in range(200_000)),
    ],
], T(
    f"200,000 个值变成链表再变回来，掉头之后又变回来；长度、头两个、末两个、校验和是 {long_prints}。RecursionError：函数一个个地调用自己，Python "
    "默认约一千层就停；用循环。",
    "200,000 values became a linked list and a list again, and once more after reversing; length, first two, last two and checksum are "
    f"{long_prints}. "
    "RecursionError: a function that calls itself for each node; Python stops at about a thousand levels. Use a loop.",
)
# %% [markdown] lang="zh" q="q23" role="hint"
# 在纸上画三个方框和它们之间的箭头，再用橡皮把箭头一个个掉头。擦掉一个箭头之前，你得先用手指按住什么？
# %% [markdown] lang="en" q="q23" role="hint"
# Draw three boxes and the arrows between them on paper, then turn the arrows round one by one with an eraser.
# Before you rub out an arrow, what do you have to keep a finger on?
# %% [markdown] lang="zh" q="q23" role="hint"
# 三个函数都是一个 `while` 或 `for` 循环。`from_list` 从**后**往前造最省事：每个新节点的 `next` 就是刚才造好的那个。
# `reverse` 记住两样东西：已经掉头的那一段的第一个，和还没掉头的那一段的第一个。
# %% [markdown] lang="en" q="q23" role="hint"
# Each of the three is one `while` or `for` loop. `from_list` is easiest from the **end**: the `next` of each new node is the one made just before.
# `reverse` keeps two things in mind: the first node of the part already turned, and the first of the part still to do.
# %% [markdown] lang="zh" q="q23" role="hint"
# `reverse` 的每一圈四步：`ahead = head.next`（按住后面的）；`head.next = behind`（箭头掉头）；`behind = head`；`head = ahead`。
# 起初 `behind = None`，直到 `head is None`，返回 `behind`。
# %% [markdown] lang="en" q="q23" role="hint"
# One turn of `reverse` has four steps: `ahead = head.next` (the finger on the rest); `head.next = behind` (the arrow turned);
# `behind = head`; `head = ahead`. At first `behind = None`; when `head is None`, return `behind`.
# %% [markdown] lang="zh" q="q23" role="solution"
# `from_list` 倒着走，就不必记住尾巴，也不必为第一个节点写特例。每次从头走到尾再接上去也对，但 200,000 个节点要走两百亿步。
#
# `reverse` 的关键是先存下 `head.next` 再改它；次序一反，后面整段就再也找不到了。`behind` 从 `None` 开始，原来的第一个节点自然得到 `None`。
# 判断一律用 `is None`，不用真假：节点的类若定义了 `__len__`、`__bool__`，真假就不再表示“有没有节点”。
#
# 递归的写法更短，但每个节点占一层调用，默认约一千层就到头；调高上限只是推迟，还会真的用掉那么多内存。
# %% [markdown] lang="en" q="q23" role="solution"
# Going backwards, `from_list` needs neither to remember the tail nor a special case for the first node. To walk to the end for each value is
# right too, but takes twenty thousand million steps for 200,000 nodes.
#
# The heart of `reverse` is to keep `head.next` before changing it; the other way about, the whole rest is lost. Since `behind` starts as `None`,
# the old first node gets its `None` by itself. The test is always `is None`, not truth: should a node class define `__len__` or `__bool__`,
# truth no longer says whether there is a node.
#
# Recursion is shorter, but takes one level of calls per node, and about a thousand is the default limit; a higher limit puts it off, and really uses that much memory.
# %% [markdown] lang="zh"
# ## 七、最常见的错误，和你会看到的那句话
#
# 边走边改是最常见的一个。先猜：第一行会剩下哪些数？
# %% [markdown] lang="en"
# ## 7. The usual mistakes, and the sentence you will see
#
# To change what you are walking is the most usual one. Predict which numbers are left in the first line.
# %%
even = [2, 4, 6, 7, 8]
for number in even:
    if number % 2 == 0:
        even.remove(number)
print(even)

ages = {"Ann": 20, "Bo": 31}
try:
    for name in ages:
        ages.pop(name)
except RuntimeError as error:
    print(error)

# %% [markdown] lang="zh"
# 列表的迭代器只记着下标：删掉一个，后面的往前挪，下一个就被跳过，没有任何提示。字典会报错。要改，就走一份拷贝（`list(even)`），或者造一个新列表。
# 其余的错误，先对照代码猜一猜：
# %% [markdown] lang="en"
# The iterator of a list remembers only an index: take one away, the rest moves up, and the next one is skipped, without a word. A dict
# complains. Walk a copy (`list(even)`), or build a new list. The others: read the code and guess first.
# %%
class NoIter:
    def __next__(self):
        return 1


attempts = {
    "no __iter__": lambda: list(NoIter()),
    "class, not object": lambda: list(Powers),
    "next of an iterable": lambda: next(Powers(5)),
    "a list from __iter__": lambda: list(Wrong()),
    "len of a generator": lambda: len(powers_below(5)),
    "past the end": lambda: Wagon("mail").behind.load,
}
for what, attempt in attempts.items():
    try:
        attempt()
    except (TypeError, AttributeError) as error:
        print(f"{what}: {error}")

# %% [markdown] lang="zh"
# | 你看到的 | 原因 | 改法 |
# |---|---|---|
# | `object is not iterable` | 没有 `__iter__`，或者拿的是类而不是对象 | 加上 `__iter__`；写 `Powers(5)` |
# | `object is not an iterator` | 对可迭代对象用了 `next` | 先 `iter(x)` |
# | `iter() returned non-iterator of type 'list'` | `__iter__` 返回了列表 | `return iter([...])`，或者用 `yield` |
# | `object of type 'generator' has no len()` | 生成器不知道自己有多长 | 先存成列表 |
# | `generator raised StopIteration` | 生成器里的 `next` 走过了头 | `next(x, default)`，结束用 `return` |
# | `'NoneType' object has no attribute` | 走过了链表的末尾 | 循环条件写 `is not None` |
# | `maximum recursion depth exceeded` | 一个节点一层调用 | 用循环 |
# | 第二遍什么也没有 | 迭代器已经用完 | 存成列表，或者交出可迭代对象 |
# %% [markdown] lang="en"
# | What you see | Why | What to do |
# |---|---|---|
# | `object is not iterable` | no `__iter__`, or a class in place of an object | add `__iter__`; write `Powers(5)` |
# | `object is not an iterator` | `next` was used on an iterable | `iter(x)` first |
# | `iter() returned non-iterator of type 'list'` | `__iter__` returned a list | `return iter([...])`, or `yield` |
# | `object of type 'generator' has no len()` | a generator does not know its length | make a list of it |
# | `generator raised StopIteration` | a `next` inside a generator went past the end | `next(x, default)`; to end it, `return` |
# | `'NoneType' object has no attribute` | you walked past the end of a linked list | let the loop ask `is not None` |
# | `maximum recursion depth exceeded` | one level of calls for each node | use a loop |
# | nothing at all the second time | the iterator is used up | make a list, or hand around an iterable |
# %% [markdown] lang="zh"
# ## 八、接着读
#
# 词汇表里的 [iterable](https://docs.python.org/3/glossary.html#term-iterable) 和 [iterator](https://docs.python.org/3/glossary.html#term-iterator) 两条，每条一段，值得逐字读。
# [函数式编程指南](https://docs.python.org/3/howto/functional.html)讲迭代器和 `itertools` 怎样配合。
# David Beazley 的 [Generator Tricks](https://www.dabeaz.com/generators/) 用生成器处理日志，一步步越走越远。
# 链表在标准库里的样子，见 C 源码 [_collectionsmodule.c](https://github.com/python/cpython/blob/main/Modules/_collectionsmodule.c)：`deque` 是由一块块小数组连成的链。
# %% [markdown] lang="en"
# ## 8. Where to read more
#
# The glossary has a paragraph each on [iterable](https://docs.python.org/3/glossary.html#term-iterable) and
# [iterator](https://docs.python.org/3/glossary.html#term-iterator), worth a slow reading.
# The [functional programming howto](https://docs.python.org/3/howto/functional.html) shows how iterators and `itertools` work together.
# David Beazley's [Generator Tricks](https://www.dabeaz.com/generators/) take log files further and further with generators.
# For a linked list in the standard library see
# [_collectionsmodule.c](https://github.com/python/cpython/blob/main/Modules/_collectionsmodule.c): a `deque` is a chain of small blocks.
