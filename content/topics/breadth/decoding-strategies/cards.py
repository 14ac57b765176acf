"""Numeric cards on decoding: temperature, what a cut keeps, and what speculation yields."""

from fractions import Fraction
from random import Random

from sharpen.domain.card import Numeric


def tempered(shares: list[int], place: int, inverse: int) -> Fraction:
    """A probability at temperature 1 / inverse, from shares at temperature 1."""
    return Fraction(shares[place] ** inverse, sum(share**inverse for share in shares))


def draw_shares(rng: Random) -> tuple[list[int], int, int]:
    """Percentages of three tokens, the one asked about, and one over the temperature."""
    shares = rng.choice([[50, 30, 20], [60, 30, 10], [60, 20, 20], [40, 40, 20], [70, 20, 10], [50, 40, 10]])
    return rng.sample(shares, 3), rng.randrange(3), rng.choice([2, 3])


def at_a_temperature(rng: Random) -> Numeric:
    shares, place, inverse = draw_shares(rng)
    answer = float(tempered(shares, place, inverse))
    shown = ", ".join(f"{share / 100:g}" for share in shares)
    power = f"{{{inverse}}}"
    terms = " + ".join(f"{share / 100:g}^{power}" for share in shares)
    return Numeric(
        f"At temperature 1 three tokens have the probabilities ${shown}$. What is the probability of token "
        f"{place + 1} at temperature $1/{inverse}$? Within 2% of it is right.",
        answer,
        f"Dividing logits by $1/{inverse}$ takes probabilities to the power {inverse}, and they are scaled again:\n\n"
        f"$$\\frac{{{shares[place] / 100:g}^{power}}}{{{terms}}} = {answer:.4f}$$",
        0.02 * answer,
    )


def kept_by(percents: list[int], top_p: int, min_p: int) -> int:
    """How many tokens pass both a nucleus and a min-p cut, given in percent."""
    ranked, kept, so_far = sorted(percents, reverse=True), 0, 0
    for share in ranked:
        if so_far >= top_p or 100 * share < min_p * ranked[0]:
            break
        kept, so_far = kept + 1, so_far + share
    return kept


def draw_cut(rng: Random) -> tuple[list[int], int, int]:
    """Probabilities in percent, and the two cuts; one of them is off."""
    while True:
        marks = sorted(rng.sample(range(2, 99), 6))
        percents = [after - before for before, after in zip([0, *marks], [*marks, 100], strict=True)]
        top_p, min_p = (
            (rng.choice([50, 70, 80, 90, 95]), 0) if rng.random() < 0.5 else (100, rng.choice([10, 20, 25, 50]))
        )
        if len(set(percents)) == 7 and 1 < kept_by(percents, top_p, min_p) < 7:
            return percents, top_p, min_p


def tokens_kept(rng: Random) -> Numeric:
    percents, top_p, min_p = draw_cut(rng)
    answer = kept_by(percents, top_p, min_p)
    ranked = sorted(percents, reverse=True)
    shown = ", ".join(f"{share / 100:g}" for share in percents)
    rule = f"Min-p is {min_p / 100:g}" if min_p else f"Top-p is {top_p / 100:g}"
    if min_p:
        why = f"At least ${min_p / 100:g} \\cdot {ranked[0] / 100:g} = {min_p * ranked[0] / 1e4:g}$ is needed"
    else:
        sums = [sum(ranked[: count + 1]) / 100 for count in range(answer)]
        why = f"Cumulative sums: ${', '.join(f'{one:g}' for one in sums)}$; the last reaches ${top_p / 100:g}$"
    return Numeric(
        f"The next token has the probabilities ${shown}$. {rule}. How many tokens are kept?",
        answer,
        f"Ranked: ${', '.join(f'{share / 100:g}' for share in ranked)}$. {why}: {answer} tokens.",
    )


def tokens_a_pass(accepted: Fraction, drafted: int) -> Fraction:
    """Expected tokens of one pass of the large model."""
    return (1 - accepted ** (drafted + 1)) / (1 - accepted)


def speculation(rng: Random) -> Numeric:
    accepted, drafted = Fraction(rng.choice([5, 6, 7, 8, 9]), 10), rng.randint(2, 6)
    answer = float(tokens_a_pass(accepted, drafted))
    alpha = f"{float(accepted):g}"
    return Numeric(
        f"Speculative decoding drafts {drafted} tokens a pass; each is accepted with probability {alpha}, "
        "independently, and one token of the large model follows the accepted ones. How many tokens does a pass yield "
        "on average? Within 0.03 is right.",
        answer,
        f"$1 + {alpha} + \\dots + {alpha}^{drafted} = \\frac{{1 - {alpha}^{drafted + 1}}}{{1 - {alpha}}} = "
        f"{answer:.3f}$.",
        0.03,
    )


CARDS = [at_a_temperature, tokens_kept, speculation]
