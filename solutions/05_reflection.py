# %% role="author"
from grader.language import T

# %% [markdown] lang="zh"
# # 反射：只凭名字读写对象
#
# 命令行里敲的 `move 3 4`、配置文件里的 `brightness = 60`、JSON 里的 `"name": "王小明"`：程序收到的是名字，写代码的人当时并不知道会是哪一个。
# 这一章学会拿着字符串去查看、改动和调用对象，再把对象写成 JSON。
#
# **学完你能**：用 `getattr`、`hasattr`、`setattr`、`delattr` 按名字操作任意对象，并知道它们各自在哪里会骗人；列出一个对象会做什么；
# 把一行文字变成一次方法调用，又不吞掉方法里的错误；让 `json` 认得你的类。
#
# **需要**：会写类和子类、捕获异常（第 01 章）。**用时**：读和运行约 60 分钟，两道题约 60 分钟。
# %% [markdown] lang="en"
# # Reflection: work on an object knowing only names
#
# `move 3 4` typed at a prompt, `brightness = 60` in a settings file, `"name": "王小明"` in JSON: what arrives are names, and whoever wrote the program could not know
# which. Here you learn to inspect, change and call objects with a string in your hand, and then to write objects as JSON.
#
# **You will be able to** handle any object by name with `getattr`, `hasattr`, `setattr`, `delattr`, and say where each of them misleads; list what an object can do; turn
# a line of text into a method call without swallowing the method's errors; teach `json` your classes.
#
# **You need** classes, subclasses and catching exceptions (topic 01). **Time**: about 60 minutes to read and run, 60 for the two questions.

# %% [markdown] lang="zh"
# ## 用字符串取属性
# `lamp.level` 里的名字写死在代码里。`getattr(lamp, name)` 做同样的事，名字却可以是运行时才算出来的字符串。
#
# 先猜：下面三个名字里，哪些能取到？`dim` 取到的是什么？
# %% [markdown] lang="en"
# ## Read an attribute whose name is a string
# In `lamp.level` the name is fixed in the code. `getattr(lamp, name)` does the same with a string that may be made while the program runs.
#
# Guess first: which of the three names below will be found? What comes back for `dim`?

# %%
class Lamp:
    maker = "Ledco"

    def __init__(self, room):
        self.room, self.level = room, 80

    def dim(self, step):
        self.level -= int(step)
        return self.level


lamp = Lamp("hall")
for name in ("room", "maker", "dim"):
    print(name, "->", getattr(lamp, name))
print(getattr(lamp, "di" + "m")("30"))

# %% [markdown] lang="zh"
# 三个都有：`room` 存在实例里，`maker` 存在类里，`dim` 是类里的函数，取出来时已经和 `lamp` 绑在一起，加上括号就能调用。`getattr` 走的是和点号完全相同的查找路线：
#
# ![getattr 依次看：类型里的数据描述符、实例自己、类和基类、__getattr__、默认值；右边五个名字各停在一步](../assets/05_reflection/lookup.png)
#
# 图右边的五行是画图程序一步步查出来的。注意两件事：property 排在实例自己的属性前面；第三个参数（默认值）是最后一步，前面任何一步抛出 `AttributeError` 都会落到它头上。
# 这一点后面要吃亏。
# %% [markdown] lang="en"
# All three: `room` stands in the instance, `maker` in the class, and `dim` is the class's function, already bound to `lamp` when it comes out, so that brackets call it.
# `getattr` takes exactly the road that the dot takes:
#
# ![getattr looks in turn at data descriptors, the instance, class and bases, __getattr__, the default; five names stop at one step each](../assets/05_reflection/lookup.png)
#
# The drawing program found the five rows on the right by taking the steps one by one. Two things to note: a property comes before the instance's own attributes; and the
# third argument, the default, is the last stop for an `AttributeError` from any step before it. That will cost us later.

# %% [markdown] lang="zh"
# ## 设置和删除：几乎没有人拦你
# `setattr(obj, name, value)` 相当于 `obj.name = value`，`delattr(obj, name)` 相当于 `del obj.name`。
#
# 先猜：拼错的 `levle` 会不会报错？能不能用 `delattr` 删掉 `maker`？
# %% [markdown] lang="en"
# ## Set and delete: hardly anyone stops you
# `setattr(obj, name, value)` is `obj.name = value`, and `delattr(obj, name)` is `del obj.name`.
#
# Guess first: will the misspelt `levle` be an error? Can `delattr` take `maker` away?

# %%
for name, value in {"level": 60, "levle": 10}.items():
    setattr(lamp, name, value)
delattr(lamp, "room")
print(vars(lamp), hasattr(lamp, "room"))

print(hasattr(lamp, "maker"))
try:
    delattr(lamp, "maker")
except AttributeError as error:
    print("AttributeError:", error)

# %% [markdown] lang="zh"
# 拼错的名字悄悄成了新属性。`maker` 明明「有」，却删不掉：它在类里，而 `delattr` 只删对象自己的东西。所以「`hasattr` 为真」不等于「`delattr` 能成功」。
# 报错文字甚至说没有这个属性，别被它带偏。
# %% [markdown] lang="en"
# The misspelt name quietly became a new attribute. `maker` "is there" and yet cannot be deleted: it belongs to the class, and `delattr` removes only what the object
# itself has. So a true `hasattr` does not promise that `delattr` works. The message even claims there is no such attribute; do not let it mislead you.

# %% [markdown] lang="zh"
# ## 字符串里的名字不会被改写
# 类体里写的 `self.__code` 会变成 `_Safe__code`。先猜：在类的内部写 `getattr(self, "__code")`，能取到吗？从外面取 `_Safe__code` 呢？
# %% [markdown] lang="en"
# ## A name inside a string is never mangled
# In a class body `self.__code` becomes `_Safe__code`. Guess first: does `getattr(self, "__code")`, written *inside* the class, find it? And `_Safe__code` from outside?

# %%
class Safe:
    def __init__(self):
        self.__code = "7-3-9"

    def peek(self, name):
        return getattr(self, name, "nothing under this name")


print(Safe().peek("__code"))
print(Safe().peek("_Safe__code"), Safe()._Safe__code)
print(Safe().peek("__class__"))

# %% [markdown] lang="zh"
# 改写发生在编译时，只针对代码里的名字，不动字符串。反过来，知道规则的人从外面一取就到。反射面前没有锁着的门：`getattr` 也能取到 `__class__`、`__init__`。
# 名字若来自用户，「私有的不给碰」要由你自己检查。
# %% [markdown] lang="en"
# Mangling happens when code is compiled and touches names, not strings. And whoever knows the rule walks in from outside. Reflection knows no locked doors: `getattr`
# reaches `__class__` and `__init__` too. Where names come from a user, "hands off what is private" is a check that you have to write.

# %% [markdown] lang="zh"
# ## 别信 `hasattr` 的「没有」
# 下面的 property 里有一个笔误。先猜两次输出。
# %% [markdown] lang="en"
# ## Distrust the "no" of `hasattr`
# The property below contains a typing mistake. Guess both results.

# %%
class Thermometer:
    def __init__(self, tenths):
        self.tenths = tenths

    @property
    def celsius(self):
        return self.tenhts / 10


outside = Thermometer(215)
print(hasattr(outside, "celsius"))
print(getattr(outside, "celsius", "no such attribute"))

# %% [markdown] lang="zh"
# `hasattr` 的做法就是真的去取一次，出了 `AttributeError` 就答 `False`。property 里的笔误抛出的恰好是 `AttributeError`，于是「里面坏了」看上去和「根本没有」一模一样；
# 带默认值的 `getattr` 同样中招。其他异常则会穿过来。
#
# 想知道有没有而不执行它，用 `inspect.getattr_static`；想看到真正的错误，就直接用点号。
# %% [markdown] lang="en"
# `hasattr` works by really fetching the attribute and answers `False` to an `AttributeError`. A slip inside a property raises just that, so "broken inside" looks exactly
# like "not there"; `getattr` with a default falls for it too. Other exceptions do come through.
#
# To ask without running anything, use `inspect.getattr_static`; to see the real error, use the plain dot.

# %%
import inspect


class Average:
    @property
    def mean(self):
        return 1 / 0


print(type(inspect.getattr_static(outside, "celsius")))
for look in (lambda: outside.celsius, lambda: hasattr(Average(), "mean")):
    try:
        look()
    except Exception as error:
        print(f"{type(error).__name__}: {error}")

# %% [markdown] lang="zh"
# ## 分清「没有」和「是 `None`」
# 两张卡片，一张的 `note` 是 `None`，另一张没有 `note`。先猜：每行打印什么？最后一行里的 `ANY` 来自标准库的测试工具。
# %% [markdown] lang="en"
# ## Tell "not there" from "it is `None`"
# Two cards: one has a `note` that is `None`, the other has no `note`. Guess each line. The `ANY` of the last one comes from the standard library's test tools.

# %%
from types import SimpleNamespace
from unittest.mock import ANY

with_none, without = SimpleNamespace(note=None), SimpleNamespace()
print(getattr(with_none, "note", None), getattr(without, "note", None))

ABSENT = object()
print(getattr(with_none, "note", ABSENT) is ABSENT, getattr(without, "note", ABSENT) is ABSENT)
print(ANY == ABSENT, ANY is ABSENT)

# %% [markdown] lang="zh"
# 默认值用 `None`，两张卡片就分不开。自己造一个 `object()`，世上只有这一个，谁也不会碰巧存了它，这种对象叫「哨兵」。
# 比较哨兵要用 `is`：`==` 由值的类说了算，`ANY` 就自称和一切相等。
# %% [markdown] lang="en"
# With `None` as the default the two cards look alike. An `object()` of your own exists once in the world, so nobody can have stored it by chance: a *sentinel*. Compare a
# sentinel with `is`, because `==` is decided by the value's class, and `ANY` claims to equal everything.

# %% [markdown] lang="zh"
# ## 列出一个对象会做什么
# 三种看法：`vars(obj)` 是对象自己的字典，`dir(obj)` 是看得见的名字，`callable` 问能不能调用。先猜：这里的六个名字，哪些在 `vars(panel)` 里？`inspect.ismethod` 认得几个？
# %% [markdown] lang="en"
# ## List what an object can do
# Three ways to look: `vars(obj)` is the object's own dict, `dir(obj)` the names in sight, and `callable` asks whether brackets would work. Guess first: which of these
# six names are in `vars(panel)`? How many does `inspect.ismethod` know?

# %%
class Device:
    def reset(self): ...


class Panel(Device):
    unit = "W"

    def __init__(self):
        self.power = 300

    def turn(self, angle): ...

    @staticmethod
    def parse(text): ...

    @classmethod
    def spare(cls): ...

    @property
    def load(self):
        return self.power / 1000


panel = Panel()
print("name   vars dir callable ismethod")
for name in ("turn", "reset", "parse", "spare", "load", "power"):
    value = getattr(panel, name)
    print(f"{name:6}", name in vars(panel), name in dir(panel), callable(value), inspect.ismethod(value))

