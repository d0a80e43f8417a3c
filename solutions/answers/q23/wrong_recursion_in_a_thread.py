"""
zh: 在另一个线程里调高上限再递归：层数还是和节点数一样多。
en: Recursion in a thread of its own with the limit raised: still one level for each node.
fails: q23-hidden-1
"""

import sys
import threading

class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


def from_list(values):
    head = None
    for value in reversed(values):
        head = Node(value, head)
    return head


def to_list(head):
    values = []
    while head is not None:
        values.append(head.value)
        head = head.next
    return values


def reverse(head):
    result = []

    def turn(node, behind):
        if node is None:
            result.append(behind)
            return
        ahead, node.next = node.next, behind
        turn(ahead, node)

    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(1_000_000)
    helper = threading.Thread(target=turn, args=(head, None))
    helper.start()
    helper.join()
    sys.setrecursionlimit(limit)
    return result[0]
