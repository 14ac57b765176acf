"""Numeric cards on flash attention: the online softmax, combining parts, and what scores take."""

import math
from fractions import Fraction
from random import Random

from sharpen.domain.card import Numeric, show_number


def taken_in(maximum: int, total: Fraction, scores: list[int]) -> float:
    """The running sum after a block, relative to the new maximum."""
    top = max(maximum, *scores)
    return float(total) * math.exp(maximum - top) + math.fsum(math.exp(score - top) for score in scores)


def draw_block(rng: Random) -> tuple[int, Fraction, list[int]]:
    maximum = rng.randint(-2, 4)
    scores = [maximum + rng.choice([-2, -1, 0]), maximum + rng.choice([1, 2])]
    return maximum, Fraction(rng.choice([5, 6, 8, 10, 12, 15]), 4), rng.sample(scores, 2)


def running_sum(rng: Random) -> Numeric:
    maximum, total, scores = draw_block(rng)
    answer, top = taken_in(maximum, total, scores), max(scores)
    terms = " + ".join(f"e^{{{score - top}}}" for score in scores)
    return Numeric(
        f"In the online softmax the running maximum is {maximum} and the running sum ${float(total):g}$. The next "
        "block has "
        f"the scores ${scores[0]}$ and ${scores[1]}$. What is the running sum after it? Within 0.01 is right.",
        answer,
        f"The new maximum is {top}. The old sum shrinks by $e^{{{maximum - top}}}$:\n\n"
        f"$${float(total):g} \\cdot e^{{{maximum - top}}} + {terms} = {answer:.4f}$$",
        0.01,
    )


def mean_of_parts(sums: list[int], outputs: list[int]) -> Fraction:
    """The output over all keys, given the sum of exponentials and the output of each part."""
    return Fraction(sum(s * o for s, o in zip(sums, outputs, strict=True)), sum(sums))


def draw_parts(rng: Random) -> tuple[list[int], list[int]]:
    while True:
        sums, outputs = rng.sample(range(1, 10), 2), rng.sample(range(-6, 13), 2)
        if mean_of_parts(sums, outputs) != Fraction(sum(outputs), 2):
            return sums, outputs


def combined_output(rng: Random) -> Numeric:
    sums, outputs = draw_parts(rng)
    answer = mean_of_parts(sums, outputs)
    return Numeric(
        f"Two devices hold half of the keys each. For one query the first has $\\text{{lse}} = \\ln {sums[0]}$ and "
        "the output "
        f"${outputs[0]}$, the second $\\text{{lse}} = \\ln {sums[1]}$ and ${outputs[1]}$ (one number each). What is "
        "the output "
        "over all keys? (Exact; a fraction is welcome.)",
        answer,
        "Weights are the sums of exponentials: "
        f"$\\frac{{{sums[0]} \\cdot ({outputs[0]}) + {sums[1]} \\cdot ({outputs[1]})}}"
        f"{{{sums[0]} + {sums[1]}}} = {show_number(answer)}$.",
    )


def score_gib(length: int, heads: int, batch: int, size: int) -> float:
    """All scores of one layer, in GiB."""
    return batch * heads * length * length * size / 2**30


def draw_scores(rng: Random) -> tuple[int, int, int, int]:
    return rng.choice([4096, 8192, 16384, 32768]), rng.choice([8, 16, 32]), rng.choice([1, 2, 4]), rng.choice([2, 4])


def room_for_scores(rng: Random) -> Numeric:
    length, heads, batch, size = draw_scores(rng)
    answer = score_gib(length, heads, batch, size)
    return Numeric(
        f"Ordinary attention stores all scores of a layer: {batch} sequence{'s' if batch > 1 else ''} of {length:,} "
        "tokens, "
        f"{heads} heads, {8 * size} bits. How many GiB are they?",
        Fraction(answer),
        f"${batch} \\cdot {heads} \\cdot {length}^2 \\cdot {size}$ bytes over $2^{{30}}$: ${answer:g}$ GiB. "
        "FlashAttention "
        "stores one number a row instead.",
        unit="GiB",
    )


CARDS = [running_sum, combined_output, room_for_scores]
