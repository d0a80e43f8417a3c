# %% q91-answer
def double(items:
    return items
