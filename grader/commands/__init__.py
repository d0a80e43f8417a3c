"""One module per command; each takes plain values, prints, and returns an exit code. Imported only when called, so that `check` starts fast."""

from __future__ import annotations

from pathlib import Path

from ..language import Lang


def lab(lang: Lang) -> int:
    from .lab import lab as run

    return run(lang)


def check(notebooks: list[Path], question: str) -> int:
    from .check import check as run

    return run(notebooks, question)


def answer(question: str, lang: Lang) -> int:
    from .answer import answer as run

    return run(question, lang)


def demo(directory: Path, jobs: int | None) -> int:
    from .demo import demo as run

    return run(directory, jobs)


def course(directory: Path, lang: Lang) -> int:
    from .course import course as run

    return run(directory, lang)


def grade_class(directory: Path, assignments: list[str], jobs: int | None, json_file: Path | None) -> int:
    from .grade import grade_class as run

    return run(directory, assignments, jobs, json_file)


def build(topics: list[str], check: bool) -> int:
    from .build import build as run

    return run(topics, check)


def verify(topics: list[str], jobs: int | None) -> int:
    from .verify import verify as run

    return run(topics, jobs)
