# %% q91-answer
def doubled(number):
    return 2 * number


def double(items):
    return [doubled(item) for item in items]
