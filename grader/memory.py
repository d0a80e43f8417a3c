"""What `verify` remembers from run to run: verdicts by the content that they depend on, so that nothing has to be forgotten by hand."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import sys
import time
from functools import lru_cache
from pathlib import Path
from types import TracebackType

_KEPT_DAYS = 60  # since a verdict was last asked for
_DECIDING = ("assignment.py", "check.py", "engine.py", "judge.py", "language.py", "rebuild.py", "supervisor.py", "worker")


def place() -> Path:
    """The user's cache folder for this program."""
    if os.name == "nt":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = str(Path.home() / "Library" / "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "python-course-grader"


def key(*parts: object) -> str:
    """A name for everything that a verdict depends on; the Python that runs and the code that decides are always part of it."""
    return hashlib.sha256(json.dumps([_ours(), sys.version_info[:2], parts]).encode()).hexdigest()


@lru_cache(maxsize=1)
def _ours() -> str:
    """The content of the grader's own files that decide a verdict."""
    here = Path(__file__).parent
    files = sorted(file for name in _DECIDING for file in ((here / name).glob("*.py") if (here / name).is_dir() else [here / name]))
    return hashlib.sha256(b"".join(file.read_bytes().replace(b"\r\n", b"\n") for file in files)).hexdigest()


class Memory:
    """A context manager; for one thread, and for several processes at once. What cannot be kept is forgotten, never a fault."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = place() if folder is None else folder
        self._asked: set[str] = set()

    def __enter__(self) -> Memory:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._store = self._open(str(self._folder / "verify.db"))
        except (OSError, sqlite3.Error):
            self._store = self._open(":memory:")
        return self

    def _open(self, path: str) -> sqlite3.Connection:
        store = sqlite3.connect(path, timeout=30, isolation_level=None)
        store.execute("pragma synchronous = off")
        store.execute("create table if not exists known (key text primary key, value text not null, day integer not null)")
        store.execute("delete from known where day < ?", (_today() - _KEPT_DAYS,))
        return store

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            self._store.executemany("update known set day = ? where key = ?", [(_today(), name) for name in self._asked])
        except sqlite3.Error:
            pass
        finally:
            self._store.close()

    def get(self, name: str) -> str | None:
        """What was kept under a key, None where nothing was."""
        self._asked.add(name)
        row = self._store.execute("select value from known where key = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def put(self, name: str, value: str) -> None:
        self._store.execute("insert or replace into known values (?, ?, ?)", (name, value, _today()))


def _today() -> int:
    return int(time.time() // 86_400)
