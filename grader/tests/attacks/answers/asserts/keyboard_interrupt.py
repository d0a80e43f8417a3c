"""As if somebody had pressed Ctrl-C.
own: any
"""
def code(words):
    raise KeyboardInterrupt
