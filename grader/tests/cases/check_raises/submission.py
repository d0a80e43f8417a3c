# %% q91-answer
def double(items):
    raise ValueError('no')
