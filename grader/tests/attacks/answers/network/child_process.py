"""From a child.
own: any
q93: fail timeout
"""
import socket
socket.setdefaulttimeout(0.5)
import subprocess, sys
print(subprocess.run([sys.executable, "-c", "import socket; socket.create_connection(('127.0.0.1', @PORT@), 1); print('CONNECTED')"], capture_output=True).stdout)

def code(words):
    return []
