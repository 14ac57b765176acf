from sharpen import checks


def step_by_step(seed, shift, modulus, steps):
    for _ in range(steps):
        seed = (seed * seed + shift) % modulus
    return seed


def remembered(seed, shift, modulus, steps):
    """All seeds in a list, and the place of each."""
    seeds, places = [seed], {seed: 0}
    while True:
        seed = (seed * seed + shift) % modulus
        if seed in places:
            period = len(seeds) - places[seed]
            back = max(0, steps - len(seeds) + 1)
            return seeds[steps - -(-back // period) * period]
        places[seed] = len(seeds)
        seeds.append(seed)


SMALL = [
    (seed, shift, modulus, steps)
    for modulus in (1, 2, 3, 5, 7, 8, 11)
    for seed in range(modulus)
    for shift in range(min(modulus, 4))
    for steps in range(15)
]


def generators(rng, size):
    most, far = size
    modulus = int(rng.integers(most // 2, most)) + 1
    return int(rng.integers(modulus)), int(rng.integers(2 * modulus)), modulus, int(rng.integers(far))


def is_followed(got, *args):
    """Whether the answers after one step more, and after the step, agree."""
    seed, shift, modulus, steps = args
    if not 0 <= got < modulus:
        return f"a seed is from 0 to {modulus - 1}, not {got}"
    right = remembered(seed, shift, modulus, steps)
    return None if got == right else f"after {steps:,} steps the seed is {right}, not {got}"


# Generators with a tail of 18,711 seeds and a period of 52,277, with a tail of 86,206 and a period of 5,351, and with a
# tail of 83 and a period of 82,348.
LONG, LONG_TAIL, LONG_PERIOD = (1, 80, 999_999_937), (1, 138, 999_999_937), (184_949_600, 210_370, 951_371_849)

CHECKS = [
    checks.example("The example in the statement", checks.call("seed_after", 1, 2, 10, 10**18), 1),
    checks.exhaustive("Small generators, up to fourteen steps", "seed_after", SMALL, expected=step_by_step),
    checks.oracle(
        "Random generators",
        "seed_after",
        generators,
        [(1, 3), (5, 10), (60, 30), (1000, 200), (5000, 3000), (10**6, 6000)],
        expected=step_by_step,
        same=checks.exactly(),
    ),
    checks.property(
        "After up to a quintillion steps",
        "seed_after",
        generators,
        [(2, 10**18), (9, 10**18), (40, 10**9), (3000, 10**18), (10**6, 10**18)],
        holds=is_followed,
    ),
    checks.oracle(
        "No step, and the largest numbers",
        "seed_after",
        [
            (0, 0, 1, 0),
            (0, 10**9, 1, 10**18),
            (6, 1, 7, 0),
            (999_999_936, 10**9, 999_999_937, 2),
            (999_999_999, 0, 10**9, 10**18),
            (0, 0, 10**9, 5),
        ],
        same=checks.exactly(),
    ),
    checks.growth(
        "Many different seeds",
        "seed_after",
        [(*LONG_TAIL, 10**18), (*LONG, 40_000), (*LONG_PERIOD, 10**18)],
        factor=30,
        same=checks.exactly(),
    ),
    checks.memory("The seeds seen are not stored", checks.call("seed_after", *LONG, 10**18), limit=0.5),
]