# %% [markdown] lang="zh"
# `vars` 里只有 `power`。静态方法取出来是普通函数，没有绑定任何对象，`ismethod` 因此不认。用 `vars(type(obj))` 也不保险：继承来的 `reset` 不在那里。
# 下表由程序填出，多了两种少见的对象：
#
# ![表格：九种名字分别能被 vars(obj)、vars(type)、dir、hasattr、callable、ismethod 中的哪些看见](../assets/05_reflection/tools.png)
#
# 每一列都有看不见的东西，也没有哪一列单独等于「公开方法」。
# %% [markdown] lang="en"
# Only `power` is in `vars`. A static method comes out as a plain function, bound to nothing, so `ismethod` does not know it. `vars(type(obj))` is no better: the
# inherited `reset` is not there. A program filled in this table, with two rarer kinds of object:
#
# ![A table: which of vars(obj), vars(type), dir, hasattr, callable and ismethod see each of nine kinds of name](../assets/05_reflection/tools.png)
#
# Every column is blind to something, and no single one means "public method".

# %% [markdown] lang="zh"
# `dir` 也只是提示。先猜：下面两个对象，`dir` 说得对吗？有 `__slots__` 的对象用 `vars` 会怎样？
# %% [markdown] lang="en"
# `dir` is a hint, no more. Guess first: does it tell the truth about these two objects? And what will `vars` do with `__slots__`?

# %%
class Proxy:
    def __getattr__(self, name):
        return f"fetched {name}"


class Boaster:
    def __dir__(self):
        return ["fly"]


print("price" in dir(Proxy()), Proxy().price, hasattr(Proxy(), "anything"))
print(dir(Boaster()), hasattr(Boaster(), "fly"))


# %%
class Point:
    __slots__ = ("x", "y")


point = Point()
for name in point.__slots__[:1]:
    setattr(point, name, 3)
print(point.x, hasattr(point, "y"), "y" in dir(point))
try:
    vars(point)
except TypeError as error:
    print("TypeError:", error)

# %% [markdown] lang="zh"
# `Proxy` 什么名字都答应，`dir` 一个也没列；`Boaster` 列了一个取不到的。槽里的 `y` 在 `dir` 里，还没赋值，所以取不到；`vars` 干脆抛出 `TypeError`，因为没有 `__dict__`。
# 四个反射函数对这些对象照常工作，直接伸手进 `__dict__` 则不行。
# %% [markdown] lang="en"
# `Proxy` answers to any name, and `dir` lists none of them; `Boaster` lists one that cannot be had. The slot `y` is in `dir` but has no value yet; and `vars` is a plain
# `TypeError`, for there is no `__dict__`. The four reflection functions work on all of these, reaching into `__dict__` does not.

# %% [markdown] lang="zh"
# ## 按名字派活：`try` 该到哪里为止
# 很多框架把事件名拼成方法名：事件 `open` 交给 `on_open`。下面的 `handle` 看上去周到。先猜两行输出。
# %% [markdown] lang="en"
# ## Dispatch by name: where the `try` must end
# Many frameworks make a method's name from an event's: `open` goes to `on_open`. The `handle` below looks careful. Guess both lines.

# %%
class Door:
    def on_open(self, guest):
        return f"welcome, {guest.nickname}"


def handle(target, event, *details):
    try:
        return getattr(target, f"on_{event}")(*details)
    except AttributeError:
        return f"no handler for {event!r}"


print(handle(Door(), "close"))
print(handle(Door(), "open", SimpleNamespace(name="Ann")))

# %% [markdown] lang="zh"
# 第二行在说谎：`on_open` 明明有，出错的是它里面的 `guest.nickname`。一个 `try` 同时问了两个问题，「有没有」和「做得怎样」，而两者的失败都叫 `AttributeError`。
#
# ![两种写法各跑三种情形：try 连调用一起包时，方法里面的错被说成没有；只包取属性时三种都如实](../assets/05_reflection/reach.png)
#
# 图里六个结果是真跑出来的。`try` 只包住取属性，调用留在外面；或者根本不用 `try`，给 `getattr` 一个不可调用的默认值再判断。
# %% [markdown] lang="en"
# The second line lies: `on_open` exists, it was `guest.nickname` inside it that failed. One `try` asked two questions, "is there one" and "how did it go", and both
# failures are called `AttributeError`.
#
# ![Two forms, three cases each: with the call inside the try a fault inside is reported as no handler; with the look-up only, all are true](../assets/05_reflection/reach.png)
#
# The six results in the figure come from a run. Let the `try` hold the look-up and keep the call outside; or do without a `try`: give `getattr` a default that cannot be
# called, and judge that.

# %%
def handle_honestly(target, event, *details):
    handler = getattr(target, f"on_{event}", None)
    if handler is None:
        return f"no handler for {event!r}"
    return handler(*details)


print(handle_honestly(Door(), "close"))
try:
    handle_honestly(Door(), "open", SimpleNamespace(name="Ann"))
except AttributeError as error:
    print("AttributeError:", error)

# %% [markdown] lang="zh"
# 前缀 `on_` 在这里还是一道安全门：用户给的事件名无论是什么，都只能碰到 `on_` 开头的方法。没有前缀的命令解释器就得自己拒绝私有名字。
# 要是命令总共只有五条，一个写死的字典比反射更清楚：查得到的就是允许的。
# %% [markdown] lang="en"
# The prefix `on_` is a safety gate as well: whatever event a user names, only methods that begin with `on_` can be reached. A command interpreter without a prefix has to
# refuse private names itself. And where there are five commands in all, a plain dict is clearer than reflection: what is in it is what is allowed.

# %% [markdown] lang="zh"
# ## 问清楚「它是什么」
# 按类型分派之前，先看一个老陷阱。先猜每一行。
# %% [markdown] lang="en"
# ## Ask properly what something is
# Before dispatching on types, meet an old trap. Guess each line.

# %%
class Spotlight(Lamp):
    pass


flag = True
print(isinstance(flag, int), type(flag) is int, flag == 1)
print(isinstance(Spotlight("stage"), Lamp), type(Spotlight("stage")) is Lamp)
print(type("Lamp", (), {})().__class__.__name__, isinstance(type("Lamp", (), {})(), Lamp))

# %% [markdown] lang="zh"
# `bool` 是 `int` 的子类，所以先问 `bool` 再问 `int`。`type(x) is Lamp` 不认子类，类名相同又不等于同一个类：第三行的类是临时造的，只是也叫 Lamp。多数时候你要的是 `isinstance`。
# %% [markdown] lang="en"
# `bool` is a subclass of `int`, so ask for `bool` first. `type(x) is Lamp` turns subclasses away, and an equal name does not make an equal class: the one in the third
# line was made on the spot and merely happens to be called Lamp. Most of the time you want `isinstance`.

# %% [markdown] lang="zh"
# ## 读函数的签名、源码和注解
# `inspect` 看得更深。先猜：在笔记本里，能不能读到函数的源码？类的呢？
# %% [markdown] lang="en"
# ## Read signatures, source and annotations
# `inspect` looks deeper. Guess first: can a notebook read the source of a function? Of a class?

# %%
print(inspect.signature(Lamp.dim), inspect.signature(lamp.dim))
for thing in (handle_honestly, Lamp, inspect.Signature):
    try:
        print(inspect.getsource(thing).splitlines()[0])
    except (OSError, TypeError) as error:
        print(f"{thing.__name__}: {type(error).__name__}: {error}")

# %% [markdown] lang="zh"
# 绑定之后的方法少了 `self`，因为它已经填好。函数记得自己的代码来自哪个单元格；类只记得模块名，而笔记本的 `__main__` 没有文件，于是得到 `OSError`。
# 标准库里的 `Signature` 住在 `.py` 文件里，就读得到，所以别让程序依赖源码。
# %% [markdown] lang="en"
# The bound method shows no `self`, which is already filled in. A function remembers the cell its code came from; a class knows only its module, and a notebook's
# `__main__` has no file, hence the `OSError`. `Signature` lives in a `.py` file of the standard library and can be read. Do not build on source text.

# %%
import sys

if sys.version_info >= (3, 14):
    from annotationlib import get_annotations
else:
    from inspect import get_annotations


class Ticket:
    seat: int
    price: float = 9.5


print(sys.version_info[:2], "stored in the class's dict:", "__annotations__" in vars(Ticket))
print(get_annotations(Ticket), hasattr(Ticket, "seat"), hasattr(Ticket, "price"))

# %% [markdown] lang="zh"
# 注解不是属性：`seat` 只有注解，没有值。
# 从 3.14 起注解在第一次用到时才计算（[PEP 649](https://peps.python.org/pep-0649/) 和 [PEP 749](https://peps.python.org/pep-0749/)），直接翻类的 `__dict__` 因版本而异。
# 请用 `get_annotations`；3.14 里它在 `annotationlib`。
# %% [markdown] lang="en"
# An annotation is no attribute: `seat` is annotated and has no value. Since 3.14 annotations are worked out when first asked for
# ([PEP 649](https://peps.python.org/pep-0649/) and [PEP 749](https://peps.python.org/pep-0749/)), so what stands in the class's `__dict__` depends on the version. Use
# `get_annotations`, which 3.14 keeps in `annotationlib`.

# %% [markdown] lang="zh"
# ## 轮到你：反射
# 上面没有现成的答案，零件都有了。先自己写，再开提示。
# %% [markdown] lang="en"
# ## Your turn: reflection
# The answer is nowhere above, its parts are. Write first, open the hints second.

# %% [markdown] lang="zh" q="q11"
# ## Q11 · 按名字驱动任意对象（4 分，另有 1 分书面题）
# 写三个函数。传进来的对象是什么类，你事先不知道，名字要到运行时才拿到。
#
# **`run_command(obj, line)`** 执行一行命令，例如 `"move 3 4"`，单词之间恰好一个空格。
# - 第一个单词是方法名，其余单词都以 `str` 作参数；方法只调用一次，结果原样返回。
# - 名字不存在、以下划线开头，或者取到的东西不可调用，就抛出 `LookupError`（子类也行），错误文字里含有这个名字。名字只能是一个标识符，`"arm.lift"` 算不存在。
# - 方法内部抛出的异常原样传出，还是那个异常对象，`AttributeError` 和 `LookupError` 也不例外。
#
# **`update(obj, changes)`** 按「名字 → 新值」的字典改动对象，字典本身保持原样。
# - 每一项的效果和 `obj.name = value` 相同，property 和 `__slots__` 照常生效；`None` 是普通的值。
# - 值就是 `DELETE` 这个对象本身时（仅仅相等的不算），删除该属性。要删的名字不会只存在于类里。
# - 返回真正变了的名字，一个排好序的列表。重设一个相等的值不算变（设不设这一次都行）；删除本来就没有的名字不算变，也不报错。
#
# **`public_api(obj)`** 返回公开方法的名字，一个排好序的列表，每个名字一次。
# - 自己的、继承的、静态方法、类方法都算；property 和其他数据、下划线开头的名字不算；子类里设成 `None` 的不再是方法。
# - 检查用到的对象，读它的任何属性都不会出错；存在实例里的、或由 property 给出的可调用对象不考。
# %% [markdown] lang="en" q="q11"
# ## Q11 · Drive any object by names (4 points, 1 more for the written part)
# Write three functions. You do not know the classes of the objects that come in, and the names arrive while the program runs.
#
# **`run_command(obj, line)`** carries out one line such as `"move 3 4"`, with exactly one space between words.
# - The first word names a method, the others are its arguments, each a `str`; call it once and return just what it returns.
# - Where the name is unknown, begins with an underscore, or stands for something that cannot be called, raise `LookupError` (a subclass will do) whose text contains the name.
# A name is one identifier, so `"arm.lift"` is unknown.
# - An exception raised inside the method comes out as the very same object, be it an `AttributeError` or a `LookupError`.
#
# **`update(obj, changes)`** changes the object as a dict from name to new value says; the dict stays as it is.
# - Each item does what `obj.name = value` would do, properties and `__slots__` included; `None` is a value like any other.
# - Where the value is the object `DELETE` itself (being equal is not enough), the attribute is deleted. No name to be deleted exists in the class alone.
# - Return the names that really changed, as a sorted list. An equal value set again is no change (whether you do set it is up to you); deleting a name that is not there is neither a change nor an
# error.
#
# **`public_api(obj)`** returns the names of the public methods, as a sorted list, each name once.
# - Own, inherited, static and class methods count; properties and other data do not, nor do names that begin with an underscore; what a subclass has set to `None` is no
#   method any more.
# - Reading any attribute of the objects in the checks is safe; callables stored in an instance or given by a property are not asked.

