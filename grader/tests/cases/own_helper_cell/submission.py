# %% own before q91-answer
def helper(item):
    return item * 2

# %% q91-answer
def double(items):
    return list(map(helper, items))
