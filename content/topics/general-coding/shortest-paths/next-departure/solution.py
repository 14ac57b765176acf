from heapq import heappop, heappush


def arrival(links: list[tuple[str, str, int, int]], source: str, target: str, start: int) -> int | None:
    """The earliest minute at which a checkpoint can be in a center.

    Parameters
    ----------
    links : list of tuple of str, str, int and int
        Each from where a transfer departs, where it arrives, every how many minutes, and how many it takes.
    source : str
        Where the checkpoint is.
    target : str
        Where it should go.
    start : int
        From which minute on it is there.

    Returns
    -------
    int, or None
        The minute; None if it can never be there.

    Notes
    -----
    Dijkstra's algorithm on times: being earlier never means arriving later, so the earliest arrival of all that are
    left can't be improved. Each link is pushed at most once: O(m log m) time, O(n + m) memory.
    """
    departing: dict[str, list[tuple[str, int, int]]] = {}
    for origin, end, every, takes in links:
        departing.setdefault(origin, []).append((end, every, takes))
    reached = set()
    heap = [(start, source)]
    while heap:
        now, center = heappop(heap)
        if center == target:
            return now
        if center in reached:
            continue
        reached.add(center)
        for end, every, takes in departing.get(center, ()):
            wait = -now % every
            heappush(heap, (now + wait + takes, end))
    return None
