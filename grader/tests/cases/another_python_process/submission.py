# %% q91-answer
import json
import subprocess
import sys


def double(items):
    program = "import json, sys; print(json.dumps([x * 2 for x in json.load(sys.stdin)]))"
    done = subprocess.run([sys.executable, "-c", program], input=json.dumps(items), capture_output=True, text=True)
    return json.loads(done.stdout)
