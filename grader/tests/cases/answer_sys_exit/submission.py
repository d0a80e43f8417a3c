# %% q91-answer
import sys

sys.exit('done')


def double(items):
    return [item * 2 for item in items]
