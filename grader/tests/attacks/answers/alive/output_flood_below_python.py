"""The same on the descriptor.
q93: timeout error crashed
"""
import os
def code(words):
    while True: os.write(1, b'x' * 10**6)


code([])
