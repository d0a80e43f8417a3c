"""
zh: 用 `ProcessPoolExecutor`，上下文作 `mp_context`；一个线程专门收管道里的答案。
en: `ProcessPoolExecutor` with the context as `mp_context`; a thread of its own fetches from the pipe.
"""

# %%
# %%writefile ipc_workers.py
import functools


def keep(**things):
    globals().update(things)


def count(times):
    for _ in range(times):
        number.acquire()
        try:
            number.value = number.value + 1
        finally:
            number.release()


def square(values):
    first, numbers = values
    with array.get_lock():
        array[first : first + len(numbers)] = [n**2 for n in numbers]


def pour(batch):
    queue.put(sorted(batch))


def shout():
    for word in iter(functools.partial(next, received()), None):
        connection.send(str.upper(word))


def received():
    while True:
        yield connection.recv()


def merge(pairs):
    for key, value in pairs:
        with lock:
            values = table.setdefault(key, [])
            values.append(value)
            table[key] = values


# %%
import importlib

import ipc_workers

importlib.reload(ipc_workers)
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from heapq import merge


def executor(ctx, count, **things):
    return ProcessPoolExecutor(count, mp_context=ctx, initializer=partial(ipc_workers.keep, **things))


def count_with_value(ctx, workers, per_worker):
    number = ctx.Value("Q")
    with executor(ctx, workers, number=number) as pool:
        for _ in pool.map(ipc_workers.count, [per_worker] * workers):
            pass
    return int(number.value)


def squares_with_array(ctx, numbers):
    numbers = list(map(int, numbers))
    array = ctx.Array("q", len(numbers))
    with executor(ctx, 1, array=array) as pool:
        pool.submit(ipc_workers.square, (0, numbers)).result()
    with array:
        return array.get_obj()[:]


def collect_with_queue(ctx, batches):
    queue = ctx.Queue()
    with executor(ctx, len(batches), queue=queue) as pool:
        jobs = [pool.submit(ipc_workers.pour, batch) for batch in batches]
        return list(merge(*[queue.get() for _ in jobs]))


def upper_through_pipe(ctx, words):
    ours, theirs = ctx.Pipe()
    with executor(ctx, 1, connection=theirs) as pool, ThreadPoolExecutor(1) as threads:
        pool.submit(ipc_workers.shout)
        answers = threads.submit(lambda: [ours.recv() for _ in words])
        for word in [*words, None]:
            ours.send(word)
        return answers.result()


def merge_with_manager(ctx, pairs):
    manager = ctx.Manager()
    try:
        table = manager.dict()
        with executor(ctx, 3, table=table, lock=manager.Lock()) as pool:
            for job in [pool.submit(ipc_workers.merge, half) for half in (pairs[: len(pairs) // 2], pairs[len(pairs) // 2 :])]:
                job.result()
        return table.copy()
    finally:
        manager.shutdown()
