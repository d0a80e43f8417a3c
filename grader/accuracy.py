"""How often the grader is wrong, question by question: measured, remembered, and published in ``grader/accuracy.md`` and the README."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from .atomic import write_bytes
from .case import Case
from .course import Course
from .errors import Fault, InputError
from .launch import Launch
from .memory import Memory
from .outcome import Outcome
from .parallel import Pool
from .survivors import Tally

TABLE = Path("grader") / "accuracy.md"
README = Path("README.md")
Row = dict[str, str]
_ADVICE = "run `python -m grader verify --report`"
_COLUMNS = ("question", "checks", "points", "right accepted", "wrong refused", "mutants killed", "equivalent", "flakes", "seconds")
_UNKNOWN = "?"
_ABOUT = """\
# How often the grader is wrong

Made by `python -m grader verify --report`; do not edit.

- right accepted: answers that are right, the reference answer among them, and pass every check, of all;
- wrong refused: answers that are wrong and fail exactly the checks that they are written to fail, of all;
- mutants killed: right answers with one small change (an operator, a constant, a condition, a statement removed or moved, a `with` or `finally` taken away …) that
  lose marks, of all that are not listed as equivalent in `solutions/answers/<question>/equivalent.toml`, where each has its reason;
- flakes: verdicts that differed when every answer was graded again and again while all cores were busy; `?` where that was not measured since the question was last changed;
- seconds: what it took to grade the reference answer.

"""
_TOTAL = (
    "Measured on {questions} questions: {right accepted} right answers accepted, {wrong refused} wrong ones refused, {mutants killed} mutants killed, "
    "{equivalent} more listed as equivalent; flakes: {flakes}. [Question by question](grader/accuracy.md).",
    "在 {questions} 道题上实测：正确答案接受 {right accepted}，错误答案拒绝 {wrong refused}，变异体杀死 {mutants killed}，另有 {equivalent} 个列为等价；"
    "判定不稳：{flakes}。[逐题数据](grader/accuracy.md)。",
)
_LINES = ("Measured on ", "在 ")  # how these lines begin in the README


def judge_answers(cases: Sequence[Case], pool: Pool, launch: Launch, memory: Memory, done: Callable[[int, int], None]) -> dict[str, Row]:
    """Grade every answer that has no verdict yet; what each question's row says of them. ``done`` is told how many of how many are graded."""
    jobs = [(case, answer.cells, answer.fails) for case in cases for answer in case.answers]
    jobs += [(case, case.reference, frozenset()) for case in cases]

    def run(job: tuple[Case, tuple[str, ...], frozenset[str]]) -> list[object]:
        started = time.monotonic()
        checks = job[0].grade(job[1], launch).checks
        return [[check.check for check in checks if check.outcome is not Outcome.PASS], round(time.monotonic() - started, 1)]

    known = {index: memory.get(case.key("answer", cells)) for index, (case, cells, _) in enumerate(jobs)}
    found = {index: json.loads(text) for index, text in known.items() if text is not None}
    done(len(found), len(jobs))
    left = [index for index in known if index not in found]
    for index, verdict in pool.unordered(lambda index: run(jobs[index]), left):
        case, cells, _ = jobs[index]
        memory.put(case.key("answer", cells), json.dumps(verdict))
        found[index] = verdict
        done(len(found), len(jobs))
    rows: dict[str, Row] = {}
    for case in cases:
        own = [index for index in found if jobs[index][0] is case]
        rows[case.question] = {
            "right accepted": _share(not found[index][0] for index in own if not jobs[index][2]),
            "wrong refused": _share(set(found[index][0]) == jobs[index][2] for index in own if jobs[index][2]),
            "seconds": str(found[own[-1]][1]),
        }
    return rows


def _share(good: Iterable[bool]) -> str:
    counted = list(good)
    return f"{sum(counted)}/{len(counted)}"


def remember_flakes(cases: Iterable[Case], runs: int, faults: Iterable[Fault], memory: Memory) -> None:
    """Keep what a flake count found, for the table."""
    messages = [fault.message for fault in faults]
    for case in cases:
        count = sum(message.startswith(f"{case.question}:") for message in messages)
        memory.put(_flakes(case), f"{count} in {runs} runs")


def _flakes(case: Case) -> str:
    return case.key("flakes", case.reference, [(answer.name, answer.cells, sorted(answer.fails)) for answer in case.answers])


def rows_of(course: Course, cases: Sequence[Case], judged: Mapping[str, Row], tallies: Iterable[Tally], memory: Memory) -> list[Row]:
    """The rows of these questions."""
    mutants = {tally.question: _of_tally(tally) for tally in tallies}
    return [
        {"question": case.question}
        | _of_source(course, case)
        | judged[case.question]
        | mutants[case.question]
        | {"flakes": memory.get(_flakes(case)) or _UNKNOWN}
        for case in cases
    ]


