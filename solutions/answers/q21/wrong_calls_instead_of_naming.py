"""
zh: `target=add_up(…)` 在自己的进程里就把事情做完了，启动的进程什么也没有做。
en: `target=add_up(…)` does the work in the caller's own process; those that are started do nothing.
fails: q21-hidden-3
"""

# %%
# %%writefile ipc_workers.py
"""Functions that other processes run. A child finds them by the names of module and function."""

def add_up(total, times):
    for _ in range(times):
        with total.get_lock():
            total.value += 1


def square(numbers, first, step):
    for place in range(first, len(numbers), step):
        numbers[place] = numbers[place] ** 2


def deliver(queue, batch):
    queue.put(batch)


def shout(connection):
    while (word := connection.recv()) is not None:
        connection.send(word.upper())


def merge(shared, lock, pairs):
    for key, value in pairs:
        with lock:
            shared[key] = [*shared.get(key, []), value]



# %%
import importlib

import ipc_workers

importlib.reload(ipc_workers)


def count_with_value(ctx, workers, per_worker):
    total = ctx.Value("q", 0)
    run_all(ctx, None, [])
    children = [ctx.Process(target=ipc_workers.add_up(total, per_worker)) for _ in range(workers)]
    for child in children:
        child.start()
    join_all(children)
    return total.value


def squares_with_array(ctx, numbers):
    shared = ctx.Array("q", numbers)
    run_all(ctx, ipc_workers.square, [(shared, first, 2) for first in range(2)])
    return list(shared)


def collect_with_queue(ctx, batches):
    queue = ctx.Queue()
    children = start_all(ctx, ipc_workers.deliver, [(queue, batch) for batch in batches])
    items = sorted(item for _ in children for item in queue.get())
    join_all(children)
    return items


def upper_through_pipe(ctx, words):
    ours, theirs = ctx.Pipe()
    children = start_all(ctx, ipc_workers.shout, [(theirs,)])
    shouted = []
    for word in words:
        ours.send(word)
        shouted.append(ours.recv())
    ours.send(None)
    join_all(children)
    return shouted


def merge_with_manager(ctx, pairs):
    with ctx.Manager() as manager:
        shared, lock = manager.dict(), ctx.Lock()
        run_all(ctx, ipc_workers.merge, [(shared, lock, pairs[first::2]) for first in range(2)])
        return dict(shared)


def start_all(ctx, target, calls):
    children = [ctx.Process(target=target, args=args) for args in calls]
    for child in children:
        child.start()
    return children


def join_all(children):
    for child in children:
        child.join()


def run_all(ctx, target, calls):
    join_all(start_all(ctx, target, calls))

