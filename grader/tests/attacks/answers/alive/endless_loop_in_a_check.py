"""An endless loop in each check.
q93: timeout
"""
def code(words):
    while True:
        pass
