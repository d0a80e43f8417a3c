"""Two or three bookings, over and over, stopped at every step in turn."""

from __future__ import annotations

from collections import Counter

from lab_office import Office
from lab_stage import MAX_STEPS, WRITE_STEPS, Step
from lab_threads import wait_until
from lab_wire import Pending

MAX_ROUNDS = 2 * MAX_STEPS  # an answer may have a thread for each attraction, and a submission 256 in all
QUEUE_ROUNDS = 8  # kept for the rounds with three bookings
NOTHING = "-"  # a question that comes to nothing: when it is answered, the one before it is over and done with



Round = dict[str, object]


def interleave(classes: tuple[type, type], tickets: dict[str, int], first: str, second: str, visitors: list[str]) -> list[Round]:
    """Two bookings, over and over: the first is stopped at one of its steps until the second is through or waits, then goes on.

    ``classes``: the answer's server and client. The texts hold ``{n}``, the number of the round: each round has attractions and visitors of its own. The number is left out
    of what comes back. A round: ``stopped`` (where), ``replies`` (first, second), ``left`` (what a query then says, per attraction), ``files`` (what the ticket files
    then hold) and ``lines`` (per visitor).
    """
    with _Rounds(classes, tickets, [first, second], visitors) as rounds:
        rounds.play_all(rounds.rehearse())
        return rounds.result()


def interleave_more(classes: tuple[type, type], tickets: dict[str, int], bookings: list[str], visitors: list[str]) -> list[Round]:
    """As ``interleave`` with the first two of three bookings; then rounds in which two of them are stopped.

    First the second booking is stopped too, where it makes others wait, while the first goes on till it is through or waits. Then the second waits for the
    first, is stopped in its turn where it makes others wait, and the third comes.
    """
    with _Rounds(classes, tickets, bookings, visitors) as rounds:
        steps = rounds.rehearse()
        waited = rounds.play_all(steps)
        rounds.play_pairs(steps, waited)
        rounds.play_queue(steps, waited)
        return rounds.result()


