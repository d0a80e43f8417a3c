# %% q91-answer
def double(items):
    while True:
        pass
