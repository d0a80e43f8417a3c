"""`demo`: the instructor's whole way, with a class that was invented."""

from __future__ import annotations

import sys
from pathlib import Path

from ..classroom import here
from ..course import read_course
from ..course_directory import create
from ..demo import TOPICS, hand_in
from ..language import Lang
from ..sandbox import walled
from .grade import cores, grade_with_progress, show


def run(directory: Path, lang: Lang, jobs: int | None) -> int:
    course = read_course()
    made = create(course, directory, lang, TOPICS)
    count = hand_in(course, directory, lang)
    print(f"{directory}: a course directory with {count} invented submissions to {', '.join(TOPICS)}; they are graded now", flush=True)
    with (
        walled(required=False) as launch,
        here(jobs or cores(), launch) as graded,
    ):  # the course's own answers: they may run without walls where there are none
        result = grade_with_progress(course, made, TOPICS, graded)
    show(course, directory, result)
    print(f"your own class        {Path(sys.executable).name} -m grader course my-class")
    return 0
