"""Written parts: the mark scheme of a question, and examples of answers with the statements a marker ticks in each."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .answers import without_markers
from .course import Course
from .errors import Fault, SourceFaults
from .language import LANGUAGES, Lang
from .source import Source

NAMES = ("full", "half", "empty")  # all statements ticked, some, none; the full one is the model answer
_STATEMENT = re.compile(r"^- \[ \] (.+(?:\n  .+)*)", re.M)


@dataclass(frozen=True)
class Written:
    """An example of a written answer. ``ticks`` are the numbers, from 1, of the statements of the mark scheme that it gets."""

    name: str
    ticks: tuple[int, ...]
    text: Mapping[Lang, str]


def mark_scheme(source: Source, question: str, lang: Lang) -> tuple[str, tuple[str, ...]]:
    """The model answer of a question's written part and the statements of its mark scheme. Raises KeyError where it has none."""
    for cell in source.cells:
        if (cell.question, cell.role, cell.lang) == (question, "words", lang):
            text = without_markers(cell.text)
            return _STATEMENT.sub("", text).strip(), tuple(_STATEMENT.findall(text))
    raise KeyError(question)


def points(written: Written, statements: int) -> float:
    """What an example gets: one point, shared out among the statements, to two decimals."""
    return round(len(written.ticks) / statements, 2)


def read_written(course: Course, source: Source, question: str) -> tuple[Written, ...]:
    """The examples of a question, those of ``solutions/answers/<question>/written.toml`` and the model answer. Raises SourceFaults."""
    path = Path("solutions") / "answers" / question / "written.toml"
    schemes = {lang: mark_scheme(source, question, lang) for lang in LANGUAGES}
    count = len(schemes["en"][1])
    full = Written("full", tuple(range(1, count + 1)), {lang: scheme[0] for lang, scheme in schemes.items()})
    try:
        data = tomllib.loads((course.root / path).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SourceFaults([Fault(path, 1, "is missing; give a half and an empty answer to the written part, see AUTHORING.md")]) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SourceFaults([Fault(path, 1, f"cannot be read: {error}")]) from None
    faults = []
    if tuple(data) != NAMES[1:]:
        faults.append(f"has the tables {', '.join(data) or '(none)'}; it needs [half] and [empty]")
    for name, table in data.items():
        if not isinstance(table, dict) or set(table) != {"ticks", *LANGUAGES}:
            faults.append(f"[{name}] needs ticks, zh and en, and nothing else")
        elif not all(isinstance(table[lang], str) and table[lang].strip() for lang in LANGUAGES):
            faults.append(f"[{name}] needs a text in each language")
        elif table["ticks"] != sorted(set(table["ticks"]) & set(full.ticks)):
            faults.append(f"[{name}] ticks {table['ticks']}; they are numbers of statements, 1 to {count}, each once and in order")
        elif (name == "half") != (0 < len(table["ticks"]) < count):
            faults.append(f"[{name}] ticks {len(table['ticks'])} of {count} statements; a half answer gets some, an empty one none")
    if faults:
        raise SourceFaults([Fault(path, 1, fault) for fault in faults])
    return full, *(Written(name, tuple(table["ticks"]), {lang: table[lang].strip() for lang in LANGUAGES}) for name, table in data.items())


def written_faults(course: Course, source: Source) -> list[Fault]:
    """What is wrong with the examples of a topic's written parts."""
    faults: list[Fault] = []
    for question in course.topics[source.topic]:
        if question.written:
            try:
                read_written(course, source, question.id)
            except SourceFaults as error:
                faults += error.faults
    return faults
