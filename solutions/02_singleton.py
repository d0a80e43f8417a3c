# %% role="author"
import sys
from pathlib import Path

from grader.language import T

sys.path.insert(0, str(Path(__file__).parent / "files" / "02_singleton"))


# %% [markdown] lang="zh"
# # 单例：全程序只有一个对象
#
# 学完这一课，你能说清 `__new__` 和 `__init__` 各做什么、由谁调用；
# 能写出多个线程同时来要也只造一个对象的单例，并且不靠运气就让人看见没有锁的写法错在哪里；
# 还能说出单例碰到复制、`pickle`、继承和另一个进程时会怎样。
#
# 需要的基础：会写类和方法，用过 `with`，知道 `threading.Thread` 能启动线程。
# 大约 90 分钟：课文 50 分钟，两道题 40 分钟。
# 每读到一个问题，先写下自己的预测，再运行下面的单元格。
# %% [markdown] lang="en"
# # One object for everyone
#
# After this topic you can say what `__new__` and `__init__` each do and who calls them; write a singleton that stays
# single when many threads ask at once, and show without any luck what goes wrong when there is no lock;
# and tell what becomes of a singleton under copying, `pickle`, subclassing and in another process.
#
# You need: classes and methods, `with`, and the fact that `threading.Thread` starts a thread.
# Allow about 90 minutes, 50 for the lesson and 40 for the two questions.
# Wherever a question is put to you, write your prediction down before you run the next cell.
# %% [markdown] lang="zh"
# ## 一、看一个对象怎样造出来
#
# 下面这个类把两个特殊方法都写了。先猜：哪个先打印？`__init__` 打印的时候，对象里有 `size` 了吗？
# %% [markdown] lang="en"
# ## 1. Watch an object being made
#
# This class has both special methods. Predict: which one prints first? And when `__init__` prints,
# does the object have a `size` yet?
# %%
class Cup:
    def __new__(cls, size):
        print("__new__ ", cls.__name__, size)
        return super().__new__(cls)

    def __init__(self, size):
        print("__init__", vars(self), size)
        self.size = size


cup = Cup(3)


# %% [markdown] lang="zh"
# `__new__` 收到的是类，它造出一个空对象并且**返回**它；`__init__` 收到这个空对象，往里面填东西，什么也不返回。
# 同样的参数 `3` 两边都收到一份。平时说的“构造函数”其实是这样两步：
#
# ![时序图：调用 Cup(3)，type.__call__ 先调用 __new__ 得到空对象，再用它调用 __init__，最后把对象交给调用者](../assets/02_singleton/construction.png)
# %% [markdown] lang="en"
# `__new__` gets the class, makes an empty object and **returns** it. `__init__` gets that empty object, fills it and
# returns nothing. Both receive the same argument `3`. What people call "the constructor" is really these two steps:
#
# ![A sequence: Cup(3) enters type.__call__, which calls __new__ and gets an empty object,
# calls __init__ on it, and hands the object to the caller](../assets/02_singleton/construction.png)
# %% [markdown] lang="zh"
# 谁在调用它们？是类的类，也就是 `type`：写 `Cup(3)`，运行的是 `type.__call__(Cup, 3)`。
# 下面用几行 Python 把它重写一遍。先猜：`construct(Cup, 4)` 会打印什么？
# %% [markdown] lang="en"
# Who calls them? The class of the class, `type`: writing `Cup(3)` runs `type.__call__(Cup, 3)`.
# Here it is again in a few lines of Python. Predict what `construct(Cup, 4)` prints.
# %%
def construct(cls, *args):
    made = cls.__new__(cls, *args)
    if isinstance(made, cls):
        type(made).__init__(made, *args)
    return made


print(vars(construct(Cup, 4)), vars(type.__call__(Cup, 4)))


# %% [markdown] lang="zh"
# 两种写法打印的完全一样。注意中间那个 `if`：只有 `__new__` 交回来的确实是这个类（或子类）的对象，才轮到 `__init__`。
# 那么，下面三次调用里，`__init__` 会运行几次？
# %% [markdown] lang="en"
# Both print exactly the same. Look at the `if` in the middle: `__init__` gets its turn only when `__new__` has handed
# back an object of this class, or of a subclass. So how often does `__init__` run in the three calls below?
# %%
class Parsed:
    def __new__(cls, text):
        return int(text) if text.isdigit() else super().__new__(cls)

    def __init__(self, text):
        print("__init__", text)


print([type(Parsed(text)).__name__ for text in ("42", "x", "7")])


# %% [markdown] lang="zh"
# 一次。`"42"` 和 `"7"` 得到的是 `int`，不是 `Parsed` 的对象，所以 `__init__` 被跳过，而且没有任何提示。
# 记住这一点：后面有个单例的错误正是这样藏起来的。
# %% [markdown] lang="en"
# Once. `"42"` and `"7"` gave an `int`, which is no `Parsed`, so `__init__` was skipped, without a word.
# Keep that in mind: later a faulty singleton hides in just this way.
# %% [markdown] lang="zh"
# 那什么时候非写 `__new__` 不可？看不可变类型。这个类想让文字自动变成大写。先猜它打印什么。
# %% [markdown] lang="en"
# When is `__new__` the only way? With immutable types. This class would like to turn its text into capitals.
# Predict what is printed.
# %%
class Shout(str):
    def __init__(self, text):
        self.wanted = text.upper()


print(Shout("hello"), Shout("hello").wanted)


# %% [markdown] lang="zh"
# 字符串还是小写。轮到 `__init__` 时，文字已经由 `str.__new__` 定下，再也改不了，它只能往旁边挂个属性。
# 想换掉内容，就得在造的时候换：
# %% [markdown] lang="en"
# The text stayed small. By the time `__init__` runs, `str.__new__` has fixed it for good, and all that is left is to
# hang an attribute beside it. To change the contents, change them while the object is made:
# %%
class Loud(str):
    def __new__(cls, text):
        return super().__new__(cls, text.upper())


loud = Loud("hello")
print(loud, type(loud).__name__, isinstance(loud, str))

# %% [markdown] lang="zh"
# 普通类的空对象，最终都来自 `object.__new__`。直接调用它会怎样？下面三次，先猜哪几次出错。
# %% [markdown] lang="en"
# The empty object of an ordinary class comes from `object.__new__` in the end. What if you call it yourself?
# Predict which of these three attempts fail.
# %%
for arguments in ((Cup,), (Cup, 3), (int,)):
    try:
        print(vars(object.__new__(*arguments)))
    except TypeError as error:
        print(error)


