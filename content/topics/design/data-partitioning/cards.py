"""Numeric cards on partitioning: keys that move, the fullest partition, salting, edges cut."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def draw_resize(rng: random.Random) -> tuple[int, int]:
    """Machines before and after, more of them after."""
    before = rng.randint(3, 12)
    return before, before + rng.randint(1, 4)


def moved_by_remainder(rng: random.Random) -> Numeric:
    before, after = draw_resize(rng)
    period = math.lcm(before, after)
    answer = 1 - Fraction(before, period)
    return Numeric(
        f"Keys are placed by `hash(key) % n` with an ideal hash. You go from {before} to {after} machines. What "
        "**share of the keys moves**? (Exact, or to within 0.005.)",
        answer,
        f"Both remainders repeat together every $\\mathrm{{lcm}}({before}, {after}) = {period}$ hashes, and they agree "
        f"for the first {before} of these. The rest moves: ${show_number(answer)} = {float(answer):.3f}$. No scheme "
        f"that stays balanced moves less than ${show_number(Fraction(after - before, after))}$.",
        0.005,
    )


def draw_hot(rng: random.Random) -> tuple[int, int]:
    """Partitions, and the hot key's share of the requests in percent."""
    return rng.choice([8, 10, 16, 20, 25, 50]), rng.randint(4, 30)


def fullest_partition(rng: random.Random) -> Numeric:
    parts, percent = draw_hot(rng)
    hot = Fraction(percent, 100)
    answer = hot * parts + 1 - hot
    return Numeric(
        f"One key gets {percent}% of the requests. The other requests are spread evenly over all {parts} partitions. "
        "The hot key's partition gets **how many times the mean** of the partitions? (Exact, or to within 0.02.)",
        answer,
        f"Its share is ${float(hot):g} + {float(1 - hot):g} / {parts} = {float(answer / parts):.4f}$, the mean "
        f"$1/{parts} = {1 / parts:.4g}$. The quotient is ${float(answer):g}$.",
        0.02,
    )


def draw_salt(rng: random.Random) -> tuple[int, int, int]:
    """Partitions, the hot key's share in percent, and the greatest load in percent of the mean."""
    return rng.choice([20, 25, 40, 50]), rng.randint(12, 30), rng.choice([120, 125, 140, 150, 180])


def pieces_of_key(rng: random.Random) -> Numeric:
    parts, percent, most = draw_salt(rng)
    hot = Fraction(percent, 100)
    room = Fraction(most, 100) / parts - (1 - hot) / parts
    answer = math.ceil(hot / room)
    return Numeric(
        f"One key gets {percent}% of the writes; the rest is spread evenly over all {parts} partitions. You salt the "
        f"key: its writes are shared equally by pieces, each on a partition of its own. **How many pieces** are "
        f"needed at least, so that no partition gets more than {most / 100:g} times the mean?",
        answer,
        f"In shares of all writes: a partition may get ${most / 100:g}/{parts} = {most / 100 / parts:.5f}$, and has "
        f"${float(1 - hot):g}/{parts} = {float(1 - hot) / parts:.5f}$ already. So a piece may be {float(room):.5f}, "
        f"and ${float(hot):g} / {float(room):.5f} = {float(hot / room):.3f}$, rounded up ${answer}$.",
    )


def draw_graph(rng: random.Random) -> tuple[int, int, int]:
    """Parts, edges in thousands, and the share that a better partition cuts in percent."""
    return rng.choice([4, 8, 16, 20, 32]), rng.randrange(100, 900, 50), rng.choice([15, 20, 28, 30, 40])


def calls_saved(rng: random.Random) -> Numeric:
    parts, edges, percent = draw_graph(rng)
    answer = edges * (1 - Fraction(1, parts)) - Fraction(edges * percent, 100)
    return Numeric(
        f"A job sends one message over every edge of a graph; only edges between machines cost a network call. There "
        f"are {edges},000 edges and {parts} machines. Nodes are placed by a hash; a graph partitioner would cut "
        f"{percent}% of the edges. **How many calls**, in thousands, does it save in expectation? (Exact, or to "
        "within 1.)",
        answer,
        f"Hashing puts the other end elsewhere with probability ${parts - 1}/{parts}$: "
        f"${edges * (1 - 1 / parts):.2f}$ thousand calls, against ${edges * percent / 100:g}$ thousand. The difference "
        f"is ${float(answer):.2f}$.",
        1,
        "thousand",
    )


CARDS = [moved_by_remainder, fullest_partition, pieces_of_key, calls_saved]
