from dataclasses import dataclass
from typing import Any


@dataclass(eq=False)
class ListNode:
    """A node of a singly linked list."""

    value: Any
    next: "ListNode | None" = None


def fold(head: ListNode | None) -> ListNode | None:
    """Relink a list to go first, last, second, second to last, and so on.

    Parameters
    ----------
    head : ListNode or None
        The first node; None of an empty list.

    Returns
    -------
    ListNode or None
        The same node, now the first of the folded list.

    Notes
    -----
    The second half is cut off and reversed, and its nodes are put between those of the first: O(n) time, O(1) memory.
    """
    if head is None:
        return None
    slow = fast = head
    while fast.next is not None and fast.next.next is not None:
        slow, fast = slow.next, fast.next.next
    node, slow.next = slow.next, None
    second = None
    while node is not None:
        node.next, second, node = second, node, node.next
    first = head
    while second is not None:
        after, rest = first.next, second.next
        first.next, second.next = second, after
        first, second = after, rest
    return head
