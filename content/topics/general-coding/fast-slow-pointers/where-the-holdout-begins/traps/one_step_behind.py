# caught by: The example in the statement
# The fast pointer stops at the last node instead of behind it: the slow one is too early, as in many searches for the middle.
from dataclasses import dataclass
from typing import Any


@dataclass(eq=False)
class ListNode:
    value: Any
    next: "ListNode | None" = None


def holdout(head, k):
    if head is None:
        return None
    slow, fast, steps = head, head, 0
    while fast.next is not None:
        fast, steps = fast.next, steps + 1
        if steps % k:
            slow = slow.next
    return slow
