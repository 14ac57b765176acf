from collections.abc import Sequence


def labels_done(annotators: Sequence[tuple[int, int, int]], labels: int) -> int:
    """The earliest second at which a team has finished enough labels.

    Parameters
    ----------
    annotators : list of tuple of int
        For each, the seconds for a label, the labels between two pauses, and the seconds of a pause.
    labels : int
        How many are needed in all, at least 0.

    Returns
    -------
    int
        The first second at which at least so many are finished.

    Notes
    -----
    How many are finished by a second never falls, and is counted by a division for each annotator; so the first second
    with enough is found by halving: O(w log T) for w annotators and an answer of T.
    """

    def finished(second: int) -> int:
        total = 0
        for pace, block, pause in annotators:
            cycles, rest = divmod(second, block * pace + pause)
            total += cycles * block + min(block, rest // pace)
        return total

    high = 1
    while finished(high) < labels:
        high *= 2
    low = 0
    while low < high:
        middle = (low + high) // 2
        if finished(middle) >= labels:
            high = middle
        else:
            low = middle + 1
    return low
