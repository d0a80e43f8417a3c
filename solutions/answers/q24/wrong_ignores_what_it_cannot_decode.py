"""
zh: 解码时忽略错误，被切开的字符就消失了。
en: It ignores errors of decoding, and characters cut in two disappear.
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
        while data := self.request.recv(4096):
            self.request.sendall(data.decode(errors="ignore").upper().encode())

# %%

class LogMixIn:
    def __init__(self, *args, **kwargs):
        self.log = []
        super().__init__(*args, **kwargs)

    def process_request(self, request, client_address):
        self.log.append(client_address)
        super().process_request(request, client_address)
