# %% q91-answer
import asyncio
import threading


async def later(items):
    await asyncio.sleep(0)
    return [item * 2 for item in items]


def double(items):
    done = []
    thread = threading.Thread(target=lambda: done.append(asyncio.run(later(items))))
    thread.start()
    thread.join()
    return done[0]
