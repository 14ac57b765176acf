"""Numeric cards on transfer learning: work saved by frozen features, room for many heads, statistics that drift."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric


def draw_work(rng: random.Random) -> tuple[int, int, int]:
    """Thousand images, epochs of tuning, and augmented copies whose features are stored."""
    return rng.choice([5, 20, 50, 80, 200]), rng.choice([8, 10, 12, 15, 20, 30, 40]), rng.choice([1, 2, 4, 5])


def passes_saved(rng: random.Random) -> Numeric:
    images, epochs, copies = draw_work(rng)
    answer = Fraction(3 * epochs, copies)
    return Numeric(
        f"You have {images},000 images. Plan A tunes a whole encoder for {epochs} epochs, each image once in an epoch; "
        "a backward pass costs as much as two forward passes. Plan B freezes it, computes the features of "
        f"{'each image once' if copies == 1 else f'{copies} augmented copies of each image once'}, and trains a head "
        "on them, which costs next to nothing. **How many times** the work of plan B is plan A's? (Exact.)",
        answer,
        f"A takes ${epochs} \\cdot (1 + 2) = {3 * epochs}$ forward passes an image, B takes {copies}.",
        unit="times",
    )


def draw_customers(rng: random.Random) -> tuple[int, int, int, int]:
    """Customers, labels of each, features, and million weights of the encoder; the heads together matter."""
    while True:
        customers, labels = rng.choice([20, 40, 50, 80, 120, 200]), rng.choice([10, 20, 40, 100, 200])
        features, weights = rng.choice([512, 768, 1024, 2048]), rng.choice([11, 23, 28, 86])
        if (customers - 1) * (features + 1) * labels > 0.05 * weights * 10**6:
            return customers, labels, features, weights


def one_encoder_for_all(rng: random.Random) -> Numeric:
    customers, labels, features, weights = draw_customers(rng)
    head = features * labels + labels
    answer = 4 * Fraction(weights * 10**6 + customers * head, 10**6)
    return Numeric(
        f"{customers} customers have {labels} labels each. All share one frozen encoder of {weights} million weights, "
        f"which gives {features} features; each has a linear head with biases of its own. How many **MB** (millions of "
        "bytes) are all weights together in float32? (Within 1% is right.)",
        answer,
        f"A head has ${features} \\cdot {labels} + {labels} = {head:,}$ weights. With four bytes each: $4 \\cdot "
        f"({weights} + {customers} \\cdot {head / 1e6:.4f}) = {float(answer):.1f}$ MB. {customers} tuned copies of the "
        f"encoder alone would be {4 * weights * customers:,} MB.",
        float(answer) / 100,
        "MB",
    )


def draw_drift(rng: random.Random) -> tuple[Fraction, Fraction]:
    """The weight of a new batch in the running statistics, and the share of the old ones that is asked for."""
    return Fraction(rng.choice([1, 2, 5, 10, 15, 20]), 100), Fraction(rng.choice([1, 2, 5, 10, 25]), 100)


def batches_until_forgotten(rng: random.Random) -> Numeric:
    new, left = draw_drift(rng)
    batches, share = 0, Fraction(1)
    while share >= left:
        share *= 1 - new
        batches += 1
    return Numeric(
        f"Batch norm updates its running mean by $\\mu \\leftarrow (1 - m) \\mu + m \\bar x$ with $m = {float(new):g}$."
        f' The encoder is "frozen", but left in training mode. After how many batches has the old mean **less than '
        f"{float(100 * left):g}%** of the weight? (The first such number.)",
        batches,
        f"After $n$ batches the old mean has the weight ${float(1 - new):g}^n$. ${float(1 - new):g}^{{{batches - 1}}}"
        f" = {float(share / (1 - new)):.4f}$ and ${float(1 - new):g}^{{{batches}}} = {float(share):.4f}$.",
        unit="batches",
    )


CARDS = [passes_saved, one_encoder_for_all, batches_until_forgotten]
