"""The instructor's notebook.
"""
print(open("@COURSE@/source/93_target/93_target.ipynb").read())
def code(words):
    return []
