"""What runs in the processes that the checks of Q21 watch. It imports little: every process of spawn imports it."""

import contextlib
import mmap
import os
import sys
import time

LINGER_SECONDS = 5.0  # that a process waits for somebody to ask for its end


class Errand:
    """What a watched process runs: what it was made for, or nothing; and then, where it ``lingers``, it waits until its end is asked for, or the call is over.

    With a gate, it begins when that file is there.
    """

    def __init__(self, process, asked, together, nothing, of_manager, gate, lingers):
        self.told, self.of_manager, self._lingers = False, of_manager, lingers
        self._gate = None if of_manager else gate
        self._process, self._asked, self._together, self._nothing = process, asked, together, nothing

    def ask(self):
        with contextlib.suppress(OSError):
            self._asked.touch()

    def __call__(self):
        if self._nothing:
            return
        if self._gate is not None:
            _wait_for(self._gate)
        try:
            if self._together is not None:
                self._together.serves() if self.of_manager else self._together.begin()
            type(self._process).run(self._process)
        finally:
            if self._together is not None and not self.of_manager:
                self._together.end()
            if self._lingers:
                _wait_for(self._asked)


def _wait_for(file):
    """Until it is there, or the call that it belongs to is over."""
    deadline = time.monotonic() + LINGER_SECONDS
    while file.parent.exists() and not file.exists() and time.monotonic() < deadline:
        time.sleep(0.002)


class Together:
    """The first two processes that come to the answer's code take each step of it together, so that both have read before one of them writes.

    A step ends before each call and each store. Who waits for the other in vain, since that one stands before a lock, goes on alone.
    Where one ``lags``, that one lets the other go some steps ahead before its first stores, so that what it stores is old by then.
    """

    PARTNER_SECONDS = 5.0  # that the first waits for a second
    BLOCKED_SECONDS = 0.04  # without work: the other one stands before a lock
    LAGGING_SECONDS = 0.25  # the same for the one that lags, who must not be misled by a busy machine
    STEPS, ALONE, LAGS, LAG = 150, 6, 2, 12
    _PLACE, _PID, _OFF, _ALONE, _LAGGING, _MANAGER, _NUMBERS = (0, 1), (2, 3), 4, 5, 6, 7, 8  # of the numbers that both see
    _ENDED = 2**62

    def __init__(self, folder, lags=False):
        self._folder, self._lags = folder, self.LAGS if lags else 0
        (folder / "numbers").write_bytes(bytes(8 * self._NUMBERS))
        self._me = None

    def give_up(self):
        self._numbers()[self._OFF] = 1

    def serves(self):
        """This process is a manager's."""
        self._numbers()[self._MANAGER] = os.getpid()

    def begin(self):
        self._seen, self._codes = self._numbers(), {}
        sys._getframe().f_trace_opcodes = True  # without it 3.12 would not show a frame its instructions
        sys.settrace(self._trace)

    def end(self):
        sys.settrace(None)
        if self._me is not None:
            self._seen[self._PLACE[self._me]] = self._ENDED

    def _numbers(self):
        with (self._folder / "numbers").open("r+b") as file:
            return memoryview(mmap.mmap(file.fileno(), 8 * self._NUMBERS)).cast("q")

    def _trace(self, frame, event, arg):
        if frame.f_globals.get("__name__") not in ("ipc_workers", "__main__", "__mp_main__"):
            return None
        if self._me is None and not self._take_a_place():
            sys.settrace(None)
            return None
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        return self._instruction

    def _instruction(self, frame, event, arg):
        if event == "opcode" and (what := self._ends_of_steps(frame.f_code).get(frame.f_lasti)) and not self._step(what.startswith("STORE")):
            sys.settrace(None)
            return None
        return self._instruction

    def _ends_of_steps(self, code):
        if code not in self._codes:
            import dis

            instructions = dis.get_instructions(code)
            ends = ("CALL", "STORE_ATTR", "STORE_SUBSCR", "STORE_SLICE")
            self._codes[code] = {one.offset: one.opname for one in instructions if one.opname.startswith(ends)}
        return self._codes[code]

    def _step(self, stores):
        """One step together with the other process. False when there are no more."""
        numbers, other = self._seen, 1 - self._me
        numbers[self._PLACE[self._me]] += 1
        if self._lags and stores and self._me == 1:
            self._lags -= 1
            numbers[self._LAGGING] = 1
            self._wait_for(other, numbers[self._PLACE[1]] + self.LAG, self.LAGGING_SECONDS)
            numbers[self._PLACE[1]] = max(numbers[self._PLACE[1]], min(numbers[self._PLACE[0]], self.STEPS))
            numbers[self._LAGGING] = 0
        else:
            self._wait_for(other, numbers[self._PLACE[self._me]], self.BLOCKED_SECONDS)
        return not numbers[self._OFF] and numbers[self._PLACE[self._me]] < self.STEPS

    def _wait_for(self, other, wanted, patience):
        """Until the other process has come to the step that is ``wanted``, or stands before a lock, or lags."""
        numbers, place = self._seen, self._PLACE[other]
        seen, began, rest = numbers[place], time.monotonic(), Rest()
        while not numbers[self._OFF] and numbers[place] < wanted and not (other == 1 and numbers[self._LAGGING]):
            pids = [pid for pid in (numbers[self._PID[other]], numbers[self._MANAGER]) if pid]
            if numbers[place] > seen:
                seen, began = numbers[place], time.monotonic()
            if not numbers[self._PID[other]]:
                numbers[self._OFF] = time.monotonic() - began > self.PARTNER_SECONDS
            elif rest.lasts(patience, map(process_clock, pids)) or time.monotonic() - began > 10 * patience:
                numbers[self._ALONE] += 1
                numbers[self._OFF] = numbers[self._ALONE] > self.ALONE
                break
            time.sleep(0.0005)

    def _take_a_place(self):
        for place in (0, 1):
            with contextlib.suppress(OSError):
                (self._folder / f"place-{place}").open("x").close()
                self._me = place
                self._seen[self._PID[place]] = os.getpid()
                return True
        return False


class Rest:
    """Tells from their clocks of processor time whether processes and threads have nothing to do. Where the system has no such clocks they always have."""

    NOTHING = 0.002  # seconds: waking up to look, and waiting on

    def __init__(self):
        self._used, self._since, self._looks = {}, time.monotonic(), 0

    def lasts(self, seconds, clocks):
        """Whether they have done next to nothing for so long."""
        if sys.platform != "linux":
            return False
        used = {clock: _seconds(clock) for clock in clocks}
        if any(clock not in self._used or now - self._used[clock] > self.NOTHING for clock, now in used.items()):
            self._used, self._since, self._looks = used, time.monotonic(), 0
        self._looks += 1  # who looks less often than it would is short of processor time itself
        return time.monotonic() - self._since > seconds and self._looks > 40 * seconds


def process_clock(pid):
    """What clock_getcpuclockid(3) of Linux gives."""
    return ~pid << 3 | 2


def thread_clock(native_id):
    """The same for a thread of this process, one that has ended too, which pthread_getcpuclockid(3) must not be asked about."""
    return ~native_id << 3 | 6


def _seconds(clock):
    try:
        return time.clock_gettime(clock)
    except OSError:  # it has ended
        return 0.0
