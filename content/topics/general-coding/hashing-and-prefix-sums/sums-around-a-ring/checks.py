from sharpen import checks


def added_up(values, stretches):
    """Value by value, for short stretches."""
    return [sum(values[(start + step) % len(values)] for step in range(length)) for start, length in stretches]


RINGS = [[2], [-3], [1, 5], [4, -4], [0, 7], [1, 2, 4], [-1, 10, 100], [5, 5, -10], [1, 10, 100, 1000]]
SMALL = [(ring, [(start, length)]) for ring in RINGS for start in range(len(ring)) for length in range(14)]


def week(rng, size):
    length, questions, most, longest = size
    values = rng.integers(-most, most + 1, length).tolist()
    starts, lengths = rng.integers(0, length, questions).tolist(), rng.integers(0, longest + 1, questions).tolist()
    return values, list(zip(starts, lengths, strict=True))


def parts_add_up(got, values, stretches):
    """Each second stretch goes on where the one before ends; the third is both of them."""
    if len(got) != len(stretches):
        return f"{len(stretches)} stretches need as many sums, not {len(got)}"
    for at in range(0, len(got), 3):
        if got[at] + got[at + 1] != got[at + 2]:
            first, second, both = stretches[at : at + 3]
            return f"{got[at]} for {first} and {got[at + 1]} for {second}, next to it, but {got[at + 2]} for {both}"
    return None


def in_parts(rng, size):
    length, threes, longest = size
    values = rng.integers(-(10**6), 10**6 + 1, length).tolist()
    stretches = []
    for _ in range(threes):
        start, one, other = int(rng.integers(length)), int(rng.integers(longest)), int(rng.integers(longest))
        stretches += [(start, one), ((start + one) % length, other), (start, one + other)]
    return values, stretches


CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("ring_sums", [3, 1, 4, 7], [(3, 4), (1, 7), (2, 0)]),
        [15, 27, 0],
    ),
    checks.exhaustive("Every stretch of up to thirteen values of small rings", "ring_sums", SMALL, expected=added_up),
    checks.oracle(
        "Random rings and stretches",
        "ring_sums",
        week,
        [(1, 1, 3, 5), (3, 4, 9, 2), (5, 8, 9, 30), (40, 60, 10**6, 200), (200, 30, 10**6, 900)],
        expected=added_up,
        same=checks.exactly(),
    ),
    checks.property(
        "Two stretches in a row add up to the one of both",
        "ring_sums",
        in_parts,
        [(1, 1, 3), (4, 2, 9), (7, 5, 10**11), (1008, 50, 5 * 10**11)],
        holds=parts_add_up,
    ),
    checks.oracle(
        "No questions, a ring of one, and the longest stretches",
        "ring_sums",
        [([5], []), ([10**6] * 3, [(2, 10**12), (0, 10**12)]), ([-(10**6)], [(0, 10**12), (0, 1)])],
        same=checks.exactly(),
    ),
    checks.unchanged("The arguments are not changed", "ring_sums", week, [(5, 4, 9, 12), (40, 30, 9, 200)]),
    checks.growth(
        "50,000 questions of any length about 50,000 values",
        "ring_sums",
        week,
        [(50_000, 50_000, 10**6, 10**12)],
        factor=30,
        same=checks.exactly(),
    ),
]
