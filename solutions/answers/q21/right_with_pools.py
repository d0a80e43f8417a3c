"""
zh: 除了管道都用 `ctx.Pool`：共享的东西由 `initializer` 交给工人。
en: Pools for all but the pipe: what is shared reaches the workers through an `initializer`.
"""

# %%
# %%writefile ipc_workers.py
shared = None


def take(*things):
    global shared
    shared = things


def count(times):
    number, lock = shared
    for _ in range(times):
        with lock:
            number.value += 1


def square(place):
    shared[0][place] = shared[0][place] * shared[0][place]


def hand_over(batch):
    for item in batch:
        shared[0].put(item)
    shared[0].put(None)


def shout(connection):
    while True:
        word = connection.recv()
        if word == "":
            return
        connection.send(word.upper())


def add(pair):
    shared[0][pair[0]].append(pair[1])


# %%
import importlib

import ipc_workers

importlib.reload(ipc_workers)


def count_with_value(ctx, workers, per_worker):
    number = ctx.RawValue("l", 0)
    with ctx.Pool(workers, ipc_workers.take, (number, ctx.Lock())) as pool:
        pool.map(ipc_workers.count, [per_worker] * workers)
    return number.value


def squares_with_array(ctx, numbers):
    array = ctx.Array("q", len(numbers), lock=False)
    array[:] = numbers
    with ctx.Pool(3, ipc_workers.take, (array,)) as pool:
        pool.map(ipc_workers.square, range(len(numbers)))
    return array[:]


def collect_with_queue(ctx, batches):
    queue = ctx.SimpleQueue()
    items, ends = [], 0
    with ctx.Pool(2, ipc_workers.take, (queue,)) as pool:
        pool.map_async(ipc_workers.hand_over, batches)
        while ends < len(batches):
            item = queue.get()
            if item is None:
                ends += 1
            else:
                items.append(item)
    items.sort()
    return items


def upper_through_pipe(ctx, words):
    here, there = ctx.Pipe()
    child = ctx.Process(target=ipc_workers.shout, args=(there,))
    child.start()
    results = []
    for word in words:
        here.send(word)
        results += [here.recv()]
    here.send("")
    child.join()
    return results


def merge_with_manager(ctx, pairs):
    with ctx.Manager() as manager:
        lists = {key: manager.list() for key, _ in pairs}
        with ctx.Pool(3, ipc_workers.take, (lists,)) as pool:
            pool.map(ipc_workers.add, pairs, chunksize=1)
        return {key: list(proxy) for key, proxy in lists.items()}
