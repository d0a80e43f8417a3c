"""
zh: 段是普通元组，没有名字。
en: Its segments are plain tuples without names.
fails: q14-check-1 q14-check-2 q14-hidden-1 q14-hidden-2
"""

def handshake(client_isn, server_isn):
    x, y = (client_isn + 1) % 2**32, (server_isn + 1) % 2**32
    return [("client", "SYN", client_isn, 0), ("server", "SYN+ACK", server_isn, x), ("client", "ACK", x, y)]


def teardown(seq, ack, server_sends=0):
    x = (seq + 1) % 2**32
    fin = (ack + server_sends) % 2**32
    end = (fin + 1) % 2**32
    return [
        ("client", "FIN+ACK", seq, ack),
        ("server", "ACK", ack, x),
        ("server", "FIN+ACK", fin, x),
        ("client", "ACK", x, end),
    ]


ACTIVE_CLOSE = ["ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2", "TIME-WAIT", "CLOSED"]
PASSIVE_CLOSE = ["ESTABLISHED", "CLOSE-WAIT", "LAST-ACK", "CLOSED"]
