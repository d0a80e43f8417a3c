"""os._exit in the answer.
q93: crashed
"""
import os
os._exit(3)
def code(words):
    return []
