from heapq import heappop, heappush
from itertools import pairwise


def merged_header(sheets: list[list[str]]) -> list[str]:
    """One header that keeps the order of the columns of every sheet.

    Parameters
    ----------
    sheets : list of list of str
        The columns of each sheet, from left to right.

    Returns
    -------
    list of str
        Every column once; at each place the oldest that can go there.

    Raises
    ------
    ValueError
        If there is no such header.

    Notes
    -----
    Kahn's algorithm with a heap of ages for those that may come next. Neighbors of a sheet are enough for edges, and
    one that comes twice is counted twice: O((n + m) log n) time, O(n + m) memory for n columns and m entries.
    """
    columns = list(dict.fromkeys(column for sheet in sheets for column in sheet))
    age = {column: at for at, column in enumerate(columns)}
    right: list[list[int]] = [[] for _ in columns]
    missing = [0] * len(columns)
    for sheet in sheets:
        for one, other in pairwise(sheet):
            right[age[one]].append(age[other])
            missing[age[other]] += 1
    ready = [at for at, count in enumerate(missing) if count == 0]
    header = []
    while ready:
        oldest = heappop(ready)
        header.append(columns[oldest])
        for other in right[oldest]:
            missing[other] -= 1
            if missing[other] == 0:
                heappush(ready, other)
    if len(header) < len(columns):
        raise ValueError("the sheets contradict each other")
    return header
