"""An endless loop.
q93: timeout
"""
while True:
    pass
def code(words):
    return []
