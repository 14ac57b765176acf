import heapq
from itertools import combinations_with_replacement, product

from sharpen import checks


def one_by_one(annotators, labels):
    """A heap of the next finishing times, from which one label after the other is taken."""
    nexts = [(pace, 1, number) for number, (pace, _, _) in enumerate(annotators)]
    heapq.heapify(nexts)
    second = 0
    for _ in range(labels):
        second, count, number = heapq.heappop(nexts)
        pace, block, pause = annotators[number]
        heapq.heappush(nexts, (second + pace + (pause if count % block == 0 else 0), count + 1, number))
    return second


KINDS = [(pace, block, pause) for pace, block, pause in product((1, 2, 3), (1, 2), (0, 1, 4))]
TEAMS = [[one] for one in KINDS] + [list(two) for two in combinations_with_replacement(KINDS, 2)]
SMALL = [(team, labels) for labels in (0, 1, 2, 3, 4, 5, 7) for team in TEAMS]


def teams(rng, size):
    people, labels, most = size
    rows = zip(*(rng.integers(low, most + 1, people).tolist() for low in (1, 1, 0)), strict=True)
    return list(rows), labels


def many(rng, people):
    return [*teams(rng, (people - 1, 0, 10**6))[0], (10**6, 10**6, 10**6)], 10**12


def finished(annotators, second):
    total = 0
    for pace, block, pause in annotators:
        cycles, rest = divmod(second, block * pace + pause)
        total += cycles * block + min(block, rest // pace)
    return total


def first_second(got, annotators, labels):
    """Whether enough is finished at this second, and not at the one before."""
    if not isinstance(got, int) or isinstance(got, bool):
        return f"expected a whole number of seconds, got {checks.show(got, longest=60)}"
    if got < 0:
        return f"expected a second of at least 0, got {got:,}"
    count = finished(annotators, got)
    if count < labels:
        return f"at second {got:,} only {count:,} of {labels:,} labels are finished"
    before = finished(annotators, got - 1) if got else -1
    return (
        f"{before:,} labels are finished at second {got - 1:,} already; {labels:,} are needed"
        if before >= labels
        else None
    )


CHECKS = [
    checks.example("The example in the statement", checks.call("labels_done", [(3, 2, 10), (8, 5, 0)], 4), 16),
    checks.exhaustive("Every team of one or two, up to seven labels", "labels_done", SMALL, expected=one_by_one),
    checks.oracle(
        "Random teams, label by label",
        "labels_done",
        teams,
        [(1, 5, 3), (2, 9, 5), (3, 40, 4), (5, 200, 7), (20, 300, 1000), (3, 101, 1)],
        expected=one_by_one,
        same=checks.exactly(),
    ),
    checks.growth(
        "2,000 annotators and a trillion labels", "labels_done", many, [2000], factor=30, same=checks.exactly()
    ),
    checks.property(
        "Enough is finished at that second, and not before",
        "labels_done",
        teams,
        [(2, 1000, 30), (7, 10**6, 1000), (40, 10**9, 10**6), (3, 10**12, 10**6), (150, 10**12, 20), (2, 10**12, 1)],
        holds=first_second,
    ),
    checks.oracle(
        "One annotator, the slowest or the fastest there can be",
        "labels_done",
        [
            ([(10**6, 10**6, 10**6)], 10**12),
            ([(10**6, 1, 10**6)], 10**12),
            ([(1, 10**6, 0)], 10**12),
            ([(10**6, 1, 10**6)], 1),
            ([(10**6, 10**6, 10**6)], 0),
        ],
        same=checks.exactly(),
    ),
    checks.oracle(
        "A trillion labels, the last one shortly before a pause ends",
        "labels_done",
        [([(10**6, block, pause)], 10**12) for block, pause in ((1, 1), (1, 10), (2, 10), (1, 60), (10, 20))],
        same=checks.exactly(),
    ),
    checks.unchanged("The list is not changed", "labels_done", teams, [(2, 9, 5), (20, 1000, 50)]),
]
