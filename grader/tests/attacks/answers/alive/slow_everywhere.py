"""Slow in its own cells, many of them.
own: any
q93: timeout
"""
# %% own before q93-answer
import time
time.sleep(1.9)
# %% own before q93-answer
import time
time.sleep(1.9)
# %% own before q93-answer
import time
time.sleep(1.9)
# %% own before q93-answer
import time
time.sleep(1.9)
# %% own before q93-answer
import time
time.sleep(1.9)
# %% own before q93-answer
import time
time.sleep(1.9)
# %% own before q93-answer
import time
time.sleep(1.9)
# %% own before q93-answer
import time
time.sleep(1.9)
# %% q93-answer
import time
time.sleep(1.9)
def code(words):
    time.sleep(1.9)
    return []
