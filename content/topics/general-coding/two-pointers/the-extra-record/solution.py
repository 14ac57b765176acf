from collections.abc import Sequence


def extra_record(trace: Sequence[str]) -> int | None:
    """The first record without which a trace reads the same forward and backward.

    Parameters
    ----------
    trace : list of str
        The records in their order.

    Returns
    -------
    int or None
        Its index; None if there is no such record.

    Notes
    -----
    Of the first two records from both ends that differ one must go. Records equal to it and next to it might as well,
    and none besides. Each is looked at no more than a few times: O(n) time, O(1) memory.
    """
    low, high = 0, len(trace) - 1
    while low < high and trace[low] == trace[high]:
        low, high = low + 1, high - 1
    if _mirrored(trace, low + 1, high):
        extra = low
    elif _mirrored(trace, low, high - 1):
        extra = high
    else:
        return None
    while extra > 0 and trace[extra - 1] == trace[extra]:
        extra -= 1
    return extra if trace else None


def _mirrored(trace: Sequence[str], low: int, high: int) -> bool:
    """Whether the records from low to high, both included, read the same from both ends."""
    while low < high and trace[low] == trace[high]:
        low, high = low + 1, high - 1
    return low >= high