# %% q="q11" role="given"
DELETE = object()  # as a value in `changes`: take this attribute away


# %% q="q11" role="answer"
def run_command(obj, line):
    """Call the public method named by the first word with the other words. Raises LookupError."""
    ### BEGIN SOLUTION
    name, *words = line.split()
    method = None if name.startswith("_") else getattr(obj, name, None)
    if not callable(method):
        raise LookupError(f"{type(obj).__name__} has no public method {name!r}")
    return method(*words)
    ### END SOLUTION


def update(obj, changes):
    """Set each attribute, or delete it where the value is DELETE. Returns the sorted names that changed."""
    ### BEGIN SOLUTION
    changed = []
    for name, value in changes.items():
        there = hasattr(obj, name)
        if value is DELETE:
            if there:
                delattr(obj, name)
                changed.append(name)
        elif not there or getattr(obj, name) != value:
            setattr(obj, name, value)
            changed.append(name)
    return sorted(changed)
    ### END SOLUTION


def public_api(obj):
    """The sorted names of the public methods of an object."""
    ### BEGIN SOLUTION
    public = [name for name in dir(obj) if not name.startswith("_")]
    return [name for name in public if callable(getattr(obj, name))]
    ### END SOLUTION


# %% q="q11" role="check" points=1
# zh: `run_command` 按名字调用方法、传入单词、交回结果；没有的和私有的名字被拒绝
# en: `run_command` calls by name with the words and hands back the result; unknown and private names are refused
class Rover:
    def __init__(self, place):
        self.place, self.logbook = place, []

    def move(self, x, y):
        self.logbook.append(("move", x, y))
        return [self.place, x + y]

    def stop(self):
        self.logbook.append(("stop",))
        return 0

    def say(self, *words):
        self.logbook.append(("say", *words))

    def _reset(self):
        self.logbook.append(("reset",))


def told(rover, order_line):
    try:
        return ["returned", run_command(rover, order_line)]
    except Exception as error:
        return ["raised", isinstance(error, LookupError), f"{type(error).__name__}: {error}"]


moon, mars = Rover("moon"), Rover("mars")
moves = [told(moon, "move 3 4"), told(mars, "move 10 7")]
others = [told(moon, "stop"), told(mars, "say hello big world")]
flight, hidden_reset = told(moon, "fly 3"), told(mars, "_reset")
logbooks = [moon.logbook, mars.logbook]

assert moves == [["returned", ["moon", "34"]], ["returned", ["mars", "107"]]], T(
    f"对两个对象各执行一次 move（参数 3 4 与 10 7），得到 {moves}，应当得到各自的地名和两个单词相接：['moon', '34'] 与 ['mars', '107']。参数应是字符串，不要转成数。",
    f"move with 3 4 and with 10 7, on two objects, gave {moves}; expected each one's place and the two words joined: ['moon', '34'] and ['mars', '107']. The arguments "
    f"stay strings.",
)
assert others == [["returned", 0], ["returned", None]], T(
    f"`stop` 和 `say hello big world` 得到 {others}，应当原样返回方法的结果 0 和 None。",
    f"`stop` and `say hello big world` gave {others}; expected just what the methods return, 0 and None.",
)
assert logbooks == [[("move", "3", "4"), ("stop",)], [("move", "10", "7"), ("say", "hello", "big", "world")]], T(
    f"两个对象记下的调用是 {logbooks}：每条命令应当恰好调用一次方法，而且只传命令后面的单词；`_reset` 是私有的，不应执行。",
    f"The two objects noted these calls: {logbooks}. Each command should call its method exactly once, with the words after the name; `_reset` is private and must not run.",
)
assert flight[0] == "raised" and flight[1] and "fly" in flight[2], T(
    f"`fly 3`：对象没有这个方法，得到 {flight}，应当抛出 LookupError，并在错误文字里写出 fly。",
    f"`fly 3`: the object has no such method; got {flight}, expected a LookupError whose text contains fly.",
)
assert hidden_reset[0] == "raised" and hidden_reset[1] and "_reset" in hidden_reset[2], T(
    f"`_reset`：以下划线开头的名字是私有的，得到 {hidden_reset}，应当抛出 LookupError，并在错误文字里写出 _reset。",
    f"`_reset`: a leading underscore makes it private; got {hidden_reset}, expected a LookupError whose text contains _reset.",
)

# %% q="q11" role="check" points=1
# zh: `update` 设置、删除并报告变化；`public_api` 列出公开方法
# en: `update` sets, deletes and reports; `public_api` lists the public methods
class Vehicle:
    wheels = 4

    def start(self):
        return "started"

    def brake(self):
        return "braked"


class Van(Vehicle):
    def __init__(self, plate):
        self.plate, self.load, self.note = plate, 5, "old"

    def fill(self):
        return "filled"

    def _oil(self):
        return "oiled"

    @property
    def label(self):
        return f"van {self.plate}"


blue, spare = Van("B-1"), Van("C-7")
van_changes = [
    update(blue, {"plate": "B-2", "load": 5, "note": DELETE, "radio": DELETE, "colour": "blue"}),
    update(spare, {"load": 12}),
]
van_changes = [list(names) if isinstance(names, tuple) else names for names in van_changes]
van_state = [vars(blue), vars(spare)]
van_api, vehicle_api = public_api(blue), public_api(Vehicle())
van_apis = [list(names) if isinstance(names, tuple) else names for names in (van_api, vehicle_api)]

assert van_state == [{"plate": "B-2", "load": 5, "colour": "blue"}, {"plate": "C-7", "load": 12, "note": "old"}], T(
    f"两次 update 之后两个对象的属性是 {van_state}：第一个应当是 plate='B-2'、load=5、colour='blue'（note 已删除），第二个只有 load 变成 12。",
    f"After two updates the objects hold {van_state}: expected plate='B-2', load=5, colour='blue' in the first (note deleted), and only load=12 changed in the second.",
)
assert van_changes == [["colour", "note", "plate"], ["load"]], T(
    f"update 返回 {van_changes}，应当是 ['colour', 'note', 'plate'] 和 ['load']：load 设的是相等的值，radio 本来就没有，都不算变；结果要排序。",
    f"update returned {van_changes}, expected ['colour', 'note', 'plate'] and ['load']: load was set to an equal value and radio was never there, neither is a change; "
    f"the result is sorted.",
)
assert van_apis == [["brake", "fill", "start"], ["brake", "start"]], T(
    f"public_api 返回 {van_apis}，应当是 ['brake', 'fill', 'start'] 和 ['brake', 'start']：继承的方法算，数据、property 和 _oil 不算。",
    f"public_api returned {van_apis}, expected ['brake', 'fill', 'start'] and ['brake', 'start']: inherited methods count, data, the property and _oil do not.",
)

# %% q="q11" role="hidden" points=1
# zh: 方法里的异常原样传出；每一种不该调用的名字都被拒绝
# en: Exceptions from inside a method come out unchanged; every name that must not be called is refused
class Machine:
    speed = 7

    def __init__(self):
        self.ran, self.faults = [], {}

    def halt(self, kind):
        self.ran.append(kind)
        raise self.faults[kind]

    def drop(self):
        self.ran.append("drop")
        return self.cargo

    def fly(self, where):
        self.ran.append("fly")
        return f"over {where}"

    @staticmethod
    def shout(word):
        return word.upper() + "!"

    @classmethod
    def model(cls, word):
        return f"{cls.__name__} {word}"

    @property
    def status(self):
        return "ready"

    def _test(self):
        self.ran.append("_test")

    def __wipe(self):
        self.ran.append("wipe")


class Digger(Machine):
    arm = Machine()
    fly = None

    def bite(self, *words):
        return [len(words), *words]

    def move_to(self, x, y):
        return f"{x}:{y}"

    def step2(self):
        return "two steps"

    def scoops(self, *words):
        yield from words

    async def later(self, *words):
        return list(words)


def ordered(machine, order_line):
    try:
        return ["returned", run_command(machine, order_line)]
    except Exception as error:
        return ["raised", isinstance(error, LookupError), f"{type(error).__name__}: {error}"]


digger = Digger()
digger.faults = {kind.__name__: kind(f"motor {kind.__name__}") for kind in (AttributeError, TypeError, KeyError, LookupError, ValueError, StopIteration)}
through = {}
for kind, fault in digger.faults.items():
    try:
        through[kind] = [False, "returned", repr(run_command(digger, f"halt {kind}"))]
    except Exception as error:
        through[kind] = [error is fault, type(error).__name__, str(error.args)]
own_fault = ordered(digger, "drop")
fine = [ordered(digger, each) for each in ("shout hey", "model x9", "bite", "bite a b c", "bite a", "move_to 3 4", "step2", "bite 12345 -7 0", "bite None a=1 'b' 2.50")]
lazy = []
for each in ("scoops a b", "later a b"):
    try:
        came = run_command(digger, each)
        lazy.append(type(came).__name__)
        came.close()
    except Exception as error:
        lazy.append(f"{type(error).__name__}: {error}")
refused = {
    each: ordered(digger, each)
    for each in "ghost 1|Bite|speed|status|fly high|_test|__wipe|_Machine__wipe|__init__|__class__|__str__|arm.shout hi|arm".split("|")
}
digger_ran = digger.ran + Digger.arm.ran

