"""The same for everything.
"""
def code(words):
    return ['X']
