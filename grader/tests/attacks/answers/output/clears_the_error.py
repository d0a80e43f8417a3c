"""Clears the output after the error.
"""
from IPython.display import clear_output
def code(words):
    try:
        raise RuntimeError
    finally:
        clear_output()
