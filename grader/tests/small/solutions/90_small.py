# %% role="author"
from grader.language import T

# %% [markdown] lang="zh"
# # 数票
# %% [markdown] lang="en"
# # Count tickets

# %%
import math

TAX = 1.5


def with_tax(price):
    return price * TAX


made_by_running = math.floor(with_tax(3))

# %% [markdown] lang="zh" q="q90"
# ## Q90 · 数票（4 分，另有 1 分书面题）
# 写 `Ticket(holder)`，类变量 `issued` 数出做过的票。
# %% [markdown] lang="en" q="q90"
# ## Q90 · Count tickets (4 points, 1 more for the written part)
# Write `Ticket(holder)` whose class variable `issued` counts the tickets made.

# %% q="q90" role="given"
NAMES = ["Ann", "Bo"]


# %% q="q90" role="answer"
class Ticket:
    """One ticket."""

    ### BEGIN SOLUTION
    issued = 0

    def __init__(self, holder):
        self.holder = holder
        Ticket.issued += 1

    ### END SOLUTION


# %% q="q90" role="check" points=1
# zh: 持有人属于对象
# en: The holder belongs to the object
holders = [Ticket(name).holder for name in NAMES]

assert holders == NAMES, T(f"持有人是 {holders}", f"the holders are {holders}")

# %% q="q90" role="check" points=1
# zh: 每张票都被计数
# en: Every ticket is counted
before = Ticket.issued
tickets = [Ticket(name) for name in NAMES]
counted = Ticket.issued - before

assert counted == 2, T(f"做了 2 张票，计数却增加了 {counted}", f"2 tickets were made, the count rose by {counted}")


# %% q="q90" role="hidden" points=2 timeout=5
# zh: 子类的票也被计数
# en: Tickets of a subclass are counted too
class Vip(Ticket):
    pass


at_first = Ticket.issued
vips = [Vip("Cy"), Vip("Di"), Ticket("Ed")]
risen = Ticket.issued - at_first

assert risen == 3, T(f"做了 3 张票，计数却增加了 {risen}", f"3 tickets were made, the count rose by {risen}")

# %% [markdown] lang="zh" q="q90" role="hint"
# 类变量写在哪里？
# %% [markdown] lang="en" q="q90" role="hint"
# Where does a class variable stand?
# %% [markdown] lang="zh" q="q90" role="hint"
# `self.issued += 1` 做了什么？
# %% [markdown] lang="en" q="q90" role="hint"
# What does `self.issued += 1` do?

# %% [markdown] lang="zh" q="q90"
# 用自己的话说：类变量存在哪里？
# %% [markdown] lang="en" q="q90"
# In your own words: where is a class variable stored?

# %% [markdown] lang="zh" q="q90" role="words"
# ### BEGIN SOLUTION
# 在类对象里。
#
# - [ ] 存在类里
# - [ ] 每个实例都能读到
# - [ ] 通过实例赋值会造出实例变量
# ### END SOLUTION
# %% [markdown] lang="en" q="q90" role="words"
# ### BEGIN SOLUTION
# In the class object.
#
# - [ ] it is stored in the class
# - [ ] every instance can read it
# - [ ] assigning through an instance makes an instance variable
# ### END SOLUTION

# %% [markdown] lang="zh" q="q90" role="solution"
# 写 `Ticket.issued`，子类也数在同一处。
# %% [markdown] lang="en" q="q90" role="solution"
# With `Ticket.issued` subclasses count in the same place.
