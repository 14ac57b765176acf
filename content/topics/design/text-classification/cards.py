"""Numeric cards on text classification: when to act alone, shares from counts, labels that a recall takes."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric

LEVEL = 1.96


def draw_costs(rng: random.Random) -> tuple[Fraction, int, Fraction]:
    """What a person costs in dollars, what a wrong label costs, and the share of cases in which people are wrong."""
    return Fraction(rng.randrange(20, 85, 5), 100), rng.randint(4, 12), Fraction(rng.randint(3, 15), 100)


def act_alone(rng: random.Random) -> Numeric:
    person, wrong, errors = draw_costs(rng)
    both, answer = float(person + errors * wrong), 1 - errors - person / wrong
    return Numeric(
        f"A person reads a ticket for {float(person):.2f} dollars and then chooses a wrong team in "
        f"{100 * float(errors):g}% of the cases. A wrong team costs {wrong} dollars, whoever chose it. The model's "
        "probabilities are calibrated, and its own work costs nothing. **Above what probability** of its first choice "
        "is it cheaper to let the model act alone? (Between 0 and 1, within 0.005.)",
        answer,
        f"Alone it costs $(1 - p) \\cdot {wrong}$, with a person ${float(person):.2f} + {float(errors):g} \\cdot "
        f"{wrong} = {both:.2f}$. They are even at $p = 1 - {both:.2f}/{wrong} = {float(answer):.4f}$.",
        0.005,
    )


def draw_rates(rng: random.Random) -> tuple[Fraction, Fraction, Fraction]:
    """The share of positives that a classifier finds, that of negatives that it marks, and what it marks in all."""
    hits, false = Fraction(rng.randint(70, 95), 100), Fraction(rng.randint(2, 12), 100)
    true = Fraction(rng.randint(8, 40), 100)
    return hits, false, round(true * hits + (1 - true) * false, 3)


def share_from_count(rng: random.Random) -> Numeric:
    hits, false, marked = draw_rates(rng)
    answer = 100 * (marked - false) / (hits - false)
    return Numeric(
        f"A classifier marks {100 * float(marked):g}% of a product's reviews as complaints. On labeled reviews it "
        f"marks {100 * float(hits):g}% of the complaints and {100 * float(false):g}% of the others. What percentage "
        "of the product's reviews **are** complaints, by your best estimate? (Within 0.2.)",
        answer,
        f"The share marked is ${float(hits):g}\\,s + {float(false):g}\\,(1 - s) = {float(marked):g}$, so $s = "
        f"({float(marked):g} - {float(false):g}) / ({float(hits):g} - {float(false):g}) = {float(answer) / 100:.4f}$.",
        0.2,
        "%",
    )


def draw_recall(rng: random.Random) -> tuple[int, int, int]:
    """A recall in percent, half the width of its interval in points, and one in how many messages is positive."""
    return rng.choice([80, 85, 90, 95]), rng.choice([2, 3, 4, 5]), rng.choice([200, 500, 1_000, 2_000, 5_000])


def random_labels(rng: random.Random) -> Numeric:
    percent, points, rarity = draw_recall(rng)
    share, half = percent / 100, points / 100
    positives = LEVEL**2 * share * (1 - share) / half**2
    answer = positives * rarity
    return Numeric(
        f"One message in {rarity:,} belongs to a rare class. The recall of a detector, about {percent}%, is to be "
        f"known within {points} points either way, at 95% confidence, from a **random sample** of messages. How many "
        "messages have to be labeled, on average? (Normal approximation with $z = 1.96$; within 2%.)",
        answer,
        f"It takes $1.96^2 \\cdot {share:g} \\cdot {1 - share:.2g} / {half:g}^2 = {math.ceil(positives)}$ positives, "
        f"rounded up, each among {rarity:,} messages: about {answer:,.0f}.",
        0.02 * answer,
    )


CARDS = [act_alone, share_from_count, random_labels]
