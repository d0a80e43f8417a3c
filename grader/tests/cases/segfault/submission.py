# %% q91-answer
import ctypes

ctypes.string_at(0)
