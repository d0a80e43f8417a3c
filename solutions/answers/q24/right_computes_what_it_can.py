"""
zh: MRO 从类里取，调用链靠跟踪得到；其余用属性和生成器。
en: The MRO is taken from the class, the chain from a trace; the rest uses a property and a generator.
"""

import call_trace

SERVER_MRO = [cls.__name__ for cls in ThreadingTCPServer.mro()]
CALL_CHAIN = call_trace.calls_of_one_request(ThreadingTCPServer, Greeter)

# %%

class UpperHandler(BaseRequestHandler):
    def lines(self):
        buffer = bytearray()
        while data := self.request.recv(1000):
            buffer += data
            while b"\n" in buffer:
                end = buffer.index(b"\n") + 1
                yield buffer[:end]
                del buffer[:end]
        yield buffer

    def handle(self):
        for line in self.lines():
            self.request.sendall(str(line, "utf-8").upper().encode("utf-8"))

# %%

class LogMixIn:
    @property
    def log(self):
        return self.__dict__.setdefault("addresses", [])

    def process_request(self, *request_and_address):
        self.log.append(request_and_address[1])
        return super().process_request(*request_and_address)
