"""A list that contains itself.
"""
def code(words):
    x = []
    x.append(x)
    return x
