# %% q91-answer
# nothing
