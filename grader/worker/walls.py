"""The walls around one submission: namespaces, private folders and limits of its own. Linux only; called in a forked child, before any of its code.

Sources: unshare(2), user_namespaces(7), pid_namespaces(7), mount(2), prctl(2), seccomp(2), capabilities(7), netdevice(7), the tables of syscalls in Linux.
"""

import ctypes
import errno
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
PROCESSES = 320  # processes and threads; the kernel does not count those of a real root, where it could not be dropped
FILES = 1024  # open descriptors

_NEWNS, _NEWCGROUP, _NEWUTS, _NEWIPC, _NEWUSER, _NEWPID, _NEWNET = (
    0x20000,
    0x2000000,
    0x4000000,
    0x8000000,
    0x10000000,
    0x20000000,
    0x40000000,
)
_MS_NOSUID, _MS_NODEV, _MS_NOEXEC, _MS_REC, _MS_PRIVATE, _MS_RDONLY, _MS_BIND, _MS_REMOUNT = 2, 4, 8, 0x4000, 0x40000, 1, 0x1000, 32
_PR_SET_PDEATHSIG, _PR_SET_SECCOMP, _PR_CAPBSET_DROP, _PR_SET_NO_NEW_PRIVS = 1, 22, 24, 38
_SIOCSIFFLAGS, _IFF_UP = 0x8914, 0x1
_PR_SET_DUMPABLE = 4
_INSIDE = 1000  # user and group that a submission sees itself as
_NOBODY = 65_534  # user and group that it is outside, where the grader is root

_libc = ctypes.CDLL(None, use_errno=True)


def enter() -> None:
    """Put this process behind walls of its own; the next fork is process 1 of a new process namespace. Raises OSError."""
    _write("/proc/self/oom_score_adj", "1000")  # where the machine has no memory left, it is learners' processes that go
    if "--drop-root" in sys.argv:
        _drop_root()
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
    _mount("devpts", "/dev/pts", "devpts", _MS_NOSUID | _MS_NOEXEC, "newinstance,ptmxmode=0666,mode=620")
    _mount(None, "/dev", None, _MS_REMOUNT | _MS_BIND | _MS_RDONLY | _MS_NOSUID | _MS_NODEV)  # it is every submission's
    _mount("tmpfs", "/proc", "tmpfs", _MS_NOSUID | _MS_NODEV | _MS_RDONLY, "size=4096")  # the outer one shows other submissions


def _drop_root() -> None:
    """Become an ordinary user: the kernel counts no processes of a real root's. Raises OSError, also where that user could not read Python's files."""
    os.setgroups([])
    os.setresgid(_NOBODY, _NOBODY, _NOBODY)
    os.setresuid(_NOBODY, _NOBODY, _NOBODY)
    _call(_libc.prctl(_PR_SET_DUMPABLE, 1, 0, 0, 0))  # else its files under /proc stay root's
    for needed in (os.__file__, sys.modules["IPython"].__file__, __file__):
        os.close(os.open(needed, os.O_RDONLY))


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
    filter_syscalls()


# Numbers of syscalls by machine, (audit architecture, {name: number}); those of 424 and above are the same everywhere.
_OLD = "mount umount2 pivot_root unshare setns bpf userfaultfd perf_event_open add_key request_key keyctl memfd_create shmget semget msgget".split()
_NEW = {
    "io_uring_setup": 425,
    "open_tree": 428,
    "move_mount": 429,
    "fsopen": 430,
    "fsmount": 432,
    "mount_setattr": 442,
    "memfd_secret": 447,
}
_X86 = dict(zip(_OLD, (165, 166, 155, 272, 308, 321, 323, 298, 248, 249, 250, 319, 29, 64, 68), strict=True)) | {"clone": 56}
_GENERIC = dict(zip(_OLD, (40, 39, 41, 97, 268, 280, 282, 241, 217, 218, 219, 279, 194, 190, 186), strict=True)) | {"clone": 220}
_TABLES = {
    "x86_64": (0xC000003E, _X86),
    "aarch64": (0xC00000B7, _GENERIC),
    "riscv64": (0xC00000F3, _GENERIC),
    "loongarch64": (0xC0000102, _GENERIC),
}
_CLONE3 = 435
_NEW_NAMESPACES = 0x7E020000
_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _ERROR, _KILL = 0x7FFF0000, 0x00050000, 0x80000000


def filter_syscalls() -> None:
    """No namespaces of its own, where it would be privileged again, and no memory that `watch` cannot count. Raises OSError."""
    machine = os.uname().machine
    if machine not in _TABLES:
        raise OSError(errno.ENOSYS, f"there is no table of syscalls for {machine}")
    architecture, numbers = _TABLES[machine]
    forbidden = [number for name, number in {**numbers, **_NEW}.items() if name != "clone"]
    refuse = _ERROR | errno.EPERM
    program = [
        (_LOAD, 0, 0, 4),  # the architecture
        (_EQUAL, 1, 0, architecture),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, 0),  # the number
        *([(_AT_LEAST, 0, 1, 0x40000000), (_RETURN, 0, 0, refuse)] if machine == "x86_64" else []),  # x32
        *(step for number in forbidden for step in ((_EQUAL, 0, 1, number), (_RETURN, 0, 0, refuse))),
        (_EQUAL, 0, 1, _CLONE3),  # its flags are in memory, where a filter cannot look; glibc then calls clone
        (_RETURN, 0, 0, _ERROR | errno.ENOSYS),
        (_EQUAL, 0, 3, numbers["clone"]),
        (_LOAD, 0, 0, 16),  # the lower half of the first argument
        (_ANY_BIT, 0, 1, _NEW_NAMESPACES),
        (_RETURN, 0, 0, refuse),
        (_RETURN, 0, 0, _ALLOW),
    ]
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in program))
    _call(_libc.prctl(_PR_SET_SECCOMP, 2, struct.pack("HL", len(program), ctypes.addressof(code)), 0, 0))


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
