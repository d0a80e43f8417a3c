"""An endless loop in C.
q93: timeout
"""
def code(words):
    return 'x' in iter(int, 1)


code([])
