# %% role="author"
from grader.language import T

# %% [markdown] lang="zh"
# # 用好对象：从三大特性到 `super()`
#
# **学完以后你能**：说清一个名字在对象、类、基类里按什么顺序去找；写出在菱形继承里也不出错的 `super()`；
# 判断一个变量属于对象还是属于类；为一个方法选对 `@staticmethod`、`@classmethod` 或都不用；解释双下划线到底做了什么。
#
# **需要**：会写函数、会写带 `__init__` 的类。**时间**：课文约 60 分钟，六道题约 90 分钟。
#
# 每一步都是：先猜，再运行，再看解释。猜错的地方才是你真正学到东西的地方，所以请把猜测写下来再按 Shift+Enter。
# %% [markdown] lang="en"
# # Use objects well: from three pillars to `super()`
#
# **Afterwards you can** say in which order a name is looked for in an object, its class and the bases; write a `super()` call that stays right in a diamond;
# tell whether a variable belongs to the object or to the class; choose between `@staticmethod`, `@classmethod` and neither; explain what two underscores really do.
#
# **You need** functions, and classes with an `__init__`. **Time**: about 60 minutes for the lesson, 90 for the six questions.
#
# Each step is: predict, run, read why. You learn where your prediction was wrong, so write it down before you press Shift+Enter.

# %% [markdown] lang="zh"
# ## 一、三大特性，各用几行代码
#
# ### 继承：一处写好，处处能用
# 下面的 `label()` 只写在 `Device` 里。**先猜**：`Lamp("hall").label()` 会说自己是 `Device` 还是 `Lamp`？
# %% [markdown] lang="en"
# ## 1. Three pillars, a few lines each
#
# ### Inherit: write it once, use it everywhere
# `label()` below is written in `Device` only. **Predict**: will `Lamp("hall").label()` call itself a `Device` or a `Lamp`?


# %%
class Device:
    def __init__(self, room):
        self.room = room

    def label(self):
        return f"{type(self).__name__} in the {self.room}"


class Lamp(Device):
    def switch_on(self):
        return "light"


class Heater(Device):
    def switch_on(self):
        return "warmth"


print(Lamp("hall").label())
print(Heater("bath").label())

# %% [markdown] lang="zh"
# `label()` 的代码在 `Device` 里，但 `self` 是那盏灯，`type(self)` 就是 `Lamp`。继承来的方法始终在为真正的对象工作。
#
# 内置类型也这样继承。**先猜**下一格的两行输出。
# %% [markdown] lang="en"
# The code of `label()` stands in `Device`, but `self` is the lamp, so `type(self)` is `Lamp`. An inherited method works for the real object.
#
# Built-in types inherit in the same way. **Predict** the two lines of the next cell.

# %%
print(bool.__bases__, isinstance(True, int))
print(True + True)

# %% [markdown] lang="zh"
# `bool` 继承自 `int`，所以 `True` 就是一个整数。以后写“是整数吗”的判断时，记得它会混进来。
#
# ### 多态：只问“会不会”，不问“是什么”
# `Kettle` 什么也没继承。**先猜**：下面的循环走到它时会报错吗？
# %% [markdown] lang="en"
# `bool` inherits from `int`, so `True` is a whole number. Remember it whenever you test for “an integer”.
#
# ### Polymorphism: ask what it can do, not what it is
# `Kettle` inherits from nothing. **Predict**: does the loop fail when it gets there?


# %%
class Kettle:
    def switch_on(self):
        return "hot water"


things = [Lamp("hall"), Kettle(), Heater("bath")]
print([thing.switch_on() for thing in things])

# %% [markdown] lang="zh"
# 不报错。调用只要求对象有 `switch_on`，至于它从哪个类来，没有人问。如果循环里写了 `isinstance(thing, Device)`，水壶就会被无缘无故地挡在门外。
#
# ### 封装：留一扇门，别拆掉墙
# `Jar` 承诺最多装 `capacity` 件东西。**先猜**最后打印几件。
# %% [markdown] lang="en"
# It does not. The call needs an object with `switch_on`; nobody asks which class it came from. An `isinstance(thing, Device)` in the loop would shut the kettle out for no reason.
#
# ### Encapsulate: leave one door, keep the walls
# `Jar` promises to hold at most `capacity` things. **Predict** how many it holds in the end.


# %%
class Jar:
    def __init__(self, capacity):
        self.capacity = capacity
        self.things = []

    def add(self, thing):
        if len(self.things) >= self.capacity:
            return False
        self.things.append(thing)
        return True


jar = Jar(2)
print(jar.add("jam"), jar.add("honey"), jar.add("salt"))
jar.things.append("salt")
print(len(jar.things), "of", jar.capacity)

# %% [markdown] lang="zh"
# 三件。`add` 守住了门，可 `things` 是公开的，谁都能绕过去。单下划线 `_things` 是 Python 程序员之间的约定：“别从外面碰”。
#
# 只改名字还不够。**先猜**：下面的属性是只读的，罐子里的东西就安全了吗？
# %% [markdown] lang="en"
# Three. `add` guards the door, but `things` is public, and anyone can go around. A single underscore, `_things`, is an agreement among Python programmers: hands off from outside.
#
# A new name alone is not enough. **Predict**: the property below is read-only; are the things in the jar safe now?


# %%
class GlassJar:
    def __init__(self, *things):
        self._things = list(things)

    @property
    def things(self):
        return self._things


glass = GlassJar("jam", "honey")
glass.things.clear()
print(glass.things)

# %% [markdown] lang="zh"
# 不安全：属性不能被*替换*，但它交出去的就是罐子自己的列表，别人可以清空它。要给外面看，就给一份副本：`return tuple(self._things)`。
# 同样的漏洞还有一种写法：`class Jar(list)`，这时连 `append` 都成了公开的方法。
# %% [markdown] lang="en"
# They are not. The attribute cannot be *replaced*, yet it hands out the jar's own list, and anyone may empty it. To let others look, give a copy: `return tuple(self._things)`.
# The same hole in another shape is `class Jar(list)`: then even `append` is a public method.

# %% [markdown] lang="zh" q="q01"
# ## Q1 · 三大特性，写进代码（3 分，另有 1 分书面题）
#
# **继承**：`class Channel`，用 `Channel(owner)` 构造，`describe()` 返回 `"<owner> via <class name>"`，其中的类名是对象真正的类。
# `describe` 只定义一次，就在基类里。`class Email(Channel)` 和 `class Sms(Channel)` 各有 `send(text)`，分别返回 `"email to <owner>: <text>"` 和 `"sms to <owner>: <text>"`。
#
# **封装**：`class Inbox`，用 `Inbox(capacity)` 构造。`put(text)` 放进一条消息，返回 `True`；满了就不放，返回 `False`。`read()` 取走并返回最早的一条，没有则返回 `None`
# （空字符串 `""` 也是一条消息）。`len()` 给出现有条数。容量为 0 的收件箱永远是满的。
# 存放消息的容器不能通过任何公开的（不以下划线开头的）属性或方法拿到，也不能通过继承来的 `append` 之类的方法绕过 `put`；每个收件箱有自己的容器，从不共用。
#
# **多态**：`broadcast(senders, text)` 对列表里的每个对象调用一次 `send(text)`，按顺序返回各次返回值的列表。*任何*有 `send` 的对象都行，返回什么就收下什么；空列表得到空列表。
# %% [markdown] lang="en" q="q01"
# ## Q1 · The three pillars, in code (3 points, 1 more for the written part)
#
# **Inheritance**: `class Channel`, made by `Channel(owner)`; `describe()` returns `"<owner> via <class name>"`, where the name is that of the object's real class.
# `describe` is defined once, in the base. `class Email(Channel)` and `class Sms(Channel)` each have `send(text)`, which returns `"email to <owner>: <text>"` and
# `"sms to <owner>: <text>"`.
#
# **Encapsulation**: `class Inbox`, made by `Inbox(capacity)`. `put(text)` keeps a message and returns `True`; when full it keeps nothing and returns `False`. `read()` removes
# and returns the oldest one, or `None` if there is none
# (an empty text `""` is a message too). `len()` is the number kept. An inbox of capacity 0 is always full.
# What holds the messages cannot be reached through any public attribute or method (a name without a leading underscore), nor can an inherited
# method such as `append` go around `put`; each inbox has a store of its own, never shared.
#
# **Polymorphism**: `broadcast(senders, text)` calls `send(text)` once on each object of the list and returns the list of what came back, in order. *Any* object that has
# `send` will do, whatever it returns is kept; an empty list gives an empty list.


# %% q="q01" role="answer"
class Channel:
    """A way to reach `owner`."""

    ### BEGIN SOLUTION
    def __init__(self, owner):
        self.owner = owner

    def describe(self):
        return f"{self.owner} via {type(self).__name__}"

    ### END SOLUTION


class Email(Channel):
    """Sends "email to <owner>: <text>"."""

    ### BEGIN SOLUTION
    def send(self, text):
        return f"email to {self.owner}: {text}"

    ### END SOLUTION


class Sms(Channel):
    """Sends "sms to <owner>: <text>"."""

    ### BEGIN SOLUTION
    def send(self, text):
        return f"sms to {self.owner}: {text}"

    ### END SOLUTION


# %% q="q01" role="answer"
from collections import deque


class Inbox:
    """Keeps at most `capacity` messages, oldest first out."""

    ### BEGIN SOLUTION
    def __init__(self, capacity):
        self._capacity = capacity
        self._messages = deque()

    def __len__(self):
        return len(self._messages)

    def put(self, text):
        if len(self._messages) >= self._capacity:
            return False
        self._messages.append(text)
        return True

    def read(self):
        return self._messages.popleft() if self._messages else None

    ### END SOLUTION


# %% q="q01" role="answer"
def broadcast(senders, text):
    """What each sender's `send(text)` returned, in order."""
    ### BEGIN SOLUTION
    return [sender.send(text) for sender in senders]
    ### END SOLUTION


# %% q="q01" role="check" points=1
# zh: `describe` 只写一次，却说出真正的类名；`broadcast` 让每个通道按自己的方式发送
# en: `describe` is written once yet names the real class; `broadcast` lets every channel send its own way
class Push(Channel):
    def send(self, text):
        return f"push! {text}"


class WorkEmail(Email):
    pass


described = [way.describe() for way in (Email("Ann"), Sms("Bo"), Push("Cy"), WorkEmail("Di"))]
own_copies = sorted({c.__name__ for kind in (Email, Sms) for c in kind.__mro__ if issubclass(c, Channel) and c is not Channel and "describe" in vars(c)})
own_copies += [name for name, one in (("an Email", Email("Ann")), ("an Sms", Sms("Bo"))) if "describe" in getattr(one, "__dict__", {})]
relatives = [c.__name__ for c in (Email, Sms) if Channel in c.__mro__]
crossed = [one.__name__ for one, other in ((Email, Sms), (Sms, Email)) if other in one.__mro__]
sent = [Email("Ann").send("hi"), Sms("Ann").send("hi"), Sms("Bo").send(""), Email("Bo").send("hi"), Sms("Cy").send("hi")]


def nested_kind():
    class Pager(Email):
        pass

    return Pager("Ed")


described += [nested_kind().describe(), Email("Bo").describe(), Sms("Ann").describe()]
answers = broadcast([Sms("Bo"), Push("Cy"), WorkEmail("Di")], "at six")

assert relatives == ["Email", "Sms"], T(
    f"`Email` 和 `Sms` 都应当继承 `Channel`，现在继承它的只有 {relatives}",
    f"`Email` and `Sms` should both inherit from `Channel`; those that do: {relatives}",
)
assert crossed == [], T(
    f"{crossed} 继承了另一种通道：`Email` 和 `Sms` 是并列的，各自直接继承 `Channel`，一条短信不是一种邮件",
    f"{crossed} inherits from the other kind: `Email` and `Sms` stand side by side, each a `Channel`; a text message is no kind of e-mail",
)
assert own_copies == [], T(
    f"{own_copies} 里又定义了一遍 `describe`：它应当只写在 `Channel` 里，由子类继承",
    f"`describe` is defined again in {own_copies}: write it in `Channel` only and let the subclasses inherit it",
)
assert described[:2] == ["Ann via Email", "Bo via Sms"], T(
    f"`Email(\"Ann\").describe()` 和 `Sms(\"Bo\").describe()` 得到 {described[:2]}，应为 ['Ann via Email', 'Bo via Sms']",
    f"`Email(\"Ann\").describe()` and `Sms(\"Bo\").describe()` gave {described[:2]}, expected ['Ann via Email', 'Bo via Sms']",
)
assert described[2:4] == ["Cy via Push", "Di via WorkEmail"], T(
    f"新子类 `Push(Channel)` 和 `WorkEmail(Email)` 的描述是 {described[2:4]}，应为 ['Cy via Push', 'Di via WorkEmail']：类名要在调用时从对象身上取，不能写死",
    f"the new subclasses `Push(Channel)` and `WorkEmail(Email)` say {described[2:4]}, expected ['Cy via Push', 'Di via WorkEmail']: take the class name from the object when "
    "called, do not write it down",
)
assert described[4:] == ["Ed via Pager", "Bo via Email", "Ann via Sms"], T(
    f"写在函数里的 `class Pager(Email)`、另一位主人的 Email 和 Sms，描述是 {described[4:]}，应为 ['Ed via Pager', 'Bo via Email', 'Ann via Sms']：类名是 `__name__`，不要记住别的对象的结果",
    f"a `class Pager(Email)` inside a function, an Email and an Sms of other owners say {described[4:]}, expected ['Ed via Pager', 'Bo via Email', 'Ann via Sms']: the class name is "
    "`__name__`; do not keep what another object said",
)
assert sent == ["email to Ann: hi", "sms to Ann: hi", "sms to Bo: ", "email to Bo: hi", "sms to Cy: hi"], T(
    f"五次 `send` 得到 {sent}，应为 ['email to Ann: hi', 'sms to Ann: hi', 'sms to Bo: ', 'email to Bo: hi', 'sms to Cy: hi']",
    f"five calls of `send` gave {sent}, expected ['email to Ann: hi', 'sms to Ann: hi', 'sms to Bo: ', 'email to Bo: hi', 'sms to Cy: hi']",
)
assert answers == ["sms to Bo: at six", "push! at six", "email to Di: at six"], T(
    f"`broadcast` 返回 {answers}，应按顺序返回 Sms、Push、WorkEmail 各自 `send` 的结果",
    f"`broadcast` returned {answers}, expected what the `send` of Sms, Push and WorkEmail returned, in this order",
)

# %% q="q01" role="check" points=1
# zh: 收件箱先进先出，满了说 `False`，空了说 `None`，容量为 0 时永远是满的
# en: An inbox gives the oldest first, says `False` when full and `None` when empty; with capacity 0 it is always full
def done(action, *arguments):
    try:
        return action(*arguments)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


box = Inbox(2)
puts = [done(box.put, "one"), done(box.put, ""), done(box.put, "three")]
lengths = [done(len, Inbox(2)), done(len, box)]
reads = [done(box.read)]
puts += [done(box.put, "four"), done(box.put, "five")]
reads += [done(box.read), done(box.read), done(box.read), done(box.read)]
lengths += [done(len, box)]
closed = Inbox(0)
shut = [done(closed.put, "x"), done(closed.read), done(len, closed)]
turns = Inbox(3)
in_turns = [done(turns.put, "a"), done(turns.put, "a"), done(turns.put, " b "), done(turns.read), done(turns.put, "c"), done(turns.read), done(turns.read)]
in_turns += [done(turns.put, "d"), done(turns.put, "e"), done(turns.put, "f"), done(turns.read), done(turns.read), done(turns.read), done(turns.read)]
round_again = Inbox(3)
in_turns += [[done(round_again.put, text) for text in "pqr"].count(True), done(round_again.read), done(round_again.read), done(round_again.put, "s"), done(round_again.put, "t")]
in_turns += [done(round_again.read) for _ in range(4)]
wide = Inbox(300)
many = [done(wide.put, f"no. {number}") for number in range(302)].count(True)
wide_reads = [done(wide.read) for _ in range(301)]

assert puts == [True, True, False, True, False] and {type(p) for p in puts} == {bool}, T(
    f"容量 2：放三条，读一条，再放两条，`put` 依次返回 {puts}，应为 [True, True, False, True, False]（None 表示忘了 return）",
    f"capacity 2: three puts, one read, two more puts; `put` returned {puts}, expected [True, True, False, True, False] (None: a forgotten return)",
)
assert reads[0] == "one", T(
    f"放入 'one'、'' 之后第一次 `read()` 得到 {reads[0]!r}，应为最早的 'one'（忘了 return，从另一端取了，或满的时候丢掉了旧消息？）",
    f"after putting 'one' and '' the first `read()` gave {reads[0]!r}, expected the oldest, 'one' (a forgotten return, taken from the other end, or an old message dropped when full?)",
)
assert reads == ["one", "", "four", None, None], T(
    f"`read()` 依次得到 {reads}，应为 ['one', '', 'four', None, None]；空字符串也是一条消息，没有消息时是 None，不是异常",
    f"`read()` gave {reads}, expected ['one', '', 'four', None, None]; an empty text is a message too, and with none left there is None and no exception",
)
assert type(lengths[0]) is int, T(
    f"`len(Inbox(2))` 得到 {lengths[0]!r}，应为 0：`len()` 由 `__len__` 提供",
    f"`len(Inbox(2))` gave {lengths[0]!r}, expected 0: `len()` comes from `__len__`",
)
assert lengths[0] == 0, T(
    f"另一个装满之后，新建的收件箱 `len()` 是 {lengths[0]}：它们共用一个容器，容器要在 `__init__` 里新建",
    f"while another inbox was full, the `len()` of a new one was {lengths[0]}: they share a store; make one in `__init__`",
)
assert lengths == [0, 2, 0], T(
    f"新收件箱、装满之后、读完之后的 `len()` 是 {lengths}，应为 [0, 2, 0]",
    f"`len()` of a new inbox, of a full one and of one read empty was {lengths}, expected [0, 2, 0]",
)
assert in_turns == [True, True, True, "a", True, "a", " b ", True, True, False, "c", "d", "e", None, 3, "p", "q", True, True, "r", "s", "t", None], T(
    f"容量 3，放 'a'、'a'、' b '，读一条，放 'c'，读两条，放 'd'、'e'、'f'，读四条；另一个，放三条（收下几条），读两条，放 's'、't'，读四条：得到 {in_turns}，"
    "应为 [True, True, True, 'a', True, 'a', ' b ', True, True, False, 'c', 'd', 'e', None, 3, 'p', 'q', True, True, 'r', 's', 't', None]。相同的消息也各算一条，消息原样保留",
    f"capacity 3: 'a', 'a', ' b ' put in, one read, 'c' put in, two read, 'd', 'e', 'f' put in, four read; another: three put in (how many are kept), two read, 's', 't' put in, four read: got {in_turns}, "
    "expected [True, True, True, 'a', True, 'a', ' b ', True, True, False, 'c', 'd', 'e', None, 3, 'p', 'q', True, True, 'r', 's', 't', None]. Equal messages count one by one, and each stays as it was put in",
)
assert many == 300 and wide_reads == [*(f"no. {number}" for number in range(300)), None], T(
    f"容量 300，放 302 条：`put` 有 {many} 次返回 True，应为 300（数要用 `==`、`>=` 比，不能用 `is`）；再读 301 次，最先三条和最后三条是 {wide_reads[:3]}、{wide_reads[-3:]}，"
    "应依次是 'no. 0' 到 'no. 299'，然后是 None",
    f"capacity 300, 302 put in: `put` said True {many} times, expected 300 (compare numbers with `==` or `>=`, never with `is`); of 301 reads the first three and the last three gave "
    f"{wide_reads[:3]} and {wide_reads[-3:]}, expected 'no. 0' to 'no. 299', then None",
)
assert shut == [False, None, 0], T(
    f"`Inbox(0)`：`put`、`read`、`len` 得到 {shut}，应为 [False, None, 0]，容量 0 就是永远满（`if capacity` 会把 0 当成“没有限制”）",
    f"`Inbox(0)`: `put`, `read` and `len` gave {shut}, expected [False, None, 0]; capacity 0 means always full (`if capacity` takes 0 for “no limit”)",
)

# %% q="q01" role="hidden" points=1
# zh: 收件箱的容器外面拿不到、彼此不共用；`broadcast` 接受任何有 `send` 的对象
# en: An inbox's store is out of reach and never shared; `broadcast` takes any object that has `send`
import contextlib
import gc
from types import SimpleNamespace


def filled():
    victim = Inbox(3)
    for text in texts:
        victim.put(text)
    return victim


def holds_text(value, depth=5):
    if any(value is text for text in texts):
        return True
    if depth == 0 or callable(value) or isinstance(value, type(gc)):
        return False
    return any(holds_text(part, depth - 1) for part in gc.get_referents(value))


def given_by(method, arguments):
    with contextlib.suppress(Exception):
        return method(*arguments)
    return None


def parts(value):
    """The value, and what it holds under public names."""
    return [value, *(part for name, part in getattr(value, "__dict__", {}).items() if not name.startswith("_"))]


