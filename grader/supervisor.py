"""Owns the clock: gives a worker process its cells, and kills it with all that it started when one overruns."""

from __future__ import annotations

import base64
import contextlib
import json
import queue
import secrets
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from .errors import WorkerError
from .launch import GONE, Launch, Process
from .outcome import CellOutput, Outcome

_MAX_REPLY = 8 * 2**20  # characters; as JSON it becomes some 200 MB at worst
_MAX_WAITING = 2  # replies not yet taken: an honest worker sends one per command
_MAX_TEXT = 25_000  # characters of a cell's output; our worker sends fewer
_PIPE = 4_000  # characters that any pipe takes, whether they are read or not
_START_SECONDS = 60.0


@dataclass(frozen=True)
class Ran:
    """What became of one cell; ``observed`` are encoded trees by name.

    ``lost`` is TIMEOUT or CRASHED where the process is gone, ``over`` the limit that it crashed at ("memory", "tasks"), "" where it was none.
    """

    output: CellOutput = field(default_factory=CellOutput)
    error_type: str = ""
    error_text: str = ""
    error_name: str = ""
    error_line: int | None = None
    observed: dict[str, object] = field(default_factory=dict)
    lost: Outcome | None = None
    over: str = ""

    @property
    def failed(self) -> bool:
        return bool(self.error_type) or self.lost is not None


_live: set[Process] = set()
_stopping = threading.Event()


@contextlib.contextmanager
def all_stopped() -> Iterator[None]:
    """Kill every worker of this process; none can be started until the block is left. What they ran comes back as lost."""
    _stopping.set()
    try:
        for process in tuple(_live):
            process.kill()
        yield
    finally:
        _stopping.clear()


class Worker:
    """One process for one submission, with copies of the assignment's files beside its notebook. A context manager; not reusable."""

    def __init__(self, files: tuple[Path, ...], launch: Launch) -> None:
        self._files = files
        self._launch = launch
        self._replies: queue.Queue[str] = queue.Queue(_MAX_WAITING)
        self._ended = threading.Event()

    def __enter__(self) -> Worker:
        if _stopping.is_set():
            raise WorkerError("interrupted")
        self._process = self._launch()
        try:
            _live.add(self._process)
            threading.Thread(target=_read_lines, args=(self._process.replies, self._replies, self._ended), daemon=True).start()
            self._begin()
        except BaseException:  # an interrupt too: nothing stays behind
            self._end()
            raise
        return self

    def _begin(self) -> None:
        if _stopping.is_set():  # between the first look and the start
            raise WorkerError("interrupted")
        files = {path.name: base64.b64encode(path.read_bytes()).decode() for path in self._files}
        self._say({"files": files}, _START_SECONDS)
        if self.run("", timeout=_START_SECONDS).failed:
            raise WorkerError("a worker process ended before it ran anything; `python -m grader doctor` says what this machine can do")

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._end()

    def _end(self) -> None:
        self._process.kill()
        self._ended.set()
        with contextlib.suppress(queue.Empty):  # so that the reader, which may wait for room, ends
            while True:
                self._replies.get_nowait()
        _live.discard(self._process)
        with contextlib.suppress(OSError):
            self._process.commands.close()
        self._process.clean()

    def run(self, *code: str, observe: tuple[str, ...] = (), timeout: float = 10.0, apart: bool = False) -> Ran:
        """Run cells, together for at most ``timeout`` seconds; the error is the last one's. ``apart``: the names that they bind are gone afterwards.

        After a result that is ``lost`` this worker is dead.
        """
        number = secrets.token_hex(8)
        self._say({"code": code, "observe": observe, "apart": apart, "number": number}, timeout)
        try:
            line = self._replies.get(timeout=timeout)
        except queue.Empty:
            self._process.kill()
            return Ran(lost=Outcome.TIMEOUT)
        try:
            return _understood(json.loads(line), number)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            over = self._process.kill()  # it ended, or it wrote what our worker never writes
            if over == GONE:
                raise WorkerError("the sandbox's warm parent ended while a submission ran; run the command again") from None
            return Ran(lost=Outcome.CRASHED, over=over)

    def _say(self, command: dict[str, object], timeout: float) -> None:
        """Send a command; a worker that is gone is noticed when its reply does not come, one that does not read is killed after ``timeout`` seconds."""
        text = json.dumps(command) + "\n"
        late = threading.Timer(timeout, self._process.kill) if len(text) > _PIPE else None
        if late is not None:
            late.start()
        with contextlib.suppress(OSError):
            self._process.commands.write(text)
            self._process.commands.flush()
        if late is not None:
            late.cancel()


def _understood(reply: dict[str, Any], number: str) -> Ran:
    """A reply as a result, its texts cut to size. Raises ValueError, KeyError or TypeError for what is none, or none to this command."""
    if reply["number"] != number:
        raise ValueError("not a reply to this command: a cell wrote into the pipe")
    error = reply["error"]
    text, observed = reply["output"], reply["observed"]
    if not isinstance(text, str) or not isinstance(observed, dict):
        raise TypeError("not a reply of our worker")
    if error is None:
        return Ran(CellOutput(text[:_MAX_TEXT]), observed=observed)
    kind, message, name, line = str(error["type"])[:100], str(error["text"])[:2_000], error["name"], error["line"]
    return Ran(
        CellOutput(text[:_MAX_TEXT], f"{kind}: {message}" if message else kind),
        kind,
        message,
        name if isinstance(name, str) else "",
        line if isinstance(line, int) else None,
    )


def _read_lines(stream: IO[str], lines: queue.Queue[str], ended: threading.Event) -> None:
    """Everything the worker says, line by line, as far as somebody takes it; "" at its end."""
    with stream:
        while (line := stream.readline(_MAX_REPLY)) and not ended.is_set():
            lines.put(line)
    lines.put("")
