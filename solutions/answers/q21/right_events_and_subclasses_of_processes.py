"""
zh: 每种启动方式一个 `Process` 子类；队列里是字节；两个进程轮流，靠条件变量和 `wait`。
en: A subclass of `Process` for each start method; bytes in the queue; two processes in turn, by a condition and `wait`.
"""

# %%
# %%writefile ipc_workers.py
import multiprocessing


class Adding:
    def __init__(self, counter, times):
        super().__init__()
        self.counter = counter
        self.times = times

    def run(self):
        done = 0
        while done < self.times:
            self.counter.acquire()
            try:
                self.counter.value = self.counter.value + 1
            finally:
                self.counter.release()
            done += 1


ADDERS = {}
for method in multiprocessing.get_all_start_methods():
    name = "Adder_" + method
    globals()[name] = ADDERS[method] = type(
        name, (Adding, multiprocessing.get_context(method).Process), {"__module__": __name__}
    )


def sq_worker(jobs, out):
    for job in iter(jobs.get, None):
        i, n = job
        out[i] = n**2


def all_put(q, batches):
    for b in batches:
        for s in b:
            q.put(s.encode("utf-8", "surrogatepass"))
    q.put(0)


def cap_tagged(conn):
    while True:
        i, w = conn.recv()
        if i < 0:
            break
        conn.send((i, w.upper()))


def cond_merge(shared, cond, turn, me, part):
    with cond:
        cond.wait_for(lambda: turn.value == me)
        for k, v in part:
            values = shared.pop(k, [])
            values.append(v)
            shared[k] = values
        turn.value += 1
        cond.notify_all()


# %%
import importlib

import ipc_workers

importlib.reload(ipc_workers)


def count_with_value(ctx, workers: int, per_worker: int) -> int:
    """A Process subclass for each start method."""
    counter = ctx.Value("q")
    crew = [ipc_workers.ADDERS[ctx.get_start_method()](counter, per_worker) for _ in range(workers)]
    [p.start() for p in crew]
    [p.join() for p in crew]
    [p.close() for p in crew]
    return int(counter.value)


def squares_with_array(ctx, numbers):
    out, jobs = ctx.Array("q", len(numbers)), ctx.Queue()
    ps = [ctx.Process(target=ipc_workers.sq_worker, args=(jobs, out)) for _ in range(3)]
    for p in ps:
        p.start()
    for job in enumerate(numbers):
        jobs.put(job)
    for _ in ps:
        jobs.put(None)
    for p in ps:
        p.join()
    jobs.close()
    jobs.join_thread()
    with out.get_lock():
        return [out[i] for i in range(len(numbers))]


def collect_with_queue(ctx, batches):
    q = ctx.Queue()
    p = ctx.Process(target=ipc_workers.all_put, args=(q, batches))
    p.start()
    result = []
    while (raw := q.get()) != 0:
        result.append(raw.decode("utf-8", "surrogatepass"))
    p.join()
    return sorted(result)


from multiprocessing.connection import wait as wait_for


def upper_through_pipe(ctx, words):
    todo = enumerate(words)
    out = [""] * len(words)
    conns, ps = [], []
    for _ in range(2):
        mine, theirs = ctx.Pipe()
        p = ctx.Process(target=ipc_workers.cap_tagged, args=(theirs,))
        p.start()
        theirs.close()
        conns.append(mine)
        ps.append(p)
    busy = set()

    def feed(c):
        try:
            c.send(next(todo))
            busy.add(c)
        except StopIteration:
            c.send((-1, None))
            busy.discard(c)

    for c in conns:
        feed(c)
    while busy:
        for c in wait_for(list(busy)):
            i, w = c.recv()
            out[i] = w
            feed(c)
    for p in ps:
        p.join()
    for c in conns:
        c.close()
    return out


def merge_with_manager(ctx, pairs):
    with ctx.Manager() as m:
        shared, cond, turn = m.dict(), ctx.Condition(), ctx.Value("i", 0)
        ps = [ctx.Process(target=ipc_workers.cond_merge, args=(shared, cond, turn, i, pairs[i::2])) for i in range(2)]
        for p in ps:
            p.start()
        for p in ps:
            p.join()
        return dict(shared)
