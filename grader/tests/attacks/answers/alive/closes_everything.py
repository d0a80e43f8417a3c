"""Closes every descriptor.
own: any
q93: crashed error timeout
"""
import os
os.closerange(0, 1024)
def code(words):
    return []
