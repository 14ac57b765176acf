def moved(n: int, apart: list[tuple[int, int]]) -> list[int] | None:
    """The fewest servers to move into a second zone, so that no pair that must be apart is together.

    Parameters
    ----------
    n : int
        How many servers there are; they are numbered from 0.
    apart : list of tuple of int
        Pairs of servers that must end in different zones.

    Returns
    -------
    list of int, or None
        The servers to move, sorted; where both sides of a group are equally large, its smallest number stays. None if
        two zones are not enough.

    Notes
    -----
    The side of one server decides those of its whole group, and swapping the sides is the only other way. Each group is
    walked over once, breadth first: O(n + m) time and memory, and
    O(n log n) for sorting, which one mark for each server would save.
    """
    partners: list[list[int]] = [[] for _ in range(n)]
    for one, other in apart:
        partners[one].append(other)
        partners[other].append(one)
    side: dict[int, bool] = {}
    leaving = []
    for first in range(n):
        if first in side:
            continue
        side[first], group = False, [first]
        for server in group:
            for partner in partners[server]:
                if partner not in side:
                    side[partner] = not side[server]
                    group.append(partner)
                elif side[partner] == side[server]:
                    return None
        away = [server for server in group if side[server]]
        if 2 * len(away) > len(group):
            away = [server for server in group if not side[server]]
        leaving += away
    return sorted(leaving)
