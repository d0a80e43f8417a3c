"""
zh: 造链表时把传入的列表弹空了。
en: It pops the values off the caller's list.
fails: q23-hidden-1
"""

class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


def from_list(values):
    head = None
    while values:
        head = Node(values.pop(), head)
    return head


def to_list(head):
    values = []
    while head is not None:
        values.append(head.value)
        head = head.next
    return values


def reverse(head):
    behind = None
    while head is not None:
        ahead = head.next
        head.next = behind
        behind, head = head, ahead
    return behind