def after(name, attacked):
    """Take one public attribute of a full inbox, a getter's result too; clear or replace it if told to; read everything."""
    victim, value = filled(), None
    with contextlib.suppress(Exception):
        value = getattr(victim, name)
    with contextlib.suppress(Exception):
        if name == "append" and attacked:
            value("smuggled")
        elif callable(value) and name in (vars(Inbox).keys() | getattr(victim, "__dict__", {}).keys()) - {"put", "read", "append"}:
            for part in [part for arguments in ((), ("kept",), (0,)) for part in parts(given_by(value, arguments))]:
                if attacked and holds_text(part):
                    given_by(getattr(part, "clear", None), ())
        elif attacked and holds_text(value):
            for part in parts(value):
                given_by(getattr(part, "clear", None), ())
            for attack in (lambda: setattr(victim, name, type(value)()), lambda: setattr(victim, name, None)):
                with contextlib.suppress(Exception):
                    attack()
    try:
        return [victim.read() for _ in range(5)]
    except Exception as error:
        return type(error).__name__


def grows(name, *arguments):
    """Call what a full inbox has under a public name; does it hold more afterwards, or the message smuggled in?"""
    victim = filled()
    before_call = len(victim)
    with contextlib.suppress(Exception):
        getattr(victim, name)(*arguments)
    more = len(victim) > before_call
    with contextlib.suppress(Exception):
        return more or "smuggled" in [victim.read() for _ in range(5)]
    return more


texts = [f"{letter}!" for letter in "pqr"]
in_order = [filled().read(), *after("put", False)]
public = sorted(name for name in object.__dir__(filled()) if not name.startswith("_"))
left = {name: [after(name, False), after(name, True)] for name in public}
own = getattr(filled(), "__dict__", {})
smuggled = {name: ("smuggled",) for name, value in own.items() if type(name) is str and not name.startswith("_") and name not in ("put", "read") and callable(value)}
smuggled |= {"append": ("smuggled",), "appendleft": ("smuggled",), "put_nowait": ("smuggled",), "extend": (["smuggled"],), "insert": (0, "smuggled")}
ways_in = sorted(str(name) for name, arguments in smuggled.items() if grows(name, *arguments))

one, other = Inbox(1), Inbox(2)
apart = [one.put("mine"), other.put("yours"), other.put("also"), one.put("more"), len(one), other.read(), one.read(), one.read()]
in_turn = []
for number in range(30):
    brief = Inbox(1)
    in_turn += [len(brief), brief.put(f"message {number}")]
    del brief


class Silent:
    """Falsy, unhashable, no relative of Channel."""

    def __len__(self):
        return 0

    def __eq__(self, _):
        return True

    def send(self, text):
        calls.append(text)


class Station:
    @classmethod
    def send(cls, text):
        return [cls.__name__, text]


calls = []
silent = Silent()
senders = [silent, SimpleNamespace(send=lambda text: len(text)), Station, silent, SimpleNamespace(send=lambda text: "")]
try:
    heard = broadcast(senders, "all aboard")
    nothing = broadcast([], "hello?")
except Exception as error:
    heard, nothing = f"{type(error).__name__}: {error}", None
remaining = len(senders)

assert in_order == ["p!", "p!", "q!", "r!", None, None], T(
    f"容量 3，放入 'p!'、'q!'、'r!'：读一次，另一个新的、同样装满的收件箱读五次，得到 {in_order}",
    f"capacity 3, 'p!', 'q!', 'r!' put in: one read, and five of another, new inbox filled the same way, gave {in_order}",
)
assert all(calm == attacked for calm, attacked in left.values()), T(
    f"通过公开的 {[name for name, (calm, attacked) in left.items() if calm != attacked]} 可以绕过 `put` 和 `read` 改动收件箱："
    "容器应放在带下划线的名字下，不要交出它本身，也不要继承 list、deque 或 Queue",
    f"through the public {[name for name, (calm, attacked) in left.items() if calm != attacked]} an inbox can be changed past `put` and `read`: "
    "keep the store under a name with an underscore, do not hand it out, do not inherit from list, deque or Queue",
)
assert ways_in == [], T(
    f"收件箱已满，调用它公开的 {ways_in} 之后却多了消息，或者挤掉了一条：容器的方法被公开了（存成公开的属性，或由 `__getattr__` 转交），绕过了 `put`",
    f"a full inbox held more, or a new message in place of one, after a call of its public {ways_in}: a method of the store is public (kept as a public attribute, or handed on by `__getattr__`) and goes around `put`",
)
assert apart == [True, True, True, False, 1, "yours", "mine", None], T(
    f"容量 1 和 2 的两个收件箱交替使用得到 {apart}，应为 [True, True, True, False, 1, 'yours', 'mine', None]：它们共用了容器，或共用了容量吗？",
    f"two inboxes, of capacity 1 and 2, used in turn gave {apart}, expected [True, True, True, False, 1, 'yours', 'mine', None]: do they share a store, or the capacity?",
)
assert in_turn == [0, True] * 30, T(
    "先后建立、各自丢弃的收件箱里出现了前一个的消息：容器是共用的，或按 `id()` 登记（`id` 会被重复使用）",
    "inboxes made one after another and dropped held messages of earlier ones: the store is shared, or kept by `id()`, which is used again",
)
assert heard == [None, 10, ["Station", "all aboard"], None, ""], T(
    f"`broadcast` 给五个有 `send` 的对象（不是 Channel，有的为假值、不可哈希，一个出现两次）得到 {heard}，应原样收下每个返回值：[None, 10, ['Station', 'all aboard'], None, '']",
    f"`broadcast` to five objects with `send` (no Channels, one of them falsy and unhashable, one there twice) gave {heard}, expected each return value as it came: [None, 10, "
    "['Station', 'all aboard'], None, '']",
)
assert [*calls, nothing, remaining] == ["all aboard", "all aboard", [], 5], T(
    f"同一个对象出现两次，它的 `send` 收到 {calls}；空列表得到 {nothing!r}，应为 []；之后给的列表里还有 {remaining} 个对象，应仍为 5",
    f"one object is there twice, its `send` got {calls}; an empty list gave {nothing!r}, expected []; {remaining} objects are left in the list given, expected still 5",
)

# %% [markdown] lang="zh" q="q01" role="hint"
# 三个部分互不相干，一个一个来。`describe` 在基类里：它怎样才能知道对象真正的类？回头看课文里的 `label()`。
# %% [markdown] lang="en" q="q01" role="hint"
# The three parts have nothing to do with one another; take them one by one. `describe` stands in the base: how can it know the object's real class? Look at `label()` in the
# lesson.

# %% [markdown] lang="zh" q="q01" role="hint"
# `Inbox` 的容器要在 `__init__` 里创建，而不是写在类体里，名字以下划线开头。`put` 先看满没满，再放。`len()` 由 `__len__` 提供。`broadcast` 里不需要任何 `if`。
# %% [markdown] lang="en" q="q01" role="hint"
# Make the store of an `Inbox` in `__init__`, not in the class body, under a name with a leading underscore. `put` looks whether it is full before it adds. `len()` comes from
# `__len__`. `broadcast` needs no `if`.

# %% [markdown] lang="zh" q="q01" role="hint"
# 骨架：
# ```python
# def put(self, text):
#     if len(...) >= ...:
#         return False
#     ...
#
# def broadcast(senders, text):
#     return [... for sender in senders]
# ```
# `read()` 用 `popleft()`，之前先看里面有没有东西。
# %% [markdown] lang="en" q="q01" role="hint"
# The skeleton:
# ```python
# def put(self, text):
#     if len(...) >= ...:
#         return False
#     ...
#
# def broadcast(senders, text):
#     return [... for sender in senders]
# ```
# `read()` uses `popleft()`, after a look whether there is anything.

# %% [markdown] lang="zh" q="q01"
# **书面题（1 分）**：用自己的话说明三大特性各解决什么问题，每个都从你上面的代码里举一处为证。另外：为什么 `broadcast` 里写 `isinstance(sender, Channel)` 反而更差？
# %% [markdown] lang="en" q="q01"
# **In your own words (1 point)**: what problem does each of the three pillars solve? Point to one place in your code above for each. And why would
# `isinstance(sender, Channel)` make `broadcast` worse?

# %% [markdown] lang="zh" q="q01" role="words"
# ### BEGIN SOLUTION
# 继承让共同的代码只写一次：`describe` 只在 `Channel` 里，`Email`、`Sms` 和以后的子类都能用，改也只改一处。
# 封装把数据和守护它的规则放在一起，外面只用 `put` 和 `read`，容量的承诺就不会被绕过，内部从 list 换成 deque 也不影响别人。
# 多态让调用者只依赖“有 `send`”：同一行 `sender.send(text)`，做什么由对象自己的类决定。`isinstance` 会把没有继承 `Channel` 但同样能发送的对象挡在外面，新种类每加一个都要改它。
#
# - [ ] 继承：共同的行为只写一处，并指出自己代码里的位置（如 `describe`）
# - [ ] 封装：外部只经过方法使用对象，规则因此守得住，或内部因此可更换；指出位置（如 `put`）
# - [ ] 多态：同一个调用，由对象自己的类决定做什么；指出位置（如 `sender.send(text)`）
# - [ ] 说明 `isinstance` 会拒绝没有继承关系却有 `send` 的对象，或每加一种都要修改
# ### END SOLUTION
# %% [markdown] lang="en" q="q01" role="words"
# ### BEGIN SOLUTION
# Inheritance lets common code be written once: `describe` stands in `Channel` only, serves `Email`, `Sms` and subclasses to come, and is changed in one place.
# Encapsulation keeps data together with the rules that guard it: outsiders use `put` and `read`, so nobody goes past the capacity, and the list inside may become a deque
# without anyone noticing.
# Polymorphism lets a caller depend on “has `send`” only: there is one line, `sender.send(text)`, and each object's own class decides what it does. `isinstance` would refuse
# objects that can send but do not inherit from `Channel`, and would have to change with every new kind.
#
# - [ ] Inheritance: common behaviour is written once, with a place in the own code (such as `describe`)
# - [ ] Encapsulation: others use the object through its methods, so rules hold, or the inside can change, with a place (such as `put`)
# - [ ] Polymorphism: one call, the object's own class decides what happens, with a place (such as `sender.send(text)`)
# - [ ] Says that `isinstance` refuses unrelated objects that have `send`, or must be changed for every new kind
# ### END SOLUTION

# %% [markdown] lang="zh" q="q01" role="solution"
# 为什么是 `type(self).__name__` 而不是每个子类一个 `name = "Email"`：后者在 `class WorkEmail(Email)` 上会说谎，直到有人想起来补上。
#
# 为什么用 `deque` 却不用 `deque(maxlen=capacity)`：带 `maxlen` 的 deque 满了会默默丢掉最旧的一条，题目要的恰好相反，满了要拒绝新的。为什么不写 `if self._capacity and …`：
# 0 是假值，容量 0 就成了“不限”。
#
# 最常见的错误是把 `_messages = []` 写进类体：单独测试一个收件箱完全正常，两个一起用才露馅。把容器存进以 `id(self)` 为键的全局字典也一样危险，对象消失后 `id` 会分给下一个。
# %% [markdown] lang="en" q="q01" role="solution"
# Why `type(self).__name__` and not a `name = "Email"` in each subclass: that one lies for `class WorkEmail(Email)` until somebody remembers to add another.
#
# Why a `deque` but no `deque(maxlen=capacity)`: with `maxlen` a full deque silently drops its oldest item, and the question wants the opposite, the new one refused. Why not
# `if self._capacity and …`: 0 is falsy, and capacity 0 would mean “no limit”.
#
# The most frequent mistake is `_messages = []` in the class body: one inbox alone works perfectly, two together give it away. A global dict keyed by `id(self)` is as
# dangerous, since an `id` goes to the next object once the first is gone.

# %% [markdown] lang="zh"
# ## 二、`super()` 问的是“下一个”，不是“上一级”
#
# ### 看一个类把话传给它不认识的类
# 四个类排成菱形，每个 `hello` 先报自己的名字，再让 `super()` 接着说。`East` 的代码里只写了 `Top`。**先猜**：`South().hello()` 得到什么？
# %% [markdown] lang="en"
# ## 2. `super()` asks the next class, not the parent
#
# ### Watch a class hand over to one it has never heard of
# Four classes form a diamond; each `hello` says its own name and lets `super()` go on. The code of `East` mentions only `Top`. **Predict** what `South().hello()` gives.


# %%
class Top:
    def hello(self):
        return "Top"


class East(Top):
    def hello(self):
        return "East, then " + super().hello()


class West(Top):
    def hello(self):
        return "West, then " + super().hello()


class South(East, West):
    def hello(self):
        return "South, then " + super().hello()


print(East().hello())
print(South().hello())

# %% [markdown] lang="zh"
# 同一段 `East.hello`，对象是 `East` 时后面是 `Top`，对象是 `South` 时后面却是它的兄弟 `West`。
# 因为 Python 为每个*类*排好了一条队，叫方法解析顺序（MRO），`super()` 用的是**对象所属类**的那条队，从当前类的下一位开始找。
# “`super` 往上找父类”这句话，只在没有菱形时碰巧成立。
#
# ![左：South 继承 East 和 West，MRO 依次是 South、East、West、Top、object；右：在 East 与 West 之间插入 Mid 后，同一个 East 的下一位变成了 Mid](../assets/01_oop/mro.png)
#
# 图里的橙色路线可以用 `mro()` 核对：
# %% [markdown] lang="en"
# The same `East.hello` is followed by `Top` when the object is an `East`, and by its sibling `West` when it is a `South`.
# Python gives each *class* a queue, the method resolution order (MRO). `super()` takes the queue of the **object's class** and starts to look just behind the class where it
# is written.
# “`super` looks up to the parent” happens to be true only where there is no diamond.
#
# ![Left: South inherits from East and West, its MRO is South, East, West, Top, object. Right: with Mid in between, the same East is followed by Mid](../assets/01_oop/mro.png)
#
# Check the orange path in the figure with `mro()`:

# %%
print([c.__name__ for c in South.mro()])
print([c.__name__ for c in East.mro()])
print(super(East, South()).hello())

# %% [markdown] lang="zh"
# 最后一行是完整写法：`super(East, obj)` 的意思是“在 `obj` 的队里，从 `East` 之后开始找”。不带参数的 `super()` 由编译器替你填上这两样：写这段代码的类，和方法的第一个参数。
#
# ### 队是怎样排的
# 常听到的说法是“深度优先、从左到右”。**先猜**：照这个规则，`South` 之后是 `East`，再之后该是谁？和上面的输出对得上吗？
# %% [markdown] lang="en"
# The last line is the full form: `super(East, obj)` means “in the queue of `obj`, begin behind `East`”. For a bare `super()` the compiler fills in both: the class in which
# the code is written, and the method's first argument.
#
# ### How the queue is made
# One often hears “depth first, left to right”. **Predict**: by that rule, who comes behind `South` and `East`? Does it agree with the output above?


# %%
def depth_first(cls):
    """What the popular rule would give."""
    return [cls.__name__] + [name for base in cls.__bases__ for name in depth_first(base)]


print("popular:", depth_first(South))
print("Python: ", [c.__name__ for c in South.__mro__])

# %% [markdown] lang="zh"
# 对不上：那条规则让 `Top` 排在 `West` 之前，`Top` 的通用版本就会盖住 `West` 的专门版本。Python 用的是 C3 算法，它守两条规矩：
# 子类总在它的基类之前；类定义里基类从左到右的次序在整条队里都保持。
#
# 两条规矩有时无法同时满足。**先猜**：`class Knot(Top, East)` 会怎样？（`East` 是 `Top` 的子类。）
# %% [markdown] lang="en"
# It does not: that rule puts `Top` before `West`, so the general version would hide the special one. Python uses C3, which keeps two promises:
# a class stands before its bases, and the left-to-right order of bases in a class statement holds in the whole queue.
#
# Sometimes both cannot be kept. **Predict** what `class Knot(Top, East)` does. (`East` is a subclass of `Top`.)

# %%
try:

    class Knot(Top, East):
        pass

except TypeError as error:
    print(error)
print([c.__name__ for c in type("Knot", (East, Top), {}).mro()])

# %% [markdown] lang="zh"
# 第一条规矩要 `East` 在前，第二条要 `Top` 在前，于是类根本建不起来。把次序换成 `(East, Top)` 就好。
#
# ### 三个常踩的坑
# **坑一**：有人把 `super()` 写成 `super(type(self), self)`。**先猜**：单独用没问题，有了子类呢？
# %% [markdown] lang="en"
# The first promise wants `East` in front, the second `Top`, so the class cannot be made at all. Write `(East, Top)` and it can.
#
# ### Three traps
# **Trap one**: some write `super(type(self), self)` for `super()`. **Predict**: fine alone, but with a subclass?


# %%
class Report(Top):
    def hello(self):
        return "Report, then " + super(type(self), self).hello()


class Draft(Report):
    pass


print(Report().hello())
try:
    print(Draft().hello())
except RecursionError as error:
    print("RecursionError:", str(error)[:32])

# %% [markdown] lang="zh"
# 对象是 `Draft` 时，`type(self)` 永远是 `Draft`，它的下一位永远是 `Report`，于是 `Report.hello` 不停地调用自己。该填的是*写代码的那个类*，不是对象的类。
#
# **坑二**：合作式的 `__init__`。每个类取走自己的关键字参数，其余用 `**kw` 传下去。**先猜**：多传一个谁都不要的参数，谁来报错？
# %% [markdown] lang="en"
# With a `Draft`, `type(self)` is always `Draft`, whose next is always `Report`, so `Report.hello` calls itself for ever. What belongs there is *the class the code stands in*,
# not the object's.
#
# **Trap two**: cooperative `__init__`. Each class takes its own keywords and passes the rest on with `**kw`. **Predict**: who complains about an argument that nobody wants?


# %%
class Named:
    def __init__(self, *, name, **kw):
        super().__init__(**kw)
        self.name = name


class Priced:
    def __init__(self, *, price, **kw):
        super().__init__(**kw)
        self.price = price


class Product(Named, Priced):
    pass


print(vars(Product(name="tea", price=3)))
try:
    Product(name="tea", price=3, colour="green")
except TypeError as error:
    print(error)

# %% [markdown] lang="zh"
# 队尾的 `object` 报错，所以信息里看不到 `Product`，初见时很难懂。看到 `object.__init__() takes exactly one argument`，就去找那个没人领走的关键字。
#
# **坑三**：推导式里的 `super()`。**先猜**：列表推导式和生成器表达式，哪个能用？
# %% [markdown] lang="en"
# `object`, at the end of the queue, does, so the message does not mention `Product` and is hard to read at first. When you see `object.__init__() takes exactly one argument`,
# look for the keyword that nobody took.
#
# **Trap three**: `super()` inside a comprehension. **Predict**: a list comprehension, a generator expression; which of the two works?

# %%
import sys


class Choir(Top):
    def as_list(self):
        return [super().hello() for _ in range(2)]

    def as_generator(self):
        return list(super().hello() for _ in range(2))


for sing in (Choir().as_list, Choir().as_generator):
    try:
        outcome = sing()
    except TypeError as error:
        outcome = f"TypeError: {error}"
    print(sys.version_info[:2], sing.__name__, outcome)

# %% [markdown] lang="zh"
# 3.11 及更早版本把推导式编译成一个隐藏的函数，`super()` 在那里找不到 `self`，抛出 `TypeError`。
# 3.12 起列表推导式直接嵌在方法里（[PEP 709](https://peps.python.org/pep-0709/)），就能用了。
# 生成器表达式仍是独立的函数，所以稳妥的写法是先在外面写 `parent = super()`。
# %% [markdown] lang="en"
# Up to 3.11 a comprehension is compiled into a hidden function, in which `super()` finds no `self`: `TypeError`. From 3.12 on a list comprehension is part of the method
# itself ([PEP 709](https://peps.python.org/pep-0709/)), and it works.
# A generator expression still is a function of its own, so the safe way is `parent = super()` outside.

# %% [markdown] lang="zh" q="q02"
# ## Q2 · `super()` 到底做了什么（3 分，另有 1 分书面题）
#
# 写 `class Base`、`class Left(Base)`、`class Right(Base)`、`class Bottom(Left, Right)`，各有自己的 `visit()`，返回类名的列表：先是定义这个方法的类自己的名字，
# 然后接上 MRO 中下一个类的 `visit()` 说的内容。
# `Base` 是终点，不管它后面还有谁。每次调用都从头得到一个新列表。
#
# 这四个类在别人写的新子类里也必须正确：基类的次序可能不同，中间可能插进一个兄弟类，它的 `visit()` 可以返回任意的列表，也可能不再往下传；自己没有 `visit` 的子类不出现在结果里。
#
# 再写 `next_in_mro(obj, cls)`：返回 `super(cls, obj)` 开始查找的那个类（类本身，不是名字）；`cls` 是最后一个时返回 `None`；`obj` 不是 `cls` 的实例时抛出 `TypeError`。
# 对内置类型同样要对。
# %% [markdown] lang="en" q="q02"
# ## Q2 · What `super()` really does (3 points, 1 more for the written part)
#
# Write `class Base`, `class Left(Base)`, `class Right(Base)` and `class Bottom(Left, Right)`, each with a `visit()` of its own that returns a list of class names: first the
# name of the class that defines it, then what the `visit()` of the next class in the MRO says.
# `Base` is the end, whoever may come behind it. Each call makes a new list.
#
# The four must stay right in new subclasses that others write: with bases in another order, or with a sibling in between, whose `visit()` may return any list and may not pass
# the call on. A subclass without a `visit` of its own does not appear in the result.
#
# Also write `next_in_mro(obj, cls)`: the class where `super(cls, obj)` starts to look (the class itself, not its name), `None` where `cls` is the last one, and a `TypeError`
# where `obj` is not an instance of `cls`. It must be right for built-in types too.


