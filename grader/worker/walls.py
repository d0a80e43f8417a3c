"""The walls around one submission: namespaces, private folders and limits of its own. Linux only; called in a forked child, before any of its code.

Sources: unshare(2), user_namespaces(7), pid_namespaces(7), mount(2), prctl(2), capabilities(7), netdevice(7).
"""

import ctypes
import fcntl
import os
import resource
import signal
import socket
import struct
import sys
from pathlib import Path

MEMORY = 4 * 2**30  # bytes of address space of one process
DISK = 128 * 2**20  # bytes that fit into the private /tmp and /dev/shm, each
PROCESSES = 512  # processes and threads; the kernel does not count those of a real root
FILES = 4096  # open descriptors

_NEWNS, _NEWCGROUP, _NEWUTS, _NEWIPC, _NEWUSER, _NEWPID, _NEWNET = (
    0x20000,
    0x2000000,
    0x4000000,
    0x8000000,
    0x10000000,
    0x20000000,
    0x40000000,
)
_MS_NOSUID, _MS_NODEV, _MS_REC, _MS_PRIVATE, _MS_RDONLY, _MS_BIND = 2, 4, 0x4000, 0x40000, 1, 0x1000
_PR_SET_PDEATHSIG, _PR_CAPBSET_DROP, _PR_SET_NO_NEW_PRIVS, _PR_SET_DUMPABLE = 1, 24, 38, 4
_SIOCSIFFLAGS, _IFF_UP = 0x8914, 0x1
_INSIDE = 1000  # user and group that a submission sees itself as

_libc = ctypes.CDLL(None, use_errno=True)


def enter() -> None:
    """Put this process behind walls of its own; the next fork is process 1 of a new process namespace. Raises OSError."""
    outside, group = os.geteuid(), os.getegid()
    _call(_libc.unshare(_NEWUSER | _NEWNS | _NEWPID | _NEWNET | _NEWIPC | _NEWUTS))
    _write("/proc/self/setgroups", "deny")
    _write("/proc/self/uid_map", f"{_INSIDE} {outside} 1")
    _write("/proc/self/gid_map", f"{_INSIDE} {group} 1")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, _SIOCSIFFLAGS, struct.pack("16sH14x", b"lo", _IFF_UP))
    _mount(None, "/", None, _MS_REC | _MS_PRIVATE)
    python = {place: os.open(place, os.O_PATH) for place in _covered()}
    for place in ("/tmp", "/dev/shm"):
        _mount("tmpfs", place, "tmpfs", _MS_NOSUID | _MS_NODEV, f"size={DISK},mode=1777,nr_inodes=20000")
    for place, descriptor in python.items():
        place.mkdir(parents=True)
        _mount(f"/proc/self/fd/{descriptor}", str(place), None, _MS_BIND | _MS_REC)  # stays read-only, as the outer wall has it
        os.close(descriptor)
    _mount("tmpfs", "/proc", "tmpfs", _MS_NOSUID | _MS_NODEV | _MS_RDONLY, "size=4096")  # the outer one shows other submissions


def _covered() -> "list[Path]":
    """The folders that Python needs and the private ones would hide: those of a course that was cloned into /tmp, say."""
    needed = {Path(place) for place in (sys.base_prefix, sys.prefix)} | {Path(__file__).parent}
    covered = [place for place in needed if {Path("/tmp"), Path("/dev/shm")} & set(place.parents)]
    return [place for place in covered if not set(covered) & set(place.parents)]


def seal() -> None:
    """In process 1 of the namespace: no privilege is left or can be gained, limits are set, and it ends with its parent. Raises OSError."""
    _call(_libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0))
    _call(_libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
    capability = 0
    while _libc.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0) == 0:
        capability += 1
    header = struct.pack("Ii", 0x20080522, 0)
    _call(_libc.capset(header, bytes(24)))
    for limit, value in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_NPROC, PROCESSES),
        (resource.RLIMIT_NOFILE, FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (value, value))


def _mount(source: "str | None", target: str, kind: "str | None", flags: int, options: str = "") -> None:
    texts = (text.encode() if text is not None else None for text in (source, target, kind))
    _call(_libc.mount(*texts, ctypes.c_ulong(flags), options.encode()))


def _write(path: str, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY)
    try:
        os.write(descriptor, text.encode())
    finally:
        os.close(descriptor)


def _call(result: int) -> None:
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
