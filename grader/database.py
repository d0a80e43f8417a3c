"""The file gradebook.db: made as this nbgrader expects it, opened with a wait for other writers, its errors told with the next step."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from alembic.script import ScriptDirectory
from nbgrader import api, dbutil
from sqlalchemy import URL, Engine, create_engine, event, exc
from sqlalchemy.orm import Session

from .errors import InputError

NAME = "gradebook.db"
WAIT_SECONDS = 20.0
_RESULTS = (
    "CREATE TABLE IF NOT EXISTS grader_result (assignment TEXT, student TEXT, key TEXT, result TEXT, PRIMARY KEY (assignment, student))"
)
_ADVICE = {
    "locked": "{path} is being written by another program; wait until it ends, or close it (formgrader, another `grade`), then run again",
    "full": "there is no space left for {path}; free some and run again, what was stored before is kept",
    "disk i/o error": "{path} could not be written ({why}); see whether the disk is full, then run again, what was stored before is kept",
    "readonly": "{path} cannot be written; give yourself write permission for it and its folder",
    "unable to open": "{path} cannot be opened; see whether you may read and write it and its folder",
    "no such": "{path} was made by another version of nbgrader ({why}); make a copy of it, then run `nbgrader db upgrade` in its folder",
}
_DAMAGED = (
    "{path} is no gradebook or is damaged ({why}); move it away, then put a copy in its place or run `python -m grader course {folder}`"
)


@contextmanager
def session(path: Path, wait: float = WAIT_SECONDS) -> Iterator[Session]:
    """A session on the gradebook at ``path``; waits at most ``wait`` seconds for another program's write.

    Every transaction takes the write lock when it begins. Raises InputError where the file is missing, of another version, locked or damaged.
    """
    with database_errors(path):
        _check_version(path, wait)
        engine = _engine(path, wait)
        try:
            with Session(engine, autoflush=False) as opened:
                yield opened
        finally:
            engine.dispose()


@contextmanager
def database_errors(path: Path) -> Iterator[None]:
    """Turns the errors of SQLite and of files in this block into InputError. ``path`` is the gradebook's."""
    try:
        yield
    except (sqlite3.Error, exc.DBAPIError) as error:
        why = str(error.orig if isinstance(error, exc.DBAPIError) else error)
        advice = next((text for key, text in _ADVICE.items() if key in why.lower()), _DAMAGED)
        raise InputError(advice.format(path=path, folder=path.parent, why=why)) from error
    except OSError as error:
        raise InputError(f"{error.filename or path.parent} could not be written ({error.strerror}); mend that and run again") from error


def make(path: Path) -> None:
    """Make an empty gradebook that nbgrader's commands accept, unless one is there. It appears complete or not at all."""
    if path.exists():
        return
    part = path.with_name(f".{path.name}.{os.getpid()}")
    with database_errors(path):
        try:
            engine = _engine(part, WAIT_SECONDS)
            with engine.begin() as connection:
                api.Base.metadata.create_all(connection)
                connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
                connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (_versions()[0],))
                connection.exec_driver_sql(_RESULTS)
            engine.dispose()
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


def _engine(path: Path, wait: float) -> Engine:
    """SQLAlchemy's recipe for pysqlite: it leaves transactions alone, so that ours begin with the write lock."""
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": wait})

    @event.listens_for(engine, "connect")
    def _connected(connection: Any, record: Any) -> None:
        connection.isolation_level = None

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _check_version(path: Path, wait: float) -> None:
    """Raises InputError where this nbgrader cannot work on the gradebook; adds our own table where another program made it."""
    if not path.is_file():
        raise InputError(f"{path} is not there; run `python -m grader course {path.parent}` to make it")
    with closing(sqlite3.connect(path, timeout=wait)) as connection:
        found = connection.execute("SELECT name FROM sqlite_master WHERE name IN ('alembic_version', 'grader_result')").fetchall()
        tables = {name for (name,) in found}
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone() if "alembic_version" in tables else None
        version = row[0] if row else None
        head, *older = _versions()
        if version is None or version in older:
            raise InputError(
                f"{path} was made by an older nbgrader; make a copy of it, then run `nbgrader db upgrade` in {path.parent} and this again"
            )
        if version != head:
            raise InputError(f"{path} was made by a newer nbgrader; install that version: pip install --upgrade nbgrader")
        if "grader_result" not in tables:
            connection.execute(_RESULTS)


def _versions() -> list[str]:
    """The revisions of the gradebook's schema, newest first: from nbgrader's scripts, without the program `alembic` that may not be on PATH."""
    return [script.revision for script in ScriptDirectory(dbutil.ALEMBIC_DIR).walk_revisions()]
