"""A regular expression that takes years.
q93: timeout
"""
import re
def code(words):
    return re.match('(a+)+$', 'a' * 60 + 'b')


code([])
