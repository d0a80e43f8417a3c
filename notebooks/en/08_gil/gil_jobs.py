"""What the lesson's threads and processes do. It stands in a file because another process finds a function by module and name."""

import ctypes
import hashlib
import os
import sys
import sysconfig
import threading
import time


def _core_teller():
    if sys.platform == "win32":
        return ctypes.windll.kernel32.GetCurrentProcessorNumber
    return getattr(ctypes.PyDLL(None), "sched_getcpu", lambda: -1)  # PyDLL: a call that keeps the GIL


core = _core_teller()  # core() is the number of the core that this thread is on; -1 where the system does not tell


def spin(rounds):
    """Add up numbers in plain Python."""
    total = 0
    for number in range(rounds):
        total += number
    return total


def slices(worker, count=250):
    """Compute in small slices; a list of (worker, beginning, seconds on the CPU, core)."""
    seen = []
    for _ in range(count):
        begin, used = time.perf_counter(), time.thread_time()
        spin(6_000)
        seen.append((worker, begin, time.thread_time() - used, core()))
    return seen


def waits(worker, count=3, seconds=0.05):
    """Wait as one waits for a network: asleep. Noted as ``slices`` does, the core is "waiting"."""
    seen = []
    for _ in range(count):
        begin = time.perf_counter()
        time.sleep(seconds)
        seen.append((worker, begin, time.perf_counter() - begin, "waiting"))
    return seen


def nap(seconds):
    """Sleep; the number of this process."""
    time.sleep(seconds)
    return os.getpid()


def compute(_=None):
    """A job for the CPU, about a tenth of a second."""
    return spin(2_000_000)


def fetch(_=None):
    """A job that waits, a tenth of a second: it stands for a reply from the network."""
    time.sleep(0.1)


def digest(data):
    """A job for the CPU inside a C function."""
    return hashlib.sha3_512(data).hexdigest()


def put(box, item):
    """Put ``item`` into ``box``; what is in it then."""
    box.append(item)
    return box


def crash():
    """End this process on the spot, as a bug in a C extension would."""
    os._exit(7)


def in_threads(work, count):
    """Seconds that ``count`` threads need, which all do ``work()``."""
    threads = [threading.Thread(target=work) for _ in range(count)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - began


def main():
    """Run as a program: what this interpreter is, and what two threads gain."""
    one = min(in_threads(compute, 1) for _ in range(3))
    two = min(in_threads(compute, 2) for _ in range(3))
    print("version:", sys.version.split(" (")[0])
    print("built without a GIL:", bool(sysconfig.get_config_var("Py_GIL_DISABLED")))
    print("the GIL is on now:", getattr(sys, "_is_gil_enabled", lambda: True)())
    print(f"two jobs in two threads take {two / one:.1f} times as long as one")


if __name__ == "__main__":
    main()
