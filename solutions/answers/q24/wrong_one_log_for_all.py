"""
zh: `log` 是类属性，所有服务器共用一个。
en: `log` is a class attribute, shared by all servers.
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
    log = []

    def process_request(self, request, client_address):
        self.log.append(client_address)
        super().process_request(request, client_address)
