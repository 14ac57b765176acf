"""By tail and period from a dictionary."""


def seed_after(seed, shift, modulus, steps):
    first = {}
    while seed not in first:
        if len(first) == steps:
            return seed
        first[seed] = len(first)
        seed = (seed * seed + shift) % modulus
    seeds, tail = list(first), first[seed]
    return seeds[tail + (steps - tail) % (len(seeds) - tail)]


def inputs(rng, draw):
    modulus = int(rng.integers(1, rng.choice([4, 30, 1000, 10**6]) + 1))
    far = int(rng.choice([3, 40, 3000, 10**18]))
    return (
        int(rng.integers(modulus)),
        int(rng.choice([0, 1, modulus, rng.integers(10**9)])),
        modulus,
        int(rng.integers(far)),
    )