def _of_source(course: Course, case: Case) -> Row:
    points = next(item.points for questions in course.topics.values() for item in questions if item.id == case.question)
    return {"checks": str(sum(cell.question == case.question for cell in case.assignment.checks)), "points": str(points)}


def _of_tally(tally: Tally) -> Row:
    return {"mutants killed": f"{tally.killed}/{tally.mutants - tally.equivalent}", "equivalent": str(tally.equivalent)}


def read_table(root: Path) -> dict[str, tuple[int, Row]]:
    """The rows that are published, by question, each with its line in the file."""
    try:
        lines = (root / TABLE).read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        return {}
    rows = {}
    for number, line in enumerate(lines, 1):
        cells = [cell.strip() for cell in line.strip("| ").split("|")]
        if re.fullmatch(r"q\d\d", cells[0]) and len(cells) == len(_COLUMNS):
            rows[cells[0]] = number, dict(zip(_COLUMNS, cells, strict=True))
    return rows


def publish(course: Course, rows: Iterable[Row]) -> None:
    """Write these rows into the table, with those of other questions that stand there already, and the total into the README."""
    known = {question: row for question, (_, row) in read_table(course.root).items()} | {row["question"]: row for row in rows}
    ordered = [known[question.id] for questions in course.topics.values() for question in questions if question.id in known]
    ordered.sort(key=lambda row: row["question"])
    write_bytes(course.root / TABLE, (_ABOUT + _table([*ordered, _total(ordered)])).encode())
    text = (course.root / README).read_text(encoding="utf-8").split("\n")
    places = _readme_lines(text)
    for place, line in zip(places, _sentences(ordered), strict=True):
        text[place] = line
    write_bytes(course.root / README, "\n".join(text).encode())


def _readme_lines(text: list[str]) -> list[int]:
    places = [number for number, line in enumerate(text) if line.startswith(_LINES) and f"({TABLE.as_posix()})" in line]
    if len(places) != len(_TOTAL):
        raise InputError(
            f"{README}: it needs one line in each language that begins with {' or '.join(map(repr, _LINES))} and links {TABLE.as_posix()}"
        )
    return places


def _table(rows: Iterable[Row]) -> str:
    lines = [
        _COLUMNS,
        tuple("---" if column == "question" else "--:" for column in _COLUMNS),
        *(tuple(row[c] for c in _COLUMNS) for row in rows),
    ]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _total(rows: Sequence[Row]) -> Row:
    total = {column: str(sum(int(row[column]) for row in rows)) for column in ("checks", "points", "equivalent")}
    for column in ("right accepted", "wrong refused", "mutants killed"):
        pairs = [row[column].split("/") for row in rows]
        total[column] = f"{sum(int(part) for part, _ in pairs)}/{sum(int(whole) for _, whole in pairs)}"
    measured = [row["flakes"].split(" ") for row in rows if row["flakes"] != _UNKNOWN]
    total["flakes"] = str(sum(int(cells[0]) for cells in measured)) if len(measured) == len(rows) else _UNKNOWN
    total["seconds"] = f"{sum(float(row['seconds']) for row in rows):.1f}"
    return {"question": "all"} | total


def _sentences(rows: Sequence[Row]) -> list[str]:
    return [line.format(questions=len(rows), **_total(rows)) for line in _TOTAL]


def table_faults(course: Course, cases: Iterable[Case], tallies: Iterable[Tally] = ()) -> list[Fault]:
    """Where what is published is not what the sources say, or what the mutants of these questions came to; timings and flakes are not compared."""
    published = read_table(course.root)
    mutants = {tally.question: _of_tally(tally) for tally in tallies}
    faults = []
    for case in cases:
        if case.question not in published:
            faults.append(Fault(TABLE, 1, f"has no row for {case.question}; {_ADVICE}"))
            continue
        line, row = published[case.question]
        right = 1 + sum(answer.right for answer in case.answers)
        wrong = len(case.answers) + 1 - right
        now = (
            {"right accepted": f"{right}/{right}", "wrong refused": f"{wrong}/{wrong}"}
            | _of_source(course, case)
            | mutants.get(case.question, {})
        )
        faults += [
            Fault(TABLE, line, f"{case.question}, {column}: {row[column]} is published, {text} is true; {_ADVICE}")
            for column, text in now.items()
            if row[column] != text
        ]
    text = (course.root / README).read_text(encoding="utf-8").split("\n")
    places = _readme_lines(text)
    for place, sentence in zip(places, _sentences([row for _, row in published.values()]), strict=True):
        if text[place] != sentence:
            faults.append(Fault(README, place + 1, f"is not the total of {TABLE.as_posix()}; {_ADVICE}"))
    return faults
