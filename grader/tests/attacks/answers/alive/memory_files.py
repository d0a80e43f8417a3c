"""Memory that is no process's.
q93: error
"""
import os
def code(words):
    for n in range(100):
        os.write(os.memfd_create(str(n)), b'x' * 50_000_000)


code([])
