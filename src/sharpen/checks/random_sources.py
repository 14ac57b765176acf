"""Sources of randomness that a call is given: each kind is made of plain data, where the code runs."""

import random
from collections.abc import Callable, Iterator, Sequence
from typing import Any


def _generator(value: Sequence[int]) -> Any:
    import numpy as np

    return np.random.default_rng(value[0])


def _generator_at(value: Sequence[Any]) -> Any:
    import numpy as np

    made = getattr(np.random, value[0]["bit_generator"])()
    made.state = value[0]
    return np.random.Generator(made)


def _random_at(value: Sequence[Any]) -> random.Random:
    version, numbers, gauss = value
    made = random.Random()
    made.setstate((version, tuple(numbers), gauss))
    return made


def _die(value: Sequence[int]) -> Callable[[], int]:
    sides, rng = value[0], random.Random(value[1])
    return lambda: rng.randint(1, sides)


def _alike(value: Sequence[int]) -> Callable[[], float]:
    bits, seed = value
    first, below = random.Random(seed).random, random.Random(seed + 1).random
    return lambda: (int(first() * 2**bits) + below()) / 2**bits


def _words(value: Sequence[int]) -> Iterator[int]:
    bits, rng = value[0], random.Random(value[1])
    return iter(lambda: rng.getrandbits(bits), None)


SOURCES: dict[str, Callable[[Any], Any]] = {
    "generator": _generator,
    "generator at": _generator_at,
    "random": lambda value: random.Random(value[0]),
    "random at": _random_at,
    "die": _die,
    "uniforms": lambda value: random.Random(value[0]).random,
    "alike": _alike,
    "floats": lambda value: iter(random.Random(value[0]).random, None),
    "words": _words,
}
"""How each kind of source of randomness is made, from its plain value."""
