"""
zh: 用小数取余，号变成了 1001.0。
en: It computes with floats, and the numbers are 1001.0.
fails: q14-check-1 q14-check-2 q14-hidden-1 q14-hidden-2
"""

def handshake(client_isn, server_isn):
    x, y = (client_isn + 1) % 2.0**32, (server_isn + 1) % 2.0**32
    return [Segment("client", "SYN", client_isn, 0), Segment("server", "SYN+ACK", server_isn, x), Segment("client", "ACK", x, y)]


def teardown(seq, ack, server_sends=0):
    x = (seq + 1) % 2.0**32
    fin = (ack + server_sends) % 2.0**32
    end = (fin + 1) % 2.0**32
    return [
        Segment("client", "FIN+ACK", seq, ack),
        Segment("server", "ACK", ack, x),
        Segment("server", "FIN+ACK", fin, x),
        Segment("client", "ACK", x, end),
    ]


ACTIVE_CLOSE = ["ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2", "TIME-WAIT", "CLOSED"]
PASSIVE_CLOSE = ["ESTABLISHED", "CLOSE-WAIT", "LAST-ACK", "CLOSED"]
