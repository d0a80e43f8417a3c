"""What one submission may use altogether, processes, threads and memory, whatever it is made of. Linux only.

Limits of the kernel for a process bound no submission of many, and no limit on their number holds for a real root. Control groups would, but
neither an ordinary user's login nor a container has one to give. So the process above a submission's namespace, which it can neither see nor signal,
counts, and kills all of it at once. Memory is what is private to its processes, shared memory of its own, and the most that its sockets hold;
`walls` forbids every other way to hold memory or bounds it in itself. Sources: proc(5), socket(7), sysctl.
"""

import mmap
import os
import re
import select
import signal
import time

TASKS = 256  # processes and threads
MEMORY = 2**30  # bytes
SECONDS = 0.05  # between two looks; two cores touch some 150 MB in that time

_SOCKET = 2**18  # bytes that the kernel keeps for one at most, both directions: net.core.wmem_max
_CLOSE_LOOK = 1.0  # seconds that it may take


def watch(first: int, processes: int, life: int) -> str:
    """Wait until process 1 of a submission ends, or kill it when the other end of ``life`` is shut down; what it used too much of, "" for nothing.

    ``processes`` is a descriptor of a /proc that shows it.
    """
    inherited = _sizes(processes, "self")  # a fork shares these pages with us until it writes to them
    ends = select.poll()
    for descriptor in (os.pidfd_open(first), life):
        ends.register(descriptor, select.POLLIN)
    over = ""
    while not over and not ends.poll(SECONDS * 1000):
        over = _over(first, processes, inherited)
    os.kill(first, signal.SIGKILL)  # of one that ended by itself there is a zombie yet
    os.waitpid(first, 0)
    return over


def _over(first: int, processes: int, inherited: "tuple[int, int]") -> str:
    """What it uses too much of, "memory" or "tasks", "" if it is nothing."""
    members = _members(first, processes)
    if sum(members.values()) > TASKS:
        return "tasks"
    sizes = {pid: _sizes(processes, str(pid)) for pid in members}
    sockets = re.search(rb"used (\d+)", _read(processes, f"{first}/net/sockstat"))
    kept = int(sockets[1]) * _SOCKET if sockets else 0
    if all(kept + sum(max(0, size[of] - inherited[of]) for size in sizes.values()) <= MEMORY for of in (0, 1)):
        return ""
    # The close look: what forks share counts once, and shared memory that nobody has touched counts. It may have to wait for their locks.
    until = time.monotonic() + _CLOSE_LOOK
    shared: dict[bytes, int] = {}
    for pid, (_space, own) in sizes.items():
        kept += _private(processes, pid, shared) if time.monotonic() < until else own
        if kept + sum(shared.values()) > MEMORY:
            return "memory"
    return ""


def _sizes(processes: int, pid: str) -> "tuple[int, int]":
    """Bytes of a process's address space, and of its memory that no file holds."""
    size, resident, files, *_ = [int(number) for number in _read(processes, f"{pid}/statm").split()] or [0, 0, 0]
    return size * mmap.PAGESIZE, (resident - files) * mmap.PAGESIZE


def _members(first: int, processes: int) -> "dict[int, int]":
    """Process 1 and all that descends from it, with their numbers of threads."""
    parents, tasks = {}, {}
    for name in os.listdir(processes):
        if name.isdigit() and (facts := _read(processes, f"{name}/stat").rpartition(b")")[2].split()):
            parents[int(name)], tasks[int(name)] = int(facts[1]), int(facts[17])
    found = {first}
    for pid in sorted(parents):  # numbers may have begun anew, so not every child comes after its parent
        line = []
        while pid in parents and pid not in found:
            line.append(pid)
            pid = parents[pid]
        found.update(line if pid in found else ())
    return {pid: tasks.get(pid, 0) for pid in found}


def _private(processes: int, pid: int, shared: "dict[bytes, int]") -> int:
    """Bytes that a process has for itself; ``shared`` learns of the shared memory it maps. One that hides counts with its address space as it is now:
    0 where it has ended since we looked."""
    rollup = re.search(rb"Pss_Anon: *(\d+) kB", _read(processes, f"{pid}/smaps_rollup"))
    if rollup is None:
        return _sizes(processes, str(pid))[0]
    mapped: dict[bytes, int] = {}
    for line in _read(processes, f"{pid}/maps").splitlines():
        if line.endswith(b"/dev/zero (deleted)"):  # what mmap shares with children and no file holds
            place, _rights, _offset, _device, inode = line.split()[:5]
            start, _, end = place.partition(b"-")
            mapped[inode] = mapped.get(inode, 0) + int(end, 16) - int(start, 16)
    for inode, length in mapped.items():
        shared[inode] = max(length, shared.get(inode, 0))
    return int(rollup[1]) * 1024


def _read(folder: int, name: str) -> bytes:
    """A file of /proc; nothing where the process is gone or hides it."""
    try:
        descriptor = os.open(name, os.O_RDONLY, dir_fd=folder)
    except OSError:
        return b""
    try:
        with os.fdopen(descriptor, "rb") as file:
            return file.read()
    except OSError:
        return b""
