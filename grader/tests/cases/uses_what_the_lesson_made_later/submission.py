# %% q91-answer
def double(items):
    return [item * squares[1] * 2 for item in items]