assert [each for each in through if through[each] != [True, each, f"('motor {each}',)"]] == [], T(
    f"方法 halt 内部抛出的异常，出来时变成了 {through}（同一个对象？、类型、参数）。它们应当原样传出：try 只能包住取方法那一步，不能包住调用。全是你自己的 LookupError，写着 halt：这个方法是继承来的，不在对象自己的类里。",
    f"Exceptions raised inside the method halt came out as {through} (same object?, type, arguments). They should pass unchanged: a try may reach around the look-up, not "
    f"around the call. A LookupError of your own about halt: the method is inherited, and not in the object's own class.",
)
assert own_fault[0] == "raised" and own_fault[2].startswith("AttributeError") and "cargo" in own_fault[2], T(
    f"方法 drop 存在，它内部读取没有的 self.cargo，得到 {own_fault}，应当是那个 AttributeError，而不是「没有 drop」。",
    f"The method drop exists and inside it reads self.cargo, which does not; got {own_fault}, expected that AttributeError, not a report that drop is missing.",
)
assert fine == [["returned", text] for text in ("HEY!", "Digger x9", [0], [3, "a", "b", "c"], [1, "a"], "3:4", "two steps", [3, "12345", "-7", "0"], [4, "None", "a=1", "'b'", "2.50"])], T(
    f"静态方法 shout hey、类方法 model x9、bite 带 0、3、1 个参数，move_to 3 4 和 step2，以及 bite 12345 -7 0、bite None a=1 'b' 2.50，得到 {fine}。每个单词都是一个字符串，原样传入。静态方法、类方法和继承的方法都是方法，单词个数不限；"
    f"标识符里可以有下划线和数字。",
    f"The static method shout hey, the class method model x9, bite with 0, 3 and 1 words, then move_to 3 4 and step2, and bite 12345 -7 0, bite None a=1 'b' 2.50 gave {fine}. Each word is passed as it is, a text. Static, class and inherited methods are "
    f"methods, with any number of words; an identifier may hold underscores and digits.",
)
assert lazy == ["generator", "coroutine"], T(
    f"方法 scoops 返回生成器，later 是 async 方法、返回协程；run_command 得到的类型是 {lazy}，应为 ['generator', 'coroutine']：返回什么就交回什么，不要替人走完或运行。",
    f"The method scoops returns a generator, and later, an async one, a coroutine; what run_command gave is of the types {lazy}, expected ['generator', 'coroutine']: hand back "
    f"what comes, neither walked through nor run.",
)
assert [each for each, came in refused.items() if came[0] != "raised" or not came[1] or each.split()[0] not in came[2]] == [], T(
    f"这些命令都应当得到 LookupError，文字里含有名字，实际得到 {refused}。不存在、下划线开头、不可调用（数据、property、设成 None 的方法）和带点的名字都要拒绝。",
    f"Each of these should be a LookupError whose text has the name; got {refused}. Unknown, underscored, not callable (data, property, a method set to None) and dotted "
    f"names are all refused.",
)
assert digger_ran == ["AttributeError", "TypeError", "KeyError", "LookupError", "ValueError", "StopIteration", "drop"], T(
    f"实际执行过的方法是 {digger_ran}：halt 应当每条命令只执行一次，被拒绝的名字一个也不应执行。",
    f"The methods that ran: {digger_ran}. halt should run once per command, and none of the refused names at all.",
)

# %% q="q11" role="hidden" points=1
# zh: `update` 对槽、property、`None` 和相等的值都正确；`public_api` 认得每一种方法
# en: `update` is right for slots, properties, `None` and equal values; `public_api` knows every kind of method
class Tank:
    __slots__ = ("label", "level", "spare")

    def drain(self):
        return "drained"


class Meter:
    scale = 1

    def __init__(self):
        self._kelvin, self.marks, self.lost, self.zero, self.twin = 293, [1, 2], None, 0, 5

    @property
    def celsius(self):
        return self._kelvin - 273

    @celsius.setter
    def celsius(self, degrees):
        self._kelvin = degrees + 273

    def read(self):
        return self._kelvin

    def clear(self):
        return "cleared"

    def adjust(self):
        return "adjusted"

    @staticmethod
    def parse(text):
        return float(text)

    @classmethod
    def standard(cls):
        return cls()

    def __secret(self):
        return "secret"


class SealedMeter(Meter):
    adjust = None
    parts = ("dial", "glass")

    def read(self):
        return super().read() + 1

    def break_seal(self):
        return "broken"


class Display(Meter):
    clear = 5

    @property
    def read(self):
        return 3


class SealedTwice(SealedMeter):
    def seal(self):
        return "sealed"


class Stack(list):
    def push(self, item):
        self.append(item)


class Dial:
    def __init__(self):
        self.volts, self.text, self.count, self.lit, self.rows = 5, "abc", 3, True, [1]

    def __setattr__(self, name, value):
        super().__setattr__(name, f"{value} V" if name == "volts" else value)

    @property
    def serial(self):
        return 7


class Lamp:
    def Glow(self):
        return "glowing"

    def fadeOut(self):
        return "fading"

    def flicker2(self):
        yield "on"

    async def wait(self):
        return "waited"

    shine = Glow


class LooksLikeDelete:
    def __eq__(self, other):
        return other is self or other is DELETE

    __hash__ = None


class EqualsAll:
    def __eq__(self, other):
        return True

    __hash__ = None


def sorted_names(names):
    return list(names) if isinstance(names, tuple) else names


tank, meter, untouched = Tank(), SealedMeter(), SealedMeter()
tank.level, tank.label, tank.spare = 3, "A", "old"
try:
    apis = [sorted_names(public_api(each)) for each in (Meter(), meter, tank)]
    far_apis = [sorted_names(public_api(each)) for each in (SealedTwice(), Stack())]
    lamp_api, display_api = sorted_names(public_api(Lamp())), sorted_names(public_api(Display()))
except Exception as error:
    apis = far_apis = lamp_api = display_api = f"{type(error).__name__}: {error}"
twin, plain_object = LooksLikeDelete(), object()
wanted = {"note": None, "lost": DELETE, "marks": [1, 2], "gone": DELETE, "zero": DELETE}
wanted |= {"twin": twin, "scale": 9, "celsius": 25, "bare": plain_object}
kept_wanted = dict(wanted)
try:
    tank_changes = sorted_names(update(tank, {"spare": DELETE, "level": 8, "label": "A"}))
except Exception as error:
    tank_changes = f"{type(error).__name__}: {error}"
tank_state = {slot: getattr(tank, slot) for slot in ("level", "label", "spare") if hasattr(tank, slot)}
try:
    meter_changes = sorted_names(update(meter, wanted))
except Exception as error:
    meter_changes = f"{type(error).__name__}: {error}"
dial, new_tank, steady, holder = Dial(), Tank(), Meter(), Meter()
holder.lost, holder.zero = EqualsAll(), EqualsAll()
equals_all = EqualsAll()
more_changes = []
for target, target_changes in (
    (new_tank, {"spare": DELETE, "level": 4}),
    (steady, {"celsius": 20}),
    (steady, {"twin": 5.0, "zero": False}),
    (dial, {"volts": 9, "text": "", "count": 0, "lit": False, "rows": [], "fresh": 0, "blank": ""}),
    (dial, {"serial": 8}),
    (holder, {"lost": DELETE, "zero": 1, "first": equals_all, "second": twin}),
):
    try:
        more_changes.append(sorted_names(update(target, target_changes)))
    except Exception as error:
        more_changes.append(f"{type(error).__name__}: {error}")
slot_changes, same_celsius, same_numbers, dial_changes, read_only, holder_changes = more_changes
new_tank_state = {slot: getattr(new_tank, slot) for slot in ("level", "label", "spare") if hasattr(new_tank, slot)}
dial_state = vars(dial)
holder_state = [sorted(vars(holder)), *(vars(holder).get(name) is value for name, value in (("first", equals_all), ("second", twin)))]
marker_values = [vars(meter).get("twin") is twin, vars(meter).get("bare") is plain_object]
meter_state = {key: value for key, value in vars(meter).items() if key not in ("twin", "bare")}
others_state = [vars(untouched), Meter.scale, vars(SealedMeter).get("scale", "not in the class")]
same_wanted = [name for name in kept_wanted if name not in wanted or wanted[name] is not kept_wanted[name]] + [len(wanted)]

