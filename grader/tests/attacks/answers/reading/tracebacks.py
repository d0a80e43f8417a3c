"""Tells them in the text of a NameError and a name.
"""
def code(words):
    error = NameError(words[0] if words else "")
    error.name = words[0] if words else "x"
    raise error
