"""Scores of -1 and nan.
"""
def code(words):
    return [-1.0, float("nan")]
-1
