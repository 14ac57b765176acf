# All nodes in a deque, taken from both ends in turn: more memory than an interviewer wants, the same list.
from collections import deque
from dataclasses import dataclass
from typing import Any


@dataclass(eq=False)
class ListNode:
    value: Any
    next: "ListNode | None" = None


def fold(head):
    nodes, node = deque(), head
    while node is not None:
        nodes.append(node)
        node = node.next
    last, front = ListNode(None), True
    while nodes:
        last.next = nodes.popleft() if front else nodes.pop()
        last, front = last.next, not front
    last.next = None
    return head
