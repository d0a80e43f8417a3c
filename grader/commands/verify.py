"""`verify`: runs the rules of the course over its topics and prints every fault."""

from __future__ import annotations

import os
import time

from rich.console import Console

from ..course import Course, read_course
from ..errors import Fault, SourceFaults
from ..verify import notebook_faults, require_topics, verify_topic


def run(topics: list[str], jobs: int | None) -> int:
    course = read_course()
    chosen = course.choose(topics)
    require_topics(course, chosen)
    console = Console(stderr=True, highlight=False)
    started = time.monotonic()
    faults: list[Fault] = []
    for number, topic in enumerate(chosen):
        faults += _one_topic(console, course, topic, jobs or os.cpu_count() or 1)
        spent = time.monotonic() - started
        left = spent / (number + 1) * (len(chosen) - number - 1)
        console.print(f"{topic}: done after {spent:.0f} s" + (f", about {left:.0f} s left" if left else ""))
    try:
        faults += notebook_faults(course, chosen)
    except SourceFaults as error:
        faults += error.faults
    if faults:
        raise SourceFaults(faults)
    print(f"verified: {', '.join(chosen)}")
    return 0


def _one_topic(console: Console, course: Course, topic: str, jobs: int) -> list[Fault]:
    try:
        return verify_topic(course, topic, jobs, console.print)
    except SourceFaults as error:
        return list(error.faults)
