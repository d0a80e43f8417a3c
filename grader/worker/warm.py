"""The warm parent: imports what every submission needs once, then forks a child per submission. Linux only.

It runs inside the outer sandbox. Descriptor 0 is a socket: each request is the message ``fork`` with four descriptors (commands, replies, output, life
line), answered by ``forked``. The life line is a socket too: when its other end is shut down, the child is killed with all that it started, and when
that is gone, the last word on it is what it used too much of, a space for nothing.
"""

import fcntl
import gc
import os
import random
import signal
import socket
import sys

import walls
import watch


def serve(prepare, run) -> None:
    """Answer requests until the socket is closed. ``prepare()`` is called once, its result and the descriptors are given to ``run`` in each child."""
    control = socket.socket(fileno=os.dup(0))
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    prepared = prepare()
    if len(os.listdir("/proc/self/task")) != 1:  # noqa: PTH208
        raise RuntimeError("a thread is running; a process with threads must not be forked")
    gc.collect()
    gc.freeze()  # what is here now is never collected: a child that looks at it would have to copy it
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody asks what became of a child: its last word is on its life line
    control.send(b"warm")
    while True:
        message, descriptors, _flags, _address = socket.recv_fds(control, 100, 4)
        if not message:
            os._exit(0)
        if os.fork() == 0:
            _be_a_child(control, descriptors, prepared, run)
        for descriptor in descriptors:
            os.close(descriptor)
        control.send(b"forked")


def _be_a_child(control, descriptors, prepared, run) -> None:
    """The outer child watches over process 1 of the new namespace, and kills it, and with it all of the namespace, when it is told to end."""
    *channels, life = descriptors
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        control.close()
        os.setsid()
        processes = os.open("/proc", os.O_RDONLY)
        walls.enter()
        first = os.fork()
        if first == 0:
            os.close(processes)
            os.close(life)
            os.setsid()  # the scheduler shares out by session: many processes there cannot keep us here from running
            walls.seal()
            _be_process_one(channels, prepared, run)
        for descriptor in channels:
            os.close(descriptor)
        os.write(life, (watch.watch(first, processes, life) or " ").encode())
        os._exit(0)
    except BaseException as error:
        with os.fdopen(os.dup(2), "w") as complaint:
            complaint.write(f"{type(error).__name__}: {error}\n")
    os._exit(1)


def _be_process_one(descriptors, prepared, run) -> None:
    """Process 1 only reaps; its child is the one that learners' code sees as an ordinary process. When that ends, everything does."""
    fcntl.fcntl(descriptors[2], fcntl.F_SETFL, os.O_APPEND)  # so that reading the output does not move where it is written
    worker = os.fork()
    if worker == 0:
        random.seed()
        try:
            run(prepared, *descriptors)
        finally:
            os._exit(1)
    for descriptor in (*descriptors, 1, 2):
        os.close(descriptor)
    while True:
        gone, _status = os.waitpid(-1, 0)
        if gone == worker:
            os._exit(0)


if __name__ == "__main__":
    sys.exit("warm is started by __main__ with --warm")
