"""Numeric cards on markets with two sides: accepted messages, and the worth of a first like."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric


def draw_candidates(rng: random.Random) -> tuple[list[tuple[int, int]]]:
    """Percent of a message and of its acceptance, for five candidates. The two orders choose different pairs."""
    while True:
        found = [(rng.randint(5, 40), rng.randint(5, 60)) for _ in range(5)]
        both = sorted((first * second for first, second in found), reverse=True)
        by_first = sorted(found, reverse=True)[:2]
        clear = both[1] > 1.1 * both[2] and len({first for first, _ in found}) == 5
        if clear and sum(both[:2]) > 1.15 * sum(first * second for first, second in by_first):
            return (found,)


def accepted(rng: random.Random) -> Numeric:
    (found,) = draw_candidates(rng)
    best = sorted((Fraction(first * second, 10_000) for first, second in found), reverse=True)[:2]
    by_first = sum(Fraction(first * second, 10_000) for first, second in sorted(found, reverse=True)[:2])
    answer = sum(best) - by_first
    rows = "\n".join(f"| {name} | {first}% | {second}% |" for name, (first, second) in zip("ABCDE", found, strict=True))
    return Numeric(
        "Two of five candidates are shown. A recruiter writes to a candidate who is shown with the first "
        "probability, and the candidate accepts a message with the second. How many **more accepted messages** per "
        "search does the best pair bring than the pair with the highest chances of a message? (Within 0.001.)\n\n"
        f"| candidate | message | accepts |\n|---|---|---|\n{rows}",
        answer,
        f"The two largest products sum to {float(sum(best)):.4f}, those of the two with the highest chance of a "
        f"message to {float(by_first):.4f}.",
        0.001,
    )


def draw_authors(rng: random.Random) -> tuple[int, int, int, int]:
    """Chances of a like in percent for a popular and a new author's post, and points that a like adds for each."""
    while True:
        popular, new = rng.randint(6, 20), rng.randint(3, 15)
        little, much = rng.randint(0, 1), rng.randint(3, 8)
        if new < popular and new * much > 1.3 * popular * little:
            return popular, new, little, much


def turning_point(rng: random.Random) -> Numeric:
    popular, new, little, much = draw_authors(rng)
    answer = Fraction(popular - new) / (Fraction(new * much - popular * little, 100))
    return Numeric(
        f"A viewer likes X's post with probability {popular}%, Y's with {new}%. A like adds {little / 100:g} to the "
        f"probability of the author's next post for X, who has many likes, and {much / 100:g} for Y, who has none. A "
        "post's value is the viewer's chance of a like times one plus $c$ times what the like adds to the chance of a "
        "next post. Above which $c$ does Y's post rank first? (Within 1% of it is right.)",
        answer,
        f"${popular}\\,(1 + {little / 100:g}c) = {new}\\,(1 + {much / 100:g}c)$ gives "
        f"$c = {popular - new} / {(new * much - popular * little) / 100:g} = {float(answer):.2f}$.",
        0.01 * float(answer),
    )


CARDS = [accepted, turning_point]
