"""
zh: 节点自己可以迭代，链接放在属性后面的私有变量里。
en: A node can be iterated, and its link hides behind a property.
"""

class Node:
    def __init__(self, value, next=None):
        self.value = value
        self._link = [next]

    @property
    def next(self):
        return self._link[0]

    @next.setter
    def next(self, node):
        self._link[0] = node

    def __iter__(self):
        node = self
        while node is not None:
            yield node.value
            node = node.next

    def __bool__(self):
        return bool(self.value)


def from_list(values):
    copied = list(values)
    head = None
    while copied:
        head = Node(copied.pop(), head)
    return head


def to_list(head):
    return [] if head is None else [*head]


def reverse(head):
    done, rest = None, head
    while rest is not None:
        node = rest
        rest = node.next
        node.next = done
        done = node
    return done
