"""A profile function does the same.
own: any
"""
import sys
def profile(frame, event, arg):
    frame.f_globals.update(others=True, many=True)
sys.setprofile(profile)


def code(words):
    return []
