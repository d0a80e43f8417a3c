# %% own before q91-check-1
def double(items):
    return items
