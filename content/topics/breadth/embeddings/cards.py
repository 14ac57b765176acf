"""Numeric cards on embeddings: memory, cosine, losses, hashing."""

import math
import random
from collections.abc import Sequence
from fractions import Fraction
from itertools import permutations

from sharpen.domain.card import Numeric

TRIPLES = [(3, 4, 5), (5, 12, 13), (8, 15, 17), (7, 24, 25), (0, 5, 5), (21, 20, 29)]
"""Vectors of whole length, and the length."""


def cosine(a: Sequence[int], b: Sequence[int]) -> float:
    """Cosine of the angle between two vectors."""
    dot = sum(x * y for x, y in zip(a, b, strict=True))
    return dot / math.sqrt(sum(x * x for x in a) * sum(y * y for y in b))


def sampling_loss(positive: float, negatives: Sequence[float]) -> float:
    """Skip-gram loss with negative sampling, from the dot products, in nats."""
    return math.log1p(math.exp(-positive)) + math.fsum(math.log1p(math.exp(score)) for score in negatives)


def batch_loss(scores: Sequence[Sequence[float]]) -> float:
    """Mean in-batch softmax loss, in nats; the positive pairs are on the diagonal."""
    rows = [math.log(math.fsum(map(math.exp, row))) - row[place] for place, row in enumerate(scores)]
    return math.fsum(rows) / len(rows)


def shared_row(items: int, rows: int) -> float:
    """The probability that a given item shares its hashed row with at least one of the other items."""
    return 1 - (1 - 1 / rows) ** (items - 1)


def table_gigabytes(items: int, width: int, size: int, copies: int) -> Fraction:
    """Gigabytes (10^9 bytes) of a table with `copies` numbers stored for each entry."""
    return Fraction(items * width * size * copies, 10**9)


def table_memory(rng: random.Random) -> Numeric:
    """Memory of a table, with the state of the optimizer."""
    millions, width = rng.choice([1, 2, 5, 10, 20, 50, 100]), rng.choice([16, 32, 64, 128, 256])
    adam = rng.random() < 0.5
    answer, times = table_gigabytes(millions * 10**6, width, 4, 3 if adam else 1), " \\cdot 3" if adam else ""
    stored = (
        "trained with Adam, which keeps two more numbers for each parameter; count the parameters and Adam's numbers, "
        "not the gradients"
        if adam
        else "as it is served, without any state of an optimizer"
    )
    return Numeric(
        f"An embedding table has {millions} million rows of {width} numbers of 4 bytes. How many GB ($10^9$ bytes) "
        f"does it take, {stored}? Answer exactly.",
        answer,
        f"$${millions} \\cdot 10^6 \\cdot {width} \\cdot 4{times} = {float(answer):g} \\cdot 10^9 \\text{{ bytes}}$$",
        unit="GB",
    )


def cosine_of_two(rng: random.Random) -> Numeric:
    """The cosine of two small vectors."""
    (a, b, m), (c, d, n) = rng.sample(TRIPLES, 2)
    if rng.random() < 0.3:
        c = -c
    dot = a * c + b * d
    answer = cosine((a, b), (c, d))
    return Numeric(
        f"Two items have the vectors $({a}, {b})$ and $({c}, {d})$. What is their cosine similarity? "
        "Within 0.005 is right.",
        answer,
        f"$$\\frac{{{a} \\cdot ({c}) + {b} \\cdot {d}}}{{{m} \\cdot {n}}} = \\frac{{{dot}}}{{{m * n}}} = "
        f"{answer:.4f}$$",
        0.005,
    )


def negative_sampling_loss(rng: random.Random) -> Numeric:
    """The loss of one center word."""
    positive = rng.choice([-1, 1, 2, 3])
    # with these sums the loss would be the same with wrong signs
    negatives = rng.choice([pair for pair in permutations(range(-3, 3), 2) if sum(pair) not in (0, positive)])
    answer = sampling_loss(positive, negatives)
    parts = [math.log1p(math.exp(-positive)), *(math.log1p(math.exp(score)) for score in negatives)]
    terms = " + ".join(f"{part:.4f}" for part in parts)
    shown = " - ".join(f"\\ln \\sigma({-score})" for score in negatives)
    return Numeric(
        f"In skip-gram with negative sampling, a center word has the dot product ${positive}$ with its true context "
        f"word and ${negatives[0]}$ and ${negatives[1]}$ with two sampled negatives. What is the loss, with the "
        "natural logarithm? Within 0.005 is right.",
        answer,
        f"The positive should have a high score, the negatives low ones:\n\n"
        f"$$-\\ln \\sigma({positive}) - {shown} = {terms} = {answer:.4f}$$",
        0.005,
        "nats",
    )


def in_batch_softmax(rng: random.Random) -> Numeric:
    """The loss of two pairs that are each other's negatives."""
    own, other = rng.sample(range(3), 2), rng.sample(range(4), 2)  # all different: rows and columns differ in loss
    scores = [[own[0], other[0]], [other[1], own[1]]]
    answer = batch_loss(scores)
    gaps = [scores[0][1] - scores[0][0], scores[1][0] - scores[1][1]]
    return Numeric(
        "A two-tower model trains on a batch of two pairs with the in-batch softmax: each query is to pick its own "
        "item among the two. The dot products of query 1 with the items 1 and 2 are "
        f"${scores[0][0]}$ and ${scores[0][1]}$, those of query 2 are ${scores[1][0]}$ and ${scores[1][1]}$. "
        "What is the mean loss, with the natural logarithm? Within 0.005 is right.",
        answer,
        f"With two items the softmax depends on the difference (other minus own), {gaps[0]} and {gaps[1]}:\n\n"
        f"$$\\tfrac12 \\left[ \\ln(1 + e^{{{gaps[0]}}}) + \\ln(1 + e^{{{gaps[1]}}}) \\right] = "
        f"\\tfrac12 ({math.log1p(math.exp(gaps[0])):.4f} + {math.log1p(math.exp(gaps[1])):.4f}) = {answer:.4f}$$",
        0.005,
        "nats",
    )


def hashed_rows(rng: random.Random) -> Numeric:
    """How likely an item shares its hashed row."""
    rows, tenths = rng.choice([1000, 10_000, 100_000]), rng.choice([2, 3, 5, 8, 10, 15, 20])
    items = rows * tenths // 10
    answer = shared_row(items, rows)
    return Numeric(
        f"{items:,} items are hashed into a table of {rows:,} rows, each item to a row chosen uniformly and "
        "independently. What is the probability that a given item shares its row with at least one other item? "
        "Within 0.005 is right.",
        answer,
        f"Each of the other {items - 1:,} items misses the row with probability $1 - 1/{rows}$:\n\n"
        f"$$1 - \\left( 1 - \\tfrac{{1}}{{{rows}}} \\right)^{{{items - 1}}} \\approx "
        f"1 - e^{{-{tenths / 10:g}}} \\approx {answer:.4f}$$",
        0.005,
    )


CARDS = [table_memory, cosine_of_two, negative_sampling_loss, in_batch_softmax, hashed_rows]
