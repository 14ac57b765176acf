"""Numeric cards on permutations: exchanges that sort them, and moves through a free slot."""

import random

from sharpen.domain.card import Numeric


def cycles(places: list[int]) -> list[list[int]]:
    """The cycles of a permutation: from each place to the number there."""
    found: list[list[int]] = []
    for start in range(len(places)):
        if any(start in cycle for cycle in found):
            continue
        cycle = [start]
        while places[cycle[-1]] != start:
            cycle.append(places[cycle[-1]])
        found.append(cycle)
    return found


def written(found: list[list[int]]) -> str:
    return ", ".join("(" + " ".join(map(str, cycle)) + ")" for cycle in found)


def draw_order(rng: random.Random) -> list[int]:
    return rng.sample(range(size := rng.randint(5, 6)), size)


def least_exchanges(rng: random.Random) -> Numeric:
    numbers = draw_order(rng)
    found = cycles(numbers)
    return Numeric(
        f"How many exchanges of two numbers does it take at least to sort {', '.join(map(str, numbers))}?",
        len(numbers) - len(found),
        f"The cycles are {written(found)}. A cycle of $k$ takes $k - 1$ exchanges, so it is {len(numbers)} - "
        f"{len(found)}: the numbers less the cycles.",
    )


def draw_slots(rng: random.Random) -> list[int]:
    return rng.sample(range(size := rng.randint(4, 5)), size)


def least_moves(rng: random.Random) -> Numeric:
    slots = draw_slots(rng)
    astray = [cycle for cycle in cycles(slots) if len(cycle) > 1]
    costs = [len(cycle) - 1 if 0 in cycle else len(cycle) + 1 for cycle in astray]
    shown = ", ".join("free" if model == 0 else f"model {model}" for model in slots)
    cost = " + ".join(map(str, costs)) or "0"
    return Numeric(
        f"The slots 0 to {len(slots) - 1} hold: {shown}. A model can be moved only into the free slot. How many moves "
        "does it take at least until each model is in the slot of its number, and slot 0 is free?",
        sum(costs),
        f"The cycles of more than one are {written(astray) or 'none'}. That with the free slot takes a move less than "
        f"it has entries, any other one a move more: {cost}.",
    )


CARDS = [least_exchanges, least_moves]