assert tank_changes == ["level", "spare"] and tank_state == {"level": 8, "label": "A"}, T(
    f"对象用 __slots__ 存属性，没有 __dict__。update 返回 {tank_changes}，之后的属性是 {tank_state}；应当返回 ['level', 'spare']，留下 level=8、label='A'。读写请用 "
    f"getattr、setattr、delattr。",
    f"The object keeps its attributes in __slots__, without a __dict__. update returned {tank_changes}, the attributes are {tank_state}; expected ['level', 'spare'], "
    f"with level=8 and label='A' left. Use getattr, setattr, delattr.",
)
assert meter_state == {"_kelvin": 298, "marks": [1, 2], "note": None, "scale": 9}, T(
    f"update 之后对象里有 {meter_state}；应当是 _kelvin=298（celsius 走 property）、note=None（None 是普通的值）、scale=9，而 lost（值是 None）和 zero（值是 0）已删除。",
    f"After update the object holds {meter_state}; expected _kelvin=298 (celsius goes through its property), note=None (None is a value), scale=9, and lost (it was None) "
    f"and zero (it was 0) deleted.",
)
assert meter_changes == ["bare", "celsius", "lost", "note", "scale", "twin", "zero"], T(
    f"update 返回 {meter_changes}，应当是 ['bare', 'celsius', 'lost', 'note', 'scale', 'twin', 'zero']：新设的 None 和删掉的 None 都是变化；marks "
    f"得到一个相等的新列表，gone 本来就没有，都不是变化。",
    f"update returned {meter_changes}, expected ['bare', 'celsius', 'lost', 'note', 'scale', 'twin', 'zero']: a None newly set or deleted is a change; marks got an equal "
    f"new list and gone was never there, no changes.",
)
assert slot_changes == ["level"] and new_tank_state == {"level": 4}, T(
    f"新对象的槽还没有填过：删除 spare，把 level 设为 4，update 给出 {slot_changes}，之后的属性是 {new_tank_state}；应当返回 ['level']，留下 level=4。空的槽就是没有的名字。",
    f"The slots of a new object were never filled: deleting spare and setting level to 4 gave {slot_changes}, the attributes are {new_tank_state}; expected ['level'], with "
    f"level=4. An empty slot is a name that is not there.",
)
assert same_celsius == [], T(
    f"celsius 是 property，本来就是 20，再设为 20，update 给出 {same_celsius}，应当是 []。旧值要用 getattr 读：property 的值不在 vars(obj) 里。",
    f"celsius is a property and is 20 already; set to 20 again, update gave {same_celsius}, expected []. Read the old value with getattr: a property's is not in vars(obj).",
)
assert same_numbers == [], T(
    f"twin 从 5 设为 5.0，zero 从 0 设为 False，update 给出 {same_numbers}，应当是 []：相等的值不算变，类型不同也一样。",
    f"twin set from 5 to 5.0 and zero from 0 to False gave {same_numbers}, expected []: an equal value is no change, whatever its type.",
)
assert dial_state == {"volts": "9 V", "text": "", "count": 0, "lit": False, "rows": [], "fresh": 0, "blank": ""}, T(
    f"把 volts 设为 9，其余设为空文字、0、False、空列表，之后对象里有 {dial_state}；应当是 volts='9 V'（类自己的 __setattr__ 会加上单位，请用 setattr），其余都是设进去的值："
    f"假值也是值。",
    f"With volts set to 9 and the others to empty texts, 0, False and an empty list, the object holds {dial_state}; expected volts='9 V' (the class's own __setattr__ adds "
    f"the unit; use setattr) and the values as given: false values are values.",
)
assert dial_changes == ["blank", "count", "fresh", "lit", "rows", "text", "volts"], T(
    f"七个名字都变了，有的新值是空文字、0、False 或空列表，update 却给出 {dial_changes}。",
    f"All seven names changed, some to an empty text, 0, False or an empty list, yet update gave {dial_changes}.",
)
assert type(read_only) is str and read_only.startswith("AttributeError"), T(
    f"serial 是只读的 property，obj.serial = 8 会抛出 AttributeError，update 应当让它出来，得到的却是 {read_only}。设置失败时不要把异常吞掉，也不要换成别的。",
    f"serial is a read-only property, obj.serial = 8 raises AttributeError, and update should let it out; this came: {read_only}. Neither swallow the exception of a failed "
    f"setting nor turn it into another.",
)
assert marker_values == [True, True], T(
    f"两个不是 DELETE 的对象（一个与 DELETE 相等，另一个是别的 object()）是否存进了属性：{marker_values}。只有 DELETE 本身表示删除，请用 is 比较。",
    f"Whether two objects that are not DELETE (one equal to it, one another object()) were stored: {marker_values}. Only DELETE itself means deletion; compare with is.",
)
assert holder_changes == ["first", "lost", "second"] and holder_state == [
    ["_kelvin", "first", "marks", "second", "twin", "zero"], True, True
], T(
    f"属性 lost 和 zero 里各有一个自称与一切相等的对象。删除 lost，把 zero 设为 1（相等，不算变），再新设 first（也与一切相等）和 second（与 DELETE 相等），update 返回 {holder_changes}，"
    f"应当是 ['first', 'lost', 'second']；之后的属性名，以及 first、second 里是否是该有的对象：{holder_state}。"
    f"「没有」和「删除」都用 is 认，不用 ==。",
    f"lost and zero each hold an object that claims to equal everything. Deleting lost, setting zero to 1 (equal, no change) and the new names first (also equal to everything) "
    f"and second (equal to DELETE), update returned {holder_changes}, expected ['first', 'lost', 'second']; the names afterwards, and whether first and second hold the right "
    f"objects: {holder_state}. Recognise both \"not there\" and \"delete\" with is, not with ==.",
)
assert others_state == [{"_kelvin": 293, "marks": [1, 2], "lost": None, "zero": 0, "twin": 5}, 1, "not in the class"], T(
    f"只应改动传入的对象，另一个对象和类却成了 {others_state}。",
    f"Only the object passed may change; another object and the classes now hold {others_state}.",
)
assert same_wanted == [9], T(
    f"changes 字典被改动了，变了的名字和现在的长度：{same_wanted}，应当原封不动（9 项）。",
    f"The dict of changes was altered: names that differ, and its length now: {same_wanted}; it should still have its 9 items.",
)
assert apis == [["adjust", "clear", "parse", "read", "standard"], ["break_seal", "clear", "parse", "read", "standard"], ["drain"]], T(
    f"public_api 返回 {apis}，应当是 ['adjust', 'clear', 'parse', 'read', 'standard']、['break_seal', 'clear', 'parse', 'read', 'standard'] 和 "
    f"['drain']：静态方法和类方法算，重写的只算一次，子类设成 None 的不算，有 __slots__ 的对象也要行。",
    f"public_api returned {apis}, expected ['adjust', 'clear', 'parse', 'read', 'standard'], ['break_seal', 'clear', 'parse', 'read', 'standard'] and ['drain']: static "
    f"and class methods count, an overridden one once, one set to None not; objects with __slots__ work too.",
)
assert lamp_api == ["Glow", "fadeOut", "flicker2", "shine", "wait"], T(
    f"方法 Glow、fadeOut、flicker2（生成器函数）、wait（async）和 Glow 的别名 shine，public_api 给出 {lamp_api}，应当是 ['Glow', 'fadeOut', 'flicker2', 'shine', 'wait']："
    f"名字怎么拼写、方法怎么写成，都不影响它是方法。",
    f"For the methods Glow, fadeOut, flicker2 (a generator function), wait (async) and shine, another name of Glow, public_api gave {lamp_api}, expected ['Glow', 'fadeOut', "
    f"'flicker2', 'shine', 'wait']: neither the spelling of its name nor the way it is written matters.",
)
assert display_api == ["adjust", "parse", "standard"], T(
    f"子类里 clear 成了数 5，read 成了 property（值是 3），public_api 给出 {display_api}，应当是 ['adjust', 'parse', 'standard']：看从对象上取到的是什么，不看基类里曾经是什么。",
    f"In a subclass clear has become the number 5 and read a property, of the value 3; public_api gave {display_api}, expected ['adjust', 'parse', 'standard']: what counts is what "
    f"the object gives under the name, not what a base class had there.",
)
assert far_apis == [
    ["break_seal", "clear", "parse", "read", "seal", "standard"],
    sorted({"push"} | {name for name in dir(list) if not name.startswith("_")}),
], T(
    f"父类和祖父类的方法，以及 list 的子类从 list 继承的方法，public_api 给出 {far_apis}。继承的方法不论隔了几层都算，用 C 写的也算：inspect.isfunction 和 ismethod 不认它们。",
    f"For a class with a grandparent, and for a subclass of list with all that it inherits, public_api gave {far_apis}. Inherited methods count from however far up, those "
    f"written in C too: inspect.isfunction and ismethod do not know them.",
)

# %% [markdown] lang="zh" q="q11" role="hint"
# 先把「这个名字能用吗」和「调用它」分成两步。第一步只看名字和取到的东西，第二步才真正调用。三个函数都不需要知道类，也不需要 `__dict__`。
# %% [markdown] lang="en" q="q11" role="hint"
# Split "may this name be used" from "call it". The first step looks at the name and at what it stands for; only the second calls. None of the three functions needs to
# know the class, or `__dict__`.
# %% [markdown] lang="zh" q="q11" role="hint"
# `run_command`：给 `getattr` 一个不可调用的默认值，「没有」和「不可调用」就成了同一个问题。`update`：先弄清原来有没有这个名字，再看旧值；
# 光看 `getattr(obj, name, None)` 分不清「没有」和「是 `None`」。
# `public_api`：从 `dir` 开始筛选，看看图二哪一列能帮你。
# %% [markdown] lang="en" q="q11" role="hint"
# `run_command`: give `getattr` a default that cannot be called, and "not there" and "not callable" become one question. `update`: find out first whether the name was
# there, then look at the old value; `getattr(obj, name, None)` alone cannot tell "not there" from "is `None`".
# `public_api`: begin with `dir` and filter; see which column of the second figure helps.
# %% [markdown] lang="zh" q="q11" role="hint"
# `run_command`：拆成 `name, *words`；私有名字不去取；用 `callable` 判断；不行就 `raise LookupError(...)`，行就在任何 `try` 之外 `return`。
#
# `update`：循环里先记下 `hasattr` 的结果，再分两种情况。值 `is DELETE`：原来有才删，删了才记名字。否则：原来没有，或者旧值 `!=` 新值，才设置并记名字。最后 `sorted`。
# %% [markdown] lang="en" q="q11" role="hint"
# `run_command`: take `name, *words`; do not even look up a private name; judge with `callable`; if it fails, `raise LookupError(...)`, else `return` outside of any `try`.
#
# `update`: in the loop note what `hasattr` says, then two cases. The value `is DELETE`: delete only what was there, and note the name only then. Otherwise: if it was not
# there, or the old value `!=` the new one, set it and note the name. At the end `sorted`.

# %% [markdown] lang="zh" q="q11"
# **书面题（1 分）**：用自己的话说明什么是反射，Python 用哪四个内置函数来做，各做什么。再说说：把 `try … except AttributeError` 同时套在取属性和调用上，为什么会误报？
# 名字来自用户输入时有什么危险，怎么防？
# %% [markdown] lang="en" q="q11"
# **Written part (1 point)**: say in your own words what reflection is, which four built-in functions do it in Python, and what each does. Then: why does a
# `try … except AttributeError` around both the look-up and the call report falsely? What is the danger when names come from a user, and what guards against it?

# %% [markdown] lang="zh" q="q11" role="words"
# ### BEGIN SOLUTION
# 反射是程序在运行时用名字（字符串）去查看和改动对象：写代码时不知道要用哪个属性，运行时才知道。`hasattr` 问有没有，`getattr` 取值，`setattr` 设值，`delattr` 删除。
# `try` 如果把调用也套进去，方法体里的 `AttributeError` 就会被当成「没有这个方法」，真正的错误被藏起来；所以 `try` 只能包住取属性那一步。
# 名字来自用户时，用户能点名任何属性，包括 `__class__` 和私有方法；应当只放行公开而可调用的名字，或者只查一张事先写好的表。
#
# - [ ] 说明反射是在运行时凭名字（字符串）查看或改动对象，名字写代码时可以未知
# - [ ] 四个函数 `getattr`、`hasattr`、`setattr`、`delattr` 齐全，作用各自说对
# - [ ] 说明调用过程中（方法内部）的 `AttributeError` 会被误当成名字不存在
# - [ ] 指出用户可以点到不该碰的名字（私有、特殊方法等），并给出一种防法：只放行公开名字或用白名单
# ### END SOLUTION
# %% [markdown] lang="en" q="q11" role="words"
# ### BEGIN SOLUTION
# Reflection is a program looking at and changing objects through names, as strings, while it runs: which attribute it will be is not known when the code is written.
# `hasattr` asks whether there is one, `getattr` reads it, `setattr` writes it, `delattr` removes it.
# A `try` that holds the call as well takes an `AttributeError` from the method's body for "there is no such method" and hides the real fault; it may hold the look-up only.
# Where a user supplies the names, any attribute can be named, `__class__` and private methods among them; let through only public, callable names, or look names up in a
# table written beforehand.
#
# - [ ] says that reflection inspects or changes objects at run time through names (strings) that need not be known when the code is written
# - [ ] has all four, `getattr`, `hasattr`, `setattr`, `delattr`, each with the right job
# - [ ] says that an `AttributeError` from the call (inside the method) is taken for a missing name
# - [ ] says that a user can reach names that are none of their business (private, special), and gives one guard: public names only, or an allow-list
# ### END SOLUTION

# %% [markdown] lang="zh" q="q11" role="solution"
# `run_command` 里没有 `try`。默认值 `None` 恰好不可调用，「没有」「私有」「不可调用」于是汇成一个判断；调用放在判断之后，里面出什么异常都不归我们管。
# 最常见的错法是把 `try` 放得太宽。
#
# `update` 的难处都在比较上。先用 `hasattr` 问有没有，`None` 才能当普通的值（用哨兵作 `getattr` 的默认值也行）；认 `DELETE` 用 `is`，因为 `==` 可以被值的类改写；
# 「变没变」用 `!=`，因为题目说的是相等，不是同一个对象。
# 全程不碰 `__dict__`，槽和 property 才会照常生效。
#
# `public_api` 从实例出发取值，继承、重写、设成 `None` 都由 Python 的查找规则决定，自己走 MRO 反而容易错；`dir` 的结果已经排好序，也没有重复。代价是会执行 property；
# 题目说读属性是安全的，真实工具可以改用 `inspect.getattr_static`。
# %% [markdown] lang="en" q="q11" role="solution"
# `run_command` has no `try`. The default `None` cannot be called, so "unknown", "private" and "not callable" become one question; the call stands after it, and whatever
# goes wrong inside is none of our business. The usual mistake is a `try` that reaches too far.
#
# In `update` all difficulty lies in comparing. Asking `hasattr` first makes `None` a value like any other (a sentinel as the default of `getattr` would do as well);
# `DELETE` is recognised with `is`, because a value's class can rewrite `==`; "has it changed" uses `!=`, because the question speaks of equal, not of identical.
# Slots and properties work because `__dict__` is left alone.
#
# `public_api` reads from the instance, so inheritance, overriding and `None` follow Python's own look-up; walking the MRO by hand gets them wrong easily, while `dir` is
# sorted already and has no repeats. The price: properties run. The question says that reading is safe; a real tool might use `inspect.getattr_static`.

