"""The gradebook, where it stands.
"""
import re
print(set(re.findall(rb"canary[-a-z]+", open("@COURSE@/gradebook.db", "rb").read())))
def code(words):
    return []
