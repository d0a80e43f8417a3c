"""
zh: 状态由转移表走出来；序号用 `ctypes.c_uint32` 回绕。
en: States walked through a table of transitions; numbers wrapped by `ctypes.c_uint32`.
"""

from ctypes import c_uint32 as u32


def handshake(client_isn, server_isn):
    first = Segment(sender="client", flags="SYN", seq=client_isn, ack=0)
    second = Segment(sender="server", flags="SYN+ACK", seq=server_isn, ack=u32(first.seq + 1).value)
    return [first, second, Segment(sender="client", flags="ACK", seq=second.ack, ack=u32(second.seq + 1).value)]


def teardown(seq, ack, server_sends=0):
    first = Segment("client", "FIN+ACK", seq, ack)
    second = first._replace(sender="server", flags="ACK", seq=first.ack, ack=u32(first.seq + 1).value)
    third = second._replace(flags="FIN+ACK", seq=u32(second.seq + server_sends).value)
    return [first, second, third, Segment("client", "ACK", third.ack, u32(third.seq + 1).value)]


NEXT = {
    ("ESTABLISHED", "close"): "FIN-WAIT-1",
    ("FIN-WAIT-1", "ack"): "FIN-WAIT-2",
    ("FIN-WAIT-2", "fin"): "TIME-WAIT",
    ("TIME-WAIT", "timeout"): "CLOSED",
    ("ESTABLISHED", "fin"): "CLOSE-WAIT",
    ("CLOSE-WAIT", "close"): "LAST-ACK",
    ("LAST-ACK", "ack"): "CLOSED",
}


def walk(*events):
    states = ["ESTABLISHED"]
    for event in events:
        states.append(NEXT[states[-1], event])
    return states


ACTIVE_CLOSE, PASSIVE_CLOSE = walk("close", "ack", "fin", "timeout"), walk("fin", "close", "ack")
