"""Numeric cards on ranking: the worth of a swap, the pull on a pair, and clicks without their place."""

import math
import random

from sharpen.domain.card import Numeric

DISCOUNTS = [1 / math.log2(rank + 1) for rank in range(1, 5)]


def best(gains: list[int]) -> float:
    """The DCG of the best order."""
    return sum(gain * each for gain, each in zip(sorted(gains, reverse=True), DISCOUNTS, strict=True))


def draw_list(rng: random.Random) -> tuple[list[int], int, int]:
    """Grades in ranked order, and two ranks whose swap is worth something else if grades are taken for gains."""
    while True:
        grades = [rng.choice([0, 0, 1, 2, 3]) for _ in range(4)]
        first = rng.randint(1, 2)
        second = rng.randint(first + 1, 4)
        gains = [2**grade - 1 for grade in grades]
        if grades[first - 1] != grades[second - 1]:
            ratio = (grades[first - 1] - grades[second - 1]) / (gains[first - 1] - gains[second - 1])
            if abs(ratio * best(gains) / best(grades) - 1) > 0.05:
                return grades, first, second


def worth_of_a_swap(rng: random.Random) -> Numeric:
    grades, first, second = draw_list(rng)
    ideal = best([2**grade - 1 for grade in grades])
    gain = abs(2 ** grades[first - 1] - 2 ** grades[second - 1])
    step = DISCOUNTS[first - 1] - DISCOUNTS[second - 1]
    answer = gain * step / ideal
    return Numeric(
        f"Four results have the grades {', '.join(map(str, grades))}, in ranked order; there are no others. By how "
        f"much does NDCG change, **in absolute value**, if ranks {first} and {second} are exchanged? (Gain $2^g - 1$, "
        "discount $1/\\log_2(1 + \\text{rank})$: "
        f"{', '.join(f'{each:.4f}' for each in DISCOUNTS)}. Within 2% is right.)",
        answer,
        f"The gains differ by {gain}, the discounts by ${step:.4f}$, and the best order has $DCG = {ideal:.4f}$: "
        f"${gain} \\cdot {step:.4f} / {ideal:.4f} = {answer:.4f}$. Nothing else in the list matters.",
        0.02 * answer,
    )


def draw_pair(rng: random.Random) -> tuple[float, float, float]:
    """The score of the better result, that of the worse one, and what their swap is worth."""
    better = rng.randint(-15, 15) / 10
    return better, round(better + rng.choice([-1, 1]) * rng.randint(4, 20) / 10, 1), rng.randint(10, 60) / 100


def pull(rng: random.Random) -> Numeric:
    better, worse, swap = draw_pair(rng)
    chance = 1 / (1 + math.exp(better - worse))
    answer = swap * chance
    return Numeric(
        f"A better result has the score {better:g}, a worse one of the same list {worse:g}. Exchanging them would "
        f"change NDCG by {swap:g}. How large is LambdaMART's **pull** on the pair, RankNet's gradient times that "
        "change? (The loss of a pair is $\\ln(1 + e^{-(s_i - s_j)})$, $i$ the better one. Within 2% is right.)",
        answer,
        f"The gradient's size is $1/(1 + e^{{{better - worse:.1f}}}) = {chance:.4f}$, the probability that RankNet "
        f"gives to the wrong order. Times {swap:g} that is ${answer:.4f}$.",
        0.02 * answer,
    )


def draw_shuffled(rng: random.Random) -> tuple[int, int, int, int, int]:
    """Clicks in a thousand shuffled views, at rank 1 and at a lower one; that rank; clicks and views of a result."""
    rank = rng.randint(2, 10)
    top = rng.choice([120, 150, 180, 200, 240])
    lower = max(8, round(top / rank ** rng.choice([0.8, 1.0, 1.2])))
    views = rng.choice([500, 1000, 2000, 4000])
    return top, lower, rank, round(views * lower / top * rng.randint(5, 40) / 100), views


def rate_in_first_place(rng: random.Random) -> Numeric:
    top, lower, rank, clicks, views = draw_shuffled(rng)
    answer = clicks / views * top / lower
    return Numeric(
        f"In shuffled lists, what stood at rank 1 was clicked {top} times in 1,000 views, and what stood at rank "
        f"{rank} {lower} times in 1,000. Elsewhere, one result was shown {views} times, always at rank {rank}, and "
        f"clicked {clicks} times. What would be its click rate **in first place**, if the chance of a click is that of "
        "looking times that of liking? (Within 2% is right.)",
        answer,
        f"Rank {rank} is looked at ${lower}/{top} = {lower / top:.4f}$ times as often as rank 1. So "
        f"${clicks}/{views} / {lower / top:.4f} = {answer:.4f}$.",
        0.02 * answer,
    )


CARDS = [worth_of_a_swap, pull, rate_in_first_place]
