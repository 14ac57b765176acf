"""Cards of design data: what labels cost, labels that come late, and clicks in unequal places."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def draw_labels(rng: random.Random) -> tuple[int, Fraction, int, int]:
    """Positives wanted, their share, labels an item, and cents a label."""
    share = Fraction(rng.choice([5, 10, 20, 40, 50, 80]), 1000)
    return 100 * rng.randint(2, 20), share, rng.choice([2, 3, 5]), rng.choice([4, 5, 8, 10, 20])


def labeling_cost(rng: random.Random) -> Numeric:
    wanted, share, each, cents = draw_labels(rng)
    items = wanted / share
    answer = items * each * cents / 100
    return Numeric(
        f"You want {wanted:,} positive examples. {100 * float(share):g} % of all items are positive, you label a "
        f"random sample, and each item is labeled by {each} people at {cents} cents a label. How many dollars does it "
        "take, on average? (Exactly.)",
        answer,
        f"${wanted} / {float(share):g} = {show_number(items)}$ items hold that many positives on average. Times {each} "
        f"labels at {cents} cents: {show_number(answer)} dollars.",
        unit="dollars",
    )


def draw_delay(rng: random.Random) -> tuple[int, int, float]:
    """Mean delay and age in days, and the percentage seen so far."""
    mean = rng.choice([2, 3, 4, 5, 8, 10])
    return mean, rng.choice([age for age in (1, 2, 3, 4, 5, 7) if age <= 1.5 * mean]), rng.randint(4, 30) / 10


def rate_to_come(rng: random.Random) -> Numeric:
    mean, age, seen = draw_delay(rng)
    arrived = 1 - math.exp(-age / mean)
    answer = seen / 100 / arrived
    days = f"{age} day{'s' if age > 1 else ''}"
    return Numeric(
        f"Purchases follow clicks after an exponential time with a mean of {mean} days. Of the clicks made exactly "
        f"{days} ago {seen:g} % have led to a purchase so far. Which share will in the end? (Like 1.5% or 0.015, to "
        f"within 2 % of it; $e^{{-{age}/{mean}}} = {1 - arrived:.4f}$.)",
        answer,
        f"After {days} $1 - {1 - arrived:.4f} = {arrived:.4f}$ of the purchases have come. "
        f"${seen:g}\\% / {arrived:.4f} = {100 * answer:.3f}\\%$.",
        0.02 * answer,
    )


def draw_places(rng: random.Random) -> tuple[int, int, int, int]:
    """Clicks on A and on B of 1,000 views each, and percent of users who look at A's and at B's place."""
    seen = rng.choice([(100, 40), (100, 25), (100, 20), (80, 40), (80, 20), (60, 30), (60, 15)])
    return 10 * rng.randint(6, 15), 5 * rng.randint(5, 13), *seen


def relevance_ratio(rng: random.Random) -> Numeric:
    first, second, high, low = draw_places(rng)
    answer = Fraction(second, low) / Fraction(first, high)
    return Numeric(
        f"Item A has {first} clicks of 1,000 views in place 1, item B {second} of 1,000 in place 6. Users look at "
        f"place 1 in {high} % of the views and at place 6 in {low} %, and click what they see by its relevance alone. "
        "How many times as relevant is B as A? (A fraction, or a decimal to within 2 % of it.)",
        answer,
        f"Relevance is clicks over views seen: A ${first}/{10 * high} = {first / 10 / high:.4f}$, "
        f"B ${second}/{10 * low} = {second / 10 / low:.4f}$. The quotient is "
        f"${show_number(answer)} = {float(answer):.3f}$. By clicks over views it would be {second / first:.3f}.",
        0.02 * float(answer),
    )


CARDS = [labeling_cost, rate_to_come, relevance_ratio]
