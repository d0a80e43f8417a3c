# %% q91-answer
import asyncio


async def later(item):
    await asyncio.sleep(0)
    return item * 2


first = await later(1)


def double(items):
    return [item * first for item in items]
