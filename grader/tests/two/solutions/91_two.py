# %% role="author"
from grader.language import T

# %% [markdown] lang="zh"
# # 两道题
# %% [markdown] lang="en"
# # Two questions

# %%
import math

FACTOR = 2


def twice(number):
    return number * FACTOR


squares = [math.floor(number**2) for number in range(4)]

# %% [markdown] lang="zh" q="q91"
# ## Q91 · 加倍（2 分）
# 写 `double(items)`，返回每一项的两倍。
# %% [markdown] lang="en" q="q91"
# ## Q91 · Double (2 points)
# Write `double(items)`, which returns a list with each item doubled.


# %% q="q91" role="answer"
### BEGIN SOLUTION
def double(items):
    return [item * 2 for item in items]


### END SOLUTION

# %% q="q91" role="check" points=1 timeout=3
# zh: 数翻倍
# en: Numbers are doubled
print("q91 is checked")
doubled = double([1, 2, 5])

assert doubled == [2, 4, 10], T(f"`double([1, 2, 5])` 返回 {doubled}", f"`double([1, 2, 5])` returned {doubled}")

# %% q="q91" role="hidden" points=1 timeout=3
# zh: 文字也翻倍
# en: Texts are doubled too
texts = double(["ab", "", 3.5])

assert texts == ["abab", "", 7.0], T(f"得到 {texts}", f"got {texts}")

# %% [markdown] lang="zh" q="q91" role="hint"
# 用列表推导式。
# %% [markdown] lang="en" q="q91" role="hint"
# Use a list comprehension.
# %% [markdown] lang="zh" q="q91" role="hint"
# `item * 2`
# %% [markdown] lang="en" q="q91" role="hint"
# `item * 2`

# %% [markdown] lang="zh" q="q91" role="solution"
# 乘法对文字也有意义。
# %% [markdown] lang="en" q="q91" role="solution"
# Multiplication has a meaning for texts too.

# %% [markdown] lang="zh" q="q92"
# ## Q92 · 问候（2 分）
# 写 `greet(name)`。
# %% [markdown] lang="en" q="q92"
# ## Q92 · Greet (2 points)
# Write `greet(name)`.

# %% q="q92" role="given"
from names import FIRST


# %% q="q92" role="answer"
### BEGIN SOLUTION
def greet(name):
    print("greeting", name)
    return f"Hello, {name}!"


### END SOLUTION

# %% q="q92" role="check" points=1 timeout=3
# zh: 问候一个人
# en: One person is greeted
print("q92 is checked")
greeting = greet(FIRST)

assert greeting == f"Hello, {FIRST}!", T(f"返回 {greeting!r}", f"returned {greeting!r}")

# %% q="q92" role="hidden" points=1 timeout=3
# zh: 任何文字的名字
# en: A name in any script
answer = greet("博")

assert answer == "Hello, 博!", T(f"返回 {answer!r}", f"returned {answer!r}")

# %% [markdown] lang="zh" q="q92" role="hint"
# 用 f-string。
# %% [markdown] lang="en" q="q92" role="hint"
# Use an f-string.
# %% [markdown] lang="zh" q="q92" role="hint"
# `f"Hello, {name}!"`
# %% [markdown] lang="en" q="q92" role="hint"
# `f"Hello, {name}!"`

# %% [markdown] lang="zh" q="q92" role="solution"
# 标点也要对。
# %% [markdown] lang="en" q="q92" role="solution"
# The punctuation counts too.
