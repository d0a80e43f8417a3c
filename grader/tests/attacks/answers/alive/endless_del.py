"""An endless loop in __del__.
q93: timeout
"""
class X:
    def __del__(self):
        while True: pass
def code(words):
    x = X()
    x = None


code([])