# %% [markdown] lang="zh"
# ## 看 `json` 什么时候来问你
# `json` 只认得字典、列表、元组、字符串、数、`True`、`False`、`None` 和它们的子类。别的对象，它交给编码器的 `default`，换回一个它可能认得的东西。
#
# 先猜：下面的播放列表里有两首歌，`default` 会被调用几次？按什么顺序？
# %% [markdown] lang="en"
# ## See when `json` asks you
# `json` knows dicts, lists, tuples, strings, numbers, `True`, `False`, `None`, and subclasses of these. Anything else it hands to the encoder's `default` and expects
# something back that it *may* know.
#
# Guess first: the playlist below holds two songs. How often is `default` called, and in which order?

# %%
import json


class Song:
    def __init__(self, title, seconds):
        self.title, self.seconds = title, seconds


class Playlist:
    def __init__(self, owner, *songs):
        self.owner, self.songs = owner, list(songs)


class ShowingEncoder(json.JSONEncoder):
    def default(self, o):
        print("default is asked about a", type(o).__name__)
        match o:
            case Playlist():
                return {"owner": o.owner, "songs": o.songs}
            case Song():
                return {"title": o.title, "seconds": o.seconds}
        return super().default(o)


evening = Playlist("小林", Song("Blue", 215), Song("夜来香", 188))
print(json.dumps([evening, 3], cls=ShowingEncoder, ensure_ascii=False))

# %% [markdown] lang="zh"
# 三次：先是列表里的 Playlist，再是它的两首歌。外层的列表和数字 3 不用问。`default` 只管一层：返回的字典里还有 Song，`json` 继续往下走，遇到再问。
#
# ![真实的一次编码：json 问 default 要 Playlist 的字典，走进去，又为列表里的两首 Song 各问一次](../assets/05_reflection/trace.png)
#
# 所以 `default` 返回的是对象，不是文本。返回一段 JSON 文本，只会得到一个带引号的字符串，下一格就有。
# %% [markdown] lang="en"
# Three times: the Playlist in the list, then its two songs. The outer list and the number 3 need no asking. `default` deals with one level: there are still Songs in the
# dict it returns, and `json` walks on and asks again.
#
# ![A real run: json asks default for a dict in place of the Playlist, walks in, and asks once more for each Song in its list](../assets/05_reflection/trace.png)
#
# So `default` returns an *object*, not text. Return a piece of JSON text, and a quoted string is all you get, as the next cell shows.

# %% [markdown] lang="zh"
# ## 对不认识的对象说「不」
# 原来的课程里有一个编码器，遇到不认识的对象就 `return o`。先猜：编码一个集合，四种写法各得到什么？
# %% [markdown] lang="en"
# ## Say no to what you do not know
# An encoder in the original course met unknown objects with `return o`. Guess first: what does each of four ways make of a set?

# %%
class ReturnsIt(json.JSONEncoder):
    def default(self, o):
        return o


class ReturnsNothing(json.JSONEncoder):
    def default(self, o):
        pass


class ReturnsText(json.JSONEncoder):
    def default(self, o):
        return json.dumps(sorted(o))


for encoder in (ReturnsIt, ReturnsNothing, ReturnsText, json.JSONEncoder):
    try:
        print(encoder.__name__, "->", json.dumps({1, 2}, cls=encoder))
    except (TypeError, ValueError) as error:
        print(f"{encoder.__name__} -> {type(error).__name__}: {error}")

# %% [markdown] lang="zh"
# 原样返回，`json` 以为换来了新东西，再走进去，发现又是同一个集合，于是报「循环引用」，和真正的毛病毫不相干。什么也不返回更糟：数据悄悄变成 `null`。
# 父类的 `default` 才会说清楚是哪种类型，所以最后一行交给 `super().default(o)`。
# %% [markdown] lang="en"
# Given the same object back, `json` takes it for something new, walks in, meets the very same set and reports a "circular reference", which has nothing to do with the
# real trouble. Returning nothing is worse: data quietly turns into `null`. The base class's `default` names the type, so the last line belongs to `super().default(o)`.

# %% [markdown] lang="zh"
# ## 留心 `json` 根本不问的东西
# 先猜：命名元组写出来是对象还是数组？`True` 是 `true` 还是 `1`？`default` 被问了几次？
# %% [markdown] lang="en"
# ## Mind what `json` never asks about
# Guess first: does a named tuple become an object or an array? Is `True` written as `true` or `1`? How often is `default` asked?

# %%
from collections import namedtuple
from enum import IntEnum

Seat = namedtuple("Seat", "row number")
Grade = IntEnum("Grade", "LOW HIGH")
text = json.dumps({"seat": Seat(4, 12), "grade": Grade.HIGH, "paid": True, "count": 1}, cls=ShowingEncoder)
print(text)
print(json.loads(text)["paid"] == json.loads(text)["count"])

# %% [markdown] lang="zh"
# 一次也没问。命名元组是元组，枚举 `IntEnum` 是整数，名字都丢了：`default` 是最后的办法，已经认得的类型轮不到它。
# `True` 写成 `true`，读回来却仍然 `== 1`，用 `==` 比较看不出 `bool` 和 `int` 写混了。
# %% [markdown] lang="en"
# Not once. A named tuple is a tuple, an `IntEnum` member is an integer, and the names are lost: `default` is the *last* resort and never sees a type that is known.
# `True` becomes `true`, yet read back it still `== 1`, so a comparison with `==` cannot tell a mixed-up `bool` and `int`.

# %% [markdown] lang="zh"
# ## 让汉字可读，别把整个对象倒出去
# 先猜：两种写法差多少个字符？改动 `vars(member)` 得到的字典，会不会改到对象？
# %% [markdown] lang="en"
# ## Keep Chinese readable, and do not pour out whole objects
# Guess first: how many characters do the two forms differ by? Does writing into the dict from `vars(member)` change the object?

# %%
plain, readable = json.dumps("钢笔"), json.dumps("钢笔", ensure_ascii=False)
print(plain, len(plain), readable, len(readable), json.loads(plain) == json.loads(readable))

member = SimpleNamespace(name="Ann", password="hunter2")
vars(member)["name"] = "Bob"
print(member.name, json.dumps(vars(member)))

# %% [markdown] lang="zh"
# 两种写法读回来完全相同，差别只在给人看的时候；写文件要同时指定 `encoding="utf-8"`。`vars` 给的就是对象自己的字典，不是副本：往里写就改了对象。
# 它还会把密码之类的属性一并送出去。逐个写出要输出的键，多打几个字，换来的是以后加属性也不会泄露。
# %% [markdown] lang="en"
# Both forms read back alike; the difference is for human eyes, and a file then needs `encoding="utf-8"`. `vars` gives the object's own dict, not a copy: write into it
# and you change the object. And it sends out passwords along with the rest. Naming the keys costs some typing and saves you when attributes are added later.

# %% [markdown] lang="zh" q="q22"
# ## Q22 · 把订单写成 JSON（4 分）
# 写三个类，让 `json.dumps(order, cls=OrderEncoder, ensure_ascii=False)` 得到这样的对象：
#
# | 订单的键 | 值 | | 商品的键 | 值 |
# |---|---|---|---|---|
# | `nid` | int | | `id` | int |
# | `name` | str | | `name` | str |
# | `items` | 商品的数组，按加入的顺序 | | | |
# | `is_member` | bool | | | |
#
# **`Goods(id, name)`** 是商品。**`Order(nid, name, is_member)`** 是订单，`items` 起初是空的，`add(*goods)` 往后面添加任意多件商品；同一件商品可以加几次。
# 每个订单有自己的 `items`。
#
# **`OrderEncoder(json.JSONEncoder)`** 编码这两种对象，不管它们出现在哪里：单独一个，或者在列表、元组、字典里的任何一层。
# 键恰好是表里的键，加上 `ensure_ascii=False` 时汉字保持可读。编码不改动订单。
# 两个类的子类按父类编码，对象上多出来的属性不写进去。其他 `json` 不认识的对象，抛出 `json` 自己会抛的那个 `TypeError`，类型和文字都相同，哪怕它的属性或类名看起来像订单。
# %% [markdown] lang="en" q="q22"
# ## Q22 · Write an order as JSON (4 points)
# Write three classes so that `json.dumps(order, cls=OrderEncoder, ensure_ascii=False)` gives such an object:
#
# | key of an order | value | | key of goods | value |
# |---|---|---|---|---|
# | `nid` | int | | `id` | int |
# | `name` | str | | `name` | str |
# | `items` | array of goods, in the order added | | | |
# | `is_member` | bool | | | |
#
# **`Goods(id, name)`** is a piece of goods. **`Order(nid, name, is_member)`** has `items`, empty at first; `add(*goods)` appends any number of goods, and the same ones
# may be added again. Each order has `items` of its own.
#
# **`OrderEncoder(json.JSONEncoder)`** encodes both kinds wherever they are: alone, or at any depth in lists, tuples and dicts. The keys are exactly
# those of the table; with `ensure_ascii=False` Chinese stays readable. Encoding changes nothing in the order.
# Objects of subclasses are encoded as the base class says, without attributes they have on top. Any other object that `json` does not know is the `TypeError` that `json`
# itself raises, same type and same text, even if its attributes or its class's name look like an order's.

# %% q="q22" role="given"
import json


# %% q="q22" role="answer"
class Goods:
    """A piece of goods."""

    ### BEGIN SOLUTION
    def __init__(self, id, name):
        self.id = id
        self.name = name

    ### END SOLUTION


class Order:
    """An order: who ordered, and the goods added so far."""

    ### BEGIN SOLUTION
    def __init__(self, nid, name, is_member):
        self.nid = nid
        self.name = name
        self.is_member = is_member
        self.items = []

    def add(self, *goods):
        self.items.extend(goods)

    ### END SOLUTION


class OrderEncoder(json.JSONEncoder):
    """Knows how to write Goods and Order."""

    ### BEGIN SOLUTION
    def default(self, o):
        if isinstance(o, Goods):
            return {"id": o.id, "name": o.name}
        if isinstance(o, Order):
            return {"nid": o.nid, "name": o.name, "items": o.items, "is_member": o.is_member}
        return super().default(o)

    ### END SOLUTION


# %% q="q22" role="check" points=1
# zh: 订单和里面的商品写成表里的键和值，汉字可读
# en: An order and the goods in it are written with the keys and values of the table, Chinese readable
def order_json(thing):
    try:
        text = json.dumps(thing, cls=OrderEncoder, ensure_ascii=False)
        return [text, json.dumps(json.loads(text), sort_keys=True, ensure_ascii=False)]
    except Exception as error:
        return [f"{type(error).__name__}: {error}", ""]


