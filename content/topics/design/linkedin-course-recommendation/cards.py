"""Numeric cards on course recommendation: watch time as a weight, and personal effects."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric


def draw_watches(rng: random.Random) -> tuple[int, list[int]]:
    """Impressions, and minutes watched after each click."""
    return rng.choice([40, 50, 60, 80, 100]), [rng.randint(2, 30) for _ in range(rng.randint(4, 7))]


def weighted_odds(rng: random.Random) -> Numeric:
    shown, minutes = draw_watches(rng)
    answer = Fraction(sum(minutes), shown - len(minutes))
    return Numeric(
        f"A course was shown {shown} times to similar learners and clicked {len(minutes)} times, and then watched for "
        + ", ".join(map(str, minutes))
        + " minutes. Logistic regression without a penalty weights each click by its minutes and everything else by "
        "1. Which **odds** does it learn for this course and these learners, if nothing else is shared with other "
        "rows? (Within 1% of it is right.)",
        answer,
        f"Clicks weigh ${' + '.join(map(str, minutes))} = {sum(minutes)}$, the rest {shown - len(minutes)}: odds of "
        f"${float(answer):.3f}$. For rare clicks that is close to the minutes of an impression, "
        f"here {sum(minutes) / shown:.3f}.",
        0.01 * float(answer),
    )


def draw_effect(rng: random.Random) -> tuple[int, Fraction, Fraction, Fraction]:
    """Courses rated, mean beyond the shared model, variance of a single one, and of learners."""
    many, mean = rng.randint(2, 12), Fraction(rng.randint(3, 15), 10)
    return many, mean, Fraction(rng.randint(4, 20), 10), Fraction(rng.randint(1, 5), 10)


def personal_effect(rng: random.Random) -> Numeric:
    many, mean, noise, between = draw_effect(rng)
    ratio = noise / between
    answer = mean * many / (many + ratio)
    return Numeric(
        f"A linear mixed-effects model has a personal intercept for each learner, normal with mean 0 and variance "
        f"{float(between):g}. The noise of a single rating has the variance {float(noise):g}. A learner's {many} "
        f"ratings lie {float(mean):g} above what the shared part predicts, on average. What is the **posterior mean** "
        "of the learner's intercept? (Within 1% of it is right.)",
        answer,
        f"$\\sigma^2/\\tau^2 = {float(ratio):.3f}$, so the share ${many}/({many} + {float(ratio):.3f}) = "
        f"{float(many / (many + ratio)):.3f}$ of {float(mean):g} is kept: ${float(answer):.3f}$.",
        0.01 * float(answer),
    )


CARDS = [weighted_odds, personal_effect]
