"""Shared memory that only dead children touched.
q93: crashed timeout
"""
import mmap, os, time
def code(words):
    kept = []
    for _ in range(30):
        kept.append(mmap.mmap(-1, 100_000_000))
        if os.fork() == 0:
            kept[-1].write(b'x' * 100_000_000); os._exit(0)
        os.wait()


code([])
