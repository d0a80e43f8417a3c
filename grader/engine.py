"""(submitted bytes, assignment) -> result: rebuilds a submission, runs it in a worker process, has its checks judged."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from .assignment import Assignment, SkeletonCell
from .cell_text import fingerprint
from .check import split_check
from .judge import judge
from .launch import ColdProcess, Launch
from .outcome import CellOutput, CheckResult, Outcome, Part, Result
from .rebuild import NotANotebook, Rebuilt, rebuild
from .supervisor import Ran, Worker
from .worker import watch as limits

ANSWER_SECONDS = 10.0
_WORDS = {
    "zh": {
        "not_attempted": "还没有作答。",
        "error": "检查运行时你的代码抛出了 {error}。",
        "answer_error": "答题单元格{line}运行出错：{error}。先让它能运行，再看检查。",
        "untouched": "答题单元格 {id} 还没有作答，这项检查需要它。",
        "line": "第 {number} 行",
        "timeout": "运行超过 {seconds:g} 秒被停止：可能有死循环，或在等待永远不会到来的东西（锁、连接、线程）。",
        "answer_timeout": "答题单元格运行超过 {seconds:g} 秒被停止：可能有死循环。",
        "crashed": "运行这项检查时进程意外结束（例如 os._exit 或内存耗尽）。",
        "answer_crashed": "运行答题单元格时进程意外结束（例如 os._exit 或内存耗尽）。",
        "memory": "被停止：这份作业的所有进程合计占用了超过 {gigabytes:g} GB 内存。",
        "tasks": "被停止：同时存在的进程和线程超过 {tasks} 个。",
        "all_used": "整份作业一共运行了超过 {seconds:g} 秒，到此为止，剩下的没有再运行。",
        "fault": "批改程序自身的故障，不扣你的分，请告诉教师：{why}",
        "skipped": "隐藏检查由教师批改时运行。",
    },
    "en": {
        "not_attempted": "Not attempted yet.",
        "error": "While the check ran, your code raised {error}.",
        "answer_error": "The answer cell stopped{line} with {error}. Make it run first, then look at the checks.",
        "untouched": "The answer cell {id} is not filled in yet, and this check needs it.",
        "line": " at line {number}",
        "timeout": "Stopped after {seconds:g} seconds: perhaps an endless loop, or it waits for something that never comes (a lock, a connection, a thread).",
        "answer_timeout": "The answer cell was stopped after {seconds:g} seconds: perhaps an endless loop.",
        "crashed": "The process ended while this check ran (os._exit, or no memory left).",
        "answer_crashed": "The process ended while the answer cell ran (os._exit, or no memory left).",
        "memory": "Stopped: all processes of the submission together held more than {gigabytes:g} GB of memory.",
        "tasks": "Stopped: there were more than {tasks} processes and threads at once.",
        "all_used": "The whole submission ran for more than {seconds:g} seconds and was ended here; what was left of it was not run.",
        "fault": "A fault of the grader, it costs you nothing; please tell your instructor: {why}",
        "skipped": "Hidden checks are run by your instructor's grader.",
    },
}


Watch = Callable[[SkeletonCell, Mapping[str, object]], None]


@dataclass(frozen=True)
class Step:
    """Cells that are run one after the other, one for all but definitions.

    ``cell`` is the check or answer that they belong to; ``id`` is that of the rebuilt notebook's cell.
    """

    id: str
    code: tuple[str, ...]
    question: str = ""
    cell: SkeletonCell | None = None

    @property
    def is_check(self) -> bool:
        return self.cell is not None and self.cell.is_check

    @property
    def of_lesson(self) -> bool:
        return self.cell is None and self.id.startswith("lesson-")


@dataclass(frozen=True)
class Haste:
    """To learn only whether an answer fails: no cell gets more than ``seconds``, the check ``first`` comes before all others, the first failure ends it."""

    seconds: float
    first: str = ""


@dataclass
class _Run:
    """What is known so far about one submission; grows from process to process."""

    outputs: dict[str, CellOutput] = field(default_factory=dict)
    results: dict[str, CheckResult] = field(default_factory=dict)
    answer_errors: dict[str, str] = field(default_factory=dict)
    answer_lost: dict[str, Outcome] = field(default_factory=dict)
    given_errors: dict[str, str] = field(default_factory=dict)
    dead: set[str] = field(default_factory=set)
    whole_lesson: bool = False
    watch: Watch | None = None
    haste: Haste | None = None
    left: float = math.inf  # seconds that the whole submission may still run; endless before the first cell of the learner's

    def timed(self, worker: Worker, code: tuple[str, ...], observe: tuple[str, ...], limit: float, apart: bool = False) -> Ran:
        """Run cells for at most ``limit`` seconds, fewer where the submission has fewer left or haste is asked."""
        seconds, began = min(limit, self.left, self.haste.seconds if self.haste else limit), time.monotonic()
        ran = worker.run(*code, observe=observe, timeout=seconds, apart=apart)
        self.left -= min(seconds, time.monotonic() - began)
        return ran


class _Again(Exception):
    """The process is lost, or has to be begun anew: run what is left in a fresh one."""


class _Enough(Exception):
    """A check did not pass, and no more was asked."""


def grade(
    submitted: bytes,
    assignment: Assignment,
    only: str = "",
    watch: Watch | None = None,
    launch: Launch = ColdProcess,
    haste: Haste | None = None,
) -> Result:
    """Grade one submission. ``only`` limits it to one question; ``watch`` is told each check's encoded observations, ``launch`` starts a worker.

    With ``haste`` the result holds the checks that were decided, and only the last of them may be one that does not pass.

    Never raises for what is in ``submitted``; raises WorkerError where no process can be started.
    """
    try:
        rebuilt = rebuild(submitted, assignment)
    except NotANotebook as error:
        return failed(assignment, Outcome.ERROR, str(error))
    run = _Run(watch=watch, haste=haste)
    for check in assignment.checks:
        if check.code is None:
            run.results[check.id] = _result(check, Outcome.SKIPPED, _WORDS[assignment.lang]["skipped"])
        elif check.question in rebuilt.untouched:
            run.results[check.id] = _result(check, Outcome.NOT_ATTEMPTED, _WORDS[assignment.lang]["not_attempted"])
    while _left(assignment, rebuilt, run, only):
        if run.left <= 0:
            _end_here(assignment, rebuilt, run)
            break
        try:
            with Worker(assignment.files, launch) as worker:
                _run_steps(worker, assignment, rebuilt, run, only)
            break
        except _Again:
            continue
        except _Enough:
            break
    checks = tuple(run.results[check.id] for check in assignment.checks if check.id in run.results and only in ("", check.question))
    return Result(assignment.topic, checks, run.outputs, rebuilt.remarks, rebuilt.parts)


def seconds_allowed(assignment: Assignment) -> float:
    """How long the learner's code of one submission may take altogether: as long as if each cell of a question took all its time, once."""
    answers = sum(ANSWER_SECONDS for cell in assignment.cells if cell.role in ("given", "answer"))
    return answers + sum(check.timeout for check in assignment.checks if check.code is not None)


