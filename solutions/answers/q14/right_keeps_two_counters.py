"""
zh: 每边记两个数，发一段就推进一次。
en: Each side keeps its counters, which every segment moves on.
"""

class Side:
    def __init__(self, name, following):
        self.name, self.following, self.expected = name, following, 0

    def send(self, other, flags, size=0):
        segment = Segment(self.name, flags, self.following, self.expected)
        self.following = (self.following + size + ("SYN" in flags) + ("FIN" in flags)) & 0xFFFFFFFF
        other.expected = self.following
        return segment


def handshake(client_isn, server_isn):
    client, server = Side("client", client_isn), Side("server", server_isn)
    return (client.send(server, "SYN"), server.send(client, "SYN+ACK"), client.send(server, "ACK"))


def teardown(seq, ack, server_sends=0):
    client, server = Side("client", seq), Side("server", ack)
    client.expected = ack
    return [
        client.send(server, "FIN+ACK"),
        server.send(client, "ACK", server_sends),
        server.send(client, "FIN+ACK"),
        client.send(server, "ACK"),
    ]


ACTIVE_CLOSE, PASSIVE_CLOSE = (
    f"ESTABLISHED {states} CLOSED".split() for states in ("FIN-WAIT-1 FIN-WAIT-2 TIME-WAIT", "CLOSE-WAIT LAST-ACK")
)
