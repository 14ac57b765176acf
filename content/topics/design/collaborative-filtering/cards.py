"""Numeric cards on neighbors: the cosine of two movies, a predicted rating, pairs of a history."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric


def draw_watchers(rng: random.Random) -> tuple[int, int, int, int]:
    """Watchers of two movies, those of both, and the constant of the shrinkage."""
    first, second = rng.randrange(40, 400, 10), rng.randrange(20, 200, 10)
    both = rng.randint(4, min(first, second) // 2)
    return first, second, both, rng.choice([10, 20, 30, 50])


def shrunk_cosine(rng: random.Random) -> Numeric:
    first, second, both, weight = draw_watchers(rng)
    cosine = both / math.sqrt(first * second)
    answer = cosine * both / (both + weight)
    return Numeric(
        f"{first} people watched movie A, {second} watched movie B, and {both} watched both. What is the **shrunk "
        f"cosine**, the cosine of the two columns of zeros and ones times $n/(n + {weight})$, where $n$ counts those "
        "who watched both? (Within 2% is right.)",
        answer,
        f"Cosine: ${both}/\\sqrt{{{first} \\cdot {second}}} = {cosine:.4f}$. Times ${both}/{both + weight} = "
        f"{both / (both + weight):.4f}$: ${answer:.4f}$.",
        0.02 * answer,
    )


def draw_ratings(rng: random.Random) -> tuple[list[int], list[int]]:
    """Stars of three movies, and their similarities to a fourth in hundredths."""
    stars = rng.sample([1, 2, 3, 4, 5], 3)
    return stars, rng.sample(range(10, 95, 5), 3)


def predicted_rating(rng: random.Random) -> Numeric:
    stars, near = draw_ratings(rng)
    total = sum(one * weight for one, weight in zip(stars, near, strict=True))
    answer = Fraction(total, sum(near))
    seen = ", ".join(f"{one} (similarity {weight / 100:g})" for one, weight in zip(stars, near, strict=True))
    products = " + ".join(f"{weight / 100:g} \\cdot {one}" for one, weight in zip(stars, near, strict=True))
    return Numeric(
        f"A user gave three movies these stars; in brackets is each one's similarity to movie M: {seen}. Which rating "
        "of M does **item-based** filtering predict, by the mean weighted by similarity? (Exact, or to within 0.01.)",
        answer,
        f"$({products}) / {sum(near) / 100:g} = {float(answer):.3f}$.",
        0.01,
    )


def draw_histories(rng: random.Random) -> tuple[int, int, int]:
    """Ordinary users in thousands, the watches of each, and the watches of one very busy account."""
    return rng.randint(2, 20), rng.choice([8, 10, 12, 20, 30]), rng.choice([2_000, 3_000, 5_000, 8_000])


def share_of_one_account(rng: random.Random) -> Numeric:
    thousands, each, busy = draw_histories(rng)
    others, own = thousands * 1000 * each * (each - 1) // 2, busy * (busy - 1) // 2
    answer = 100 * own / (others + own)
    return Numeric(
        f"To count common watchers, every user adds one count for each pair of movies in the user's history. "
        f"{thousands},000 users have {each} watches each, and one shared account has {busy:,}. **What percentage of "
        "all counts** comes from that account? (Within 2% of it is right.)",
        answer,
        f"The account adds {busy:,} times {busy - 1:,} over 2, {own:,}; the others {thousands},000 times {each} times "
        f"{each - 1} over 2, {others:,}. That is {answer:.1f}%: pairs grow with the square of a history, so cap it.",
        0.02 * answer,
        "%",
    )


CARDS = [shrunk_cosine, predicted_rating, share_of_one_account]