def _end_here(assignment: Assignment, rebuilt: Rebuilt, run: _Run) -> None:
    """No time is left: every check without a result gets one that says so."""
    words = _WORDS[assignment.lang]
    for check in assignment.checks:
        if check.id not in run.results and check.question in rebuilt.attempted:
            why = words["all_used"].format(seconds=seconds_allowed(assignment))
            run.results[check.id] = _result(check, Outcome.TIMEOUT, why)
        elif check.id not in run.results:
            run.results[check.id] = _result(check, Outcome.NOT_ATTEMPTED, words["not_attempted"])


def failed(assignment: Assignment, outcome: Outcome, why: str) -> Result:
    """The result of a submission that was not run at all: every check has this outcome, for the same reason."""
    return Result(assignment.topic, tuple(_result(check, outcome, why) for check in assignment.checks), remarks=(why,))


def _left(assignment: Assignment, rebuilt: Rebuilt, run: _Run, only: str) -> bool:
    """Whether a check is undecided, or a cell of the learner's own has not run, whose output goes into feedback."""
    undecided = any(check.id not in run.results for check in assignment.checks if not only or check.question == only)
    return undecided or any(not part.cell_id and part.id not in run.outputs for part in rebuilt.parts)


def steps(assignment: Assignment, rebuilt: Rebuilt, whole_lesson: bool = False) -> Iterator[Step]:
    """The order in which a submission runs: what the lesson defines, then answers and visible checks as they stand, hidden checks last."""
    for number, texts in enumerate([(text,) for text in assignment.lesson] if whole_lesson else [assignment.definitions], 1):
        yield Step(f"lesson-{number}", texts)
    cells = {cell.id: cell for cell in assignment.cells}
    for part in _stubs_first(rebuilt.parts, cells):
        cell = cells.get(part.cell_id)
        if cell is None:
            yield Step(part.id, (part.text,))
        elif cell.role in ("given", "answer", "check"):
            yield Step(part.id, (part.text,), cell.question, cell)
    for check in assignment.checks:
        if check.role == "hidden" and check.code is not None:
            yield Step(check.id, (check.code,), check.question, check)


