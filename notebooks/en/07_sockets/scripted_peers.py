"""The other ends of the line: peers that play a script, for the checks of Q17, Q18 and Q24.

They know nothing of what is right. A check has something happen, gets plain data back, and judges that data in its own asserts. Everything has a deadline;
what does not come in time is reported as a text in brackets, such as ``(still waiting)``. Everything is closed at the end, also when an answer hangs.

``Line``    one TCP connection: the answer has one end, a script plays the other
``Serving`` an answer's ``serve(listener, stop)`` in a thread, and its clients
``Hosted``  a server of the framework in a thread, and its clients
"""

import contextlib
import ctypes
import errno
import functools
import gc
import os
import random
import select
import socket
import struct
import sys
import threading
import time
import tracemalloc
import weakref

now = time.monotonic  # as it is; a check may put the clocks forward
PATIENCE = 5.0  # seconds; for the clients of a server that has ended, or has let one of them wait, IMPATIENCE
IMPATIENCE = 0.05
WARY = 20.0  # seconds after a call that did not come back; until then the next ones get one second
LOOKING = 1.0  # seconds within which a server looks at its `stop` event
SMALL, TINY = 32768, 4096  # bytes in a buffer of the system, which takes a little more
SLEEPING = 2.7  # seconds that we wait for such a look before `stop` is set all the same
STOPPING = 3.0  # seconds that a server gets to stop: it should take one, on a busy machine perhaps more
_AT_ONCE = getattr(socket, "MSG_DONTWAIT", 0)
_AT_ONCE_RESET = struct.pack("hh" if os.name == "nt" else "ii", 1, 0)


class Clock:
    """All clocks of `time` go on from here, and can be put forward. Who sleeps is not woken."""

    NAMES = ("time", "monotonic", "perf_counter")

    def __init__(self):
        self._ahead = 0
        self._clocks = {name: getattr(time, name) for name in self.NAMES}

    def __enter__(self):
        for name, clock in self._clocks.items():
            setattr(time, name, lambda clock=clock: clock() + self._ahead)
        return self

    def __exit__(self, *error):
        for name, clock in self._clocks.items():
            setattr(time, name, clock)

    def put_forward(self, seconds):
        self._ahead += seconds


def noise(size, seed=1):
    """So many bytes that nobody can guess, the same ones for the same seed."""
    return random.Random(seed).randbytes(size)


def alike(one, other):
    """How many bytes are the same, from the beginning on."""
    if one == other:
        return len(one)
    size = min(len(one), len(other))
    low = 0
    while size:  # halve the range in which the first difference is
        half = (size + 1) // 2
        if one[low : low + half] == other[low : low + half]:
            low += half
            size -= half
        elif half == 1:
            break
        else:
            size = half - 1
    return low


def short(data):
    """Bytes as a short text."""
    return f"{len(data)} bytes" if len(data) > 40 else repr(bytes(data))


def reset(sock):
    """Close so that the other side is told "connection reset"."""
    with contextlib.suppress(OSError):
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE_RESET)
    sock.close()


