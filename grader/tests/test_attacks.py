"""No attack gains a mark, learns a secret, changes or leaves anything, reaches a peer or harms the honest work graded after it; without the walls they do."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from grader import engine
from grader.answers import reference, submission
from grader.build import build_topic
from grader.check import CheckCode, split_check
from grader.course import read_course
from grader.judge import Verdict
from grader.launch import ColdProcess, Launch
from grader.outcome import Outcome
from grader.sandbox import NoSandboxError, sandbox
from grader.tests.attacks.suite import INPUT, PLACE, TOPIC, Attack, Report, attacks, run, table
from grader.tests.small_class import assignment, filled

pytestmark = pytest.mark.skipif(os.name == "nt", reason="only on POSIX")
ATTACKS = attacks()


@pytest.fixture(scope="module")
def walled() -> Iterator[Launch]:
    try:
        with sandbox() as parent:
            yield parent.start
    except NoSandboxError as error:
        pytest.skip(f"only on machines that can make the sandbox: {error}")


@pytest.fixture(scope="module")
def report(walled: Launch, tmp_path_factory: pytest.TempPathFactory) -> Report:
    return run(ATTACKS, walled, tmp_path_factory.mktemp("class"))


def named(*names: str) -> list[Attack]:
    found = [attack for attack in ATTACKS if f"{attack.kind}/{attack.name}" in names]
    assert len(found) == len(names)
    return found


def test_every_class_of_attacks_is_there() -> None:
    kinds = {attack.kind for attack in ATTACKS}
    assert kinds == {"output", "asserts", "equal", "reading", "tampering", "network", "alive", "observations", "structure", "folder"}
    assert len(ATTACKS) >= 210


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: f"{attack.kind}-{attack.name}")
def test_an_attack_gets_nothing_and_harms_nobody(attack: Attack, report: Report) -> None:
    found = report.found[f"{attack.kind}/{attack.name}"]
    assert (found.marks, found.leaks, found.harmed) == (0, (), False), found
    if attack.says.get("own") != "any" and attack.kind != "folder":
        assert not found.own_loss, "it cost the attacker another question"
    if "q93" in attack.says:
        assert found.outcomes[0] in attack.says["q93"].split()
    assert Outcome.GRADER_FAULT not in found.outcomes


def test_nothing_is_changed_reached_or_left_behind(report: Report) -> None:
    assert (report.tampered, report.connections, report.left) == ([], [], [])


# ---- the same attacks without the walls: they work, so the suite proves something


def test_without_walls_secrets_leak_peers_are_reached_and_others_are_harmed(tmp_path: Path) -> None:
    reading = ("other_submission", "solutions", "instructors_notebook", "gradebook_by_path", "home")
    network = ("hosts_loopback", "udp", "unix_socket", "abstract_socket", "child_process")
    listed = named(*(f"reading/{name}" for name in reading), *(f"network/{name}" for name in network), "tampering/overwrites_others")
    report = run(listed, ColdProcess, tmp_path, jobs=1)
    assert [name for name, found in report.found.items() if found.leaks] == sorted(f"reading/{name}" for name in reading)
    assert len(report.connections) == 4  # TCP, datagrams and both kinds of Unix sockets
    assert report.tampered
    assert "| reading | 5 | 0 | 5 |" in table(report)


def test_asserts_beside_the_answer_would_be_cheated(walled: Launch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in stock nbgrader: the whole check runs in the learner's process, and what raises nothing has passed."""

    def whole(code: str) -> CheckCode:
        return replace(split_check(code), act_code=code, used=frozenset())

    monkeypatch.setattr(engine, "split_check", whole)
    monkeypatch.setattr(engine, "judge", lambda *_args: Verdict(True))
    listed = [attack for attack in ATTACKS if attack.kind in ("asserts", "equal", "output")]
    report = run([attack for attack in listed if "timeout" not in attack.says.get("q93", "")], walled, tmp_path)
    gained = {name for name, found in report.found.items() if found.marks}
    assert len(gained) >= 10, gained
    assert gained >= {"equal/equal_list", "equal/equal_object", "asserts/strips_asserts_by_transformer", "asserts/all_asserts_true"}


def test_a_visible_check_with_hidden_data_would_tell_them(walled: Launch) -> None:
    """What a hidden check prints is thrown away; if it were not, its inputs would be in the feedback."""
    course = read_course(PLACE)
    built = build_topic(course, TOPIC)["en"]
    told = filled(build_topic(course, TOPIC)["en"].release, {"q93-answer": "def code(words):\n    print(words)"})
    target = assignment(course, TOPIC)
    assert INPUT not in str(engine.grade(told, target, launch=walled).outputs)
    visible = tuple(replace(cell, role="check") if cell.role == "hidden" else cell for cell in target.cells)
    told = filled(built.release, {"q93-answer": "def code(words):\n    print(words)"})
    assert INPUT in str(engine.grade(told, replace(target, cells=visible), launch=walled).outputs)


def test_a_submission_may_take_as_long_as_its_cells_together(walled: Launch, monkeypatch: pytest.MonkeyPatch) -> None:
    course = read_course(PLACE)
    built = build_topic(course, TOPIC)["en"]
    target = assignment(course, TOPIC)
    assert engine.seconds_allowed(target) == 2 * engine.ANSWER_SECONDS + 5 * 2
    honest = submission(built.release, reference(built))
    slow = honest.replace(b"def add(a, b):", b"import time\\ntime.sleep(0.4)\\ndef add(a, b):")
    assert slow != honest
    monkeypatch.setattr(engine, "seconds_allowed", lambda _assignment: 0.2)
    cut = engine.grade(slow, target, launch=walled)
    assert [check.outcome for check in cut.checks] == [Outcome.PASS] + [Outcome.TIMEOUT] * 4
    assert all("The whole submission ran for more than 0.2 seconds" in check.message for check in cut.checks[1:])
    assert engine.grade(honest, target, launch=walled).points == 6  # the next one has all its time
    monkeypatch.setattr(engine, "seconds_allowed", lambda _assignment: float("inf"))
    assert engine.grade(slow, target, launch=walled).points == 6
