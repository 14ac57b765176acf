from collections.abc import Sequence


def cheapest_mirror(widths: Sequence[int], costs: Sequence[int]) -> int:
    """The least cost of removing layers, so that the widths of the rest read the same both ways.

    Parameters
    ----------
    widths : list of int
        The widths of the layers in their order.
    costs : list of int
        What it costs to remove each layer, at least 0.

    Returns
    -------
    int
        The smallest possible sum of the costs of removed layers.

    Notes
    -----
    `row[j]` is the least cost for the layers from i up to, not including, j, and `below` the same from i + 1. The ends
    both stay, if they are equal, or one of them goes: O(n**2) time, O(n) space.
    """
    below = [0] * (len(widths) + 1)
    for i in reversed(range(len(widths))):
        row = [0] * (i + 2)
        for j in range(i + 2, len(widths) + 1):
            cost = min(costs[i] + below[j], costs[j - 1] + row[j - 1])
            if widths[i] == widths[j - 1]:
                cost = min(cost, below[j - 1])
            row.append(cost)
        below = row
    return below[-1]
