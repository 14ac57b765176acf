from collections.abc import Sequence


def fewest_stretches(events: Sequence[str], k: int) -> tuple[int, int]:
    """The fewest stretches of a trace that read the same both ways, once at most k events of each are dropped.

    Parameters
    ----------
    events : list of str
        What ran, in its order.
    k : int
        How many events each stretch may drop, at least 0.

    Returns
    -------
    tuple of int
        The smallest number of stretches, and the smallest number of events dropped in all with so many stretches.

    Notes
    -----
    `drops[stop]` is how many events the stretch from `start` up to, not including, `stop` must drop, and `below` the
    same from the next start. With the starts going down, the best for the rest of the trace is there too: O(n**2) time
    and O(n) space.
    """
    count = len(events)
    below: list[int] = []
    best = [(0, 0)] * (count + 1)
    for start in reversed(range(count)):
        drops = [0] * (start + 2)
        for stop in range(start + 2, count + 1):
            if events[start] == events[stop - 1]:
                drops.append(below[stop - 1])
            else:
                drops.append(1 + min(below[stop], drops[stop - 1]))
        best[start] = min(
            (1 + best[stop][0], drops[stop] + best[stop][1]) for stop in range(start + 1, count + 1) if drops[stop] <= k
        )
        below = drops
    return best[0]
