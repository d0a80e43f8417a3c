"""
zh: 锁和裸内存分开；批次先 `pickle` 成字节；合并在一个进程里做。
en: The lock and the bare number apart; batches are pickled to bytes first; a single process merges.
"""

# %%
# %%writefile ipc_workers.py
import pickle


def count(number, lock, times):
    done = 0
    while done < times:
        lock.acquire()
        number.value = number.value + 1
        lock.release()
        done += 1


def squares(source, target, places):
    for place in places:
        target[place] = pow(source[place], 2)


def bring(queue, batches):
    for batch in batches:
        queue.put(pickle.dumps(batch))


def capitals(connection):
    with connection:
        for word in iter(connection.recv, None):
            connection.send(word.upper())


def gather(table, lock, pairs):
    with lock:
        for key, value in pairs:
            table[key] = table.get(key, []) + [value]


# %%
import importlib

import ipc_workers

importlib.reload(ipc_workers)
import pickle


def start(ctx, function, *calls):
    children = [ctx.Process(target=function, args=call) for call in calls]
    [child.start() for child in children]
    return children


def finish(children):
    for child in children:
        child.join()


def count_with_value(ctx, workers, per_worker):
    number, lock = ctx.Value("q", 0, lock=False), ctx.RLock()
    finish(start(ctx, ipc_workers.count, *[(number, lock, per_worker) for _ in range(workers)]))
    return number.value


def squares_with_array(ctx, numbers):
    source, target = ctx.RawArray("q", numbers), ctx.RawArray("q", len(numbers))
    places = range(len(numbers))
    finish(start(ctx, ipc_workers.squares, (source, target, places[:2]), (source, target, places[2:])))
    return list(target)


def collect_with_queue(ctx, batches):
    queue = ctx.Queue(maxsize=1)
    children = start(ctx, ipc_workers.bring, (queue, batches))
    items = []
    for _ in batches:
        items += pickle.loads(queue.get())
    finish(children)
    return sorted(items)


def upper_through_pipe(ctx, words):
    ours, theirs = ctx.Pipe()
    children = start(ctx, ipc_workers.capitals, (theirs,))
    try:
        return [(ours.send(word), ours.recv())[1] for word in words]
    finally:
        ours.send(None)
        finish(children)


def merge_with_manager(ctx, pairs):
    with ctx.Manager() as manager:
        table = manager.dict()
        lock = ctx.Lock()
        finish(start(ctx, ipc_workers.gather, (table, lock, pairs[1:]), (table, lock, pairs[:1])))
        return dict(table.items())
