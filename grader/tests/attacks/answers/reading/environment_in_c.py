"""The environment as C has it.
"""
import ctypes
p = ctypes.POINTER(ctypes.c_char_p).in_dll(ctypes.CDLL(None), "environ")
i = 0
while p[i]:
    print(p[i]); i += 1
def code(words):
    return []
