from collections.abc import Sequence


def best_features(parents: Sequence[int], costs: Sequence[int], values: Sequence[int], budget: int) -> list[int]:
    """The features of the largest total value within a budget, where each needs its parent.

    Parameters
    ----------
    parents : list of int
        For each feature the one it is derived from, which comes before it; -1 if there is none.
    costs, values : lists of int
        What each feature costs, at least 0, and what it is worth, which may be negative.
    budget : int
        What the chosen features may cost in total.

    Returns
    -------
    list of int
        The chosen features in ascending order; any of equally good choices, empty if nothing is worth its cost.

    Notes
    -----
    In preorder, taking a feature leads to the next place, and leaving it leads behind its subtree. `best[place][room]`
    is the largest value from a place on, filled from the end: O(n * budget) time and space, and no merging of tables.
    """
    size, derived = [1] * len(parents), [[] for _ in parents]
    raw = []
    for feature in reversed(range(len(parents))):
        parent = parents[feature]
        if parent >= 0:
            size[parent] += size[feature]
        (derived[parent] if parent >= 0 else raw).append(feature)
    order, stack = [], raw
    while stack:
        order.append(stack.pop())
        stack += derived[order[-1]]

    best = [[0] * (budget + 1)]
    for feature in reversed(order):
        cost, value = costs[feature], values[feature]
        left, taken = best[-size[feature]], best[-1]
        row = left[:cost]
        for room in range(cost, budget + 1):
            row.append(max(left[room], value + taken[room - cost]))
        best.append(row)
    best.reverse()

    chosen, place, room = [], 0, budget
    while place < len(order):
        feature = order[place]
        if best[place][room] == best[place + size[feature]][room]:
            place += size[feature]
        else:
            chosen.append(feature)
            place, room = place + 1, room - costs[feature]
    return sorted(chosen)
