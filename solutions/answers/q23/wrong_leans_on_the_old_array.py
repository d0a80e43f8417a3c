"""
zh: `reverse` 靠 `from_list` 记下的节点，之后改过的链表就不对了。
en: `reverse` leans on the nodes that `from_list` noted, and is wrong about a list changed since.
fails: q23-hidden-1
"""

class Node:
    def __init__(self, value, next=None):
        self.value, self.next = value, next


_arrays = {}


def from_list(values):
    nodes = [Node(v) for v in values]
    for a, b in zip(nodes, nodes[1:]):
        a.next = b
    if nodes:
        _arrays[id(nodes[0])] = nodes
    return nodes[0] if nodes else None


def to_list(head):
    out = []
    while head is not None:
        out.append(head.value)
        head = head.next
    return out


def reverse(head):
    nodes = _arrays.pop(id(head), None) or []
    if not nodes:
        while head is not None:
            nodes.append(head)
            head = head.next
    nodes.reverse()
    for a, b in zip(nodes, nodes[1:] + [None]):
        a.next = b
    if nodes:
        _arrays[id(nodes[0])] = nodes
    return nodes[0] if nodes else None
