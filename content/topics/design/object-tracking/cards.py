"""Numeric cards on tracking: overlap of two boxes, one step of a Kalman filter, identities over whole tracks."""

import random
from fractions import Fraction
from itertools import permutations

from sharpen.domain.card import Numeric

Box = tuple[int, int, int, int]


def draw_boxes(rng: random.Random) -> tuple[Box, Box]:
    """Left, top, right and bottom of two boxes that overlap, neither within the other."""
    while True:
        left, top = rng.randint(0, 20), rng.randint(0, 20)
        first = (left, top, left + rng.randrange(20, 44, 2), top + rng.randrange(20, 64, 2))
        left, top = left + rng.randint(3, 18), top + rng.randint(-14, 14)
        second = (left, top, left + rng.randrange(20, 44, 2), top + rng.randrange(20, 64, 2))
        width, height = _common(first, second)
        ragged = first[2] < second[2] and first[1] != second[1] and top >= 0
        if ragged and width > 0 and height > 0 and 6 * width * height > _area(first) + _area(second):
            return first, second


def _common(first: Box, second: Box) -> tuple[int, int]:
    """Width and height of what two boxes have in common, negative where they are apart."""
    width = min(first[2], second[2]) - max(first[0], second[0])
    return width, min(first[3], second[3]) - max(first[1], second[1])


def _area(box: Box) -> int:
    return (box[2] - box[0]) * (box[3] - box[1])


def overlap(rng: random.Random) -> Numeric:
    first, second = draw_boxes(rng)
    width, height = _common(first, second)
    areas, common = [_area(first), _area(second)], width * height
    answer = Fraction(common, sum(areas) - common)
    return Numeric(
        "A track predicts the box from $({}, {})$ to $({}, {})$, a detection is the box from $({}, {})$ to $({}, {})$, "
        "each given by its corners with the smallest and the largest coordinates. What is their **IoU**? (Exact, or to "
        "within 0.005.)".format(*first, *second),
        answer,
        f"In common: ${width} \\cdot {height} = {common}$. United: ${areas[0]} + {areas[1]} - {common} = "
        f"{sum(areas) - common}$. The quotient is {float(answer):.3f}.",
        0.005,
    )


def draw_step(rng: random.Random) -> tuple[int, int, int, int, int]:
    """Place and variance before, speed, what motion adds to the variance, variance of the measurement."""
    return rng.randint(40, 160), rng.randint(2, 12), rng.randint(4, 15), rng.randint(2, 14), rng.randint(4, 30)


def draw_measured(rng: random.Random) -> tuple[int, int, int, int, int, int]:
    """As `draw_step`, and what is measured."""
    step = draw_step(rng)
    return *step, step[0] + step[2] + rng.choice([-1, 1]) * rng.randint(10, 20)


def one_step(rng: random.Random) -> Numeric:
    place, variance, speed, added, noise, measured = draw_measured(rng)
    ahead, spread = place + speed, variance + added
    gain = Fraction(spread, spread + noise)
    answer = ahead + gain * (measured - ahead)
    return Numeric(
        f"A Kalman filter in one dimension believes an object at {place} with variance {variance}. Its speed is known, "
        f"{speed} a frame; disturbances of its motion add {added} to the variance in a frame. One frame later it is "
        f"measured at {measured}, with variance {noise}. **Where** does the filter put it? (Exact, or to within 0.05.)",
        answer,
        f"Predicted: {ahead} with variance ${variance} + {added} = {spread}$. Gain: ${spread} / ({spread} + {noise}) = "
        f"{float(gain):.4f}$. ${ahead} + {float(gain):.4f} \\cdot ({measured - ahead}) = {float(answer):.3f}$.",
        0.05,
    )


def draw_tracks(rng: random.Random) -> tuple[list[list[int]], list[int], list[int]]:
    """Frames that each object (row) shares with each track (column), frames of each object and of each track."""
    shared = [[rng.choice([0, 5, 10, 20, 30, 40, 60]) for _ in range(3)] for _ in range(3)]
    objects = [sum(row) + rng.randrange(0, 25, 5) for row in shared]
    tracks = [sum(column) + rng.randrange(0, 25, 5) for column in zip(*shared, strict=True)]
    if min(objects) < 30 or min(tracks) < 20:
        return draw_tracks(rng)
    return shared, objects, tracks


def identities(rng: random.Random) -> Numeric:
    shared, objects, tracks = draw_tracks(rng)
    best = max(permutations(range(3)), key=lambda order: sum(row[at] for row, at in zip(shared, order, strict=True)))
    agreed = sum(row[at] for row, at in zip(shared, best, strict=True))
    answer = Fraction(2 * agreed, sum(objects) + sum(tracks))
    rows = "\n".join(
        f"| {name} | {row[0]} | {row[1]} | {row[2]} | {frames} |"
        for name, row, frames in zip("ABC", shared, objects, strict=True)
    )
    pairs = ", ".join(f"{name} with {at + 1}" for name, at in zip("ABC", best, strict=True))
    return Numeric(
        "In how many frames does each track cover each object? The last column and row count the frames in which the "
        "object is there and the track exists. What is **IDF1**? (Exact, or to within 0.005.)\n\n"
        f"| object | track 1 | track 2 | track 3 | frames |\n|---|---|---|---|---|\n{rows}\n"
        f"| frames | {tracks[0]} | {tracks[1]} | {tracks[2]} | |",
        answer,
        f"Each object gets at most one track, so that most frames agree: {pairs}, {agreed} frames. Twice that over "
        f"${sum(objects)} + {sum(tracks)}$ frames of objects and tracks is {float(answer):.3f}.",
        0.005,
    )


CARDS = [overlap, one_step, identities]
