"""
zh: 两个选择器，一个管读，一个管写；`ExitStack` 负责收尾。
en: Two selectors, one for reading and one for writing; an `ExitStack` cleans up.
"""

from contextlib import ExitStack


def serve_echo(listener, stop):
    with ExitStack() as stack:
        reading = stack.enter_context(selectors.DefaultSelector())
        writing = stack.enter_context(selectors.DefaultSelector())
        reading.register(listener, selectors.EVENT_READ)
        todo = {}
        stack.callback(lambda: [s.close() for s in todo])

        def off(sel, s):
            if s in sel.get_map():
                sel.unregister(s)

        def lost(s):
            off(reading, s)
            off(writing, s)
            del todo[s]
            s.close()

        while not stop.is_set():
            # wait a little for whatever can be read, less where something can be written too
            for key, _ in reading.select(0.05):
                s = key.fileobj
                if s is listener:
                    new, _ = s.accept()
                    new.setblocking(False)
                    todo[new] = b""
                    reading.register(new, selectors.EVENT_READ, "open")
                    continue
                try:
                    data = s.recv(16384)
                except BlockingIOError:
                    continue
                except OSError:
                    lost(s)
                    continue
                if not data:
                    reading.unregister(s)
                    if not todo[s]:
                        lost(s)
                    continue
                todo[s] += data
                if len(todo[s]) > 100_000:
                    reading.unregister(s)
                off(writing, s)
                writing.register(s, selectors.EVENT_WRITE)
            for key, _ in writing.select(0):
                s = key.fileobj
                try:
                    n = s.send(todo[s])
                except BlockingIOError:
                    continue
                except OSError:
                    lost(s)
                    continue
                full = len(todo[s]) > 100_000
                todo[s] = todo[s][n:]
                if full and len(todo[s]) <= 100_000:
                    reading.register(s, selectors.EVENT_READ, "open")
                if not todo[s]:
                    writing.unregister(s)
                    if s not in reading.get_map():
                        lost(s)
