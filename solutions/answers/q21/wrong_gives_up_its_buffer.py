"""
zh: 子进程调用 `cancel_join_thread`，结束时扔掉还没送出的数据。
en: The child calls `cancel_join_thread` and throws away what is not yet sent when it ends.
fails: q21-hidden-2
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
    queue.cancel_join_thread()
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
