"""Grades on a running dask.distributed cluster: bytes and plain data go over and come back; no shared disk is needed."""

from __future__ import annotations

import atexit
import base64
import hashlib
import json
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .assignment import Assignment, SkeletonCell
from .classroom import Graded, Work, grade_one
from .engine import failed
from .errors import InputError
from .launch import ColdProcess, Launch
from .outcome import Outcome, Result
from .submitted import Submission

if TYPE_CHECKING:
    from distributed import Client

_CONNECT_SECONDS = 20
_CRASHED = {
    "zh": "批改这份作业的机器接连意外退出，它被当作崩溃处理。请告诉教师。",
    "en": "The machines that ran this submission went down one after the other; it counts as a crash. Please tell your instructor.",
}


@contextmanager
def connected(address: str, sandbox: str) -> Iterator[Graded]:
    """Grades on the cluster whose scheduler is at ``address``; TLS is that of Dask's own configuration. Raises InputError."""
    try:
        from distributed import Client
    except ImportError:
        requirements = Path(__file__).with_name("requirements-dask.txt")
        raise InputError(f"--dask needs dask.distributed; install it here and on the workers: pip install -r {requirements}") from None
    try:
        client = Client(address, timeout=_CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise InputError(
            f"no Dask scheduler answers at {address} ({error}); start one with `dask scheduler`, see grader/SCALE.md"
        ) from error
    with client:
        try:
            client.wait_for_workers(1, timeout=_CONNECT_SECONDS)  # they may be on their way
        except TimeoutError:
            raise InputError(
                f"the cluster at {address} has no workers yet; start some with `dask worker {address}`, see grader/SCALE.md"
            ) from None
        yield lambda works: _unordered(client, sandbox, works)


def _unordered(client: Client, sandbox: str, works: Iterable[Work]) -> Iterator[tuple[Work, Result]]:
    """Each submission with its result, as they are done; at most twice as many as the cluster has threads are under way.

    What was on several workers that were lost is tried again at the end, each alone; only what ends its workers then too has crashed.
    """
    from distributed import KilledWorker, as_completed

    sent = lru_cache(partial(_sent, client))
    waiting: dict[Any, Work] = {}
    suspects: list[Work] = []
    done = as_completed(loop=client.loop)

    def submit(work: Work) -> Any:
        return client.submit(_grade, sent(work.assignment), work.content, sandbox, _version(), pure=False)

    def received() -> Iterator[tuple[Work, Result]]:
        future = next(done)
        work = waiting.pop(future)
        try:
            yield work, _understood(future, work)
        except KilledWorker:
            suspects.append(work)

    try:
        for work in works:
            if work.problem:
                yield work, grade_one(work, ColdProcess)  # there is nothing to run
                continue
            future = submit(work)
            waiting[future] = work
            done.add(future)
            while len(waiting) >= max(2, 2 * sum(client.nthreads().values())):
                yield from received()
        while waiting:
            yield from received()
        for work in suspects:
            try:
                yield work, _understood(submit(work), work)
            except KilledWorker:
                yield work, failed(work.assignment, Outcome.CRASHED, _CRASHED[work.assignment.lang])
    finally:
        client.cancel(list(waiting))


def _understood(future: Any, work: Work) -> Result:
    """What came back. Raises KilledWorker, and InputError for whatever else goes wrong: it ends the run."""
    from distributed import KilledWorker

    try:
        answer = json.loads(future.result())
    except KilledWorker:
        raise
    except Exception as error:
        raise InputError(
            f"the cluster did not grade {work.submission.path} ({type(error).__name__}: {error}); run again to go on"
        ) from error
    if "refused" in answer:
        raise InputError(f"a worker of the cluster cannot grade: {answer['refused']}")
    return Result.from_plain(answer)


def _sent(client: Client, assignment: Assignment) -> Any:
    """The assignment as bytes on the cluster, sent once; made again there where the worker that held it is lost."""
    return client.submit(bytes, _packed(assignment), pure=False)


def _packed(assignment: Assignment) -> bytes:
    files = {path.name: base64.b64encode(path.read_bytes()).decode() for path in assignment.files}
    cells = [asdict(cell) for cell in assignment.cells]
    return json.dumps({"topic": assignment.topic, "lang": assignment.lang, "cells": cells, "files": files}).encode()


@lru_cache(maxsize=1)
def _version() -> str:
    """What has to be equal for equal results: this package's code and Python's version."""
    folder = Path(__file__).parent
    paths = sorted(path for path in folder.rglob("*.py") if path.relative_to(folder).parts[0] not in ("tests", "benchmarks"))
    code = b"\0".join(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() for path in paths)
    return f"Python {sys.version_info[0]}.{sys.version_info[1]}, grader {hashlib.sha256(code).hexdigest()[:12]}"


def _grade(packed: bytes, content: bytes, sandbox: str, version: str) -> bytes:
    """Runs on a worker of the cluster."""
    if version != _version():
        return json.dumps({"refused": f"it has {_version()}, you have {version}; give both the same"}).encode()
    try:
        launch = _launch(sandbox)
    except InputError as error:
        return json.dumps({"refused": str(error)}).encode()
    assignment = _unpacked(packed)
    result = grade_one(Work(0, Submission("", assignment.topic, Path()), assignment, content), launch)
    return json.dumps(result.plain()).encode()


_open = ExitStack()  # this worker's sandbox and files, for as long as it lives
_lock = threading.Lock()
_launches: dict[str, Launch] = {}


def _launch(sandbox: str) -> Launch:
    """What starts processes on this worker: one sandbox for all its threads. Raises InputError where there can be none."""
    from .sandbox import walled

    with _lock:
        if sandbox not in _launches:
            if not _launches:
                atexit.register(_open.close)
            _launches[sandbox] = ColdProcess if sandbox == "off" else _open.enter_context(walled(required=True))
        return _launches[sandbox]


def _unpacked(packed: bytes) -> Assignment:
    with _lock:
        return _assignment(packed)


@lru_cache(maxsize=64)
def _assignment(packed: bytes) -> Assignment:
    data = json.loads(packed)
    assignment = Assignment(data["topic"], data["lang"], tuple(SkeletonCell(**cell) for cell in data["cells"]), ())
    if not data["files"]:
        return assignment
    folder = Path(_open.enter_context(tempfile.TemporaryDirectory(prefix="grader-")))
    for name, text in data["files"].items():
        (folder / name).write_bytes(base64.b64decode(text))
    return replace(assignment, files=tuple(sorted(folder.iterdir())))
