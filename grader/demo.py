"""An invented class: notebooks put together from the right and wrong answers of the course, and those that no class is without."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from .answers import Answer, read_answers, reference, submission
from .atomic import write_bytes
from .build import Built, build_language
from .course import Course
from .language import Lang
from .source import read_source
from .written import read_written

TOPICS = ("02_singleton", "10_booking")
_NAMES = (
    "ada bo chen dana emil fang goro hana ivan jun kofi lena ming nora omar ping qiu rosa sami tao ulla vera wei xenia yara zhen"  # 26
).split()
_SPECIAL = {
    "zz-crash": "import os\nos._exit(1)  # takes the process with it",
    "zz-loop": "while True:\n    pass",
}


def hand_in(course: Course, directory: Path, lang: Lang) -> int:
    """Put the class's notebooks under ``directory``/submitted; how many there are. The same class every time."""
    count = 0
    for topic in TOPICS:
        source = read_source(course.root, topic)
        built = build_language(course, source, lang)
        answers = {question.id: read_answers(course, question.id) for question in course.topics[topic]}
        written = {q.id: [one.text[lang] for one in read_written(course, source, q.id)] for q in course.topics[topic] if q.written}
        for student, content in _notebooks(built, answers, written):
            path = directory / "submitted" / student / topic / f"{topic}.ipynb"
            if not path.is_file() or path.read_bytes() != content:
                write_bytes(path, content)
            count += 1
    return count


def _notebooks(built: Built, answers: Mapping[str, Sequence[Answer]], written: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, bytes]]:
    yield from honest(built, answers, written, _NAMES)
    best = reference(built)
    first = next(iter(answers))
    for student, code in _SPECIAL.items():
        yield student, submission(built.release, best | {first: (code,)})
    yield "zz-untouched", submission(built.release, {})
    yield "zz-essay", b"Dear teacher, my notebook is in the cloud.\n"


def honest(
    built: Built, answers: Mapping[str, Sequence[Answer]], written: Mapping[str, Sequence[str]], students: Sequence[str]
) -> Iterator[tuple[str, bytes]]:
    """A notebook for each of these students, every question answered, some of them wrong; written parts from the texts in ``written``."""
    best = reference(built)
    for number, student in enumerate(students):
        chosen = {question: _pick(number, best[question], others) for question, others in answers.items()}
        yield student, submission(built.release, chosen, {question: texts[number % len(texts)] for question, texts in written.items()})


def _pick(number: int, best: tuple[str, ...], others: Sequence[Answer]) -> tuple[str, ...]:
    """Every third student has the reference answer, the others a right or wrong one each in turn."""
    if number % 3 == 0 or not others:
        return best
    return others[(number * 7) % len(others)].cells
