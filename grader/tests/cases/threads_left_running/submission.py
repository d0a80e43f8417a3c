# %% q91-answer
import threading
import time


def work():
    while True:
        time.sleep(0.01)
        print("late")


for _ in range(5):
    threading.Thread(target=work).start()


def double(items):
    return [item * 2 for item in items]
