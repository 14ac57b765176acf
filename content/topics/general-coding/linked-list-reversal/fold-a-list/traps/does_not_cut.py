# caught by: The example in the statement
# The first half still leads into the second, so that the list runs in a cycle.
from dataclasses import dataclass
from typing import Any


@dataclass(eq=False)
class ListNode:
    value: Any
    next: "ListNode | None" = None


def fold(head):
    if head is None:
        return None
    slow = fast = head
    while fast.next is not None and fast.next.next is not None:
        slow, fast = slow.next, fast.next.next
    node, second = slow.next, None
    while node is not None:
        node.next, second, node = second, node, node.next
    first = head
    while second is not None:
        after, rest = first.next, second.next
        first.next, second.next = second, after
        first, second = after, rest
    return head
