# %% q91-answer
# I shall write this later.

# YOUR CODE HERE
raise NotImplementedError()
