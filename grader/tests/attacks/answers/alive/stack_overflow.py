"""The C stack overflows.
q93: crashed error timeout
"""
import sys
sys.setrecursionlimit(10**9)
def code(words):
    return code(words)


code([])
