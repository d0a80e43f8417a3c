"""abort().
q93: crashed
"""
import os
def code(words):
    os.abort()
