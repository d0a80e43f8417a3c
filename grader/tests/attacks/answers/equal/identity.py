"""The argument itself.
"""
def code(words):
    return words
