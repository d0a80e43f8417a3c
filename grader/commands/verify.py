"""`verify`: runs the rules of the course over its topics and prints every fault; or, with ``--runs``, counts verdicts that differ."""

from __future__ import annotations

import os
import time

from rich.console import Console

from ..accuracy import judge_answers, publish, remember_flakes, rows_of, table_faults
from ..case import case_of
from ..course import Course, read_course
from ..display import progress, terminal
from ..errors import Fault, SourceFaults, UsageError
from ..flakes import flake_faults
from ..launch import Launch
from ..memory import Memory
from ..parallel import Pool
from ..sandbox import walled
from ..survivors import hunt_all
from ..verify import notebook_faults, require_topics, verify_topic


def run(topics: list[str], jobs: int | None, runs: int | None, mutants: bool, report: bool, question: str) -> int:
    course = read_course()
    if question and (topics or not (runs or mutants or report)):
        raise UsageError("-q goes with --mutants, --runs or --report, and without a topic: `verify -q q07 --mutants`")
    if question:
        topics = [course.topic_of(question)]
    chosen = course.choose(topics)
    require_topics(course, chosen)
    questions = [question] if question else [q.id for topic in chosen for q in course.topics[topic]]
    if runs:
        return _count_flakes(course, questions, jobs, runs)
    if mutants or report:
        return _run_mutants(course, questions, jobs, report)
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


def _run_mutants(course: Course, questions: list[str], jobs: int | None, report: bool) -> int:
    """Run the mutants; compare what came out with the table that is published, or, for a ``report``, publish it."""
    cases = [case_of(course, question) for question in questions]
    with walled(required=False) as launch, Pool(jobs or os.cpu_count() or 1) as pool, Memory() as memory:
        if report:
            with progress("answers", "graded") as done:
                judged = judge_answers(cases, pool, launch, memory, done)
        with progress("mutants", "ran") as done:
            tallies = list(hunt_all(cases, course, pool, launch, memory, done))
        if report:
            publish(course, rows_of(course, cases, judged, tallies, memory))
    for tally in tallies:
        print(tally)
    faults = [fault for tally in tallies for fault in tally.faults] + table_faults(course, cases, tallies)
    if faults:
        raise SourceFaults(faults)
    return 0


def _count_flakes(course: Course, questions: list[str], jobs: int | None, runs: int) -> int:
    cores = os.cpu_count() or 1
    cases = [case_of(course, question) for question in questions]
    with walled(required=False) as launch, Pool(jobs or cores) as pool, progress("grading", "graded") as done:
        verdicts, faults = flake_faults(course, questions, runs, pool, launch, done)
    with Memory() as memory:
        remember_flakes(cases, runs, faults, memory)
    print(f"flakes: {len(faults)}; {verdicts} verdicts, each answer graded {runs} times with {cores} of {cores} cores kept busy")
    if faults:
        raise SourceFaults(faults)
    return 0


def _one_topic(console: Console, course: Course, topic: str, pool: Pool, launch: Launch) -> list[Fault]:
    try:
        return verify_topic(course, topic, pool, launch, console.print)
    except SourceFaults as error:
        return list(error.faults)
