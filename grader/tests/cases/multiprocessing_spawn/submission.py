# %% own before q91-answer
%%writefile doubling.py
def put(queue, items):
    queue.put([item * 2 for item in items])

# %% q91-answer
import multiprocessing

from doubling import put


def double(items):
    context = multiprocessing.get_context("spawn")
    queue = context.SimpleQueue()
    process = context.Process(target=put, args=(queue, items))
    process.start()
    process.join(30)
    return queue.get()
