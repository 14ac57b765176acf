from itertools import product

from sharpen import checks


def every_choice(widths, costs):
    """The least cost over every set of layers that stay."""
    count = len(widths)
    best = sum(costs)
    for bits in range(1 << count):
        kept = [widths[place] for place in range(count) if bits >> place & 1]
        if kept == kept[::-1]:
            best = min(best, sum(costs[place] for place in range(count) if not bits >> place & 1))
    return best


def from_the_middle(widths, costs):
    """The heaviest mirror, by its outermost pair: pairs sorted by how far apart they are."""
    count = len(widths)
    heaviest = [[0] * (count + 1) for _ in range(count + 1)]  # of the layers from i up to j
    for length in range(1, count + 1):
        for start in range(count - length + 1):
            stop = start + length
            pair = costs[start] + costs[stop - 1] + heaviest[start + 1][stop - 1] if length > 1 else costs[start]
            best = max(heaviest[start + 1][stop], heaviest[start][stop - 1])
            heaviest[start][stop] = max(best, pair) if widths[start] == widths[stop - 1] else best
    return sum(costs) - heaviest[0][count]


def stacks(rng, size):
    count, kinds, most = size
    widths = (2 ** rng.integers(0, kinds, count)).tolist()
    return widths, rng.integers(0, most + 1, count).tolist()


def bounded(got, widths, costs):
    if not 0 <= got <= sum(costs) - max(costs, default=0):
        most = sum(costs) - max(costs, default=0)
        return f"expected a cost from 0 to {most}, as a single layer may stay alone, got {got}"
    if widths == widths[::-1] and got:
        return f"the widths read the same both ways already: expected 0, got {got}"
    if widths != widths[::-1] and not got and min(costs) > 0:
        return "the widths do not read the same both ways and every layer costs something, but the answer is 0"
    return None


def turned(ask, widths, costs):
    """Backwards, or with a dear layer in the middle of two copies, what is cheapest is known."""
    cost = ask(widths, costs)
    back = ask(widths[::-1], costs[::-1])
    if back != cost:
        return f"the cost is {cost}, but for the same layers backwards it is {back}"
    doubled = ask(widths + widths[::-1], costs + costs[::-1])
    return f"layers followed by their mirror image cost nothing, but the answer is {doubled}" if doubled else None


SMALL = [
    (list(widths), list(costs))
    for count in range(6)
    for widths in product((1, 2), repeat=count)
    for costs in product((1, 3), repeat=count)
]
SMALL += [(list(widths), [2, 5, 1, 4, 3, 1]) for widths in product((1, 2, 3), repeat=6)]

CHECKS = [
    checks.example(
        "The example in the statement", checks.call("cheapest_mirror", [64, 48, 32, 16, 64], [5, 3, 4, 1, 5]), 4
    ),
    checks.exhaustive(
        "Every stack of up to five layers, and some of six", "cheapest_mirror", SMALL, expected=every_choice
    ),
    checks.oracle(
        "Random stacks",
        "cheapest_mirror",
        stacks,
        [(1, 1, 0), (2, 2, 9), (6, 2, 3), (9, 3, 20), (20, 3, 9), (40, 4, 10**6), (60, 20, 99), (40, 2, 0)],
        expected=from_the_middle,
        same=checks.exactly(),
    ),
    checks.oracle(
        "200 layers of the highest cost, no two alike or all",
        "cheapest_mirror",
        [(list(range(1, 201)), [10**6] * 200), ([64] * 200, [10**6] * 200)],
        expected=lambda widths, costs: 0 if widths[0] == widths[1] else sum(costs) - costs[0],
        same=checks.exactly(),
    ),
    checks.property(
        "Between nothing and all but the most expensive layer",
        "cheapest_mirror",
        stacks,
        [(1, 2, 9), (3, 2, 5), (7, 1, 9), (12, 5, 9), (50, 20, 10**6)],
        holds=bounded,
    ),
    checks.relation(
        "Backwards it costs the same, and a mirror image costs nothing",
        "cheapest_mirror",
        stacks,
        [(2, 2, 9), (9, 3, 20), (30, 4, 9), (60, 3, 10**6)],
        holds=turned,
    ),
    checks.unchanged("Neither list is changed", "cheapest_mirror", stacks, [(6, 2, 9), (30, 4, 99)]),
    checks.growth("180 layers", "cheapest_mirror", stacks, [(180, 3, 1000)], factor=40, same=checks.exactly()),
]
