"""Numeric cards on cold start: how long to doubt a new item, what exploring costs, what known users must gain."""

import random

from sharpen.domain.card import Numeric


def draw_doubt(rng: random.Random) -> tuple[int, int, int]:
    """The second parameter of a Beta prior whose first is 1, looks without a watch, and a rate in percent."""
    return rng.choice([9, 19, 24, 39, 49]), rng.randrange(10, 70, 5), rng.randint(2, 6)


def still_promising(rng: random.Random) -> Numeric:
    misses, looks, percent = draw_doubt(rng)
    answer = (1 - percent / 100) ** (misses + looks)
    return Numeric(
        f"The rates of new movies follow a Beta(1, {misses}), whose density is proportional to "
        f"$(1 - p)^{{{misses - 1}}}$. A movie had {looks} looks and no watch. How **probable** is it that its rate is "
        f"above {percent}%? (Within 2% of it is right.)",
        answer,
        f"The belief is Beta(1, {misses + looks}): its density is proportional to $(1 - p)^{{{misses + looks - 1}}}$, "
        f"so $P(p > {percent / 100:g}) = {1 - percent / 100:g}^{{{misses + looks}}} = {answer:.4f}$.",
        0.02 * answer,
    )


def draw_exploring(rng: random.Random) -> tuple[int, int, int]:
    """In percent: visits that explore, looks of a place over those of the one before, worth of what is tried."""
    return rng.choice([5, 10, 20, 25, 50]), rng.choice([80, 85, 90]), rng.choice([20, 25, 40, 50])


def price_of_exploring(rng: random.Random) -> Numeric:
    visits, less, worth = draw_exploring(rng)
    last = (less / 100) ** 9 / sum((less / 100) ** place for place in range(10))
    answer = visits * last * (1 - worth / 100)
    return Numeric(
        f"A row has ten places; each is looked at {less}% as often as the one before. In {visits}% of the visits the "
        f"**tenth** place shows a movie on trial, which earns {worth}% of what the usual movie would there. All places "
        "have movies that are equally good per look. **What percentage of all watches** does this cost? (Within 2% of "
        "it is right.)",
        answer,
        f"The tenth place has ${less / 100:g}^9 / (1 + {less / 100:g} + \\dots + {less / 100:g}^9) = {last:.4f}$ of "
        f"the looks. ${visits}\\% \\cdot {last:.4f} \\cdot {1 - worth / 100:g} = {answer:.3f}\\%$.",
        0.02 * answer,
        "%",
    )


def draw_visits(rng: random.Random) -> tuple[int, int, int, int]:
    """Percent of visits by known users, percent of their visits and of newcomers' with a watch, and the lift wanted."""
    return rng.choice([30, 40, 50, 60, 70]), rng.choice([10, 12, 15, 20]), rng.choice([4, 5, 6, 8]), rng.randint(1, 4)


def lift_among_the_known(rng: random.Random) -> Numeric:
    known, often, seldom, lift = draw_visits(rng)
    mean = (known * often + (100 - known) * seldom) / 100
    answer = lift * mean / (known * often / 100)
    return Numeric(
        f"{known}% of the visits are by known users, and {often}% of those end with a watch; of newcomers' visits "
        f"{seldom}% do. A new model changes nothing for newcomers. By how many percent must it raise **known users'** "
        f"watches, relative to theirs, so that all watches rise by {lift}%? (Within 2% of it is right.)",
        answer,
        f"Watches per 100 visits: {known * often / 100:g} by known users of {mean:g} in all. {lift}% of {mean:g} are "
        f"{lift * mean / 100:.4g}, which is {answer:.2f}% of {known * often / 100:g}.",
        0.02 * answer,
        "%",
    )


CARDS = [still_promising, price_of_exploring, lift_among_the_known]
