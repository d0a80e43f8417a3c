"""A page, with what it knows.
"""
import socket
socket.setdefaulttimeout(0.5)
import urllib.request
try: print("CONNECTED", urllib.request.urlopen("http://127.0.0.1:@PORT@/?leak").read())
except OSError as error: print(error)

def code(words):
    return []