# %% [markdown] lang="zh"
# 第一次得到一个空的 `Cup`，我们写的两个方法都没有运行。第二次说明 `object.__new__` 只要类，不要别的参数。
# 第三次被拒绝：`int` 有自己的内存布局，只有 `int.__new__` 懂得怎样造。
# %% [markdown] lang="en"
# The first gives an empty `Cup`, and neither of our methods ran. The second shows that `object.__new__` takes the class
# and nothing more. The third is refused: an `int` has a memory layout that only `int.__new__` knows how to build.
# %% [markdown] lang="zh" q="q05"
# ## Q5 · `__new__` 与 `__init__`（3 分，另有 1 分书面题）
#
# **`class Celsius(float)`**：摄氏温度。`Celsius(21.5)` 得到一个 `Celsius`，它仍是 `float`：值不变，照样能加减。
# 低于绝对零度（−273.15）时抛出 `ValueError`，在哪个方法里检查都可以；正好等于 `-273.15` 是允许的。
# 参数总是一个整数或浮点数，不会是 nan。
#
# **`class Traced`**：`Traced()` 不带参数。类属性 `calls` 是一个列表，起初为空；每构造一个对象，
# `Traced.calls` 末尾就依次多出 `"__new__"` 和 `"__init__"`。只问 `Traced` 自己，不问它的子类。
#
# **`bare(cls)`**：不运行 `__init__`，造出并返回一个新的 `cls` 对象（类型就是 `cls`，不是子类），不管 `__init__` 要什么参数。
# 类本身保持原样，之后照常能用。`cls` 是普通的类：它和它的基类都没有自己的 `__new__`，没有 `__slots__`，也没有元类，不继承 `int`、`str` 之类。
# %% [markdown] lang="en" q="q05"
# ## Q5 · `__new__` and `__init__` (3 points, 1 more for the written part)
#
# **`class Celsius(float)`**: a temperature. `Celsius(21.5)` gives a `Celsius` that still is a `float`, with that value,
# and adds and subtracts like one. Below absolute zero (−273.15) it raises `ValueError`, whichever method looks at it;
# exactly `-273.15` is allowed. The argument always is an int or a float, never nan.
#
# **`class Traced`**: `Traced()` takes no arguments. The class attribute `calls` is a list, empty at first; every object
# that is constructed adds `"__new__"` and then `"__init__"` to the end of `Traced.calls`.
# Only `Traced` itself is asked for, not its subclasses.
#
# **`bare(cls)`**: makes and returns a new object of `cls` (its type is `cls`, not a subclass) without running `__init__`,
# whatever arguments that takes. The class itself stays as it was and works as before. `cls` is an ordinary class:
# neither it nor its bases have a `__new__` of their own, `__slots__`, a metaclass, or a base such as `int` or `str`.
# %% q="q05" role="given"
def outcome(func, *args):
    """What `func(*args)` gives, or the text of the exception that it raises."""
    try:
        return func(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


# %% q="q05" role="answer"
class Celsius(float):
    """A temperature in degrees Celsius, never below absolute zero."""

    ### BEGIN SOLUTION
    def __new__(cls, degrees):
        if degrees < -273.15:
            raise ValueError(degrees)
        return super().__new__(cls, degrees)

    ### END SOLUTION


# %% q="q05" role="answer"
class Traced:
    """Keeps in `calls` the names of the methods that made its objects."""

    ### BEGIN SOLUTION
    calls = []

    def __new__(cls):
        cls.calls.append("__new__")
        return super().__new__(cls)

    def __init__(self):
        self.calls.append("__init__")

    ### END SOLUTION


# %% q="q05" role="answer"
def bare(cls):
    """A new object of `cls` whose `__init__` has not run."""
    ### BEGIN SOLUTION
    return cls.__new__(cls)
    ### END SOLUTION


# %% q="q05" role="check" points=1
# zh: `Celsius` 是 `float`，并且不低于绝对零度
# en: A `Celsius` is a `float`, and never below absolute zero
def warmed(degrees):
    made = Celsius(degrees)
    return [type(made).__name__, isinstance(made, float), made + 0.5 == degrees + 0.5 and float(made + 0.5)]


def figured(degrees, other):
    made = Celsius(degrees)
    sums = [made + other, other + made, made - other, other - made]
    return [float(x) if isinstance(x, (float, int)) else f"{type(x).__name__} {x}" for x in sums]


def compared(degrees, *others):
    made = Celsius(degrees)
    return "".join("=" if made == other else "<" if made < other else ">" if made > other else "?" for other in others)


warm = [outcome(warmed, degrees) for degrees in (21.5, -40, 0, 1000, 1e300)]
zero = outcome(warmed, -273.15)
values = [outcome(lambda d=degrees: float.__add__(Celsius(d), 0.0)) for degrees in (21.5, -40, 0, 1e300)]
worked = [outcome(figured, 21.5, 0.25), outcome(figured, -40, 100), outcome(lambda: float(sum([Celsius(3), Celsius(4.5)])))]
worked.append(outcome(lambda: {21.5: "as a key"}.get(Celsius(21.5), "not found")))
order = [outcome(compared, 21.5, 30, 21.5, -40.0, 22), outcome(compared, -40, -41, -39.5, -40)]
cold = []
for degrees in (-273.1500001, -274, -1e9, float("-inf"), -273.15000000000003):
    try:
        cold.append(repr(Celsius(degrees)))
    except ValueError:
        cold.append("ValueError")
    except Exception as error:
        cold.append(type(error).__name__)

assert warm == [["Celsius", True, total] for total in (22.0, -39.5, 0.5, 1000.5, 1e300)], T(
    f"把 Celsius(21.5)、Celsius(-40)、Celsius(0)、Celsius(1000)、Celsius(1e300) 各加 0.5，记下 [类型名, 是不是 float, 和]，得到 {warm}。"
    "值由 `float.__new__` 定下，`__new__` 要把它传上去，并返回造出的对象；`object.__init__` 不收参数。",
    f"Celsius(21.5), Celsius(-40), Celsius(0), Celsius(1000), Celsius(1e300), each plus 0.5, noted as [type, is a float, sum], gave {warm}. "
    "The value is fixed by `float.__new__`: hand it up there and return what it makes; `object.__init__` takes no arguments.",
)
assert values == [21.5, -40.0, 0.0, 1e300], T(
    f"Celsius(21.5)、Celsius(-40)、Celsius(0)、Celsius(1e300) 作为 float 的值（`float.__add__(c, 0.0)`）是 {values}，应为 [21.5, -40.0, 0.0, 1e+300]。"
    "值要交给 `float.__new__`，另存一个属性、再改写加减不能代替它。",
    f"The values that Celsius(21.5), Celsius(-40), Celsius(0), Celsius(1e300) have as floats, `float.__add__(c, 0.0)`, are {values}; expected "
    "[21.5, -40.0, 0.0, 1e+300]. Hand the value to `float.__new__`; an attribute beside it and rewritten operators are no substitute.",
)
assert worked == [[21.75, 21.75, 21.25, -21.25], [60.0, 60.0, -140.0, 140.0], 7.5, "as a key"], T(
    f"c = Celsius(21.5)、x = 0.25，再是 c = Celsius(-40)、x = 100，各算 c + x、x + c、c - x、x - c，再算 sum([Celsius(3), Celsius(4.5)])，最后拿 Celsius(21.5) 去查字典 {{21.5: 'as a key'}}，得到 {worked}，"
    "应为 [[21.75, 21.75, 21.25, -21.25], [60.0, 60.0, -140.0, 140.0], 7.5, 'as a key']。`float` 的加减本来就对，不必改写。",
    "c + x, x + c, c - x, x - c with c = Celsius(21.5), x = 0.25, then with c = Celsius(-40), x = 100, then sum([Celsius(3), Celsius(4.5)]), and last Celsius(21.5) looked up in "
    f"{{21.5: 'as a key'}} gave {worked}; expected [[21.75, 21.75, 21.25, -21.25], [60.0, 60.0, -140.0, 140.0], 7.5, 'as a key']. A `float` adds and subtracts rightly by itself.",
)
assert order == ["<=><", "><="], T(
    f"Celsius(21.5) 与 30、21.5、-40.0、22 相比，Celsius(-40) 与 -41、-39.5、-40 相比，得到 {order}，应为 ['<=><', '><=']。",
    f"Celsius(21.5) compared with 30, 21.5, -40.0, 22, and Celsius(-40) with -41, -39.5, -40, gave {order}; expected ['<=><', '><='].",
)
assert zero == ["Celsius", True, -272.65], T(
    f"Celsius(-273.15) 正好是绝对零度，应当造得出来，[类型名, 是不是 float, 加 0.5 的和] 却是 {zero}。比较时该用 `<` 还是 `<=`？和是 False：值被改掉了（取整？），加出来不对。",
    f"Celsius(-273.15) is exactly absolute zero and should be made, but [type, is a float, sum with 0.5] is {zero}. Is it `<` or `<=`? False for a sum: the value was changed "
    "(rounded?), and does not add up.",
)
assert cold == ["ValueError"] * 5, T(
    f"Celsius(-273.1500001)、Celsius(-274)、Celsius(-1e9)、Celsius(-inf)、Celsius(-273.15000000000003) 都应抛出 ValueError，实际是 {cold}。",
    "Celsius(-273.1500001), Celsius(-274), Celsius(-1e9), Celsius(-inf) and Celsius(-273.15000000000003) should each raise ValueError; "
    f"this came: {cold}.",
)

# %% q="q05" role="check" points=1
# zh: 每次构造，`Traced.calls` 依次多出两个名字
# en: Each construction adds two names to `Traced.calls`, in order
gained, kinds = [], []
strangers = [repr(name) for name in Traced.calls if name not in ("__new__", "__init__")]
made = []
for _ in range(7):
    earlier = len(Traced.calls)
    made.append(outcome(Traced))
    kinds.append(type(made[-1]).__name__)
    gained.append(list(Traced.calls)[earlier:])
different = len({id(one) for one in made})

assert gained == [["__new__", "__init__"]] * 7, T(
    f"构造七个 Traced，每次 Traced.calls 末尾都应多出 ['__new__', '__init__']，七次实际多出的是 {gained}。"
    "只有 '__new__'：`__new__` 没有返回对象，所以 `__init__` 没被调用。'__init__' 出现两次：不必自己调用它。"
    "什么都没多：名字可能记到了对象上，或者列表每次都被换成新的。",
    f"Seven Traced were made; each should add ['__new__', '__init__'] to Traced.calls, they added {gained}. "
    "Only '__new__': `__new__` returned no object, so `__init__` was not called. '__init__' twice: nobody has to call it by hand. "
    "Nothing: the names went to the object, or the list is started anew each time.",
)
assert strangers == [], T(
    f"Traced.calls 起初应是空列表，里面却有 {strangers}。",
    f"Traced.calls should be an empty list at first, but holds {strangers}.",
)
assert kinds == ["Traced"] * 7, T(
    f"Traced() 应得到 Traced 的对象，七次得到的类型是 {kinds}。`__new__` 返回对象了吗？",
    f"Traced() should give an object of Traced; seven calls gave {kinds}. Does `__new__` return the object?",
)
assert different == 7, T(
    f"Traced() 调用七次，应得到七个不同的对象，实际不同的有 {different} 个。每次都要造一个新的。",
    f"Seven calls of Traced() should give seven different objects; the number of different ones is {different}. Make a new one each time.",
)


# %% q="q05" role="hidden" points=1
# zh: `bare` 造出对象而不运行 `__init__`，类保持原样
# en: `bare` makes objects without running `__init__` and leaves the class as it was
class Mailbox:
    ran = []

    def __init__(self, owner, /, size, *, colour):
        self.ran.append("Mailbox")
        self.contents = [owner, size, colour]

    def greet(self):
        return f"{type(self).__name__} {sorted(vars(self))}"


class Pillarbox(Mailbox):
    pass


class Bin:
    ran = Mailbox.ran

    def __init__(self):
        self.ran.append("Bin")
        self.contents = []


class Letterbin(Bin):
    def __init__(self, owner):
        super().__init__()
        self.owner = owner


class Fussy(Mailbox):
    def __init__(self):
        self.ran.append("Fussy")
        raise RuntimeError("no Fussy today")


def greeting(cls):
    made = outcome(bare, cls)
    if not isinstance(made, (Mailbox, Bin)):
        return f"{type(made).__name__} {made}"
    return Mailbox.greet(made) if type(made) is cls else f"another class named {type(made).__name__}"


def names_in(*classes):
    return [sorted(name for name in vars(cls) if name == "__init__" or not name.startswith("__")) for cls in classes]


names_before = names_in(Mailbox, Pillarbox, Fussy, Bin, Letterbin)
greetings = [greeting(cls) for cls in (Mailbox, Pillarbox, Fussy, Mailbox, Letterbin)]
ran_early = list(Mailbox.ran)
several = [outcome(bare, Mailbox) for _ in range(5)]
different = len({id(made) for made in several})
later = [outcome(lambda: Mailbox("Ann", 2, colour="red").contents), outcome(lambda: Pillarbox("Bo", 3, colour="blue").contents)]
later.append(outcome(Fussy))
names_after = names_in(Mailbox, Pillarbox, Fussy, Bin, Letterbin)
ran_late = Mailbox.ran[len(ran_early) :]

assert ran_early == [], T(
    f"调用 bare 时不应运行任何 `__init__`，实际运行了：{ran_early}。调用类（`cls()`）总会带上 `__init__`，只要 `__new__` 那一步就够了。",
    f"bare should run no `__init__`, but these ran: {ran_early}. Calling the class, `cls()`, always brings `__init__` along; "
    "you want the step of `__new__` alone.",
)
assert greetings == ["Mailbox []", "Pillarbox []", "Fussy []", "Mailbox []", "Letterbin []"], T(
    f"对 Mailbox、Pillarbox、Fussy、Mailbox、Letterbin 各调用一次 bare，应得到五个没有属性的对象，类型就是传入的类；得到的是 {greetings}。",
    f"bare was called with Mailbox, Pillarbox, Fussy, Mailbox, Letterbin and should give objects of exactly these types without attributes; "
    f"this came: {greetings}.",
)
assert different == 5, T(
    f"bare(Mailbox) 调用五次，应得到五个不同的对象，实际有 {different} 个。",
    f"Five calls of bare(Mailbox) should give five different objects; the number of different ones is {different}.",
)
assert (later, ran_late) == ([["Ann", 2, "red"], ["Bo", 3, "blue"], "RuntimeError: no Fussy today"], ["Mailbox", "Mailbox", "Fussy"]), T(
    f"用过 bare 之后，再正常构造 Mailbox、Pillarbox、Fussy，得到 {later}，运行过的 `__init__` 是 {ran_late}。类应保持原样：不要改动它的 `__init__`。",
    f"After bare, Mailbox, Pillarbox and Fussy were constructed as usual, which gave {later} and ran {ran_late}. "
    "The class should stay as it was: leave its `__init__` alone.",
)
assert names_after == names_before, T(
    f"用 bare 之前，Mailbox、Pillarbox、Fussy、Bin、Letterbin 里的名字是 {names_before}，之后是 {names_after}，应当没变。不要给类装上什么，换掉 `__init__` 再换回去也不行：Pillarbox 的 `__init__` 是继承来的。",
    f"Before bare the names in Mailbox, Pillarbox, Fussy, Bin and Letterbin were {names_before}, afterwards {names_after}; they should be the same. "
    "Put nothing on the class, nor exchange its `__init__` and put it back: that of Pillarbox is inherited.",
)


# %% [markdown] lang="zh" q="q05" role="hint"
# 三个小题问的是同一件事：哪一步造对象，哪一步填对象。`float` 的值在哪一步定下？`cls()` 又包含哪几步？
# %% [markdown] lang="en" q="q05" role="hint"
# All three parts turn on one thing: which step makes the object, and which one fills it. At which step is the value of
# a `float` fixed? And which steps does `cls()` consist of?
# %% [markdown] lang="zh" q="q05" role="hint"
# `Celsius.__new__` 收到类和度数，检查完交给 `super().__new__(cls, degrees)`。不写 `__new__`、只写 `__init__` 也行：
# 这时 `self` 已经是算好的数，直接拿它比较；别把度数传给 `super().__init__`。
# `Traced` 的两个方法各记一个名字，`__new__` 别忘了返回。
# %% [markdown] lang="en" q="q05" role="hint"
# `Celsius.__new__` gets the class and the degrees, looks at them and hands them to `super().__new__(cls, degrees)`.
# `__init__` alone will do as well: `self` is the finished number there, compare that, and pass nothing on to
# `super().__init__`. In `Traced` each method notes one name, and `__new__` must not forget to return.
# %% [markdown] lang="zh" q="q05" role="hint"
# `bare` 只有一行：不调用类，只调用它的 `__new__`，并把类自己作为参数交给它。
# %% [markdown] lang="en" q="q05" role="hint"
# `bare` is one line: instead of the class, call its `__new__`, and give it the class as its argument.
# %% [markdown] lang="zh" q="q05"
# **书面题（1 分）** 用自己的话回答：`__new__` 和 `__init__` 各收到什么、各要交出什么？由谁、按什么次序调用？
# 什么时候 `__init__` 会被跳过？为什么 `float` 的子类不能在 `__init__` 里改变自己的值？
# %% [markdown] lang="en" q="q05"
# **Written part (1 point)** In your own words: what do `__new__` and `__init__` each receive, and what do they have to
# hand back? Who calls them, and in which order? When is `__init__` skipped?
# And why can a subclass of `float` not change its value in `__init__`?
# %% [markdown] lang="zh" q="q05" role="words"
# ### BEGIN SOLUTION
# `__new__` 收到类和调用时的参数，造出对象并返回它；`__init__` 收到已经造好的对象和同样的参数，往里填属性，返回 `None`。
# 调用类时，`type.__call__` 先调用 `__new__`，再用得到的对象调用 `__init__`。
# 如果 `__new__` 返回的不是这个类或其子类的对象，`__init__` 就被跳过，没有任何提示。
# `float` 不可变：它的值在 `float.__new__` 里定下，`__init__` 运行时已经改不了，只能检查，或者抛出异常。
#
# - [ ] `__new__` 收到类，造出对象并返回它
# - [ ] `__init__` 收到造好的对象，填入属性，不返回东西
# - [ ] 调用类时由 `type.__call__` 依次调用：先 `__new__`，后 `__init__`
# - [ ] `__new__` 返回的不是这个类（或子类）的对象时，`__init__` 不运行
# - [ ] 不可变对象的值在 `__new__` 里定下，到 `__init__` 已经改不了
# ### END SOLUTION
# %% [markdown] lang="en" q="q05" role="words"
# ### BEGIN SOLUTION
# `__new__` receives the class and the arguments of the call, makes the object and returns it. `__init__` receives the
# finished object and the same arguments, fills in attributes and returns `None`.
# When a class is called, `type.__call__` calls `__new__` first and then `__init__` on what came back.
# If that is no object of the class or a subclass, `__init__` is skipped without a word.
# A `float` is immutable: `float.__new__` fixes its value, and when `__init__` runs it can only look at it, or raise.
#
# - [ ] `__new__` receives the class, makes the object and returns it
# - [ ] `__init__` receives the object already made, fills in attributes, returns nothing
# - [ ] calling the class runs `type.__call__`, which calls `__new__` first and `__init__` second
# - [ ] `__init__` does not run when `__new__` returns something that is no object of the class or a subclass
# - [ ] the value of an immutable object is fixed in `__new__`; in `__init__` it is too late
# ### END SOLUTION
# %% [markdown] lang="zh" q="q05" role="solution"
# `Celsius` 只是检查，所以两个方法都能做；如果要**换掉**值（比如四舍五入），就只能在 `__new__` 里。
# 最常见的错误：`super().__new__(cls)` 忘了传值，得到 `0.0`；或者在 `__init__` 里写 `super().__init__(degrees)`，
# 结果 `object.__init__` 抱怨参数太多。
#
# `Traced.__new__` 忘记 `return` 时，`Traced()` 得到 `None`，`__init__` 也不运行。
# `bare` 用 `cls.__new__(cls)` 或 `object.__new__(cls)` 都对；`copy` 和 `pickle` 也是这样造对象的。
# %% [markdown] lang="en" q="q05" role="solution"
# `Celsius` only looks at its value, so either method can do it; to *change* the value, say to round it, `__new__` is the
# only place. The usual mistakes: `super().__new__(cls)` without the value, which makes `0.0`; and
# `super().__init__(degrees)` in `__init__`, where `object.__init__` complains about an argument too many.
#
# When `Traced.__new__` forgets its `return`, `Traced()` is `None` and `__init__` never runs.
# For `bare`, `cls.__new__(cls)` and `object.__new__(cls)` are both right; `copy` and `pickle` make objects in this way too.
# %% [markdown] lang="zh"
# ## 二、写一个单例，再把它弄坏
#
# 程序的设置、日志、连接池，常常希望全程序共用一个对象。做法是让 `__new__` 把造好的对象记在类上，下次直接交出去。
# 先猜：运行后 `first.theme` 是什么？
# %% [markdown] lang="en"
# ## 2. Write a singleton, then break it
#
# Settings, a log, a pool of connections: often the whole program should share one object. Let `__new__` keep the object
# it made on the class, and hand it out again next time. Predict: what is `first.theme` at the end?
# %%
class Settings:
    shared = None

    def __new__(cls, theme):
        if cls.shared is None:
            cls.shared = super().__new__(cls)
        return cls.shared

    def __init__(self, theme):
        self.theme = theme


first = Settings("dark")
second = Settings("light")
print(first is second, first.theme)

# %% [markdown] lang="zh"
# 对象确实只有一个，但 `first.theme` 变成了 `light`。`__new__` 交回的是 `Settings` 的对象，于是 `type.__call__` 照旧运行 `__init__`，
# **每次调用都运行**，后来的参数盖掉先前的。有时这正合用，有时是个意外；知道它，才能选择。
# %% [markdown] lang="en"
# There is one object indeed, but `first.theme` has become `light`. `__new__` handed back an object of `Settings`, so
# `type.__call__` runs `__init__` as ever, **at every call**, and later arguments overwrite earlier ones.
# Sometimes that is what you want, sometimes a surprise.
# %% [markdown] lang="zh"
# 两个线程同时来要呢？检查和造对象是两步，中间有缝。先试试运气：`births` 记下是哪个线程造的对象，
# 参数 `pause` 是缝里要做的事，眼下什么也不做。让两个线程同时来要，重复 200 次，你猜有几次造出两个对象？
# %% [markdown] lang="en"
# And when two threads ask at the same moment? Looking and making are two steps with a gap between them. Try luck first:
# `births` notes which thread made an object, and `pause`, for now empty, is what happens in the gap.
# Two threads ask at once, 200 times over. How many times will there be two objects?
# %%
import threading

births = []


class Naive:
    shared = None

    def __new__(cls, pause=lambda: None):
        if cls.shared is None:
            pause()
            births.append(threading.current_thread().name)
            cls.shared = super().__new__(cls)
        return cls.shared


# %%
def run_threads(job, count=2):
    threads = [threading.Thread(target=job, name=f"T{number}") for number in range(1, count + 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


# %%
doubles = 0
for _ in range(200):
    Naive.shared = None
    births.clear()
    run_threads(Naive)
    doubles += len(births) > 1
print(T(f"200 次里有 {doubles} 次造出两个对象", f"two objects in {doubles} of 200 trials"))

# %% [markdown] lang="zh"
# 我们的机器上是 0 次。这并不说明代码对，只说明缝很窄：靠运气测试，会把错的类放过去。
# 所以不等运气，自己安排：`threading.Barrier(2)` 让先到的线程停下，等第二个也到了才一起放行。
# 把它放进缝里，两个线程就必定都已看见 `None`。
# %% [markdown] lang="en"
# On our machine, 0 times. That does not make the code right, it makes the gap narrow: a test by luck lets a broken class
# pass. So arrange the meeting: a `threading.Barrier(2)` stops the first thread until the second is there too.
# Put into the gap, it makes sure that both have already seen `None`.
# %%
meeting = threading.Barrier(2)
Naive.shared = None
births.clear()
run_threads(lambda: Naive(lambda: meeting.wait(timeout=10)))
print(sorted(births))


# %% [markdown] lang="zh"
# 两个线程各造了一个，次次如此。这叫**竞争条件**：结果取决于谁先谁后。上面是这次相遇的记录，
# 下面是加了锁之后，同样两个线程的记录：
#
# ![两幅按事件先后画的时间线。没有锁时 T1 和 T2 都先看见 None，再各造一个对象；有锁时 T2 等到 T1 造完，看见对象，直接交出它](../assets/02_singleton/race.png)
# %% [markdown] lang="en"
# Each thread made one, every time. This is a **race condition**: the outcome depends on who comes first. The upper part
# of the figure recorded that meeting, the lower part the same two threads with a lock:
#
# ![Two timelines in order of events. Without a lock T1 and T2 both see None and then make an object each;
# with a lock T2 waits until T1 is done, sees the object and hands it out](../assets/02_singleton/race.png)
# %% [markdown] lang="zh"
# 锁把检查和造对象合成一步：同一时刻只有一个线程在 `with cls.lock` 里面。再把栅栏放进缝里，这次只等半秒。
# 先猜：栅栏前会来几个线程？
# %% [markdown] lang="en"
# A lock turns looking and making into one step: only one thread at a time is inside `with cls.lock`. Put a barrier into
# the gap again, for half a second this time. Predict: how many threads will reach it?
# %%
class Guarded:
    shared = None
    lock = threading.Lock()

    def __new__(cls, pause=lambda: None):
        with cls.lock:
            if cls.shared is None:
                pause()
                births.append(threading.current_thread().name)
                cls.shared = super().__new__(cls)
            return cls.shared


# %%
meeting = threading.Barrier(2)


def wait_for_company():
    try:
        meeting.wait(timeout=0.5)
    except threading.BrokenBarrierError:
        print(T("没有别的线程进来", "nobody else came in"))


births.clear()
run_threads(lambda: Guarded(wait_for_company))
print(len(births))


# %% [markdown] lang="zh"
# 只有一个。第二个线程在 `with` 那里等着，轮到它时 `shared` 已经有了。
# `with` 还保证：无论里面正常结束、`return` 还是抛出异常，锁都会放开。
# %% [markdown] lang="en"
# One. The second thread stood waiting at the `with`, and when its turn came `shared` was already there.
# `with` promises one thing more: the lock is given back however the block ends, by running out, `return` or an exception.
# %% [markdown] lang="zh"
# ## 三、等锁的线程该拿到什么
#
# 有人嫌每次都拿锁太慢，先在锁外看一眼。这样一来就多了一种时刻：看的时候没有，等到锁的时候却有了。
# 要次次碰上这一刻，就把锁换成下面的替身：第一个来拿锁的人等待时，它先去替人办一件事。
# %% [markdown] lang="en"
# ## 3. What must a thread get that waited for the lock?
#
# Some find it slow to take the lock each time and have a look outside first. That makes a new kind of moment: nothing
# there when you looked, something there once you have the lock. To meet it every time, use this stand-in for a lock:
# while the first caller waits, it runs an errand.
# %%
class ErrandLock:
    def __init__(self, errand):
        self.errand, self.lock = errand, threading.Lock()

    def __enter__(self):
        errand, self.errand = self.errand, lambda: None
        errand()
        self.lock.acquire()

    def __exit__(self, *error):
        self.lock.release()


# %%
def call_while_waiting(cls):
    """What cls("A") and cls("B") give, the second made in full while the first waits for the lock."""
    made = []
    cls.shared, cls.lock = None, ErrandLock(lambda: made.append(cls("B")))
    return cls("A"), made[0]


# %% [markdown] lang="zh"
# 第一个写法：锁外看一眼，拿到锁就造。先猜：两次调用得到的是同一个对象吗？
# %% [markdown] lang="en"
# The first attempt looks outside the lock, and makes an object as soon as it has the lock.
# Predict: do both calls give the same object?
# %%
class Hasty:
    def __new__(cls, name):
        if cls.shared is None:
            with cls.lock:
                cls.shared = super().__new__(cls)
        return cls.shared

    def __init__(self, name):
        self.name = name


waited, other = call_while_waiting(Hasty)
print(waited is other, waited.name, other.name)


# %% [markdown] lang="zh"
# 不是。A 等锁时 B 已经造好，A 拿到锁却不再看，又造了一个。所以拿到锁以后必须**再看一次**。
# 下面这个类再看了一次；和它几乎一样的代码，曾在课上当范例讲过。找出它的错：A 会得到什么？
# %% [markdown] lang="en"
# No. B was made while A waited, and A, once it had the lock, did not look again. So look **again** inside the lock.
# The next class does. Code very much like it has been taught in a course as the right
# way. Find its bug: what will A get?
# %%
class Printer:
    def __new__(cls, name):
        if cls.shared is None:
            with cls.lock:
                if cls.shared is not None:
                    return cls
                cls.shared = super().__new__(cls)
        return cls.shared

    def __init__(self, name):
        self.name = name


# %%
waited, other = call_while_waiting(Printer)
print(type(other).__name__, other.name)
print(type(waited).__name__, hasattr(waited, "name"))

# %% [markdown] lang="zh"
# A 得到的是**类** `Printer`，不是对象。类不是自己的对象，所以 `__init__` 也被悄悄跳过（第一节的那个 `if`）。
# 错误要到很远的地方才爆发：`AttributeError: type object 'Printer' has no attribute 'name'`。
# 等到锁、发现已有对象的线程，该交出的是那个**对象**。
# %% [markdown] lang="en"
# A got the **class** `Printer`, not an object. A class is no object of itself, so `__init__` was skipped in silence too:
# the `if` of section 1. The trouble shows up far away, as
# `AttributeError: type object 'Printer' has no attribute 'name'`.
# A thread that waited and finds the object made must hand out that **object**.
# %% [markdown] lang="zh" q="q07"
# ## Q7 · 写一个带锁的单例（5 分）
#
# 写 `class Singleton`，这样调用：`Singleton(name, age)`，或 `Singleton(name=…, age=…)`。
#
# - 类属性 `instance`：起初是 `None`，之后是那唯一的对象。谁把它设回 `None`，就是从头再来（检查会这样做）。
# - 类属性 `lock`：一把 `threading.Lock` 或 `threading.RLock`。没有对象时，每次调用都要拿 `Singleton.lock` 里**当时**的那把锁：
#   检查会放进一把按剧本行事的锁，它和 `RLock` 一样有 `acquire`、`release`，能用于 `with`。
#   没拿到锁就不往下走；造好的对象要在持锁期间放进 `instance`。
# - 不管多少线程同时来要，大家得到同一个对象。等锁时别人造好了的，得到的就是那个对象，哪怕它的 `__init__` 还没有运行；
#   在别人刚放开锁的一瞬间进来的，也一样。
# - 每次调用都运行 `__init__`：属性 `name`、`age` 是最后一次调用的。
# - 每次调用结束后锁都是放开的，调用失败也不例外：参数不够（`TypeError`），或者对象造不出来
#   （检查会暂时把类标为抽象类，这时 `object.__new__` 抛出 `TypeError`，或者别的异常，不一定是 `Exception`）。
#   异常照样传给调用者，下一次调用又能成功；已有的对象不因失败的调用而换掉。
#
# 子类、复制和 `pickle` 不在本题范围内。
# %% [markdown] lang="en" q="q07"
# ## Q7 · Write a locked singleton (5 points)
#
# Write `class Singleton`, called as `Singleton(name, age)` or `Singleton(name=…, age=…)`.
#
# - The class attribute `instance`: `None` at first, then the one object. Whoever sets it back to `None` starts afresh
#   (the checks do).
# - The class attribute `lock`: a `threading.Lock` or `threading.RLock`. When there is no object, each call takes the lock that is
#   in `Singleton.lock` **at that moment**: the checks put in one that plays a script. Like an `RLock`
#   it has `acquire` and `release` and works in a `with`. Without the lock a call goes no further, and the object is put into
#   `instance` while the lock is held.
# - However many threads ask at once, all get the same object. One that waited for the lock while another made it gets that
#   very object, even if its `__init__` has not run yet; so does one that comes in just when another has given the lock back.
# - `__init__` runs at each call: the attributes `name` and `age` are those of the last call.
# - After each call the lock is free, also after one that failed: with too few arguments (`TypeError`), or because the object
#   cannot be made (the checks mark the class as abstract for a moment, so that `object.__new__` raises `TypeError`, or
#   another exception, not always an `Exception`). The exception reaches the caller, and the next call works;
#   an object that is there already stays the one object when a call fails.
#
# Subclasses, copies and `pickle` are not asked for.
# %% q="q07" role="given"
import threading

# zh: 检查用的道具，在旁边的 rehearsal.py 里：按剧本行事的锁、从头再来、把类标为抽象类、开线程调用、描述结果
# en: The props of the checks, in rehearsal.py beside this notebook: a lock with a script, a fresh start, an abstract class, threads, words for results
from rehearsal import ScriptedLock, Unreadable, abstract, afresh, fields, in_this_thread, in_threads, kind, takers


# %% q="q07" role="answer"
class Singleton:
    """One object, however many threads ask for it; each call sets its name and age."""

    ### BEGIN SOLUTION
    instance = None
    lock = threading.Lock()

    def __new__(cls, name, age):
        with cls.lock:
            if cls.instance is None:
                cls.instance = super().__new__(cls)
            return cls.instance

    def __init__(self, name, age):
        self.name = name
        self.age = age

    ### END SOLUTION


# %% q="q07" role="check" points=1 timeout=30
# zh: 先后两次调用得到同一个对象，属性是最后一次调用的
# en: Two calls, one after the other, give one object with the attributes of the last call
at_first, lock_takers = kind(Singleton.instance), takers(Singleton.lock)
with afresh(Singleton, Singleton.lock):
    [ann] = in_threads(lambda: Singleton("Ann", 20))
    after_one = fields(ann)
    [bo] = in_threads(lambda: Singleton("Bo", 31))
    kept = kind(Singleton.instance)
    kinds = [kind(ann), kind(bo)]
    attributes = [after_one, fields(ann), fields(bo)]
    in_threads(lambda: Singleton("", 0))
    attributes.append(fields(ann))
    [named] = in_threads(lambda: Singleton(age="nine", name=None))
    attributes.append(fields(ann))
    named_kind = kind(named)
    objects = len({id(ann), id(bo), id(Singleton.instance)})
with afresh(Singleton, Singleton.lock):
    [anew] = in_threads(lambda: Singleton("Cy", 42))
    after_reset = [kind(anew), kind(Singleton.instance), len({id(ann), id(anew), id(Singleton.instance)})]

assert kinds == ["Singleton", "Singleton"], T(
    f"Singleton('Ann', 20) 和 Singleton('Bo', 31) 应各得到一个 Singleton 对象，实际得到 {kinds}。"
    "NoneType：`__new__` 忘了返回；TimeoutError：前一次调用没有放开锁，或者同一个线程拿了两次 `Lock`。",
    f"Singleton('Ann', 20), then Singleton('Bo', 31) should each give an object of Singleton; this came: {kinds}. "
    "NoneType: `__new__` forgot to return it. TimeoutError: the first call kept the lock, or one thread took a `Lock` twice.",
)
assert objects == 1 and kept == "Singleton", T(
    f"两次调用的结果和 Singleton.instance 应是同一个对象，实际有 {objects} 个不同的东西，instance 里是 {kept}。造好的对象要记在 `instance` 里。",
    f"Both results and Singleton.instance should be one object; they are {objects} different things, and instance holds: {kept}. "
    "Keep the object that was made in `instance`.",
)
assert named_kind == "Singleton", T(
    f"Singleton(age='nine', name=None) 应得到 Singleton 对象，得到的是 {named_kind}。参数的名字是 name 和 age，`__new__` 也要收得下。",
    f"Singleton(age='nine', name=None) should give an object of Singleton; this came: {named_kind}. The parameters are called name and age, and `__new__` has to take them too.",
)
assert attributes == ["'Ann', 20", "'Bo', 31", "'Bo', 31", "'', 0", "None, 'nine'"], T(
    f"依次调用 Singleton('Ann', 20)、Singleton('Bo', 31)、Singleton('', 0)、Singleton(age='nine', name=None)；第一次之后、第二次之后（从两个变量看）、第三次、第四次之后的 name, age 是 {attributes}，"
    "应为 'Ann', 20，然后两个都是 'Bo', 31，再是 '', 0，最后是 None, 'nine'。`__init__` 每次调用都要填属性，给什么就填什么。",
    "Singleton('Ann', 20), Singleton('Bo', 31), Singleton('', 0), Singleton(age='nine', name=None): name, age after the first call, after the second through "
    f"either variable, after the third and the fourth were {attributes}; expected 'Ann', 20, then twice 'Bo', 31, then '', 0, then None, 'nine'. "
    "`__init__` fills them at each call, whatever they are.",
)
assert after_reset == ["Singleton", "Singleton", 2], T(
    f"把 `Singleton.instance` 设回 None，再调用 Singleton('Cy', 42)：[得到的, instance 里的, 连同原来那个对象共有几个不同的] 是 {after_reset}，应为 ['Singleton', 'Singleton', 2]。"
    "设回 None 就是从头再来：有没有对象只看 `instance`，不要在别处另存一份。",
    "`Singleton.instance` was set back to None, then Singleton('Cy', 42) called: [what came, what instance holds, how many different objects with the one of before] is "
    f"{after_reset}, expected ['Singleton', 'Singleton', 2]. None means a fresh start: ask `instance` alone whether there is an object, and keep none elsewhere.",
)
assert lock_takers == 1, T(
    f"两个线程要 `Singleton.lock` 里原来的那把锁，第二个在第一个放开之前来要：拿到的有 {lock_takers} 个，应为 1 个。它应是 threading.Lock() 或 threading.RLock()，平时没人拿着。",
    "Two threads asked for the lock that `Singleton.lock` holds from the start, the second before the first gave it back. How many got it: "
    f"{lock_takers}, expected 1. It should be a threading.Lock() or threading.RLock(), held by nobody.",
)
assert at_first in ("NoneType", "Singleton"), T(
    f"`Singleton.instance` 起初应是 None，却是 {at_first}。",
    f"`Singleton.instance` should be None at first, it is {at_first}.",
)

# %% q="q07" role="check" points=1 timeout=30
# zh: 等锁的线程拿到的，正是别人在它等待时造好的对象
# en: A thread that waited for the lock gets the very object that another made meanwhile
inside = []


def make_meanwhile(number):
    if number == 1:
        inside.extend(in_threads(lambda: Singleton("Bo", 31)))


with afresh(Singleton, ScriptedLock(asking=make_meanwhile)) as script:
    [waited] = in_threads(lambda: Singleton("Ann", 20))
    requests, meanwhile = script.asked, [kind(made) for made in inside]
    waiting_kind, waiting_fields = kind(waited), fields(waited)
    objects = len({id(made) for made in [waited, *inside]})

nameless, looked = threading.Event(), threading.Event()
first_made, in_place = [], []


def let_another_make_it(number):
    if number == 1:
        mother.start()
        nameless.wait(4)


def pause_before_init(number):
    if Singleton.instance is not None:
        in_place.append(Singleton.instance)
    nameless.set()
    if threading.current_thread() is mother:
        looked.wait(4)


def make_first():
    first_made.extend(in_this_thread(lambda: Singleton("Flo", 86)))
    nameless.set()


mother = threading.Thread(target=make_first, daemon=True)
with afresh(Singleton, ScriptedLock(let_another_make_it, leaving=pause_before_init)):
    [second] = in_threads(lambda: Singleton("Guy", 97))
    looked.set()
    if mother.ident:
        mother.join(8)
    newborn_kinds = [kind(made) for made in [second, *first_made]]
    newborns, placed = len({id(made) for made in [second, *first_made, *in_place]}), len(in_place)

assert requests > 0 and meanwhile, T(
    f"还没有对象时调用 Singleton('Ann', 20)，它没有去拿 `Singleton.lock` 里的锁，得到 {waiting_kind}。每次调用都要现取 `cls.lock`，不要用别的锁。",
    f"Singleton('Ann', 20) was called with no object there yet, and never took the lock in `Singleton.lock`; it gave: {waiting_kind}. "
    "Look `cls.lock` up at each call, and use no other lock.",
)
assert meanwhile == ["Singleton"], T(
    f"一个线程等锁时，另一个线程调用 Singleton('Bo', 31)，应得到 Singleton 对象，实际得到 {meanwhile}。等锁之前，是否已经占着别的锁？",
    f"While one thread waited for the lock another called Singleton('Bo', 31), which should give an object of Singleton; it gave "
    f"{meanwhile}. Does the waiting call hold some other lock?",
)
assert waiting_kind != "class Singleton", T(
    "等锁的线程得到的是 Singleton 这个**类**，不是对象。拿到锁后发现对象已经造好，应交出 `instance` 里的那个对象，而不是 `cls`。",
    "The thread that waited got the **class** Singleton, not the object. When you hold the lock and find the object made, "
    "hand out the object in `instance`, not `cls`.",
)
assert waiting_kind == "Singleton", T(
    f"等锁的线程应得到别人造好的 Singleton 对象，得到的却是 {waiting_kind}。"
    "NoneType：`return` 只写在造对象的那个分支里了；TimeoutError：有人拿了锁没有放开。",
    f"The thread that waited should get the Singleton that the other made; it got: {waiting_kind}. "
    "NoneType: the `return` stands only in the branch that makes the object. TimeoutError: somebody kept the lock.",
)
assert objects == 1, T(
    f"等锁的线程和它等待时造对象的线程，手里是 {objects} 个不同的对象。在锁外看过不算数：拿到锁以后要再看一次 `instance`，没有才造。",
    f"The thread that waited and the one that made the object meanwhile hold {objects} different objects. What was seen before the lock "
    "no longer counts: look at `instance` again inside, and make one only if there is none.",
)
assert waiting_fields == "'Ann', 20", T(
    f"等锁的那次调用 Singleton('Ann', 20) 最后结束，属性应是 'Ann', 20，实际是 {waiting_fields}。`__init__` 每次调用都要填属性。",
    f"The waiting call Singleton('Ann', 20) ended last, so the attributes should be 'Ann', 20; they are {waiting_fields}. "
    "`__init__` fills them at each call.",
)
assert placed == 0 or (newborn_kinds == ["Singleton"] * 2 and newborns == 1), T(
    f"一个线程等锁时，另一个已经造好对象、放开了锁，只是还没有运行 `__init__`。两者得到 {newborn_kinds}，连同其间放在 `instance` 里的，不同的对象有 {newborns} 个，应是同一个 Singleton 对象。"
    "看有没有对象、没有就造，要在同一次持锁期间完成；有没有，看 `instance is None`，不看它有没有 `name`。",
    "While one thread waited for the lock another had made the object and given the lock back, but not yet run `__init__`. The two got "
    f"{newborn_kinds}; different objects, with those that stood in `instance` meanwhile: {newborns}; it should be one Singleton. Look and make within one stay inside the lock; whether there is one is a question for `instance is None`, not whether it has a `name`.",
)

# %% q="q07" role="hidden" points=1 timeout=30
# zh: 锁一放开，对象就已经在那里
# en: The object is there as soon as the lock is given back
newcomers, newcomer_fields = [], []


def come_in(number):
    if number == 1:
        newcomers.extend(in_threads(lambda: Singleton("Cy", 52)))
        newcomer_fields.extend(fields(made) for made in newcomers)


with afresh(Singleton, ScriptedLock(leaving=come_in)):
    [maker] = in_threads(lambda: Singleton("Di", 43))
    kinds = [kind(made) for made in [maker, *newcomers]]
    objects = len({id(made) for made in [maker, *newcomers]})

stays = []
with afresh(
    Singleton,
    ScriptedLock(
        holding=lambda number: stays.append([kind(Singleton.instance)]), leaving=lambda number: stays[-1].append(kind(Singleton.instance))
    ),
):
    [maker] = in_threads(lambda: Singleton("Di", 43))
    stays = [*stays, [kind(maker), kind(Singleton.instance)]]
with afresh(Singleton, ScriptedLock()) as script:
    [here] = in_this_thread(lambda: Singleton("Kay", 21))
    from_here = [kind(here), fields(here), script.asked > 0, script.held]

assert len(kinds) == 2, T(
    f"还没有对象时调用 Singleton('Di', 43)，它没有拿过再放开 `Singleton.lock`，得到 {kinds}。",
    f"Singleton('Di', 43) was called with no object there yet, and did not take and give back `Singleton.lock`; it gave {kinds}.",
)
assert kinds == ["Singleton", "Singleton"] and newcomer_fields == ["'Cy', 52"], T(
    f"Singleton('Di', 43) 刚放开锁，另一个线程就调用 Singleton('Cy', 52)。两者应各得到 Singleton 对象，实际得到 {kinds}，"
    f"后来者看到的 name, age 是 {newcomer_fields}，应为 'Cy', 52。",
    f"Just when Singleton('Di', 43) had given the lock back, another thread called Singleton('Cy', 52). Both should get an object of "
    f"Singleton; they got {kinds}, and the newcomer saw the name and age {newcomer_fields}, expected 'Cy', 52.",
)
assert objects == 1, T(
    f"一个线程刚放开锁，另一个线程就进来了：两者手里是 {objects} 个不同的对象。"
    "看 `instance` 和造对象必须在同一次持锁期间完成，不能放开锁以后才造。",
    f"A thread came in just when another had given the lock back, and the two hold {objects} different objects. "
    "Looking at `instance` and making the object belong into one and the same stay inside the lock; after it is too late.",
)
assert from_here == ["Singleton", "'Kay', 21", True, 0], T(
    f"在笔记本自己的线程里、还没有对象时调用 Singleton('Kay', 21)：[得到的、name 和 age、拿过锁吗、锁还被拿着几次] 是 {from_here}，应为 ['Singleton', \"'Kay', 21\", True, 0]。主线程也要拿锁。",
    "Singleton('Kay', 21) was called in the notebook's own thread, with no object there yet: [what came, name and age, was the lock taken, how often it is still held] is "
    f"{from_here}, expected ['Singleton', \"'Kay', 21\", True, 0]. The main thread takes the lock too.",
)
assert ["NoneType", "Singleton"] in stays or stays[-1] == ["Singleton", "NoneType"], T(
    f"还没有对象时调用 Singleton('Di', 43)，每次拿到锁时和放开锁时 `Singleton.instance` 里的东西，最后是调用的结果和 `instance`：{stays}。"
    "其中应有一次是 ['NoneType', 'Singleton']：拿到锁时还没有，放开之前已经放好。拿锁又放开，之后才造，等于没有锁。",
    "Singleton('Di', 43) was called with no object there yet. What `Singleton.instance` held when the lock was taken and when it was given back, each time, "
    f"and last what the call gave and what it held then: {stays}. One pair should be ['NoneType', 'Singleton']: not there yet, and there before the lock is free. "
    "To take the lock, give it back and then make the object is to have no lock.",
)

# %% q="q07" role="hidden" points=1 timeout=30
# zh: 八个线程在锁前相遇，都得到同一个对象；没拿到锁的不往下走
# en: Eight threads meet at the lock, and all get the same object; none goes on without the lock
entrance, way_out = threading.Barrier(8), threading.Barrier(8)


def meet(barrier, seconds):
    def hold_up(number):
        if number <= 8:
            try:
                barrier.wait(seconds)
            except threading.BrokenBarrierError:
                pass

    return hold_up


def keep_the_others_waiting(number):
    if number == 1:
        script.keep_until(7)


script = ScriptedLock(meet(entrance, 3), keep_the_others_waiting, meet(way_out, 2))
with afresh(Singleton, script):
    crowd = in_threads(*[lambda age=age: Singleton("Ed", age) for age in range(8)])
    kinds = sorted(kind(made) for made in crowd)
    objects = len({id(made) for made in crowd})
    requests, held = script.asked, script.held
    final_name = fields(crowd[0]).split(",")[0]


def shut_the_other_out(number):
    if number == 1:
        outsider.start()
        strict.keep_from(outsider)
        before_making.append(kind(Singleton.instance))
        strangers.extend(kind(made) for made in from_outside if isinstance(made, Singleton))


before_making, from_outside, strangers = [], [], []
outsider = threading.Thread(target=lambda: from_outside.extend(in_this_thread(lambda: Singleton("Ivy", 19))), daemon=True)
strict = ScriptedLock(holding=shut_the_other_out, hurried=True)
with afresh(Singleton, strict):
    [insider] = in_threads(lambda: Singleton("Hal", 18))
    if outsider.ident:
        outsider.join(8)
    before_making.append(kind(insider))

assert requests > 0, T(
    "八个线程同时调用 Singleton，没有一个去拿 `Singleton.lock` 里的锁。每次调用都要现取 `cls.lock`。",
    "Eight threads called Singleton at once and none of them took the lock in `Singleton.lock`. Look `cls.lock` up at each call.",
)
assert held == 0, T(
    f"八个线程调用结束后，锁还被拿着 {held} 次，它们得到 {kinds}。发现对象已经造好、提前 `return` 的那条路，也要放开锁；用 `with` 就不会忘。",
    f"Eight threads have called, and the lock is still held, {held} time(s); they got {kinds}. The early `return` of a thread that finds the "
    "object made has to give the lock back too; with `with` it cannot be forgotten.",
)
assert kinds == ["Singleton"] * 8, T(
    f"八个线程同时调用 Singleton，一个造对象时其余七个在等锁；它们应各得到 Singleton 对象，实际得到 {kinds}。"
    "NoneType：没拿到锁就往下走了（用 `acquire` 时要真的等到锁），或者 `return` 只写在造对象的那个分支里了。",
    f"Eight threads called Singleton at once; one made the object while seven waited for the lock. Each should get an object of Singleton; "
    f"they got {kinds}. NoneType: a thread went on without the lock (`acquire` has to wait until it really has it), or the `return` stands only in the branch that makes the object.",
)
assert objects == 1 and final_name == "'Ed'", T(
    f"八个线程同时来要，应得到同一个对象，实际有 {objects} 个，name 是 {final_name}（应为 'Ed'）。拿到锁以后再看一次 `instance`，没有才造，造完再放开锁。",
    f"Eight threads asked at once and should hold one object; there are {objects}, with the name {final_name} (expected 'Ed'). "
    "With the lock in hand look at `instance` again, make the object only if there is none, and only then let go.",
)
assert strangers == [], T(
    f"一个线程拿着锁，正要造对象，另一个线程来要：它得到的是另一个对象（{strangers}），应等到那一个造好。",
    f"One thread held the lock and was about to make the object when another asked and got an object of its own ({strangers}); it should wait for the first one's.",
)
assert before_making == ["NoneType", "Singleton"], T(
    f"一个线程拿着锁，还没有造对象，另一个线程来要，没拿到锁。`Singleton.instance` 这时和第一个线程最后得到的是 {before_making}，应为 ['NoneType', 'Singleton']。"
    "`acquire(blocking=False)` 和 `acquire(timeout=…)` 返回 False 时手里没有锁，不能往下造。",
    "One thread held the lock and had not made the object yet when another asked and did not get the lock. What `Singleton.instance` held then, and what the first thread "
    f"got in the end: {before_making}; expected ['NoneType', 'Singleton']. When `acquire(blocking=False)` or `acquire(timeout=…)` returns False you do not have the lock and must not go on.",
)

# %% q="q07" role="hidden" points=1 timeout=30
# zh: 造对象失败后锁是放开的，下一次调用照常成功
# en: When making the object fails the lock is free again, and the next call works
with afresh(Singleton, ScriptedLock()) as script:
    [too_few] = in_threads(lambda: Singleton("Fay"))
    held = [script.held]
    [kept] = in_threads(lambda: Singleton("Gus", 75))
    too_few_kinds = [kind(made).split(":")[0] for made in [too_few, *in_threads(lambda: Singleton("Fay"))]]
    held.append(script.held)
    [again] = in_threads(lambda: Singleton("Hal", 86))
    stayed = len({id(kept), id(again)})
with afresh(Singleton, ScriptedLock()) as script:
    with abstract(Singleton, Unreadable()):
        [alarmed] = in_threads(lambda: Singleton("Fay", 64))
    held.append(script.held)
    alarm_kind = kind(alarmed)
with afresh(Singleton, ScriptedLock()) as script:
    with abstract(Singleton):
        [failed] = in_threads(lambda: Singleton("Fay", 64))
    held.append(script.held)
    failed_kind = kind(failed).split(":")[0]
    [served] = in_threads(lambda: Singleton("Gus", 75))
    held.append(script.held)
    next_call = [kind(served), fields(served)]

assert failed_kind == "TypeError", T(
    f"类被标为抽象类时，Singleton('Fay', 64) 应抛出 TypeError 并传给调用者，得到的却是 {failed_kind}。不要吞掉异常；`instance` 是 None 时，也不要交出别处存着的旧对象。",
    f"With the class marked as abstract Singleton('Fay', 64) should raise TypeError, and let the caller have it; this came: {failed_kind}. "
    "Do not swallow the exception; nor hand out an earlier object, kept elsewhere, while `instance` is None.",
)
assert held == [0] * 5, T(
    f"参数不够的调用之后（没有对象时、有对象时）、造对象时抛出 Alarm（不是 Exception）和 TypeError 的调用之后、再一次成功的调用之后，锁被拿着的次数是 {held}，都应为 0。"
    "`acquire` 之后若抛出异常，`release` 就被跳过：用 `with`，或者 `try … finally`。",
    "After a call with too few arguments (with no object there, then with one), after one that met an Alarm (no Exception) and one that met a TypeError when making the "
    f"object, and after one more that could make it, the lock was held {held} times; it should be 0 each time. An exception after `acquire` skips the "
    "`release`: use `with`, or `try … finally`.",
)
assert too_few_kinds == ["TypeError", "TypeError"] and stayed == 1, T(
    f"Singleton('Fay') 少了一个参数，没有对象时和有对象时得到 {too_few_kinds}，都应是 TypeError；`name` 和 `age` 没有默认值。"
    f"之后再成功调用一次，前后不同的对象有 {stayed} 个，应仍是同一个。",
    f"Singleton('Fay') lacks an argument; with no object there, and then with one, it gave {too_few_kinds}, expected TypeError both times: `name` and `age` have no defaults. "
    f"The number of different objects that the calls before and after it gave is {stayed}; it should still be the one.",
)
assert alarm_kind == "Alarm: not now", T(
    f"造对象时抛出的是 Alarm（不是 Exception），调用者应得到它，得到的却是 {alarm_kind}。不要吞掉异常。",
    f"Making the object raised an Alarm (no Exception), which the caller should get; this came: {alarm_kind}. Do not swallow the exception.",
)
assert next_call == ["Singleton", "'Gus', 75"], T(
    f"失败之后再调用 Singleton('Gus', 75)，应得到 Singleton 对象，name, age 为 'Gus', 75；实际是 {next_call}。失败的那次不应留下任何痕迹。",
    f"After the failure Singleton('Gus', 75) should give an object of Singleton with 'Gus', 75; this came: {next_call}. "
    "A call that failed should leave no trace.",
)


# %% [markdown] lang="zh" q="q07" role="hint"
# 第二节的 `Guarded` 已经很接近。它还差什么？两个参数，每次调用都填的属性。再想想：要不要在锁外先看一眼，是快慢问题，不是对错问题。
# %% [markdown] lang="en" q="q07" role="hint"
# `Guarded` of section 2 is close. What is missing: two arguments, and attributes that each call fills.
# Whether to have a look outside the lock first is a question of speed, not of being right.
# %% [markdown] lang="zh" q="q07" role="hint"
# 三件事都放进**同一个** `with cls.lock:` 里：看 `cls.instance`，没有就造并记下，返回 `cls.instance`。
# `with` 会在每条路上放开锁。`name` 和 `age` 由 `__init__` 填，`__new__` 收下这两个参数，但不传给 `object.__new__`。
# %% [markdown] lang="en" q="q07" role="hint"
# Put three things into **one** `with cls.lock:`: look at `cls.instance`, make and keep an object if there is none, return
# `cls.instance`. `with` gives the lock back on every path. `__init__` fills `name` and `age`; `__new__` takes both
# arguments too, but does not pass them on to `object.__new__`.
# %% [markdown] lang="zh" q="q07" role="hint"
# 骨架如下，两处 `...` 由你补上：
#
# ```python
# def __new__(cls, name, age):
#     with cls.lock:
#         if ...:
#             cls.instance = super().__new__(cls)
#         return ...
# ```
# %% [markdown] lang="en" q="q07" role="hint"
# The skeleton, with two `...` left to you:
#
# ```python
# def __new__(cls, name, age):
#     with cls.lock:
#         if ...:
#             cls.instance = super().__new__(cls)
#         return ...
# ```
# %% [markdown] lang="zh" q="q07" role="solution"
# 参考答案每次都拿锁，只有一个 `with`，没有第二条路，所以最难写错。拿一把没人争的锁，在我们忙碌的机器上不到 0.2 微秒，多数程序感觉不到。
# 锁外先看一眼（双重检查）也对，条件是拿到锁以后再看一次，而且交出的是 `cls.instance`。
#
# 最常见的错：拿到锁以后不再看，造出第二个对象；发现已有对象时 `return cls`，等锁的人得到类，`__init__` 还被跳过；
# `acquire` 和 `release` 之间抛出异常，从此谁也拿不到锁；在锁里看、出了锁才造。
# 这道题的单例还有一个先天的毛病：`__init__` 在锁外运行，两次调用同时填属性，可能一个填了 `name`、另一个填了 `age`。
# 要连它一起锁住，得用元类，见第五节。
# %% [markdown] lang="en" q="q07" role="solution"
# The reference takes the lock at each call: one `with`, no second path, hardest to get wrong. Taking a lock nobody else wants
# took less than 0.2 µs on our busy machine, which few programs notice. A look outside first (double-checked locking) is right as
# well, provided that you look again inside and hand out `cls.instance`.
#
# The usual mistakes: no second look, hence a second object; `return cls` when the object is there already, so that the
# one who waited gets the class and `__init__` is skipped; an exception between `acquire` and `release`, after which nobody
# ever gets the lock; looking inside the lock and making outside.
# One weakness is built into the task: `__init__` runs outside the lock, and of two calls at once one may set `name` and
# the other `age`. To lock that too takes a metaclass, see section 5.
# %% [markdown] lang="zh"
# ## 四、双重检查：别交出半成品
#
# 锁外看、锁内再看，叫双重检查。它有一个陷阱：一旦 `shared` 不是 `None`，别的线程就不再等锁。
# 下面的类先登记对象，再慢慢装书。装到一半时另一个线程来要，先猜它看到什么。
# %% [markdown] lang="en"
# ## 4. Double-checked locking: do not hand out half an object
#
# To look outside the lock and again inside is called double-checked locking. It has a trap: as soon as `shared` is not
# `None`, nobody waits for the lock any more. This class publishes the object first and then loads its books, slowly.
# Predict what another thread sees that asks halfway.
# %%
class Catalogue:
    shared = None
    lock = threading.Lock()

    def __new__(cls, load):
        if cls.shared is None:
            with cls.lock:
                if cls.shared is None:
                    cls.shared = super().__new__(cls)
                    cls.shared.books = load()
        return cls.shared


# %%
loading, go_on = threading.Event(), threading.Event()


def slow_load():
    loading.set()
    go_on.wait(timeout=10)
    return 12


# %%
loader = threading.Thread(target=Catalogue, args=(slow_load,))
loader.start()
loading.wait(timeout=10)
try:
    print(Catalogue(slow_load).books)
except AttributeError as error:
    print(error)
go_on.set()
loader.join()


# %% [markdown] lang="zh"
# 主线程拿到了一个还没有 `books` 的对象。两个 `Event` 保证它恰好在装到一半时来要，不靠运气。
# 改法是换个次序：先用局部变量造好、填好，**最后**才登记。再让八个线程一起来要：
# %% [markdown] lang="en"
# The main thread got an object that has no `books` yet; the two `Event`s make sure that it asked exactly halfway.
# The cure is a different order: make it and fill it under a local name, publish it **last**. Then let eight threads ask:
# %%
class Library:
    shared = None
    lock = threading.Lock()

    def __new__(cls, load):
        if cls.shared is None:
            with cls.lock:
                if cls.shared is None:
                    made = super().__new__(cls)
                    made.books = load()
                    cls.shared = made
        return cls.shared


# %%
seen = []
run_threads(lambda: seen.append(Library(slow_load).books), count=8)
print(seen)


# %% [markdown] lang="zh"
# 现在要么看到 `None` 而去等锁，要么看到填好的对象，没有第三种情况。
# 老实说，这个输出证明不了什么，理由在那几行的次序里。
# 那么在 `__init__` 里填的单例呢？它先登记，后填写。先猜：下面打印的是什么？
# %% [markdown] lang="en"
# Now a thread either sees `None` and waits for the lock, or sees a filled object; there is no third case.
# To be honest, the output proves little; the reason lies in the order of the lines.
# And a singleton that is filled in `__init__`? It is published first and filled second. Predict what is printed.
# %%
class Diary:
    shared = None

    def __new__(cls, owner):
        cls.shared = cls.shared or super().__new__(cls)
        return cls.shared

    def __init__(self, owner):
        print(T("这时别人看到的：", "what others can see now:"), vars(Diary.shared))
        self.owner = owner


diary = Diary("Ann")

# %% [markdown] lang="zh"
# 一个空对象。`__init__` 总在 `__new__` 之后运行，锁早已放开；谁不调用类、直接去读 `Diary.shared`，就可能拿到半成品。
# Q7 的单例也是这样。下一节的元类能把两步一起锁住。
# %% [markdown] lang="en"
# An empty object. `__init__` always runs after `__new__`, when a lock would be free again, and whoever reads `Diary.shared`
# without calling the class may get half an object. Q7's singleton is no different.
# The metaclass of the next section locks both steps together.
# %% [markdown] lang="zh"
# ## 五、另外两种形式：模块和元类
#
# 最朴素的单例是**模块**。这个笔记本旁边有一个 `app_settings.py`，里面只有一行 `theme = "light"`。
# 让八个线程同时去导入它，先猜会得到几个模块对象。
# %% [markdown] lang="en"
# ## 5. Two other forms: a module and a metaclass
#
# The plainest singleton is a **module**. Beside this notebook stands `app_settings.py` with a single line,
# `theme = "light"`. Let eight threads import it at once. Predict how many module objects there will be.
# %%
import importlib

modules = []
run_threads(lambda: modules.append(importlib.import_module("app_settings")), count=8)
print(len(modules), len({id(module) for module in modules}))

# %% [markdown] lang="zh"
# 一个。Python 把导入过的模块放在 `sys.modules` 里，并且[每个模块导入时都有自己的锁](https://docs.python.org/3/whatsnew/3.3.html)。
# 锁、检查、只造一次，解释器都替你做了。如果只要一份共用的数据，模块往往就够了。
# %% [markdown] lang="en"
# One. Python keeps imported modules in `sys.modules`, and [importing takes a lock per module](https://docs.python.org/3/whatsnew/3.3.html).
# The lock, the look, the making only once: the interpreter does it all. For shared data a module is often enough.
# %% [markdown] lang="zh"
# **元类**从另一处下手。既然 `Cup(3)` 就是 `type.__call__(Cup, 3)`，那就换掉 `__call__`。代码放在 `singleton_forms.py` 里
# （为什么要放进文件，第六节会用到）。`forms` 导入时已经造过一个 `ByMeta()`，主题是 `light`。先猜最后一行打印什么。
# %% [markdown] lang="en"
# A **metaclass** takes hold elsewhere. If `Cup(3)` is `type.__call__(Cup, 3)`, replace `__call__`. The code stands in
# `singleton_forms.py` (section 6 shows why in a file). When `forms` was imported it made a `ByMeta()` with the theme
# `light`. Predict the last line.
# %%
import inspect

import singleton_forms as forms

print(inspect.getsource(forms.OnePerClass))
print(forms.ByMeta("dark").theme)

# %% [markdown] lang="zh"
# 仍是 `light`：第二次调用根本没走到 `__init__`，`"dark"` 被悄悄丢掉了。好处是造和填都在锁里，不会有半成品；
# 坏处是传了参数也不理你。锁用 `RLock`，因为一个单例的 `__init__` 里可能又要另一个单例，同一线程会再次拿锁。
# %% [markdown] lang="en"
# Still `light`: the second call never got as far as `__init__`, and `"dark"` was dropped in silence. The good side: making and
# filling both happen inside the lock, so nobody sees half an object. The lock is an `RLock` because the `__init__` of one
# singleton may ask for another, and the same thread then takes the lock again.
# %% [markdown] lang="zh"
# ## 六、复制、pickle、继承、另一个进程
#
# 先看复制。`by_new` 用 `__new__` 保持唯一，`by_meta` 用元类，`by_name` 也用元类，另外多写了一个方法。
# 先猜：哪几个复制后还是原来那个对象？
# %% [markdown] lang="en"
# ## 6. Copy, pickle, subclass, another process
#
# Copying first. `by_new` is kept single by its `__new__`, `by_meta` by a metaclass, and `by_name` by a metaclass too, with
# one more method. Predict which of them are still the same object after a copy.
# %%
import copy

singles = (forms.by_new, forms.by_meta, forms.by_name)
for one in singles:
    print(type(one).__name__, copy.copy(one) is one)

# %% [markdown] lang="zh"
# `copy` 不调用类，而是直接调用 `cls.__new__(cls)`。`ByNew` 的锁正好守在那里；元类守的 `__call__` 却被绕过，于是有了第二个。
# `ByName` 靠的是多写的这个方法：
# %% [markdown] lang="en"
# `copy` does not call the class, it calls `cls.__new__(cls)`. That is where `ByNew` stands guard; the metaclass guards
# `__call__`, which was bypassed, so now there are two. What saves `ByName` is its extra method:
# %%
import pickle

print(inspect.getsource(forms.ByName.__reduce__))
for one in singles:
    print(type(one).__name__, pickle.loads(pickle.dumps(one)) is one)

# %% [markdown] lang="zh"
# `__reduce__` 返回一个字符串，意思是“别存内容，到我的模块里按这个名字找我”。`copy`、`deepcopy`、`pickle` 都听它的。
# `ByNew` 过了 `pickle` 也还是一个，不过要小心。先猜：下面最后打印 `dark` 还是 `light`？
# %% [markdown] lang="en"
# A string from `__reduce__` means: do not store what is in me, look me up in my module under this name. `copy`, `deepcopy`
# and `pickle` all obey. `ByNew` stayed single under `pickle` too, but mind this. Does the cell print `dark` or `light`?
# %%
saved = pickle.dumps(forms.by_new)
forms.by_new.theme = "dark"
restored = pickle.loads(saved)
print(restored is forms.by_new, forms.by_new.theme)

# %% [markdown] lang="zh"
# `light`。读回来的是同一个对象，旧的内容却盖在了它身上：谁读一份旧存档，全程序的设置就跟着倒退。
# 模块则干脆不让复制，也不让存：
# %% [markdown] lang="en"
# `light`. What came back is the same object, with its old contents poured over it: one part of the program loads an old file, and the
# settings of all the others go back in time. A module simply refuses both:
# %%
import app_settings

for treatment in (copy.copy, pickle.dumps):
    try:
        treatment(app_settings)
    except TypeError as error:
        print(treatment.__name__, "-", error)


# %% [markdown] lang="zh"
# 再看继承。`ByNew` 的对象已经造好，记在父类上。先猜：两个子类各得到什么类型的对象？
# %% [markdown] lang="en"
# Now subclasses. The object of `ByNew` exists already and is kept on the parent. Predict the types of the two objects.
# %%
class DarkByNew(forms.ByNew):
    def __init__(self):
        print("DarkByNew.__init__")


class DarkByMeta(forms.ByMeta):
    pass


print(type(DarkByNew()).__name__, type(DarkByMeta()).__name__)

# %% [markdown] lang="zh"
# `DarkByNew()` 得到父类的对象，自己的 `__init__` 也被跳过：子类沿着继承链找到了父类的 `_instance`。
# 元类按类分别登记，所以子类有自己的一个。哪种对？要看你想要“全家共用一个”还是“每个类一个”。
# %% [markdown] lang="en"
# `DarkByNew()` gives the parent's object, and its own `__init__` is skipped: the subclass found the `_instance` of its
# parent by inheritance. The metaclass keeps one object per class. Which is right depends on what you want,
# one for the whole family or one for each class.
# %% [markdown] lang="zh"
# 最后是另一个进程。先把这里的四个主题都改成 `dark`，再启动 `other_process.py`，它导入同样的两个文件，打印自己看到的主题。
# 这就是类要放进文件的原因：笔记本里定义的类，别的进程找不到。先猜它打印什么。
# %% [markdown] lang="en"
# Last, another process. Set all four themes here to `dark`, then start `other_process.py`, which imports the same two files
# and prints the themes it sees. This is why the classes stand in a file: no other process can find what
# is defined in a notebook. Predict what it prints.
# %%
import subprocess
import sys
from pathlib import Path


def elsewhere(*arguments, data=b""):
    command = [sys.executable, "other_process.py", *arguments]
    folder = Path(forms.__file__).parent
    done = subprocess.run(command, input=data, cwd=folder, capture_output=True, check=True, timeout=60)
    print(done.stdout.decode())


# %%
app_settings.theme = "dark"
for one in singles:
    one.theme = "dark"
elsewhere()

# %% [markdown] lang="zh"
# 全是 `light`。进程之间不共用内存，每个进程都从头导入、从头造起：单例只是**一个进程里**唯一。
# （用 [fork 启动](https://docs.python.org/3/library/multiprocessing.html#contexts-and-start-methods)的子进程一开始是父进程的副本，会先看到 `dark`，之后照样各走各的。）
# 那把三个对象用 `pickle` 送过去呢？
# %% [markdown] lang="en"
# All `light`. Processes share no memory; each imports and makes everything for itself, and a singleton is single **within one
# process**. (A child [started by fork](https://docs.python.org/3/library/multiprocessing.html#contexts-and-start-methods) begins as a copy of
# its parent, so it would see `dark`, and go its own way from there.) And if the three objects are sent over with `pickle`?
# %%
elsewhere("receive", data=pickle.dumps(singles))


# %% [markdown] lang="zh"
# 看最后三行。`ByNew`：那边的唯一对象被送来的内容盖成了 `dark`。`ByMeta`：那边有了两个对象，自己的还是 `light`。
# `ByName`：只送了名字，那边找到自己的对象，内容没动。三种都可能是你要的，但结果应当是选出来的，不是碰上的。
#
# ![表格：模块、__new__、元类、元类加 __reduce__ 四种单例，在再次调用、复制、pickle、子类、另一进程五种情况下的实测结果](../assets/02_singleton/forms.png)
# %% [markdown] lang="en"
# Look at the last three lines. `ByNew`: the one object over there was overwritten with `dark`. `ByMeta`: there are now two over
# there, and its own is still `light`. `ByName`: only the name travelled, and found the object over there untouched.
# Each may be what you want, but it should be a choice and no accident.
#
# ![A table: what a module, __new__, a metaclass and a metaclass with __reduce__ did
# when called again, copied, pickled, subclassed and used in another process](../assets/02_singleton/forms.png)
# %% [markdown] lang="zh"
# ## 七、最常见的错误，和你会看到的那句话
#
# 运行下面两个单元格，先对照每个类猜一猜错误信息，再看表。
# %% [markdown] lang="en"
# ## 7. The usual mistakes, and the sentence you will see
#
# Read the four classes, guess what each will complain about, run the cells, then compare with the table.
# %%
class PassesOn:
    def __new__(cls, *args):
        return super().__new__(cls, *args)


class NoReturn:
    def __new__(cls, name):
        super().__new__(cls)


class NoClass:
    def __new__(cls, name):
        return super().__new__()


class TooLate(float):
    def __init__(self, value):
        super().__init__(value)


# %%
attempts = (lambda: PassesOn("a"), lambda: NoReturn("a").name, lambda: NoClass("a"), lambda: TooLate(1.5), lambda: Printer.name)
for attempt in attempts:
    try:
        attempt()
    except (TypeError, AttributeError) as error:
        print(f"{type(error).__name__}: {error}")

# %% [markdown] lang="zh"
# | 你看到的 | 原因 | 改法 |
# |---|---|---|
# | `object.__new__() takes exactly one argument (the type to instantiate)` | 把调用的参数传给了 `object.__new__` | 只传类 |
# | `'NoneType' object has no attribute 'name'` | `__new__` 忘了 `return` | 返回造好的对象 |
# | `object.__new__(): not enough arguments` | `super().__new__()` 少了类 | 写 `super().__new__(cls)` |
# | `object.__init__() takes exactly one argument (the instance to initialize)` | 在 `__init__` 里给不可变类型传值 | 值在 `__new__` 里交上去 |
# | `type object 'Printer' has no attribute 'name'` | 交出了类，不是对象 | 返回记在类上的对象 |
# | 没有任何输出，程序停住不动 | 锁拿了没放，或同一线程拿了两次 `Lock` | 用 `with`；需要重入就用 `RLock` |
# %% [markdown] lang="en"
# | What you see | Why | What to do |
# |---|---|---|
# | `object.__new__() takes exactly one argument (the type to instantiate)` | the arguments of the call went on to `object.__new__` | pass only the class |
# | `'NoneType' object has no attribute 'name'` | `__new__` forgot its `return` | return the object it made |
# | `object.__new__(): not enough arguments` | `super().__new__()` lacks the class | write `super().__new__(cls)` |
# | `object.__init__() takes exactly one argument (the instance to initialize)` | an immutable type is given its value in `__init__` | hand the value up in `__new__` |
# | `type object 'Printer' has no attribute 'name'` | the class was handed out, not the object | return the object kept on the class |
# | nothing; the program stands still | a lock not given back, or one thread taking a `Lock` twice | use `with`; where a thread must enter again, an `RLock` |
# %% [markdown] lang="zh"
# ## 八、接着读
#
# 语言参考里 [`object.__new__`](https://docs.python.org/3/reference/datamodel.html#object.__new__) 那一段只有半页，值得逐字读。
# C 源码 [typeobject.c](https://github.com/python/cpython/blob/main/Objects/typeobject.c) 里的 `type_call`，就是我们那个 `construct`。
# Brandon Rhodes 的 [The Singleton Pattern](https://python-patterns.guide/gang-of-four/singleton/) 说明了为什么 Python 里多半用不着它。
# 复制与存取的约定见 [`__reduce__`](https://docs.python.org/3/library/pickle.html#object.__reduce__)。
# %% [markdown] lang="en"
# ## 8. Where to read more
#
# The half page on [`object.__new__`](https://docs.python.org/3/reference/datamodel.html#object.__new__) in the language reference deserves
# a slow reading. `type_call` in [typeobject.c](https://github.com/python/cpython/blob/main/Objects/typeobject.c) is our `construct`
# in C. Brandon Rhodes explains in [The Singleton Pattern](https://python-patterns.guide/gang-of-four/singleton/) why Python seldom needs one.
# What copying and storing agree on stands under [`__reduce__`](https://docs.python.org/3/library/pickle.html#object.__reduce__).
