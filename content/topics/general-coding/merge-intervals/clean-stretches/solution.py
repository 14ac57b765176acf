from collections import Counter
from collections.abc import Sequence

Pair = tuple[int, int]


def clean(recordings: Sequence[Pair], outages: Sequence[Pair], least: int) -> list[Pair]:
    """The stretches of time that were recorded and free of outages.

    Parameters
    ----------
    recordings, outages : list of tuple of int
        Pairs of a start and a stop in seconds, the stop not included, in any order; they may overlap.
    least : int
        How long a stretch must be at least.

    Returns
    -------
    list of tuple of int
        The start and the stop of each, in ascending order.

    Notes
    -----
    A sweep over the moments at which a pair begins or stops, with the numbers of recordings and of outages that hold. A
    stretch goes on while the state stays clean: O(n log n) time.
    """
    recorded, broken = _changes(recordings), _changes(outages)
    stretches = []
    recording = breaking = 0
    since = None
    for time in sorted({*recorded, *broken}):
        recording += recorded[time]
        breaking += broken[time]
        if recording > 0 and breaking == 0:
            since = time if since is None else since
        elif since is not None:
            if time - since >= least:
                stretches.append((since, time))
            since = None
    return stretches


def _changes(pairs: Sequence[Pair]) -> Counter[int]:
    """By how much the number of pairs that hold changes at each moment."""
    changes: Counter[int] = Counter()
    for start, stop in pairs:
        changes[start] += 1
        changes[stop] -= 1
    return changes