# %% q="q02" role="answer"
class Base:
    """The end of every chain of `visit` calls."""

    ### BEGIN SOLUTION
    def visit(self):
        return ["Base"]

    ### END SOLUTION


class Left(Base):
    """Says its name, then what the next class says."""

    ### BEGIN SOLUTION
    def visit(self):
        return ["Left", *super().visit()]

    ### END SOLUTION


class Right(Base):
    """Says its name, then what the next class says."""

    ### BEGIN SOLUTION
    def visit(self):
        return ["Right", *super().visit()]

    ### END SOLUTION


class Bottom(Left, Right):
    """Says its name, then what the next class says."""

    ### BEGIN SOLUTION
    def visit(self):
        return ["Bottom", *super().visit()]

    ### END SOLUTION


# %% q="q02" role="answer"
def next_in_mro(obj, cls):
    """The class where `super(cls, obj)` starts to look, None after the last."""
    ### BEGIN SOLUTION
    if not isinstance(obj, cls):
        raise TypeError(f"{obj!r} is not an instance of {cls.__name__}")
    order = type(obj).__mro__
    place = order.index(cls) + 1
    return order[place] if place < len(order) else None
    ### END SOLUTION


# %% q="q02" role="check" points=1
# zh: 四个类的 `visit()` 各报自己的名字，再接上 MRO 的下一个，调用几次都一样
# en: The `visit()` of each of the four says its own name and what the next class says, however often it is called
def visit_of(thing):
    try:
        said = thing.visit()
    except Exception as error:
        return type(error).__name__
    return said[:] if type(said) is list else said


bottom = Bottom()
family = [c.__name__ for c in Bottom.__mro__ if c in (Base, Left, Right, Bottom)]
twice = [visit_of(bottom), visit_of(bottom)]
others = [visit_of(Base()), visit_of(Left()), visit_of(Right())]


def visit_again(thing):
    """What the second call says after the list of the first was changed."""
    try:
        said = thing.visit()
        said.append("(changed)")
        again = list(thing.visit())
        said.remove("(changed)")
    except Exception as error:
        return type(error).__name__
    return again


after_change = [visit_again(kind()) for kind in (Base, Left, Right, Bottom)]

assert family == ["Bottom", "Left", "Right", "Base"], T(
    f"`Bottom` 的 MRO 里这四个类依次是 {family}，应为 ['Bottom', 'Left', 'Right', 'Base']：检查各个类的基类",
    f"in the MRO of `Bottom` the four stand as {family}, expected ['Bottom', 'Left', 'Right', 'Base']: look at the bases of the classes",
)
assert "RecursionError" not in twice, T(
    "`Bottom().visit()` 无穷递归：`super()` 的第一个参数应是写代码的类，`type(self)` 或 `self.__class__` 在子类里会一直指向自己",
    "`Bottom().visit()` recursed for ever: `super()` needs the class the code stands in; `type(self)` or `self.__class__` points back to itself in a subclass",
)
assert twice[0] != ["Bottom", "Left", "Base", "Right", "Base"], T(
    "`Bottom().visit()` 里 `Base` 出现了两次：不要逐个调用每个基类，`super()` 一次就走完整条队",
    "`Base` is there twice in `Bottom().visit()`: do not call each base by name, one `super()` goes along the whole queue",
)
assert twice[0] == ["Bottom", "Left", "Right", "Base"], T(
    f"`Bottom().visit()` 得到 {twice[0]}，应为 ['Bottom', 'Left', 'Right', 'Base']：每个类只报自己的名字，再交给 `super()`",
    f"`Bottom().visit()` gave {twice[0]}, expected ['Bottom', 'Left', 'Right', 'Base']: each class says its own name only and leaves the rest to `super()`",
)
assert twice[1] == ["Bottom", "Left", "Right", "Base"], T(
    f"第二次调用 `visit()` 得到 {twice[1]}：列表被保存下来反复使用了，每次都要新建",
    f"the second call of `visit()` gave {twice[1]}: a list is kept and used again, make a new one each time",
)
assert others == [["Base"], ["Left", "Base"], ["Right", "Base"]], T(
    f"`Base()`、`Left()`、`Right()` 的 `visit()` 得到 {others}，应为 [['Base'], ['Left', 'Base'], ['Right', 'Base']]",
    f"`visit()` of `Base()`, `Left()` and `Right()` gave {others}, expected [['Base'], ['Left', 'Base'], ['Right', 'Base']]",
)
assert after_change == [["Base"], ["Left", "Base"], ["Right", "Base"], ["Bottom", "Left", "Right", "Base"]], T(
    f"给 Base、Left、Right、Bottom 的对象第一次返回的列表加上 '(changed)'，同一个对象第二次的 `visit()` 得到 {after_change}：每次调用都要新建一个列表，不能把保存的那个交出去",
    f"'(changed)' was added to the list that an object of Base, Left, Right, Bottom gave first, and its second `visit()` gave {after_change}: make a new list at each call, do "
    "not hand out one that is kept",
)


# %% q="q02" role="check" points=1
# zh: `next_in_mro` 按对象的 MRO 找下一个类，到头是 `None`，不是实例则 `TypeError`
# en: `next_in_mro` goes by the object's MRO, gives `None` at the end and `TypeError` for no instance
def next_name(thing, cls):
    try:
        found = next_in_mro(thing, cls)
    except TypeError:
        return "TypeError"
    except Exception as error:
        return type(error).__name__
    return f"class {found.__name__}" if isinstance(found, type) else repr(found)


class Root:
    pass


class Arm(Root):
    pass


class Leg(Root):
    pass


class Whole(Arm, Leg):
    pass


nexts = [next_name(Whole(), Whole), next_name(Whole(), Arm), next_name(Whole(), Leg), next_name(Arm(), Arm)]
ends = [next_name(Leg(), Root), next_name(Leg(), object)]
strangers = [next_name(Arm(), Leg), next_name(Root(), Whole)]

assert nexts[1] != "class Root", T(
    "`class Whole(Arm, Leg)`，两者都继承 `Root`：`next_in_mro(Whole(), Arm)` 得到 Root。那是 `Arm` 自己的基类；对象是 `Whole`，要看 `Whole` 的 MRO，`Arm` 之后是它的兄弟 `Leg`",
    "`class Whole(Arm, Leg)`, both from `Root`: `next_in_mro(Whole(), Arm)` gave Root, the base of `Arm`. "
    "The object is a `Whole`, and in its MRO the sibling `Leg` comes behind `Arm`",
)
assert nexts == ["class Arm", "class Leg", "class Root", "class Root"], T(
    f"`class Whole(Arm, Leg)`，两者都继承 `Root`：(Whole(), Whole)、(Whole(), Arm)、(Whole(), Leg)、(Arm(), Arm) 得到 {nexts}，应为类 Arm、Leg、Root、Root",
    f"`class Whole(Arm, Leg)`, both from `Root`: (Whole(), Whole), (Whole(), Arm), (Whole(), Leg), (Arm(), Arm) gave {nexts}, expected the classes Arm, Leg, Root, Root",
)
assert ends == ["class object", "None"], T(
    f"`next_in_mro(Leg(), Root)` 和 `next_in_mro(Leg(), object)` 得到 {ends}，应为类 object 和 None",
    f"`next_in_mro(Leg(), Root)` and `next_in_mro(Leg(), object)` gave {ends}, expected the class object and None",
)
assert strangers == ["TypeError", "TypeError"], T(
    f"`next_in_mro(Arm(), Leg)` 和 `next_in_mro(Root(), Whole)` 的对象都不是该类的实例，应抛出 TypeError，得到 {strangers}",
    f"in `next_in_mro(Arm(), Leg)` and `next_in_mro(Root(), Whole)` the object is no instance of the class: expected TypeError, got {strangers}",
)


# %% q="q02" role="hidden" points=1
# zh: 换了次序、插了兄弟、提前结束的新子类里仍然正确，`next_in_mro` 也一样
# en: Still right under new subclasses: another order, a sibling in between, a chain cut short; `next_in_mro` too
def told(call, *arguments):
    """What came back; a class as "class <name>", an exception as its name."""
    try:
        came = call(*arguments)
    except Exception as problem:
        return "TypeError" if isinstance(problem, TypeError) else type(problem).__name__
    if isinstance(came, type):
        return f"class {came.__name__}"
    return came[:] if type(came) is list else repr(came)


class Between(Base):
    def visit(self):
        return ["(a sibling)", *super().visit()]


class Stop(Base):
    def visit(self):
        return ["stop"]


class Apart:
    def visit(self):
        return ["apart"]


class Flipped(Right, Left):
    pass


class Wide(Left, Between, Right):
    pass


class Under(Bottom, Between):
    def visit(self):
        return ["Under", *super().visit()]


class Cut(Left, Stop, Right):
    pass


class Hush(Base):
    pass


class HushLeft(Left):
    pass


class PastHush(Left, Hush, Right):
    pass


class PastBoth(Bottom, HushLeft, Hush, Between):
    pass


class Beside(Left, Apart):
    pass


class Kept(Base):
    stored = ("kept",)

    def visit(self):
        return lists.setdefault(type(self).__name__, list(self.stored))


class KeptLeft(Left):
    stored = ("kept", "left")

    def visit(self):
        return lists.setdefault(type(self).__name__, list(self.stored))


class BehindLeft(Left, Kept):
    pass


class BehindRight(Right, Kept):
    pass


class BehindBottom(Bottom, KeptLeft):
    pass


class Odd(Base):
    def visit(self):
        return ["Left", 7, None, "Base", "Right", "Bottom"]


class OddLeft(Left):
    def visit(self):
        return ["Left", 7, None, "Base", "Right", "Bottom"]


class Mute(Base):
    def visit(self):
        return []


class MuteLeft(Left):
    def visit(self):
        return []


def joined(*bases):
    return told(type("Joined", bases, {})().visit)


class Stem:
    pass


class Twig(Stem):
    pass


class Pair(Twig, Apart):
    pass


class Riap(Apart, Twig):
    pass


orders = {c.__name__: told(c().visit) for c in (Flipped, Wide, Under, Cut, Beside, PastHush, PastBoth)}
lists = {}
stored_ways = [[told(c().visit), told(c().visit)] for c in (BehindLeft, BehindRight, BehindBottom)]
stored_lists = [list(lists.get(c.__name__, ())) for c in (BehindLeft, BehindRight, BehindBottom)]
odd_lists = [joined(Left, Odd), joined(Right, Odd), joined(Bottom, OddLeft)]
empty_lists = [joined(Left, Mute), joined(Right, Mute), joined(Bottom, MuteLeft)]
start_later = told(super(Left, Wide()).visit), told(super(Left, Under()).visit)
own_classes = [told(next_in_mro, *case) for case in ((Pair(), Stem), (Pair(), Twig), (Pair(), Apart), (Riap(), Apart), (Riap(), Twig))]
built_in = [told(next_in_mro, *case) for case in ((True, bool), (True, int), (7, object), (7, bool), ([], list), ({}, object), (set(), dict))]
namesake = told(next_in_mro, Pair(), type("Twig", (), {}))

assert orders["Flipped"] == ["Right", "Left", "Base"], T(
    f"`class Flipped(Right, Left)`，自己没有 `visit`：得到 {orders['Flipped']}，应为 ['Right', 'Left', 'Base']",
    f"`class Flipped(Right, Left)` without a `visit` of its own gave {orders['Flipped']}, expected ['Right', 'Left', 'Base']",
)
assert orders["Wide"] == ["Left", "(a sibling)", "Right", "Base"] and orders["Under"] == ["Under", "Bottom", "Left", "Right", "(a sibling)", "Base"], T(
    f"插入一个兄弟类后得到 {orders['Wide']} 和 {orders['Under']}，"
    "应为 ['Left', '(a sibling)', 'Right', 'Base'] 和 ['Under', 'Bottom', 'Left', 'Right', '(a sibling)', 'Base']：下一个类要由 `super()` 去找，它说什么就接什么",
    f"with a sibling in between came {orders['Wide']} and {orders['Under']}, "
    "expected ['Left', '(a sibling)', 'Right', 'Base'] and ['Under', 'Bottom', 'Left', 'Right', '(a sibling)', 'Base']: let `super()` find the next class and add what it says",
)
assert orders["PastHush"] == ["Left", "Right", "Base"] and orders["PastBoth"] == ["Bottom", "Left", "Right", "(a sibling)", "Base"], T(
    f"`class Hush(Base)` 和 `class HushLeft(Left)` 自己没有 `visit`；`class PastHush(Left, Hush, Right)` 和 `class PastBoth(Bottom, HushLeft, Hush, Between)` 得到 {orders['PastHush']} 和 {orders['PastBoth']}，"
    "应为 ['Left', 'Right', 'Base'] 和 ['Bottom', 'Left', 'Right', '(a sibling)', 'Base']：没有 `visit` 的类要跳过，接着在对象的 MRO 里找，不能去问它继承了谁的",
    f"`class Hush(Base)` and `class HushLeft(Left)` have no `visit` of their own; `class PastHush(Left, Hush, Right)` and `class PastBoth(Bottom, HushLeft, Hush, Between)` gave {orders['PastHush']} and "
    f"{orders['PastBoth']}, expected ['Left', 'Right', 'Base'] and ['Bottom', 'Left', 'Right', '(a sibling)', 'Base']: pass over a class without a `visit` and look on in the object's MRO, do not "
    "ask what that class inherits",
)
assert orders["Cut"] == ["Left", "stop"], T(
    f"中间的兄弟类不再往下传：得到 {orders['Cut']}，应为 ['Left', 'stop']",
    f"a sibling in between does not pass the call on: got {orders['Cut']}, expected ['Left', 'stop']",
)
assert [first_time for first_time, _ in stored_ways] == [["Left", "kept"], ["Right", "kept"], ["Bottom", "kept", "left"]], T(
    f"`class Kept(Base)` 与 `class KeptLeft(Left)` 返回自己的列表；(Left, Kept)、(Right, Kept)、(Bottom, KeptLeft) 的新子类得到 {[first_time for first_time, _ in stored_ways]}，"
    "应为 [['Left', 'kept'], ['Right', 'kept'], ['Bottom', 'kept', 'left']]：下一个类不一定是 `Left`、`Right` 或 `Base`，要由 `super()` 去找",
    f"`class Kept(Base)` and `class KeptLeft(Left)` return lists of their own; new subclasses of (Left, Kept), (Right, Kept), (Bottom, KeptLeft) gave "
    f"{[first_time for first_time, _ in stored_ways]}, expected [['Left', 'kept'], ['Right', 'kept'], ['Bottom', 'kept', 'left']]: the next class need not be `Left`, `Right` or "
    "`Base`, let `super()` find it",
)
assert stored_lists == [["kept"], ["kept"], ["kept", "left"]] and all(first_time == second_time for first_time, second_time in stored_ways), T(
    f"下一个类每次返回它保存的同一个列表（['kept']、['kept']、['kept', 'left']），在 Left、Right、Bottom 的 `visit()` 各调用两次之后它们变成 {stored_lists}：往别人的列表里插入了，要新建一个",
    f"the next class returns one list that it keeps (['kept'], ['kept'], ['kept', 'left']); after two calls of the `visit()` of Left, Right, Bottom these are {stored_lists}: "
    "something was inserted into another's list, make a new one",
)
assert orders["Beside"] == ["Left", "Base"], T(
    f"`Base` 之后还有一个不相干的类：得到 {orders['Beside']}，应为 ['Left', 'Base']，`Base` 是终点",
    f"an unrelated class comes behind `Base`: got {orders['Beside']}, expected ['Left', 'Base'], for `Base` is the end",
)
assert start_later == (["(a sibling)", "Right", "Base"], ["Right", "(a sibling)", "Base"]), T(
    f"从队的中间开始（对 Wide 和 Under 的对象各调用 `super(Left, obj).visit()`）得到 {start_later}：每个 `visit` 只负责自己和后面的类",
    f"begun in the middle of the queue (`super(Left, obj).visit()` for an object of Wide and one of Under) came {start_later}: each `visit` speaks for its own class and those behind",
)
assert own_classes == ["class Apart", "class Stem", "class object", "class Twig", "class Stem"], T(
    f"`class Pair(Twig, Apart)`、`class Riap(Apart, Twig)`、`class Twig(Stem)`：`next_in_mro` 对 (Pair(), Stem)、(Pair(), Twig)、(Pair(), Apart)、(Riap(), Apart)、(Riap(), Twig)"
    f"得到 {own_classes}，应为类 Apart、Stem、object、Twig、Stem",
    f"`class Pair(Twig, Apart)`, `class Riap(Apart, Twig)`, `class Twig(Stem)`: `next_in_mro` of (Pair(), Stem), (Pair(), Twig), (Pair(), Apart), (Riap(), Apart), (Riap(), Twig) "
    f"gave {own_classes}, expected the classes Apart, Stem, object, Twig, Stem",
)
assert built_in == ["class int", "class object", "None", "TypeError", "class object", "None", "TypeError"], T(
    f"`next_in_mro` 对 (True, bool)、(True, int)、(7, object)、(7, bool)、([], list)、({{}}, object)、(set(), dict) 得到 {built_in}，"
    "应为类 int、类 object、None、TypeError、类 object、None、TypeError；列表、字典这样不可哈希的对象也要行",
    f"`next_in_mro` of (True, bool), (True, int), (7, object), (7, bool), ([], list), ({{}}, object), (set(), dict) gave {built_in}, expected the class int, the class object, None, "
    "TypeError, the class object, None, TypeError; unhashable objects, such as a list or a dict, have to work too",
)
assert namesake == "TypeError", T(
    f"对象的类继承 Twig，问的却是另一个也叫 Twig 的类：`next_in_mro` 应抛出 TypeError，得到 {namesake}。比较类，不要比较名字",
    f"the object's class inherits from Twig, and `next_in_mro` was asked about another class that is called Twig: expected TypeError, got {namesake}. Compare classes, not names",
)
assert odd_lists == [[name, "Left", 7, None, "Base", "Right", "Bottom"] for name in ("Left", "Right", "Bottom")], T(
    f"下一个类返回 ['Left', 7, None, 'Base', 'Right', 'Bottom']，Left、Right、Bottom 的 `visit()` 得到 {odd_lists}：只在前面加上自己的名字，其余原样接上",
    f"the next class returns ['Left', 7, None, 'Base', 'Right', 'Bottom'], and the `visit()` of Left, Right, Bottom gave {odd_lists}: put the own name in front and add the rest as "
    "it is",
)
assert empty_lists == [["Left"], ["Right"], ["Bottom"]], T(
    f"下一个类返回空列表，Left、Right、Bottom 的 `visit()` 得到 {empty_lists}，应为 [['Left'], ['Right'], ['Bottom']]",
    f"the next class returns an empty list, and the `visit()` of Left, Right, Bottom gave {empty_lists}, expected [['Left'], ['Right'], ['Bottom']]",
)

# %% [markdown] lang="zh" q="q02" role="hint"
# `visit` 里不需要知道下一个类是谁。课文里的 `hello` 做的几乎就是同一件事，只不过拼的是字符串。
# %% [markdown] lang="en" q="q02" role="hint"
# `visit` need not know who is next. `hello` in the lesson does almost the same, only with strings.

# %% [markdown] lang="zh" q="q02" role="hint"
# 自己的名字就写成文字：`"Left"`。用 `type(self).__name__` 会让每个类都报对象的名字。列表用 `["Left", *...]` 新建，不要在别人返回的列表上 `insert`。
# %% [markdown] lang="en" q="q02" role="hint"
# Write your own name as a text: `"Left"`. With `type(self).__name__` every class would say the object's. Build the list anew with
# `["Left", *...]` and do not `insert` into one that somebody else returned.

# %% [markdown] lang="zh" q="q02" role="hint"
# `next_in_mro`：先用 `isinstance` 判断，不是就 `raise TypeError(...)`；再在 `type(obj).__mro__` 这个元组里找到 `cls` 的位置，返回后一个；已经是最后一个时返回 `None`。
# %% [markdown] lang="en" q="q02" role="hint"
# `next_in_mro`: test with `isinstance`, `raise TypeError(...)` if it is none; then find the place of `cls` in the tuple `type(obj).__mro__` and return the one behind it, or
# `None` if it is the last.

