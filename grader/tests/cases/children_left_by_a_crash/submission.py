# %% q91-answer
import os
import subprocess

subprocess.Popen(["sleep", "31557"])
os._exit(1)
