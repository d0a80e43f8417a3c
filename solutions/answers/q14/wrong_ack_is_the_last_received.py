"""
zh: 把 `ack` 当成最后收到的号，没有加 1。
en: It takes `ack` for the last number received and does not add 1.
fails: q14-check-1 q14-hidden-1
"""

def handshake(client_isn, server_isn):
    x, y = (client_isn + 1) % 2**32, (server_isn + 1) % 2**32
    return [Segment("client", "SYN", client_isn, 0), Segment("server", "SYN+ACK", server_isn, client_isn), Segment("client", "ACK", x, server_isn)]


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


ACTIVE_CLOSE = ["ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2", "TIME-WAIT", "CLOSED"]
PASSIVE_CLOSE = ["ESTABLISHED", "CLOSE-WAIT", "LAST-ACK", "CLOSED"]
