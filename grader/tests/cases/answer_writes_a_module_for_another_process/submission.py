# %% q91-answer
%%writefile doubling.py
import sys

print([int(word) * 2 for word in sys.argv[1:]])
