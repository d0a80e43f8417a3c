"""An endless iterator.
q93: timeout error crashed
"""
import itertools
def code(words):
    return list(itertools.count())


code([])
