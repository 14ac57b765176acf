"""Numeric cards on stacks: what a monotonic stack keeps, and the stretches that an item rules."""

import random

from sharpen.domain.card import Numeric


def draw_values(rng: random.Random) -> list[int]:
    return [rng.randint(1, 9) for _ in range(rng.randint(7, 10))]


def kept(values: list[int]) -> list[int]:
    """What is on the stack at the end: the values that nothing smaller follows."""
    return [value for place, value in enumerate(values) if all(value <= later for later in values[place + 1 :])]


def left_on_the_stack(rng: random.Random) -> Numeric:
    values = draw_values(rng)
    rest = kept(values)
    shown = ", ".join(map(str, values))
    return Numeric(
        f"Each of the numbers {shown} pops all larger ones off a stack and is then pushed. How many are on the stack "
        "at the end?",
        len(rest),
        f"Those stay that no smaller one follows: {', '.join(map(str, rest))}. That makes {len(rest)}; the other "
        f"{len(values) - len(rest)} were popped, each once.",
    )


def draw_row(rng: random.Random) -> tuple[list[int], int]:
    values = draw_values(rng)
    return values, rng.randrange(1, len(values) - 1)


def reach(values: list[int], place: int) -> tuple[int, int]:
    """How many stretches' starts and ends an item has while it is their minimum, the first of equals."""
    before = max((left for left in range(place) if values[left] <= values[place]), default=-1)
    later = (right for right in range(place + 1, len(values)) if values[right] < values[place])
    return place - before, next(later, len(values)) - place


def ruled_stretches(rng: random.Random) -> Numeric:
    values, place = draw_row(rng)
    starts, ends = reach(values, place)
    shown = ", ".join(map(str, values))
    return Numeric(
        f"A row of numbers: {shown}. In how many contiguous stretches of it is the number at place {place} (the first "
        f"place is 0), {values[place]}, the minimum, where of equal minima the first one counts?",
        starts * ends,
        f"To the left it reaches up to the nearest number that is at most {values[place]}: {starts} possible "
        f"{'start' if starts == 1 else 'starts'}. To the right up to the nearest smaller one: {ends} possible "
        f"{'end' if ends == 1 else 'ends'}. {starts} · {ends} = {starts * ends}.",
    )


CARDS = [left_on_the_stack, ruled_stretches]
