"""A list that another thread changes while it is read.
"""
import threading
def code(words):
    x = [0] * 10000
    def change():
        while True:
            x.append(1); x.pop(); x[0] = "X"
    threading.Thread(target=change, daemon=True).start()
    return x
