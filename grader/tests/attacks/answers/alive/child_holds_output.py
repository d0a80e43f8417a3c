"""A child that holds the output open.
"""
import subprocess
subprocess.Popen(['sleep', '31557'])
def code(words):
    return []
