# caught by: Every length up to nine, every k up to ten
# Does not look whether a block is full, and turns what is left at the end as well.
from dataclasses import dataclass
from typing import Any


@dataclass(eq=False)
class ListNode:
    value: Any
    next: "ListNode | None" = None


def reverse_blocks(head, k):
    if k < 1:
        raise ValueError("k")
    before = sentinel = ListNode(None, head)
    while before.next is not None:
        first = node = before.next
        done = None
        for _ in range(k):
            if node is None:
                break
            node.next, done, node = done, node, node.next
        first.next = node
        before.next, before = done, first
    return sentinel.next
