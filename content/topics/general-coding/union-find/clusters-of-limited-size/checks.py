from itertools import product

from sharpen import checks


def by_sets(n, pairs, most):
    """Clusters as sets, which are joined by building the larger one."""
    cluster = {text: frozenset({text}) for text in range(n)}
    answers = []
    for one, other in pairs:
        joined = cluster[one] | cluster[other]
        if len(joined) <= most:
            cluster |= dict.fromkeys(joined, joined)
        answers.append(other in cluster[one])
    return answers


def small():
    for most, length in ((3, 4), (2, 3), (4, 3)):
        for pairs in checks.lists([(0, 1), (2, 0), (0, 3), (2, 1), (1, 3), (3, 2)], length):
            yield 4, pairs, most
    yield from ((2, pairs, most) for pairs, most in product(checks.lists([(0, 0), (1, 0), (0, 1)], 3), (1, 2)))


def texts(rng, size):
    n, count, most = size
    return n, [tuple(pair) for pair in rng.integers(0, n, (count, 2)).tolist()], most


def sound(got, n, pairs, most):
    """Each answer follows from the clusters that the answers before it made."""
    if len(got) != len(pairs):
        return f"there are {len(pairs):,} pairs, and {len(got):,} answers"
    cluster = [{text} for text in range(n)]
    for at, ((one, other), answer) in enumerate(zip(pairs, got, strict=True)):
        here, there = cluster[one], cluster[other]
        right = here is there or len(here) + len(there) <= most
        if bool(answer) != right:
            sizes = f"whose clusters hold {len(here)} and {len(there)} texts, where {most} are allowed"
            say = "which are in one cluster already" if here is there else sizes
            return f"pair {at} is {one} and {other}, {say}: expected {right}, got {answer}"
        if here is not there and right:
            large, little = (here, there) if len(here) >= len(there) else (there, here)
            large |= little
            for text in little:
                cluster[text] = large
    return None


def one_by_one(rng, size):
    """A cluster that takes in one text after the other, named before it for one half and after it for the rest."""
    (n,) = size
    half = n // 2
    growing = [(half, at) for at in range(half)] + [(at, half) for at in range(half + 1, n)]
    return n, growing, n


def chains(rng, size):
    """Two chains whose texts are joined to the next one, in either order, and asked for again from the far end on."""
    (n,) = size
    third = n // 3
    forward = [(at, at + 1) for at in range(third)]
    backward = [(at + 1, at) for at in range(third + 1, 2 * third)]
    ends = [(0, third), (2 * third, third + 1)]
    again = [(int(at), third) for at in rng.integers(0, third, third // 2)]
    again += [(int(at), 2 * third) for at in rng.integers(third + 1, 2 * third, third // 2)]
    return n, [*forward, *backward, *ends, *again, (0, n - 1)], third + 1


CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("together", 6, [(0, 1), (2, 3), (1, 2), (4, 0), (1, 4), (4, 5)], 3),
        [True, True, False, True, True, False],
    ),
    checks.exhaustive("Up to four pairs of four texts", "together", small(), expected=by_sets),
    checks.oracle(
        "Random pairs",
        "together",
        texts,
        [(1, 1, 1), (3, 4, 2), (6, 9, 3), (20, 30, 4), (60, 90, 7), (200, 300, 12), (200, 300, 200)],
        expected=by_sets,
    ),
    checks.property(
        "Each answer follows from those before",
        "together",
        texts,
        [(5, 6, 3), (50, 60, 6), (1500, 2500, 40), (3000, 3500, 20_000)],
        holds=sound,
    ),
    checks.oracle(
        "No texts, no pairs, and the last of the most texts",
        "together",
        [(0, [], 1), (1, [], 2), (20_000, [], 5), (20_000, [(19_999, 0), (19_998, 0)], 2)],
    ),
    checks.unchanged("`pairs` is not changed", "together", texts, [(6, 9, 3), (60, 90, 7)]),
    checks.growth("20,000 texts, one after another", "together", one_by_one, [(20_000,)], factor=30),
    checks.growth("Long chains, asked about again", "together", chains, [(20_000,)], factor=30),
    checks.property(
        "All 20,000 texts in one cluster",
        "together",
        [(20_000, [(text, text + 1) for text in range(19_999)], 20_000)],
        holds=lambda got, _n, pairs, _most: (
            None if list(got) == [True] * len(pairs) else f"pair {list(got).index(False)} is refused, but all have room"
        ),
    ),
]
