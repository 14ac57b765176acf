from collections.abc import Sequence


def ablations(needs: Sequence[Sequence[int]], clashes: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Every set of components in which each has what it needs and no two clash.

    Parameters
    ----------
    needs : list of list of int
        For each component those it needs, all of smaller numbers.
    clashes : list of tuple of int
        Pairs of components that can't be together.

    Returns
    -------
    list of list of int
        The sets in lexicographic order, each in ascending order.

    Notes
    -----
    Without its largest component a set that makes sense still does, so each is reached through such sets alone, by
    adding components in ascending order. With sets as bits O(n) for each of the s sets: O(n s).
    """
    needed = [sum(1 << other for other in set(others)) for others in needs]
    against = [0] * len(needs)
    for a, b in clashes:
        against[a] |= 1 << b
        against[b] |= 1 << a
    found: list[list[int]] = []
    chosen: list[int] = []

    def extend(first: int, inside: int) -> None:
        found.append(chosen[:])
        for component in range(first, len(needs)):
            if not needed[component] & ~inside and not against[component] & inside:
                chosen.append(component)
                extend(component + 1, inside | 1 << component)
                chosen.pop()

    extend(0, 0)
    return found
