"""Raw devices.
"""
import glob, os, stat
for path in glob.glob("/dev/*"):
    if not stat.S_ISCHR(os.stat(path).st_mode): print(path)
try: os.mknod("disk", 0o600 | stat.S_IFBLK, os.makedev(254, 0)); print(open("disk", "rb").read(100))
except OSError as error: print(error)
def code(words):
    return []