# %% [markdown] lang="zh" q="q02"
# **书面题（1 分）**：有人说“`super()` 调用父类的方法”。这句话哪里不准确？用你的 `Left` 举例：同一行代码，什么时候走到 `Base`，什么时候走到 `Right`？由什么决定？
# %% [markdown] lang="en" q="q02"
# **In your own words (1 point)**: “`super()` calls the parent's method.” What is inexact about this? Take your `Left`: when does its one line of code reach `Base`, when `Right`,
# and what decides that?

# %% [markdown] lang="zh" q="q02" role="words"
# ### BEGIN SOLUTION
# `super()` 在对象所属类的 MRO 里，从写这段代码的类之后开始找，找到的不一定是父类。`Left().visit()` 的 MRO 是 Left、Base，所以到 `Base`；
# `Bottom().visit()` 的 MRO 是 Bottom、Left、Right、Base，所以同一行代码到兄弟类 `Right`，而 `Right` 不是 `Left` 的父类。因此写 `Left` 时无法知道下一个是谁，
# 每个方法都要乐意把调用传下去。
#
# - [ ] 说出 `super()` 找的是 MRO 里的下一个类，不一定是父类
# - [ ] 说出由对象决定：用的是对象所属类（`type(self)`）的 MRO，不是写代码的那个类的
# - [ ] 用例子说明：对象是 `Left` 时到 `Base`，是 `Bottom` 时到兄弟类 `Right`
# ### END SOLUTION
# %% [markdown] lang="en" q="q02" role="words"
# ### BEGIN SOLUTION
# `super()` looks in the MRO of the object's class, beginning behind the class in which the code stands; what it finds need not be a parent. The MRO for `Left().visit()` is
# Left, Base, so it reaches `Base`;
# for `Bottom().visit()` it is Bottom, Left, Right, Base, so the same line reaches `Right`, a sibling. Whoever writes `Left` cannot know the next class, so each method should
# be ready to pass the call on.
#
# - [ ] Says that `super()` finds the next class in an MRO, which need not be a parent
# - [ ] Says that the object decides: the MRO is that of its class (`type(self)`), not of the class where the code stands
# - [ ] Shows by example: with a `Left` it is `Base`, with a `Bottom` the sibling `Right`
# ### END SOLUTION

# %% [markdown] lang="zh" q="q02" role="solution"
# 为什么名字写死成 `"Left"`：`visit` 报告的是*代码所在的类*，不是对象的类。`__class__.__name__`（带双下划线的 `__class__` 是编译器给每个方法的变量）也对，还不怕改名。
#
# 为什么 `Base` 不调用 `super()`：它后面是 `object`，没有 `visit`。每一串合作的方法都需要一个这样的终点，其余的类都继承它。
#
# 为什么 `next_in_mro` 要先判断 `isinstance`：否则 `order.index(cls)` 抛出的是 `ValueError`。取 `cls.__mro__[1]` 是最常见的错误，它回答的是“对象恰好是 `cls` 时的下一个”。
# 通过 `register` 登记的虚拟子类能骗过 `isinstance`，却不在 MRO 里，真正的 `super()` 对它也抛出 `TypeError`；题目没有问到这里。
# %% [markdown] lang="en" q="q02" role="solution"
# Why the name is a fixed `"Left"`: `visit` reports *the class the code stands in*, not the object's. `__class__.__name__` is right too (the compiler gives `__class__` to each
# method) and survives a renaming.
#
# Why `Base` does not call `super()`: behind it is `object`, which has no `visit`. Every chain of cooperating methods needs such an end, from which all others inherit.
#
# Why `next_in_mro` tests `isinstance` first: else `order.index(cls)` raises `ValueError`. The most frequent mistake is
# `cls.__mro__[1]`, which answers “who is next if the object happens to be exactly a `cls`”.
# A virtual subclass, made by `register`, passes `isinstance` without being in the MRO; the real `super()` raises `TypeError` for it as well. The question does not ask that far.

# %% [markdown] lang="zh"
# ## 三、变量：找的时候顺着队走，写的时候只写给自己
#
# ### 读和写不对称
# `wheels` 写在类里。**先猜**：`a.wheels = 6` 之后三个值各是多少？把类里的改成 8 之后呢？
# %% [markdown] lang="en"
# ## 3. Variables: reading walks the queue, writing stays with the object
#
# ### Reading and writing are not alike
# `wheels` stands in the class. **Predict** the three values after `a.wheels = 6`, and again after the class's own becomes 8.


# %%
class Robot:
    wheels = 4


a, b = Robot(), Robot()
a.wheels = 6
print(a.wheels, b.wheels, Robot.wheels, vars(a), vars(b))
Robot.wheels = 8
print(a.wheels, b.wheels, Robot.wheels)
del a.wheels
print(a.wheels)

# %% [markdown] lang="zh"
# 读 `a.wheels`：先看对象自己的 `vars(a)`，没有再沿着类的 MRO 一个个看。写 `a.wheels = 6`：直接写进 `vars(a)`，类里的那个不动，只是被遮住；`del` 之后又露出来。
# （属性和插槽这类描述符例外，它们在类里截住读写。）
#
# ![依次查找对象 rover、类 Rover、基类 Machine、object；wheels 在对象里，speed 在 Rover 里，fuel 在 Machine 里，wings 都没有](../assets/01_oop/lookup.png)
#
# ### 计数器：`+=` 偷偷做了两件事
# **先猜**：造了三枚徽章，`Badge.made` 是多少？
# %% [markdown] lang="en"
# Reading `a.wheels` looks into the object's own `vars(a)` first, then along the MRO of its class. Writing `a.wheels = 6` goes straight into `vars(a)`: the class's value
# stays, merely hidden, and shows again after `del`.
# (Descriptors such as properties and slots are the exception: they catch reading and writing in the class.)
#
# ![Looked for in turn in the object rover, Rover, Machine, object: wheels is found in the object, speed in Rover, fuel in Machine, wings nowhere](../assets/01_oop/lookup.png)
#
# ### A counter: `+=` quietly does two things
# **Predict**: three badges are made; what is `Badge.made`?


# %%
class Badge:
    made = 0

    def __init__(self):
        self.made += 1


badges = [Badge(), Badge(), Badge()]
print(Badge.made, [vars(badge) for badge in badges])

# %% [markdown] lang="zh"
# 零。`self.made += 1` 就是 `self.made = self.made + 1`：读到类里的 0，写进*对象*里的 1。三枚徽章各有一个自己的 1，类里的计数从没动过。
#
# 有人改成 `type(self).made += 1`。**先猜**：有了子类以后，两个计数各是多少？
# %% [markdown] lang="en"
# Zero. `self.made += 1` is `self.made = self.made + 1`: it reads the class's 0 and writes a 1 into the *object*. Each badge has a 1 of its own, the class's count never moved.
#
# Some write `type(self).made += 1` instead. **Predict** both counts once there is a subclass.


# %%
class Poster:
    made = 0

    def __init__(self):
        type(self).made += 1


class BigPoster(Poster):
    pass


posters = [Poster(), BigPoster(), BigPoster()]
print(Poster.made, BigPoster.made)

# %% [markdown] lang="zh"
# 同样的读写不对称，只是高了一层：第一次 `BigPoster.made += 1` 读到 `Poster` 的 1，却写进 `BigPoster`，从此两边各数各的，3 张海报数成了 1 和 3。要数全部，就点名：
# `Poster.made += 1`。
#
# ### 可变的值：写在哪里就归谁
# **先猜**下面两行的输出。
# %% [markdown] lang="en"
# The same asymmetry one floor up: the first `BigPoster.made += 1` reads the 1 of `Poster` but writes into `BigPoster`; from then on each counts for itself, and three posters
# are counted as 1 and 3. To count them all, name the class: `Poster.made += 1`.
#
# ### Mutable values belong to the place where they are made
# **Predict** both lines.


# %%
class Bag:
    things = []

    def add(self, thing):
        self.things.append(thing)


def pack(thing, box=[]):
    box.append(thing)
    return box


red, blue = Bag(), Bag()
red.add("map")
print("the blue bag:", blue.things)
print("two parcels: ", pack("cup"), pack("pen"))

# %% [markdown] lang="zh"
# `things` 只有一个，属于类；`append` 不是赋值，所以没有新列表出现在对象里。默认值 `[]` 也只有一个，属于函数：函数定义时建好，以后每次都用它。
# 两种情况的药方相同：默认 `None`，在函数里新建。
#
# **先猜**：下面的 `Trip` 在 `__init__` 里保存了给它的列表，安全吗？
# %% [markdown] lang="en"
# There is one `things`, and it is the class's; `append` is no assignment, so no new list appears in the object. There is one default
# `[]` too, the function's: made when the function is defined, used at each call.
# The cure is the same for both: a default of `None`, and a new list made inside.
#
# **Predict**: `Trip` keeps the list it was given, in `__init__`; is that safe?


# %%
class Trip:
    def __init__(self, stops):
        self.stops = stops


plan = ["Oslo"]
north, south = Trip(plan), Trip(plan)
plan.append("Rome")
print(north.stops, south.stops, north.stops is south.stops)

# %% [markdown] lang="zh"
# 名字 `stops` 是对象自己的，列表却是大家的。要让它也归对象所有，就复制：`self.stops = list(stops)`。
# %% [markdown] lang="en"
# The name `stops` is the object's own, the list is everybody's. To own that too, copy it: `self.stops = list(stops)`.

# %% [markdown] lang="zh" q="q03"
# ## Q3 · 实例变量与类变量（2 分，另有 1 分书面题）
#
# 写 `class Ticket`，用 `Ticket(holder, tags=None)` 构造。类变量 `issued` 数出造过的*所有*票，子类造的也算，已经消失的也算；从 `Ticket`、从子类、从任何一张票读它，
# 都是同一个最新的数。
# `holder` 和 `tags` 属于对象：`tags` 是所给列表的一份私有副本，没给（`None`）就是空列表，从不与别的票或调用者共用。
#
# 写 `attribute_home(obj, name)`，说出一个普通属性的值存在哪里：`"instance"`、`"class"` 或 `"missing"`。基类算作 `"class"`；对象和类里都有时，取读到的那个；
# 从对象上读不到的名字是 `"missing"`。
# `obj` 是带 `__dict__` 的普通对象，它的类没有 `__getattr__`、插槽之类的特殊手段；值可以是任何东西，`None` 也是值。
# %% [markdown] lang="en" q="q03"
# ## Q3 · Instance and class variables (2 points, 1 more for the written part)
#
# Write `class Ticket`, made by `Ticket(holder, tags=None)`. The class variable `issued` counts *every* ticket ever made, those of subclasses and those already gone too; read
# from `Ticket`, from a subclass or from any ticket it is the same, latest number.
# `holder` and `tags` belong to the object: `tags` is a private copy of the list given, or an empty list for `None`, never shared with another ticket or with the caller.
#
# Write `attribute_home(obj, name)`, which says where the value of a plain attribute is stored: `"instance"`, `"class"` or `"missing"`. Base classes count as `"class"`; where
# object and class both have it, say which one is read; a name that cannot be read from the object is `"missing"`.
# `obj` is an ordinary object with a `__dict__`, whose class uses no `__getattr__`, slots or the like; the value may be anything, `None` is a value too.


# %% q="q03" role="answer"
class Ticket:
    """One ticket. `issued` counts every ticket ever made."""

    ### BEGIN SOLUTION
    issued = 0

    def __init__(self, holder, tags=None):
        self.holder = holder
        self.tags = [] if tags is None else list(tags)
        Ticket.issued += 1

    ### END SOLUTION


# %% q="q03" role="answer"
def attribute_home(obj, name):
    """Where the value of a plain attribute is stored: "instance", "class" or "missing"."""
    ### BEGIN SOLUTION
    if name in vars(obj):
        return "instance"
    if any(name in vars(cls) for cls in type(obj).__mro__):
        return "class"
    return "missing"
    ### END SOLUTION


# %% q="q03" role="check" points=1
# zh: 每张票都被计数，`tags` 各是各的；`attribute_home` 认得出三种情况
# en: Every ticket is counted, each has tags of its own; `attribute_home` tells the three cases apart
class Cup:
    size = 3


cup = Cup()
cup.colour = "red"
homes = []
for name in ("colour", "size", "handle"):
    try:
        homes.append(attribute_home(cup, name))
    except Exception as error:
        homes.append(f"{type(error).__name__}: {error}")
given_tags = ["front", "aisle"]
issued_before = Ticket.issued
ann, bo, cy = Ticket("Ann", given_tags), Ticket("Bo"), Ticket("Cy")
counted = Ticket.issued - issued_before
holders = [ann.holder, bo.holder, cy.holder]
fresh = [list(ann.tags), bo.tags == [], cy.tags == [], "list" if isinstance(bo.tags, list) else type(bo.tags).__name__]
try:
    bo.tags.append("late")
    given_tags.append("changed")
    later = [list(ann.tags), list(cy.tags), list(Ticket("Di").tags)]
except Exception as error:
    later = f"{type(error).__name__}: {error}"

assert issued_before >= 0, T(
    f"还没有做票，`Ticket.issued` 就是 {issued_before}：从 0 数起",
    f"before these tickets were made `Ticket.issued` was {issued_before}: begin at 0",
)
assert counted != 0, T(
    "做了 3 张票，`Ticket.issued` 没有变：`self.issued += 1` 只在对象里写了一个新变量",
    "3 tickets were made and `Ticket.issued` did not move: `self.issued += 1` writes a new variable into the object",
)
assert counted == 3, T(f"做了 3 张票，`Ticket.issued` 增加了 {counted}", f"3 tickets were made, `Ticket.issued` rose by {counted}")
assert holders == ["Ann", "Bo", "Cy"], T(
    f"三张票的 `holder` 是 {holders}，应为 ['Ann', 'Bo', 'Cy']：写进了类里吗？",
    f"the `holder` of three tickets is {holders}, expected ['Ann', 'Bo', 'Cy']: was it written into the class?",
)
assert fresh == [["front", "aisle"], True, True, "list"], T(
    f"`Ticket(\"Ann\", ['front', 'aisle']).tags` 是 {fresh[0]}，没给 tags 的票应得到空列表（两张分别是否为空：{fresh[1:3]}，类型 {fresh[3]}）",
    f"`Ticket(\"Ann\", ['front', 'aisle']).tags` is {fresh[0]}; a ticket without tags should have an empty list (two were empty: {fresh[1:3]}, type {fresh[3]})",
)
assert later[1:] == [[], []], T(
    f"给 Bo 的票加了标签 'late' 之后，Cy 的票和新票的 `tags` 是 {later[1:]}，应为 [[], []]：空列表建在类体里或默认参数里，于是只有一个",
    f"after 'late' was added to Bo's tags, Cy's and a new ticket's are {later[1:]}, expected [[], []]: an empty list made in the class body or as a default is there only once",
)
assert later[0] == ["front", "aisle"], T(
    f"造票之后改了原来的列表，Ann 的 `tags` 跟着变成 {later[0]}：要复制，不要保存同一个列表",
    f"the list given was changed afterwards and Ann's `tags` became {later[0]}: copy it, do not keep the same list",
)
assert homes == ["instance", "class", "missing"], T(
    f"`size` 写在类里，`colour` 写在对象上，没有 `handle`：`attribute_home` 对 colour、size、handle 得到 {homes}，应为 ['instance', 'class', 'missing']（None 表示忘了 return；没有的名字不是错误）",
    f"`size` is the class's, `colour` the object's, there is no `handle`: `attribute_home` of colour, size, handle gave {homes}, expected ['instance', 'class', 'missing'] "
    "(None: a forgotten return; a name that is not there is no error)",
)


# %% q="q03" role="hidden" points=1
# zh: 子类的票和消失的票都算数，谁读 `issued` 都一样；`attribute_home` 认得基类、被遮住的变量和 `None`
# en: Tickets of subclasses and those gone count, whoever reads `issued`; `attribute_home` knows bases, hidden variables and `None`
class Vip(Ticket):
    pass


class Backstage(Vip):
    pass


start = Ticket.issued
kept = Ticket("Ann")
rises = [Ticket.issued - start]
for kind in (Vip, Backstage, Vip, Ticket):
    kind("somebody")  # gone at once
    rises.append(Ticket.issued - start)
class Loud:
    volume = 3


class LoudVip(Vip, Loud):
    pass


vip = Vip("Bo", ["x"])
readers = [kind.issued - start for kind in (Ticket, Vip, Backstage, kept, vip)]

start = Ticket.issued
LoudVip("Cy")
mixed = [Ticket.issued - start, Loud.__dict__.get("issued", "none"), type("Mixed", (Ticket, Loud), {})("Di").holder, Ticket.issued - start]
kept_as_given = [Ticket(7).holder, Ticket(None).holder, Ticket(("a", "b")).holder, list(Ticket("Ed", [" late ", "B", "a", "a", ""]).tags)]
try:
    unnamed = [Ticket("Gil", None), Ticket("Hal", None)]
    unnamed[0].tags.append("mine")
    tags_for_none = [list(unnamed[1].tags), list(Ticket("Ida", None).tags)]
except Exception as error:
    tags_for_none = f"{type(error).__name__}: {error}"
try:
    by_name = list(Ticket("Jan", tags=["x"]).tags)
except TypeError:
    by_name = "not taken by name"

shared = ["red"]
first, second = Ticket("Cy", shared), Vip("Di", shared)
first.tags.append("mine")
nothing = []
third, fourth = Ticket("Ed", nothing), Ticket("Fay", nothing)
third.tags.append("mine")
fourth_tags, caller = list(fourth.tags), [list(shared), list(nothing), list(second.tags)]


class Parent:
    rank = None
    colour = "red"
    size = 0

    def speak(self):
        return "hm"


class Child(Parent):
    rank = None


class Grandchild(Child):
    age = 3


class Equal:
    def __eq__(self, other):
        return True

    __hash__ = None


class Odd(Child, Loud):
    word, dots, equal = "missing", ..., Equal()


class LongLine(type("D", (type("C", (type("B", (Odd,), {}),), {}),), {})):
    pass


odd_one = LongLine()
odd_one.own_word, odd_one.own_dots, odd_one.no, odd_one.equal_too, odd_one.false = "missing", ..., NotImplemented, Equal(), False
odd_homes = [attribute_home(odd_one, name) for name in ("own_word", "own_dots", "no", "equal_too", "false", "word", "dots", "equal", "volume", "rank", "lost")]
own_names = list(vars(odd_one))

child, sibling = Child(), Child()
child.colour = "red"
child.note = None
sibling.loud = True
found = [attribute_home(child, name) for name in ("colour", "rank", "size", "speak", "note", "loud", "quiet")]
del child.colour
found += [attribute_home(child, "colour"), attribute_home(sibling, "loud")]
far = [attribute_home(Grandchild(), name) for name in ("size", "age", "speak", "loud")]
of_classes = [attribute_home(Grandchild(), name) for name in ("mro", "__bases__")]

