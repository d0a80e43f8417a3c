"""
zh: 用 asyncio：它底下也是 `selectors`，一个客户一个协程，一次读、一次发完。
en: With asyncio, which uses `selectors` underneath: one coroutine per client reads, then sends.
"""

import asyncio


async def look_after(loop, sock):
    with sock:
        try:
            while data := await loop.sock_recv(sock, 65536):
                await loop.sock_sendall(sock, data)
        except OSError:
            pass


async def welcome(loop, listener, tasks):
    while True:
        try:
            sock, _ = await loop.sock_accept(listener)
        except OSError:
            await asyncio.sleep(0)
            continue
        sock.setblocking(False)
        task = loop.create_task(look_after(loop, sock))
        tasks.add(task)
        task.add_done_callback(tasks.discard)


async def serve(listener, stop):
    loop, tasks = asyncio.get_running_loop(), set()
    door = loop.create_task(welcome(loop, listener, tasks))
    while not stop.is_set():
        await asyncio.sleep(0.05)
    everybody = [door, *tasks]
    for task in everybody:
        task.cancel()
    await asyncio.gather(*everybody, return_exceptions=True)


def serve_echo(listener, stop):
    listener.setblocking(False)
    asyncio.run(serve(listener, stop))
