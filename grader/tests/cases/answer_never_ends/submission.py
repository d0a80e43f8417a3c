# %% q91-answer
while True:
    pass
