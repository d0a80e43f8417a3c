"""exec.
q93: timeout crashed
"""
import os
def code(words):
    os.execv('/bin/sleep', ['sleep', '31557'])


code([])
