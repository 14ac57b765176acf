# caught by: 30,000 nodes, blocks of one and blocks of 20,000
# Walks from the head to each block: quadratic where blocks are small.
from dataclasses import dataclass
from typing import Any


@dataclass(eq=False)
class ListNode:
    value: Any
    next: "ListNode | None" = None


def reverse_blocks(head, k):
    if k < 1:
        raise ValueError("k")
    sentinel, blocks = ListNode(None, head), 0
    while True:
        before = sentinel
        for _ in range(blocks * k):
            before = before.next
        after = before.next
        for _ in range(k):
            if after is None:
                return sentinel.next
            after = after.next
        node, done = before.next, after
        while node is not after:
            node.next, done, node = done, node, node.next
        before.next = done
        blocks += 1
