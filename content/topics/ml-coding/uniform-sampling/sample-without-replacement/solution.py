import random


def sample(n: int, k: int, rng: random.Random) -> set[int]:
    """Draw k different integers from 0 to n - 1, every subset equally likely.

    Parameters
    ----------
    n : int
        Size of the range.
    k : int
        How many to draw.
    rng : random.Random
        The source of all randomness.

    Returns
    -------
    set of int
        A set, list or tuple of `k` different integers, in any order.

    Raises
    ------
    ValueError
        If `k` is negative or larger than `n`.

    Notes
    -----
    Floyd's algorithm. After the round of j, the set is a uniform subset of 0, ..., j: j enters when
    it is drawn or when the draw collides. One draw per number: O(k) time and memory.
    """
    if not 0 <= k <= n:
        raise ValueError("k must be between 0 and n")
    chosen: set[int] = set()
    for j in range(n - k, n):
        t = rng.randrange(j + 1)
        chosen.add(j if t in chosen else t)
    return chosen
