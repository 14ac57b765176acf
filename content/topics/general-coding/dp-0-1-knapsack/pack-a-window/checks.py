from itertools import combinations

from sharpen import checks


def every_choice(lengths, window):
    """The padding of every choice of documents that fits."""
    used = [
        sum(chosen) + count - 1
        for count in range(1, len(lengths) + 1)
        for chosen in combinations(lengths, count)
        if sum(chosen) + count - 1 <= window
    ]
    return window - max(used, default=0)


def by_bits(lengths, window):
    """The totals that can be reached, as the bits of one integer."""
    totals = 1
    for length in lengths:
        totals |= totals << (length + 1)
    totals &= (1 << (window + 2)) - 1
    return min(window, window + 2 - totals.bit_length())


def documents(rng, size):
    count, longest, window = size
    return rng.integers(1, longest + 1, count).tolist(), window


def odd_ones(rng, size):
    """Lengths that are odd: with its separator each is even, and a window that is even is never full."""
    count, longest, window = size
    return (2 * rng.integers(0, longest // 2, count) + 1).tolist(), window


def keeps_parity(got, lengths, window):
    if not 0 <= got <= window:
        return f"the padding is {got}; it can only be from 0 to the whole window of {window}"
    shortest = min(lengths, default=window + 1)
    if shortest <= window < got + shortest:
        return f"the padding is {got}, but the document of {shortest} tokens alone leaves {window - shortest}"
    if got < window and (window + 1 - got) % 2:
        total = window - got
        return f"documents and separators would be {total} tokens, but all lengths are odd, and such totals are too"
    return None


SMALL = [(lengths, window) for lengths in checks.lists([1, 2, 3, 5], 4) for window in range(12)]

CHECKS = [
    checks.example("The example in the statement", checks.call("least_padding", [6, 4, 4], 9), 0),
    checks.exhaustive("Up to four documents, windows up to eleven", "least_padding", SMALL, expected=every_choice),
    checks.oracle(
        "Random documents",
        "least_padding",
        documents,
        [(0, 1, 0), (0, 5, 2000), (1, 1, 1), (3, 9, 12), (6, 30, 70), (12, 200, 640), (5, 2000, 2000), (60, 90, 1999)],
        expected=by_bits,
        same=checks.exactly(),
    ),
    checks.oracle(
        "Documents that do not fit, and one that does",
        "least_padding",
        [([2000] * 99 + [1500], 1600), ([1500] + [2000] * 99, 1600), ([5, 4], 3), ([2000], 2000), ([1] * 100, 199)],
        expected=by_bits,
        same=checks.exactly(),
    ),
    checks.property(
        "Documents of odd lengths: the padding is one that they can leave",
        "least_padding",
        odd_ones,
        [(1, 9, 4), (4, 20, 50), (9, 100, 300), (5, 2000, 1500), (1, 2000, 2)],
        holds=keeps_parity,
    ),
    checks.unchanged(
        "The lengths are not changed", "least_padding", documents, [(3, 9, 12), (20, 50, 300), (9, 50, 20)]
    ),
    checks.growth(
        "100 documents, a window of 2,000 tokens that cannot be filled",
        "least_padding",
        odd_ones,
        [(100, 90, 2000)],
        factor=100,
        same=checks.exactly(),
    ),
    checks.growth(
        "100 documents, a window that few of them fit",
        "least_padding",
        documents,
        [(100, 2000, 300)],
        factor=100,
        expected=by_bits,
        same=checks.exactly(),
    ),
]
