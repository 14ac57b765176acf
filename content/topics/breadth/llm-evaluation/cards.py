"""Numeric cards on evaluation: pass@k, a comparison in pairs, the calibration error and a judge that is asked twice."""

from fractions import Fraction
from math import comb, sqrt
from random import Random

from sharpen.domain.card import Numeric, show_number


def one_passes(samples: int, passed: int, tries: int) -> Fraction:
    """The share of all choices of `tries` samples with at least one that passed."""
    return 1 - Fraction(comb(samples - passed, tries), comb(samples, tries))


def draw_samples(rng: Random) -> tuple[int, int, int]:
    samples = rng.randint(5, 10)
    return samples, rng.randint(1, samples - 3), rng.randint(2, 3)


def pass_at_k_by_hand(rng: Random) -> Numeric:
    samples, passed, tries = draw_samples(rng)
    answer = one_passes(samples, passed, tries)
    none, ways = comb(samples - passed, tries), comb(samples, tries)
    return Numeric(
        f"A model gave {samples} answers to a task, and {passed} passed. What is the unbiased estimate of "
        f"pass@{tries}, within 0.001?",
        float(answer),
        f"Of {ways} ways to choose {tries} answers, {none} take failures only: "
        f"$1 - {none}/{ways} = {show_number(answer)} = {float(answer):.4f}$.",
        0.001,
    )


def error_of_the_difference(questions: int, first: int, second: int) -> float:
    """The standard error of the mean difference, in percentage points."""
    return 100 * sqrt((first + second) / questions - ((first - second) / questions) ** 2) / sqrt(questions)


def draw_pairs(rng: Random) -> tuple[int, int, int, int]:
    """Questions, those that both models got right, and those that only the first or only the second got right."""
    questions = rng.choice([200, 400, 500, 1000])
    first, second = questions * rng.randint(6, 12) // 100, questions * rng.randint(2, 5) // 100
    return questions, questions * rng.randint(50, 70) // 100, first, second


def paired_error(rng: Random) -> Numeric:
    questions, both, first, second = draw_pairs(rng)
    answer, gap = error_of_the_difference(questions, first, second), 100 * (first - second) / questions
    return Numeric(
        f"Two models answer the same {questions} questions: both are right on {both}, only A on {first}, only B on "
        f"{second}. A leads by {gap:g} percentage points. What is the standard error of that difference, in percentage "
        "points? Within 4% is right.",
        answer,
        f"Each question gives $+1$, $0$ or $-1$, with the mean {gap / 100:g} and the mean square "
        f"$({first} + {second})/{questions} = {(first + second) / questions:g}$. The standard error is "
        f"$\\sqrt{{({(first + second) / questions:g} - {gap / 100:g}^2) / {questions}}}$, {answer:.2f} points, so the "
        f"lead is {gap / answer:.1f} standard errors. Questions on which both agree add no noise.",
        0.04 * answer,
        "points",
    )


Bin = tuple[int, int, Fraction]
"""Answers, those that were right, and their mean confidence."""


def calibration(bins: list[Bin]) -> Fraction:
    """The expected calibration error."""
    return sum((abs(right - count * sure) for count, right, sure in bins), Fraction(0)) / sum(row[0] for row in bins)


def draw_bins(rng: Random) -> list[Bin]:
    """Three bins, the first underconfident, the last overconfident; the plain mean of their gaps is another number."""
    while True:
        counts, gaps = rng.sample([20, 40, 50, 100], 3), rng.sample([5, 10, 15, 20, 25], 3)
        sure = [base + rng.randint(-5, 5) for base in (40, 70, 90)]
        signs = (1, rng.choice([1, -1]), -1)
        right = [
            round(count * (mean + sign * gap) / 100)
            for count, mean, sign, gap in zip(counts, sure, signs, gaps, strict=True)
        ]
        bins = list(zip(counts, right, (Fraction(mean, 100) for mean in sure), strict=True))
        if abs(calibration(bins) - Fraction(sum(gaps), 300)) > Fraction(1, 50):
            return bins


def calibration_by_hand(rng: Random) -> Numeric:
    bins = draw_bins(rng)
    answer, total = float(calibration(bins)), sum(count for count, _, _ in bins)
    rows = "; ".join(f"{count} answers, {right} right, mean confidence {float(sure):g}" for count, right, sure in bins)
    gaps = " + ".join(
        f"\\frac{{{count}}}{{{total}}} \\cdot {abs(right / count - float(sure)):.3f}" for count, right, sure in bins
    )
    return Numeric(
        f"A model's answers fall into three bins: {rows}. What is the expected calibration error? Within 0.002.",
        answer,
        f"Gaps are weighted by answers: ${gaps} = {answer:.4f}$.",
        0.002,
    )


def win_rate(wins: int, losses: int, flips: int) -> float:
    """In percent, with verdicts that turn with the order as half a win."""
    return 100 * (wins + flips / 2) / (wins + losses + flips)


def draw_verdicts(rng: Random) -> tuple[int, int, int]:
    """Pairs that A won in both orders, those that B won in both, and those of which the first answer won in either."""
    return rng.randint(40, 90), rng.randint(20, 39), rng.randint(20, 80)


def judged_twice(rng: Random) -> Numeric:
    wins, losses, flips = draw_verdicts(rng)
    answer = win_rate(wins, losses, flips)
    return Numeric(
        f"A judge sees each pair in both orders. It prefers model A in both for {wins} pairs, model B in both for "
        f"{losses}, and for {flips} whichever stands first. Flips count as ties, ties as half a win. What is A's win "
        "rate in percent, to one decimal?",
        answer,
        f"$({wins} + {flips}/2) / {wins + losses + flips} = {answer:.2f}\\,\\%$. "
        f"In one order, A first, it would have been {100 * (wins + flips) / (wins + losses + flips):.1f}%.",
        0.06,
        "%",
    )


CARDS = [pass_at_k_by_hand, paired_error, calibration_by_hand, judged_twice]
