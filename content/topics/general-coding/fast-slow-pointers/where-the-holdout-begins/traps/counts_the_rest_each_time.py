# caught by: 30,000 nodes
# Asks at each node how many come after it: quadratic.
from dataclasses import dataclass
from typing import Any


@dataclass(eq=False)
class ListNode:
    value: Any
    next: "ListNode | None" = None


def length(node):
    count = 0
    while node is not None:
        node, count = node.next, count + 1
    return count


def holdout(head, k):
    wanted, node = length(head) // k, head
    while length(node) > wanted:
        node = node.next
    return node
