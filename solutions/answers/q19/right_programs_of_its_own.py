"""
zh: 每一项启动一个 Python 程序，函数和结果用管道传。
en: Starts a Python program for each item; the function and its result go through pipes.
"""

def map_threads(func, items):
    with ThreadPoolExecutor(max(len(items), 1)) as pool:
        return list(pool.map(func, items))


# %%
import pickle
import subprocess
import sys

PROGRAM = """
import pickle, sys
sys.path[:] = pickle.load(sys.stdin.buffer)
func, item = pickle.load(sys.stdin.buffer)
try:
    said = func(item), None
except Exception as error:
    said = None, error
pickle.dump(said, sys.stdout.buffer)
"""


def map_processes(func, items):
    children = [subprocess.Popen([sys.executable, "-c", PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE) for _ in items]
    for child, item in zip(children, items, strict=True):
        child.stdin.write(pickle.dumps(sys.path) + pickle.dumps((func, item)))
        child.stdin.close()
    said = []
    for child in children:
        with child:
            said.append(pickle.load(child.stdout))
    for _, error in said:
        if error:
            raise error
    return [result for result, _ in said]


# %%
async def map_coroutines(afunc, items):
    tasks = [asyncio.create_task(afunc(item)) for item in items]
    return [await task for task in tasks]


# %%
MODEL_FOR = {
    "primes": "process",
    "chat": "coroutine",
    "reports": "thread",
    "plugin": "process",
    "backup": "thread",
    "timers": "coroutine",
    "pixels": "process",
    "window": "thread",
}
