"""`verify`: runs the rules of the course over its topics and prints every fault."""

from __future__ import annotations

import os
import time

from rich.console import Console

from ..course import Course, read_course
from ..display import terminal
from ..errors import Fault, SourceFaults
from ..launch import Launch
from ..parallel import Pool
from ..sandbox import walled
from ..verify import notebook_faults, require_topics, verify_topic


def run(topics: list[str], jobs: int | None) -> int:
    course = read_course()
    chosen = course.choose(topics)
    require_topics(course, chosen)
    console = terminal(error=True)
    started = time.monotonic()
    faults: list[Fault] = []
    with walled(required=False) as launch, Pool(jobs or os.cpu_count() or 1) as pool:
        for number, topic in enumerate(chosen, 1):
            faults += _one_topic(console, course, topic, pool, launch)
            spent = time.monotonic() - started
            left = spent / number * (len(chosen) - number)
            console.print(f"{topic}: done after {spent:.0f} s" + (f", about {left:.0f} s left" if left else ""))
    try:
        faults += notebook_faults(course, chosen)
    except SourceFaults as error:
        faults += error.faults
    if faults:
        raise SourceFaults(faults)
    print(f"verified: {', '.join(chosen)}")
    return 0


def _one_topic(console: Console, course: Course, topic: str, pool: Pool, launch: Launch) -> list[Fault]:
    try:
        return verify_topic(course, topic, pool, launch, console.print)
    except SourceFaults as error:
        return list(error.faults)
