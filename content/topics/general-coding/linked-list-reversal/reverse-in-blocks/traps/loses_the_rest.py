# caught by: The example in the statement
# The last node of a turned block leads to nothing: the rest of the list is lost.
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
    reverse_blocks(node, k)
    return done
