# %% own before q91-answer
import nowhere_at_all

# %% own before q92-answer
1 / 0
