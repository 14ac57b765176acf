"""Shuffling: the order in which options or steps are shown, fixed by a seed."""

from random import Random

from sharpen.domain.card import Choice, Order


def shuffled(card: Choice | Order, seed: int) -> list[int]:
    """The order of one showing, as places in the card; never steps in their right order."""
    length = len(card.options) if isinstance(card, Choice) else len(card.steps)
    rng, right = Random(f"{card.id}:{seed}"), list(range(length))
    order = rng.sample(right, length)
    while isinstance(card, Order) and order == right:
        order = rng.sample(right, length)
    return order
