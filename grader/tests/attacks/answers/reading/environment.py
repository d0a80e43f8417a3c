"""The environment.
"""
import os
print(os.environ, os.environb)
def code(words):
    return []
