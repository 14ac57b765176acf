"""Every combination of options."""

from itertools import product

from sharpen.checks import Difference, show


def choose_bits(layers, budget):
    fitting = []
    for chosen in product(*(range(len(options)) for options in layers)):
        sizes, losses = (
            zip(*(options[place] for place, options in zip(chosen, layers, strict=True)), strict=True)
            if layers
            else ((), ())
        )
        if sum(sizes) <= budget:
            fitting.append((sum(losses), list(chosen)))
    if not fitting:
        return None
    best = min(fitting)[0]
    return [chosen for loss, chosen in fitting if loss == best]


def _one_of(right, got):
    if got == right or (right and got in right):
        return None
    return Difference("", show(right), show(got), "another choice is better, or nothing fits")


same = {"choose_bits": _one_of}


def inputs(rng, draw):
    largest = int(rng.choice([1, 3, 9, 1000]))
    most = int(rng.choice([1, 5, 10**9]))
    layers = [
        [(int(rng.integers(0, largest + 1)), int(rng.integers(0, most + 1))) for _ in range(rng.integers(1, 5))]
        for _ in range(rng.integers(0, 6))
    ]
    return layers, int(rng.integers(0, min(1000, 3 * largest) + 1))
