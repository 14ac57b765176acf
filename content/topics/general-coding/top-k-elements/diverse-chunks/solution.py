from collections import Counter
from collections.abc import Iterable


def best_chunks(hits: Iterable[tuple[int, int]], k: int, most: int) -> list[int]:
    """The best chunks of a stream of hits, with a few of each document at most.

    Parameters
    ----------
    hits : iterator of tuple of int
        Pairs of a chunk and its score, which can be read once; chunk c belongs to document c // 100.
    k : int
        How many chunks to choose, at least 1.
    most : int
        How many chunks of one document may be chosen, at least 1.

    Returns
    -------
    list of int
        The chosen chunks, the best first.

    Notes
    -----
    What is not chosen of a part of the hits is not chosen of all. So whenever 2k hits have come together, only those
    are kept that would be chosen of them: O(k log k) for k more hits, O(n log k) in all.
    """
    kept: list[tuple[int, int]] = []
    for hit in hits:
        kept.append(hit)
        if len(kept) >= 2 * k:
            kept = _chosen(kept, k, most)
    return [chunk for chunk, _ in _chosen(kept, k, most)]


def _chosen(hits: list[tuple[int, int]], k: int, most: int) -> list[tuple[int, int]]:
    taken, of_document = [], Counter()
    for chunk, score in sorted(hits, key=lambda hit: (-hit[1], hit[0])):
        if len(taken) == k:
            break
        if of_document[chunk // 100] < most:
            of_document[chunk // 100] += 1
            taken.append((chunk, score))
    return taken
