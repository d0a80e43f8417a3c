"""
zh: 在 `verify_request` 里记，随后照样交给下一个类处理；`handle` 写成属性赋值。
en: It notes the address in `verify_request`, before the next class processes the request.
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

def answer_lines(self):
    with self.request.makefile("rwb", buffering=8192) as file:
        while line := file.readline():
            file.write(line.decode("utf-8").upper().encode("utf-8"))
            file.flush()


UpperHandler = type("UpperHandler", (BaseRequestHandler,), {"handle": answer_lines})

# %%

import functools


class LogMixIn:
    @functools.cached_property
    def log(self):
        return []

    def verify_request(self, request, client_address):
        accepted = super().verify_request(request, client_address)
        if accepted:
            self.log.append(client_address)
        return accepted
