from collections.abc import Sequence


def least_padding(lengths: Sequence[int], window: int) -> int:
    """The least padding of a window that is filled with whole documents, with a separator between each two.

    Parameters
    ----------
    lengths : list of int
        How many tokens each document has, at least 1.
    window : int
        How many tokens the window holds.

    Returns
    -------
    int
        How many tokens stay empty; the whole window if no document fits.

    Notes
    -----
    Each document brings a separator, and the window gets room for the one too many. Totals are marked from the top
    down, so that no document is used twice: O(n * window) time, O(window) space.
    """
    room = window + 1
    reachable = [True] + [False] * room
    for length in lengths:
        for total in range(room, length, -1):
            if reachable[total - length - 1]:
                reachable[total] = True
    fullest = max(total for total in range(room + 1) if reachable[total])
    return min(window, room - fullest)
