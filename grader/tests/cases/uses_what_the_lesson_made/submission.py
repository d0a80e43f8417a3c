# %% q91-answer
print(squares[2])


def double(items):
    return [item * 2 for item in items]
