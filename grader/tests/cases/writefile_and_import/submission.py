# %% own before q91-answer
%%writefile doubling.py
def twofold(item):
    return item * 2

# %% q91-answer
from doubling import twofold


def double(items):
    return [twofold(item) for item in items]
