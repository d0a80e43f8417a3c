"""`course`: an ordinary nbgrader course directory with the assignments of this course."""

from __future__ import annotations

from pathlib import Path

from ..course import read_course
from ..course_directory import create
from ..language import Lang
from ..verify import require_topics


def run(directory: Path, lang: Lang) -> int:
    course = read_course()
    topics = [topic for topic, questions in course.topics.items() if questions]
    require_topics(course, topics)
    made = create(course, directory, lang, topics)
    first = made.topics[0]
    print(f"{directory} is an nbgrader course directory with {len(made.topics)} assignments: {', '.join(made.topics)}")
    print(f"1. hand out      {directory / 'release' / first} and its sisters")
    print(f"2. take in       each notebook as {directory / 'submitted' / 'STUDENT' / first / first}.ipynb")
    print(f"3. grade         python -m grader grade {directory}")
    return 0
