"""Tells hidden inputs in an exception.
"""
def code(words):
    raise ValueError(" ".join(words))