def connection():
    """Both ends of one TCP connection over 127.0.0.1, blocking."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        near = socket.create_connection(listener.getsockname(), PATIENCE)
        far, _ = listener.accept()
    near.settimeout(None)
    return near, far


def readable(sock):
    """Whether there is something to read, an end or an error included."""
    try:
        return bool(select.select([sock], [], [], 0)[0])
    except (OSError, ValueError):
        return True


def until(condition, seconds):
    """Wait for a condition, so many seconds at most; whether it came."""
    end = now() + seconds
    while not condition():
        if now() > end:
            return False
        time.sleep(0.0005)
    return True


def has_children():
    """Whether this process has child processes; False where the system cannot tell."""
    try:
        os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    except (AttributeError, OSError):
        return False
    return True


def interrupt(thread, wake=lambda: None):
    """End a thread that does not come back: an exception for it, and `wake` for what it waits in."""
    for _ in range(20):
        if not thread.is_alive():
            return
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread.ident or 0), ctypes.py_object(SystemExit))
        with contextlib.suppress(OSError):
            wake()
        thread.join(0.05)


def outcome(func, *args):
    """What a call gives: bytes and None as they are, anything else as a text, an exception as ``raises ValueError``.

    Subclasses of ConnectionError count as ConnectionError, those of ValueError as ValueError; of others the text is reported too.
    """
    try:
        result = func(*args)
    except ConnectionError:
        return "raises ConnectionError"
    except ValueError:
        return "raises ValueError"
    except _ReadsForEver:
        return "(still waiting)"
    except BaseException as error:
        kind = type(error)
        return f"raises {kind.__qualname__ if kind.__module__ == 'builtins' else f'{kind.__module__}.{kind.__qualname__}'}: {error}"
    return result if result is None or type(result) is bytes else f"returns {type(result).__name__} {result!r:.80}"


class _ReadsForEver(BaseException):
    """Breaks into a loop that reads on and on behind the end."""


class Near(socket.socket):
    """An ordinary socket, which loses its temper with whoever reads behind the end a hundred times."""

    _ends = 0
    _pauses = False

    def recv(self, size, *flags):
        data = super().recv(size, *flags)
        self._count_ends(data or not size)
        return data

    def recv_into(self, buffer, *more, **named):
        size = super().recv_into(buffer, *more, **named)
        self._count_ends(size or not len(buffer))
        return size

    def _count_ends(self, something):
        self._ends += not something
        if self._ends > 100:
            raise _ReadsForEver

    def pause(self):
        """The peer has paused for two seconds. Nobody has to wait for that: whoever has set a shorter timeout is told so at once, each time once."""
        self._pauses = not self._pauses
        if self._pauses and 0 < (self.gettimeout() or 0) < 2:
            raise TimeoutError("timed out")


class SmallBites(Near):
    """A socket on which `send` takes 3 bytes at most, then 1,000, 200, 1, and so on, as any socket may."""

    _sends = 0

    def send(self, data, *flags):
        self._sends += 1
        return super().send(memoryview(data).cast("B")[: (1, 3, 1000, 200)[self._sends % 4]], *flags)

    def sendmsg(self, buffers, *more):
        return self.send(b"".join(buffers))


class Crumbs(Near):
    """A socket on which `recv` gives one byte at a time (with flags, as they say), and whose peer pauses before each."""

    def recv(self, size, *flags):
        self.pause()
        return super().recv(size if flags else min(size, 1), *flags)

    def recv_into(self, buffer, nbytes=0, flags=0):
        self.pause()
        size = nbytes or len(memoryview(buffer).cast("B"))
        return super().recv_into(buffer, size if flags else min(size, 1), flags)


class Asking(Near):
    """A socket that lets its peer know when somebody reads and nothing is there. The peer then pauses."""

    def __init__(self, *args):
        super().__init__(*args)
        self.asks = threading.Event()

    def recv(self, size, *flags):
        return self._tell(super().recv, size, *flags)

    def recv_into(self, *args, **named):
        return self._tell(super().recv_into, *args, **named)

    def _tell(self, read, *args, **named):
        waits = not readable(self)
        if waits and self.gettimeout() != 0:
            self.asks.set()
        try:
            if waits:
                self.pause()
            return read(*args, **named)
        finally:
            if waits:
                self.asks.set()


_last_hang = {}


def patience(seconds, func):
    """How many seconds a call of this function gets that should have so many."""
    return 1.0 if now() - _last_hang.get(func, -WARY) < WARY else seconds


def remember(func):
    """This function has let somebody wait too long."""
    _last_hang.clear()
    _last_hang[func] = now()


class Line:
    """One TCP connection. `near` is the end that the answer gets; what the other end does is a script, played in a thread.

    Each call gets so many seconds; ``kind`` is what the near end is.
    """

    def __init__(self, kind=Near, seconds=PATIENCE):
        near, self.far = connection()
        self._seconds = seconds
        self.near = kind(near.family, near.type, near.proto, near.detach())
        self.heard = bytearray()
        self._hung = False
        self._threads = []

    def __enter__(self):
        return self

    def __exit__(self, *error):
        for sock in (self.near, self.far):
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(1)
        self.near.close()
        self.far.close()

    def play(self, *script):
        """Begin to play: each step is a call of one of the methods below."""

        def run():
            for step, *arguments in script:
                try:
                    step(*arguments)
                except OSError:
                    return  # the answer has closed its end

        self._in_thread(run)

    def say(self, data):
        """Send everything at once."""
        self.far.sendall(data)

    def drip(self, data):
        """Send one byte at a time, the next one when the last one was taken, or nobody took it for a tenth of a second."""
        self.far.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for place in range(len(data)):
            self.far.sendall(data[place : place + 1])
            until(lambda: readable(self.near), 0.002)  # it may have come and been taken already
            until(lambda: not readable(self.near), 0.1)

    def answer(self, size, data):
        """Read so many bytes; when somebody waits for it at the near end, which is to be `Asking`, or after a while, send."""
        self.far.settimeout(PATIENCE)
        while size > len(self.heard) and (piece := self.far.recv(size - len(self.heard))):
            self.heard += piece
        self.near.asks.wait(1)
        self.far.sendall(data)

    def hang_up(self):
        """Close in an orderly way."""
        self.far.close()

    def finish(self):
        """Send nothing more, but go on listening."""
        self.far.shutdown(socket.SHUT_WR)

    def break_off(self):
        """Reset the connection."""
        reset(self.far)

    def listen(self):
        """Read all there is until the end."""
        self.far.settimeout(PATIENCE)
        while data := self.far.recv(65536):
            self.heard += data

    def call(self, func, *args):
        """The outcome of ``func(near, *args)``, or ``(still waiting)``; after that no more calls are made."""
        if self._hung:
            return "(not called any more)"
        box = []
        thread = self._in_thread(lambda: box.append(outcome(func, self.near, *args)))
        thread.join(patience(self._seconds, func))
        if box:
            return box[0]
        self._hung = True
        remember(func)
        interrupt(thread, lambda: self.near.shutdown(socket.SHUT_RDWR))
        return "(still waiting)"

    def calls(self, func, count):
        """The outcomes of so many calls of ``func(near)``, one after another."""
        return [self.call(func) for _ in range(count)]

    def arrived(self, size):
        """Wait until so many bytes lie in the near end's buffer, or the end of the line is there."""
        with contextlib.suppress(OSError):
            self.near.settimeout(PATIENCE)
            while 0 < len(socket.socket.recv(self.near, size, socket.MSG_PEEK)) < size:
                time.sleep(0.0005)
            self.near.settimeout(None)

    def told(self):
        """Wait until the near end has been told something: data, an end or a reset."""
        until(lambda: readable(self.near), PATIENCE)

    def unread(self, size):
        """What still lies in the near end's buffer, up to so many bytes; a text where nothing comes."""
        try:
            self.near.settimeout(IMPATIENCE)
            return self.near.recv(size)
        except OSError as error:
            return "(the socket was closed)" if self.near.fileno() == -1 else f"({type(error).__name__})"

    def overheard(self):
        """Close the near end; all that the far end has heard."""
        with contextlib.suppress(OSError):
            self.near.shutdown(socket.SHUT_WR)
        for thread in self._threads:
            thread.join(PATIENCE)
        return bytes(self.heard)

    def _in_thread(self, work):
        thread = threading.Thread(target=work, daemon=True)
        self._threads.append(thread)
        thread.start()
        return thread


