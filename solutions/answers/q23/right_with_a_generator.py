"""
zh: 数据类；一个生成器走链表，三个函数都用它。
en: A dataclass, and one generator that walks the nodes for all three functions.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any


@dataclass
class Node:
    value: Any
    next: Node | None = None


def each(node):
    while node is not None:
        following = node.next
        yield node
        node = following


def from_list(values):
    nodes = [Node(value) for value in values]
    for node, following in pairwise(nodes):
        node.next = following
    return nodes[0] if nodes else None


def to_list(head):
    return [node.value for node in each(head)]


def reverse(head):
    last = None
    for node in each(head):
        node.next, last = last, node
    return last
