"""`python -m grader.benchmarks`: the class, the overhead, two workers, memory and growth, as a table in Markdown."""

from __future__ import annotations

import argparse
import os
import platform
import signal
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from ..course import ROOT, Course, read_course
from . import classes, measure
from .measure import MeasureError, Used

_EXPLAINED = """\
Grades the same invented class with stock `nbgrader autograde` and with `python -m grader grade`, on this machine, one after the other, and prints
what each used. --quick takes less than 5 minutes on two idle cores; the full run about an hour and a half, most of it stock nbgrader's."""


@dataclass(frozen=True)
class Plan:
    """How much is measured. ``topics`` none: the whole course."""

    students: int
    rounds: int
    topics: tuple[str, ...]
    few: int
    many: int


QUICK = Plan(students=3, rounds=1, topics=("01_oop", "03_context_managers", "05_reflection"), few=20, many=120)
FULL = Plan(students=20, rounds=3, topics=(), few=50, many=2000)
_LIGHT = ("01_oop", "03_context_managers", "05_reflection")  # their checks neither wait nor compute


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m grader.benchmarks", description=_EXPLAINED, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true", help="a small class, three topics, one round")
    parser.add_argument("--part", choices=("course", "overhead", "growth"), action="append", help="only this part; may be given again")
    parser.add_argument("--topic", action="append", metavar="TOPIC", help="only this topic in the part `course`; may be given again")
    parser.add_argument("--students", type=int, metavar="N", help="size of the class in the part `course`")
    parser.add_argument("--rounds", type=int, metavar="N", help="how often each engine grades that class")
    options = parser.parse_args()
    if sys.platform != "linux":
        parser.error("it measures with Linux's means only")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that what runs is ended, as after Ctrl-C
    plan = QUICK if options.quick else FULL
    plan = Plan(options.students or plan.students, options.rounds or plan.rounds, tuple(options.topic or plan.topics), plan.few, plan.many)
    course = read_course(ROOT)
    wanted = options.part or ("course", "overhead", "growth")
    with tempfile.TemporaryDirectory(prefix="grader-benchmark-") as folder:
        bench = Bench(course, plan, Path(folder))
        seen = bench.cpu_seen()
        print(f"# Speed\n\n`python -m grader.benchmarks {' '.join(sys.argv[1:])}`, {time.strftime('%Y-%m-%d')}\n")
        print(
            f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}; load before the run {os.getloadavg()[0]:.1f}."
        )
        print(
            f"The measure was tried out: of 1.0 s of CPU time spent behind the walls it saw {seen:.2f} s (start of the sandbox included).\n"
        )
        for part in wanted:
            print(getattr(bench, part)(), flush=True)
    return 0


