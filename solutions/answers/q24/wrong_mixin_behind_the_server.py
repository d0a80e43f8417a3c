"""
zh: 以为服务器类在混入类前面，MRO 和调用链都错了。
en: It takes the server to come before the mix-in, so the MRO and the chain are wrong.
fails: q24-check-1 q24-hidden-1
"""

SERVER_MRO = ["ThreadingTCPServer", "TCPServer", "ThreadingMixIn", "BaseServer", "object"]

CALL_CHAIN = """
TCPServer.__init__ BaseServer.__init__ TCPServer.server_bind TCPServer.server_activate
BaseServer.serve_forever TCPServer.fileno BaseServer.handle_request TCPServer.get_request BaseServer.verify_request
BaseServer.process_request BaseServer.finish_request
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
        self.log.append(client_address)
        super().process_request(request, client_address)
