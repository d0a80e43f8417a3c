"""Writes down which methods of a server are called, in order of first call, while it serves one client."""

import socket
import sys
import threading

import mini_socketserver

PATIENCE = 10.0  # seconds


class Recorder:
    """A profile function: the names of the methods called, each once, until the first request is closed."""

    def __init__(self, handler_class):
        self.names = []
        self.request_closed = threading.Event()
        self._codes = {
            function.__code__
            for cls in (*vars(mini_socketserver).values(), handler_class)
            if isinstance(cls, type)
            for function in vars(cls).values()
            if hasattr(function, "__code__")
        }

    def __call__(self, frame, event, argument):
        if frame.f_code not in self._codes or self.request_closed.is_set():
            return
        name = frame.f_code.co_qualname
        if event == "call" and name not in self.names:
            self.names.append(name)
        if event == "return" and name.endswith(".close_request"):
            self.request_closed.set()


def calls_of_one_request(server_class, handler_class, line=b"hi\n"):
    """Construct a server, let one client send `line` and read until the end: the methods called until that request was closed."""
    record = Recorder(handler_class)
    threading.setprofile(record)
    sys.setprofile(record)
    try:
        server = server_class(("127.0.0.1", 0), handler_class)
        sys.setprofile(None)
        serving = threading.Thread(target=server.serve_forever, daemon=True)
        serving.start()
        try:
            with socket.create_connection(server.server_address, PATIENCE) as client:
                client.sendall(line)
                client.shutdown(socket.SHUT_WR)
                while client.recv(1024):
                    pass
            record.request_closed.wait(PATIENCE)
        finally:
            server.shutdown()
            server.server_close()
            serving.join(PATIENCE)
    finally:
        sys.setprofile(None)
        threading.setprofile(None)
    return record.names
