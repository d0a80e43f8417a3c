"""
zh: 把地址改成列表再记，记下的不是 `client_address`。
en: It turns the address into a list; what is noted is not `client_address`.
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
        rest = b""
        while data := self.request.recv(4096):
            *lines, rest = (rest + data).split(b"\n")
            for line in lines:
                self.request.sendall((line.decode() + "\n").upper().encode())
        self.request.sendall(rest.decode().upper().encode())

# %%

class LogMixIn:
    def __init__(self, *args, **kwargs):
        self.log = []
        super().__init__(*args, **kwargs)

    def process_request(self, request, client_address):
        self.log.append(list(client_address))
        super().process_request(request, client_address)
