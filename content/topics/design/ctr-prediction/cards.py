"""Numeric cards on click-through rates: sampled negatives, prices, and rates of few views."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric


def draw_sampling(rng: random.Random) -> tuple[Fraction, Fraction]:
    """The share of negatives that is kept, and the score of a model trained with it."""
    kept = rng.choice([Fraction(1, 100), Fraction(1, 50), Fraction(1, 20), Fraction(1, 10), Fraction(1, 5)])
    return kept, Fraction(rng.randint(4, 60), 100)


def corrected(rng: random.Random) -> Numeric:
    kept, score = draw_sampling(rng)
    answer = score / (score + (1 - score) / kept)
    return Numeric(
        f"A click model was trained on all clicks and on {float(100 * kept):g}% of the other impressions, drawn at "
        f"random. It says {float(score):g}. What is the **probability of a click**? (Within 2% of it is right.)",
        answer,
        f"Odds are ${float(1 / kept):g}$ times too high: ${float(score):g} / ({float(score):g} + "
        f"{float(1 - score):g} \\cdot {float(1 / kept):g}) = {float(answer):.5f}$.",
        0.02 * float(answer),
    )


def draw_bids(rng: random.Random) -> tuple[list[tuple[Fraction, Fraction]]]:
    """Bids in dollars and probabilities of three ads. The largest bid does not win, and no bid is the price."""
    while True:
        ads = [(Fraction(rng.randint(4, 40), 10), Fraction(rng.randint(4, 40), 1000)) for _ in range(3)]
        third, second, first = sorted(ads, key=lambda ad: ad[0] * ad[1])
        values = [bid * chance for bid, chance in (first, second, third)]
        apart = values[0] > values[1] * Fraction(11, 10) and values[1] > values[2] * Fraction(11, 10)
        price = values[1] / first[1]
        if apart and first[0] < max(bid for bid, _ in ads) and abs(price / second[0] - 1) > Fraction(1, 10):
            return (ads,)


def price_of_a_click(rng: random.Random) -> Numeric:
    (ads,) = draw_bids(rng)
    worth = sorted((bid * chance for bid, chance in ads), reverse=True)
    winner = max(ads, key=lambda ad: ad[0] * ad[1])
    answer = worth[1] / winner[1]
    rows = "\n".join(
        f"| {name} | {float(bid):.2f} | {float(chance):.3f} |" for name, (bid, chance) in zip("ABC", ads, strict=True)
    )
    name = "ABC"[ads.index(winner)]
    return Numeric(
        "The ad with the largest bid times probability wins. If it is clicked it pays the smallest bid with which it "
        "would still have won. How many **dollars** does the winner pay for a click? (Within 0.01.)\n\n"
        f"| ad | bid for a click | probability |\n|---|---|---|\n{rows}",
        answer,
        f"{name} wins with {float(worth[0]):.4f}; the second is worth {float(worth[1]):.4f}. {name} still wins with "
        f"a bid of ${float(worth[1]):.4f} / {float(winner[1]):.3f} = {float(answer):.3f}$.",
        0.01,
        "dollars",
    )


def draw_views(rng: random.Random) -> tuple[int, int, Fraction, int]:
    """Clicks, views, the mean of the category, and how many views it counts like."""
    views, mean = rng.choice([20, 40, 50, 80, 100]), Fraction(rng.choice([5, 10, 15, 20, 30]), 1000)
    clicks = math.ceil(2 * mean * views) + rng.randint(1, 3)
    return clicks, views, mean, rng.choice([300, 400, 500, 800, 1000])


def few_views(rng: random.Random) -> Numeric:
    clicks, views, mean, weight = draw_views(rng)
    answer = (clicks + weight * mean) / (views + weight)
    return Numeric(
        f"A new ad has {clicks} clicks in {views} views. The mean CTR of its category is {float(100 * mean):g}%, and "
        f"counts like {weight} views (a Beta prior with that mean, whose two parameters sum to {weight}). What is the "
        "posterior mean of its CTR, **in percent**? (Within 1% of it is right.)",
        100 * answer,
        f"$({clicks} + {weight} \\cdot {float(mean):g}) / ({views} + {weight}) = {float(answer):.5f}$, against "
        f"{clicks / views:.3f} from its own views alone.",
        float(answer),
        "%",
    )


CARDS = [corrected, price_of_a_click, few_views]
