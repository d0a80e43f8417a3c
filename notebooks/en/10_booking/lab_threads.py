"""Threads of the test bench's own, and waiting with a deadline."""

from __future__ import annotations

import threading
import time

PATIENCE = 4.0  # seconds for a reply; once one did not come, the others get IMPATIENCE
IMPATIENCE = 0.3
TICK = 0.001  # seconds between two looks at what is waited for


def start_ours(work, *args) -> threading.Thread:
    """Start ``work`` in a thread of the test bench: it is neither traced nor counted as the server's. It is a daemon, and so are the threads that it starts."""
    thread = threading.Thread(target=work, args=args, daemon=True, name="booking_lab")
    thread.booking_lab = True
    thread.start()
    return thread


def is_ours(thread: threading.Thread) -> bool:
    return getattr(thread, "booking_lab", False) or isinstance(thread, threading._DummyThread)  # the latter: made up for one that was just ending


def within(seconds: float, work, *args) -> tuple[bool, object]:
    """``(True, result)`` of ``work``; ``(False, text)`` where it raised or took longer."""
    box: list[tuple[bool, object]] = []

    def run() -> None:
        try:
            box.append((True, work(*args)))
        except BaseException as error:
            box.append((False, brackets(error)))

    start_ours(run).join(seconds)
    return box[0] if box else (False, f"(not back after {seconds:g} s)")


def brackets(error: BaseException) -> str:
    text = str(error)
    return f"({type(error).__name__}: {text})" if text else f"({type(error).__name__})"


def wait_until(condition, seconds: float) -> None:
    until = time.monotonic() + seconds
    while not condition() and time.monotonic() < until:
        time.sleep(TICK / 4)
