"""
zh: 增量解码器记住切开的字符；收到多少就答多少。
en: An incremental decoder remembers characters cut in two.
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

import codecs


class UpperHandler(BaseRequestHandler):
    def handle(self):
        decoder = codecs.getincrementaldecoder("utf-8")()
        for data in iter(lambda: self.request.recv(65536), b""):
            self.request.sendall(decoder.decode(data).upper().encode())

# %%

class LogMixIn:
    def __init__(self, address, handler, **more):
        super().__init__(address, handler, **more)
        self.log = []

    def process_request(self, request, client_address):
        self.log.append(client_address)
        super().process_request(request, client_address)