class _Rounds:
    """An office with a client for each booking, and attractions enough for every round."""

    def __init__(self, classes: tuple[type, type], tickets: dict[str, int], bookings: list[str], visitors: list[str]) -> None:
        self._tickets, self._bookings, self._visitors = tickets, bookings, visitors
        everything = {_named(name, n): left for n in range(MAX_ROUNDS) for name, left in tickets.items()}
        self._office = Office(*classes, everything)
        self._played: list[Round] = []

    def __enter__(self) -> _Rounds:
        self._office.__enter__()
        self._desks = [self._office.desk() for _ in self._bookings]
        return self

    def __exit__(self, *details: object) -> None:
        self._office.__exit__(*details)

    def rehearse(self) -> list[tuple[Step, str]]:
        """The steps of the first booking, when nobody else is there. An empty list where it gets no reply."""
        other = _named(next(iter(self._tickets)), MAX_ROUNDS - 1)  # what is asked for here has been seen by the server before: no round's attraction
        self._office.wait(*[desk.send(other) for desk in self._desks])
        self._office.stage.record()
        booked, _ = self._office.wait(self._book(0, 0), self._desks[0].send(NOTHING))
        steps = self._office.stage.recorded()
        if not booked or booked.startswith("("):
            self._played.append({"n": 0, "stopped": "-", "stood": False, "replies": [booked, "(not asked)"], "left": []})
            return []
        return steps

    def play_all(self, steps: list[tuple[Step, str]]) -> list[bool]:
        """A round for each step; for each, whether the second booking had to wait. Ends with the first round in which a client lost its server."""
        waited = []
        for step in steps:
            if self._broken() or self._left() <= QUEUE_ROUNDS:
                break
            waited.append(not self._play(step, None))
        return waited

    def play_pairs(self, steps: list[tuple[Step, str]], waited: list[bool]) -> None:
        """Rounds in which the second booking is stopped where it makes others wait. Where the first one overtakes it there, every such place is tried."""
        inside = [step for step, other_waited in zip(steps, waited, strict=False) if other_waited]
        if not inside:
            return
        writes = [number for number, (step, _) in enumerate(steps) if step[0] in WRITE_STEPS]
        early = steps[: writes[0]] if writes else steps
        outside = [step for step, other_waited in zip(early, waited, strict=False) if not other_waited]
        samples = inside[len(inside) // 3], inside[2 * len(inside) // 3]
        for step in outside:
            if any([self._pair(step, other) for other in samples]):
                for other in inside:
                    self._pair(step, other)

    def play_queue(self, steps: list[tuple[Step, str]], waited: list[bool]) -> None:
        """Rounds with three bookings, the first one stopped in the middle of where it makes others wait, the second one all over there."""
        inside = [step for step, other_waited in zip(steps, waited, strict=False) if other_waited]
        for other in inside[:: max(1, len(inside) // 6)]:
            if not self._broken() and self._left():
                self._queue(inside[len(inside) // 2], other)

    def _pair(self, step: tuple[Step, str], other: tuple[Step, str]) -> bool:
        return self._left() > QUEUE_ROUNDS and not self._broken() and self._play(step, other)

    def _left(self) -> int:
        """How many rounds still have attractions of their own; the last attraction is the rehearsal's, the first nobody's."""
        return MAX_ROUNDS - 2 - len(self._played)

    def _broken(self) -> bool:
        """Whether a client of the last round got nothing that could be a reply: it will get nothing more."""
        return bool(self._played) and any(not reply or reply.startswith("(") for reply in self._played[-1]["replies"])

    def _play(self, step: tuple[Step, str], other: tuple[Step, str] | None) -> bool:
        """Whether the booking that was not stopped last came through."""
        office, stage, n = self._office, self._office.stage, len(self._played) + 1
        hold = stage.hold(step[0])
        first, after = self._book(0, n), self._desks[0].send(NOTHING)
        wait_until(lambda: hold.reached.is_set() or after.done, office.patience)
        other_hold = stage.hold(other[0]) if other else None
        second = self._book(1, n)
        through = office.settle(lambda: second.done or (other_hold is not None and other_hold.reached.is_set()))
        stood = hold.reached.is_set() and not first.done
        hold.release()
        if other_hold is not None:
            through = office.settle(lambda: first.done) and other_hold.reached.is_set()
            other_hold.release()
        self._note(n, step[1] if other is None else f"{step[1]} / {other[1]}", office.wait(first, second), stood)
        office.wait(after)
        return through

    def _queue(self, step: tuple[Step, str], other: tuple[Step, str]) -> None:
        office, stage, n = self._office, self._office.stage, len(self._played) + 1
        hold = stage.hold(step[0])
        first, after = self._book(0, n), self._desks[0].send(NOTHING)
        wait_until(lambda: hold.reached.is_set() or after.done, office.patience)
        second = self._book(1, n)
        office.settle(lambda: second.done)
        other_hold = stage.hold((other[0][0], 1), hold.thread)
        stood = hold.reached.is_set() and not first.done
        hold.release()
        office.settle(lambda: second.done or other_hold.reached.is_set())
        third = self._book(2, n)
        office.settle(lambda: third.done)
        other_hold.release()
        self._note(n, f"{step[1]} / {other[1]}", office.wait(first, second, third), stood)
        office.wait(after)

    def _book(self, who: int, n: int) -> Pending:
        return self._desks[who].send(_named(self._bookings[who], n))

    def _note(self, n: int, stopped: str, replies: list[str], stood: bool) -> None:
        left = self._office.wait(*[self._desks[1].send(_named(name, n)) for name in self._tickets])
        self._played.append({"n": n, "stopped": stopped, "stood": stood, "replies": replies, "left": left})

    def result(self) -> list[Round]:
        """What was seen in each round, with what the files hold now that the server has stopped."""
        self._office.stop()
        files = self._office.files()
        for one in self._played:
            n = int(one.pop("n"))
            one["files"] = [files.get(f"tickets/{_named(name, n)}.txt", "(missing)") for name in self._tickets]
            one["lines"] = [files.get(f"users/{_named(visitor, n)}.txt", "").splitlines() for visitor in self._visitors]
            for key in ("replies", "left", "lines"):
                one[key] = self._without_number(one[key], n)
        return self._played

    def _without_number(self, value, n: int):
        if isinstance(value, list):
            return [self._without_number(item, n) for item in value]
        for name in self._tickets:
            value = value.replace(_named(name, n), name.format(n=""))
        return value


def _named(template: str, n: int) -> str:
    return template.format(n=f"{n:03d}")


def tell(rounds: list[Round]) -> str:
    """The different outcomes of the rounds, the rarest first, each with the first place where it happened; ``-`` where there was none."""
    count: Counter[str] = Counter()
    place: dict[str, str] = {}
    for one in rounds:
        outcome = f"{one['replies']} → {one['left']}, {one['files']}, {one['lines']}"
        count[outcome] += 1
        place.setdefault(outcome, str(one["stopped"]))
    rarest_first = sorted(count.items(), key=lambda item: item[1])
    return " | ".join(f"{times}x {outcome} @ `{place[outcome]}`" for outcome, times in rarest_first[:4]) or "-"
