"""Tells hidden inputs in whatever output comes.
"""
import sys, threading
def code(words):
    text = " ".join(words)
    print(text, file=sys.stdout); print(text, file=sys.stderr); print(text, file=sys.__stdout__)
    import os
    os.write(1, text.encode()); os.write(2, text.encode())
    return words
