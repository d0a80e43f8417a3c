"""
zh: 文字模式、`newline="\n"`；`log` 在 `__new__` 里建。
en: Text mode with `newline="\n"`; the log is made in `__new__`.
"""

SERVER_MRO = ("ThreadingTCPServer", "ThreadingMixIn", "TCPServer", "BaseServer", "object")
CALL_CHAIN = (
    "TCPServer.__init__", "BaseServer.__init__", "TCPServer.server_bind", "TCPServer.server_activate",
    "BaseServer.serve_forever", "TCPServer.fileno", "BaseServer.handle_request", "TCPServer.get_request",
    "BaseServer.verify_request", "ThreadingMixIn.process_request", "ThreadingMixIn.process_request_thread",
    "BaseServer.finish_request", "BaseRequestHandler.__init__", "BaseRequestHandler.setup", "Greeter.handle",
    "BaseRequestHandler.finish", "TCPServer.shutdown_request", "TCPServer.close_request",
)

# %%

class UpperHandler(BaseRequestHandler):
    def setup(self):
        self.file = self.request.makefile("r", encoding="utf-8", newline="\n")

    def handle(self):
        for line in self.file:
            self.request.sendall(line.upper().encode())

    def finish(self):
        self.file.close()

# %%

class LogMixIn(BaseServer):
    def __new__(cls, *args, **kwargs):
        made = super().__new__(cls)
        made.log = []
        return made

    def process_request(self, request, client_address):
        self.log += [client_address]
        super(LogMixIn, self).process_request(request, client_address)  # noqa: UP008 - a style that learners use
