"""
zh: 进程写成类（模块里的可调用对象）；管道用两根单向的，靠关闭来结束。
en: The jobs are callable objects of the module; two one-way pipes, ended by closing them.
"""

# %%
# %%writefile ipc_workers.py
from dataclasses import dataclass


@dataclass
class Counter:
    number: object
    times: int

    def __call__(self):
        with self.number.get_lock():
            for _ in range(self.times):
                self.number.value += 1


class Squarer:
    def __init__(self, array, place):
        self.array, self.place = array, place

    def __call__(self):
        self.array[self.place] **= 2


def send_each(queue, batch, stop):
    for item in batch:
        queue.put((item,))
    queue.put(stop)


def upper(incoming, outgoing, *others):
    for other in others:
        other.close()
    try:
        while True:
            outgoing.send_bytes(incoming.recv_bytes().decode().upper().encode())
    except EOFError:
        outgoing.close()


class Merger:
    def __call__(self, table, pairs):
        merged = {}
        for key, value in pairs:
            merged.setdefault(key, []).append(value)
        table.update(merged)


# %%
import importlib

import ipc_workers

importlib.reload(ipc_workers)
from contextlib import ExitStack, contextmanager


@contextmanager
def running(ctx, *targets_and_args):
    children = []
    for target, *args in targets_and_args:
        children.append(ctx.Process(target=target, args=tuple(args), daemon=True))
        children[-1].start()
    yield children
    for child in children:
        child.join()
        child.close()


def count_with_value(ctx, workers, per_worker):
    number = ctx.Value("i", 0)
    with running(ctx, *[(ipc_workers.Counter(number, per_worker),) for _ in range(workers)]):
        pass
    return number.value


def squares_with_array(ctx, numbers):
    array = ctx.Array("q", numbers, lock=False)
    with running(ctx, *[(ipc_workers.Squarer(array, place),) for place in range(len(numbers))]):
        pass
    return [n for n in array]


def collect_with_queue(ctx, batches):
    queue, items, open_batches = ctx.JoinableQueue(), [], len(batches)
    with running(ctx, *[(ipc_workers.send_each, queue, batch, "stop") for batch in batches]):
        while open_batches:
            got = queue.get()
            if isinstance(got, tuple):
                items.extend(got)
            else:
                open_batches -= 1
    return sorted(items)


def upper_through_pipe(ctx, words):
    words_in, words_out = ctx.Pipe(duplex=False)
    back_in, back_out = ctx.Pipe(duplex=False)
    spare = (words_out, back_in) if ctx.get_start_method() == "fork" else ()
    with running(ctx, (ipc_workers.upper, words_in, back_out, *spare)):
        words_in.close()
        back_out.close()
        result = []
        for word in words:
            words_out.send_bytes(word.encode())
            result.append(back_in.recv_bytes().decode())
        words_out.close()
    return result


def merge_with_manager(ctx, pairs):
    with ExitStack() as stack:
        manager = stack.enter_context(ctx.Manager())
        table = manager.dict()
        with running(ctx, (ipc_workers.Merger(), table, list(pairs))):
            pass
        return {key: list(values) for key, values in table.items()}