assert rises == [1, 2, 3, 4, 5], T(
    f"依次造 Ticket、Vip、Backstage、Vip、Ticket（后四张马上消失），`Ticket.issued` 的增量是 {rises}，应为 [1, 2, 3, 4, 5]：`type(self).issued` 让子类各数各的，"
    "`__del__` 里也不应减",
    f"Ticket, Vip, Backstage, Vip, Ticket were made (the last four gone at once) and `Ticket.issued` had risen by {rises}, expected [1, 2, 3, 4, 5]: "
    "`type(self).issued` counts apart per subclass, and `__del__` must not subtract",
)
assert readers == [6, 6, 6, 6, 6], T(
    f"6 张票之后，从 Ticket、Vip、Backstage、第一张票、最后一张票读 `issued`，增量是 {readers}，应全为 6：对象或子类里有一个同名变量遮住了它",
    f"after 6 tickets `issued`, read from Ticket, Vip, Backstage, the first and the last ticket, has risen by {readers}, expected 6 each: a variable of that name in an object "
    "or subclass hides it",
)
assert mixed == [1, "none", "Di", 2], T(
    f"`class LoudVip(Vip, Loud)` 和 `class Mixed(Ticket, Loud)` 各造一张，Loud 与 Ticket 无关：[增量, Loud 里的 issued, holder, 增量] 是 {mixed}，应为 [1, 'none', 'Di', 2]",
    f"one each was made of `class LoudVip(Vip, Loud)` and `class Mixed(Ticket, Loud)`, where Loud has nothing to do with Ticket: [rise, issued in Loud, holder, rise] is {mixed}, "
    "expected [1, 'none', 'Di', 2]",
)
assert kept_as_given == [7, None, ("a", "b"), [" late ", "B", "a", "a", ""]], T(
    f"三张票的 holder 是 7、None、('a', 'b')，另一张的 tags 是 [' late ', 'B', 'a', 'a', '']；读出来是 {kept_as_given}，应当原样",
    f"three tickets have the holders 7, None, ('a', 'b'), another the tags [' late ', 'B', 'a', 'a', '']; they read {kept_as_given} and should be as given",
)
assert tags_for_none == [[], []], T(
    f"三张票的 tags 明写了 None，给第一张加了标签，另两张的 tags 是 {tags_for_none}，应为 [[], []]：写明 None 和不写一样，各得一个空列表",
    f"three tickets were made with None for tags and a tag was added to the first; those of the others are {tags_for_none}, expected [[], []]: None, said or not said, means an "
    "empty list of its own",
)
assert by_name in (["x"], "not taken by name"), T(
    f"`Ticket(\"Jan\", tags=[\"x\"]).tags` 是 {by_name}，应为 ['x']：按名字给的参数丢了",
    f"`Ticket(\"Jan\", tags=[\"x\"]).tags` is {by_name}, expected ['x']: an argument given by name got lost",
)
assert caller == [["red"], [], ["red"]] and fourth_tags == [], T(
    f"两张票得到同一个列表 ['red']，另两张得到同一个空列表；给其中一张加标签之后，调用者的两个列表和另一张票的 tags 是 {caller}，空的那张是 {fourth_tags}：没有各自复制",
    f"two tickets were given one list ['red'], two others one empty list; after a tag was added to one, the caller's lists and the other ticket's tags are {caller}, the empty "
    f"one's {fourth_tags}: not copied",
)
assert found == ["instance", "class", "class", "class", "instance", "missing", "missing", "class", "instance"], T(
    f"`attribute_home` 依次得到 {found}，应为 ['instance', 'class', 'class', 'class', 'instance', 'missing', 'missing', 'class', 'instance']"
    "（与类里相等的实例变量、类里的 None、基类的变量、基类的方法、值为 None 的实例变量、只在别的对象上有的、没有的、删掉之后、别的对象自己的）",
    f"`attribute_home` gave {found}, expected ['instance', 'class', 'class', 'class', 'instance', 'missing', 'missing', 'class', 'instance'] "
    "(an instance variable equal to the class's, a None in the class, a base's variable, a base's method, an instance variable that is None, "
    "one that only another object has, none at all, one after `del`, the other object's own)",
)
assert far == ["class", "class", "class", "missing"], T(
    f"`class Grandchild(Child)`、`class Child(Parent)`：对祖父类的变量、自己类的变量、祖父类的方法、没有的名字，`attribute_home` 得到 {far}，"
    "应为 ['class', 'class', 'class', 'missing']：要看整条 MRO，不只是直接的基类",
    f"`class Grandchild(Child)`, `class Child(Parent)`: for a grandparent's variable, the class's own, a grandparent's method and an unknown name `attribute_home` gave {far}, "
    "expected ['class', 'class', 'class', 'missing']: look along the whole MRO, not only at the direct bases",
)
assert of_classes == ["missing", "missing"], T(
    f"`mro` 和 `__bases__` 可以从类上读到，从对象上却读不到（`Grandchild().mro` 是 AttributeError）：`attribute_home` 得到 {of_classes}，应为 ['missing', 'missing']。"
    "`hasattr(type(obj), name)` 还会去元类里找",
    f"`mro` and `__bases__` can be read from a class, but not from its objects (`Grandchild().mro` is an AttributeError): `attribute_home` gave {of_classes}, expected ['missing', 'missing']. "
    "`hasattr(type(obj), name)` looks into the metaclass too",
)
assert odd_homes == [*["instance"] * 5, *["class"] * 5, "missing"] and own_names == ["own_word", "own_dots", "no", "equal_too", "false"], T(
    f"对象上的值 'missing'、...、NotImplemented、一个与一切相等的对象、False，类里的前四种（隔着四层，或在第二个基类里），和一个没有的名字：得到 {odd_homes}，应为五个 'instance'、五个 'class'、'missing'；"
    f"之后对象上的名字是 {own_names}，应当没变。看名字在哪个 `vars()` 里，不要看值",
    f"the values 'missing', ..., NotImplemented, an object equal to everything and False in the object, such values in a class (four levels up, or in the second base), and an unknown "
    f"name gave {odd_homes}, expected five 'instance', five 'class', 'missing'; the object's names are {own_names} afterwards and should be as before. Look whose `vars()` has the name, "
    "not at the value",
)

# %% [markdown] lang="zh" q="q03" role="hint"
# 先想：`+=` 读的是哪里，写的又是哪里？课文里 `Badge` 和 `Poster` 各错在写的那一半。
# %% [markdown] lang="en" q="q03" role="hint"
# Think first: where does `+=` read, and where does it write? `Badge` and `Poster` in the lesson both went wrong in the writing half.

# %% [markdown] lang="zh" q="q03" role="hint"
# 点名写给类：`Ticket.issued += 1`。`tags` 的默认值保持 `None`，在 `__init__` 里新建列表；给了列表就用 `list(tags)` 复制。
# %% [markdown] lang="en" q="q03" role="hint"
# Name the class you write to: `Ticket.issued += 1`. Let the default of `tags` be `None` and make a list inside `__init__`; copy a list that was given with `list(tags)`.

# %% [markdown] lang="zh" q="q03" role="hint"
# `attribute_home` 照着查找的次序走：先看 `name in vars(obj)`，再看 `type(obj).__mro__` 里每个类的 `vars(cls)`，都没有就是 `"missing"`。不要比较值，只问名字在不在。
# %% [markdown] lang="en" q="q03" role="hint"
# `attribute_home` follows the order of a look-up: first `name in vars(obj)`, then `vars(cls)` of each class in `type(obj).__mro__`, else `"missing"`. Compare no values, only
# ask whether the name is there.

# %% [markdown] lang="zh" q="q03"
# **书面题（1 分）**：解释为什么 `self.issued += 1` 数不出总数，而 `self.tags.append(...)` 却可能改到别的票。两者都写着 `self.`：读取时到哪里找，赋值时写到哪里？这两处各应当怎样写才对？
# %% [markdown] lang="en" q="q03"
# **In your own words (1 point)**: explain why `self.issued += 1` cannot count all tickets, while `self.tags.append(...)` may change other tickets. Both begin with `self.`:
# where does reading look, where does assignment write? And what would be right in each case?

# %% [markdown] lang="zh" q="q03" role="words"
# ### BEGIN SOLUTION
# 读属性时先看对象，再沿 MRO 看类；赋值则总是写进对象。`self.issued += 1` 先读到类的数，再把加一的结果*赋值*给对象，类里的没变，于是每张票有自己的 1。
# `self.tags.append(...)` 没有赋值，只是读到一个列表并改动它；如果这个列表在类里、在默认参数里或由调用者保存着，所有用到它的票都会看到改动。
# 正确的写法：计数用 `Ticket.issued += 1`，列表在 `__init__` 里新建或复制。
#
# - [ ] 读取：先对象，后类（沿 MRO）
# - [ ] `+=` 含有赋值，赋值写进对象，类变量不变
# - [ ] `append` 不是赋值，改动的是找到的那个列表本身，它可能是共用的
# - [ ] 给出正确做法：`Ticket.issued += 1`，并在 `__init__` 里新建或复制列表
# ### END SOLUTION
# %% [markdown] lang="en" q="q03" role="words"
# ### BEGIN SOLUTION
# Reading looks at the object first, then along the MRO at the classes; assignment always writes into the object. `self.issued += 1` reads the class's number and *assigns* the
# sum to the object: the class is unchanged and each ticket has a 1 of its own.
# `self.tags.append(...)` assigns nothing, it finds a list and changes it; where that list stands in the class, is a default argument or is kept by the caller, every ticket
# that uses it sees the change. Right are `Ticket.issued += 1`, and a list that `__init__` makes or copies for each ticket.
#
# - [ ] Reading: the object first, then the class (along the MRO)
# - [ ] `+=` contains an assignment, which writes into the object and leaves the class variable alone
# - [ ] `append` is no assignment; it changes the list that was found, which may be shared
# - [ ] Gives the right way: `Ticket.issued += 1`, and a list made or copied in `__init__`
# ### END SOLUTION

# %% [markdown] lang="zh" q="q03" role="solution"
# 为什么写 `Ticket.issued` 而不是 `type(self).issued`：题目要的是一个总数。想让每个子类各数各的时，`type(self)` 也不够，还得在 `__init_subclass__` 里给每个子类一个自己的 0。
#
# 为什么写 `tags is None` 而不是 `tags or []`：后者碰巧也对，因为外面套了 `list(...)`；少了这层复制，非空的列表就会被共用，而空列表测不出来。
#
# 判断“类里有没有”时用 `hasattr(obj, name)` 在普通对象上是对的；一旦类里写了 `__getattr__`，它就会对不存储的名字也说“有”。
# `hasattr(type(obj), name)` 还会去元类里找：`hasattr(int, "mro")` 为真，`(5).mro` 却不存在。
# %% [markdown] lang="en" q="q03" role="solution"
# Why `Ticket.issued` and not `type(self).issued`: one total is asked for. To count each subclass apart, `type(self)` is not enough either; `__init_subclass__` would have to
# give each a 0 of its own.
#
# Why `tags is None` and not `tags or []`: that happens to be right here, inside `list(...)`; without the copy a list with something in it would be shared, and an empty one
# would not show it.
#
# `hasattr(obj, name)` for “is it in the class” is right for plain objects; with a `__getattr__` in the class it says yes to names that are stored nowhere.
# `hasattr(type(obj), name)` even looks into the metaclass: `hasattr(int, "mro")` is true, yet there is no `(5).mro`.

# %% [markdown] lang="zh"
# ## 四、方法收到什么：对象、类，还是什么都不带
#
# ### 三种写法，六种调用
# 三个方法都把收到的一切原样返回。**先猜**每一行的第一个元素是什么。
# %% [markdown] lang="en"
# ## 4. What a method receives: the object, the class, or neither
#
# ### Three forms, six calls
# All three methods return whatever they receive. **Predict** the first element on each line.


# %%
class Probe:
    def plain(*got):
        return got

    @classmethod
    def for_class(*got):
        return got

    @staticmethod
    def alone(*got):
        return got

    def __repr__(self):
        return "<a probe>"


probe = Probe()
for name in ("plain", "for_class", "alone"):
    print(f"{name:10} object: {getattr(probe, name)(1)}   class: {getattr(Probe, name)(1)}")

# %% [markdown] lang="zh"
# 普通方法通过对象调用时收到对象，通过类调用时什么也不附带。类方法两种情况都收到*类*，静态方法两种情况都什么也收不到：它只是一个住在类里的函数。
#
# ![三种方法各通过对象和通过类调用时附带的第一个参数：普通方法是对象和无，类方法都是类，静态方法都是无](../assets/01_oop/binding.png)
#
# 什么都不写也“能用”？**先猜**下面两次调用。
# %% [markdown] lang="en"
# A plain method receives the object when called through one, and nothing extra through the class. A class method receives the *class* in both cases, a static method nothing
# in either: it is a function that lives in a class.
#
# ![What comes before the 1, through an object and through the class: plain, the object and nothing; class method, the class twice; static, nothing](../assets/01_oop/binding.png)
#
# And with no decorator at all? **Predict** both calls.


# %%
class Ruler:
    def inches(cm):
        return cm / 2.54


print(Ruler.inches(5.08))
try:
    Ruler().inches(5.08)
except TypeError as error:
    print(error)

# %% [markdown] lang="zh"
# 通过类调用时它就是函数，能用；通过对象调用时对象被塞进了 `cm`。`@staticmethod` 让两种调用都成立。
#
# ### 类方法的本职：另一种构造办法
# `from_hex` 用 `cls(...)` 造对象，`from_hex_static` 把类名写死。**先猜**：从子类 `Paint` 调用，各得到什么类型？
# %% [markdown] lang="en"
# Through the class it is a function and works; through an object, the object is pushed into `cm`. `@staticmethod` makes both calls work.
#
# ### What class methods are for: another way to construct
# `from_hex` makes its object with `cls(...)`, `from_hex_static` names the class. **Predict** the types, called on the subclass `Paint`.


# %%
class Colour:
    def __init__(self, red, green, blue):
        self.parts = red, green, blue

    @classmethod
    def from_hex(cls, text):
        return cls(*bytes.fromhex(text.removeprefix("#")))

    @staticmethod
    def from_hex_static(text):
        return Colour(*bytes.fromhex(text.removeprefix("#")))


class Paint(Colour):
    pass


for made in (Paint.from_hex("#ff8800"), Paint.from_hex_static("#ff8800")):
    print(type(made).__name__, made.parts)

# %% [markdown] lang="zh"
# `cls` 是调用时点后面左边的那个类，所以子类得到自己的类型，一行也不用重写。
# 选法因此很简单：要用对象，写普通方法；要用类（多半是造对象），写类方法；都不用，写静态方法，或者干脆写成类外的函数。
# %% [markdown] lang="en"
# `cls` is whatever class stood left of the dot, so a subclass gets its own type without a line of its own.
# Choosing is simple then: a method that needs the object is plain, one that needs the class (mostly to make objects) is a class method, one that needs neither is static, or a
# function outside the class.

# %% [markdown] lang="zh" q="q04"
# ## Q4 · `@staticmethod` 与 `@classmethod`（2 分，另有 1 分书面题）
#
# 写 `class Date`，用 `Date(year, month, day)` 构造，三个整数存为属性 `year`、`month`、`day`。
#
# `Date.is_valid(year, month, day)` 是静态方法：既不收到对象也不收到类，通过类、对象、子类都能调用。按公历判断这一天是否存在，年份 1–9999，返回 `True` 或 `False`；月份、
# 日期超出范围也只是 `False`。
#
# `Date.from_string("2026-11-23")` 是类方法：返回对应的日期，从子类调用就得到子类的对象。文本格式不对，或这一天不存在，抛出 `ValueError`；
# 构造函数遇到不存在的日期也抛出 `ValueError`。
# `"2026-1-5"` 这种不补零的写法接受与否都可以。
# %% [markdown] lang="en" q="q04"
# ## Q4 · `@staticmethod` and `@classmethod` (2 points, 1 more for the written part)
#
# Write `class Date`, made by `Date(year, month, day)`, with the three whole numbers as attributes `year`, `month`, `day`.
#
# `Date.is_valid(year, month, day)` is a static method: it gets neither object nor class and can be called through the class, an object or a subclass. It returns `True` or
# `False`: whether that day exists in the Gregorian calendar, in the years 1–9999; a month or day out of range is just `False`.
#
# `Date.from_string("2026-11-23")` is a class method that returns that date; called on a subclass, an object of the subclass. A text of another form, or a day that does not
# exist, is a `ValueError`; the constructor raises `ValueError` for such a day too.
# Whether `"2026-1-5"`, without the zeros, is taken is up to you.


