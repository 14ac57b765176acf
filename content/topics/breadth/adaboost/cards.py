"""Cards of AdaBoost: a classifier's say, the new weights, the bound, and the vote."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric


def draw_error(rng: random.Random) -> tuple[int, int]:
    """Rows wrong and rows in all, with at most two in five wrong and all weights equal."""
    rows = rng.randint(6, 25)
    return rng.randint(1, 2 * rows // 5), rows


def say(error: Fraction) -> float:
    return math.log((1 - error) / error) / 2


def its_say(rng: random.Random) -> Numeric:
    wrong, rows = draw_error(rng)
    answer = say(Fraction(wrong, rows))
    return Numeric(
        f"First round of AdaBoost (labels $\\pm 1$): all {rows} rows have equal weight, and the stump gets {wrong} "
        "wrong. What is its say $\\alpha = \\frac{1}{2} \\ln \\frac{1 - \\varepsilon}{\\varepsilon}$? Give it "
        "within 0.002.",
        answer,
        f"$\\varepsilon = {wrong}/{rows}$, so $\\alpha = \\frac{{1}}{{2}} \\ln \\frac{{{rows - wrong}}}{{{wrong}}} = "
        f"{answer:.4f}$.",
        0.002,
    )


def draw_round(rng: random.Random) -> tuple[list[int], list[bool]]:
    """Row weights in twentieths, and which rows the classifier gets wrong; it is better than a coin."""
    cuts = sorted(rng.sample(range(1, 20), 4))
    weights = [high - low for low, high in zip([0, *cuts], [*cuts, 20], strict=True)]
    wrong = [False] * 5
    for place in rng.sample(range(5), 4):
        if sum(w for w, bad in zip(weights, wrong, strict=True) if bad) + weights[place] < 10:
            wrong[place] = True
    return weights, wrong


def new_weights(weights: list[int], wrong: list[bool]) -> list[Fraction]:
    """Wrong rows share one half of the weight, right rows the other."""
    error = sum(w for w, bad in zip(weights, wrong, strict=True) if bad)
    return [Fraction(w, 2 * (error if bad else 20 - error)) for w, bad in zip(weights, wrong, strict=True)]


def heaviest_row(rng: random.Random) -> Numeric:
    weights, wrong = draw_round(rng)
    after = new_weights(weights, wrong)
    error = Fraction(sum(w for w, bad in zip(weights, wrong, strict=True) if bad), 20)
    table = "\n".join(
        f"| {row} | {weight / 20:.2f} | {'wrong' if bad else 'right'} |"
        for row, (weight, bad) in enumerate(zip(weights, wrong, strict=True), 1)
    )
    factors = math.exp(say(error)), math.exp(-say(error))
    listed = ", ".join(f"{float(weight):.4f}" for weight in after)
    return Numeric(
        "One round of AdaBoost (labels $\\pm 1$, $\\alpha = \\frac{1}{2} \\ln \\frac{1 - \\varepsilon}{\\varepsilon}$, "
        "weights are normalized to sum to one):\n\n| Row | Weight before | The classifier is |\n| --- | --- | --- |\n"
        f"{table}\n\nWhat is the **largest** weight after the round? Give it within 0.002.",
        max(after),
        f"$\\varepsilon = {float(error):.2f}$, $\\alpha = {say(error):.4f}$. Wrong rows are multiplied by "
        f"$e^{{\\alpha}} = {factors[0]:.4f}$, right ones by $e^{{-\\alpha}} = {factors[1]:.4f}$, and all are "
        f"divided by "
        f"$Z = 2\\sqrt{{\\varepsilon(1 - \\varepsilon)}} = {2 * math.sqrt(error * (1 - error)):.4f}$. The "
        f"weights become "
        f"{listed}; wrong rows hold one half together. The largest is ${float(max(after)):.4f}$.",
        0.002,
    )


def draw_rounds(rng: random.Random) -> tuple[int, int]:
    """The weighted error of every round, in hundredths, and the number of training rows."""
    return rng.randint(30, 45), rng.choice([50, 80, 100, 150, 200, 300, 500, 1000, 2000])


def error_bound(rng: random.Random) -> Numeric:
    error, rows = draw_rounds(rng)
    factor = 2 * math.sqrt(error / 100 * (1 - error / 100))
    exact = math.log(rows) / -math.log(factor)
    answer = math.floor(exact) + 1
    return Numeric(
        f"Each stump that AdaBoost finds has the weighted error {error / 100:.2f} in its round, and there are {rows} "
        "training rows. After how many rounds, at the latest, does the bound on its training error promise that **no** "
        "training row is wrong?",
        answer,
        "The share of wrong training rows is at most $\\prod_t 2\\sqrt{\\varepsilon_t (1 - \\varepsilon_t)} = "
        f"{factor:.5f}^T$. It is a whole number of rows over ${rows}$, so it is zero once the bound is below "
        f"$1/{rows}$: $T > \\frac{{\\ln {rows}}}{{-\\ln {factor:.5f}}} = {exact:.2f}$, that is ${answer}$ rounds. "
        "With an error of one half the factor would be 1, and nothing would ever be promised.",
    )


CARDS = [its_say, heaviest_row, error_bound]
