"""Numeric cards on naive Bayes: Bayes' rule, two features, smoothing, a feature counted twice."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def positive_value(prior: Fraction, sensitivity: Fraction, false_alarm: Fraction) -> Fraction:
    """P(ill | positive)."""
    hit = prior * sensitivity
    return hit / (hit + (1 - prior) * false_alarm)


def draw_test(rng: random.Random) -> tuple[Fraction, Fraction, Fraction]:
    prior = Fraction(rng.choice([5, 10, 20, 50, 100]), 1000)
    return prior, Fraction(rng.choice([80, 90, 95, 99]), 100), Fraction(rng.choice([1, 2, 5, 10]), 100)


def bayes_rule(rng: random.Random) -> Numeric:
    prior, sensitivity, false_alarm = draw_test(rng)
    answer = positive_value(prior, sensitivity, false_alarm)
    hit, alarm = prior * sensitivity, (1 - prior) * false_alarm
    moral = (
        "Most flags are false alarms: the false ones come from a far larger group."
        if hit < alarm
        else "The prior of fraud counts as much as the quality of the detector."
    )
    return Numeric(
        f"{float(100 * prior):g}% of transactions are fraud. A detector flags {float(sensitivity):.0%} of the fraud "
        f"and {float(false_alarm):.0%} of the rest. What is the probability that a flagged transaction is fraud? "
        "(Within 0.002, or exact as a fraction.)",
        float(answer),
        f"Flagged and fraud: ${float(hit):.5g}$. Flagged and not: ${float(1 - prior):g} \\cdot "
        f"{float(false_alarm):g} = "
        f"{float(alarm):.5g}$. $\\frac{{{float(hit):.5g}}}{{{float(hit):.5g} + {float(alarm):.5g}}} = "
        f"{float(answer):.4f}$. {moral}",
        0.002,
    )


def posterior(spam: list[int], other: list[int]) -> Fraction:
    """P(spam | both words), from messages, with the first word, with the second word, in each class."""
    scores = [Fraction(n) * Fraction(a, n) * Fraction(b, n) for n, a, b in (spam, other)]
    return scores[0] / (scores[0] + scores[1])


def draw_words(rng: random.Random) -> tuple[list[int], list[int]]:
    spam, other = rng.choice([4, 5, 8, 10]), rng.choice([6, 12, 15, 20])
    return (
        [spam, rng.randint(2, spam - 1), rng.randint(1, spam - 2)],
        [other, rng.randint(1, other // 2), rng.randint(1, other - 2)],
    )


def two_words(rng: random.Random) -> Numeric:
    spam, other = draw_words(rng)
    answer = posterior(spam, other)
    total = spam[0] + other[0]
    scores = [
        f"\\frac{{{n}}}{{{total}}} \\cdot \\frac{{{a}}}{{{n}}} \\cdot \\frac{{{b}}}{{{n}}}" for n, a, b in (spam, other)
    ]
    values = [float(Fraction(a * b, n * total)) for n, a, b in (spam, other)]
    return Numeric(
        f'{spam[0]} messages are spam, {other[0]} are not. "free" is in {spam[1]} of the spam and {other[1]} of the '
        f'others, "meeting" in {spam[2]} and {other[2]}. Naive Bayes uses these two features, without smoothing, and '
        "the classes' shares as priors. What probability of spam does it give a message with both words? "
        "(Within 0.005, or exact as a fraction.)",
        float(answer),
        f"Spam: ${scores[0]} = {values[0]:.5f}$. Other: ${scores[1]} = {values[1]:.5f}$. The posterior is "
        f"${values[0]:.5f} / ({values[0]:.5f} + {values[1]:.5f}) = {float(answer):.4f}$.",
        0.005,
    )


def smoothed(count: int, tokens: int, vocabulary: int, alpha: int) -> Fraction:
    return Fraction(count + alpha, tokens + alpha * vocabulary)


def draw_counts(rng: random.Random) -> tuple[int, int, int, int]:
    """Never a word that is exactly one token in V, which smoothing would leave as it is."""
    return rng.randint(0, 5), rng.choice([50, 80, 100, 200]), rng.choice([30, 60, 150, 600]), rng.choice([1, 2])


def smoothing(rng: random.Random) -> Numeric:
    count, tokens, vocabulary, alpha = draw_counts(rng)
    answer = smoothed(count, tokens, vocabulary, alpha)
    return Numeric(
        f'Multinomial naive Bayes: the spam messages have {tokens} word tokens in all, {count} of them "prize". The '
        f"vocabulary has {vocabulary} words. What is $P(\\text{{prize}} \\mid \\text{{spam}})$ with add-$\\alpha$ "
        f"smoothing, "
        f"$\\alpha = {alpha}$? (Exact; a fraction is welcome.)",
        answer,
        f"$\\frac{{c + \\alpha}}{{n + \\alpha V}} = "
        f"\\frac{{{count} + {alpha}}}{{{tokens} + {alpha} \\cdot {vocabulary}}} = "
        f"{show_number(answer)}$.",
    )


def with_copies(prior: Fraction, ratio: Fraction, copies: int) -> Fraction:
    """The posterior when the same clue is a feature several times."""
    odds = prior / (1 - prior) * ratio**copies
    return odds / (1 + odds)


def draw_copies(rng: random.Random) -> tuple[Fraction, Fraction, int]:
    return Fraction(rng.choice([10, 20, 25, 50]), 100), Fraction(rng.choice([3, 4, 5])), rng.choice([2, 3])


def counted_twice(rng: random.Random) -> Numeric:
    prior, ratio, copies = draw_copies(rng)
    answer = with_copies(prior, ratio, copies)
    odds = prior / (1 - prior)
    return Numeric(
        f"There are two classes, and the prior of class 1 is {float(prior):g}. The share of class 1 that has a binary "
        f"feature is {ratio} times the share of class 0 that has it. By mistake the feature is in the data as {copies} "
        "equal columns. What probability of class 1 does naive Bayes give a row that has it? "
        "(Within 0.005, or exact as a fraction.)",
        float(answer),
        f"Prior odds ${show_number(odds)}$, times ${ratio}^{{{copies}}}$: ${show_number(odds * ratio**copies)}$, so "
        f"${show_number(answer)} = {float(answer):.4f}$. Counted once it would be "
        f"${float(with_copies(prior, ratio, 1)):.4f}$.",
        0.005,
    )


CARDS = [bayes_rule, two_words, smoothing, counted_twice]