# %% q="q04" role="answer"
class Date:
    """A day of the Gregorian calendar, years 1 to 9999."""

    ### BEGIN SOLUTION
    def __init__(self, year, month, day):
        if not self.is_valid(year, month, day):
            raise ValueError(f"there is no day {year}-{month}-{day}")
        self.year, self.month, self.day = year, month, day

    @staticmethod
    def is_valid(year, month, day):
        if not (1 <= year <= 9999 and 1 <= month <= 12):
            return False
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        lengths = [31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return 1 <= day <= lengths[month - 1]

    @classmethod
    def from_string(cls, text):
        year, month, day = text.split("-")
        return cls(int(year), int(month), int(day))

    ### END SOLUTION


# %% q="q04" role="check" points=1
# zh: 从文本造日期，问一天是否存在，不存在的一天是 `ValueError`
# en: A date is made from text, a day is said to exist or not, one that does not exist is a `ValueError`
def outcome_of(call, *arguments):
    try:
        made = call(*arguments)
        return [made.year, made.month, made.day] if hasattr(made, "year") else repr(made)
    except Exception as error:
        return "ValueError" if isinstance(error, ValueError) else f"{type(error).__name__}: {error}"


dates = [outcome_of(Date.from_string, "2026-11-23"), outcome_of(Date, 1999, 12, 31), outcome_of(Date.from_string, "2024-02-29")]
valid = []
for day in ((2026, 11, 23), (2026, 11, 31), (2024, 2, 29), (2026, 2, 29), (2026, 13, 1)):
    try:
        valid.append(Date.is_valid(*day))
    except Exception as error:
        valid.append(type(error).__name__)
refused = {text: outcome_of(Date.from_string, text) for text in ("2026-02-30", "yesterday", "2026-11")}
from_constructor = outcome_of(Date, 2026, 4, 31)

assert dates == [[2026, 11, 23], [1999, 12, 31], [2024, 2, 29]], T(
    f"`Date.from_string(\"2026-11-23\")`、`Date(1999, 12, 31)`、`Date.from_string(\"2024-02-29\")` 的年、月、日是 {dates}，应为三个整数；'None' 表示忘了 return，是字符串的话，忘了 `int()`，`<…object…>` 之类：对象上没有 `year` 这个属性，NameError：在类里写 `Date.is_valid` 或 `self.is_valid`",
    f"year, month, day of `Date.from_string(\"2026-11-23\")`, `Date(1999, 12, 31)`, `Date.from_string(\"2024-02-29\")` are {dates}, expected whole numbers; 'None': a "
    "forgotten return; texts: `int()` is missing; `<… object …>` or the like: the object has no attribute `year`; NameError: inside the class write `Date.is_valid` or `self.is_valid`",
)
assert valid == [True, False, True, False, False], T(
    f"`is_valid` 对 2026-11-23、2026-11-31、2024-2-29、2026-2-29、2026-13-1 得到 {valid}，应为 [True, False, True, False, False]；不存在的日子是 False，不是异常",
    f"`is_valid` of 2026-11-23, 2026-11-31, 2024-2-29, 2026-2-29, 2026-13-1 gave {valid}, expected [True, False, True, False, False]; a day that does not exist is False, not an "
    "exception",
)
assert refused == {"2026-02-30": "ValueError", "yesterday": "ValueError", "2026-11": "ValueError"}, T(
    f"`Date.from_string` 对不存在的日期和坏文本应抛出 ValueError，得到 {refused}",
    f"`Date.from_string` should raise ValueError for a day that does not exist and for bad texts, got {refused}",
)
assert from_constructor == "ValueError", T(
    f"`Date(2026, 4, 31)` 应抛出 ValueError，得到 {from_constructor}：检查要放在构造函数里，`from_string` 自然也就有了",
    f"`Date(2026, 4, 31)` should raise ValueError, got {from_constructor}: put the test into the constructor, then `from_string` has it too",
)


# %% q="q04" role="hidden" points=1
# zh: 公历的边界、子类自己的类型、静态方法不收到类，坏文本和构造函数的每个边界
# en: The calendar's edges, a subclass's own type, a static method without class, every bad text and every edge of the constructor
class Birthday(Date):
    pass


class Jubilee(Birthday):
    title = "jubilee"


def tried(call, *arguments):
    try:
        made = call(*arguments)
        return [type(made).__name__, made.year, made.month, made.day] if hasattr(made, "year") else repr(made)
    except Exception as error:
        return "ValueError" if isinstance(error, ValueError) else f"{type(error).__name__}: {error}"


def asked(place, *day):
    try:
        return place.is_valid(*day)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


types = [
    tried(Birthday.from_string, "2001-05-17"),
    tried(Jubilee.from_string, "1987-06-05"),
    tried(Jubilee(2001, 2, 3).from_string, "2010-10-09"),
    tried(Date.from_string, "0476-09-04"),
]
leap_days = [asked(Date, year, 2, 29) for year in (1600, 1700, 1900, 2000, 2019, 2020, 2100, 4, 100, 400, 1500, 1580, 4000, 8000)]
october = [asked(Date, 1582, 10, day) for day in (4, 5, 10, 14, 15, 32)]
ends = [asked(Date, *day) for day in ((1, 1, 1), (0, 12, 31), (-4, 2, 29), (9999, 12, 31), (10000, 1, 1), (2023, 0, 1), (2023, 13, 1))]
edges = [(2024, 2, 29), (1, 1, 1), (9999, 12, 31), (2026, 6, 30), (1900, 2, 29), (0, 12, 31), (10000, 1, 1)]
edges += [(2026, 0, 31), (2026, -1, 30), (2026, 12, 32), (2026, 6, 31), (2026, 3, 0), (2026, 5, -1), (2026, 13, 1)]
constructed = [tried(Date, *edge) for edge in edges]
days = [[day for day in range(-3, 36) if asked(Date, 2023, month, day) == 1] for month in range(-1, 15)]
places = [asked(Date(2020, 1, 2), 1700, 2, 29), asked(Birthday, 1600, 2, 29), asked(Jubilee(2020, 1, 2), 1600, 2, 30)]
bound_to = getattr(getattr(Birthday.is_valid, "__self__", None), "__name__", "nothing")
early, late = Birthday(2001, 5, 17), Birthday(1987, 6, 5)
apart = [[day.year, day.month, day.day] for day in (early, late)]
if getattr(early.is_valid, "__self__", None) is early:
    bound_to = "an object"
texts = ["", "2026/11/23", "23-11-2026", "2026-11-23-1", "2026-xi-23", "1900-02-29", "0000-01-01", "10000-01-01", "2026--11", "2026-13-01", "on\n2026-11-23", "2026-11-23\nor"]
bad = [tried(Birthday.from_string, text) for text in texts]

assert types == [["Birthday", 2001, 5, 17], ["Jubilee", 1987, 6, 5], ["Jubilee", 2010, 10, 9], ["Date", 476, 9, 4]], T(
    f"从 Birthday、Jubilee、一个 Jubilee 对象和 Date 调用 `from_string`，[类型, 年, 月, 日] 是 {types}，应为 [['Birthday', 2001, 5, 17], ['Jubilee', 1987, 6, 5], ['Jubilee', 2010, 10, 9], "
    "['Date', 476, 9, 4]]。类型不对：类方法应以 `cls(...)` 造对象，子类才会得到自己的类型",
    f"`from_string` called on Birthday, Jubilee, a Jubilee object and Date gave [type, year, month, day] {types}, expected [['Birthday', 2001, 5, 17], ['Jubilee', 1987, 6, 5], "
    "['Jubilee', 2010, 10, 9], ['Date', 476, 9, 4]]. Where the type is another: make the object with `cls(...)`, so that a subclass gets its own type",
)
assert leap_days == [True, False, False, True, False, True, False, True, False, True, False, True, True, True], T(
    f"`is_valid(year, 2, 29)`，年份 1600、1700、1900、2000、2019、2020、2100、4、100、400、1500、1580、4000、8000：得到 {leap_days}。能被 4 整除的闰，整百年只有能被 400 整除才闰",
    f"`is_valid(year, 2, 29)` for the years 1600, 1700, 1900, 2000, 2019, 2020, 2100, 4, 100, 400, 1500, 1580, 4000, 8000 gave {leap_days}. "
    "Years that 4 divides are leap years, centuries only where 400 divides them",
)
assert october == [True, True, True, True, True, False], T(
    f"`is_valid` 对 1582 年 10 月 4、5、10、14、15、32 日得到 {october}，只有最后一个不存在：公历的规则照样用于 1–9999 的每一年，不换历，也不跳过日子",
    f"`is_valid` of October 4, 5, 10, 14, 15, 32 in 1582 gave {october}; only the last does not exist: the rules of the Gregorian calendar hold in all the years 1–9999, no days are "
    "skipped",
)
assert ends == [True, False, False, True, False, False, False], T(
    f"`is_valid` 对 1-1-1、0-12-31、-4-2-29、9999-12-31、10000-1-1、2023-0-1、2023-13-1 得到 {ends}，应为 [True, False, False, True, False, False, False]：年份 1–9999，"
    "月份 1–12，之外是 False",
    f"`is_valid` of 1-1-1, 0-12-31, -4-2-29, 9999-12-31, 10000-1-1, 2023-0-1, 2023-13-1 gave {ends}, expected [True, False, False, True, False, False, False]: "
    "years are 1–9999, months 1–12, all else is False",
)
assert days == [[], [], *(list(range(1, last + 1)) for last in (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)), [], []], T(
    f"2023 年 -1 月到 14 月，`is_valid` 承认的天数依次是 {[len(month) for month in days]}，应为 0、0、31、28 … 30、31、0、0，且从 1 日开始（月份 0 会让下标变成 -1）",
    f"in the months -1 to 14 of 2023 `is_valid` accepts {[len(month) for month in days]} days, expected 0, 0, 31, 28 … 30, 31, 0, 0, from the 1st on (month 0 makes an index "
    "of -1)",
)
assert constructed == [["Date", 2024, 2, 29], ["Date", 1, 1, 1], ["Date", 9999, 12, 31], ["Date", 2026, 6, 30], *["ValueError"] * 10], T(
    f"构造函数在 {edges} 上得到 {constructed}：前四个日子存在，其余十个应抛出 ValueError",
    f"the constructor with {edges} gave {constructed}: the first four days exist, the other ten should be a ValueError",
)
assert places == [False, True, False], T(
    f"通过对象、子类、子类的对象调用 `is_valid` 得到 {places}，应为 [False, True, False]：没有 `@staticmethod`，对象就会被当作第一个参数",
    f"`is_valid` called through an object, a subclass and a subclass's object gave {places}, expected [False, True, False]: without `@staticmethod` the object becomes the "
    "first argument",
)
assert apart == [[2001, 5, 17], [1987, 6, 5]], T(
    f"造了 Birthday(2001, 5, 17)，再造 Birthday(1987, 6, 5)，两个对象的年、月、日是 {apart}：写进了类里，后一个盖住了前一个",
    f"Birthday(2001, 5, 17) was made, then Birthday(1987, 6, 5); year, month, day of the two are {apart}: written into the class, so the later hides the earlier",
)
assert bound_to != "an object", T(
    "通过对象取 `is_valid`，得到的是绑定了这个对象的方法：加上 `@staticmethod`，而不是收下对象再丢掉",
    "`is_valid`, taken from an object, is a method bound to it: write `@staticmethod`, do not take the object and drop it",
)
assert bound_to not in ("Date", "Birthday"), T(
    f"`is_valid` 绑定在 {bound_to} 上，是类方法：它用不到类，应是静态方法",
    f"`is_valid` is bound to {bound_to}, so it is a class method: it has no use for the class and should be static",
)
assert bad == ["ValueError"] * 12, T(
    f"这些文本都应抛出 ValueError：{texts}，得到 {bad}",
    f"each of these texts should be a ValueError: {texts}, got {bad}",
)

# %% [markdown] lang="zh" q="q04" role="hint"
# 三个方法各需要什么？`is_valid` 只看三个数；`from_string` 要造一个对象，但不该自己决定是哪个类的；构造函数应当拒绝 `is_valid` 不认的日子。
# %% [markdown] lang="en" q="q04" role="hint"
# What does each of the three need? `is_valid` looks at three numbers only; `from_string` makes an object but should not decide of which class; the constructor should refuse
# what `is_valid` does.

# %% [markdown] lang="zh" q="q04" role="hint"
# 检查只写一处：放在 `__init__` 里，`from_string` 造对象时自然会经过它。`text.split("-")` 拆开后赋给三个名字，段数不对本身就是 `ValueError`，`int("xi")` 也是。
# %% [markdown] lang="en" q="q04" role="hint"
# Test in one place, `__init__`: `from_string` passes it when it makes the object. Unpack `text.split("-")` into three names: a wrong number of parts is a `ValueError` by
# itself, and so is `int("xi")`.

# %% [markdown] lang="zh" q="q04" role="hint"
# ```python
# @classmethod
# def from_string(cls, text):
#     year, month, day = ...
#     return cls(...)
# ```
# 闰年：`year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)`。先判断月份在 1–12，再查那个月有几天。
# %% [markdown] lang="en" q="q04" role="hint"
# ```python
# @classmethod
# def from_string(cls, text):
#     year, month, day = ...
#     return cls(...)
# ```
# Leap years: `year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)`. See that the month is 1–12 before you look up how many days it has.

# %% [markdown] lang="zh" q="q04"
# **书面题（1 分）**：`is_valid` 为什么用静态方法，`from_string` 为什么用类方法？如果把 `from_string` 也写成静态方法，谁会吃亏？
# %% [markdown] lang="en" q="q04"
# **In your own words (1 point)**: why is `is_valid` static and `from_string` a class method? Who would suffer if `from_string` were static too?

# %% [markdown] lang="zh" q="q04" role="words"
# ### BEGIN SOLUTION
# `is_valid` 只用三个参数，放在类里只是因为它属于“日期”这个话题；对象和类它都用不着，而静态方法正好两者都不收。
# `from_string` 要造对象，需要知道造哪个类的：类方法收到的 `cls` 就是调用它的那个类。写成静态方法就只能写死 `Date(...)`，子类调用时得到的是 `Date`，吃亏的是每个子类的作者。
#
# - [ ] 静态方法不收到对象也不收到类，`is_valid` 两者都不需要
# - [ ] 类方法收到调用它的那个类 `cls`，可用来造对象
# - [ ] 静态的 `from_string` 会写死类名，子类得到基类的对象
# ### END SOLUTION
# %% [markdown] lang="en" q="q04" role="words"
# ### BEGIN SOLUTION
# `is_valid` uses its three arguments, and stands in the class only because it is about dates. It needs neither object nor class, and a static method gets neither.
# `from_string` makes an object and has to know of which class: the `cls` that a class method gets is the class it was called on. A static one would have to name `Date(...)`;
# called on a subclass it would give a `Date`, to the cost of whoever writes subclasses.
#
# - [ ] A static method gets neither object nor class, and `is_valid` needs neither
# - [ ] A class method gets the class it was called on, `cls`, and can make objects with it
# - [ ] A static `from_string` would name its class, and subclasses would get objects of the base
# ### END SOLUTION

# %% [markdown] lang="zh" q="q04" role="solution"
# 为什么检查放在 `__init__`：造对象只有这一条路，`from_string`、子类和以后的别的构造办法都会经过它，不可能漏掉。
#
# 为什么先判断月份再取下标：`lengths[0 - 1]` 不报错，而是取到十二月的 31 天，于是 0 月 31 日“存在”。负下标是这道题最隐蔽的错误。
#
# 借用标准库也完全可以，例如继承 `datetime.date`，或试着造一个 `datetime.date` 再把 `ValueError` 变成 `False`。自己算的好处是看得见规则：1900 年不闰，2000 年闰。
# %% [markdown] lang="en" q="q04" role="solution"
# Why the test is in `__init__`: it is the only way to an object; `from_string`, subclasses and any later constructor pass it, so none can forget it.
#
# Why the month is tested before it is used as an index:
# `lengths[0 - 1]` is no error, it gives December's 31 days, and a 31st of month 0 “exists”. The negative index is the most hidden mistake here.
#
# The standard library may help: inherit from `datetime.date`, or try to make one and turn its `ValueError` into `False`. Doing the sum yourself shows the rule: 1900 was no
# leap year, 2000 was.

# %% [markdown] lang="zh"
# ## 五、两个下划线改了名字，没有上锁
#
# ### 看看真正存下的名字
# **先猜**：从外面读 `safe.__code` 会怎样？`vars(safe)` 里的键叫什么？
# %% [markdown] lang="en"
# ## 5. Two underscores change a name, they lock nothing
#
# ### Look at the name that is really stored
# **Predict**: what happens when `safe.__code` is read from outside, and what is the key in `vars(safe)`?


# %%
class Safe:
    def __init__(self):
        self.__code = 1234

    def code(self):
        return self.__code


safe = Safe()
print(safe.code(), vars(safe))
try:
    print(safe.__code)
except AttributeError as error:
    print(error)
print(safe._Safe__code)

# %% [markdown] lang="zh"
# 在类体里，编译器把 `__code` 改写成 `_Safe__code`，这叫名称改写（name mangling）。类外的代码不改写，所以找不到 `__code`；照着规则写出全名，又能读到。它防的是*意外重名*，
# 不是有心人。
#
# ### 它真正防住的：子类恰好用了同一个名字
# `Vault` 的作者不知道 `Safe` 里有 `__code`。**先猜**：`vault.code()` 得到哪一个？
# %% [markdown] lang="en"
# Inside a class body the compiler rewrites `__code` to `_Safe__code`: name mangling. Code outside is left alone, so it finds no `__code`; with the full name it can read the
# value. This protects against *accidental clashes*, not against intent.
#
# ### What it does protect from: a subclass that picks the same name
# The author of `Vault` does not know that `Safe` has a `__code`. **Predict** which one `vault.code()` gives.


# %%
class Vault(Safe):
    def __init__(self):
        super().__init__()
        self.__code = 9999


vault = Vault()
print(vault.code(), vars(vault))

# %% [markdown] lang="zh"
# 两个值并排存着，谁也不碰谁。要是写成 `_code`，`Vault` 就会悄悄换掉 `Safe` 的密码。
#
# ![左边是 Safe 和 Vault 两段代码，里面都写 self.__code；右边是同一个对象的字典，两个键分别是 _Safe__code 和 _Vault__code](../assets/01_oop/mangling.png)
#
# ### 规则的边角
# 改写发生在编译时，只看类名和名字的*写法*。**先猜**下面五个名字各存成什么。
# %% [markdown] lang="en"
# Both values are there, side by side, neither touches the other. With `_code`, `Vault` would quietly have replaced the code of `Safe`.
#
# ![Left: the code of Safe and of Vault, each with self.__code. Right: the dict of one object, with the keys _Safe__code and _Vault__code](../assets/01_oop/mangling.png)
#
# ### The corners of the rule
# Mangling happens when the code is compiled and looks only at how the class name and the name are *written*. **Predict** what each of the five names is stored as.


# %%
class _Cell:
    def __init__(self):
        self.open = self._quiet = self.__secret = self.__dunder__ = self.___three = 1


class ____:
    def __init__(self):
        self.__secret = 1


print(list(vars(_Cell())))
print(list(vars(____())))

# %% [markdown] lang="zh"
# 名字要以两个下划线开头，并且*不*以两个下划线结尾，才会改写；`__dunder__` 这种特殊名字不动。
# 前缀是“一个下划线 + 去掉开头下划线的类名”，所以 `_Cell` 和 `Cell` 得到一样的前缀；类名全是下划线时没有东西可加，就不改写。
#
# 编译时改写带来三个后果。**先猜**每一行。
# %% [markdown] lang="en"
# A name is mangled if it begins with two underscores and does *not* end with two; special names such as `__dunder__` stay. The prefix is one underscore and the class name
# without its own leading ones,
# so `_Cell` and `Cell` get the same prefix; where the class name is nothing but underscores there is nothing to add, and nothing is mangled.
#
# That it is done at compile time has three consequences. **Predict** each line.


# %%
class Locker:
    def __init__(self):
        self.__key = "brass"

    def by_text(self):
        return getattr(self, "__key", "not found")


OldLocker = Locker


class Locker(OldLocker):
    def __init__(self):
        super().__init__()
        self.__key = "steel"


locker = OldLocker()
locker.__key = "plastic"
print(locker.by_text(), vars(locker))
print(vars(Locker()))

# %% [markdown] lang="zh"
# 第一，在类外给 `locker.__key` 赋值，造出的是一个真叫 `__key` 的新变量，原来的纹丝不动。第二，字符串不会被改写，所以 `by_text` 找到的恰好是那个新变量。
# 第三，父类和子类如果*同名*，前缀就一样，保护失效：只剩一个 `steel`。
#
# ### 只读属性和一个小小的 `nan`
# `@property` 没有 setter，外面就不能赋值。**先猜**：`nan` 能通过 `amount <= 0` 这道关吗？
# %% [markdown] lang="en"
# First, assigning `locker.__key` outside the class makes a new variable that really is called `__key`; the other is untouched. Second, text is not mangled, so `by_text` finds
# just that new one.
# Third, where base and subclass have the *same name* they share the prefix and the protection is gone: only `steel` is left.
#
# ### A read-only property, and a small `nan`
# A `@property` without a setter cannot be assigned from outside. **Predict**: does `nan` get past `amount <= 0`?


# %%
class Meter:
    def __init__(self):
        self.__count = 0

    @property
    def count(self):
        return self.__count


meter = Meter()
try:
    meter.count = 100
except AttributeError as error:
    print(error)
nan = float("nan")
print(nan <= 0, nan > 0, not nan > 0)

# %% [markdown] lang="zh"
# `nan` 和任何数比较都是假，所以“小于等于零就拒绝”会放它进来，“不大于零就拒绝”才拦得住。两种写法对普通数字没有区别。
# %% [markdown] lang="en"
# Every comparison with `nan` is false: “refuse if not above zero” stops it, “refuse if zero or less” lets it in. For ordinary numbers the two are the same.

# %% [markdown] lang="zh" q="q06"
# ## Q6 · 私有成员（2 分，另有 1 分书面题）
#
# 写 `class Account`，用 `Account(owner)` 构造，开户时余额为 0。余额存在双下划线的名字 `__balance` 之下（存成实例变量、插槽还是类里的默认值都可以），属性 `balance` 读出它，
# 但不能赋值。
# `deposit(amount)` 存钱；除非 `amount` 大于 0，否则抛出 `ValueError`，余额不变（`nan` 也不大于 0）。子类如果有自己的双下划线余额，两者互不打扰。
#
# 写 `mangle(class_name, name)`：在名为 `class_name` 的类里写下 `name`，Python 实际存的是什么名字。所有规则都要对：前后都有双下划线的名字、单下划线的名字、类名开头的下划线、
# 全是下划线的类名。
# %% [markdown] lang="en" q="q06"
# ## Q6 · Private members (2 points, 1 more for the written part)
#
# Write `class Account`, made by `Account(owner)`, with a balance of 0 at first. The balance is kept under the double-underscore name `__balance` (as an instance variable, a
# slot or a default in the class, as you like); the attribute `balance` reads it and cannot be assigned.
# `deposit(amount)` adds money; unless `amount` is above 0 it raises `ValueError` and the balance stays (`nan` is not above 0 either). A subclass may have a double-underscore
# balance of its own; neither disturbs the other.
#
# Write `mangle(class_name, name)`: the name that Python stores where `name` is written in a class called `class_name`. All of the rules count: names with double underscores
# at both ends, names with one underscore, a class name with leading underscores, a class name of underscores only.


# %% q="q06" role="answer"
class Account:
    """An account whose balance only `deposit` can change."""

    ### BEGIN SOLUTION
    def __init__(self, owner):
        self.owner = owner
        self.__balance = 0

    @property
    def balance(self):
        return self.__balance

    def deposit(self, amount):
        if not amount > 0:
            raise ValueError(f"a deposit must be above 0, not {amount}")
        self.__balance += amount

    ### END SOLUTION


# %% q="q06" role="answer"
def mangle(class_name, name):
    """The name that Python stores for `name` written inside `class_name`."""
    ### BEGIN SOLUTION
    bare = class_name.lstrip("_")
    if not bare or not name.startswith("__") or name.endswith("__"):
        return name
    return f"_{bare}{name}"
    ### END SOLUTION


# %% q="q06" role="check" points=1
# zh: 余额只能由 `deposit` 改变，0 和负数被拒绝；`mangle` 说得出改写后的名字
# en: Only `deposit` changes the balance, 0 and less are refused; `mangle` tells the stored name
def result_of(call, *arguments):
    try:
        call(*arguments)
        return "no error"
    except ValueError:
        return "ValueError"
    except Exception as error:
        return type(error).__name__


def money(account):
    balance = account.balance
    return float(balance) if not callable(balance) else "a method"


ann, bo = Account("Ann"), Account("Bo")
opened = money(ann)
ann.deposit(30)
ann.deposit(12)
bo.deposit(7)
saved = [money(ann), money(bo)]
refusals = [result_of(ann.deposit, 0), result_of(ann.deposit, -5)]
assigned = result_of(setattr, ann, "balance", 1000)
afterwards = money(ann)
stored = [name for name in ("_Account__balance", "_balance", "__balance") if hasattr(ann, name)]
mangled = [mangle("Account", "__balance"), mangle("Purse", "__coins"), mangle("Purse", "coins"), mangle("Purse", "__init__")]

assert opened == 0 and saved == [42, 7], T(
    f"新账户余额 {opened}；Ann 存 30 和 12、Bo 存 7 之后余额是 {saved}，应为 0 和 [42, 7]",
    f"a new account has {opened}; after 30 and 12 from Ann and 7 from Bo the balances are {saved}, expected 0 and [42, 7]",
)
assert "_Account__balance" in stored, T(
    f"对象里没有 `_Account__balance`（找到的名字：{stored}）：余额要写成 `self.__balance`，让 Python 去改写",
    f"the object has no `_Account__balance` (found: {stored}): write `self.__balance` and let Python mangle it",
)
assert refusals == ["ValueError", "ValueError"], T(
    f"`deposit(0)` 和 `deposit(-5)` 应抛出 ValueError，得到 {refusals}",
    f"`deposit(0)` and `deposit(-5)` should raise ValueError, got {refusals}",
)
assert assigned != "no error", T(
    f"`account.balance = 1000` 没有报错，余额成了 {afterwards}：属性不要有 setter",
    f"`account.balance = 1000` raised nothing and the balance is {afterwards}: the property must have no setter",
)
assert afterwards == 42, T(
    f"被拒绝的操作之后余额是 {afterwards}，应仍为 42：先检查，后改动",
    f"after the refused actions the balance is {afterwards}, expected still 42: test first, change afterwards",
)
assert mangled == ["_Account__balance", "_Purse__coins", "coins", "__init__"], T(
    f"`mangle` 对 (Account, __balance)、(Purse, __coins)、(Purse, coins)、(Purse, __init__) 得到 {mangled}，应为 ['_Account__balance', '_Purse__coins', 'coins', '__init__']",
    f"`mangle` of (Account, __balance), (Purse, __coins), (Purse, coins), (Purse, __init__) gave {mangled}, expected ['_Account__balance', '_Purse__coins', 'coins', '__init__']",
)


# %% q="q06" role="hidden" points=1
# zh: 余额真的存在 `__balance` 里，子类的同名余额不打扰它，`nan` 被拒绝；`mangle` 守住每条规则
# en: The balance really is in `__balance`, a subclass's own does not disturb it, `nan` is refused; `mangle` keeps every rule
class Savings(Account):
    def __init__(self, owner):
        super().__init__(owner)
        self.__balance = 500

    def hidden_reserve(self):
        return self.__balance

    def spend_reserve(self):
        self.__balance -= 100


class Nested(Savings):
    __balance = -1


class Earlier(Account):
    def __init__(self, owner):
        self.__balance = 900
        super().__init__(owner)

    def hidden_reserve(self):
        return self.__balance


def refused_by(account, amount):
    try:
        account.deposit(amount)
    except Exception as refusal:
        return "ValueError" if isinstance(refusal, ValueError) else type(refusal).__name__
    return "accepted"


try:
    saver, nested = Savings("Cy"), Nested("Di")
    saver.deposit(25)
    saver.spend_reserve()
    nested.deposit(0.5)
    kept_apart = [float(saver.balance), saver.hidden_reserve(), float(nested.balance), nested.hidden_reserve()]
    earlier, same_owner = Earlier("Eve"), Account("Eve")
    earlier.deposit(0.25)
    same_owner.deposit(3)
    kept_apart += [float(earlier.balance), earlier.hidden_reserve(), float(same_owner.balance), float(Account("Eve").balance)]
except Exception as error:
    kept_apart = f"{type(error).__name__}: {error}"

plain = Account("Ed")
plain.deposit(8)
odd_amounts = [refused_by(plain, float("nan")), refused_by(plain, float("-inf")), refused_by(plain, -0.0), refused_by(plain, -1)]
unharmed = float(plain.balance)
plain._Account__balance = 61
try:
    followed = float(plain.balance)
except Exception as error:
    followed = type(error).__name__

mangled_names = [mangle("Account", name) for name in ("__balance", "__x_", "___x", "__x__y", "__Account")]
left_alone = [mangle("Purse", name) for name in ("_coins", "__str__", "__", "____", "___coins___", "coins__", "coins__left", "_x__y")]
by_class = [mangle(name, "__key") for name in ("Purse", "_Cell", "___Deep_", "__Both__", "snake_case", "A", "_9Lives", "_x", "_a_b")]
only_underscores = [mangle(name, "__key") for name in ("_", "__", "_____")]

assert type(kept_apart) is list, T(
    f"存入 25、0.5、0.25、3（都大于 0），读余额，子类另有自己的 `__balance`：其间出现了 {kept_apart}，不应有异常。大于 0 的金额都收，不必是整数",
    f"25, 0.5, 0.25 and 3, all above 0, were deposited and balances read, in subclasses with a `__balance` of their own, and this came: {kept_apart}; nothing should be raised. Any "
    "amount above 0 is taken, whole or not",
)
assert kept_apart[:2] == [25, 400], T(
    f"子类有自己的 `__balance`（500，花掉 100），账户存了 25：[余额, 子类自己的, …] 是 {kept_apart}，应以 [25, 400] 开头。"
    "前缀是写代码的类，不能用 `type(self).__name__` 去拼；每个账户有自己的余额",
    f"a subclass has its own `__balance` (500, 100 of it spent) and 25 was deposited: [balance, own, …] is {kept_apart}, expected to begin with [25, 400]. "
    "The prefix is the class the code stands in, do not build it from `type(self).__name__`; each account has a balance of its own",
)
assert kept_apart[2:4] == [0.5, 500], T(
    f"孙类在类体里又写了一个 `__balance`，存入 0.5：[余额, 子类自己的] 是 {kept_apart[2:4]}，应为 [0.5, 500]",
    f"a subclass of the subclass has one more `__balance` in its body, and 0.5 was deposited: [balance, own] is {kept_apart[2:4]}, expected [0.5, 500]",
)
assert kept_apart[4:] == [0.25, 900, 3, 0], T(
    f"另一个子类先设自己的 `__balance`（900），再调用 `super().__init__`，存入 0.25；同一位主人另开两个账户，一个存 3，一个不存：[余额, 子类自己的, 余额, 余额] 是 {kept_apart[4:]}，"
    "应为 [0.25, 900, 3, 0]。金额不取整，主人相同的账户也各有各的余额",
    "another subclass sets its own `__balance` (900) before it calls `super().__init__`, and 0.25 was deposited; the same owner opens two more accounts, with 3 and with nothing: "
    f"[balance, own, balance, balance] is {kept_apart[4:]}, expected [0.25, 900, 3, 0]. Amounts are not rounded, and accounts of one owner have a balance each",
)
assert odd_amounts[0] == "ValueError", T(
    f"`deposit(float('nan'))` 应抛出 ValueError，得到 {odd_amounts[0]}。收下了：`nan <= 0` 为假，要写 `not amount > 0`；别的异常：要换成 ValueError",
    f"`deposit(float('nan'))` should raise ValueError, got {odd_amounts[0]}. If it was accepted: `nan <= 0` is false, write `not amount > 0`; another exception should be ValueError",
)
assert odd_amounts == ["ValueError"] * 4, T(
    f"`deposit` 对 nan、-inf、-0.0、-1 得到 {odd_amounts}，都应抛出 ValueError",
    f"`deposit` of nan, -inf, -0.0, -1 gave {odd_amounts}, expected ValueError each time",
)
assert unharmed == 8, T(f"四次被拒绝的存款之后余额是 {unharmed}，应仍为 8", f"after four refused deposits the balance is {unharmed}, expected still 8")
assert followed != 8, T(
    "改了 `_Account__balance`，`balance` 却没有变：真正的余额存在别处，`__balance` 只是摆设",
    "`_Account__balance` was changed and `balance` was not: the real balance is kept elsewhere, `__balance` is for show",
)
assert left_alone == ["_coins", "__str__", "__", "____", "___coins___", "coins__", "coins__left", "_x__y"], T(
    f"在类 Purse 里，`_coins`、`__str__`、`__`、`____`、`___coins___`、`coins__`、`coins__left`、`_x__y` 都不改写，`mangle` 得到 {left_alone}：要以两个下划线开头，并且不以两个下划线结尾",
    f"in a class Purse `_coins`, `__str__`, `__`, `____`, `___coins___`, `coins__`, `coins__left`, `_x__y` all stay, `mangle` gave {left_alone}: two underscores in front, and not two at the end",
)
assert mangled_names == ["_Account__balance", "_Account__x_", "_Account___x", "_Account__x__y", "_Account__Account"], T(
    f"在类 Account 里，`__balance`、`__x_`、`___x`、`__x__y`、`__Account` 都要改写，`mangle` 得到 {mangled_names}：名字本身一个字符也不变，只加前缀 `_Account`",
    f"in a class Account `__balance`, `__x_`, `___x`, `__x__y`, `__Account` are all mangled, `mangle` gave {mangled_names}: the name itself stays whole, only the prefix "
    "`_Account` is added",
)
assert by_class == ["_Purse__key", "_Cell__key", "_Deep___key", "_Both____key", "_snake_case__key", "_A__key", "_9Lives__key", "_x__key", "_a_b__key"], T(
    f"`__key` 写在类 Purse、_Cell、___Deep_、__Both__、snake_case、A、_9Lives、_x、_a_b 里，`mangle` 得到 {by_class}：类名去掉*开头*的所有下划线，再加一个",
    f"`__key` in the classes Purse, _Cell, ___Deep_, __Both__, snake_case, A, _9Lives, _x, _a_b: `mangle` gave {by_class}. All *leading* underscores of the class go, then one is put in front",
)
assert only_underscores == ["__key", "__key", "__key"], T(
    f"`__key` 写在类 _、__、_____ 里，`mangle` 得到 {only_underscores}，应为 '__key'：类名全是下划线时不改写",
    f"`__key` in the classes _, __, _____: `mangle` gave {only_underscores}, expected '__key': a class of underscores only mangles nothing",
)

# %% [markdown] lang="zh" q="q06" role="hint"
# 在类里照常写 `self.__balance`，改写由 Python 去做。`balance` 用 `@property`，不写 setter。拒绝的条件怎样写才拦得住 `nan`？
# %% [markdown] lang="en" q="q06" role="hint"
# Write `self.__balance` in the class as usual; mangling is Python's business. Make `balance` a `@property` without a setter. How must the refusal be written to stop `nan`?

# %% [markdown] lang="zh" q="q06" role="hint"
# `mangle` 有三种情况原样返回：名字不以 `__` 开头，名字以 `__` 结尾，类名去掉开头的下划线后什么也不剩。其余都是 `_`、剩下的类名、名字，三段相连。
# %% [markdown] lang="en" q="q06" role="hint"
# `mangle` returns the name as it is in three cases: it does not begin with `__`, it ends with `__`, or nothing is left of the class name without its leading underscores. Else
# join `_`, what is left of the class, and the name.

# %% [markdown] lang="zh" q="q06" role="hint"
# ```python
# if not amount > 0:
#     raise ValueError(...)
#
# bare = class_name.lstrip("_")
# if not bare or ... or ...:
#     return name
# ```
# %% [markdown] lang="en" q="q06" role="hint"
# ```python
# if not amount > 0:
#     raise ValueError(...)
#
# bare = class_name.lstrip("_")
# if not bare or ... or ...:
#     return name
# ```

# %% [markdown] lang="zh" q="q06"
# **书面题（1 分）**：“双下划线让成员变成真正私有。” 这句话哪里错了？它实际防住的是什么，防不住的又是什么？什么时候一个下划线就够了？
# %% [markdown] lang="en" q="q06"
# **In your own words (1 point)**: “Two underscores make a member really private.” What is wrong here? What do they protect from, and from what not? When is one underscore enough?

# %% [markdown] lang="zh" q="q06" role="words"
# ### BEGIN SOLUTION
# 双下划线只是在编译时把 `__balance` 改写成 `_Account__balance`，知道规则的人照样能读能写，所以不是访问控制。
# 它防的是意外：子类恰好也用 `__balance`，存的是另一个名字，互不覆盖。防不住有意的访问，也防不住同名的子类。
# 只想表示“内部使用，请勿依赖”时，一个下划线就够了；准备给别人继承、又怕重名时，才用两个。
#
# - [ ] 双下划线只是把名字改写成带类名前缀的（如 `_Account__balance`）
# - [ ] 防住的是子类无意中的重名
# - [ ] 防不住有意的访问：用全名照样能读写（或：防不住同名的子类）
# - [ ] 单下划线是“内部使用”的约定，不担心子类重名时就够了
# ### END SOLUTION
# %% [markdown] lang="en" q="q06" role="words"
# ### BEGIN SOLUTION
# Two underscores only have `__balance` rewritten to `_Account__balance` at compile time; whoever knows the rule can read and write it, so access is not controlled.
# They protect from accident: a subclass that happens to use `__balance` stores another name, and neither overwrites the other. They do not protect from intent, nor from a
# subclass of the same name.
# Where you only want to say “internal, do not rely on it”, one underscore is enough; two are for classes meant to be inherited from, where names might clash.
#
# - [ ] Two underscores only rewrite the name, with the class as a prefix (such as `_Account__balance`)
# - [ ] They protect from accidental clashes with a subclass
# - [ ] They do not protect from deliberate access, since the full name works (or: not from a subclass of the same name)
# - [ ] One underscore is the agreement “internal”, enough where no clash is to be feared
# ### END SOLUTION

# %% [markdown] lang="zh" q="q06" role="solution"
# 为什么写 `not amount > 0`：题目说“除非大于 0”，照字面翻译就是它。改成 `amount <= 0` 看似等价，`nan` 会溜进来，把余额永远变成 `nan`。
#
# 为什么先检查后改动：先加再发现不对，余额已经错了，异常并不会把它退回去。
#
# 为什么 `mangle` 里用 `lstrip` 而不是 `strip`：只去开头，`__Both__` 剩下 `Both__`。这些规则抄自 CPython 的 `_Py_Mangle`；类名全是下划线时不改写，
# 是因为去掉之后没有名字可用作前缀。
# 用 `f"_{type(self).__name__}__balance"` 自己拼名字是常见的聪明错误：子类一来，类名就变了，余额也就“丢”了。
# %% [markdown] lang="en" q="q06" role="solution"
# Why `not amount > 0`: the question says “unless above 0”, and this is it, word for word. `amount <= 0` looks the same, but lets `nan` in, which turns the balance into `nan`
# for good.
#
# Why test before changing: add first and find out later, and the balance is wrong already; an exception takes nothing back.
#
# Why `lstrip` and not `strip` in `mangle`: only leading underscores go, `__Both__` leaves `Both__`. The rules are those of CPython's `_Py_Mangle`; a class of underscores only
# mangles nothing because no name is left for the prefix.
# Building the name yourself, `f"_{type(self).__name__}__balance"`, is a clever and common mistake: with a subclass the class name changes and the balance is “lost”.

# %% [markdown] lang="zh"
# ## 六、点名调用，还是交给 `super()`
#
# ### `self` 只是第一个参数
# 通过类取到的方法就是普通函数，括号里第一个是谁，谁就是 `self`。**先猜**：`self` 可以不是这个类的实例吗？
# %% [markdown] lang="en"
# ## 6. Name the class, or leave it to `super()`
#
# ### `self` is just the first argument
# A method taken from the class is an ordinary function; whatever stands first in the brackets is `self`. **Predict**: may that be no instance of the class?

# %%
plug = Lamp("cellar")
print(plug.label(), "=", Device.label(plug), "=", Lamp.label(plug))


class Guest:
    room = "attic"


print(Device.label(Guest()))

# %% [markdown] lang="zh"
# 可以。`Device.label(x)` 不看 `x` 的类，也不走 `x` 的 MRO，只在 `Device`（和它的基类）里找到函数，然后调用。所以点名调用永远到达同一段代码，不管对象是什么。
#
# 这正是它的危险之处。**先猜**：菱形里每个类都点名调用基类，`Shared.start` 会运行几次？
# %% [markdown] lang="en"
# It may. `Device.label(x)` looks neither at the class of `x` nor along its MRO: it finds the function in `Device` (or its bases) and calls it. So a call by name always
# reaches the same code, whatever the object.
#
# Just that is the danger. **Predict**: in a diamond where each class calls its base by name, how often does `Shared.start` run?


# %%
class Shared:
    def start(self):
        return ["Shared"]


class Disk(Shared):
    def start(self):
        return ["Disk", *Shared.start(self)]


class Net(Shared):
    def start(self):
        return ["Net", *Shared.start(self)]


class Machine(Disk, Net):
    def start(self):
        return ["Machine", *Disk.start(self), *Net.start(self)]


print(Machine().start())

# %% [markdown] lang="zh"
# 两次。每个类只看得见自己的基类，谁也不知道菱形的存在。如果 `Shared.start` 打开的是一个文件或一个端口，第二次就出错了。改用 `super()`，整条队每人恰好一次。
#
# 反过来，点名也有正当用途：*就是*要那个版本，别的都不要。下面 `Retry` 想跳过 `Careful`。**先猜**：`super(Careful, self)` 和 `Plain.send(self)` 在 `Loud` 混进来之后还一样吗？
# %% [markdown] lang="en"
# Twice. Each class sees only its own base, none knows of the diamond. If `Shared.start` opened a file or a port, the second time would fail. With `super()` each class in the
# queue has exactly one turn.
#
# On the other hand a name is right where you want *that* version and no other. `Retry` below means to skip `Careful`. **Predict**: are `super(Careful, self)` and
# `Plain.send(self)` still the same once `Loud` is mixed in?


# %%
class Plain:
    def send(self):
        return "plain"


class Careful(Plain):
    def send(self):
        return "careful"


class Retry(Careful):
    def both(self):
        return super(Careful, self).send(), Plain.send(self)


class Loud(Plain):
    def send(self):
        return "LOUD"


class LoudRetry(Retry, Loud):
    pass


print(Retry().both(), LoudRetry().both())

# %% [markdown] lang="zh"
# 不一样了。`super(Careful, self)` 是“`Careful` 之后的那位”，在新的队里是 `Loud`；`Plain.send(self)` 才是“不管怎样都要 `Plain`”。
# %% [markdown] lang="en"
# They are not. `super(Careful, self)` is “whoever comes behind `Careful`”, in the new queue that is `Loud`; `Plain.send(self)` is “`Plain`, come what may”.

# %% [markdown] lang="zh" q="q08"
# ## Q8 · `F1.func(self, 1)` 与 `super().func(1)`（3 分，另有 1 分书面题）
#
# 下面一格给出 `F1` 和 `F2(F1)`。写 `class F3(F2)`：
# - `run_direct()` 在这个对象上调用 `func(1)`，用的永远是 `F1` 的那个，不管子类怎样写，也不管 MRO 里有谁；
# - `run_super()` 在这个对象上调用 `func(1)`，用的是对象的 MRO 中 `F3` 之后的那个，不管那是哪个类。
#
# 两者都返回调用得到的结果。先不运行，写下预测：`DIRECT` 是 `F3().run_direct()` 返回的字符串，`SUPER` 是 `F3().run_super()` 返回的字符串。
#
# 再写 `call_through_class(cls, obj, num)`：返回 `cls.func` 以 `obj` 为对象、以 `num` 为参数得到的结果。`obj` 是 `cls` 或其子类的实例。
# %% [markdown] lang="en" q="q08"
# ## Q8 · `F1.func(self, 1)` against `super().func(1)` (3 points, 1 more for the written part)
#
# The next cell gives `F1` and `F2(F1)`. Write `class F3(F2)`:
# - `run_direct()` calls `func(1)` on this object, always that of `F1`, whatever subclasses do and whoever is in the MRO;
# - `run_super()` calls `func(1)` on this object, that of the class behind `F3` in the object's MRO, whichever it is.
#
# Both return what the call returns. Before you run anything write your predictions: `DIRECT` is the text that `F3().run_direct()` returns, `SUPER` the one that
# `F3().run_super()` returns.
#
# Also write `call_through_class(cls, obj, num)`: what `cls.func` gives for the object `obj` and the argument `num`. `obj` is an instance of `cls` or of a subclass.


# %% q="q08" role="given"
class F1:
    def func(self, num):
        return f"F1.func {num}"


class F2(F1):
    def func(self, num):
        return f"F2.func {num}"


# %% q="q08" role="answer"
class F3(F2):
    """Reaches `func` in two ways."""

    ### BEGIN SOLUTION
    def run_direct(self):
        return F1.func(self, 1)

    def run_super(self):
        return super().func(1)

    ### END SOLUTION


# %% q="q08" role="answer"
# zh: 你的预测：DIRECT = …，SUPER = …
# en: Your predictions: DIRECT = …, SUPER = …
### BEGIN SOLUTION
DIRECT = "F1.func 1"
SUPER = "F2.func 1"
### END SOLUTION


# %% q="q08" role="answer"
def call_through_class(cls, obj, num):
    """What `cls.func` gives for `obj` and `num`."""
    ### BEGIN SOLUTION
    return cls.func(obj, num)
    ### END SOLUTION


# %% q="q08" role="check" points=1
# zh: `run_direct` 用 `F1` 的 `func`，`run_super` 用下一个类的，`call_through_class` 用指定的类的
# en: `run_direct` uses the `func` of `F1`, `run_super` the next class's, `call_through_class` that of the class named
def asked_through(cls, thing, num):
    try:
        return call_through_class(cls, thing, num)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Quiet(F2):
    pass


third, quiet = F3(), Quiet()
direct, via_super = third.run_direct(), third.run_super()
through = [asked_through(F1, third, 5), asked_through(F2, third, 6), asked_through(Quiet, quiet, 7), asked_through(F1, quiet, 8)]

assert direct == F1().func(1), T(
    f"`F3().run_direct()` 得到 {direct!r}：它应直接调用 `F1` 的 `func`，并返回结果（None 表示忘了 return）",
    f"`F3().run_direct()` gave {direct!r}: it should call the `func` of `F1` itself and return what comes (None: a forgotten return)",
)
assert via_super == F2().func(1), T(
    f"`F3().run_super()` 得到 {via_super!r}：它应返回 `super().func(1)` 的结果，`F3` 之后的下一个类是 `F2`",
    f"`F3().run_super()` gave {via_super!r}: it should return what `super().func(1)` gives; the class behind `F3` is `F2`",
)
assert through == [F1().func(5), F2().func(6), F2().func(7), F1().func(8)], T(
    f"`class Quiet(F2)` 是空的，quiet 是它的对象：`call_through_class` 对 (F1, F3(), 5)、(F2, F3(), 6)、(Quiet, quiet, 7)、(F1, quiet, 8) 得到 {through}。"
    "从 `cls` 取 `func`（可以是继承来的），不是从对象取，也不是 `super`",
    f"`class Quiet(F2)` is empty, quiet is one: `call_through_class` of (F1, F3(), 5), (F2, F3(), 6), (Quiet, quiet, 7), (F1, quiet, 8) gave {through}. "
    "Take `func` from `cls` (it may inherit it), not from the object, nor by `super`",
)


# %% q="q08" role="hidden" points=1
# zh: 在覆盖了 `func` 的子类、插进来的兄弟类里，两条路仍各走各的，而且真的在这个对象上调用
# en: Under a subclass with its own `func`, or a sibling in between, both ways still hold, and really call on this object
class Late(F3):
    def func(self, num):
        return f"Late {num}"


class Later(Late):
    pass


class Between(F2):
    def func(self, num):
        return f"Between {num}"


class Mixed(F3, Between):
    pass


class Beside(F1):
    def func(self, num):
        return f"Beside {num}"


class Wide(F3, Beside):
    pass


class Mixin:
    def func(self, num):
        return f"Mixin {num}"


class Tail(F3, Mixin):
    pass


class Turn(F2):
    turn = 0

    def func(self, num):
        self.turn += 1
        return f"turn {self.turn}"


class Refusal(F2):
    def func(self, num):
        raise LookupError(f"not {num}")


class Empty(F2):
    pass


class PastEmpty(F3, Empty, Between):
    pass


class WithTurn(F3, Turn):
    pass


class WithRefusal(F3, Refusal):
    pass


def both(thing):
    runs = []
    for run in ("run_direct", "run_super"):
        try:
            runs.append(getattr(thing, run)())
        except Exception as error:
            runs.append(type(error).__name__)
    return runs


def stand_in_1(self, num):
    return f"{type(self).__name__} asks F1 for {num!r}"


def stand_in_2(self, num):
    return f"{type(self).__name__} asks F2 for {num!r}"


def hands_over_1(self, num):
    self.noted = [*getattr(self, "noted", []), f"F1 {num}"]
    return self.gift


def hands_over_2(self, num):
    self.noted = [*getattr(self, "noted", []), f"F2 {num}"]
    return self.gift


def handed(run, gift):
    """Is the very thing returned that `func` returned, and what did `func` write into the object?"""
    thing = Late()
    thing.gift = gift
    try:
        came = getattr(thing, run)()
    except Exception as error:
        return type(error).__name__
    return ["the same" if came is gift else type(came).__name__, getattr(thing, "noted", "nothing")]


runs = {kind.__name__: both(kind()) for kind in (Late, Later, Mixed, Wide, Tail, WithRefusal, PastEmpty)}
of_its_own = vars(F3).get("func")
try:
    F3.func = lambda self, num: f"F3's own {num}"
    with_own = both(F3())
finally:
    del F3.func
    if of_its_own is not None:
        F3.func = of_its_own
turns = WithTurn()
by_turns = [both(turns), both(turns), both(WithTurn())]
codes = F1.func.__code__, F2.func.__code__
try:
    F1.func.__code__, F2.func.__code__ = stand_in_1.__code__, stand_in_2.__code__
    live = [both(F3()), both(Late())]
    F1.func.__code__, F2.func.__code__ = hands_over_1.__code__, hands_over_2.__code__
    handed_over = [handed(run, gift) for run in ("run_direct", "run_super") for gift in (["a list"], None)]
finally:
    F1.func.__code__, F2.func.__code__ = codes

assert runs["Late"] == ["F1.func 1", "F2.func 1"] and runs["Later"] == ["F1.func 1", "F2.func 1"], T(
    f"`class Late(F3)` 覆盖了 `func`，`class Later(Late)` 继承它：run_direct、run_super 得到 {runs['Late']} 和 {runs['Later']}，都应为 ['F1.func 1', 'F2.func 1']。"
    "`run_direct` 点名 `F1`，不靠它在 MRO 里的位置；`super()` 从 `F3` 之后找，不是从 `type(self)` 之后",
    f"`class Late(F3)` has a `func` of its own, `class Later(Late)` inherits it: run_direct and run_super gave {runs['Late']} and {runs['Later']}, "
    "expected ['F1.func 1', 'F2.func 1'] from both. `run_direct` names `F1`, wherever it stands in the MRO; `super()` looks behind `F3`, not behind `type(self)`",
)
assert live == [["F3 asks F1 for 1", "F3 asks F2 for 1"], ["Late asks F1 for 1", "Late asks F2 for 1"]], T(
    f"临时换掉了 F1 和 F2 的 `func` 的代码，让它报告对象和参数：得到 {live}。应真的在 `self` 上以 1 调用它们，而不是返回写好的文字，或另造一个对象",
    f"the code of both `func` was exchanged for one that reports object and argument: got {live}. Call them on `self` with 1; do not return a ready text or make another object",
)
assert handed_over == [["the same", [called]] for called in ("F1 1", "F1 1", "F2 1", "F2 1")], T(
    f"换上的 `func` 在对象上记一笔，再返回一个列表或 None：run_direct 两次、run_super 两次得到 {handed_over}（返回的是否就是它，对象上记了什么），"
    "应为 'the same' 和 ['F1 1']、['F2 1']：在 `self` 上调用，只调用一次，不要复制它，原样返回结果，不要转换",
    f"a `func` was put in that makes a note on the object and returns a list or None: run_direct twice and run_super twice gave {handed_over} (is it the very thing returned, "
    "what is noted on the object), expected 'the same' with ['F1 1'] and ['F2 1']: call once, on `self`, not on a copy, and return what comes as it is",
)
assert runs["Tail"] == ["F1.func 1", "F2.func 1"], T(
    f"`class Tail(F3, Mixin)`，Mixin 排在 F1 之后，也有 `func`：得到 {runs['Tail']}，应为 ['F1.func 1', 'F2.func 1']：F1 不一定是 MRO 的倒数第二个，要点名",
    f"`class Tail(F3, Mixin)`, Mixin comes behind F1 and has a `func` too: got {runs['Tail']}, expected ['F1.func 1', 'F2.func 1']: F1 is not always the last but one of the "
    "MRO, name it",
)
assert runs["Mixed"] == ["F1.func 1", "Between 1"], T(
    f"`class Between(F2)` 插在 F3 和 F2 之间：得到 {runs['Mixed']}，应为 ['F1.func 1', 'Between 1']：`run_super` 不能点名 `F2`",
    f"`class Between(F2)` comes between F3 and F2: got {runs['Mixed']}, expected ['F1.func 1', 'Between 1']: `run_super` must not name `F2`",
)
assert runs["PastEmpty"] == ["F1.func 1", "Between 1"], T(
    f"`class PastEmpty(F3, Empty, Between)`，`class Empty(F2)` 自己没有 `func`：得到 {runs['PastEmpty']}，应为 ['F1.func 1', 'Between 1']：没有 `func` 的类要跳过，接着在对象的 MRO 里找，"
    "不能去问它继承了谁的",
    f"`class PastEmpty(F3, Empty, Between)`, where `class Empty(F2)` has no `func` of its own: got {runs['PastEmpty']}, expected ['F1.func 1', 'Between 1']: pass over a class without a `func` and "
    "look on in the object's MRO, do not ask what that class inherits",
)
assert with_own == ["F1.func 1", "F2.func 1"], T(
    f"临时给 F3 自己装上一个 `func`：run_direct、run_super 得到 {with_own}，应为 ['F1.func 1', 'F2.func 1']：`super()` 从 F3 *之后*找起，F3 自己的不算",
    f"F3 itself was given a `func` for a moment: run_direct and run_super gave {with_own}, expected ['F1.func 1', 'F2.func 1']: `super()` begins *behind* F3, whose own does not count",
)
assert runs["WithRefusal"] == ["F1.func 1", "LookupError"], T(
    f"排在 F3 之后的类的 `func` 抛出 LookupError：得到 {runs['WithRefusal']}，应为 ['F1.func 1', 'LookupError']，异常不要吞掉",
    f"the `func` of the class behind F3 raises LookupError: got {runs['WithRefusal']}, expected ['F1.func 1', 'LookupError']; do not swallow it",
)
assert by_turns == [["F1.func 1", "turn 1"], ["F1.func 1", "turn 2"], ["F1.func 1", "turn 1"]], T(
    f"排在 F3 之后的类的 `func` 数着自己被叫了几次；同一个对象两轮，另一个对象一轮，得到 {by_turns}。每次都要真的调用一次，不要记住结果",
    f"the `func` of the class behind F3 counts its calls; two rounds with one object and one with another gave {by_turns}. Call it each time, once; do not keep a result",
)
assert runs["Wide"] == ["F1.func 1", "F2.func 1"], T(
    f"`class Beside(F1)` 排在 F2 之后、F1 之前：得到 {runs['Wide']}，应为 ['F1.func 1', 'F2.func 1']：`super(F2, self)` 是 F2 之后的那位，不一定是 F1",
    f"`class Beside(F1)` comes behind F2, before F1: got {runs['Wide']}, expected ['F1.func 1', 'F2.func 1']: `super(F2, self)` is whoever comes behind F2, not always F1",
)


# %% q="q08" role="hidden" points=1
# zh: 预测正确；`call_through_class` 用指定类的 `func` 和给的那个对象
# en: The predictions are right; `call_through_class` uses the named class's `func` and the very object given
class Labelled(F2):
    def __init__(self, label):
        self.label = label

    def func(self, num):
        return f"{self.label}-{num}"


class Inherits(Labelled):
    pass


class Overrides(Inherits):
    def func(self, num):
        return f"overridden {num}"


class Top(F2):
    def func(self, num):
        return f"Top {num}"


class Empty(Top):
    pass


class Aside(Top):
    def func(self, num):
        return f"Aside {num}"


class Diamond(Empty, Aside):
    pass


class Giver(F2):
    gift, noted = None, "nothing"

    def func(self, num):
        self.noted = f"asked for {num}" if self.noted == "nothing" else f"{self.noted}, {num}"
        return self.gift


def given_by(*arguments):
    try:
        return call_through_class(*arguments)
    except Exception as problem:
        return type(problem).__name__


first, second, third = Labelled("a"), Inherits("b"), Overrides("c")
first.func = lambda num: f"the object's own {num}"
predicted = [DIRECT, SUPER]
gave = [
    given_by(Labelled, first, 2),
    given_by(Inherits, second, 30),
    given_by(Labelled, third, 4),
    given_by(Inherits, third, 5),
    given_by(Overrides, third, 6),
    given_by(F2, first, 7),
    given_by(F1, third, 8),
    given_by(Labelled, second, "x"),
    given_by(F1, third, 2.5),
]
diamond = [given_by(Empty, Diamond(), 2), given_by(Diamond, Diamond(), 3), given_by(Aside, Diamond(), 4), given_by(Top, Diamond(), 5)]
handed_on = []
for gift in (["a list"], None):
    giver = Giver()
    giver.gift = gift
    got = given_by(Giver, giver, 6)
    handed_on.append(["the same" if got is gift else type(got).__name__, giver.noted])

assert gave == ["a-2", "b-30", "c-4", "c-5", "overridden 6", "F2.func 7", "F1.func 8", "b-x", "F1.func 2.5"], T(
    f"`call_through_class` 得到 {gave}，应为 ['a-2', 'b-30', 'c-4', 'c-5', 'overridden 6', 'F2.func 7', 'F1.func 8', 'b-x', 'F1.func 2.5']：`func` 从 `cls` 取（可以是继承来的），对象就用给的那个",
    f"`call_through_class` gave {gave}, expected ['a-2', 'b-30', 'c-4', 'c-5', 'overridden 6', 'F2.func 7', 'F1.func 8', 'b-x', 'F1.func 2.5']: `func` comes from `cls` (it may inherit it), the "
    "object is the one given",
)
assert diamond == ["Top 2", "Aside 3", "Aside 4", "Top 5"], T(
    f"`class Diamond(Empty, Aside)`，Empty 是空的，Empty 和 Aside 都继承 Top：对 Diamond 的对象，经 Empty、Diamond、Aside、Top 调用得到 {diamond}，"
    "应为 ['Top 2', 'Aside 3', 'Aside 4', 'Top 5']：`cls.func` 按 `cls` 自己的 MRO 去找，不按对象的",
    f"`class Diamond(Empty, Aside)`, Empty is empty, Empty and Aside both inherit from Top: for a Diamond, calls through Empty, Diamond, Aside, Top gave {diamond}, expected "
    "['Top 2', 'Aside 3', 'Aside 4', 'Top 5']: `cls.func` is looked for along the MRO of `cls`, not that of the object",
)
assert handed_on == [["the same", "asked for 6"], ["the same", "asked for 6"]], T(
    f"一个 `func` 在对象上记一笔，再返回一个列表或 None：得到 {handed_on}（返回的是否就是它，对象上记了什么），应为 'the same' 和 'asked for 6'：用给的那个对象，不要复制，原样返回结果",
    f"a `func` makes a note on the object and returns a list or None: got {handed_on} (is it the very thing returned, what is noted on the object), expected 'the same' and "
    "'asked for 6': use the object given, not a copy, and return what comes as it is",
)
assert predicted != ["F2.func 1", "F1.func 1"], T(
    "两个预测写反了：点名的走 F1，`super()` 走 F3 的下一个",
    "the two predictions are the wrong way round: the name leads to F1, `super()` to the class behind F3",
)
assert predicted == [F1().func(1), F2().func(1)], T(
    f"预测 [DIRECT, SUPER] 是 {predicted}：与 `F3().run_direct()`、`F3().run_super()` 应返回的不同。`super()` 找的是下一个类，不是最顶上的类",
    f"the predictions [DIRECT, SUPER] are {predicted}, not what `F3().run_direct()` and `F3().run_super()` should return. `super()` finds the next class, not the topmost",
)

# %% [markdown] lang="zh" q="q08" role="hint"
# 画出 `F3` 的队：F3、F2、F1。两种调用各从哪里开始找 `func`？
# %% [markdown] lang="en" q="q08" role="hint"
# Draw the queue of `F3`: F3, F2, F1. Where does each of the two calls begin to look for `func`?

# %% [markdown] lang="zh" q="q08" role="hint"
# 标题里就写着两种调用，别忘了 `return`，也别另造一个对象：`self` 就是那个对象。`call_through_class` 和课文里的 `Device.label(plug)` 是同一种调用，只是类放在变量里。
# %% [markdown] lang="en" q="q08" role="hint"
# The title spells out both calls; do not forget `return`, and make no other object: `self` is the one. `call_through_class` is the same kind of call as `Device.label(plug)`
# in the lesson, with the class in a variable.

# %% [markdown] lang="zh" q="q08"
# **书面题（1 分）**：比较 `F1.func(self, 1)` 和 `super().func(1)`：各自怎样找到要运行的函数？`self` 是怎样传进去的？各举一个该用它的场合。
# %% [markdown] lang="en" q="q08"
# **In your own words (1 point)**: compare `F1.func(self, 1)` and `super().func(1)`: how does each find the function to run, and how does `self` get in? Give one occasion for
# each.

# %% [markdown] lang="zh" q="q08" role="words"
# ### BEGIN SOLUTION
# `F1.func(self, 1)` 点名从 `F1`（及其基类）取函数，得到的是普通函数，所以 `self` 要自己写进去；结果与对象的 MRO 无关，也不要求有继承关系。
# `super().func(1)` 在对象所属类的 MRO 里，从写代码的类之后开始找，找到后自动绑定 `self`；下一个是谁由对象决定，可能是兄弟类。
# 一般的覆盖和合作用 `super()`，菱形里每个类只运行一次；确实要某个类的版本、跳过中间的类时才点名。
#
# - [ ] 点名：总是 `F1` 的函数，与对象的 MRO 无关
# - [ ] `super()`：对象的 MRO 中当前类之后的下一个，可能是兄弟类
# - [ ] 点名时 `self` 是手写的普通参数，`super()` 自动绑定
# - [ ] 各给出一个合理的场合（合作继承或菱形用 `super()`；必须要某个版本时点名）
# ### END SOLUTION
# %% [markdown] lang="en" q="q08" role="words"
# ### BEGIN SOLUTION
# `F1.func(self, 1)` takes the function from `F1` (or its bases) by name; it is an ordinary function, so `self` has to be written as an argument. The object's MRO plays no
# part, no inheritance is needed.
# `super().func(1)` looks in the MRO of the object's class, beginning behind the class in which the code stands, and binds `self` by itself; the object decides who is next,
# perhaps a sibling.
# `super()` is for ordinary overriding and cooperation, each class of a diamond runs once; the name is for when you want one class's version and mean to skip those in between.
#
# - [ ] By name: always the function of `F1`, whatever the object's MRO
# - [ ] `super()`: the next behind the present class in the object's MRO, perhaps a sibling
# - [ ] By name `self` is an ordinary argument, written out; `super()` binds it
# - [ ] A fitting occasion for each (`super()` for cooperation or a diamond; the name where one version is a must)
# ### END SOLUTION

# %% [markdown] lang="zh" q="q08" role="solution"
# 为什么 `run_direct` 不写 `super(F2, self).func(1)`：在 `F3` 自己身上结果一样，可它的意思是“F2 之后的那位”。有人写出 `class Wide(F3, Beside)`，它就走到 `Beside` 去了。
#
# 为什么 `run_super` 不写 `F2.func(self, 1)`：道理相反。它把“下一个”固定成了 `F2`，插进来的兄弟类会被悄悄跳过，自己的那一份活没有人做。
#
# 为什么不写 `F1().func(1)`：那是另一个对象。`F1.func` 这里没有用到 `self`，所以看起来一样；一旦方法读写对象的数据，就全错了。
# `call_through_class` 里写 `super(cls, obj).func(num)` 会从 `cls` *之后*开始找，差了一位。
# %% [markdown] lang="en" q="q08" role="solution"
# Why `run_direct` is not `super(F2, self).func(1)`: on a plain `F3` the result is the same, but it means “whoever comes behind F2”. Let somebody write
# `class Wide(F3, Beside)`, and it ends up in `Beside`.
#
# Why `run_super` is not `F2.func(self, 1)`: the other way round. It fixes “the next” as `F2`; a sibling that is put in between is skipped without a word, and its share of the
# work is done by nobody.
#
# Why not `F1().func(1)`: that is another object. `F1.func` does not use its `self` here, so it looks the same; as soon as a method reads or writes the object's data all is wrong.
# `super(cls, obj).func(num)` in `call_through_class` begins *behind* `cls`, one place too late.

# %% [markdown] lang="zh"
# ## 七、最常见的错误，和你会看到的那句话
#
# | 你会看到 | 多半是因为 |
# |---|---|
# | “先后建立、各自丢弃的收件箱里出现了前一个的消息” | 容器写在类体里，所有对象共用 |
# | “容量 0 就是永远满” | `if capacity` 把 0 当成没有限制 |
# | “`Base` 出现了两次” | 逐个点名调用基类，没有用 `super()` |
# | “无穷递归” | `super(type(self), self)` |
# | “`Ticket.issued` 没有变” | `self.issued += 1` 写进了对象 |
# | “`type(self).issued` 让子类各数各的” | 写进了子类，没有点名 `Ticket` |
# | “类方法应以 `cls(...)` 造对象” | `from_string` 里写死了类名 |
# | “月份 0 会让下标变成 -1” | 先取下标，后判断范围 |
# | “`nan <= 0` 为假” | 拒绝的条件写反了方向 |
# | “`run_super` 不能点名 `F2`” | 用类名代替了 `super()` |
# %% [markdown] lang="en"
# ## 7. The usual mistakes, and the sentence you will see
#
# | You will read | The usual cause |
# |---|---|
# | “inboxes made one after another and dropped held messages of earlier ones” | the store is made in the class body, all objects share it |
# | “capacity 0 means always full” | `if capacity` takes 0 for no limit |
# | “`Base` is there twice” | bases called by name, one by one, in place of `super()` |
# | “recursed for ever” | `super(type(self), self)` |
# | “`Ticket.issued` did not move” | `self.issued += 1` wrote into the object |
# | “`type(self).issued` counts apart per subclass” | it wrote into the subclass; name `Ticket` |
# | “make the object with `cls(...)`” | the class is written down in `from_string` |
# | “month 0 makes an index of -1” | the index was used before the range was tested |
# | “`nan <= 0` is false” | the refusal is the wrong way round |
# | “`run_super` must not name `F2`” | a class name in place of `super()` |

# %% [markdown] lang="zh"
# ## 八、接着读
#
# - Python 文档：[类](https://docs.python.org/3/tutorial/classes.html)，9.6 节讲私有变量；[`super`](https://docs.python.org/3/library/functions.html#super)；
#   [MRO 与 C3](https://docs.python.org/3/howto/mro.html)。
# - Raymond Hettinger，[super() considered super!](https://rhettinger.wordpress.com/2011/05/26/super-considered-super/)：合作式继承怎样写，为什么值得。
# - 语言参考中的[名称改写](https://docs.python.org/3/reference/expressions.html#private-name-mangling)：规则的全文只有一段。
# - 标准库源码：`socketserver.py` 的 `ThreadingMixIn` 只有几行，全靠 MRO 插到正确的位置；Q24 会读它的缩小版。
# %% [markdown] lang="en"
# ## 8. Where to read more
#
# - Python's documentation: [Classes](https://docs.python.org/3/tutorial/classes.html), section 9.6 on private variables;
#   [`super`](https://docs.python.org/3/library/functions.html#super); [the MRO and C3](https://docs.python.org/3/howto/mro.html).
# - Raymond Hettinger, [super() considered super!](https://rhettinger.wordpress.com/2011/05/26/super-considered-super/): how to write cooperative classes, and why.
# - [Name mangling](https://docs.python.org/3/reference/expressions.html#private-name-mangling) in the language reference: the whole rule is one paragraph.
# - The standard library's source: `ThreadingMixIn` in `socketserver.py` is a few lines that live by their place in the MRO; Q24 reads a small version of it.
