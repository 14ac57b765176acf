"""Full rounds by counting how often each value is met, not by sums of prefixes."""


def ring_sums(values, stretches):
    n = len(values)
    return [
        sum(value * ((length - (place - start) % n + n - 1) // n) for place, value in enumerate(values))
        for start, length in stretches
    ]


def inputs(rng, draw):
    n = draw.length("values", 12)
    values = [int(value) for value in draw("values", n)]
    longest = int(rng.choice([3, 20, 10**6, 10**12]))
    return values, [(int(rng.integers(n)), int(rng.integers(longest + 1))) for _ in range(rng.integers(6))]
