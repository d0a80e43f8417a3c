"""
zh: `__slots__`；造链表时前面放一个替身，从前往后接。
en: `__slots__`; a dummy stands in front while the list is linked from first to last.
"""

class Node:
    __slots__ = ("next", "value")

    def __init__(self, value, next=None):
        self.value, self.next = value, next


def from_list(values):
    tail = dummy = Node(None)
    for value in values:
        tail.next = Node(value)
        tail = tail.next
    return dummy.next


def to_list(head):
    result = []
    node = head
    while node:
        result += [node.value]
        node = node.next
    return result


def reverse(head):
    new, old = None, head
    while old:
        new, old.next, old = old, new, old.next
    return new
