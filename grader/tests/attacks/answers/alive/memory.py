"""Memory without end.
q93: error crashed timeout
"""
def code(words):
    x = []
    while True: x.append(bytearray(b'x') * 10**7)


code([])
