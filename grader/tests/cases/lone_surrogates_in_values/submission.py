# %% q91-answer
def double(items):
    print("\ud800")
    return "\ud800"
