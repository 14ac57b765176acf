from collections.abc import Sequence


def balanced_stretch(labels: Sequence[str], classes: Sequence[str]) -> tuple[int, int]:
    """The longest stretch in which all the classes occur equally often, the first of several.

    Parameters
    ----------
    labels : list of str
        The labels in their order.
    classes : list of str
        Two to four distinct labels; others do not matter.

    Returns
    -------
    tuple of int
        Its start and its stop, as in `labels[start:stop]`; (0, 0) if there is none.

    Notes
    -----
    A stretch is balanced if and only if the counts' differences are the same before and after it, so the first place
    of each tuple of differences is kept in a dictionary: O(n) time and space for a few classes.
    """
    counts = dict.fromkeys(classes, 0)
    met = {(0,) * len(classes): 0}
    best = 0, 0
    for stop, label in enumerate(labels, 1):
        if label in counts:
            counts[label] += 1
        base = counts[classes[0]]
        start = met.setdefault(tuple(count - base for count in counts.values()), stop)
        if stop - start > best[1] - best[0]:
            best = start, stop
    return best
