from collections.abc import Callable
from typing import Any


def shuffle(items: list[Any], uniform: Callable[[], float]) -> list[Any]:
    """Return the items in random order, every permutation equally likely.

    Parameters
    ----------
    items : list
        Any objects.
    uniform : callable
        `uniform()` returns an independent float, uniform on [0, 1).

    Returns
    -------
    list
        A new list of the same items.

    Notes
    -----
    Fisher-Yates: position i receives one of the i + 1 items that have no place yet. The choices
    make n! equally likely sequences, one for each permutation. O(n).
    """
    shuffled = list(items)
    for i in range(len(shuffled) - 1, 0, -1):
        j = int(uniform() * (i + 1))
        shuffled[i], shuffled[j] = shuffled[j], shuffled[i]
    return shuffled
