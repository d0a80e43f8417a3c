"""Just under the limit, again and again.
"""
import time
def code(words):
    time.sleep(1.8)
    return []
