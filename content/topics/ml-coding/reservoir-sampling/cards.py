"""Numeric cards on reservoir sampling: who stays, how often it changes, weights."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def survival(held_at: int, now: int) -> Fraction:
    """That an item in the reservoir after `held_at` items is still there after `now`."""
    return Fraction(held_at, now)


def draw_survival(rng: random.Random) -> tuple[int, int, int]:
    k = rng.randint(1, 5)
    held_at = k + rng.randint(2, 20)
    return k, held_at, held_at + rng.randint(2, 40)


def still_there(rng: random.Random) -> Numeric:
    k, held_at, now = draw_survival(rng)
    answer = survival(held_at, now)
    return Numeric(
        f"A uniform reservoir of {k} item{'s' if k > 1 else ''} holds item X when {held_at} items have passed. With "
        f"which "
        f"probability does it still hold X when {now} have passed? (Exact; a fraction is welcome.)",
        answer,
        f"Item $i$ throws out X with probability $\\frac{{{k}}}{{i}} \\cdot \\frac{{1}}{{{k}}} = \\frac1i$. X "
        f"survives all "
        f"from ${held_at + 1}$ to ${now}$ with $\\prod \\frac{{i - 1}}{{i}} = \\frac{{{held_at}}}{{{now}}} = "
        f"{show_number(answer)}$. The size of the reservoir cancels.",
    )


def expected_changes(k: int, n: int) -> Fraction:
    """How many items after the first k enter the reservoir, on average."""
    return sum((Fraction(k, i) for i in range(k + 1, n + 1)), Fraction(0))


def draw_changes(rng: random.Random) -> tuple[int, int]:
    k = rng.randint(1, 6)
    return k, k + rng.randint(2, 6)


def replacements(rng: random.Random) -> Numeric:
    k, n = draw_changes(rng)
    answer = expected_changes(k, n)
    terms = " + ".join(f"\\frac{{{k}}}{{{i}}}" for i in range(k + 1, n + 1))
    return Numeric(
        f"A uniform reservoir of size {k} reads a stream of {n} items. How many times is an item replaced, on average? "
        "(The first fill does not count. Within 0.01, or exact as a fraction.)",
        float(answer),
        f"Item $i > {k}$ enters with probability ${k}/i$, and expectations add: ${terms} = {float(answer):.4f}$. For "
        f"long "
        "streams that is about $k \\ln(n/k)$.",
        0.01,
    )


def included(weights: list[int], which: int) -> Fraction:
    """That an item is among two drawn one after the other, by weight, without replacement."""
    total = sum(weights)
    chance = Fraction(weights[which], total)
    for i, weight in enumerate(weights):
        if i != which:
            chance += Fraction(weight, total) * Fraction(weights[which], total - weight)
    return chance


def draw_weights(rng: random.Random) -> tuple[list[int], int]:
    return rng.sample([1, 1, 2, 3, 4, 5], 3), rng.randrange(3)


def weighted_inclusion(rng: random.Random) -> Numeric:
    weights, which = draw_weights(rng)
    answer = included(weights, which)
    w, total = weights[which], sum(weights)
    terms = " + ".join(
        f"\\frac{{{v}}}{{{total}}} \\cdot \\frac{{{w}}}{{{total - v}}}" for i, v in enumerate(weights) if i != which
    )
    return Numeric(
        f"Items A, B, C have the weights {weights[0]}, {weights[1]}, {weights[2]}. A weighted reservoir of size 2 "
        f"keeps the "
        "two largest keys $u^{1/w}$, which draws one item after the other by weight, without replacement. With which "
        f"probability is {'ABC'[which]} kept? (Within 0.005, or exact as a fraction.)",
        float(answer),
        f"First, or second after either of the others: $\\frac{{{w}}}{{{total}}} + {terms} = {show_number(answer)} "
        f"\\approx {float(answer):.4f}$.",
        0.005,
    )


CARDS = [still_there, replacements, weighted_inclusion]
