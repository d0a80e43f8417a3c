"""The course proves itself: every topic's form, answers, checks and lessons. What is wrong comes back as faults with file and line."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from .answers import Answer, answer_cells, read_answers, reference, submission
from .assignment import Assignment, from_source
from .build import Built, build_language, stale_files
from .build import expected_files as built_files
from .check import split_check
from .course import Course
from .engine import grade
from .errors import Fault, InputError, SourceFaults
from .forgers import forged_answers, forged_observations
from .form import form_faults
from .judge import judge
from .language import LANGUAGES, Lang
from .launch import Launch
from .leaks import feedback_texts, file_texts, leaks, notebook_texts, secrets
from .lesson import LessonError, run_notebook
from .outcome import CheckResult, Outcome, Result
from .parallel import Pool
from .source import Source, numbered, read_source
from .written import written_faults

Say = Callable[[str], None]


@dataclass(frozen=True)
class _Proof:
    """A topic being verified, with what every rule needs."""

    course: Course
    source: Source
    built: dict[Lang, Built]
    assignments: dict[Lang, Assignment]
    lines: dict[str, int]
    pool: Pool
    launch: Launch
    say: Say

    def fault(self, cell_id: str, message: str) -> Fault:
        return Fault(self.source.path, self.lines.get(cell_id, 1), message)


def verify_topic(course: Course, topic: str, pool: Pool, launch: Launch, say: Say) -> list[Fault]:
    """Every fault of one topic, sorted. ``launch`` starts workers, ``say`` hears what is being done."""
    source = read_source(course.root, topic)
    say(f"{topic}: form")
    faults = form_faults(course, source) + written_faults(course, source)
    if faults:
        return faults
    built = {lang: build_language(course, source, lang) for lang in LANGUAGES}
    assignments = {lang: from_source(course, source, lang) for lang in LANGUAGES}
    lines = {cell_id: cell.line for lang in LANGUAGES for cell_id, cell in numbered(source, lang)}
    proof = _Proof(course, source, built, assignments, lines, pool, launch, say)
    found: list[Fault] = []
    found += _leak_faults(proof)
    found += _reference_faults(proof)
    if not found:  # with a reference that does not pass, nothing below says anything
        for question in course.topics[topic]:
            found += _answer_faults(proof, question.id)
            found += _forger_faults(proof, question.id)
    found += _lesson_faults(proof)
    return sorted(set(found))


def notebook_faults(course: Course, topics: Iterable[str]) -> list[Fault]:
    """Where ``notebooks/`` is not what the sources make now (rule 6); files that no source makes count for the whole course only."""
    chosen = list(topics)
    files = built_files(course, chosen)
    advice = "run `python -m grader build`"
    faults = []
    for path, content in sorted(files.items()):
        if not path.is_file():
            faults.append(Fault(path.relative_to(course.root), 1, f"is missing; {advice}"))
        elif path.read_bytes() != content:
            faults.append(Fault(path.relative_to(course.root), 1, f"is not what the source makes now; {advice}"))
    if set(chosen) == set(course.topics):
        faults += [Fault(path.relative_to(course.root), 1, f"no source makes this file; {advice}") for path in stale_files(course, files)]
    return faults


def _wrong_texts(course: Course, topic: str) -> list[str]:
    try:
        return [
            cell
            for question in course.topics[topic]
            for answer in read_answers(course, question.id)
            if not answer.right
            for cell in answer.cells
        ]
    except SourceFaults:
        return []  # reported where the answers are run


def _leak_faults(proof: _Proof) -> list[Fault]:
    """What is handed out holds no secret."""
    wrong = _wrong_texts(proof.course, proof.source.topic)
    faults = []
    for lang, built in proof.built.items():
        hidden = secrets(built, wrong)
        for cell_id, what in leaks(hidden, notebook_texts(built)):
            faults.append(proof.fault(cell_id, f"{lang}: {what} can be read in the learner's notebook"))
        files = {path.name: path for path in proof.assignments[lang].files}
        for name, what in leaks(hidden, file_texts(files.values())):
            faults.append(Fault(files[name].relative_to(proof.course.root), 1, f"{lang}: {what} can be read in a file that is handed out"))
    return faults


def _reference_faults(proof: _Proof) -> list[Fault]:
    """The reference earns everything, the untouched notebook nothing, and it is called not attempted; a word beside the stub earns nothing either."""
    if not any(assignment.checks for assignment in proof.assignments.values()):
        return []
    proof.say(f"{proof.source.topic}: reference answers and untouched notebook")
    faults = []
    jobs = [(lang, who) for lang in LANGUAGES for who in ("the reference answer", "the untouched notebook", "a stub with a pass below it")]

    def run(job: tuple[Lang, str]) -> Result:
        lang, who = job
        built = proof.built[lang]
        answers = reference(built)
        if who == "the untouched notebook":
            answers = {}
        elif who == "a stub with a pass below it":
            answers = {question: tuple(f"{cell.source}\npass" for cell in answer_cells(built.release, question)) for question in answers}
        return grade(submission(built.release, answers), proof.assignments[lang], launch=proof.launch)

    for (lang, who), result in proof.pool.unordered(run, jobs):
        right = {"the reference answer": {Outcome.PASS}, "the untouched notebook": {Outcome.NOT_ATTEMPTED}}.get(
            who, set(Outcome) - {Outcome.PASS}
        )
        faults += [
            proof.fault(check.check, f"{check.check} ({lang}): {who} gets `{check.outcome}`. {check.message}".strip())
            for check in result.checks
            if check.outcome not in right
        ]
    return faults


def _answer_faults(proof: _Proof, question: str) -> list[Fault]:
    """Each wrong answer fails exactly what it names, each right one nothing; each hidden check has a wrong answer of its own."""
    try:
        answers = read_answers(proof.course, question)
    except SourceFaults as error:
        return list(error.faults)
    if not answers:
        return [proof.fault(f"{question}-answer", f"no other answers in solutions/answers/{question}/; add wrong_ and right_ files")]
    proof.say(f"{proof.source.topic}: {question}, {len(answers)} other answers")

    def run(job: tuple[int, Answer]) -> Result:
        lang = LANGUAGES[job[0] % 2]
        return grade(
            submission(proof.built[lang].release, {question: job[1].cells}), proof.assignments[lang], only=question, launch=proof.launch
        )

    faults: list[Fault] = []
    caught: set[str] = set()
    hidden = {check.id for check in proof.assignments["en"].checks if check.question == question and check.role == "hidden"}
    kept = {lang: secrets(built) for lang, built in proof.built.items()}
    for (number, answer), result in proof.pool.unordered(run, enumerate(answers)):
        failed = {check.check for check in result.checks if check.outcome is not Outcome.PASS}
        faults += [Fault(answer.path, 1, message) for message in _differences(answer, result.checks, failed)]
        lang = LANGUAGES[number % 2]
        shown = leaks(kept[lang], feedback_texts(result, proof.built[lang]))
        faults += [
            Fault(answer.path, 1, f"{lang}: {what} can be read in this answer's feedback, under {cell_id}") for cell_id, what in shown
        ]
        if not answer.right and failed <= hidden:
            caught |= failed
    faults += [
        proof.fault(check_id, f"{check_id}: no wrong answer that passes all visible checks fails it; add one, or drop the check")
        for check_id in sorted(hidden - caught)
    ]
    return faults


def _differences(answer: Answer, checks: tuple[CheckResult, ...], failed: set[str]) -> Iterator[str]:
    messages = {check.check: f"`{check.outcome}` {check.message}" for check in checks}
    for check in sorted(answer.fails - messages.keys()):
        yield f"names a check that does not exist: {check}"
    for check in sorted(failed - answer.fails):
        yield f"{'a right answer' if answer.right else 'the answer'} fails {check}{'' if answer.right else ', which it does not name'}: {messages[check]}"
    for check in sorted((answer.fails & messages.keys()) - failed):
        yield f"passes {check}, which it names"
    if not answer.right and not answer.fails:
        yield "a wrong answer has to name at least one check"


def _forger_faults(proof: _Proof, question: str) -> list[Fault]:
    """Whoever knows nothing passes nothing: neither with observations that are invented or come from elsewhere, nor with answers to something else."""
    proof.say(f"{proof.source.topic}: {question}, forgers")
    built, assignment = proof.built["en"], proof.assignments["en"]
    cells = reference(built)[question]
    seen: dict[str, dict[str, object]] = {}
    grade(
        submission(built.release, {question: cells}),
        assignment,
        only=question,
        watch=lambda check, observed: seen.update({check.id: dict(observed)}),
    )
    faults = []
    folder = assignment.files[0].parent if assignment.files else None
    for check in assignment.checks:
        if check.question != question or check.code is None:
            continue
        elsewhere = [observed for name, observed in seen.items() if name != check.id]
        for what, observed in forged_observations(seen.get(check.id, {}), split_check(check.code).act, elsewhere):
            if judge(check.code, observed, assignment.given(question), folder, "en").passed:
                faults.append(
                    proof.fault(check.id, f"{check.id} is passed by a process that {what}; observe something that cannot be guessed")
                )

    def run(forgery: tuple[str, tuple[str, ...]]) -> Result:
        return grade(submission(built.release, {question: forgery[1]}), assignment, only=question, launch=proof.launch)

    others = [(f"answers {other} instead", others) for other, others in reference(built).items() if other != question]
    for (what, _), result in proof.pool.unordered(run, chain(forged_answers(cells), others)):
        faults += [
            proof.fault(check.check, f"{check.check} is passed by an answer that {what}; ask for more")
            for check in result.checks
            if check.outcome is Outcome.PASS
        ]
    return faults


def _lesson_faults(proof: _Proof) -> list[Fault]:
    """The whole notebook, reference answers and checks included, runs to the end in both languages and in time."""
    proof.say(f"{proof.source.topic}: lesson, both languages")
    budget = proof.course.seconds(proof.source.topic)
    faults = []
    for lang in LANGUAGES:
        with tempfile.TemporaryDirectory(prefix="grader-lesson-", ignore_cleanup_errors=True) as folder:
            try:
                seconds = run_notebook(proof.built[lang].instructor, proof.assignments[lang].files, Path(folder), budget)
            except LessonError as error:
                faults.append(proof.fault(error.cell_id, f"{lang}: {error}"))
                continue
        if seconds > budget:
            faults.append(
                proof.fault("", f"{lang}: the notebook took {seconds:.1f} s to run, its budget is {budget:g} s (course.toml, [seconds])")
            )
    return faults


def require_topics(course: Course, topics: Iterable[str]) -> None:
    """Raises InputError for a topic that has no source."""
    for topic in topics:
        if not (course.root / "solutions" / f"{topic}.py").is_file():
            raise InputError(f"solutions/{topic}.py is not there, but course.toml lists the topic")
