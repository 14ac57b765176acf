from collections import defaultdict
from heapq import heappop, heappush


def vital(links: list[tuple[str, str, int]], source: str, target: str) -> list[int]:
    """The links without which the shortest path from source to target would be longer, or there would be none.

    Parameters
    ----------
    links : list of tuple of str, str and int
        Where each link begins, where it ends, and its length, at least 1.
    source, target : str
        The two centers.

    Returns
    -------
    list of int
        The places of these links, sorted.

    Notes
    -----
    Links on shortest paths are stretches of a line, by distance from the source. Each shortest path covers the line
    once, so a link is on all of them just if no other such stretch overlaps its own. Two searches, a sort and a pass
    over the stretches: O((n + m) log m) time, O(n + m) memory.
    """
    there = distances(links, source)
    back = distances([(end, origin, length) for origin, end, length in links], target)
    if target not in there:
        return []
    whole = there[target]
    stretches = sorted(
        (there[origin], there[end], place)
        for place, (origin, end, length) in enumerate(links)
        if origin in there and end in back and there[origin] + length + back[end] == whole
    )
    beginnings = [*(begin for begin, _, _ in stretches), whole]
    furthest, alone = 0, []
    for (begin, end, place), after in zip(stretches, beginnings[1:], strict=True):
        if furthest <= begin and end <= after:
            alone.append(place)
        furthest = max(furthest, end)
    return sorted(alone)


def distances(links: list[tuple[str, str, int]], start: str) -> dict[str, int]:
    """The length of a shortest path to each center that can be reached."""
    leaving: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for origin, end, length in links:
        leaving[origin].append((end, length))
    reached: dict[str, int] = {}
    heap = [(0, start)]
    while heap:
        so_far, center = heappop(heap)
        if center not in reached:
            reached[center] = so_far
            for end, length in leaving[center]:
                heappush(heap, (so_far + length, end))
    return reached
