from collections.abc import Sequence


def attributed(shown: Sequence[int], clicked: Sequence[int], window: int) -> int:
    """The largest number of clicks that can be matched to impressions, each used once.

    Parameters
    ----------
    shown, clicked : list of int
        Times in seconds, each list in ascending order.
    window : int
        A click is matched to an impression of the same time or up to so many seconds before.

    Returns
    -------
    int

    Notes
    -----
    Each click takes the oldest impression that has not expired: later clicks could use it no better. Both places only
    move forward: O(n + m) time, O(1) memory.
    """
    at = pairs = 0
    for click in clicked:
        while at < len(shown) and shown[at] + window < click:
            at += 1
        if at < len(shown) and shown[at] <= click:
            pairs += 1
            at += 1
    return pairs
