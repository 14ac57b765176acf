"""Numeric cards on preference optimization: the optimum, the loss of a pair, advantages and the clipped term."""

from fractions import Fraction
from math import exp, log1p, sqrt
from random import Random

from sharpen.domain.card import Numeric, show_number


def tilted(shares: list[float], rewards: list[int], beta: float) -> float:
    """The probability of the first answer under the best policy: the reference times e to the reward over beta."""
    weights = [share * exp(reward / beta) for share, reward in zip(shares, rewards, strict=True)]
    return weights[0] / sum(weights)


def draw_answers(rng: Random) -> tuple[list[float], list[int], float]:
    """Shares of three answers under the reference, their rewards, and beta; the first answer is rare and the best."""
    first, second = rng.choice([0.05, 0.1, 0.2]), rng.choice([0.3, 0.4])
    low = rng.randint(0, 1)
    return [first, second, round(1 - first - second, 2)], [low + rng.randint(1, 2), low, 0], rng.choice([0.5, 0.8, 2.0])


def best_policy(rng: Random) -> Numeric:
    shares, rewards, beta = draw_answers(rng)
    answer = tilted(shares, rewards, beta)
    weights = [share * exp(reward / beta) for share, reward in zip(shares, rewards, strict=True)]
    listed = ", ".join(f"{share:g}" for share in shares)
    return Numeric(
        f"The reference model gives three answers the probabilities {listed}; their rewards are "
        f"{', '.join(map(str, rewards))}. What probability does the first get under the policy that maximizes the "
        f"expected reward minus ${beta:g}\\,\\mathrm{{KL}}(\\pi \\| \\pi_{{ref}})$? Within 0.01 is right.",
        answer,
        f"Each is multiplied by $e^{{r / {beta:g}}}$: {', '.join(f'{weight:.3f}' for weight in weights)}. The first is "
        f"${weights[0]:.3f} / {sum(weights):.3f} = {answer:.3f}$.",
        min(0.01, 0.1 * answer),
    )


def pair_loss(beta: float, chosen: float, rejected: float) -> float:
    """The loss of DPO for a pair, by the log-ratios of its answers to the reference."""
    return log1p(exp(-beta * (chosen - rejected)))


def draw_ratios(rng: Random) -> tuple[float, float, float]:
    """Beta, and the log-ratios of the chosen and the rejected answer: the chosen one has fallen as well."""
    chosen = -rng.randint(1, 12) / 2
    return rng.choice([0.1, 0.2, 0.5]), chosen, chosen - rng.randint(2, 16) / 2


def loss_of_a_pair(rng: Random) -> Numeric:
    beta, chosen, rejected = draw_ratios(rng)
    answer, margin = pair_loss(beta, chosen, rejected), beta * (chosen - rejected)
    return Numeric(
        f"Since training began, the log-probability of the chosen answer has changed by {chosen:g} and that of the "
        f"rejected one by {rejected:g} against the reference. What is the DPO loss of the pair with "
        f"$\\beta = {beta:g}$? Within 2% is right.",
        answer,
        f"$z = {beta:g} \\cdot ({chosen:g} - ({rejected:g})) = {margin:g}$, and "
        f"$-\\log \\sigma(z) = \\log(1 + e^{{-{margin:g}}}) = {answer:.4f}$. It is less than $\\log 2 = 0.693$ "
        "although both answers became less likely.",
        0.02 * answer,
    )


def standing_out(right: int, group: int) -> float:
    """The advantage of a right answer, when so many of the group are right and rewards are 0 and 1."""
    return sqrt((group - right) / right)


def draw_group(rng: Random) -> tuple[int, int]:
    group = rng.choice([6, 8, 10, 12])
    return rng.choice([right for right in range(1, group) if 2 * right != group]), group


def advantage_of_a_right_answer(rng: Random) -> Numeric:
    right, group = draw_group(rng)
    answer, share = standing_out(right, group), right / group
    return Numeric(
        f"{group} answers are drawn to a prompt; {right} of them {'is' if right == 1 else 'are'} right (reward 1), the "
        "others wrong (reward 0). What advantage does GRPO give a right one, with the standard deviation of the "
        f"group that divides by {group}? Within 2% is right.",
        answer,
        f"The mean is $p = {right}/{group} = {share:.4g}$, the standard deviation $\\sqrt{{p(1 - p)}} = "
        f"{sqrt(share * (1 - share)):.4f}$, and $(1 - p)/\\sqrt{{p(1-p)}} = \\sqrt{{(1 - p)/p}} = {answer:.4f}$. "
        "The rarer a success, the more it counts.",
        0.02 * answer,
    )


def clipped(ratio: Fraction, advantage: int, bound: Fraction) -> Fraction:
    """What a token adds to the objective: the smaller of the plain and the cut term."""
    cut = min(max(ratio, 1 - bound), 1 + bound)
    return min(ratio * advantage, cut * advantage)


def draw_token(rng: Random) -> tuple[Fraction, int, Fraction]:
    """A ratio outside of the bounds, an advantage of either sign, and how far the bounds are from 1."""
    bound = Fraction(rng.choice([1, 2, 3]), 10)
    beyond = Fraction(rng.randint(1, 5), 10)
    ratio = rng.choice([1 + bound + beyond, max(1 - bound - beyond, Fraction(1, 10))])
    return ratio, rng.choice([-3, -2, 2, 3]), bound


def term_of_a_token(rng: Random) -> Numeric:
    ratio, advantage, bound = draw_token(rng)
    answer = clipped(ratio, advantage, bound)
    cut = min(max(ratio, 1 - bound), 1 + bound)
    shown = {value: show_number(float(value)) for value in (ratio, bound, cut, ratio * advantage, cut * advantage)}
    outcome = "the plain one, so the gradient is not 0" if answer == ratio * advantage else "the cut one: no gradient"
    return Numeric(
        f"A token has become {shown[ratio]} times as likely as under the policy that drew it; its advantage is "
        f"{advantage}. What is its term $\\min(\\rho A, \\mathrm{{clip}}(\\rho, 1 - \\epsilon, 1 + \\epsilon) A)$ "
        f"with $\\epsilon = {shown[bound]}$? (Exact.)",
        answer,
        f"$\\rho A = {shown[ratio * advantage]}$, and with the ratio cut to {shown[cut]} it is "
        f"${shown[cut * advantage]}$. The smaller is ${shown[answer]}$, {outcome}.",
    )


CARDS = [best_policy, loss_of_a_pair, advantage_of_a_right_answer, term_of_a_token]
