"""Folders so deep that nobody can remove them.
own: any
q93: fail error
"""
import os
for _ in range(3000):
    os.mkdir('attack-left'); os.chdir('attack-left')
def code(words):
    return []
