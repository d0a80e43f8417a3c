"""Output without end.
q93: timeout error
"""
def code(words):
    while True: print('x' * 10**6)


code([])
