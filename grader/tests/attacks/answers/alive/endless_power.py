"""A power that takes years.
q93: timeout error crashed
"""
def code(words):
    return 10 ** 10 ** 10


code([])
