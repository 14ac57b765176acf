"""Cards of design metrics: normalized entropy, two averages of a rate, and the price of latency."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def entropy(share: float) -> float:
    """Of a yes or no with this probability, in nats."""
    return -share * math.log(share) - (1 - share) * math.log(1 - share)


def draw_loss(rng: random.Random) -> tuple[float, float]:
    """The rate of clicks, and a log loss between 70 % and 96 % of the trivial one, to four decimals."""
    rate = rng.choice([0.01, 0.02, 0.03, 0.05, 0.08, 0.1])
    return rate, round(entropy(rate) * rng.randint(70, 96) / 100, 4)


def normalized_entropy(rng: random.Random) -> Numeric:
    rate, loss = draw_loss(rng)
    answer = loss / entropy(rate)
    return Numeric(
        f"Of the views in the test set {100 * rate:g} % are clicked. The model's log loss is {loss:.4f} (natural "
        f"logarithms: $\\ln {rate:g} = {math.log(rate):.4f}$, $\\ln {1 - rate:g} = {math.log(1 - rate):.4f}$). What is "
        "its normalized entropy? (Within 0.01.)",
        answer,
        f"Always predicting {rate:g} has the loss ${rate:g} \\cdot {-math.log(rate):.4f} + {1 - rate:g} \\cdot "
        f"{-math.log(1 - rate):.4f} = {entropy(rate):.4f}$. The model has ${loss:.4f}/{entropy(rate):.4f} = "
        f"{answer:.3f}$ of it. Below 1 is better than the trivial prediction.",
        0.01,
    )


def draw_users(rng: random.Random) -> tuple[list[tuple[int, int]]]:
    """Clicks and views of four users, one of whom views much and clicks seldom."""
    light = []
    for _ in range(3):
        views = rng.choice([4, 5, 8, 10])
        light.append((rng.randint(1, views // 2), views))
    heavy = rng.choice([100, 200, 250])
    return ([(rng.randint(1, heavy // 50), heavy), *light],)


def mean_over_users(rng: random.Random) -> Numeric:
    (users,) = draw_users(rng)
    rates = [Fraction(clicks, views) for clicks, views in users]
    answer = sum(rates, Fraction(0)) / len(rates)
    totals = Fraction(sum(clicks for clicks, _ in users), sum(views for _, views in users))
    rows = "\n".join(f"| {name} | {clicks} | {views} |" for name, (clicks, views) in zip("ABCD", users, strict=True))
    return Numeric(
        "An experiment is randomized by user, and each user should count equally. What is the CTR of these four? (A "
        f"fraction, or a decimal to within 0.001.)\n\n| user | clicks | views |\n|---|---|---|\n{rows}",
        answer,
        f"The mean of ${', '.join(show_number(rate) for rate in rates)}$ is ${float(answer):.4f}$. Clicks over views "
        f"would be ${show_number(totals)} = {float(totals):.4f}$, which is mostly user A.",
        0.001,
    )


def draw_price(rng: random.Random) -> tuple[int, int]:
    """What the model gains in tenths of a percent, and what 100 ms cost, in tenths of a percent."""
    return rng.choice([4, 6, 8, 10, 12, 15, 20]), rng.choice([5, 8, 10, 15, 20, 25])


def affordable_latency(rng: random.Random) -> Numeric:
    gain, price = draw_price(rng)
    answer = 100 * math.log1p(gain / 1000) / -math.log1p(-price / 1000)
    return Numeric(
        f"At equal latency a model brings {gain / 10:g} % more orders. In an experiment with slower pages, each extra "
        f"100 ms cost {price / 10:g} % of the orders. How many extra milliseconds may the model take before its gain "
        "is gone? (Within 3 %.)",
        answer,
        f"About $100 \\cdot {gain / 10:g} / {price / 10:g} = {100 * gain / price:.1f}$ ms. Exactly, $1.0{gain:02d} "
        f"\\cdot {1 - price / 1000:g}^{{t/100}} = 1$ gives ${answer:.1f}$ ms.",
        0.03 * answer,
        unit="ms",
    )


CARDS = [normalized_entropy, mean_over_users, affordable_latency]
