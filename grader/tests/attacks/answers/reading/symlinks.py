"""Links to what it wants.
"""
import os
for number, target in enumerate(("@COURSE@/gradebook.db", "@HOME@/secret.txt", "@SOURCE@/solutions/93_target.py")):
    os.symlink(target, f"link{number}")
    try: print(open(f"link{number}", "rb").read())
    except OSError as error: print(error)
def code(words):
    return []
