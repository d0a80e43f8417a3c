"""
zh: 自己登记的 Manager 类、`ShareableList`、`Listener` 和 `Client`。
en: Managers with classes of their own, a `ShareableList`, `Listener` and `Client`.
"""

# %%
# %%writefile ipc_workers.py
import queue
import threading
from multiprocessing.connection import Client
from multiprocessing.managers import BaseManager
from multiprocessing.shared_memory import ShareableList


class Counter:
    def __init__(self):
        self._n = 0
        self._lock = threading.Lock()

    def increment(self):
        with self._lock:
            self._n += 1

    def total(self):
        return self._n


class CounterManager(BaseManager):
    pass


CounterManager.register("Counter", Counter)


def managed_add(counter, times):
    for _ in range(times):
        counter.increment()


def sl_square(name):
    items = ShareableList(name=name)
    for i in range(len(items)):
        items[i] = items[i] * items[i]
    items.shm.close()


class QueueManager(BaseManager):
    pass


QueueManager.register("Queue", queue.Queue)


def bm_put(q, batch):
    for s in batch:
        q.put(s)


def cap_client(address, key):
    with Client(address, authkey=key) as conn:
        try:
            while True:
                conn.send(conn.recv().upper())
        except EOFError:
            pass


class Merger:
    def __init__(self):
        self.lock = threading.Lock()
        self.data = {}

    def add(self, key, value):
        with self.lock:
            self.data.setdefault(key, []).append(value)

    def result(self):
        return self.data


class MergeManager(BaseManager):
    pass


MergeManager.register("Merger", Merger)


def merge_via(merger, part):
    for k, v in part:
        merger.add(k, v)


# %%
import importlib
import secrets
from multiprocessing.connection import Listener
from multiprocessing.managers import SharedMemoryManager

import ipc_workers

importlib.reload(ipc_workers)


def count_with_value(ctx, workers, per_worker):
    with ipc_workers.CounterManager(ctx=ctx) as manager:
        counter = manager.Counter()
        ps = [ctx.Process(target=ipc_workers.managed_add, args=(counter, per_worker)) for _ in range(workers)]
        for p in ps:
            p.start()
        for p in ps:
            p.join()
        return counter.total()


def squares_with_array(ctx, numbers):
    with SharedMemoryManager(ctx=ctx) as smm:
        items = smm.ShareableList(numbers)
        p = ctx.Process(target=ipc_workers.sl_square, args=(items.shm.name,))
        p.start()
        p.join()
        result = list(items)
        items.shm.close()
        return result


def collect_with_queue(ctx, batches):
    with ipc_workers.QueueManager(ctx=ctx) as m:
        q = m.Queue()
        ps = [ctx.Process(target=ipc_workers.bm_put, args=(q, b)) for b in batches]
        for p in ps:
            p.start()
        for p in ps:
            p.join()
        return sorted(q.get() for _ in range(q.qsize()))


def upper_through_pipe(ctx, words):
    key = secrets.token_bytes(16)
    with Listener(None, authkey=key) as listener:
        p = ctx.Process(target=ipc_workers.cap_client, args=(listener.address, key))
        p.start()
        out = []
        with listener.accept() as conn:
            for w in words:
                conn.send(w)
                out.append(conn.recv())
        p.join()
    return out


def merge_with_manager(ctx, pairs):
    with ipc_workers.MergeManager(ctx=ctx) as m:
        merger = m.Merger()
        ps = [ctx.Process(target=ipc_workers.merge_via, args=(merger, pairs[i::2])) for i in range(2)]
        for p in ps:
            p.start()
        for p in ps:
            p.join()
        return merger.result()
