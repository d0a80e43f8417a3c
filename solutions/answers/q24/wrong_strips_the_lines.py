"""
zh: 去掉了行首行尾的空白，`\r` 也没了。
en: It strips the lines, and `\r` with the blanks.
fails: q24-hidden-2
"""

SERVER_MRO = ["ThreadingTCPServer", "ThreadingMixIn", "TCPServer", "BaseServer", "object"]

CALL_CHAIN = """
TCPServer.__init__ BaseServer.__init__ TCPServer.server_bind TCPServer.server_activate
BaseServer.serve_forever TCPServer.fileno BaseServer.handle_request TCPServer.get_request BaseServer.verify_request
ThreadingMixIn.process_request ThreadingMixIn.process_request_thread BaseServer.finish_request
BaseRequestHandler.__init__ BaseRequestHandler.setup Greeter.handle BaseRequestHandler.finish
TCPServer.shutdown_request TCPServer.close_request
""".split()

# %%

class UpperHandler(BaseRequestHandler):
    def handle(self):
        with self.request.makefile("rb") as file:
            for line in file:
                end = b"\n" if line.endswith(b"\n") else b""
                self.request.sendall(line.decode().strip().upper().encode() + end)

# %%

class LogMixIn:
    def __init__(self, *args, **kwargs):
        self.log = []
        super().__init__(*args, **kwargs)

    def process_request(self, request, client_address):
        self.log.append(client_address)
        super().process_request(request, client_address)