pen, book = Goods(101, "钢笔"), Goods(102, "practice book")
wang_order, ada_order = Order(9001, "王小明", True), Order(9002, "Ada", False)
wang_order.add(pen, book)
try:
    held = ["Goods" if isinstance(item, Goods) else type(item).__name__ for item in wang_order.items]
except Exception as error:
    held = f"{type(error).__name__}: {error}"
wang_json, ada_json, book_json = order_json(wang_order), order_json(ada_order), order_json(book)

assert held == ["Goods", "Goods"], T(
    f"加入两件商品后 items 里是 {held}，应当是两个 Goods 对象；转成字典是编码器的事。",
    f"After adding two goods, items holds {held}; expected the two Goods objects. Turning them into dicts is the encoder's job.",
)
assert book_json[1] == '{"id": 102, "name": "practice book"}', T(
    f"一件商品编码成 {book_json}（原文，按键排序的内容），应当是 id 和 name 两个键。如果是字符串里又套着 JSON，说明 default 返回了文本，而不是字典。",
    f"A piece of goods became {book_json} (text, content with sorted keys); expected the two keys id and name. JSON inside a string means that default returned text "
    f"instead of a dict.",
)
assert wang_json[1] == (
    '{"is_member": true, "items": [{"id": 101, "name": "钢笔"}, {"id": 102, "name": "practice book"}], "name": "王小明", "nid": 9001}'
), T(
    f"有两件商品的订单编码成 {wang_json}（原文，按键排序的内容）。应当恰好有 nid、name、items、is_member 四个键，items 里是对象，is_member 是 true。",
    f"An order of two goods became {wang_json} (text, content with sorted keys). Expected exactly the keys nid, name, items, is_member, with objects in items and true "
    f"for is_member.",
)
assert ada_json[1] == '{"is_member": false, "items": [], "name": "Ada", "nid": 9002}', T(
    f"没有商品的非会员订单编码成 {ada_json}，应当有空数组 items，is_member 是 false。",
    f"A non-member's order without goods became {ada_json}; expected an empty array for items and false for is_member.",
)
assert "王小明" in wang_json[0] and "钢笔" in wang_json[0], T(
    f"用了 ensure_ascii=False，文本里却读不到「王小明」和「钢笔」：{wang_json[0]}",
    f"With ensure_ascii=False the text should show 王小明 and 钢笔 as they are; got {wang_json[0]}",
)

# %% q="q22" role="check" points=1
# zh: 不认识的对象得到 `json` 自己的 `TypeError`
# en: An unknown object is the `TypeError` of `json` itself
def order_refusal(thing):
    try:
        return ["no error", json.dumps(thing, cls=OrderEncoder)]
    except Exception as error:
        return [type(error).__name__, str(error)]


refusals = [order_refusal({101, 102}), order_refusal([2j]), order_refusal({"when": b"now"})]

assert refusals[0][0] != "ValueError" and refusals[1][0] != "ValueError", T(
    f"编码一个集合、一个复数，得到 {refusals[:2]}。「Circular reference」的意思是 default 把不认识的对象原样返回了，json 又拿它来问一遍；不认识的应交给 super().default。",
    f"A set and a complex number gave {refusals[:2]}. “Circular reference” means that default returned the unknown object as it was, and json asked about it again; hand "
    f"what you do not know to super().default.",
)
assert refusals == [["TypeError", f"Object of type {kind} is not JSON serializable"] for kind in ("set", "complex", "bytes")], T(
    f"编码集合、复数、bytes 得到 {refusals}，应当是 json 自己的 TypeError：Object of type set（complex、bytes）is not JSON serializable。",
    f"A set, a complex number and bytes gave {refusals}; expected json's own TypeError: Object of type set (complex, bytes) is not JSON serializable.",
)

# %% q="q22" role="hidden" points=1
# zh: 子类按父类编码，长得像的不算
# en: Subclasses are encoded as their base, lookalikes are not
from dataclasses import dataclass


class Gift(Goods):
    pass


class Express(Order):
    pass


class NextDayExpress(Express):
    pass


class Parcel:
    def __init__(self, nid, name):
        self.nid, self.id, self.name, self.items, self.is_member = nid, nid, name, [], True

    def add(self, *goods):
        self.items.extend(goods)


def express_json(thing):
    try:
        return json.dumps(json.loads(json.dumps(thing, cls=OrderEncoder, ensure_ascii=False)), sort_keys=True, ensure_ascii=False)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


card, urgent, overnight = Gift(7, "贺卡"), Express(31, "李雷", False), NextDayExpress(32, "Ben", True)
object.__setattr__(card, "wrapping", "red")
object.__setattr__(urgent, "fee", 12)
urgent.add(card, Goods(8, "ink"))
overnight.add(card)
subclass_json = [express_json(card), express_json(urgent), express_json(overnight)]
foreign_order = type("Order", (Parcel,), {})(33, "Eve")
foreign_goods = type("Goods", (), {"id": 9, "name": "fake"})()
lookalikes = [express_json(each) for each in (Parcel(34, "Eve"), foreign_order, foreign_goods, [Goods(8, "ink"), Parcel(35, "Eve")])]


@dataclass
class Receipt:
    nid: int
    name: str


class Talking:
    def to_json(self):
        return {"id": 1}

    to_dict = as_dict = asdict = toJSON = __json__ = _asdict = to_json

    class Inner:
        pass


class FarGift(Gift):
    pass


strangers = [express_json(each) for each in (Receipt(1, "x"), Talking(), Talking.Inner(), Order, [Goods], {"at": range(2)})]
far = Order(36, " Zoë ", True)
far.add(FarGift(9, ""), FarGift(10, " x "), FarGift(9, ""))
far_json = express_json(far)

assert subclass_json[0] == '{"id": 7, "name": "贺卡"}', T(
    f"Goods 的子类 Gift，对象上另有属性 wrapping，编码成 {subclass_json[0]}，应当只有 id 和 name。用 isinstance 认子类；写出固定的键，不要整个 __dict__ 照搬。",
    f"A Gift, subclass of Goods, with an extra attribute wrapping, became {subclass_json[0]}; expected id and name only. isinstance knows subclasses; name the keys "
    f"instead of copying the whole __dict__.",
)
assert subclass_json[1:] == [
    '{"is_member": false, "items": [{"id": 7, "name": "贺卡"}, {"id": 8, "name": "ink"}], "name": "李雷", "nid": 31}',
    '{"is_member": true, "items": [{"id": 7, "name": "贺卡"}], "name": "Ben", "nid": 32}',
], T(
    f"Order 的子类和子类的子类编码成 {subclass_json[1:]}，应当和 Order 一样只有四个键，不含多出来的 fee。",
    f"A subclass of Order and a subclass of that became {subclass_json[1:]}; expected the four keys of an Order, without the extra attribute fee.",
)
assert far_json == '{"is_member": true, "items": [{"id": 9, "name": ""}, {"id": 10, "name": " x "}, {"id": 9, "name": ""}], "name": " Zoë ", "nid": 36}', T(
    f"名字是 ' Zoë ' 的订单里有三件 Goods 的子类的子类的商品，编号 9、10、9，名字是 ''、' x '、''；编码成 {far_json}。一件不少，名字原样。",
    f"An order of ' Zoë ' has three goods of a subclass of a subclass of Goods, with the ids 9, 10, 9, named '', ' x ', ''; it became {far_json}. None is left out, and names stay "
    f"as they are.",
)
assert strangers == [f"TypeError: Object of type {kind} is not JSON serializable" for kind in ("Receipt", "Talking", "Inner", "type", "type", "range")], T(
    f"一个 dataclass 的对象、一个有 to_json、_asdict 等方法的对象、一个嵌套类的对象、Order 这个类本身、Goods 这个类本身、一个 range，得到 {strangers}，都应当是 json 自己的 TypeError。"
    f"只有 Goods 和 Order 的对象归你管，其余一律交给 super().default。",
    f"An object of a dataclass, one with methods such as to_json and _asdict, one of a nested class, the class Order itself, the class Goods itself and a range gave "
    f"{strangers}; expected json's own TypeError for each. Only objects of Goods and Order are yours; hand all else to super().default.",
)
assert lookalikes == [f"TypeError: Object of type {kind} is not JSON serializable" for kind in ("Parcel", "Order", "Goods", "Parcel")], T(
    f"属性像订单的 Parcel、另外两个恰好也叫 Order 和 Goods 的类的对象、列表里的 Parcel，得到 {lookalikes}，都应当是 json 自己的 TypeError。判断要看是不是这两个类的实例，"
    f"不看属性，也不看类名。",
    f"A Parcel with an order's attributes, objects of foreign classes that happen to be called Order and Goods, and a Parcel in a list gave {lookalikes}; expected json's "
    f"own TypeError for each. Ask whether it is an instance of these two classes, not for attributes or a class name.",
)

# %% q="q22" role="hidden" points=1
# zh: 订单互不影响，编码不改动它们，嵌套在哪里都行
# en: Orders are independent, encoding leaves them alone, and they may be nested anywhere
tea, cup = Goods(id=1, name='绿茶 "A" \\ 一级'), Goods(id=2, name="cup\n2")
north, south = Order(nid=51, name="North", is_member=True), Order(nid=52, name="South", is_member=False)
north.add(tea)
north.add()
south.add(cup, cup)
north.add(cup, tea)


def nested_json(thing):
    try:
        return json.dumps(json.loads(json.dumps(thing, cls=OrderEncoder, ensure_ascii=False)), sort_keys=True, ensure_ascii=False)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


twice = [nested_json(north), nested_json(south), nested_json(north)]
kept = [["Goods" if isinstance(item, Goods) else type(item).__name__ for item in each.items] for each in (north, south)]
late, namesake, mint = Order(53, "Late", True), Order(51, "West", False), Goods(1, "薄荷")
late.add(mint)
namesake.add(cup)
attributes = [sorted(getattr(late, "__dict__", {}))]
stages = [nested_json(late)]
attributes.append(sorted(getattr(late, "__dict__", {})))
late.add(tea)
stages += [nested_json(late), nested_json(namesake)]
zero = Order(0, "", False)
zero.add(Goods(0, "free"), Goods(-1, ""))
of_zero = nested_json(zero)
deep = nested_json({"orders": [south, [tea]], "best": {"of": (cup, None, 1.5)}})
shop = Order(54, "Shop", False)
pot = Goods(3, "pot")
shop.add(pot, cup)
try:
    added = ["pot" if got is pot else "cup" if got is cup else type(got).__name__ for got in shop.items]
except Exception as error:
    added = f"{type(error).__name__}: {error}"
keys = [nested_json({key: cup}) for key in (True, None, 1.5, 7, "x")]
mixed_keys = nested_json({None: 0, "x": cup, 7: ["y"]})

