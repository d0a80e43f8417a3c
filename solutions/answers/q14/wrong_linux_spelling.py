"""
zh: 状态名用了下划线，不是 RFC 9293 的写法。
en: The states are spelt with underscores, unlike RFC 9293.
fails: q14-check-2
"""

def handshake(client_isn, server_isn):
    x, y = (client_isn + 1) % 2**32, (server_isn + 1) % 2**32
    return [Segment("client", "SYN", client_isn, 0), Segment("server", "SYN+ACK", server_isn, x), Segment("client", "ACK", x, y)]


def teardown(seq, ack, server_sends=0):
    x = (seq + 1) % 2**32
    fin = (ack + server_sends) % 2**32
    end = (fin + 1) % 2**32
    return [
        Segment("client", "FIN+ACK", seq, ack),
        Segment("server", "ACK", ack, x),
        Segment("server", "FIN+ACK", fin, x),
        Segment("client", "ACK", x, end),
    ]


ACTIVE_CLOSE = ["ESTABLISHED", "FIN_WAIT_1", "FIN_WAIT_2", "TIME_WAIT", "CLOSED"]
PASSIVE_CLOSE = ["ESTABLISHED", "CLOSE_WAIT", "LAST_ACK", "CLOSED"]
