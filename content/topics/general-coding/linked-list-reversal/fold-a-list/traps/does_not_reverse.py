# caught by: The example in the statement
# Merges the two halves as they are: first, middle, second, and so on.
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
    second, slow.next = slow.next, None
    first = head
    while second is not None:
        after, rest = first.next, second.next
        first.next, second.next = second, after
        first, second = after, rest
    return head
