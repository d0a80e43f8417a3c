# %% role="author"
from grader.language import T

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
returned = ["itself" if one is single else type(one).__name__ for one in (iter(single), iter(iter(single)))]
stepped = [step(single), step(single), step(single)]
again = CountdownFrom(3)
repeated = [some(again), some(again), sum(some(CountdownFrom(5)))]

assert made == ["class", "class"], T(
    f"`Countdown` 和 `CountdownFrom` 应是两个类，实际是 {made}。生成器函数也能倒数，但这里要你自己实现迭代的两个方法。",
    f"`Countdown` and `CountdownFrom` should be classes, they are {made}. A generator function counts down as well, but here the methods of iteration are yours to write.",
)
assert walks == [[4, 3, 2, 1], ["StopIteration"] * 3, []], T(
    f"Countdown(4)：先用循环走完，再 next 三次，再用循环走一遍。得到 {walks}，应为 [4, 3, 2, 1]、三次 StopIteration、[]。"
    "第二次循环又有数：`__iter__` 里不要重新开始。TypeError … not iterable：迭代器也要有 `__iter__`。走完以后还给出数：到头后的每次 next 都要抛 StopIteration。",
    f"Countdown(4) was walked with a loop, then asked for next three times, then walked again. This came: {walks}; expected: [4, 3, 2, 1], StopIteration three times, []. "
    "Numbers in the second loop: `__iter__` must not start over. TypeError … not iterable: an iterator needs `__iter__` too. Something after the end: every next past the end raises StopIteration.",
)
assert (returned, stepped) == (["itself", "itself"], [2, 1, "StopIteration"]), T(
    f"对 Countdown(2) 用 iter() 应得到它自己，得到的是 {returned}；之后 next 三次应是 2、1、StopIteration，得到的是 {stepped}。",
    f"iter() of a Countdown(2) should give the object itself, it gave {returned}; next, three times, should then give 2, 1, StopIteration and gave {stepped}.",
)
assert repeated == [[3, 2, 1], [3, 2, 1], 15], T(
    f"同一个 CountdownFrom(3) 走两遍，每遍都应是 [3, 2, 1]，CountdownFrom(5) 加起来是 15；得到 {repeated}。第二遍是空的：它自己成了迭代器，`__iter__` 应当每次交出一个新的。",
    f"One CountdownFrom(3), walked twice, should give [3, 2, 1] each time, and CountdownFrom(5) adds up to 15; this came: {repeated}. Nothing in the second walk: it is an iterator itself; `__iter__` has to hand out a new one each time.",
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

assert iterable_names == ["list", "generator", "str", "dict view", "list iterator"], T(
    f"在 {asked_about} 里，is_iterable 说“是”的有 {iterable_names}，应为 list、generator、str（空的也是）、dict view、list iterator。",
    f"Of {asked_about}, is_iterable said yes to {iterable_names}; it should be list, generator, str (though empty), dict view, list iterator.",
)
assert iterator_names == ["generator", "list iterator"], T(
    f"在 {asked_about} 里，is_iterator 说“是”的有 {iterator_names}，应当只有 generator 和 list iterator：列表、字符串、字典视图能迭代，但自己不是迭代器。",
    f"Of {asked_about}, is_iterator said yes to {iterator_names}; it should be generator and list iterator only: a list, a string, a dict view can be iterated, but are no iterators.",
)
assert left_over == [["x", "y", "z"], [20, 30]], T(
    f"判断之后，生成器里应还有 ['x', 'y', 'z']，列表迭代器里应还有 [20, 30]，实际是 {left_over}。不要用 next 或循环去试，那会吃掉东西；iter(x) 不会。",
    f"After the questions the generator should still hold ['x', 'y', 'z'] and the list iterator [20, 30]; they hold {left_over}. Do not try with next or a loop, which eats items; iter(x) does not.",
)

# %% q="q10" role="hidden" points=1
# zh: 中途接着走，几个同时走，从 0 开始
# en: Going on halfway, several at once, starting from 0
whole = Countdown(6)
halves = [step(whole), 4 in whole, some(whole, 1), some(whole), step(whole)]
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

assert halves == [6, True, [3], [2, 1], "StopIteration"], T(
    f"Countdown(6)：next 一次，问 4 在不在里面（问到 4 就停），再用循环取一个，再用循环取完，再 next。得到 {halves}，应为 6、True、[3]、[2, 1]、StopIteration。换一个循环应接着走，不是从头再来。",
    f"Countdown(6): one next, then `4 in` it (which stops at the 4), one item by a loop, the rest by a loop, one more next. This came: {halves}; expected: 6, True, [3], [2, 1], StopIteration. A new loop goes on, it does not begin again.",
)
assert crossed == [3, 30, 2, 29, [1], [28, 27], [26]], T(
    f"Countdown(3) 和 Countdown(30) 轮流走，得到 {crossed}，应为 3、30、2、29、[1]、[28, 27]、[26]。走到哪里要记在对象上，不要记在类上。",
    f"Countdown(3) and Countdown(30) took turns and gave {crossed}; expected: 3, 30, 2, 29, [1], [28, 27], [26]. How far it has come belongs to the object, not to the class.",
)
assert empty == [[], "StopIteration", [], [1], [1]], T(
    f"Countdown(0) 用循环、用 next，CountdownFrom(0)，Countdown(1)，CountdownFrom(1) 依次得到 {empty}，应为 []、StopIteration、[]、[1]、[1]。先看到没到头，再给数。",
    f"Countdown(0) by a loop and by next, CountdownFrom(0), Countdown(1), CountdownFrom(1) gave {empty}; expected: [], StopIteration, [], [1], [1]. Look for the end before you give a number.",
)
assert ends == [[2, 1], *["StopIteration"] * 5, [], "StopIteration"], T(
    f"走完的 Countdown(2) 再问五次 next，一次循环，又一次 next，得到 {ends}，第一项之后应全是 StopIteration 和 []。",
    f"A Countdown(2) was walked to its end, then asked five times with next, once with a loop, once more with next: {ends}. After the first entry all should be StopIteration and [].",
)
assert pairs == [(first, second) for first in (3, 2, 1) for second in (3, 2, 1)], T(
    f"同一个 CountdownFrom(3) 上两层循环，应得到 9 对，从 (3, 3) 到 (1, 1)；得到的是 {pairs}。两层循环用的是同一个迭代器，或者走到哪里记在了可迭代对象上。",
    f"Two nested loops over one CountdownFrom(3) should give nine pairs, from (3, 3) to (1, 1); this came: {pairs}. Both loops share an iterator, or how far they have come is kept on the iterable.",
)
assert mixed == [3, 2, 3, 1, "StopIteration", 2, [3, 2, 1], "StopIteration", 1, "StopIteration", []], T(
    f"同一个 CountdownFrom(3) 的三个迭代器交替着走，得到 {mixed}，应为 3、2、3、1、StopIteration、2、[3, 2, 1]、StopIteration、1、StopIteration、[]。",
    f"Three iterators of one CountdownFrom(3), moved by turns, gave {mixed}; expected: 3, 2, 3, 1, StopIteration, 2, [3, 2, 1], StopIteration, 1, StopIteration, [].",
)
assert (inner_is, zipped) == (["itself", "new"], [(3, 3, 2), (2, 2, 1)]), T(
    f"iter(CountdownFrom(3)) 得到的东西，对它再用 iter() 应是它自己，第二次 iter(CountdownFrom(3)) 应是新的；实际是 {inner_is}。zip 三个一起走得到 {zipped}，应为 (3, 3, 2)、(2, 2, 1)。",
    f"What iter(CountdownFrom(3)) gives should be its own iterator, and a second iter(CountdownFrom(3)) a new one; this came: {inner_is}. zip over three at once gave {zipped}, expected: (3, 3, 2), (2, 2, 1).",
)


# %% q="q10" role="hidden" points=1
# zh: 类、文件、视图，只有 `__getitem__` 的对象；一样都不消耗
# en: Classes, files, views, objects with only `__getitem__`; nothing is consumed
import enum
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


class Listed(type):
    def __iter__(cls):
        return iter(vars(cls)["names"])


class Menu(metaclass=Listed):
    names = ["soup", "tea"]


class Drinks(Menu):
    names = ["milk"]


class Colour(enum.Enum):
    RED = 1
    BLUE = 2


def numbers():
    yield 1


opened = []
meter, generator, mapped = Meter(), numbers(), map(opened.append, [1, 2])
ages = {"Ann": 20, "Bo": 31}
with tempfile.TemporaryFile("w+", encoding="utf-8") as file:
    file.write("one\ntwo\n")
    file.seek(0)
    rare = {
        "list class": list, "class with __iter__": Shelf, "class with __next__": Meter, "class with __getitem__": Pages,
        "Enum class": Colour, "class with iterable metaclass": Menu, "its subclass": Drinks, "metaclass": Listed,
        "only __getitem__": Pages(), "own iterator": meter, "own iterable": Shelf(), "plain object": object(),
        "file": file, "dict": ages, "items view": ages.items(), "values view": ages.values(), "dict iterator": iter(ages),
        "range": range(3), "range iterator": iter(range(3)), "empty tuple": (), "map": mapped, "zip": zip(),
        "generator function": numbers, "generator": generator, "iterator of only __getitem__": iter(Pages()),
        "NotImplemented": NotImplemented, "float": 2.5, "set": {1}, "bytes": b"ab",
    }  # fmt: skip
    can_be_walked = those(is_iterable, rare)
    walk_themselves = those(is_iterator, rare)
    remains = [some(file), some(generator), some(rare["dict iterator"]), some(rare["range iterator"]), some(rare["iterator of only __getitem__"])]
untouched = [meter.asked, list(opened), step(meter)]

assert can_be_walked == [
    "Enum class", "class with iterable metaclass", "its subclass", "only __getitem__", "own iterator", "own iterable",
    "file", "dict", "items view", "values view", "dict iterator", "range", "range iterator", "empty tuple", "map", "zip",
    "generator", "iterator of only __getitem__", "set", "bytes",
], T(
    f"is_iterable 说“是”的有：{can_be_walked}。类本身多半不是：`list` 有 `__iter__` 是给它的对象用的，iter 只看 `type(x)`；由元类（比如 Enum 的）撑腰的类才是。"
    "只有 `__getitem__` 的对象 iter() 也接受，`isinstance(x, Iterable)` 却认不出它。最可靠的问法是 iter(x) 本身。",
    f"is_iterable said yes to: {can_be_walked}. Most classes are not: the `__iter__` of `list` is for its objects, iter looks at `type(x)` only; a class is iterable where its metaclass (that of Enum, say) makes it so. "
    "An object with only `__getitem__` is good enough for iter(), though `isinstance(x, Iterable)` does not see it. The best way to ask is iter(x) itself.",
)
assert walk_themselves == [
    "own iterator", "file", "dict iterator", "range iterator", "map", "zip", "generator", "iterator of only __getitem__",
], T(
    f"is_iterator 说“是”的有：{walk_themselves}；应为 own iterator、file、dict iterator、range iterator、map、zip、generator、iterator of only __getitem__。"
    "文件是自己的迭代器；视图、range、可迭代的类不是。方法要在 `type(x)` 上找：类 Meter 有 `__next__`，那是给它的对象用的。",
    f"is_iterator said yes to: {walk_themselves}; expected: own iterator, file, dict iterator, range iterator, map, zip, generator, iterator of only __getitem__. "
    "A file is its own iterator; views, a range, an iterable class are not. Look for methods on `type(x)`: the `__next__` in the class Meter is for its objects.",
)
assert remains == [["one\n", "two\n"], [1], ["Ann", "Bo"], [0, 1, 2], ["page 0", "page 1"]], T(
    f"判断之后，文件、生成器、字典迭代器、range 迭代器、下标迭代器里还剩 {remains}；一样都不该少，应为 ['one\\n', 'two\\n']、[1]、['Ann', 'Bo']、[0, 1, 2]、['page 0', 'page 1']。",
    f"After the questions, file, generator, dict iterator, range iterator and index iterator still gave {remains}; nothing should be missing: ['one\\n', 'two\\n'], [1], ['Ann', 'Bo'], [0, 1, 2], ['page 0', 'page 1'].",
)
assert untouched == [0, [], 1], T(
    f"判断时不该去要东西：自己写的迭代器被要了 {untouched[0]} 次（应为 0），map 已经做了 {untouched[1]}（应为 []），之后的 next 得到 {untouched[2]}（应为 1）。",
    f"The questions should not ask for items: the iterator was asked {untouched[0]} times (should be 0), map had done {untouched[1]} (should be []), and the next item after that was {untouched[2]} (should be 1).",
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
# - [ ] 可迭代对象能用 `iter()` 得到迭代器；迭代器有 `__next__`，用 `StopIteration` 表示结束
# - [ ] 迭代器的 `__iter__` 返回自己，可迭代对象的 `__iter__` 每次给一个新的迭代器
# - [ ] `for` 先 `iter()` 一次，再反复 `next()`，直到 `StopIteration`
# - [ ] 走到哪里记在迭代器上：列表每次都有新的，生成器自己就是，用完为止
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
# - [ ] an iterable gives an iterator to `iter()`; an iterator has `__next__` and says with `StopIteration` that it is done
# - [ ] the `__iter__` of an iterator returns itself, that of an iterable gives a new iterator each time
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
# Values may be anything, `None`, `0` and an empty string too, and may repeat. 200,000 nodes have to be no problem: a few seconds, and **no recursion** in any of the three functions
# (raising the recursion limit does not count). Lists that run in a circle are not asked for.
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
chain = told(lambda: [[type(node).__name__, node.value] for node in walk(linked)])
back = [told(to_list, built), told(to_list, linked), told(to_list, last)]
nothing = [type(told(from_list, [])).__name__, told(to_list, None)]

assert by_hand == [["a", "b", "c"], "NoneType"], T(
    f"手工连起 Node('a', Node(value='b', next=Node('c')))，沿着 next 读到的 value 和最后一个 next 的类型是 {by_hand}，应为 ['a', 'b', 'c'] 和 NoneType。",
    f"Node('a', Node(value='b', next=Node('c'))) was linked by hand; following next, the values and the type of the last next are {by_hand}, they should be ['a', 'b', 'c'] and NoneType.",
)
assert chain == [["Node", 30], ["Node", 10], ["Node", 20], ["Node", 10]], T(
    f"from_list([30, 10, 20, 10]) 得到的链表，各节点的类型和 value 是 {chain}，应是四个 Node：30、10、20、10。次序反了：每个新节点接在了前面。",
    f"from_list([30, 10, 20, 10]) gave a linked list whose types and values are {chain}; expected: four of type Node with 30, 10, 20, 10. In reverse: each new node was put in front.",
)
assert back == [["a", "b", "c"], [30, 10, 20, 10], ["c"]], T(
    f"to_list 对三个链表得到 {back}，应为 ['a', 'b', 'c']、[30, 10, 20, 10]、['c']。少了最后一个：循环应在节点是 None 时停，而不是在它的 next 是 None 时停。",
    f"to_list gave {back} for three linked lists; expected: ['a', 'b', 'c'], [30, 10, 20, 10], ['c']. The last one is missing: stop when the node is None, not when its next is.",
)
assert nothing == ["NoneType", []], T(
    f"from_list([]) 应是 None，to_list(None) 应是 []；得到的（前者只看类型）是 {nothing}。",
    f"from_list([]) should be None and to_list(None) should be []; this came (of the former only its type): {nothing}.",
)

# %% q="q23" role="check" points=1
# zh: `reverse`：还是那些节点，`next` 转了向
# en: `reverse`: the same nodes, with `next` turned round
nodes = [Node("d")]
for letter in "cab":
    nodes.insert(0, Node(letter, nodes[0]))
turned = told(reverse, nodes[0])
new_order = told(order, turned, nodes)
kept_values = [node.value for node in nodes]
from_old_head = told(order, nodes[0], nodes)

assert new_order == [3, 2, 1, 0], T(
    f"四个节点（编号 0、1、2、3，值 'b'、'a'、'c'、'd'）掉头，从返回的节点开始读到的编号是 {new_order}，应为 [3, 2, 1, 0]。"
    "'new'：造了新节点。只有一个：先改了 next，后面的节点就找不到了。走不完：原来第一个节点的 next 没有改成 None。是 [0, 1, 2, 3]：换的是 value。",
    f"Four nodes (numbers 0, 1, 2, 3 with values 'b', 'a', 'c', 'd') were reversed; from the node returned the numbers are {new_order}, they should be [3, 2, 1, 0]. "
    "'new': nodes were made. Only one: next was changed before the rest was remembered. No end: the next of the old first node was not set to None. [0, 1, 2, 3]: values were exchanged.",
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

odd_values = [None, 0, "", False, [], 0.0, None, "tail"]
source_list = list(odd_values)
first_chain, second_chain = told(from_list, source_list), told(from_list, ["x", "y"])
source_after = repr(source_list)
read = [repr(told(to_list, first_chain)), repr(told(to_list, first_chain)), told(to_list, second_chain)]
twice_nodes = told(walk, first_chain)
turned_once = told(reverse, first_chain)
once = [repr(told(to_list, turned_once)), told(order, turned_once, twice_nodes)]
turned_twice = told(reverse, turned_once)
twice = [repr(told(to_list, turned_twice)), told(order, turned_twice, twice_nodes)]
alone, two_nodes = Node("only"), told(walk, second_chain)
small = [type(told(reverse, None)).__name__, told(order, told(reverse, alone), [alone]), told(order, told(reverse, second_chain), two_nodes)]


def fingerprint(values):
    if not isinstance(values, list):
        return values
    return [len(values), values[:2], values[-2:], sum(place * value for place, value in enumerate(values))]


many = [place * place % 1009 for place in range(200_000)]
long_chain = told(from_list, many)
long_prints = [told(lambda: fingerprint(to_list(long_chain)))]
long_turned = told(reverse, long_chain)
long_prints.append(told(lambda: fingerprint(to_list(long_turned))))
del long_chain, long_turned


def frames_deep(action, argument):
    depth = deepest = 0

    def watch(frame, event, detail):
        nonlocal depth, deepest
        if event == "call":
            depth += 1
            deepest = max(deepest, depth)
        elif event == "return":
            depth -= 1

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        result = told(action, argument)
    finally:
        sys.setprofile(before)
    depths.append(deepest)
    return result


depths = []
watched = frames_deep(from_list, list(range(300)))
shown = frames_deep(to_list, watched)
frames_deep(reverse, watched)

assert source_after == repr([None, 0, "", False, [], 0.0, None, "tail"]), T(
    f"from_list 之后，传入的列表应当没变，现在是 {source_after}。",
    f"The list given should be as before after from_list; now it is {source_after}.",
)
assert read == [repr([None, 0, "", False, [], 0.0, None, "tail"])] * 2 + [["x", "y"]], T(
    f"[None, 0, '', False, [], 0.0, None, 'tail'] 变成链表，旁边另有一个 ['x', 'y']；to_list 读前者两次、后者一次，得到 {read}。空的值也是值：判断有没有节点，不要看 value 的真假。读一遍不应改动链表。",
    f"[None, 0, '', False, [], 0.0, None, 'tail'] became a linked list, with ['x', 'y'] beside it; to_list read the first twice and the second once: {read}. "
    "Empty values are values: whether there is a node has nothing to do with the truth of its value. Reading changes nothing.",
)
assert once == [repr(["tail", None, 0.0, [], False, "", 0, None]), [7, 6, 5, 4, 3, 2, 1, 0]], T(
    f"这个链表掉头之后，to_list 的结果和节点的编号是 {once}，应当正好倒过来。",
    f"After reversing it, what to_list gives and the numbers of the nodes are {once}; both should be the other way round.",
)
assert twice == [repr([None, 0, "", False, [], 0.0, None, "tail"]), [0, 1, 2, 3, 4, 5, 6, 7]], T(
    f"再掉一次头，应和原来一样，实际是 {twice}。",
    f"Reversed once more, all should be as at first; this came: {twice}.",
)
assert small == ["NoneType", [0], [1, 0]], T(
    f"reverse(None) 的类型、单个节点、两个节点掉头后的编号是 {small}，应为 NoneType、[0]、[1, 0]。",
    f"The type of reverse(None), and the numbers of one node and of two after reversing, are {small}; expected: NoneType, [0], [1, 0].",
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
    f"200,000 个值变成链表再变回来，掉头之后又变回来；长度、头两个、末两个、校验和是 {long_prints}。RecursionError：函数一个个地调用自己，Python 默认约一千层就停；用循环。",
    f"200,000 values became a linked list and a list again, and once more after reversing; length, first two, last two and checksum are {long_prints}. "
    "RecursionError: a function that calls itself for each node; Python stops at about a thousand levels. Use a loop.",
)
assert all(depth < 60 for depth in depths) and len(depths) == 3, T(
    f"300 个节点时，from_list、to_list、reverse 的调用层数是 {depths}，应与节点数无关。题目要求不用递归，调高递归上限也不算。",
    f"With 300 nodes the calls of from_list, to_list and reverse went {depths} levels deep, which should not depend on the number of nodes. No recursion, says the question, and a higher limit is no way out.",
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
