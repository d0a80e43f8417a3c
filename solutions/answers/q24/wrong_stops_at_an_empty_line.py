"""
zh: 遇到空行就以为客户说完了。
en: It takes an empty line for the end.
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
            while (line := file.readline()).strip():
                self.request.sendall(line.decode().upper().encode())

# %%

class LogMixIn:
    def __init__(self, *args, **kwargs):
        self.log = []
        super().__init__(*args, **kwargs)

    def process_request(self, request, client_address):
        self.log.append(client_address)
        super().process_request(request, client_address)
