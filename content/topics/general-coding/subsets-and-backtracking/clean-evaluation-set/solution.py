from collections.abc import Sequence


def clean_sets(shards: Sequence[Sequence[str]], required: Sequence[str]) -> list[list[int]]:
    """Every choice of shards that holds each required label exactly once and any other at most once.

    Parameters
    ----------
    shards : list of list of str
        The labels of each shard, without repeats.
    required : list of str
        Different labels.

    Returns
    -------
    list of list of int
        The choices in lexicographic order, each in ascending order; no chosen shard is without a required label.

    Notes
    -----
    An exact cover with secondary items: branch on the open label with the fewest usable shards, and drop what shares a
    label with the one taken. Sets of shards are bits of a number. Exponential in the worst case; each step takes
    O(r + b) for r open labels and b shards tried.
    """
    holders: dict[str, int] = dict.fromkeys(required, 0)
    for number, labels in enumerate(shards):
        for label in labels:
            holders[label] = holders.get(label, 0) | 1 << number
    rivals = [0] * len(shards)
    for number, labels in enumerate(shards):
        for label in labels:
            rivals[number] |= holders[label]
    found: list[list[int]] = []
    chosen: list[int] = []

    def search(still_open: Sequence[str], usable: int) -> None:
        if not still_open:
            found.append(sorted(chosen))
            return
        scarce = min(still_open, key=lambda label: (holders[label] & usable).bit_count())
        options = holders[scarce] & usable
        while options:
            shard = options & -options
            options -= shard
            number = shard.bit_length() - 1
            chosen.append(number)
            search([label for label in still_open if not holders[label] & shard], usable & ~rivals[number])
            chosen.pop()

    search(required, (1 << len(shards)) - 1)
    return sorted(found)
