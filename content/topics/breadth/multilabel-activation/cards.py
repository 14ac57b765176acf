"""Numeric cards on sigmoid outputs, one for each class."""

import math
import random
from collections.abc import Sequence
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def binary_losses(logits: Sequence[float], targets: Sequence[int]) -> list[float]:
    """Binary cross-entropy, in nats, of each sigmoid."""
    return [max(z, 0) - z * y + math.log1p(math.exp(-abs(z))) for z, y in zip(logits, targets, strict=True)]


def threshold(miss: int, alarm: int) -> Fraction:
    """The probability above which predicting the class costs less on average."""
    return Fraction(alarm, miss + alarm)


def exactly_one(chances: Sequence[Fraction]) -> Fraction:
    """The probability that one of several independent labels is present, and no other."""
    none = math.prod(1 - p for p in chances)
    return sum((none / (1 - p) * p for p in chances), Fraction(0))


def micro_f1(truth: Sequence[Sequence[int]], guess: Sequence[Sequence[int]]) -> Fraction:
    """F1 of all label decisions together."""
    pairs = [pair for row, other in zip(truth, guess, strict=True) for pair in zip(row, other, strict=True)]
    hits, wrong = sum(pair == (1, 1) for pair in pairs), sum(a != b for a, b in pairs)
    return Fraction(2 * hits, 2 * hits + wrong)


def multilabel_loss(rng: random.Random) -> Numeric:
    """The loss of one example with three labels."""
    logits, kinds = rng.sample([-2, -1, 0, 1, 2], 3), [(1, 1, 0), (1, 0, 1), (0, 1, 1), (0, 0, 0)]
    # Where the signed logits cancel, targets turned around would give the same loss.
    targets = rng.choice([kind for kind in kinds if sum(z * (2 * y - 1) for z, y in zip(logits, kind, strict=True))])
    terms = binary_losses(logits, targets)
    lines = [
        f"$y_{k} = {y}, z_{k} = {z}$: $-\\ln {'' if y else '(1 - '}\\sigma({z}){'' if y else ')'} = {term:.4f}$"
        for k, (y, z, term) in enumerate(zip(targets, logits, terms, strict=True), 1)
    ]
    return Numeric(
        f"Three classes that are not exclusive have the logits ${tuple(logits)}$ and the targets ${targets}$. What is "
        "the sum of the three binary cross-entropies of their sigmoids, with the natural logarithm? "
        "Within 0.005 is right.",
        math.fsum(terms),
        "Each class is a question of its own, with $\\sigma(z) = 1/(1 + e^{-z})$:\n\n- "
        + "\n- ".join(lines)
        + f"\n\nTogether ${math.fsum(terms):.4f}$.",
        0.005,
        "nats",
    )


def threshold_from_costs(rng: random.Random) -> Numeric:
    """The threshold of one class, from what its errors cost."""
    miss, alarm = rng.sample(range(1, 13), 2)
    answer = threshold(miss, alarm)
    return Numeric(
        f"For one label of a multi-label model a miss costs {miss} and a false alarm costs {alarm}; right decisions "
        "cost nothing. The probabilities are calibrated. Above which probability does predicting the label cost less "
        "on average than not predicting it? Answer exactly, a fraction will do.",
        answer,
        "Predicting costs $(1 - p) \\cdot b$ on average, not predicting costs $p \\cdot a$, with "
        f"$a = {miss}$ and $b = {alarm}$. Predicting is cheaper when\n\n"
        f"$$p > \\frac{{b}}{{a + b}} = \\frac{{{alarm}}}{{{miss + alarm}}} \\approx {float(answer):.3f}$$",
    )


def one_label_alone(rng: random.Random) -> Numeric:
    """How likely exactly one label is, with independent labels."""
    tenths = rng.sample(range(1, 10), 3)
    chances = [Fraction(t, 10) for t in tenths]
    answer = exactly_one(chances)
    shown = ", ".join(f"{t / 10:g}" for t in tenths)
    terms = [
        " \\cdot ".join(f"{(t if place == hit else 10 - t) / 10:g}" for place, t in enumerate(tenths))
        for hit in range(3)
    ]
    return Numeric(
        f"Three sigmoids give the probabilities {shown}. Take the labels as independent given the input, as the loss "
        "does. What is the probability that exactly one of the three labels is present? Within 0.001 is right.",
        float(answer),
        "One label is present and the other two are not; add the three ways:\n\n"
        f"$${' + '.join(terms)} = {float(answer):g}$$\n\nA softmax would have claimed 1.",
        0.001,
    )


def micro_f1_of_two_examples(rng: random.Random) -> Numeric:
    """Micro-averaged F1 of four labels on two examples."""
    # As many misses as false alarms would make F1, precision and recall one number.
    hits, (missed, false) = rng.randint(1, 2), rng.sample(range(3), 2)
    cells = [(1, 1)] * hits + [(1, 0)] * missed + [(0, 1)] * false
    cells += [(0, 0)] * (8 - len(cells))
    rng.shuffle(cells)
    truth, guess = (
        [[c[0] for c in part] for part in (cells[:4], cells[4:])],
        [[c[1] for c in part] for part in (cells[:4], cells[4:])],
    )
    answer = micro_f1(truth, guess)
    rows = "\n".join(
        f"| {name} | {' '.join(map(str, truth[row]))} | {' '.join(map(str, guess[row]))} |"
        for row, name in enumerate("AB")
    )
    return Numeric(
        "A multi-label model decides on four labels for two examples:\n\n"
        f"| example | truth | prediction |\n|---|---|---|\n{rows}\n\n"
        "What is its micro-averaged F1? Answer exactly, a fraction will do.",
        answer,
        f"Count over all eight decisions: {hits} true positives, {false} false positives, {missed} false negatives.\n\n"
        f"$$F_1 = \\frac{{2 \\cdot {hits}}}{{2 \\cdot {hits} + {false} + {missed}}} = "
        f"{show_number(answer)} \\approx {float(answer):.3f}$$\n\n"
        "The true negatives do not count, which is why it does not flatter a model that predicts nothing.",
    )


CARDS = [multilabel_loss, threshold_from_costs, one_label_alone, micro_f1_of_two_examples]
