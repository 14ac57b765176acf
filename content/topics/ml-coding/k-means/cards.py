"""Numeric cards on k-means: one step, its objective, and a draw of k-means++."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def mean(points: list[int]) -> Fraction:
    return Fraction(sum(points), len(points))


def nearest_to(points: list[int], centers: tuple[int, int], which: int) -> list[int]:
    """The points nearer to center `which` (0 or 1) than to the other one."""
    mine, other = centers[which], centers[1 - which]
    return [point for point in points if abs(point - mine) < abs(point - other)]


def draw_step(rng: random.Random) -> tuple[list[int], tuple[int, int], int]:
    """Six points, two centers with no point halfway between them, and one of the centers."""
    first = rng.randint(1, 6)
    second = first + rng.choice([5, 7, 9, 11])
    half = (first + second) // 2
    left = rng.randint(2, 4)
    points = rng.sample(range(half + 1), left) + rng.sample(range(half + 1, half + 10), 6 - left)
    rng.shuffle(points)
    return points, (first, second), rng.randrange(2)


def one_step(rng: random.Random) -> Numeric:
    points, centers, which = draw_step(rng)
    mine = sorted(nearest_to(points, centers, which))
    answer = mean(mine)
    return Numeric(
        f"Points on a line: ${', '.join(map(str, points))}$. The two centers of k-means stand at ${centers[0]}$ and "
        f"${centers[1]}$. Do one step: assign, then move. Where is the center that was at ${centers[which]}$ now? "
        "(Exact; a fraction is welcome.)",
        answer,
        f"Halfway between the centers is ${(centers[0] + centers[1]) / 2:g}$. The points on the side of "
        f"${centers[which]}$ are ${', '.join(map(str, mine))}$; their mean is "
        f"$\\frac{{{' + '.join(map(str, mine))}}}{{{len(mine)}}} = {show_number(answer)}$.",
    )


def within(group: list[int]) -> Fraction:
    """The sum of squared distances to the mean."""
    return sum(((point - mean(group)) ** 2 for point in group), Fraction(0))


SPREADS = [[-1, 1], [-2, 2], [-3, 3], [-1, 0, 1], [-2, 0, 2], [-2, -1, 3], [-3, 1, 2], [-3, 0, 3]]
SPREADS += [[-3, -1, 1, 3], [-2, -1, 1, 2], [-3, -1, 2, 2], [-3, 0, 1, 2]]
"""Each sums to zero, so that a group's mean is whole; no point is nearer to the other group's mean."""


def draw_groups(rng: random.Random) -> tuple[list[int], list[int]]:
    means = rng.randint(3, 5), rng.randint(12, 15)
    first, second = ([mean + away for away in rng.choice(SPREADS)] for mean in means)
    return first, second


def objective(rng: random.Random) -> Numeric:
    first, second = draw_groups(rng)
    answer = within(first) + within(second)
    shown = [", ".join(map(str, group)) for group in (first, second)]
    return Numeric(
        f"k-means has put the points ${shown[0]}$ of a line into one cluster and ${shown[1]}$ into the other. What is "
        "its objective, the sum (not the mean) of squared distances of the points to the means of their clusters?",
        answer,
        f"The means are ${show_number(mean(first))}$ and ${show_number(mean(second))}$. The squared distances add up "
        f"to ${show_number(within(first))}$ in the first cluster and ${show_number(within(second))}$ in the second: "
        f"${show_number(within(first))} + {show_number(within(second))} = {show_number(answer)}$.",
    )


def chance(points: list[int], center: int, wanted: int) -> Fraction:
    """Of k-means++ to draw `wanted` as its second center."""
    return Fraction((wanted - center) ** 2, sum((point - center) ** 2 for point in points))


def draw_seeding(rng: random.Random) -> tuple[list[int], int, int]:
    """Points, a center and the point asked for; distances that are not squared would give another chance."""
    while True:
        points = sorted(rng.sample(range(12), 4))
        center, wanted = rng.sample(points, 2)
        plain = Fraction(abs(wanted - center), sum(abs(point - center) for point in points))
        if chance(points, center, wanted) != plain:
            return points, center, wanted


def second_center(rng: random.Random) -> Numeric:
    points, center, wanted = draw_seeding(rng)
    answer = chance(points, center, wanted)
    squares = [(point - center) ** 2 for point in points]
    return Numeric(
        f"k-means++ starts on the points ${', '.join(map(str, points))}$ on a line, and its first center is "
        f"${center}$. With which probability is ${wanted}$ drawn as the second center? (Exact; a fraction is welcome.)",
        answer,
        f"The squared distances to ${center}$ are ${', '.join(map(str, squares))}$, in all ${sum(squares)}$. The "
        f"draw is proportional to them: ${(wanted - center) ** 2}/{sum(squares)}$.",
    )


CARDS = [one_step, objective, second_center]
