"""Each rule of `verify` catches a copy of the small course that breaks it, and says where; the small course itself breaks none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest

from grader.answers import read_answers
from grader.build import Built, build_topic, expected_files
from grader.course import Course, read_course
from grader.errors import Fault, InputError, SourceFaults
from grader.forgers import forged_answers, forged_observations
from grader.language import parse_cell
from grader.launch import Launch
from grader.leaks import leaks, notebook_texts, secrets
from grader.parallel import Pool
from grader.sandbox import walled
from grader.tests.broken import SOURCE, edit, line_of, small_copy
from grader.tests.small_class import SMALL, TOPIC
from grader.verify import notebook_faults, require_topics, verify_topic
from grader.worker.plain import decode, encode

ANSWERS = Path("solutions/answers/q90")
ON_THE_OBJECT, RIGHT = ANSWERS / "wrong_counts_on_the_object.py", ANSWERS / "right_with_a_list.py"
SOLUTION = "issued = 0\n\ndef __init__(self, holder):\n    self.holder = holder\n    Ticket.issued += 1"


@pytest.fixture(scope="module")
def launch() -> Iterator[Launch]:
    with walled(required=False) as found:
        yield found


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return small_copy(tmp_path / "course")


def verified(course: Course, launch: Launch) -> list[tuple[str, int, str]]:
    """(path, line, message) of every fault of the small topic."""
    with Pool(2) as pool:
        faults = verify_topic(read_course(course.root), TOPIC, pool, launch, lambda _text: None)
    assert faults == sorted(set(faults))
    return [(fault.path.as_posix(), fault.line, fault.message) for fault in faults]


def assert_found(faults: list[tuple[str, int, str]], path: Path, line: int, said: str) -> None:
    assert any(fault[:2] == (path.as_posix(), line) and said in fault[2] for fault in faults), (line, said, faults)


def budget(course: Course, seconds: float) -> None:
    with (course.root / "solutions/course.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n[seconds]\n90_small = {seconds}\n")


def test_the_small_course_has_no_faults(course: Course, launch: Launch) -> None:
    assert verified(course, launch) == []


def test_faults_of_form_come_before_anything_is_run(course: Course) -> None:
    edit(course, "# # Count tickets", "# ## Count tickets")

    def none() -> None:
        raise AssertionError("a worker was started")

    said: list[str] = []
    with Pool(1) as pool:
        faults = verify_topic(course, TOPIC, pool, none, said.append)  # type: ignore[arg-type]
    assert faults == [Fault(SOURCE, 7, "headings differ between the languages: zh has #, en has ##")]
    assert said == ["90_small: form"]


def test_a_wrong_reference_and_a_check_that_the_stub_passes(course: Course, launch: Launch) -> None:
    """Also: the solution can be read in a lesson, and the notebook does not run to its end."""
    edit(course, "        Ticket.issued += 1\n", "        Ticket.issued += 2\n")
    edit(course, "holders = [Ticket(name).holder for name in NAMES]", "holders = list(NAMES)")
    shown = SOLUTION.replace("+= 1", "+= 2").replace("\n", "\n# ")
    edit(course, "# # 数票\n", f"# # 数票\n# ```python\n# {shown}\n# ```\n")
    edit(course, "# # Count tickets\n", f"# # Count tickets\n# ```python\n# {shown}\n# ```\n")
    faults = verified(course, launch)
    for lang in ("zh", "en"):
        message = f"q90-check-2 ({lang}): the reference answer gets `fail`. "
        assert_found(faults, SOURCE, line_of(course, "# zh: 每张票都被计数"), message)
        message = f"q90-check-1 ({lang}): a stub with a pass below it gets `pass`."
        assert_found(faults, SOURCE, line_of(course, "# zh: 持有人属于对象"), message)
        message = f"{lang}: a solution of q90-answer: 'issued = 0' can be read in the learner's notebook"
        assert_found(faults, SOURCE, line_of(course, "# # Count tickets"), message)
        assert_found(faults, SOURCE, line_of(course, "# zh: 每张票都被计数"), f"{lang}: the cell q90-check-2 stopped with AssertionError")
    assert not any("wrong answer" in message for _, _, message in faults), "where the reference fails, other answers prove nothing"


def test_other_answers_that_do_not_do_what_they_say(course: Course, launch: Launch) -> None:
    """Too few checks named, too many, one that does not exist; a right answer refused; a hidden check without its wrong answer; slow lesson."""
    (course.root / ANSWERS / "wrong_counts_per_class.py").unlink()
    edit(course, "fails: q90-check-2 q90-hidden-1", "fails: q90-check-1, q90-check-9 q90-hidden-1", ON_THE_OBJECT)
    edit(course, "Ticket.issued + 1", "Ticket.issued + 2", RIGHT)
    edit(course, "made_by_running = ", "import time\n\ntime.sleep(0.6)\nmade_by_running = ")
    budget(course, 0.5)
    faults = verified(course, launch)
    assert_found(faults, ON_THE_OBJECT, 1, "the answer fails q90-check-2, which it does not name: `fail`")
    assert_found(faults, ON_THE_OBJECT, 1, "passes q90-check-1, which it names")
    assert_found(faults, ON_THE_OBJECT, 1, "names a check that does not exist: q90-check-9")
    assert_found(faults, RIGHT, 1, "a right answer fails q90-check-2: `fail`")
    assert_found(faults, SOURCE, line_of(course, "# zh: 子类的票"), "q90-hidden-1: no wrong answer that passes all visible checks fails it")
    for lang in ("zh", "en"):
        assert any(message.startswith(f"{lang}: the notebook took ") and "its budget is 0.5 s" in message for _, _, message in faults), (
            faults
        )
    assert len(faults) == 8, faults


def test_checks_that_can_be_guessed(course: Course, launch: Launch) -> None:
    """One lone boolean; what every answer passes. Also: no other answers at all; a lesson that fails in one language and hangs in the other."""
    for path in (course.root / ANSWERS).glob("*.py"):
        path.unlink()
    edit(course, "holders = [Ticket(name).holder for name in NAMES]", "holders = [Ticket(name).holder for name in NAMES] == NAMES")
    edit(course, "assert holders == NAMES", "assert holders")
    edit(course, "counted = Ticket.issued - before", "counted = type(Ticket).__name__")
    edit(course, "assert counted == 2", 'assert counted == "type"')
    edit(course, "made_by_running = ", "import time\n\nT(1 / 0, time.sleep(60))\nmade_by_running = ")
    budget(course, 1)
    faults = verified(course, launch)
    first, second = line_of(course, "# zh: 持有人属于对象"), line_of(course, "# zh: 每张票都被计数")
    assert_found(faults, SOURCE, first, "q90-check-1 is passed by a process that reports True for everything")
    assert_found(faults, SOURCE, second, "q90-check-2 is passed by an answer that returns True from everything")
    assert_found(faults, SOURCE, second, "q90-check-2 is passed by an answer that returns its first argument from everything")
    assert_found(
        faults, SOURCE, line_of(course, "class Ticket:"), "no other answers in solutions/answers/q90/; add wrong_ and right_ files"
    )
    lesson = line_of(course, "import math")
    assert_found(faults, SOURCE, lesson, "zh: the cell lesson-code-1 stopped with ZeroDivisionError: division by zero")
    assert_found(faults, SOURCE, lesson, "en: the cell lesson-code-1 did not come back within 1 s")


# (name of the file, its text, what is said)
BROKEN_ANSWERS = [
    ("other_name.py", '"""\nzh: 甲\nen: a\n"""\n', "the name of an answer begins with right_ or wrong_"),
    ("right_without_docstring.py", "x = 1\n", "an answer begins with a docstring"),
    ("right_without_chinese.py", '"""\nen: a\n"""\n', "the docstring needs a line `zh: …` and a line `en: …`"),
    ("right_with_fails.py", '"""\nzh: 甲\nen: a\nfails: q90-check-1\n"""\n', "a wrong answer has a line `fails: <check ids>`, a right one has none"),
    ("wrong_without_fails.py", '"""\nzh: 甲\nen: a\n"""\n', "a wrong answer has a line `fails: <check ids>`, a right one has none"),
    ("wrong_with_empty_fails.py", '"""\nzh: 甲\nen: a\nfails:\n"""\n', "a wrong answer has a line `fails: <check ids>`, a right one has none"),
    ("wrong_in_latin_1.py", b'"""\nzh: x\nen: caf\xe9\nfails: q90-check-1\n"""\n', "is not UTF-8 text"),
]  # fmt: skip


def test_answer_files_that_break_the_form_are_named_all_at_once(course: Course) -> None:
    for name, text, _ in BROKEN_ANSWERS:
        (course.root / ANSWERS / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(SourceFaults) as caught:
        read_answers(course, "q90")
    assert len(caught.value.faults) == len(BROKEN_ANSWERS) == 7
    found = {fault.path.name: (fault.line, fault.message) for fault in caught.value.faults}
    for name, _, said in BROKEN_ANSWERS:
        assert found[name][0] == 1 and said in found[name][1], found[name]


def test_an_answer_may_be_no_python_and_have_several_cells(course: Course) -> None:
    (course.root / ANSWERS / "wrong_syntax.py").write_text('"""\nzh: 甲\nen: a\nfails: q90-check-1\n"""\n# %%\ndef f(:\n\n# %%\nx = 1\n')
    answer = next(one for one in read_answers(course, "q90") if one.name == "wrong_syntax")
    assert (answer.cells, answer.right, answer.fails) == (("def f(:", "x = 1"), False, {"q90-check-1"})


@pytest.fixture(scope="module")
def small() -> Built:
    return build_topic(read_course(SMALL), TOPIC)["zh"]


def leaking(small: Built, place: str, text: str) -> Built:
    """The small notebook with a text where it does not belong."""
    notebook = nbformat.from_dict(small.release)
    cell = next(cell for cell in notebook.cells if cell.id == "lesson-code-1")
    if place == "text":
        cell.source += "\n" + text
    elif place == "cell's metadata":
        cell.metadata["kept"] = {"for": ["us", text]}
    elif place == "name of an attachment":
        cell["attachments"] = {text: {}}
    elif place == "output":
        cell.outputs = [nbformat.v4.new_output("stream", text=text)]
    else:
        notebook.metadata["kept"] = text
    return Built(small.topic, small.lang, small.instructor, notebook)


@pytest.mark.parametrize("place", ["text", "cell's metadata", "name of an attachment", "output", "notebook's metadata"])
@pytest.mark.parametrize(
    ("secret", "what"),
    [
        (SOLUTION, "a solution of q90-answer"),
        ("在类对象里。\n\n- [ ] 存在类里\n- [ ] 每个实例都能读到", "a solution of q90-words"),
        ('at_first = Ticket.issued\nvips = [Vip("Cy"), Vip("Di"), Ticket("Ed")]\nrisen = Ticket.issued - at_first', "a hidden check of q90-hidden-1"),
        ("class Wrong:\n    def one(self):\n        a = 1\n        b = 2\n        return a + b * 1000", "a wrong answer"),
    ],
    ids=["solution", "model answer", "hidden check", "wrong answer"],
)  # fmt: skip
def test_secrets_are_found_wherever_they_stand(small: Built, place: str, secret: str, what: str) -> None:
    wrong = "class Wrong:\n    def one(self):\n        a = 1\n        b = 2\n        return a + b * 1000\n"
    hidden = secrets(small, [wrong])
    assert list(leaks(hidden, notebook_texts(small))) == []
    (found,) = leaks(hidden, notebook_texts(leaking(small, place, secret)))
    assert found[0] == ("notebook" if place == "notebook's metadata" else "lesson-code-1")
    assert found[1].startswith(f"{what}: ")


EXPECTED = "a value that a hidden check of q90-hidden-1 expects: [3, 7, 8, 9]"


def test_secrets_are_found_in_messages_and_files(course: Course, launch: Launch) -> None:
    """The message of a visible check tells what a hidden one expects; a file that is handed out holds the solution."""
    edit(course, "assert risen == 3,", "risen = [risen, 7, 8, 9]\n\nassert risen == [3, 7, 8, 9],")
    edit(course, "2 tickets were made, the count rose by {counted}", "the count rose by {counted}; the other check wants [3,7, 8,9]")
    files = course.root / "solutions/files" / TOPIC
    files.mkdir(parents=True)
    (files / "helper.py").write_text(SOLUTION + "\n", encoding="utf-8")
    faults = verified(course, launch)
    assert_found(faults, SOURCE, line_of(course, "# zh: 每张票都被计数"), f"en: {EXPECTED} can be read in the learner's notebook")
    for lang in ("zh", "en"):
        said = f"{lang}: a solution of q90-answer: 'issued = 0' can be read in a file that is handed out"
        assert_found(faults, Path("solutions/files") / TOPIC / "helper.py", 1, said)


def test_secrets_are_found_in_feedback(course: Course, launch: Launch) -> None:
    """The value stands nowhere as it is: the message makes it, for the answer that fails."""
    edit(course, "assert risen == 3,", "risen = [risen, 7, 8, 9]\n\nassert risen == [3, 7, 8, 9],")
    edit(
        course,
        "2 tickets were made, the count rose by {counted}",
        "the count rose by {counted}; the other check wants {[3, *range(7, 10)]}",
    )
    said = f"en: {EXPECTED} can be read in this answer's feedback, under q90-check-2"
    assert verified(course, launch) == [(ON_THE_OBJECT.as_posix(), 1, said)]


def test_stale_notebooks_are_faults(course: Course) -> None:
    missing = notebook_faults(course, [TOPIC])
    assert [str(fault) for fault in missing] == [
        f"notebooks/{lang}/{TOPIC}/{TOPIC}.ipynb:1: is missing; run `python -m grader build`" for lang in ("en", "zh")
    ]
    for path, content in expected_files(course, [TOPIC]).items():
        path.parent.mkdir(parents=True)
        path.write_bytes(content)
    assert notebook_faults(course, [TOPIC]) == []
    course.notebook(TOPIC, "zh").write_bytes(b"{}")
    (course.root / "notebooks/en/stray.txt").write_text("")
    assert sorted(str(fault) for fault in notebook_faults(course, [TOPIC])) == [
        "notebooks/en/stray.txt:1: no source makes this file; run `python -m grader build`",
        f"notebooks/zh/{TOPIC}/{TOPIC}.ipynb:1: is not what the source makes now; run `python -m grader build`",
    ]


def test_a_topic_without_source_is_named(course: Course) -> None:
    with pytest.raises(InputError, match=r"solutions/91_more\.py is not there, but course\.toml lists the topic"):
        require_topics(course, [TOPIC, "91_more"])


def test_forged_observations_keep_the_shape_and_nothing_else() -> None:
    reference = {"a": encode([3, {"k": (2.5,)}]), "b": encode("x")}
    elsewhere = [{"b": encode("seen"), "c": encode([7, 7, 8])}]
    forged = [
        {name: decode(tree) for name, tree in one.items()}
        for _, one in forged_observations(reference, parse_cell("a = f([5, 6], 'in')"), elsewhere)
    ]
    for wanted in (
        {"a": True, "b": True},
        {"a": [0, {"k": (0,)}], "b": 0},
        {"a": [None, {"k": (None,)}], "b": None},
        {"a": "in", "b": "in"},
        {"a": [5, 6], "b": "in"},
        {"a": [7, 7, 8], "b": "seen"},
        {"a": None, "b": "seen"},
        {"a": [7, {"k": (None,)}], "b": "seen"},
        {"a": [8, {"k": (None,)}], "b": "seen"},
        {"a": [1, {"k": (1.0,)}], "b": ""},
    ):
        assert wanted in forged, wanted
    assert {"a": [3, {"k": (2.5,)}], "b": "x"} not in forged


def test_forged_answers_return_constants_or_their_arguments() -> None:
    code = "LIMIT = 3\n\nclass A:\n    size = 2\n\n    def __init__(self, x):\n        self.x = x\n\n    async def get(self, y, z):\n        return y + 1"
    forged = dict(forged_answers((code, "%%writefile shop.py\ndef f(x):\n    return x * 2")))
    assert len(forged) == 11
    assert forged["returns 0 from everything"][0].splitlines()[0] == "LIMIT = 0"
    assert "return 0" in forged["returns 0 from everything"][0] and "size = 2" in forged["returns 0 from everything"][0]
    echo = forged["returns its first argument from everything"]
    assert "return y" in echo[0] and "LIMIT = None" in echo[0] and echo[1] == "%%writefile shop.py\ndef f(x):\n    return x"
    for what, returned in (("last argument", "return z"), ("object", "return self"), ("arguments as a list", "return [y, z]")):
        assert returned in forged[f"returns its {what} from everything"][0]
