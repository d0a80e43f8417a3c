"""`python -m grader.benchmarks`: the class, the overhead, two workers, memory and growth, as a table in Markdown."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Mapping
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
    plan = QUICK if options.quick else FULL
    plan = Plan(options.students or plan.students, options.rounds or plan.rounds, tuple(options.topic or plan.topics), plan.few, plan.many)
    course = read_course(ROOT)
    wanted = options.part or ("course", "overhead", "growth")
    with tempfile.TemporaryDirectory(prefix="grader-benchmark-") as folder:
        bench = Bench(course, plan, Path(folder))
        seen = bench.cpu_seen()
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
        """The whole course: stock, stock without lessons, ours with one worker and with two; medians over the rounds, topic by topic."""
        topics = self._plan.topics or tuple(topic for topic, questions in self._course.topics.items() if questions)
        engines = ("stock", "bare", "one", "two")
        rows = ["| topic | " + " | ".join(f"{name} wall s | CPU s" for name in _NAMES.values()) + " |", "|---" * 9 + "|"]
        total = {engine: [0.0, 0.0] for engine in engines}
        for topic in topics:
            full = classes.invented(self._course, topic, classes.names(self._plan.students))
            kinds = {"stock": full, "bare": full.without_lesson(), "one": full, "two": full}
            used: dict[str, list[Used]] = {engine: [] for engine in engines}
            for number in range(self._plan.rounds):
                for engine in engines if number % 2 == 0 else engines[::-1]:
                    used[engine].append(self._grade(kinds[engine], engine))
                    _say(f"{topic} round {number + 1} {engine}: {used[engine][-1].wall:.1f} s")
            row = []
            for engine in engines:
                found = median(one.wall for one in used[engine]), median(one.cpu for one in used[engine])
                total[engine] = [total[engine][0] + found[0], total[engine][1] + found[1]]
                row.append(f"{found[0]:.1f} | {found[1]:.1f}")
            rows.append(f"| {topic} | " + " | ".join(row) + " |")
        rows.append("| all | " + " | ".join(f"{total[engine][0]:.1f} | {total[engine][1]:.1f}" for engine in engines) + " |")
        said = f"## The course: {self._plan.students} students, {len(topics)} topics, median of {self._plan.rounds}\n\n" + "\n".join(rows)
        return (
            said
            + "\n\n"
            + _goals(
                ("wall time, stock : ours with 2 workers", total["stock"][0] / total["two"][0], 15, "x"),
                ("CPU time, stock : ours with 2 workers", total["stock"][1] / total["two"][1], 8, "x"),
                ("wall time, stock without lessons : ours with 2 workers", total["bare"][0] / total["two"][0], 6, "x"),
                ("CPU time, stock without lessons : ours with 2 workers", total["bare"][1] / total["two"][1], None, "x"),
                ("wall time, stock : ours with 1 worker", total["stock"][0] / total["one"][0], None, "x"),
                ("2 workers against 1", total["one"][0] / total["two"][0], 1.8, "x"),
            )
        )

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
            small, large = (self._grade(classes.copies(one, count), engine).cpu for count in (few, many))
            found.append((large - small) / (many - few))
        return median(found)

    def growth(self) -> str:
        """A few submissions and many: what each costs, what the largest processes need; and one worker beside two."""
        few, many = self._plan.few, self._plan.many
        one = classes.invented(self._course, "03_context_managers", classes.names(10))
        used = {(engine, count): self._grade(classes.copies(one, count), engine) for count in (few, many) for engine in ("one", "two")}
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

    def _grade(self, class_: classes.Class, engine: str) -> Used:
        place = class_.directory(self._folder / "class")
        if engine in ("stock", "bare"):
            return measure.run("nbgrader", "autograde", class_.topic, cwd=place, environment=self._environment())
        if engine == "exec":
            return measure.run("grader.benchmarks.plain_exec", str(place), class_.topic, cwd=ROOT)
        return measure.run("grader", "grade", str(place), "--jobs", "1" if engine == "one" else "2", cwd=ROOT)

    def _environment(self) -> Mapping[str, str]:
        """For stock nbgrader: no settings of whoever runs this."""
        home = str(self._folder / "home")
        own = dict.fromkeys(("HOME", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"), home)
        return {**os.environ, **own, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}


_NAMES = {"stock": "stock", "bare": "stock without lessons,", "one": "ours, 1 worker,", "two": "ours, 2 workers,"}


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
