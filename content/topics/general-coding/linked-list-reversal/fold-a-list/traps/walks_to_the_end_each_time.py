# caught by: 30,000 nodes
# Looks for the last node again for every second place: quadratic.
from dataclasses import dataclass
from typing import Any


@dataclass(eq=False)
class ListNode:
    value: Any
    next: "ListNode | None" = None


def fold(head):
    node = head
    while node is not None and node.next is not None and node.next.next is not None:
        before = node
        while before.next.next is not None:
            before = before.next
        last, before.next = before.next, None
        last.next, node.next = node.next, last
        node = last.next
    return head
