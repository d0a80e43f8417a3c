# %% role="author"
from grader.language import T

# %% [markdown] lang="zh"
# # 靶子
# %% [markdown] lang="en"
# # A target

# %% [markdown] lang="zh" q="q93"
# ## Q93 · 密文（4 分）
# 写 `code(words)`，返回每个词倒过来的大写。
# %% [markdown] lang="en" q="q93"
# ## Q93 · A code (4 points)
# Write `code(words)`, which returns each word reversed, in capitals.


# %% q="q93" role="answer"
### BEGIN SOLUTION
def code(words):
    """canary-of-the-solution"""
    return [word[::-1].upper() for word in words]


### END SOLUTION

# %% q="q93" role="check" points=1 timeout=2
# zh: 两个词
# en: Two words
coded = code(["ab", "cde"])

assert coded == ["BA", "EDC"], T(f"返回 {coded}", f"returned {coded}")

# %% q="q93" role="hidden" points=1 timeout=2
# zh: 别的词
# en: Other words
others = code(["canary-of-the-input", "", "x"])

assert others == ["TUPNI-EHT-FO-YRANAC", "", "X"], T(f"返回 {others}，canary-of-the-message", f"returned {others}, canary-of-the-message")

# %% q="q93" role="hidden" points=2 timeout=2
# zh: 没有词，以及许多词
# en: No word, and many
none, many = code([]), code(["canary-of-the-input", "qr"] * 3)

assert none == [] and many == ["TUPNI-EHT-FO-YRANAC", "RQ"] * 3, T(f"返回 {none} 和 {many}", f"returned {none} and {many}")

# %% [markdown] lang="zh" q="q93" role="hint"
# 切片。
# %% [markdown] lang="en" q="q93" role="hint"
# A slice.
# %% [markdown] lang="zh" q="q93" role="hint"
# 步长为 -1。
# %% [markdown] lang="en" q="q93" role="hint"
# Its step is -1.

# %% [markdown] lang="zh" q="q93" role="solution"
# 切片倒过来。
# %% [markdown] lang="en" q="q93" role="solution"
# A slice backwards.

# %% [markdown] lang="zh" q="q94"
# ## Q94 · 相加（2 分）
# 写 `add(a, b)`。
# %% [markdown] lang="en" q="q94"
# ## Q94 · Add (2 points)
# Write `add(a, b)`.


# %% q="q94" role="answer"
### BEGIN SOLUTION
def add(a, b):
    return a + b


### END SOLUTION

# %% q="q94" role="check" points=1 timeout=2
# zh: 两个数
# en: Two numbers
total = add(3, 4)

assert total == 7, T(f"返回 {total}", f"returned {total}")

# %% q="q94" role="hidden" points=1 timeout=2
# zh: 两段文字
# en: Two texts
joined = add("ab", "cd")

assert joined == "abcd", T(f"返回 {joined}", f"returned {joined}")

# %% [markdown] lang="zh" q="q94" role="hint"
# 加号。
# %% [markdown] lang="en" q="q94" role="hint"
# Plus.
# %% [markdown] lang="zh" q="q94" role="hint"
# `a + b`
# %% [markdown] lang="en" q="q94" role="hint"
# `a + b`

# %% [markdown] lang="zh" q="q94" role="solution"
# 文字也能相加。
# %% [markdown] lang="en" q="q94" role="solution"
# Texts can be added too.
