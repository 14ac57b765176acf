import numpy as np
from numpy.typing import ArrayLike


def stratified_split(y: ArrayLike, test_fraction: float, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Split rows at random into train and test, keeping every class's share in both.

    Parameters
    ----------
    y : array_like, shape (n,)
        Class labels, integers or strings.
    test_fraction : float
        Share of every class that goes to the test set, strictly between 0 and 1.
    rng : numpy.random.Generator
        The source of all randomness.

    Returns
    -------
    train, test : ndarray of int
        Row numbers; every row is in exactly one of the two.

    Raises
    ------
    ValueError
        If `test_fraction` is not strictly between 0 and 1, or a class has fewer than two rows.

    Notes
    -----
    Sorting a uniform permutation by class leaves a uniform order inside every class, independent of
    the others, because the sort sees classes and nothing else. Each block's first rows are tested.
    O(n log n).
    """
    if not 0 < test_fraction < 1:
        raise ValueError("test_fraction must be strictly between 0 and 1")
    _, codes, counts = np.unique(y, return_inverse=True, return_counts=True)
    if counts.min() < 2:
        raise ValueError("every class needs at least two rows")

    order = rng.permutation(len(codes))
    order = order[np.argsort(codes[order])]

    quota = np.clip(np.rint(test_fraction * counts).astype(int), 1, counts - 1)
    starts = np.cumsum(counts) - counts
    rank = np.arange(len(codes)) - np.repeat(starts, counts)
    tested = rank < np.repeat(quota, counts)
    return order[~tested], order[tested]
