"""
zh: 用生成器逐段产生，再收成列表。
en: Generators that yield the segments, collected into lists.
"""

MODULUS = 1 << 32


def as_list(generate):
    def collect(*args, **kwargs):
        return [Segment(who, flags, seq % MODULUS, ack % MODULUS) for who, flags, seq, ack in generate(*args, **kwargs)]

    return collect


@as_list
def handshake(client_isn, server_isn):
    yield "client", "SYN", client_isn, 0
    yield "server", "SYN+ACK", server_isn, client_isn + 1
    yield "client", "ACK", client_isn + 1, server_isn + 1


@as_list
def teardown(seq, ack, server_sends=0):
    yield "client", "FIN+ACK", seq, ack
    yield "server", "ACK", ack, seq + 1
    yield "server", "FIN+ACK", ack + server_sends, seq + 1
    yield "client", "ACK", seq + 1, ack + server_sends + 1


ACTIVE_CLOSE = ["ESTABLISHED", *(f"FIN-WAIT-{number}" for number in (1, 2)), "TIME-WAIT", "CLOSED"]
PASSIVE_CLOSE = ["ESTABLISHED", "CLOSE-WAIT", "LAST-ACK", "CLOSED"]
