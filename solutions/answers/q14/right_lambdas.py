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
teardown = lambda seq, ack, server_sends=0: tuple(  # noqa: E731 - the same
    Segment(who, flags, s & MASK, a & MASK)
    for who, flags, s, a in zip(
        ("client", "server", "server", "client"),
        ("FIN+ACK", "ACK") * 2,
        (seq, ack, ack + server_sends, seq + 1),
        (ack, seq + 1, seq + 1, ack + server_sends + 1),
        strict=True,
    )
)
ACTIVE_CLOSE = ("ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2", "TIME-WAIT", "CLOSED")
PASSIVE_CLOSE = ("ESTABLISHED", "CLOSE-WAIT", "LAST-ACK", "CLOSED")
