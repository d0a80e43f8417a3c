"""An instructor's nbgrader course directory: made from the course, recognised later, its assignments recorded in its gradebook."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from . import database, gradebook_rows
from .atomic import write_bytes
from .build import Built, build_topic, notebook_bytes, recorded
from .cell_text import STUBS, TEXT_STUBS
from .course import Course
from .errors import Fault, InputError, SourceFaults
from .language import LANGUAGES, Lang

COURSE_ID = "python-objects-network-concurrency"
_CONFIG = "nbgrader_config.py"
_FIRST_LINE = "# Made by `python -m grader course`. Yours to change: it is written once and then left alone.\n"
_SETTINGS = """\
c = get_config()  # noqa: F821

c.CourseDirectory.course_id = {course_id!r}

# What `nbgrader generate_assignment` leaves where the reference answer was.
c.ClearSolutions.code_stub = {{"python": {code!r}}}
c.ClearSolutions.text_stub = {text!r}
"""


@dataclass(frozen=True)
class CourseDirectory:
    """A course directory of ours: its language, and the topics that it has, sorted."""

    root: Path
    lang: Lang
    topics: tuple[str, ...]


def create(course: Course, directory: Path, lang: Lang, topics: Sequence[str]) -> CourseDirectory:
    """Make a course directory, or bring the one that is there up to date; what was submitted and graded is not touched.

    Raises SourceFaults, and InputError for a folder that holds something else or another language, before anything is written.
    """
    built = _build(course, lang, topics)
    _check_place(directory, lang)
    try:
        if not (directory / _CONFIG).exists():  # first, since it tells a later run whose folder this is
            settings = _SETTINGS.format(course_id=COURSE_ID, code=STUBS[lang], text=TEXT_STUBS[lang])
            write_bytes(directory / _CONFIG, (_FIRST_LINE + settings).encode())
        (directory / "submitted").mkdir(exist_ok=True)
        _record(directory, built)
        for path, content in _files(course, built).items():
            write_bytes(directory / path, content)
    except OSError as error:
        raise InputError(f"{error.filename or directory} could not be written ({error.strerror}); mend that and run again") from error
    return read(directory)


def read(directory: Path) -> CourseDirectory:
    """What a course directory is. Raises InputError where it is none of ours."""
    if not directory.is_dir():
        raise InputError(f"{directory} is not there; make a course directory with `python -m grader course {directory}`")
    found = {path.parent.name: lang for path in sorted(directory.glob("source/*/*.ipynb")) if (lang := _lang_of(path))}
    if not found or not (directory / "submitted").is_dir():
        raise InputError(
            f"{directory} is not a course directory; make one with `python -m grader course DIR`, then hand-ins go to DIR/submitted"
        )
    return CourseDirectory(directory, next(iter(found.values())), tuple(found))


def _build(course: Course, lang: Lang, topics: Sequence[str]) -> list[Built]:
    built: list[Built] = []
    faults: list[Fault] = []
    for topic in topics:
        try:
            built.append(build_topic(course, topic)[lang])
        except SourceFaults as error:
            faults += error.faults
    if faults:
        raise SourceFaults(faults)
    return built


def _check_place(directory: Path, lang: Lang) -> None:
    """Raises InputError where the folder holds something else than a course directory in this language."""
    if directory.exists() and not directory.is_dir():
        raise InputError(f"{directory} is a file; name a folder that is new or empty")
    languages = {found for path in directory.glob("source/*/*.ipynb") if (found := _lang_of(path))}
    if languages - {lang}:
        raise InputError(
            f"{directory} is a course directory in another language; say --lang {min(languages - {lang})} or name a new folder"
        )
    if not languages and not _has_our_settings(directory) and directory.is_dir() and any(_visible(directory)):
        raise InputError(f"{directory} holds other things; name a folder that is new, empty or a course directory made here")


def _visible(directory: Path) -> Iterator[Path]:
    return (path for path in directory.iterdir() if not path.name.startswith("."))


def _has_our_settings(directory: Path) -> bool:
    try:
        return (directory / _CONFIG).read_text(encoding="utf-8").startswith(_FIRST_LINE)
    except (OSError, UnicodeDecodeError):
        return False


def _lang_of(path: Path) -> Lang | None:
    """The language of an instructor's notebook; None where it is not one of this course."""
    try:
        known = json.loads(path.read_bytes())["metadata"]["grader"]
        return next((lang for lang in LANGUAGES if lang == known["lang"] and known["topic"] == path.stem == path.parent.name), None)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _files(course: Course, built: list[Built]) -> dict[Path, bytes]:
    """What a course directory holds of these topics: path in it, and content."""
    files: dict[Path, bytes] = {}
    for topic in built:
        for step, notebook in (("source", topic.instructor), ("release", topic.release)):
            folder = Path(step) / topic.topic
            files[folder / f"{topic.topic}.ipynb"] = notebook_bytes(notebook)
            files |= {folder / path.name: path.read_bytes() for path in course.files(topic.topic)}
    return files


def _record(directory: Path, built: list[Built]) -> None:
    """Tell the gradebook what the assignments are, as ``nbgrader generate_assignment`` does, in one transaction."""
    path = directory / database.NAME
    database.make(path)
    with database.session(path) as session:
        for topic in built:
            gradebook_rows.record_assignment(session, COURSE_ID, topic.topic, recorded(topic.instructor, topic.lang))
        session.commit()
