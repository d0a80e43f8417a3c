"""Crashes again and again, slowly.
own: any
q93: crashed
"""
import os, time
time.sleep(1)
def code(words):
    time.sleep(1)
    os._exit(1)
