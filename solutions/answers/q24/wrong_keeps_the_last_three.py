"""
zh: 只留最近三个地址，更早的被删去。
en: It keeps the last three addresses only and deletes older ones.
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
        with self.request.makefile("rb") as lines:
            for line in lines:
                self.request.sendall(line.decode().upper().encode())

# %%

class LogMixIn:
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.log = []

    def process_request(self, request, client_address):
        self.log.append(client_address)
        del self.log[:-3]
        super().process_request(request, client_address)
