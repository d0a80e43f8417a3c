"""
zh: 链表的头记在全局变量里，第二个链表盖掉第一个。
en: The first node is kept in a global, and a second list overwrites the first.
fails: q23-check-1 q23-hidden-1
"""

class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next

first_node = None


def from_list(values):
    global first_node
    first_node = None
    for value in reversed(values):
        first_node = Node(value, first_node)
    return first_node


def to_list(head):
    values, node = [], first_node if head is not None else None
    while node is not None:
        values.append(node.value)
        node = node.next
    return values


def reverse(head):
    behind = None
    while head is not None:
        ahead = head.next
        head.next = behind
        behind, head = head, ahead
    return behind