class _Crowd:
    """Clients of one server. Whoever has waited in vain once shows that the check fails; after that nobody waits long any more."""

    def __init__(self, answer):
        self._answer = answer
        self._patience = patience(PATIENCE, answer)
        self._lost = False
        self._clients = []

    def alive(self):
        """Whether the server still runs."""
        return True

    def patience(self):
        """How many seconds a client waits now. From a server that has ended nothing comes that is not on its way."""
        if self._lost:
            return IMPATIENCE / 10
        return self._patience if self.alive() else 4 * IMPATIENCE

    def rounds(self):
        """How often the server has been round its loop, as far as one can see."""
        return 0

    def _in_vain(self, since):
        """Whether nothing more is to be hoped for, `since` being the time and the rounds when something last came."""
        waited = now() - since[0]
        if waited <= self.patience() and (waited < 1 or self.rounds() < since[1] + 10):
            return False
        self._lost = True
        if self.alive():
            remember(self._answer)
        return True

    def _now(self):
        return now(), self.rounds()

    def client(self, small=False, buffers=SMALL):
        """A connected socket; ``small``: with buffers of that size."""
        sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        self._clients.append(sock)
        if small:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffers)
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, buffers)
        sock.settimeout(PATIENCE)
        with contextlib.suppress(OSError):  # where nobody listens any more, nothing will be heard
            sock.connect(self.address)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return sock

    def hear(self, sock, size):
        """Up to so many bytes from the server: fewer where it ends or resets the connection, or lets us wait."""
        heard, last = bytearray(), self._now()
        sock.setblocking(False)
        while len(heard) < size:
            try:
                data = sock.recv(min(size - len(heard), 65536))
            except BlockingIOError:
                if self._in_vain(last):
                    break
                select.select([sock], [], [], min(IMPATIENCE, self.patience()))
                continue
            except OSError:
                break
            if not data:
                break
            heard += data
            last = self._now()
        return bytes(heard)

    def say(self, sock, data):
        """Send everything, whoever is slow; whether that went well."""
        sent, last = 0, self._now()
        sock.setblocking(False)
        while sent < len(data):
            try:
                sent += sock.send(data[sent : sent + 65536])
                last = self._now()
            except BlockingIOError:
                if self._in_vain(last):
                    return False
                select.select([], [sock], [], min(IMPATIENCE, self.patience()))
            except OSError:
                return False
        return True

    def ask(self, sock, data, size=None):
        """Send and listen at the same time: what comes back, as many bytes as were sent or ``size``."""
        sender = threading.Thread(target=self.say, args=(sock, data), daemon=True)
        if len(data) > 4096:
            sender.start()
        else:
            self.say(sock, data)
        heard = self.hear(sock, len(data) if size is None else size)
        if len(data) > 4096:
            sender.join(PATIENCE)
        return heard

    def sip(self, sock, data, other):
        """Send everything and then finish, while somebody reads a little at a time; another client gets an echo before each sip. What came back."""

        def send():
            self.say(sock, data)
            self.finish(sock)

        sender = threading.Thread(target=send, daemon=True)
        sender.start()
        heard, more = b"", b"more"
        while more and len(heard) < len(data):
            self.ask(other, b"cheers")
            heard += (more := self.hear(sock, min(3000, len(data) - len(heard))))
        sender.join(PATIENCE)
        return heard

    def finish(self, sock):
        """Say that no more comes, and go on listening."""
        with contextlib.suppress(OSError):
            sock.shutdown(socket.SHUT_WR)

    def leave(self):
        """Close all clients."""
        for sock in self._clients:
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
            sock.close()


