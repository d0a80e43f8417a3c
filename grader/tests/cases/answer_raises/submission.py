# %% q91-answer
x = 1
y = x / 0
