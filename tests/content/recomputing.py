"""Numeric cards computed again: where ways are registered, and where a way gets a card's numbers from.

A way is a function that comes to a card's answer along another path than the card does: by SciPy,
scikit-learn, linear algebra, finite differences, counting or brute force. It is given the same
numbers as the card, which it gets in one of two ways:

`another_way(topic, card, draw)`
    The card draws its numbers by a function `draw(rng)` of its own, before it draws anything else.
    That function is called with the card's seed.

`another_way_from_call(topic, card, function, call=0)`
    The card draws its numbers in its body and gives them to a function. While the card is made, the
    arguments of that function are noted; `call` says which of its calls counts.

Ways stand in `ways/`, one file a subject. `test_cards.py` asks of every card of the library that it
has one.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sharpen.content.cards import read_cards
from sharpen.content.library import bundled
from sharpen.domain.card import Generator, Numeric

Values = Any
"""Numbers, nested or not, that NumPy makes an array of."""
Compute = Callable[..., float]
Take = Callable[[Generator, int], tuple[Any, ...]]
"""The numbers of a card's instance with a seed."""


@dataclass(frozen=True)
class Way:
    """Another way to the answer of the card with this id."""

    card: str
    numbers: Take
    compute: Compute


WAYS: dict[str, Way] = {}
"""Every way, by the id of its card."""


def another_way(topic: str, card: str, draw: str) -> Callable[[Compute], Compute]:
    """Registers a function of what the card's function `draw` draws.

    `card` is the name of the function that makes the card. If `draw` gives a tuple, each of its
    entries is an argument; anything else is the only one. Raises ValueError for a second way.
    """

    def take(made: Generator, seed: int) -> tuple[Any, ...]:
        drawn = made.make.__globals__[draw](Random(seed))
        return drawn if isinstance(drawn, tuple) else (drawn,)

    return _registering(topic, card, take)


def another_way_from_call(topic: str, card: str, function: str, call: int = 0) -> Callable[[Compute], Compute]:
    """Registers a function of the arguments that the card gives to one of its topic's functions.

    Raises ValueError for a second way.
    """

    def take(made: Generator, seed: int) -> tuple[Any, ...]:
        with _noting(made.make.__globals__, function) as noted:
            made.make(Random(seed))
        return noted[call]

    return _registering(topic, card, take)


def instance(id_: str, seed: int) -> tuple[Numeric, tuple[Any, ...]]:
    """A card's instance with a seed, and the numbers that it is made of."""
    made = generators()[id_]
    return made.make(Random(seed)), WAYS[id_].numbers(made, seed)


def card_id(topic: str, card: str) -> str:
    """The id of the card that the function `card` of a topic's cards.py makes."""
    return f"{topic}/{card.replace('_', '-')}"


@cache
def generators() -> dict[str, Generator]:
    """Every numeric card of the library by its id. Raises ContentError when one cannot be read."""
    found: dict[str, Generator] = {}
    for path in sorted(bundled().glob("topics/*/*/cards.py")):
        cards, faults = read_cards(path.parent)
        if faults:
            raise faults[0]
        found |= {card.id: card for card in cards if isinstance(card, Generator)}
    return found


def floats(values: Values) -> NDArray[np.float64]:
    """An array; fractions are divided out."""
    return np.asarray(values, dtype=float)


def sizes(*shapes: tuple[int, ...]) -> int:
    """How many entries arrays of these shapes have together; none of them takes memory."""
    return sum(np.broadcast_to(np.float32(0), shape).size for shape in shapes)


def slope_of(function: Callable[[float], float], at: float, step: float = 1e-5) -> float:
    """By a central difference."""
    return (function(at + step) - function(at - step)) / (2 * step)


def typed(found: float, answer: int | float | Fraction, tolerance: float) -> str:
    """What a learner types who came to `found`: twelve digits, or a fraction where the card wants it exactly."""
    if tolerance:
        return f"{found:.12g}"
    return str(Fraction(found).limit_denominator(Fraction(answer).denominator))


def _registering(topic: str, card: str, take: Take) -> Callable[[Compute], Compute]:
    def register(compute: Compute) -> Compute:
        id_ = card_id(topic, card)
        if id_ in WAYS:
            raise ValueError(f"{id_} has a way already: {WAYS[id_].compute.__name__}; change that one")
        WAYS[id_] = Way(id_, take, compute)
        return compute

    return register


@contextmanager
def _noting(names: dict[str, Any], function: str) -> Iterator[list[tuple[Any, ...]]]:
    """The arguments, in their order, of each call of the function with this name."""
    original, noted = names[function], list[tuple[Any, ...]]()

    def note(*arguments: Any, **named: Any) -> Any:
        noted.append((*arguments, *named.values()))
        return original(*arguments, **named)

    names[function] = note
    try:
        yield noted
    finally:
        names[function] = original
