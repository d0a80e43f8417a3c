"""
zh: 每个套接字始终等着读和写两种事件：费处理器，但没有错。
en: Every socket always waits for both events: a waste of processor time, but not wrong.
"""

def serve_echo(listener, stop):
    sel, both = selectors.DefaultSelector(), selectors.EVENT_READ | selectors.EVENT_WRITE
    sel.register(listener, selectors.EVENT_READ)
    out = {}
    while not stop.is_set():
        for key, mask in sel.select(0.1):
            s = key.fileobj
            if s is listener:
                c = s.accept()[0]
                c.setblocking(False)
                sel.register(c, both)
                out[c] = [b"", True]
                continue
            try:
                if mask & 2 and out[s][0]:
                    out[s][0] = out[s][0][s.send(out[s][0]):]
                if mask & 1 and out[s][1] and len(out[s][0]) < 2 ** 16:
                    d = s.recv(2 ** 16)
                    out[s] = [out[s][0] + d, bool(d)]
            except BlockingIOError:
                continue
            except OSError:
                out[s] = [b"", False]
            if out[s] == [b"", False]:
                sel.unregister(s)
                out.pop(s)
                s.close()
    for s in out:
        s.close()
