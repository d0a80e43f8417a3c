"""
zh: 两个 lambda，元组而不是列表。
en: Two lambdas that give tuples, not lists.
"""

MASK = 0xFFFFFFFF
handshake = lambda client_isn, server_isn: (  # noqa: E731 - a style to accept
    Segment("client", "SYN", client_isn, 0),
    Segment("server", "SYN+ACK", server_isn, client_isn + 1 & MASK),
    Segment("client", "ACK", client_isn + 1 & MASK, server_isn + 1 & MASK),
)
teardown = lambda seq, ack, server_sends=0: (  # noqa: E731 - the same
    Segment("client", "FIN+ACK", seq, ack),
    Segment("server", "ACK", ack, seq + 1 & MASK),
    Segment("server", "FIN+ACK", ack + server_sends & MASK, seq + 1 & MASK),
    Segment("client", "ACK", seq + 1 & MASK, ack + server_sends + 1 & MASK),
)
ACTIVE_CLOSE = ("ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2", "TIME-WAIT", "CLOSED")
PASSIVE_CLOSE = ("ESTABLISHED", "CLOSE-WAIT", "LAST-ACK", "CLOSED")
