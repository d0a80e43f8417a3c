"""Tells them in the name of a type.
"""
def code(words):
    return [type(words[0] if words else "x", (), {})()]
