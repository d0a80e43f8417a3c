"""
zh: 接力棒：轮到谁谁才加；`JoinableQueue`；管道由线程发；每个键归一个进程。
en: A baton: only whose turn it is adds; a `JoinableQueue`; a thread that sends; each key belongs to one process.
"""

# %%
# %%writefile ipc_workers.py
from array import array


def baton_add(raw, mine, following, times):
    mine.wait()
    for _ in range(times):
        raw.value += 1
    following.set()


def pipe_square(conn):
    ns = array("q")
    ns.frombytes(conn.recv_bytes())
    conn.send_bytes(array("q", (n * n for n in ns)).tobytes())
    conn.close()


def joinable_put(q, batch):
    for s in batch:
        q.put(s)
    q.put(Ellipsis)
    q.join()  # until the parent has handled all of it


def cap_bytes(conn, n):
    for _ in range(n):
        conn.send_bytes(conn.recv_bytes().decode("utf-8").upper().encode("utf-8"))


def by_hash(shared, pairs, mine, workers):
    import zlib

    for k, v in pairs:
        if zlib.crc32(k.encode("utf-8", "surrogatepass")) % workers == mine:
            shared[k] = shared.get(k, []) + [v]


# %%
import importlib

import ipc_workers

importlib.reload(ipc_workers)


def count_with_value(ctx, workers, per_worker):
    # a baton: each waits for its event, counts, and wakes the next one; no two ever count at once
    batons = [ctx.Event() for _ in range(workers + 1)]
    number = ctx.Value("q", 0, lock=False)
    team = [
        ctx.Process(target=ipc_workers.baton_add, args=(number, batons[i], batons[i + 1], per_worker))
        for i in range(workers)
    ]
    for p in team:
        p.start()
    batons[0].set()
    batons[-1].wait()
    for p in team:
        p.join()
    return number.value


from array import array


def squares_with_array(ctx, numbers):
    here, there = ctx.Pipe()
    with here:
        p = ctx.Process(target=ipc_workers.pipe_square, args=(there,))
        p.start()
        there.close()
        here.send_bytes(array("q", numbers))
        result = array("q")
        result.frombytes(here.recv_bytes())
        p.join()
    return result.tolist()


def collect_with_queue(ctx, batches):
    q = ctx.JoinableQueue()
    ps = [ctx.Process(target=ipc_workers.joinable_put, args=(q, list(b))) for b in batches]
    for p in ps:
        p.start()
    out, open_ = [], len(ps)
    while open_:
        match q.get():
            case str() as s:
                out.append(s)
            case _:
                open_ -= 1
        q.task_done()
    for p in ps:
        p.join()
    out.sort()
    return out


import threading


def upper_through_pipe(ctx, words):
    a, b = ctx.Pipe()
    p = ctx.Process(target=ipc_workers.cap_bytes, args=(b, len(words)))
    p.start()
    b.close()
    sender = threading.Thread(target=lambda: [a.send_bytes(w.encode("utf-8")) for w in words])
    sender.start()
    out = [a.recv_bytes().decode("utf-8") for _ in words]
    sender.join()
    p.join()
    a.close()
    return out


from multiprocessing.managers import SyncManager


def merge_with_manager(ctx, pairs):
    m = SyncManager(ctx=ctx)
    m.start()
    try:
        shared = m.dict()
        ps = [ctx.Process(target=ipc_workers.by_hash, args=(shared, pairs, i, 3)) for i in range(3)]
        for p in ps:
            p.start()
        for p in ps:
            p.join()
        return shared.copy()
    finally:
        m.shutdown()
