"""
zh: 超过 2**32 就减一次，服务器发得多时还是太大。
en: It subtracts 2**32 once, which is too little when the server sends a lot.
fails: q14-hidden-2
"""

def wrap(number):
    return number - 2**32 if number >= 2**32 else number


def handshake(client_isn, server_isn):
    x, y = wrap(client_isn + 1), wrap(server_isn + 1)
    return [Segment("client", "SYN", client_isn, 0), Segment("server", "SYN+ACK", server_isn, x), Segment("client", "ACK", x, y)]


def teardown(seq, ack, server_sends=0):
    x, fin = wrap(seq + 1), wrap(ack + server_sends)
    return [
        Segment("client", "FIN+ACK", seq, ack),
        Segment("server", "ACK", ack, x),
        Segment("server", "FIN+ACK", fin, x),
        Segment("client", "ACK", x, wrap(fin + 1)),
    ]


ACTIVE_CLOSE = ["ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2", "TIME-WAIT", "CLOSED"]
PASSIVE_CLOSE = ["ESTABLISHED", "CLOSE-WAIT", "LAST-ACK", "CLOSED"]