def _stubs_first(parts: Iterable[Part], cells: Mapping[str, SkeletonCell]) -> list[Part]:
    """The parts in order, but of a question's answer cells the untouched ones first: a whole answer in one cell is not undone by a stub below it."""
    ordered: list[Part] = []
    start: dict[str, int] = {}
    for part in parts:
        cell = cells.get(part.cell_id)
        if cell is not None and cell.role == "answer":
            place = start.setdefault(cell.question, len(ordered))
            if fingerprint(part.text) == cell.stub:
                ordered.insert(place, part)
                continue
        ordered.append(part)
    return ordered


def _run_steps(worker: Worker, assignment: Assignment, rebuilt: Rebuilt, run: _Run, only: str) -> None:
    done = {check.question for check in assignment.checks} - {check.question for check in assignment.checks if check.id not in run.results}
    ordered: Iterable[Step] = steps(assignment, rebuilt, run.whole_lesson)
    if run.haste and run.haste.first:
        ordered = _checks_last(ordered, run.haste.first)
    for step in ordered:
        if step.id in run.dead or step.id in run.results or step.question in done or (only and step.question not in ("", only)):
            continue
        if run.left == math.inf and not step.of_lesson:
            run.left = seconds_allowed(assignment)
        if run.left <= 0:
            raise _Again
        if step.is_check:
            _run_check(worker, step, assignment, rebuilt, run)
        else:
            _run_setup(worker, step, assignment, run)


def _checks_last(ordered: Iterable[Step], first: str) -> list[Step]:
    """All that is no check, then the check ``first``, then the others."""
    return sorted(ordered, key=lambda step: step.is_check + (step.is_check and step.id != first))


def _run_setup(worker: Worker, step: Step, assignment: Assignment, run: _Run) -> None:
    ran = run.timed(worker, step.code, (), ANSWER_SECONDS)
    answers = step.cell is not None and step.cell.role == "answer"
    if answers or step.cell is None:
        run.outputs[step.id] = ran.output
    if ran.lost is not None:
        run.dead.add(step.id)
        if answers:
            run.answer_lost[step.question] = ran.lost
            why = _lost(ran, f"answer_{ran.lost}", ANSWER_SECONDS, assignment, run)
            run.outputs[step.id] = CellOutput("", why)
            for check in assignment.checks:
                if check.question == step.question and check.id not in run.results:
                    run.results[check.id] = _result(check, ran.lost, why)
        raise _Again
    if step.cell is not None and step.cell.role == "given" and ran.error_type:
        run.given_errors[step.question] = f"{step.id}: {ran.output.error}"
    if answers:
        _need_lesson(ran, assignment, run)
    if answers and ran.error_type:
        words = _WORDS[assignment.lang]
        line = words["line"].format(number=ran.error_line) if ran.error_line else ""
        message = words["answer_error"].format(line=line, error=ran.output.error)
        if step.cell is not None and fingerprint(*step.code) == step.cell.stub:
            message = words["untouched"].format(id=step.id)
        run.answer_errors[step.question] = message


