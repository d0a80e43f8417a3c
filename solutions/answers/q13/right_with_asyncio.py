"""
zh: 用 `asyncio` 的流和数据报协议，在自己的线程里运行。
en: `asyncio` streams and a datagram protocol, run in a thread of their own.
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor


def run(coroutine):
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, coroutine).result()


def tcp_exchange(address, messages):
    async def exchange():
        reader, writer = await asyncio.open_connection(*address)
        writer.writelines(messages)
        writer.write_eof()
        data = await reader.read()
        writer.close()
        await writer.wait_closed()
        return data

    return run(exchange())


def udp_exchange(address, messages, timeout):
    async def exchange():
        loop = asyncio.get_running_loop()
        loop_socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        loop_socket.setblocking(False)
        replies = []
        with loop_socket:
            for message in messages:
                await loop.sock_sendto(loop_socket, message, address)
            try:
                async with asyncio.timeout(timeout):
                    while len(replies) < len(messages):
                        replies.append(await loop.sock_recv(loop_socket, 65536))
            except OSError:
                pass
        return replies

    return run(exchange())


PROTOCOL_FOR = {USES[0]: "TCP", USES[1]: "UDP", USES[2]: "TCP", USES[3]: "UDP", USES[4]: "TCP", USES[5]: "UDP"}
