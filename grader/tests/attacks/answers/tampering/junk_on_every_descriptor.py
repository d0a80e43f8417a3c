"""Junk on every descriptor.
own: any
q93: crashed error timeout
"""
import os
for fd in range(3, 256):
    try: os.write(fd, b"{}\n")
    except OSError: pass
def code(words):
    return []