class Stop(threading.Event):
    """An event that counts how often it was looked at, and can have itself set right after the next look."""

    def __init__(self):
        super().__init__()
        self.looks, self._soon, self.since = 0, False, 0.0

    def is_set(self):
        return self._seen(super().is_set())

    def wait(self, timeout=None):
        return self._seen(super().wait(timeout))

    def set(self):
        """From then on, `since` is the time of the first time."""
        self.since = self.since or now()
        super().set()

    def _seen(self, answer):
        self.looks += 1
        if self._soon:
            self.set()
        return answer

    def set_after_a_look(self):
        """Whoever sleeps until something happens, without a look at `stop` in between, then sleeps on. No look at all is no excuse. Whether there was one."""
        self._soon = True
        looked = until(super().is_set, SLEEPING)
        self.set()
        return looked


class Story:
    """A client that never stops talking: there is always more to read from it, however much was read.

    Nobody talks faster than all others listen: with 4 MiB read since the last look at `stop`, nothing is there for once.
    """

    WORDS = noise(16384)
    BREATH = 4 * 2**20

    def __init__(self, stop, listens):
        self._stop, self._looks, self._since = stop, 0, 0
        self.listens = listens  # takes at once what it is sent; otherwise it takes nothing
        self.taken = self.back = self.wrong = 0  # bytes that the server read, sent back, and sent back wrong
        self.most_unsent = 0  # at the moment of a read
        self.over = False

    def said(self, size, blocking):
        """The next bytes, at most so many."""
        if self.over:
            return b""
        unsent = self.taken - self.back
        self.most_unsent = max(self.most_unsent, unsent)
        if self._looks != self._stop.looks:
            self._looks, self._since = self._stop.looks, 0
        if not blocking and (self._since >= self.BREATH or unsent >= self.BREATH / 2):
            self._since = 0
            raise BlockingIOError(errno.EAGAIN, "nothing there")
        data = bytes(memoryview(self.WORDS)[self.taken % len(self.WORDS) :][:size])  # a copy: whoever keeps it pays for it
        self.taken += len(data)
        self._since += len(data)
        return data

    def heard(self, data):
        """What the server sends back."""
        place = self.back % len(self.WORDS)
        right = (self.WORDS * (len(data) // len(self.WORDS) + 2))[place:][: len(data)]
        self.wrong += len(data) - alike(bytes(data), right)
        self.back += len(data)
        return len(data)


class Endless(socket.socket):
    """The server's end of a client that never stops talking."""

    def __init__(self, story, *args):
        super().__init__(*args)
        self.story = story
        if not story.listens:  # nothing can be sent, from the beginning on
            self.setblocking(False)
            with contextlib.suppress(BlockingIOError):
                while super().send(bytes(65536)):
                    pass
            self.setblocking(True)

    def recv(self, size, flags=0):
        return self.story.said(size, self.gettimeout() != 0 and not flags & _AT_ONCE)

    def recv_into(self, buffer, nbytes=0, flags=0):
        data = self.recv(nbytes or len(memoryview(buffer).cast("B")), flags)
        memoryview(buffer).cast("B")[: len(data)] = data
        return len(data)

    def send(self, data, flags=0):
        data = memoryview(data).cast("B")
        if self.story.listens:
            return self.story.heard(data)
        sent = super().send(data, flags)
        self.story.back += sent
        return sent

    def sendall(self, data, flags=0):
        if self.story.listens:
            self.story.heard(memoryview(data).cast("B"))
        else:
            super().sendall(data, flags)

    def sendmsg(self, buffers, ancdata=(), flags=0, address=None):
        return self.send(b"".join(buffers), flags)


class Listener(socket.socket):
    """A listening socket. Its connections have small buffers, are remembered, and may be those of a story."""

    def __init__(self, *args, **named):
        super().__init__(*args, **named)
        self.stories, self.told, self.accepted = {}, [], []

    def dup(self):
        twin = super().dup()
        twin.stories, twin.told, twin.accepted = self.stories, self.told, self.accepted
        return twin

    def accept(self):
        sock, address = super().accept()
        if address in self.stories:
            self.told.append(self.stories.pop(address))
            sock = Endless(self.told[-1], sock.family, sock.type, sock.proto, sock.detach())
        self.accepted.append(weakref.ref(sock))
        return sock, address


class Serving(_Crowd):
    """``serve(listener, stop)`` runs in a thread within the block. ``before(address)`` is called when the listener is there and nobody serves yet.

    ``listener``: an own one, which is then left open; ``buffers``: the size of those of its connections otherwise.
    """

    def __init__(self, serve, before=None, listener=None, buffers=SMALL):
        super().__init__(serve)
        self._serve, self._before, self._keep = serve, before, listener is not None
        self.listener = listener or self.make_listener(buffers)
        self.address = self.listener.getsockname()
        self.stop = Stop()
        self.ended, self.took = "(still running)", 0.0  # seconds from `stop` to the end
        self._thread = threading.Thread(target=self._run, daemon=True)

    @staticmethod
    def make_listener(buffers=SMALL):
        """A listening socket whose connections have small buffers."""
        listener = Listener(socket.AF_INET, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffers)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, buffers)
        listener.bind(("127.0.0.1", 0))
        listener.listen(64)
        return listener

    def _run(self):
        try:
            result = self._serve(self.listener, self.stop)
            self.took = now() - self.stop.since
            self.ended = "returned" if self.stop.since else f"returned {result!r:.80}"
        except BaseException as error:
            self.ended = f"{type(error).__name__}: {error}"

    def alive(self):
        return self._thread.is_alive()

    def __enter__(self):
        gc.disable()  # what a server leaves open stays open until we have looked
        if self._before is not None:
            self._before(self.address)
        self._others, self._had_children = set(sys._current_frames()), has_children()
        self._thread.start()
        return self

    def rounds(self):
        return self.stop.looks

    def helpers(self):
        """How many threads there are that were not there before the server was started, and one more for child processes."""
        return len(set(sys._current_frames()) - self._others) + (has_children() and not self._had_children)

    def connections(self, expected):
        """How many of the accepted sockets are not closed, when that has had time to become so many. Nobody knows where another object accepted them."""

        def opened():
            accepted = [ref() for ref in self.listener.accepted]
            return sum(sock.fileno() != -1 for sock in accepted if sock is not None) if accepted else expected

        until(lambda: opened() == expected, min(LOOKING, self.patience()))
        return opened()

    def rest(self, seconds=LOOKING):
        """Wait until the server has looked at `stop` a few times while nobody did anything, or for so long."""
        looks = self.stop.looks
        until(lambda: self.stop.looks > looks + 2 or not self.alive(), seconds)

    def end(self):
        """Set `stop` right after a look at it; how the server ended, or that it did not in time.

        `took` is then how long it took; a second more where it had not looked for long, so that whoever happens to wake up just then is not lucky.
        """
        if self.alive():
            self.rest(0.3)
            late = not self.stop.set_after_a_look()
            self._thread.join(STOPPING)
            self.took += late
            self._lost |= self.alive()
        return self.ended

    def __exit__(self, *error):
        self.stop.set()
        for story in self.listener.told:
            story.over = True
        self._thread.join(0.3)
        self.leave()
        interrupt(self._thread, lambda: socket.create_connection(self.address, 0.05).close())
        if not self._keep:
            self.listener.close()
        gc.enable()

    def ending(self, sock):
        """Read on until the server ends this connection: ``closed``, ``reset``, or ``(still open)``."""
        since = self._now()
        sock.settimeout(IMPATIENCE)
        while True:
            try:
                if not sock.recv(65536):
                    return "closed"
            except TimeoutError:
                if self._in_vain(since):
                    return "(still open)"
            except OSError:
                return "reset"

    def endless(self, listens):
        """A client that never stops talking, and takes either all that it is sent or nothing."""
        sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        self._clients.append(sock)
        sock.bind(("127.0.0.1", 0))
        story = self.listener.stories[sock.getsockname()] = Story(self.stop, listens)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SMALL)
        with contextlib.suppress(OSError):
            sock.connect(self.address)
            sock.sendall(b"!")  # never read: there is always something
        return story

    def memory(self, story, size):
        """How many bytes more are in use when a talker that listens has got so many back."""
        tracemalloc.start()
        try:
            before, _ = tracemalloc.get_traced_memory()
            end = story.back + size
            until(lambda: story.back >= end or not self.alive(), self.patience())
            gc.collect()
            return tracemalloc.get_traced_memory()[0] - before
        finally:
            tracemalloc.stop()

    def flood(self, sock, data, other):
        """Send without ever reading, until all is sent or nothing goes through any more while the server answers `other` many times.

        How many bytes went through, and a word: ``all went through``, ``held back``, ``thrown out``, or ``others wait``.
        """
        sock.setblocking(False)
        pushed = quiet = 0
        while pushed < len(data):
            try:
                pushed += sock.send(data[pushed : pushed + 65536])
                quiet = 0
            except BlockingIOError:
                quiet += 1
                token = b"are you there %d %d?" % (pushed, quiet)
                if self.ask(other, token) != token:
                    return pushed, "others wait"
                if quiet > 10:
                    return pushed, "held back"
                time.sleep(0.003)
            except OSError:
                return pushed, "thrown out"
        return pushed, "all went through"


