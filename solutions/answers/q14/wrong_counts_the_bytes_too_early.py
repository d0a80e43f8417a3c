"""
zh: 服务器的 ACK 就已经加上了后来才发的字节。
en: The server's ACK already counts bytes that are sent after it.
fails: q14-hidden-2
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
        Segment("server", "ACK", fin, x),
        Segment("server", "FIN+ACK", fin, x),
        Segment("client", "ACK", x, end),
    ]


ACTIVE_CLOSE = ["ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2", "TIME-WAIT", "CLOSED"]
PASSIVE_CLOSE = ["ESTABLISHED", "CLOSE-WAIT", "LAST-ACK", "CLOSED"]
