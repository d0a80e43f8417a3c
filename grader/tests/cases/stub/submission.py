# %% q91-answer
# YOUR CODE HERE
raise NotImplementedError()
