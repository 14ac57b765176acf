"""Cards of the sigmoid and the logistic cost: the loss, one step, and the odds."""

import math
import random

from sharpen.domain.card import Numeric


def draw_rows(rng: random.Random) -> tuple[list[float], list[int]]:
    """Three different scores and their labels, both classes among them; labels turned around cost something else."""
    scores = [value / 2 for value in rng.sample(range(-5, 6), 3)]
    labels = [[0, 1, 1], [1, 0, 0], [1, 1, 0], [0, 0, 1]]
    return scores, rng.choice([y for y in labels if sum(z if one else -z for z, one in zip(scores, y, strict=True))])


def mean_log_loss(rng: random.Random) -> Numeric:
    scores, labels = draw_rows(rng)
    losses = [math.log1p(math.exp(-z if y else z)) for z, y in zip(scores, labels, strict=True)]
    answer = sum(losses) / 3
    table = "\n".join(f"| {z:g} | {y} |" for z, y in zip(scores, labels, strict=True))
    worked = ", ".join(f"${loss:.4f}$" for loss in losses)
    return Numeric(
        f"Logistic regression gives these scores $z$ (log odds):\n\n| Score | Label |\n| --- | --- "
        f"|\n{table}\n\nWhat is the "
        "**mean log loss** (natural logarithm)? Give it within 0.003.",
        answer,
        f"The loss is $\\ln(1 + e^{{-z}})$ for label 1 and $\\ln(1 + e^{{z}})$ for label 0: {worked}. The mean is "
        f"${answer:.4f}$.",
        0.003,
    )


def draw_step(rng: random.Random) -> tuple[list[int], list[int], float]:
    """Three values of one feature, their labels, and the learning rate; the step is not zero."""
    low, high = rng.randint(-5, -1), rng.randint(1, 5)
    return [low, high, high + rng.randint(1, 4)], [0, 1, 1], rng.choice([0.1, 0.2, 0.5, 1.0])


def one_step(rng: random.Random) -> Numeric:
    x, y, rate = draw_step(rng)
    gradient = sum((0.5 - label) * value for value, label in zip(x, y, strict=True)) / 3
    answer = -rate * gradient
    terms = " + ".join(f"({0.5 - label:g})({value})" for value, label in zip(x, y, strict=True))
    return Numeric(
        f"Logistic regression with one feature: $x = {', '.join(map(str, x))}$, labels "
        f"${', '.join(map(str, y))}$. Start at "
        f"$w = b = 0$ and take one gradient step on the **mean** log loss with rate {rate:g}. What is $w$? "
        f"Give it within "
        "0.001.",
        answer,
        f"All $p = 0.5$. The gradient is $\\frac{{1}}{{3}}({terms}) = {gradient:.4f}$. $w = 0 - {rate:g} \\cdot "
        f"({gradient:.4f}) = {answer:.4f}$.",
        0.001,
    )


def draw_odds(rng: random.Random) -> tuple[int, int]:
    """A probability in hundredths, and the weight in tenths; the sigmoid bends between before and after."""
    return rng.choice([*range(10, 36), *range(65, 91)]), rng.choice([-10, -8, -5, 5, 8, 10, 15])


def after_one_more(rng: random.Random) -> Numeric:
    percent, weight = draw_odds(rng)
    odds = percent / (100 - percent)
    after = odds * math.exp(weight / 10)
    return Numeric(
        f"Logistic regression gives a row the probability {percent / 100:g}. A feature with the weight "
        f"{weight / 10:g} rises "
        "by one. What is the **new probability**? Give it within 0.002.",
        after / (1 + after),
        f"Odds were ${percent / 100:g}/{(100 - percent) / 100:g} = {odds:.4f}$; they are multiplied by "
        f"$e^{{{weight / 10:g}}} "
        f"= {math.exp(weight / 10):.4f}$ and become ${after:.4f}$. $p = {after:.4f}/(1 + {after:.4f}) = "
        f"{after / (1 + after):.4f}$.",
        0.002,
    )


CARDS = [mean_log_loss, one_step, after_one_more]
