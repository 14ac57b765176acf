from bisect import bisect_left
from collections.abc import Sequence
from typing import Any


def as_of(times: Sequence[int], values: list[Any], moments: Sequence[int], max_age: int) -> list[Any]:
    """The newest value that was written before each moment and is not too old.

    Parameters
    ----------
    times : list of int
        When the values were written, in seconds, in order; several may be equal.
    values : list
        What was written then, as many as `times`; None is not among them.
    moments : list of int
        The seconds to look back from, in any order.
    max_age : int
        By how many seconds a value may be older than the moment, at least 1.

    Returns
    -------
    list
        A value for each moment, None where there is none.

    Notes
    -----
    `bisect_left` is the first place not before the moment; its left neighbor is the last value written before it.
    O(m log n) for m moments and n values.
    """
    found = []
    for moment in moments:
        at = bisect_left(times, moment) - 1
        found.append(values[at] if at >= 0 and moment - times[at] <= max_age else None)
    return found
