from itertools import pairwise, product

from sharpen import checks


def tried_all(options, k):
    """Every transcript, sorted."""
    choices = product(*(range(len(costs)) for costs in options))
    priced = [(sum(costs[taken] for costs, taken in zip(options, choice, strict=True)), choice) for choice in choices]
    return sorted(priced)[:k]


COSTS = [[0], [2], [0, 0], [0, 1], [1, 1], [0, 2], [0, 1, 3], [1, 1, 1]]
SMALL = [
    (list(options), k)
    for m in (1, 2, 3)
    for options in product(COSTS[:: m if m < 3 else 2], repeat=m)
    for k in (1, 3, 6)
]


def sentences(rng, size):
    words, candidates, most, k = size
    lengths = rng.integers(1, candidates + 1, words).tolist()
    return [sorted(rng.integers(0, most + 1, length).tolist()) for length in lengths], k


def well_formed(got, options, k):
    """In order, all different, priced right, none cheaper left next to one of them."""
    possible = 1
    for costs in options:
        possible *= len(costs)
    if len(got) != min(k, possible):
        return f"{len(got)} transcripts; k is {k} and {possible} are possible"
    told = [(cost, tuple(choices)) for cost, choices in got]
    for cost, choices in told:
        if len(choices) != len(options):
            return f"{choices} has {len(choices)} choices for {len(options)} words"
        price = sum(costs[taken] for costs, taken in zip(options, choices, strict=True))
        if cost != price:
            return f"{choices} costs {price}, not {cost}"
    for earlier, later in pairwise(told):
        if not earlier < later:
            return f"{later} comes after {earlier}"
    known = {choices for _, choices in told}
    for _, choices in told:
        for word, taken in enumerate(choices):
            lower = (*choices[:word], taken - 1, *choices[word + 1 :])
            if taken and lower not in known:
                return f"{choices} is there, but not {lower}, which comes before it"
    return None


def long_sentence(rng, size):
    words, candidates, k = size
    return [sorted(rng.integers(0, 10**6, candidates).tolist()) for _ in range(words)], k


CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("best_transcripts", [[1, 2], [2, 3]], k=3),
        [(3, (0, 0)), (4, (0, 1)), (4, (1, 0))],
    ),
    checks.exhaustive(
        "Up to three words with few candidates", "best_transcripts", SMALL, expected=tried_all, same=checks.exactly()
    ),
    checks.oracle(
        "Random sentences",
        "best_transcripts",
        sentences,
        [(1, 1, 5, 1), (1, 20, 9, 12), (2, 5, 4, 8), (3, 4, 2, 20), (5, 3, 10**6, 40), (6, 3, 3, 150), (3, 6, 1, 1000)],
        expected=tried_all,
        same=checks.exactly(),
    ),
    checks.property(
        "Priced right, in order, and nothing that comes before them is missing",
        "best_transcripts",
        sentences,
        [(2, 3, 3, 4), (8, 6, 10, 50), (30, 20, 10**6, 60), (20, 4, 1, 120)],
        holds=well_formed,
    ),
    checks.unchanged(
        "The options are not changed",
        "best_transcripts",
        sentences,
        [(1, 3, 5, 2), (6, 5, 20, 30), (3, 12, 50, 1), (30, 20, 100, 3)],
    ),
    checks.growth(
        "30 words with 10 candidates each, the 600 cheapest",
        "best_transcripts",
        long_sentence,
        [(30, 10, 600)],
        factor=30,
        same=checks.exactly(),
    ),
    checks.oracle(
        "Equal costs where the list ends",
        "best_transcripts",
        [
            ([[0, 1], [0, 3], [0, 2]], 4),
            ([[0, 1], [0, 4], [0, 2], [0, 1]], 6),
            ([[0] * 20], 12),
            ([[5] * 20, [5] * 20], 25),
            ([[0, 0, 1], [0, 2, 2], [0, 1, 3]], 7),
            ([[10**6] * 20] * 30, 1000),
        ],
        same=checks.exactly(),
    ),
]
