"""
zh: 用 `asyncio` 的连接和服务器，在自己的线程里运行。
en: `asyncio` connections and a server, run in a thread of their own.
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor


def run(make):
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(make())).result()


def is_listening(host, port, timeout=0.5):
    async def ask():
        try:
            _, writer = await asyncio.wait_for(asyncio.open_connection(host, port), timeout)
        except OSError:
            return False
        writer.close()
        return True

    return run(ask)


def free_port(host="127.0.0.1"):
    async def pick():
        async with await asyncio.start_server(lambda reader, writer: None, host, 0) as server:
            return server.sockets[0].getsockname()[1]

    return run(pick)


WELL_KNOWN = {"http": 80, "https": 443, "ssh": 22, "dns": 53, "mysql": 3306, "redis": 6379}