class Bench:
    """Measures in a folder of its own."""

    def __init__(self, course: Course, plan: Plan, folder: Path) -> None:
        self._course, self._plan, self._folder = course, plan, folder

    def cpu_seen(self) -> float:
        """Seconds of CPU time that are seen of a cell that uses one, behind the walls. Raises MeasureError where less than that second is."""
        seen = measure.run("grader.benchmarks.burn", cwd=ROOT).cpu
        if seen < 1:
            raise MeasureError(f"only {seen:.2f} s of 1 s of CPU time were seen; the measure does not work on this machine")
        return seen

    def course(self) -> str:
        """The whole course: stock, stock without lessons, ours with one worker, two, and four for each core; medians over the rounds.

        Ours grades all topics in one run; nbgrader's command takes one assignment at a time.
        """
        topics = self._plan.topics or tuple(topic for topic, questions in self._course.topics.items() if questions)
        full = [classes.invented(self._course, topic, classes.names(self._plan.students)) for topic in topics]
        bare = [one.without_lesson() for one in full]
        used: dict[str, list[Used]] = {engine: [] for engine in _NAMES}
        for number in range(self._plan.rounds):
            for engine in _NAMES if number % 2 == 0 else reversed(_NAMES):
                used[engine].append(self._grade(bare if engine == "bare" else full, engine))
                _say(f"round {number + 1}, {_NAMES[engine]}: {used[engine][-1].wall:.1f} s, CPU {used[engine][-1].cpu:.1f} s")
        wall, cpu = ({engine: median(map(of, used[engine])) for engine in _NAMES} for of in (lambda one: one.wall, lambda one: one.cpu))
        count = self._plan.students * len(topics)
        rows = ["| | wall s | CPU s | CPU ms per submission |", "|---|---|---|---|"]
        rows += [f"| {name} | {wall[e]:.1f} | {cpu[e]:.1f} | {1000 * cpu[e] / count:.0f} |" for e, name in _NAMES.items()]
        title = f"## {', '.join(self._plan.topics) or 'The whole course'}: {count} submissions, median of {self._plan.rounds}\n\n"
        goals = _goals(
            ("wall time, stock : ours with 2 workers", wall["stock"] / wall["two"], 15, "x"),
            ("CPU time, stock : ours with 2 workers", cpu["stock"] / cpu["two"], 8, "x"),
            ("wall time, stock without lessons : ours with 2 workers", wall["bare"] / wall["two"], 6, "x"),
            ("CPU time, stock without lessons : ours with 2 workers", cpu["bare"] / cpu["two"], None, "x"),
            ("wall time, stock : ours with 4 workers a core", wall["stock"] / wall["more"], None, "x"),
            ("wall time, stock without lessons : ours with 4 workers a core", wall["bare"] / wall["more"], None, "x"),
            ("2 workers against 1", wall["one"] / wall["two"], 1.8, "x"),
        )
        return f"{title}{chr(10).join(rows)}\n\n{goals}"

    def overhead(self) -> str:
        """CPU time per submission beyond that of the cells themselves: a large class less a small one, less the same cells run with plain `exec`."""
        few, many = 10, 30
        rows = ["| topic | ours, CPU ms per submission | its cells with plain exec, ms | overhead, ms |", "|---|---|---|---|"]
        over = []
        for topic in _LIGHT:
            one = classes.invented(self._course, topic, classes.names(10))
            ours, plain = (self._each(one, few, many, engine) for engine in ("one", "exec"))
            over.append(ours - plain)
            rows.append(f"| {topic} | {1000 * ours:.0f} | {1000 * plain:.1f} | {1000 * (ours - plain):.0f} |")
        said = "## Overhead of one submission, sandbox, gradebook and autograded notebook included\n\n" + "\n".join(rows)
        return said + "\n\n" + _goals(("overhead per submission, mean of these topics", 1000 * sum(over) / len(over), -60, "ms"))

    def _each(self, one: classes.Class, few: int, many: int, engine: str) -> float:
        """CPU seconds that a further submission costs: the median of the rounds' differences."""
        found = []
        for _ in range(self._plan.rounds):
            small, large = (self._grade([classes.copies(one, count)], engine).cpu for count in (few, many))
            found.append((large - small) / (many - few))
        return median(found)

    def growth(self) -> str:
        """A few submissions and many: what each costs, what the largest processes need; and one worker beside two."""
        few, many = self._plan.few, self._plan.many
        one = classes.invented(self._course, "03_context_managers", classes.names(10))
        used = {(engine, count): self._grade([classes.copies(one, count)], engine) for count in (few, many) for engine in ("one", "two")}
        rows = [
            "| workers | submissions | wall s | CPU ms each | grade's peak MB | largest other process MB |",
            "|---|---|---|---|---|---|",
        ]
        for (engine, count), each in used.items():
            said = f"{each.wall:.1f} | {1000 * each.cpu / count:.0f} | {each.main_peak:.0f} | {each.other_peak:.0f}"
            rows.append(f"| {1 if engine == 'one' else 2} | {count} | {said} |")
        small, large = used["two", few], used["two", many]
        return (
            f"## Growth: {few} and {many} submissions to 03_context_managers\n\n"
            + "\n".join(rows)
            + "\n\n"
            + _goals(
                ("CPU time each, many : few", large.cpu / many / (small.cpu / few), -1, "x"),
                ("peak of grade, many : few", large.main_peak / small.main_peak, -1.1, "x"),
                ("largest process of a worker", max(each.other_peak for each in used.values()), -250, "MB"),
                ("2 workers against 1, many submissions", used["one", many].wall / large.wall, 1.8, "x"),
            )
        )

    def _grade(self, handed_in: Sequence[classes.Class], engine: str) -> Used:
        place = classes.directory(handed_in, self._folder / "class")
        if engine in _JOBS:
            return measure.run("grader", "grade", str(place), "--jobs", str(_JOBS[engine]), cwd=ROOT)
        runs = []
        for one in handed_in:
            if engine == "exec":
                runs.append(measure.run("grader.benchmarks.plain_exec", str(place), one.topic, cwd=ROOT))
            else:
                runs.append(measure.run("nbgrader", "autograde", one.topic, cwd=place, environment=self._environment()))
        return Used(sum(r.wall for r in runs), sum(r.cpu for r in runs), max(r.main_peak for r in runs), max(r.other_peak for r in runs))

    def _environment(self) -> Mapping[str, str]:
        """For stock nbgrader: no settings of whoever runs this."""
        home = str(self._folder / "home")
        own = dict.fromkeys(("HOME", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"), home)
        return {**os.environ, **own, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}


_NAMES = {
    "stock": "stock nbgrader",
    "bare": "stock nbgrader, without lessons",
    "one": "ours, 1 worker",
    "two": "ours, 2 workers",
    "more": "ours, 4 workers a core",
}
_JOBS = {"one": 1, "two": 2, "more": 4 * (os.cpu_count() or 1)}


def _goals(*found: tuple[str, float, float | None, str]) -> str:
    """A table: what was found, and whether it is the goal; a negative goal is one that is not to be exceeded."""
    rows = ["| | found | goal | |", "|---|---|---|---|"]
    for name, value, goal, unit in found:
        if goal is None:
            rows.append(f"| {name} | {value:.1f} {unit} | | |")
            continue
        met = value <= -goal * 1.02 if goal < 0 else value >= goal
        rows.append(
            f"| {name} | {value:.2f} {unit} | {'at most' if goal < 0 else 'at least'} {abs(goal):g} {unit} | {'met' if met else 'missed'} |"
        )
    return "\n".join(rows) + "\n"


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")


if __name__ == "__main__":
    sys.exit(main())
