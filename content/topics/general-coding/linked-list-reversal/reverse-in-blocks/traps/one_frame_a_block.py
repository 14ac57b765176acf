# caught by: 30,000 nodes, blocks of one and blocks of 20,000
# Recursion on the rest: a frame for each block, far more than Python allows.
from dataclasses import dataclass
from typing import Any


@dataclass(eq=False)
class ListNode:
    value: Any
    next: "ListNode | None" = None


def reverse_blocks(head, k):
    if k < 1:
        raise ValueError("k")
    node = head
    for _ in range(k):
        if node is None:
            return head
        node = node.next
    done, node = None, head
    for _ in range(k):
        node.next, done, node = done, node, node.next
    head.next = reverse_blocks(node, k)
    return done
