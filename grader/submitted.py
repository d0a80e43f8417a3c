"""What was handed in: the notebooks under `submitted/`, found and read without following anything out of the course directory."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from nbgrader.utils import parse_utc

from .course_directory import CourseDirectory, read
from .errors import InputError
from .rebuild import MAX_BYTES

_MAX_STAMP = 100  # bytes of a timestamp.txt
_WORDS = {
    "zh": {
        "missing": "没有交笔记本：没有文件 {path}。",
        "other": "笔记本放在 {found}，应当是 {path}。",
        "link": "{path} 是链接，请提交文件本身。",
        "kind": "{path} 不是普通文件。",
        "unreadable": "{path} 无法读取（{why}）。",
    },
    "en": {
        "missing": "No notebook was handed in: there is no {path}.",
        "other": "The notebook is {found}, it has to be {path}.",
        "link": "{path} is a link; hand in the file itself.",
        "kind": "{path} is not an ordinary file.",
        "unreadable": "{path} cannot be read ({why}).",
    },
}


@dataclass(frozen=True)
class Submission:
    """What a student handed in for an assignment. ``problem`` says why there is nothing to read, "" where there is; ``submitted_at`` is naive UTC."""

    student: str
    assignment: str
    path: Path
    problem: str = ""
    submitted_at: datetime | None = None


class Unreadable(InputError):
    """A submission that cannot be read after all; the text says why, in the course's language."""


def submissions(directory: Path, assignments: Sequence[str]) -> tuple[Submission, ...]:
    """Everything handed in for these assignments, by student, then in the order of ``assignments``; a row for what has a problem, too.

    Raises InputError where this is no course directory, or where nothing under `submitted/` stands where it should.
    """
    course = read(directory)
    students = sorted(path for path in (directory / "submitted").iterdir() if not path.name.startswith("."))
    found = tuple(row for path in students for name in assignments for row in _rows(course, path, name))
    known = any((path / topic).exists() for path in students for topic in course.topics)
    if students and not found and not known:
        example = f"{directory / 'submitted' / 'ann' / course.topics[0] / course.topics[0]}.ipynb"
        raise InputError(f"{_shown(students[0])} is not where a submission is looked for; put each at a place like {example}")
    return found


def leftovers(course: CourseDirectory) -> tuple[str, ...]:
    """Files under `submitted/` that are no submission and stand beside none, and further notebooks beside one, from `submitted` on, sorted."""
    found = []
    for folder, names, files in os.walk(course.root / "submitted"):
        names[:] = [name for name in names if not name.startswith(".")]
        for path in (Path(folder, name) for name in files if not name.startswith(".")):
            place = path.relative_to(course.root / "submitted").parts
            topic = place[1] if len(place) > 2 else ""
            if topic not in course.topics or (path.suffix == ".ipynb" and place[2:] != (f"{topic}.ipynb",)):
                found.append(_shown(path))
    return tuple(sorted(found))


def read_submission(submission: Submission, lang: str) -> bytes:
    """The notebook's bytes, one more than allowed where it is too large. Raises Unreadable."""
    if submission.problem:
        raise Unreadable(submission.problem)
    shown = _shown(submission.path)
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        with open(os.open(submission.path, flags), "rb") as file:  # noqa: PTH123  a Path cannot be opened with flags
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise Unreadable(_WORDS[lang]["kind"].format(path=shown))
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise Unreadable(_WORDS[lang]["unreadable"].format(path=shown, why=error.strerror)) from error


def _rows(course: CourseDirectory, folder: Path, name: str) -> Iterator[Submission]:
    try:
        yield from _of_student(course, folder, name)
    except OSError as error:
        problem = _WORDS[course.lang]["unreadable"].format(path=_shown(folder), why=error.strerror)
        yield Submission(_text(folder.name), name, folder / name / f"{name}.ipynb", problem)


def _of_student(course: CourseDirectory, folder: Path, name: str) -> Iterator[Submission]:
    """The row of one student and assignment; none where nothing was handed in."""
    student = _text(folder.name)
    place = folder / name
    path = place / f"{name}.ipynb"
    words = _WORDS[course.lang]
    for link in (folder, place, path):
        if link.is_symlink():
            yield Submission(student, name, path, words["link"].format(path=_shown(link)))
            return
    problem = ""
    if not place.is_dir():
        strays = [stray for stray in (folder.glob("*.ipynb") if folder.is_dir() else ()) if name in stray.name]
        if not strays:
            return
        problem = words["other"].format(found=_shown(strays[0]), path=_shown(path))
    elif not path.exists():
        others = sorted(place.glob("*.ipynb"))
        problem = words["other" if others else "missing"].format(found=_shown(others[0]) if others else "", path=_shown(path))
    elif not path.is_file():
        problem = words["kind"].format(path=_shown(path))
    yield Submission(student, name, path, problem, _submitted_at(place / "timestamp.txt"))


def _shown(path: Path) -> str:
    """A path from `submitted/` on."""
    return _text("/".join(path.parts[len(path.parts) - path.parts[::-1].index("submitted") - 1 :]))


def _text(name: str) -> str:
    """A file's name as text that can be stored anywhere."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _submitted_at(path: Path) -> datetime | None:
    """The time in nbgrader's `timestamp.txt`; None where there is none that can be read."""
    try:
        text = read_submission(Submission("", "", path), "en")[:_MAX_STAMP].decode().strip()
        found = parse_utc(text) if text else None
        return found if isinstance(found, datetime) else None
    except (InputError, ValueError, OverflowError):
        return None
