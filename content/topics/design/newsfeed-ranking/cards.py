"""Numeric cards on feeds: the price of a hide, rates by expected looks, votes of an interleaving."""

import math
import random
from fractions import Fraction
from statistics import NormalDist

from sharpen.domain.card import Numeric

LEVEL, POWER = NormalDist().inv_cdf(0.975), NormalDist().inv_cdf(0.8)


def draw_posts(rng: random.Random) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """Of bait and of a good post: opened in percent, seconds read, hides in thousands of looks."""
    bait = rng.randrange(30, 50, 2), rng.choice([15, 18, 20]), rng.randrange(16, 30, 2)
    good = rng.randrange(8, 14, 2), rng.choice([30, 36, 42]), rng.randrange(2, 8, 2)
    return bait, good


def price_of_a_hide(rng: random.Random) -> Numeric:
    bait, good = draw_posts(rng)
    minutes = [Fraction(opened, 100) * Fraction(seconds, 60) for opened, seconds, _ in (bait, good)]
    answer = (minutes[0] - minutes[1]) / Fraction(bait[2] - good[2], 1000)
    return Numeric(
        "Posts are ranked by $p(\\text{open}) \\cdot \\text{minutes if opened} - h \\cdot p(\\text{hide})$. Post A: "
        f"opened by {bait[0]}%, then read for {bait[1]} s, hidden by {bait[2] / 10:g}%. Post B: opened by {good[0]}%, "
        f"read for {good[1]} s, hidden by {good[2] / 10:g}%. From which **price** $h$ of a hide, in minutes, does B "
        "come first? (Exact, or to within 0.5% of it.)",
        answer,
        f"Minutes per look: A {float(minutes[0]):.4f}, B {float(minutes[1]):.4f}. They are even at $h = "
        f"({float(minutes[0]):.4f} - {float(minutes[1]):.4f}) / ({bait[2] / 1000:g} - {good[2] / 1000:g}) = "
        f"{float(answer):.3f}$ minutes.",
        float(answer) / 200,
        "min",
    )


def draw_places(rng: random.Random) -> tuple[list[int], list[int], list[int]]:
    """How often a post was shown at three places, how often it was clicked there, and the looks of each in percent."""
    shown = [rng.randrange(100, 1000, 100) for _ in range(3)]
    looks = [100, rng.choice([60, 70, 80]), rng.choice([20, 25, 40])]
    clicks = [
        max(1, round(number * look / 100 * rng.uniform(0.05, 0.15))) for number, look in zip(shown, looks, strict=True)
    ]
    return shown, clicks, looks


def rate_by_looks(rng: random.Random) -> Numeric:
    shown, clicks, looks = draw_places(rng)
    expected = Fraction(sum(number * look for number, look in zip(shown, looks, strict=True)), 100)
    answer = sum(clicks) / expected
    return Numeric(
        f"A post was shown {shown[0]} times at the first place, {shown[1]} times at the fifth and {shown[2]} times at "
        f"the tenth, and clicked {clicks[0]}, {clicks[1]} and {clicks[2]} times there. These places are looked at in "
        f"{looks[0]}%, {looks[1]}% and {looks[2]}% of the visits. What is its rate of **clicks per expected look**? "
        "(Exact, or to within 1% of it.)",
        answer,
        f"Expected looks: {float(expected):g}. Clicks: {sum(clicks)}. {sum(clicks)} / {float(expected):g} = "
        f"{float(answer):.4f}; per impression it would be {sum(clicks) / sum(shown):.4f}.",
        float(answer) / 100,
    )


def draw_share(rng: random.Random) -> int:
    """The share of votes for the better ranker, in tenths of a percent."""
    return rng.randrange(510, 590, 2)


def votes_of_interleaving(rng: random.Random) -> Numeric:
    thousandths = draw_share(rng)
    share = thousandths / 1000
    answer = ((LEVEL * 0.5 + POWER * math.sqrt(share * (1 - share))) / (share - 0.5)) ** 2
    return Numeric(
        f"An interleaving is to tell that one ranker gets {100 * share:g}% of the votes rather than 50%, with 80% "
        "power at a two-sided level of 5%. Votes are independent. **How many votes** does it need? (Within 3% is "
        "right. The sign test by the normal approximation; $z_{0.975} = 1.96$, $z_{0.8} = 0.84$.)",
        answer,
        f"The standard deviation of a vote is about 0.5: $(1.96 + 0.84)^2 \\cdot 0.25 / {share - 0.5:.3g}^2$, about "
        f"${answer:,.0f}$. The rule $2/\\delta^2$ gives ${2 / (share - 0.5) ** 2:,.0f}$.",
        0.03 * answer,
        "votes",
    )


CARDS = [price_of_a_hide, rate_by_looks, votes_of_interleaving]
