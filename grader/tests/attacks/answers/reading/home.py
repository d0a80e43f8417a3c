"""The home folder.
"""
print(open("@HOME@/secret.txt").read())
def code(words):
    return []
