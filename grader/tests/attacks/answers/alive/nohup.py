"""With nohup and a shell.
"""
import os
os.system('nohup sh -c "sleep 31557" >/dev/null 2>&1 &')
def code(words):
    return []
