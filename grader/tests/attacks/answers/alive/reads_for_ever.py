"""Reads what never comes.
q93: timeout
"""
import os
def code(words):
    r, w = os.pipe()
    os.read(r, 1)


code([])
