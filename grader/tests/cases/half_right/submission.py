# %% q91-answer
def double(items):
    return [item + item for item in items if isinstance(item, int)]
