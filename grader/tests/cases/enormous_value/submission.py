# %% q91-answer
def double(items):
    return [0] * 10**7
