"""A segmentation fault.
q93: crashed
"""
import ctypes
def code(words):
    ctypes.string_at(0)


code([])
