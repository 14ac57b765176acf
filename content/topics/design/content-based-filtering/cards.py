"""Numeric cards on content: the cosine with a profile, overlap of weighted tags, when behavior takes over."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric

GENRES = ("drama", "thriller", "comedy", "western")


def draw_profile(rng: random.Random) -> tuple[list[int], list[int]]:
    """How many of the liked movies have each of four genres, and the genres of a new one."""
    liked = [rng.randint(1, 6), rng.randint(1, 5), rng.randint(0, 4), rng.randint(0, 3)]
    movie = rng.choice([[1, 1, 0, 0], [0, 1, 1, 0], [1, 0, 1, 1], [1, 0, 0, 1], [1, 1, 1, 0]])
    liked[0] += max(0, 10 - sum(liked))
    return liked, movie


def cosine_with_profile(rng: random.Random) -> Numeric:
    liked, movie = draw_profile(rng)
    product = sum(have * has for have, has in zip(liked, movie, strict=True))
    answer = product / math.sqrt(sum(have * have for have in liked) * sum(movie))
    counts = ", ".join(f"{number} are {name}" for number, name in zip(liked, GENRES, strict=True))
    genres = "-".join(name for name, has in zip(GENRES, movie, strict=True) if has)
    return Numeric(
        f"Movies are vectors of zeros and ones over the genres {', '.join(GENRES)}; a movie can have several. Of ten "
        f"movies that a user liked, {counts}. The profile is the mean of their vectors. What is its **cosine** with a "
        f"{genres}? (Within 0.005 is right.)",
        answer,
        f"The profile's direction is {tuple(liked)}, the movie is {tuple(movie)}: ${product} / "
        f"\\sqrt{{{sum(have * have for have in liked)} \\cdot {sum(movie)}}} = {answer:.4f}$. Dividing by ten does not "
        "change a cosine.",
        0.005,
    )


def draw_tags(rng: random.Random) -> tuple[int, list[int], list[int]]:
    """Movies in all, how many have each shared tag, and how many have each tag that only one of the two has."""
    movies = rng.choice([2_000, 5_000, 10_000, 20_000])
    return (
        movies,
        [movies // rng.choice([2, 4, 5]), movies // rng.choice([8, 10])],
        [movies // rng.choice([20, 25, 40]), movies // rng.choice([50, 100, 200])],
    )


def weighted_overlap(rng: random.Random) -> Numeric:
    movies, shared, others = draw_tags(rng)
    common = sum(math.log(movies / number) for number in shared)
    total = common + sum(math.log(movies / number) for number in others)
    answer = common / total
    return Numeric(
        f"Of {movies:,} movies, {shared[0]:,} have tag A, {shared[1]:,} tag B, {others[0]:,} tag C, {others[1]:,} tag "
        "D. One movie has A, B and C, another A, B and D. Each tag weighs $\\ln(N/n)$, $N$ movies in all, $n$ with the "
        "tag. What is the **weighted Jaccard similarity**, the weight of the shared tags over that of all tags that "
        "either has? (Within 0.005 is right.)",
        answer,
        f"Shared: {' + '.join(f'{math.log(movies / number):.3f}' for number in shared)} = {common:.3f}. All: "
        f"{total:.3f}. Their ratio is {answer:.3f}, not the 0.5 of equal weights: the shared tags are common.",
        0.005,
    )


def draw_evidence(rng: random.Random) -> tuple[int, int, int, int]:
    """Scores by content and by behavior and the score to pass, in hundredths, and the constant of the mixture."""
    content, behavior = rng.randint(10, 30), rng.randint(55, 90)
    return content, behavior, rng.randint(content + 8, behavior - 12), rng.choice([5, 10, 20, 30])


def watchers_until_above(rng: random.Random) -> Numeric:
    content, behavior, other, weight = draw_evidence(rng)
    needed = Fraction(weight * (other - content), behavior - other)
    answer = needed.numerator // needed.denominator + 1
    return Numeric(
        f"A new movie's score is $\\frac{{n}}{{n + {weight}}} b + \\frac{{{weight}}}{{n + {weight}}} c$ with $n$ "
        f"watchers, $c = {content / 100:g}$ from content and $b = {behavior / 100:g}$ from behavior, which stays the "
        f"same. From **how many watchers** on is the score greater than {other / 100:g}? (Exact.)",
        answer,
        f"$n \\cdot {behavior / 100:g} + {weight} \\cdot {content / 100:g} > {other / 100:g} (n + {weight})$, so $n > "
        f"{weight} \\cdot {(other - content) / 100:g} / {(behavior - other) / 100:g} = {float(needed):.3f}$: {answer}.",
    )


CARDS = [cosine_with_profile, weighted_overlap, watchers_until_above]
