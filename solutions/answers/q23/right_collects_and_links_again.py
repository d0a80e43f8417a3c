"""
zh: 掉头时先把节点收进列表，再倒着连。
en: To reverse, it collects the nodes in a list and links them backwards.
"""

from functools import reduce


class Node:
    def __init__(self, value, next=None):
        vars(self).update(value=value, next=next)


def from_list(values):
    return reduce(lambda tail, value: Node(value, tail), values[::-1], None)


def nodes_of(head):
    nodes = []
    while head is not None:
        nodes.append(head)
        head = head.next
    return nodes


def to_list(head):
    return list(map(lambda node: node.value, nodes_of(head)))


def reverse(head):
    nodes = nodes_of(head)
    for place, node in enumerate(nodes):
        node.next = nodes[place - 1] if place else None
    return nodes[-1] if nodes else None
