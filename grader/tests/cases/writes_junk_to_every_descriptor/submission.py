# %% q91-answer
import os

for descriptor in range(1, 256):
    try:
        os.write(descriptor, b"junk\n")
    except OSError:
        pass
