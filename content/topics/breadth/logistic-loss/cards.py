"""Cards of the logistic loss: its value, its slope, where it is least, and what a wrong probability costs."""

import math
import random

from sharpen.domain.card import Numeric


def softplus(z: float) -> float:
    return max(z, 0.0) + math.log1p(math.exp(-abs(z)))


def draw_rows(rng: random.Random) -> tuple[list[int], list[float]]:
    """Three labels, not all equal, and the scores; a label with the other sign, or left out, costs something else."""
    scores = [rng.choice([-1, 1]) * rng.randint(1, 6) / 2 for _ in range(3)]
    mixed = [[1, 1, -1], [1, -1, 1], [1, -1, -1], [-1, 1, 1], [-1, -1, 1], [-1, 1, -1]]
    margins = {place: [y * f for y, f in zip(labels, scores, strict=True)] for place, labels in enumerate(mixed)}
    fair = [place for place, m in margins.items() if sum(m) and sum(m) != sum(scores)]
    return mixed[rng.choice(fair)], scores


def mean_loss(rng: random.Random) -> Numeric:
    labels, scores = draw_rows(rng)
    margins = [label * score for label, score in zip(labels, scores, strict=True)]
    losses = [softplus(-margin) for margin in margins]
    answer = sum(losses) / 3
    rows = ", ".join(f"$({label:+d}, {score:g})$" for label, score in zip(labels, scores, strict=True))
    work = ", ".join(f"$\\ln(1 + e^{{{-m:g}}}) = {loss:.4f}$" for m, loss in zip(margins, losses, strict=True))
    return Numeric(
        f"Labels are $-1$ or $+1$. What is the mean logistic loss (natural logarithm) of the rows (label, score) = "
        f"{rows}? (To within 0.005.)",
        answer,
        f"The margins $yf$ are {', '.join(f'${m:g}$' for m in margins)}. Losses: {work}. Their mean is ${answer:.4f}$.",
        0.005,
    )


def slope(label: int, score: float) -> float:
    """Of the loss in the score."""
    return -label / (1 + math.exp(label * score))


def draw_weights(rng: random.Random) -> tuple[int, list[float], list[int]]:
    """The label, two weights and two features; the score is an odd quarter between -3 and 3, so never 0."""
    weights = [rng.choice([-1.0, -0.5, 0.5, 1.0]), rng.choice([-0.75, -0.25, 0.25, 0.75])]
    return rng.choice([-1, 1]), weights, [rng.choice([-2, -1, 1, 2]), rng.choice([-1, 1])]


def gradient_by_weight(rng: random.Random) -> Numeric:
    label, (a, b), (x, z) = draw_weights(rng)
    score = a * x + b * z
    answer = slope(label, score) * x
    return Numeric(
        f"One row with features $x = ({x}, {z})$ and label $y = {label:+d}$ (labels are $\\pm 1$); weights "
        f"$w = ({a:g}, {b:g})$, no intercept. What is the derivative of the logistic loss "
        "$\\ln(1 + e^{-y\\, w^\\top x})$ by $w_1$? (With its sign, to within 0.005.)",
        answer,
        f"$f = {a:g} \\cdot ({x}) + ({b:g}) \\cdot ({z}) = {score:g}$, margin ${label * score:g}$. By the score: "
        f"$-y\\, \\sigma(-yf) = -({label}) \\cdot \\sigma({-label * score:g}) = {slope(label, score):.4f}$. "
        f"Times $x_1 = {x}$: ${answer:.4f}$.",
        0.005,
    )


def draw_counts(rng: random.Random) -> tuple[int, int]:
    """Positives and negatives with the same features: not equally many."""
    few, many = sorted(rng.sample(range(1, 21), 2))
    return (few, many) if rng.random() < 0.5 else (many, few)


def best_score(rng: random.Random) -> Numeric:
    positives, negatives = draw_counts(rng)
    answer = math.log(positives / negatives)
    return Numeric(
        f"A leaf of a tree holds {positives} rows with label $+1$ and {negatives} with $-1$, and gives all of them one "
        "score $f$. Which $f$ makes the sum of the logistic losses $\\ln(1 + e^{-yf})$ least? (With its sign, to "
        "within 0.01.)",
        answer,
        f"The slope of the sum is $(n_+ + n_-)\\, \\sigma(f) - n_+$. It is zero for $\\sigma(f) = "
        f"\\frac{{{positives}}}{{{positives + negatives}}}$, so $f = \\ln\\frac{{{positives}}}{{{negatives}}} = "
        f"{answer:.4f}$: the log odds.",
        0.01,
    )


def divergence(truth: float, said: float) -> float:
    """Between coins, in nats."""
    return truth * math.log(truth / said) + (1 - truth) * math.log((1 - truth) / (1 - said))


def draw_said(rng: random.Random) -> tuple[float, float]:
    """The true probability and the predicted one, at least 0.2 apart; their divergence is not symmetric."""
    truth = rng.randint(1, 9)
    said = rng.choice([p for p in range(1, 10) if abs(p - truth) >= 2 and p != 10 - truth])
    return truth / 10, said / 10


def cost_of_wrong_probability(rng: random.Random) -> Numeric:
    truth, said = draw_said(rng)
    answer = divergence(truth, said)
    return Numeric(
        f"Labels of a group are positive with probability {truth:g}. A model predicts {said:g} for each of its rows. "
        "By how much does its expected logistic loss (natural logarithm) exceed the least possible one? (To "
        "within 0.002.)",
        answer,
        f"Expected loss at $p$: $-{truth:g} \\ln p - {1 - truth:.1g} \\ln(1 - p)$. It is least at $p = {truth:g}$. The "
        f"difference is the divergence ${truth:g} \\ln\\frac{{{truth:g}}}{{{said:g}}} + {1 - truth:.1g} "
        f"\\ln\\frac{{{1 - truth:.1g}}}{{{1 - said:.1g}}} = {answer:.4f}$.",
        0.002,
        "nats",
    )


CARDS = [mean_loss, gradient_by_weight, best_score, cost_of_wrong_probability]
