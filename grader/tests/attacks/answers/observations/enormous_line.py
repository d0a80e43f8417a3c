"""A line of a hundred million characters.
own: any
"""
import json, os, sys

def forge(make):
    """Write what ``make(number, names)`` says into the worker's own pipe, as a reply to the command that runs."""
    frame = sys._getframe()
    while not ("replies" in frame.f_locals and "command" in frame.f_locals):
        frame = frame.f_back
    command, replies = frame.f_locals["command"], frame.f_locals["replies"]
    data = make(command["number"], command["observe"])
    os.write(replies.fileno(), data) if len(data) < 60000 else replies.buffer.raw.write(data)
    return frame

def reply(number, observed, error=None, output=""):
    return (json.dumps({"error": error, "output": output, "observed": observed, "number": number}) + "\n").encode()

def code(words):
    forge(lambda number, names: b"x" * 100_000_000)
    os._exit(0)
