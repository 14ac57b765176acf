import random
from collections.abc import Iterable
from typing import Any


def reservoir_sample(stream: Iterable[Any], k: int, rng: random.Random) -> list[Any]:
    """Draw k items uniformly from a stream that is read once.

    Parameters
    ----------
    stream : iterable
        Any objects; its length is not known.
    k : int
        How many to draw.
    rng : random.Random
        The source of all randomness.

    Returns
    -------
    list
        `k` items in any order, or all of them if the stream is not longer than that.

    Raises
    ------
    ValueError
        If `k` is negative.

    Notes
    -----
    Vitter's algorithm R: item i (from 0) enters with probability k / (i + 1) in a uniform place.
    O(n) time, O(k) memory.
    """
    if k < 0:
        raise ValueError("k must not be negative")
    reservoir: list[Any] = []
    for i, item in enumerate(stream):
        if i < k:
            reservoir.append(item)
            continue
        j = rng.randrange(i + 1)
        if j < k:
            reservoir[j] = item
    return reservoir
