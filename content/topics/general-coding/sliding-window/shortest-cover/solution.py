from collections import Counter
from collections.abc import Mapping, Sequence


def shortest_cover(events: Sequence[str], needed: Mapping[str, int]) -> tuple[int, int] | None:
    """The shortest stretch of a log that holds enough events of each needed kind, the first of several.

    Parameters
    ----------
    events : list of str
        The kinds of the events, in their order.
    needed : dict of str to int
        How many events of each kind the stretch must hold at least.

    Returns
    -------
    tuple of int, or None
        Its start and its stop, as in `events[start:stop]`; None if the log does not hold it.

    Notes
    -----
    `short[kind]` is how many more are needed than are inside, negative where there are too many; `missing` sums what is
    positive. Both ends only move forward: O(n + kinds).
    """
    short = Counter(needed)
    missing = sum(needed.values())
    if missing == 0:
        return 0, 0
    best, start = None, 0
    for stop, event in enumerate(events, 1):
        missing -= short[event] > 0
        short[event] -= 1
        while missing == 0:
            if best is None or stop - start < best[1] - best[0]:
                best = start, stop
            short[events[start]] += 1
            missing += short[events[start]] > 0
            start += 1
    return best
