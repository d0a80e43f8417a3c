# %% q91-answer
def double(items):
    return [twice(item) for item in items]
