"""
zh: 先看键在不在、放一个空列表，都在锁外；别人刚并进去的就被空列表盖掉了。
en: It looks for the key and puts in an empty list outside the lock, on top of what another process has just merged.
fails: q21-check-2
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
        if key not in shared:
            shared[key] = []
        with lock:
            shared[key] = [*shared[key], value]


# %%
import importlib

import ipc_workers

importlib.reload(ipc_workers)


def count_with_value(ctx, workers, per_worker):
    total = ctx.Value("q", 0)
    run_all(ctx, ipc_workers.add_up, [(total, per_worker)] * workers)
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
