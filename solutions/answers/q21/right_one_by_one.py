"""
zh: 进程一个接一个地启动和等待，共享的数因此用不着锁；每种启动方式一个 `Process` 子类；Manager 的列表在里面也是代理。
en: Processes are started and joined one after the other, so that the number needs no lock; a subclass of `Process` for each start method; the manager's inner lists are proxies.
"""

# %%
# %%writefile ipc_workers.py
import multiprocessing


class Adding:
    def __init__(self, number, times):
        super().__init__()
        self.number, self.times = number, times

    def run(self):
        for _ in range(self.times):
            self.number.value += 1


ADDERS = {}
for method in multiprocessing.get_all_start_methods():
    process = multiprocessing.get_context(method).Process
    ADDERS[method] = globals()["Adder_" + method] = type("Adder_" + method, (Adding, process), {"__module__": __name__})


def square(numbers):
    for place, number in enumerate(numbers):
        numbers[place] = number * number


def put(queue, batches):
    for batch in batches:
        for item in batch:
            queue.put(item)


def shout(words):
    for _ in range(words.recv()):
        words.send(words.recv().upper())


def merge(lists, key, values):
    lists[key].extend(values)


# %%
import importlib

import ipc_workers

importlib.reload(ipc_workers)


def work(ctx, target, *args):
    child = ctx.Process(target=target, args=args)
    child.start()
    return child


def count_with_value(ctx, workers, per_worker):
    number = ctx.Value("q", 0)
    for _ in range(workers):
        child = ipc_workers.ADDERS[ctx.get_start_method()](number, per_worker)
        child.start()
        child.join()
    return number.value


def squares_with_array(ctx, numbers):
    shared = ctx.Array("q", [*numbers])
    work(ctx, ipc_workers.square, shared).join()
    return shared[:]


def collect_with_queue(ctx, batches):
    queue = ctx.Queue()
    child = work(ctx, ipc_workers.put, queue, batches)
    items = [queue.get() for _ in range(sum(map(len, batches)))]
    child.join()
    return sorted(items)


def upper_through_pipe(ctx, words):
    ours, theirs = ctx.Pipe()
    with ours, theirs:
        child = work(ctx, ipc_workers.shout, theirs)
        ours.send(len(words))
        shouted = []
        for word in words:
            ours.send(word)
            shouted.append(ours.recv())
        child.join()
    return shouted


def merge_with_manager(ctx, pairs):
    with ctx.Manager() as manager:
        lists = manager.dict()
        for key in {key for key, _ in pairs}:
            lists[key] = manager.list()
            work(ctx, ipc_workers.merge, lists, key, [value for other, value in pairs if other == key]).join()
        return {key: lists[key][:] for key in lists.keys()}
