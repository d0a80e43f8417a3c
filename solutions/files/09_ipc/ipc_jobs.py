"""What the lesson's other processes do. It stands in a file: a child finds its function by module and name."""

import contextlib
import os
import tempfile
import time

setting = "original"


def report(queue):
    """Put (this process, what ``setting`` is here) into ``queue``."""
    queue.put((os.getpid(), setting))


def add(number, times):
    """Add 1 to a shared number again and again, without a lock of one's own."""
    for _ in range(times):
        number.value += 1


def add_locked(number, times):
    """The same, with the read and the write inside the number's lock."""
    for _ in range(times):
        with number.get_lock():
            number.value += 1


def add_when_both_have_read(number, barrier):
    """One addition that waits, between its read and its write, until another process has read too."""
    old = number.value
    barrier.wait(10)
    number.value = old + 1


def double(numbers, first, step):
    """Double every ``step``-th number of a shared array, in place."""
    for place in range(first, len(numbers), step):
        numbers[place] *= 2


def put(queue, item):
    queue.put(item)


def put_many(queue, size):
    """Put one text of ``size`` letters."""
    queue.put("x" * size)


def answer(connection):
    """Answer each number with its double until there is no more."""
    while True:
        try:
            connection.send(connection.recv() * 2)
        except EOFError:
            break


def note(shared, value):
    """Three ways of adding to a list inside a shared dict."""
    shared["appended"].append(value)
    shared["assigned"] = [*shared["assigned"], value]
    shared["proxy"].append(value)


def fill(name, text):
    """Write into a block of shared memory that somebody else made."""
    from multiprocessing import shared_memory

    block = shared_memory.SharedMemory(name)
    block.buf[: len(text)] = text
    block.close()


def echo_pipe(connection):
    """Send back what comes, until None."""
    while (item := connection.recv()) is not None:
        connection.send(item)


def echo_queue(there, back):
    """The same with two queues."""
    while (item := there.get()) is not None:
        back.put(item)


def serve(connection, served):
    """One client of a server: answer each line, count it in ``served``, which all processes share."""
    with connection, connection.makefile("r", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            with served.get_lock():
                served.value += 1
            connection.sendall(f"{os.getpid()} {line}".encode())


def nothing():
    pass


# For the notebook's own process ---------------------------------------------------------------------------------------


@contextlib.contextmanager
def kept_stderr():
    """Keep what processes complain of within the block; the list that it gives is filled at the end, a line each."""
    said = []
    with tempfile.TemporaryFile() as file:
        stderr = os.dup(2)
        os.dup2(file.fileno(), 2)
        try:
            yield said
        finally:
            os.dup2(stderr, 2)
            os.close(stderr)
            file.seek(0)
            said += file.read().decode(errors="replace").splitlines()


def seconds_each(call, times):
    """Seconds that one ``call()`` takes, the best of three rounds."""
    rounds = []
    for _ in range(3):
        began = time.perf_counter()
        for _ in range(times):
            call()
        rounds.append((time.perf_counter() - began) / times)
    return min(rounds)


def cost_per_message(ctx, sizes, times=20):
    """{way: [seconds for a message of each size, there and back]}; sizes in bytes, the first of 8, which is all that a Value has room for."""
    from multiprocessing import shared_memory

    ours, theirs = ctx.Pipe()
    there, back = ctx.Queue(), ctx.Queue()
    children = [ctx.Process(target=echo_pipe, args=(theirs,)), ctx.Process(target=echo_queue, args=(there, back))]
    for child in children:
        child.start()
    array, number = ctx.Array("c", max(sizes)), ctx.Value("q", 0)
    block = shared_memory.SharedMemory(create=True, size=max(sizes))
    costs = {}
    with ctx.Manager() as manager:
        shared = manager.dict()

        def by_pipe():
            ours.send(message)
            return ours.recv()

        def by_queue():
            there.put(message)
            return back.get()

        def by_manager():
            shared["message"] = message
            return shared["message"]

        def by_array():
            with array.get_lock():
                array[: len(message)] = message
                return array[: len(message)]

        def by_value():
            with number.get_lock():
                number.value = 7
                return number.value

        def by_shared_memory():
            block.buf[: len(message)] = message
            return bytes(block.buf[: len(message)])

        for name, call in (("Manager", by_manager), ("Queue", by_queue), ("Pipe", by_pipe), ("Array", by_array), ("shared memory", by_shared_memory)):
            costs[name] = []
            for size in sizes:
                message = bytes(size)
                call()
                costs[name].append(seconds_each(call, times))
    costs["Value"] = [seconds_each(by_value, times)]
    ours.send(None)
    there.put(None)
    for child in children:
        child.join()
    block.close()
    block.unlink()
    return costs