@functools.lru_cache(maxsize=8)
def _listed(server_class):
    """The class, with a list of what its handlers raise; always the same one, so that two servers have one class."""

    class Listed(server_class):
        daemon_threads = True
        small_bites = False

        def get_request(self):
            request, client_address = super().get_request()
            if self.small_bites:
                request = SmallBites(request.family, request.type, request.proto, request.detach())
            return request, client_address

        def handle_error(self, request, client_address):
            error = sys.exc_info()[1]
            vars(self).setdefault("failures", []).append(f"{type(error).__name__}: {error}")

    Listed.__name__ = server_class.__name__
    return Listed


class Hosted(_Crowd):
    """A server of the framework serves within the block; ``failures`` are the texts of errors in its handlers.

    With ``small_bites``, `send` of its requests takes only a part at a time.
    """

    def __init__(self, server_class, handler_class, small_bites=False):
        super().__init__(handler_class)
        self.server = _listed(server_class)(("127.0.0.1", 0), handler_class)
        self.server.small_bites = small_bites
        self.failures = vars(self.server).setdefault("failures", [])
        self.address = self.server.server_address
        self._thread = threading.Thread(target=self.server.serve_forever, daemon=True)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *error):
        self.leave()
        for work in (self.server.shutdown, self.server.server_close):
            closing = threading.Thread(target=work, daemon=True)
            closing.start()
            closing.join(2)
        self.server.socket.close()
        self._thread.join(2)
        for thread in vars(self.server).get("threads", []):
            thread.join(0.5)

    @property
    def serving_thread(self):
        """The identity of the thread that runs `serve_forever`."""
        return self._thread.ident

    def ask_to_the_end(self, sock, data):
        """Send, say that no more comes, and read until the server ends the connection."""
        self.say(sock, data)
        self.finish(sock)
        return self.hear(sock, 10 * len(data) + 1000)
