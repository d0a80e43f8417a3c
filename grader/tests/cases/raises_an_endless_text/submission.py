# %% q91-answer
def double(items):
    raise ValueError("x" * 10**7)