assert twice[:2] == [
    '{"is_member": true, "items": [{"id": 1, "name": "绿茶 \\"A\\" \\\\ 一级"}, {"id": 2, "name": "cup\\n2"}, '
    '{"id": 1, "name": "绿茶 \\"A\\" \\\\ 一级"}], "name": "North", "nid": 51}',
    '{"is_member": false, "items": [{"id": 2, "name": "cup\\n2"}, {"id": 2, "name": "cup\\n2"}], "name": "South", "nid": 52}',
], T(
    f"两个订单交替添加商品（1、然后 2 和 1；另一个是 2、2），编码出来是 {twice[:2]}。常见原因：items 被所有订单共用，add 只留最后一次，去掉了重复，"
    f"或者手工拼接 JSON 漏了引号和换行的转义。",
    f"Goods were added to two orders in turn (1, then 2 and 1; the other 2, 2); encoded they are {twice[:2]}. Usual causes: all orders share one items, add "
    f"keeps the last call only, repeated goods are dropped, or hand-made JSON forgets to escape quotes and line ends.",
)
assert kept == [["Goods"] * 3, ["Goods"] * 2] and twice[2] == twice[0], T(
    f"编码之后，两个订单的 items 里是 {kept}，再编码一次得到 {twice[2]}。编码不应改动对象：vars(o) 就是对象自己的字典，改它之前先复制。",
    f"After encoding, the items of the two orders are {kept}, and encoding again gives {twice[2]}. Encoding must not change the object: vars(o) is the object's own dict, "
    f"copy before you change it.",
)
assert stages == [
    '{"is_member": true, "items": [{"id": 1, "name": "薄荷"}], "name": "Late", "nid": 53}',
    '{"is_member": true, "items": [{"id": 1, "name": "薄荷"}, {"id": 1, "name": "绿茶 \\"A\\" \\\\ 一级"}], "name": "Late", "nid": 53}',
    '{"is_member": false, "items": [{"id": 2, "name": "cup\\n2"}], "name": "West", "nid": 51}',
], T(
    f"一个订单编码一次，再添加一件编号同为 1、名字不同的商品，又编码一次；然后编码另一个编号也是 51 的订单，得到 {stages}。每次编码都要写对象现在的内容，不要按编号记住以前的结果。",
    f"An order was encoded, goods with the same id 1 and another name were added, it was encoded again; then another order with the nid 51 of an earlier one: {stages}. Write what "
    f"each object holds now, and remember no results by number.",
)
assert attributes[0] == attributes[1], T(
    f"编码前后，订单的属性名是 {attributes}。编码不应给订单添上或去掉属性。",
    f"The order's attributes before and after encoding are {attributes}. Encoding should neither add one to the order nor take one away.",
)
assert added == ["pot", "cup"], T(
    f"新订单 add(pot, cup) 之后，items 里认出的是 {added}，应为 ['pot', 'cup']。放进去的应是商品本身，不是拷贝；每个订单有自己的 items。",
    f"After add(pot, cup) to a new order, items holds {added}, expected ['pot', 'cup']. What is added is the goods themselves, no copy; and each order has items of its own.",
)
assert of_zero == '{"is_member": false, "items": [{"id": 0, "name": "free"}, {"id": -1, "name": ""}], "name": "", "nid": 0}', T(
    f"编号是 0、名字是空文字的订单，商品编号是 0 和 -1，编码成 {of_zero}。0 和空文字都是普通的值，照样写出来。",
    f"An order with the nid 0 and an empty name, with goods of the ids 0 and -1, became {of_zero}. 0 and an empty text are values like any other and are written as they are.",
)
assert keys == [f'{{"{key}": {{"id": 2, "name": "cup\\n2"}}}}' for key in ("true", "null", "1.5", "7", "x")], T(
    f"字典的键是 True、None、1.5、7、'x'，值是商品，编码成 {keys}；键应照 json 的规矩写成 true、null、1.5、7、x。字典交给 json 去写。",
    f"Dicts with goods under the keys True, None, 1.5, 7, 'x' became {keys}; json writes these keys as true, null, 1.5, 7, x. Leave dicts to json.",
)
assert mixed_keys == '{"7": ["y"], "null": 0, "x": {"id": 2, "name": "cup\\n2"}}', T(
    f"一个字典的键是 None、'x'、7，编码成 {mixed_keys}。没有人要求排序：不要自己打开 sort_keys。",
    f"A dict with the keys None, 'x', 7 became {mixed_keys}. Nobody asked for sorted keys: do not turn sort_keys on by yourself.",
)
assert deep == (
    '{"best": {"of": [{"id": 2, "name": "cup\\n2"}, null, 1.5]}, "orders": [{"is_member": false, "items": '
    '[{"id": 2, "name": "cup\\n2"}, {"id": 2, "name": "cup\\n2"}], "name": "South", "nid": 52}, [{"id": 1, "name": "绿茶 \\"A\\" \\\\ 一级"}]]}'
), T(
    f"订单和商品放在字典、列表和元组里，编码成 {deep}。default 在任何一层都会被叫到；自己改写 encode，就要自己走遍每一层。",
    f"Orders and goods inside dicts, lists and tuples became {deep}. default is called at every level; whoever overrides encode has to walk all levels alone.",
)

# %% [markdown] lang="zh" q="q22" role="hint"
# `json` 遇到不认识的对象，会调用编码器的哪个方法？它希望拿回来的，是一段文本，还是另一个它可能认识的对象？
# %% [markdown] lang="en" q="q22" role="hint"
# Which method of the encoder does `json` call for an object it does not know? What does it want back: text, or another object that it may know?
# %% [markdown] lang="zh" q="q22" role="hint"
# `default` 只管一层：为订单返回一个字典，里面的 `items` 原样放进去，`json` 碰到每件商品会再来问。不认识的对象，请父类的 `default` 来回答。
# %% [markdown] lang="en" q="q22" role="hint"
# `default` handles one level: for an order return a dict and put `items` into it as they are; `json` comes back and asks about each piece of goods. For what you do not
# know, let the base class's `default` speak.
# %% [markdown] lang="zh" q="q22" role="hint"
# 三个分支：是 `Goods` 的实例，返回两个键的字典；是 `Order` 的实例，返回四个键的字典；其他的，`return super().default(o)`。`items` 在 `__init__` 里新建，`add` 用 `extend`。
# %% [markdown] lang="en" q="q22" role="hint"
# Three branches: an instance of `Goods`, return a dict of two keys; an instance of `Order`, a dict of four; anything else, `return super().default(o)`. Make `items` new
# in `__init__`, and let `add` use `extend`.

# %% [markdown] lang="zh" q="q22" role="solution"
# `default` 只回答「这个对象换成什么」，递归、转义、缩进、查循环都留给 `json`。所以订单的 `items` 不用自己转换，列表里的商品自会一个个问回来。
#
# 键逐个写出，看似啰唆，却是一道闸：`vars(o)` 会把以后加上的每个属性（密码、内部状态）都送出去，而且它就是对象自己的字典，往里写就改了对象。
# `isinstance` 让子类也算，又不会认错长得像的；最后一行交给父类，错误文字才和 `json` 自己的一模一样。
# 原样返回 `o` 会得到让人摸不着头脑的「Circular reference detected」，什么也不返回则悄悄写出 `null`。
# %% [markdown] lang="en" q="q22" role="solution"
# `default` answers one question, what to put in this object's place; recursion, escapes, indentation and the search for cycles stay with `json`. So an order's `items`
# need no conversion: the goods in the list come back one by one.
#
# Naming each key looks clumsy but is a gate: `vars(o)` sends out every attribute that is ever added (a password, internal state), and it is the object's own dict, so
# writing into it changes the object.
# `isinstance` lets subclasses in and lookalikes not; handing the rest to the base class makes the error's text exactly that of `json`. Returning `o` unchanged gives the
# puzzling "Circular reference detected", returning nothing silently writes `null`.

# %% [markdown] lang="zh"
# ## 最常出的错，和你会读到的话
# | 错在哪里 | 检查会说 |
# |---|---|
# | `try` 把方法调用也包了进去 | 「它们应当原样传出：try 只能包住取方法那一步，不能包住调用」 |
# | 单词传成了列表，或者转成了数 | 「参数应是字符串，不要转成数」 |
# | 用 `None` 当「没有」 | 「新设的 None 和删掉的 None 都是变化」 |
# | 用 `==` 认 `DELETE` | 「只有 DELETE 本身表示删除，请用 is 比较」 |
# | 伸手进 `__dict__` | 「对象用 `__slots__` 存属性，没有 `__dict__`」 |
# | 用 `inspect.ismethod` 找方法 | 「静态方法和类方法算」 |
# | `default` 原样返回不认识的对象 | 「default 把不认识的对象原样返回了，json 又拿它来问一遍」 |
# | 用 `type(o) is` 或者 `vars(o)` | 「用 isinstance 认子类；写出固定的键，不要整个 `__dict__` 照搬」 |
# | 编码时改了 `items` | 「编码不应改动对象」 |
# %% [markdown] lang="en"
# ## What goes wrong most often, and what you will read
# | The mistake | The check says |
# |---|---|
# | the `try` holds the method call too | "a try may reach around the look-up, not around the call" |
# | words passed as a list, or turned into numbers | "The arguments stay strings" |
# | `None` stands for "not there" | "a None newly set or deleted is a change" |
# | `DELETE` recognised with `==` | "Only DELETE itself means deletion; compare with is" |
# | a hand in `__dict__` | "The object keeps its attributes in `__slots__`, without a `__dict__`" |
# | methods found with `inspect.ismethod` | "static and class methods count" |
# | `default` returns the unknown object | "default returned the unknown object as it was, and json asked about it again" |
# | `type(o) is`, or `vars(o)` | "isinstance knows subclasses; name the keys instead of copying the whole `__dict__`" |
# | encoding changes `items` | "Encoding must not change the object" |

# %% [markdown] lang="zh"
# ## 接着读
# - 官方文档：[内置函数](https://docs.python.org/3/library/functions.html) 里的 `getattr` 和 `dir`，[`inspect`](https://docs.python.org/3/library/inspect.html)，
#   [`json`](https://docs.python.org/3/library/json.html)。
# - [描述符指南](https://docs.python.org/3/howto/descriptor.html)：点号背后每一步的纯 Python 写法，图一就照它画。
# - [注解的最佳实践](https://docs.python.org/3/howto/annotations.html)：各版本该怎么读注解。
# - 标准库源码 [`cmd.py`](https://github.com/python/cpython/blob/main/Lib/cmd.py) 的 `onecmd`：用 `do_` 前缀派发命令，取方法和调用方法分成两步；
#   [`json/encoder.py`](https://github.com/python/cpython/blob/main/Lib/json/encoder.py)：`default` 在哪里被叫到，循环又是怎样查出来的。
# %% [markdown] lang="en"
# ## Read on
# - The documentation: `getattr` and `dir` among the [built-in functions](https://docs.python.org/3/library/functions.html),
#   [`inspect`](https://docs.python.org/3/library/inspect.html), [`json`](https://docs.python.org/3/library/json.html).
# - The [descriptor guide](https://docs.python.org/3/howto/descriptor.html): every step behind the dot in plain Python; the first figure follows it.
# - [Annotations best practices](https://docs.python.org/3/howto/annotations.html): how to read them in each version.
# - The standard library's source: `onecmd` in [`cmd.py`](https://github.com/python/cpython/blob/main/Lib/cmd.py) dispatches commands by the prefix `do_`, with `getattr`
#   and the call as two separate steps; [`json/encoder.py`](https://github.com/python/cpython/blob/main/Lib/json/encoder.py) shows where `default` is called and how cycles
#   are found.
