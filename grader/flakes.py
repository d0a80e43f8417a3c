"""The flake count (rule 4): every answer is graded again and again while all cores are busy, and its verdicts have to be the same each time."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from .answers import Answer, read_answers, reference, submission
from .assignment import from_source
from .build import build_language
from .course import Course
from .engine import grade
from .errors import Fault
from .language import LANGUAGES
from .launch import Launch
from .outcome import Outcome, Result
from .parallel import Pool
from .source import read_source

_BUSY = "import os\nparent = os.getppid()\nwhile os.getppid() == parent:\n    sum(range(20_000))"


@contextmanager
def busy_cores(count: int) -> Iterator[None]:
    """Keep ``count`` cores busy. The processes that do it also end when this one is killed."""
    processes = [subprocess.Popen([sys.executable, "-I", "-c", _BUSY]) for _ in range(count)]
    try:
        yield
    finally:
        for process in processes:
            process.kill()
            process.wait()


def flake_faults(
    course: Course, questions: Sequence[str], runs: int, pool: Pool, launch: Launch, done: Callable[[int, int], None]
) -> tuple[int, list[Fault]]:
    """Grade the reference and all other answers of some questions ``runs`` times, in both languages by turns.

    Returns how many verdicts were given, and a fault for each check of each answer that was at least once judged otherwise than the answer says.
    ``done`` is told how many submissions of how many are graded.
    """
    grading = {}
    answers: list[Answer] = []
    for question in questions:
        source = read_source(course.root, course.topic_of(question))
        built = {lang: build_language(course, source, lang) for lang in LANGUAGES}
        grading[question] = built, {lang: from_source(course, source, lang) for lang in LANGUAGES}
        answers.append(Answer(source.path, question, True, reference(built["en"])[question], frozenset(), {}))
        answers += read_answers(course, question)

    def run(job: tuple[int, Answer]) -> Result:
        number, answer = job
        built, assignments = grading[answer.question]
        lang = LANGUAGES[number % len(LANGUAGES)]
        submitted = submission(built[lang].release, {answer.question: answer.cells})
        return grade(submitted, assignments[lang], only=answer.question, launch=launch)

    verdicts, graded = 0, 0
    otherwise: Counter[tuple[Answer, str]] = Counter()
    example: dict[tuple[Answer, str], str] = {}
    with busy_cores(os.cpu_count() or 1):
        for (_, answer), result in pool.unordered(run, ((number, answer) for number in range(runs) for answer in answers)):
            graded += 1
            done(graded, runs * len(answers))
            for check in result.checks:
                verdicts += 1
                if (check.outcome is not Outcome.PASS) != (check.check in answer.fails) or check.outcome is Outcome.GRADER_FAULT:
                    otherwise[answer, check.check] += 1
                    example[answer, check.check] = f"`{check.outcome}` {check.message}".strip()
    faults = [
        Fault(answer.path, 1, f"{answer.question}: {check} was judged otherwise in {times} of {runs} runs: {example[answer, check]}")
        for (answer, check), times in otherwise.items()
    ]
    return verdicts, sorted(faults)
