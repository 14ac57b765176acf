import heapq
from collections.abc import Iterator, Sequence


def compact(runs: Sequence[Iterator[tuple[int, int | None]]]) -> list[tuple[int, int]]:
    """One run made of many: of each key the value of the newest run that has it, and no deleted keys.

    Parameters
    ----------
    runs : list of iterators of tuples
        Pairs of a key, any whole number, and a value, or None for a deleted key, in ascending order of keys; the newest
        run first.

    Returns
    -------
    list of tuple of int
        Pairs of a key and its value, in ascending order of keys.

    Notes
    -----
    A heap has the first unread record of each run, ordered by key and by how new the run is, so that the first record
    of a key decides: O(N log k) for N records in k runs.
    """
    heap: list[tuple[int, int, int | None]] = []

    def advance(age: int) -> None:
        record = next(runs[age], None)
        if record is not None:
            heapq.heappush(heap, (record[0], age, record[1]))

    for age in range(len(runs)):
        advance(age)
    result, last = [], None
    while heap:
        key, age, value = heapq.heappop(heap)
        advance(age)
        if key != last and value is not None:
            result.append((key, value))
        last = key
    return result
