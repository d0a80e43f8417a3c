"""A million empty files.
q93: error timeout
"""
def code(words):
    for n in range(10**6): open(f'/tmp/attack-left-{n}', 'w').close()


code([])
