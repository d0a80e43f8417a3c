"""`verify`: runs the rules of the course over its topics and prints every fault."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeElapsedColumn, TimeRemainingColumn

from ..course import Course, read_course
from ..display import terminal
from ..errors import Fault, SourceFaults
from ..launch import Launch
from ..memory import Memory
from ..parallel import Pool
from ..sandbox import walled
from ..survivors import Tally, hunt, hunts
from ..verify import notebook_faults, require_topics, verify_topic


def run(topics: list[str], jobs: int | None, mutants: bool) -> int:
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
        if mutants and not faults:  # where a reference or a right answer fails, its mutants say nothing
            faults += [fault for tally in _hunted(console, course, chosen, pool, launch) for fault in tally.faults]
    try:
        faults += notebook_faults(course, chosen)
    except SourceFaults as error:
        faults += error.faults
    if faults:
        raise SourceFaults(faults)
    print(f"verified: {', '.join(chosen)}")
    return 0


def _hunted(console: Console, course: Course, topics: list[str], pool: Pool, launch: Launch) -> Iterator[Tally]:
    """The mutants of each question run, with a bar that shows how far it is; a line for each question."""
    columns = (
        "{task.description}",
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(elapsed_when_finished=True),
    )
    with Memory() as memory, Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("looking for mutants", total=None)
        found = [one for topic in topics for one in hunts(course, topic)]
        progress.reset(task, total=sum(len(one.subjects) for one in found))
        for one in found:
            progress.update(task, description=f"{one.question}, mutants")
            tally = hunt(one, course, pool, launch, memory, lambda count: progress.advance(task, count))
            living = len(one.subjects) - tally.killed - tally.equivalent
            console.print(
                f"{one.question}: {tally.killed} of {len(one.subjects)} mutants killed, {tally.equivalent} equivalent"
                + (f", {living} pass" if living else "")
            )
            yield tally


def _one_topic(console: Console, course: Course, topic: str, pool: Pool, launch: Launch) -> list[Fault]:
    try:
        return verify_topic(course, topic, pool, launch, console.print)
    except SourceFaults as error:
        return list(error.faults)