def _lost(ran: Ran, key: str, seconds: float, assignment: Assignment, run: _Run) -> str:
    """Why a process is gone, by what ended it."""
    if ran.lost is Outcome.TIMEOUT and run.left <= 0:
        key, seconds = "all_used", seconds_allowed(assignment)
    return _WORDS[assignment.lang][ran.over or key].format(seconds=seconds, gigabytes=limits.MEMORY / 2**30, tasks=limits.TASKS)


def _need_lesson(ran: Ran, assignment: Assignment, run: _Run) -> None:
    """Where a name is missing that the lesson makes by running, begin anew with the whole lesson."""
    if ran.error_name and not run.whole_lesson and ran.error_name in assignment.lesson_names:
        run.whole_lesson, run.left = True, math.inf
        raise _Again


def _run_check(worker: Worker, step: Step, assignment: Assignment, rebuilt: Rebuilt, run: _Run) -> None:
    check = step.cell
    assert check is not None and check.code is not None
    code = split_check(check.code)
    given_names = assignment.given_names(check.question)
    ran = run.timed(worker, (code.act_code,), code.observed(given_names), check.timeout, apart=True)
    if run.watch is not None:
        run.watch(check, ran.observed)
    if check.question not in run.answer_errors:
        _need_lesson(ran, assignment, run)
    result = _decide(check, ran, assignment, run)
    given_error = run.given_errors.get(check.question)
    if result.outcome is not Outcome.PASS and given_error:
        result = _result(check, Outcome.GRADER_FAULT, _WORDS[assignment.lang]["fault"].format(why=given_error))
    elif result.outcome is not Outcome.PASS and check.question not in rebuilt.attempted:
        result = _result(check, Outcome.NOT_ATTEMPTED, _WORDS[assignment.lang]["not_attempted"])
    run.results[check.id] = result
    if check.role == "check":
        said = result.message if result.outcome not in (Outcome.PASS, Outcome.NOT_ATTEMPTED) else ""
        run.outputs[check.id] = CellOutput(ran.output.text, said)
    if run.haste and result.outcome is not Outcome.PASS:
        raise _Enough
    if ran.lost is not None:
        raise _Again


def _decide(check: SkeletonCell, ran: Ran, assignment: Assignment, run: _Run) -> CheckResult:
    words = _WORDS[assignment.lang]
    if ran.lost is not None:
        return _result(check, ran.lost, _lost(ran, str(ran.lost), check.timeout, assignment, run))
    if ran.error_type:
        message = run.answer_errors.get(check.question) or words["error"].format(error=ran.output.error)
        return _result(check, Outcome.ERROR, message)
    assert check.code is not None
    folder = assignment.files[0].parent if assignment.files else None
    verdict = judge(check.code, ran.observed, assignment.given(check.question), folder, assignment.lang)
    if verdict.fault:
        return _result(check, Outcome.GRADER_FAULT, words["fault"].format(why=verdict.fault))
    if verdict.passed:
        return _result(check, Outcome.PASS, "")
    return _result(check, Outcome.FAIL, verdict.message)


def _result(check: SkeletonCell, outcome: Outcome, message: str) -> CheckResult:
    points = check.points if outcome is Outcome.PASS else 0
    return CheckResult(check.question, check.id, check.title, check.role == "hidden", points, check.points, outcome, message)
