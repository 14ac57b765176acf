from itertools import combinations, product

from sharpen import checks


def by_filtering(needs, clashes):
    """All sets, those that make sense kept."""
    parts, kept = range(len(needs)), []
    for count in range(len(needs) + 1):
        for chosen in map(set, combinations(parts, count)):
            fed = all(chosen.issuperset(needs[part]) for part in chosen)
            if fed and not any(chosen.issuperset(pair) for pair in clashes):
                kept.append(sorted(chosen))
    return sorted(kept)


def small():
    """Every need among up to four components, with up to two clashes."""
    for count in range(5):
        pairs = list(combinations(range(count), 2))
        below = [[list(s) for k in range(part + 1) for s in combinations(range(part), k)] for part in range(count)]
        for needs in product(*below):
            for clashing in range(3 if count == 4 else 4):
                for clashes in combinations(pairs, clashing):
                    yield list(needs), [(b, a) if (a + b) % 2 else (a, b) for a, b in clashes]


def sheets(rng, size):
    """Needs and clashes at random; the pairs in either order, and some twice."""
    count, needed, clashing = size
    needs = [[other for other in range(part) if rng.random() < needed] for part in range(count)]
    pairs = [pair for pair in combinations(range(count), 2) if rng.random() < clashing]
    pairs += pairs[: len(pairs) // 3]
    clashes = [pairs[at][:: rng.choice([1, -1])] for at in rng.permutation(len(pairs))]
    return needs, clashes


CHAIN = [[part - 1] if part else [] for part in range(40)]
FREE: list[list[int]] = [[] for _ in range(40)]
EACH_ALONE = list(combinations(range(40), 2))
TWO_CHAINS = [[part - 2] if part > 1 else [] for part in range(40)]
# Twelve free components, then 28 of which each needs the one before: 2^12 sets and 28 more.
MANY = [[] for _ in range(12)] + [list(range(12))] + [[part - 1] for part in range(13, 40)]
# Three groups, of each of which one component at most can be there: 14 * 14 * 15 sets.
GROUPS = [pair for pair in EACH_ALONE if pair[0] % 3 == pair[1] % 3]


def make_sense(got, needs, clashes):
    """Whether each set makes sense, none comes twice, and they are in order; how many there are is known elsewhere."""
    previous = None
    for place, chosen in enumerate(got):
        shown = checks.show(list(chosen), longest=100)
        lacking = next(((c, n) for c in chosen for n in needs[c] if n not in chosen), None)
        if lacking:
            return f"set {place} is {shown}; component {lacking[0]} needs {lacking[1]}, which is not in it"
        both = next((pair for pair in clashes if set(pair) <= set(chosen)), None)
        if both:
            return f"set {place} is {shown}, and {both[0]} clashes with {both[1]}"
        if previous is not None and list(chosen) <= previous:
            return f"set {place} is {shown}, and the set before it {checks.show(previous, longest=100)}: no order"
        previous = list(chosen)
    alone = [[part] for part in range(len(needs)) if not needs[part]]
    missing = next((one for one in [[], *alone] if one not in [list(chosen) for chosen in got]), None)
    return None if missing is None else f"{missing} makes sense and is missing"


CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("ablations", [[], [], [0]], [(1, 2)]),
        [[], [0], [0, 1], [0, 2], [1]],
    ),
    checks.exhaustive("Every need of up to four components", "ablations", small(), expected=by_filtering),
    checks.oracle(
        "Random needs and clashes",
        "ablations",
        sheets,
        [
            (0, 0, 0),
            (1, 0, 0),
            (3, 0.3, 0.3),
            (5, 0.2, 0.2),
            (7, 0.3, 0.1),
            (9, 0.1, 0.4),
            (10, 0.2, 0.2),
            (8, 0.1, 0.3),
            (11, 0.4, 0.1),
            (10, 0.5, 0),
        ],
        expected=by_filtering,
        same=checks.exactly(),
    ),
    checks.oracle(
        "40 components, and hardly more sets that make sense",
        "ablations",
        [(CHAIN, []), (FREE, EACH_ALONE), (TWO_CHAINS, [(0, 3)])],
        same=checks.exactly(),
    ),
    checks.growth(
        "40 components, thousands of sets that make sense",
        "ablations",
        [(FREE, GROUPS), (MANY, [])],
        factor=30,
        same=checks.exactly(),
    ),
    checks.property(
        "Each set makes sense, and comes once and in order",
        "ablations",
        sheets,
        [(4, 0.3, 0.3), (12, 0.2, 0.2), (20, 0.2, 0.3), (40, 0.3, 0.6)],
        holds=make_sense,
    ),
    checks.unchanged("The arguments are not changed", "ablations", sheets, [(5, 0.2, 0.2), (10, 0.3, 0.2)]),
]
