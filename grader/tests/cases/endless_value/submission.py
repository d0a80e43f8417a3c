# %% q91-answer
def double(items):
    own = []
    own.append(own)
    return own
