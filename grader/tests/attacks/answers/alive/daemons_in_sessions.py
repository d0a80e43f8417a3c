"""Many daemons in sessions of their own.
"""
import subprocess
for _ in range(20):
    subprocess.Popen(['setsid', 'sleep', '31557'], start_new_session=True)
def code(words):
    return []
