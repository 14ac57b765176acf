import heapq
from collections.abc import Sequence


def best_transcripts(options: Sequence[list[int]], k: int) -> list[tuple[int, tuple[int, ...]]]:
    """The k cheapest ways to take one candidate for each word.

    Parameters
    ----------
    options : list of list of int
        For each word the costs of its candidates, in non-decreasing order.
    k : int
        How many transcripts to find, if there are that many; at least 1.

    Returns
    -------
    list of tuples
        Pairs of a cost and the choices, by cost and then by choices.

    Notes
    -----
    Only the k best for the first words can be prefixes of the k best for one word more. Each of them, followed by the
    candidates of the next word, is a sorted list, and the first k of all these lists are merged: O(m k log k)
    comparisons.
    """
    best: list[tuple[int, tuple[int, ...]]] = [(0, ())]
    for costs in options:
        heap = [(cost + costs[0], choices, 0) for cost, choices in best]  # sorted, and so a heap
        best = []
        while heap and len(best) < k:
            cost, choices, last = heap[0]
            best.append((cost, (*choices, last)))
            if last + 1 < len(costs):
                heapq.heapreplace(heap, (cost - costs[last] + costs[last + 1], choices, last + 1))
            else:
                heapq.heappop(heap)
    return best
