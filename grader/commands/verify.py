"""`verify`: runs the rules of the course over its topics and prints every fault; or, with ``--runs``, counts verdicts that differ."""

from __future__ import annotations

import os
import time

from rich.console import Console

from ..course import Course, read_course
from ..display import progress, terminal
from ..errors import Fault, SourceFaults, UsageError
from ..flakes import flake_faults
from ..launch import Launch
from ..memory import Memory
from ..parallel import Pool
from ..sandbox import walled
from ..survivors import case_of, hunt_all
from ..verify import notebook_faults, require_topics, verify_topic


def run(topics: list[str], jobs: int | None, runs: int | None, mutants: bool, question: str) -> int:
    course = read_course()
    if question and (topics or not (runs or mutants)):
        raise UsageError("-q goes with --mutants or --runs, and without a topic: `verify -q q07 --mutants`")
    if question:
        topics = [course.topic_of(question)]
    chosen = course.choose(topics)
    require_topics(course, chosen)
    questions = [question] if question else [q.id for topic in chosen for q in course.topics[topic]]
    if runs:
        return _count_flakes(course, questions, jobs, runs)
    if mutants:
        return _run_mutants(course, questions, jobs)
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


def _run_mutants(course: Course, questions: list[str], jobs: int | None) -> int:
    cores = jobs or os.cpu_count() or 1
    with walled(required=False) as launch, Pool(cores) as pool, Memory() as memory, progress("mutants", "ran") as done:
        tallies = list(hunt_all([case_of(course, one) for one in questions], course, pool, launch, memory, done))
    for tally in tallies:
        print(tally)
    faults = [fault for tally in tallies for fault in tally.faults]
    if faults:
        raise SourceFaults(faults)
    return 0


def _count_flakes(course: Course, questions: list[str], jobs: int | None, runs: int) -> int:
    cores = os.cpu_count() or 1
    with walled(required=False) as launch, Pool(jobs or cores) as pool, progress("grading", "graded") as done:
        verdicts, faults = flake_faults(course, questions, runs, pool, launch, done)
    print(f"flakes: {len(faults)}; {verdicts} verdicts, each answer graded {runs} times with {cores} of {cores} cores kept busy")
    if faults:
        raise SourceFaults(faults)
    return 0


def _one_topic(console: Console, course: Course, topic: str, pool: Pool, launch: Launch) -> list[Fault]:
    try:
        return verify_topic(course, topic, pool, launch, console.print)
    except SourceFaults as error:
        return list(error.faults)
