def together(n: int, pairs: list[tuple[int, int]], most: int) -> list[bool]:
    """Join texts pair by pair into clusters of limited size, and say of each pair whether it is in one.

    Parameters
    ----------
    n : int
        How many texts there are; they are numbered from 0.
    pairs : list of tuple of int
        Pairs of texts, in the order in which they are taken.
    most : int
        How many texts a cluster may hold, at least 1.

    Returns
    -------
    list of bool
        For each pair, whether its texts are in one cluster after it was taken.

    Notes
    -----
    Union-find: the smaller cluster's leader follows the larger one's, so that a path to a leader has at most log2(n)
    steps, and each search halves the path it went. O(n) memory, and time that is nearly in proportion to
    n plus the number of pairs.
    """
    leader, size = list(range(n)), [1] * n

    def lead(text: int) -> int:
        while leader[text] != text:
            leader[text] = text = leader[leader[text]]
        return text

    answers = []
    for one, other in pairs:
        large, small = lead(one), lead(other)
        if size[large] < size[small]:
            large, small = small, large
        if large != small and size[large] + size[small] <= most:
            leader[small] = large
            size[large] += size[small]
            small = large
        answers.append(large == small)
    return answers
