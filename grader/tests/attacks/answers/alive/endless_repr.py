"""Methods that never end.
"""
class X(list):
    def __repr__(self):
        while True: pass
    __iter__ = __len__ = __str__ = __eq__ = __repr__
def code(words):
    return X()
