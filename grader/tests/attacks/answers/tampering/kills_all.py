"""Kills everything, itself too.
q93: crashed error
"""
import os
def code(words):
    os.kill(-1, 9)
    os.kill(os.getppid(), 9)
    os.kill(1, 9)
    os.kill(os.getpid(), 9)
