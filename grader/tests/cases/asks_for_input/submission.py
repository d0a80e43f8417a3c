# %% q91-answer
name = input("Your name? ")
