"""Cards of metrics of their own: silhouette, nDCG, perplexity."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def silhouette(point: int, own: list[int], other: list[int]) -> Fraction:
    """The silhouette of a point; `own` is the rest of its cluster."""
    a = Fraction(sum(abs(point - x) for x in own), len(own))
    b = Fraction(sum(abs(point - x) for x in other), len(other))
    return (b - a) / max(a, b)


def draw_clusters(rng: random.Random) -> tuple[int, list[int], list[int]]:
    """A point, the other two of its cluster, and three of another one to their right."""
    point, *own = rng.sample(range(9), 3)
    return point, sorted(own), sorted(rng.sample(range(11, 21), 3))


def one_silhouette(rng: random.Random) -> Numeric:
    point, own, other = draw_clusters(rng)
    answer = silhouette(point, own, other)
    a, b = (Fraction(sum(abs(point - x) for x in group), len(group)) for group in (own, other))
    members = ", ".join(map(str, sorted([point, *own])))
    return Numeric(
        f"Two clusters on a line: ${members}$ and ${', '.join(map(str, other))}$. What is the silhouette of the point "
        f"${point}$? (A fraction, or a decimal to within 0.005.)",
        float(answer),
        f"Mean distance to the two others of its cluster: $a = {show_number(a)}$. To the other cluster: $b = "
        f"{show_number(b)}$. $(b - a)/\\max(a, b) = {show_number(answer)} = {float(answer):.4f}$.",
        0.005,
    )


def dcg(relevances: list[int]) -> float:
    return math.fsum((2**r - 1) / math.log2(rank + 1) for rank, r in enumerate(relevances, 1))


def draw_relevances(rng: random.Random) -> tuple[list[int]]:
    """Four graded results of three grades at least, not in the best order."""
    relevances = [0, rng.randint(1, 2), 3, rng.randint(0, 3)]
    rng.shuffle(relevances)
    if relevances == sorted(relevances, reverse=True):
        relevances.reverse()
    return (relevances,)


def ndcg(rng: random.Random) -> Numeric:
    (relevances,) = draw_relevances(rng)
    best = sorted(relevances, reverse=True)
    terms = [
        " + ".join(f"\\frac{{{2**r - 1}}}{{{math.log2(rank + 1):.3f}}}" for rank, r in enumerate(order, 1))
        for order in (relevances, best)
    ]
    return Numeric(
        f"A ranker returns four results with relevances ${', '.join(map(str, relevances))}$, from the top down; there "
        "are no others. What is nDCG, with gain $2^r - 1$ and discount $\\log_2(\\text{rank} + 1)$? (To within 0.002.)",
        dcg(relevances) / dcg(best),
        f"$DCG = {terms[0]} = {dcg(relevances):.3f}$. In the best order $IDCG = {terms[1]} = {dcg(best):.3f}$. The "
        f"ratio is ${dcg(relevances) / dcg(best):.4f}$.",
        0.002,
    )


def perplexity_of(halvings: list[int]) -> float:
    """The perplexity of tokens with probabilities 2 to the minus these."""
    return float(2 ** (sum(halvings) / len(halvings)))


def draw_tokens(rng: random.Random) -> tuple[list[int]]:
    return ([rng.randint(1, 5) for _ in range(4)],)


def perplexity(rng: random.Random) -> Numeric:
    (halvings,) = draw_tokens(rng)
    answer = perplexity_of(halvings)
    listed = ", ".join(f"1/{2**h}" for h in halvings)
    return Numeric(
        f"A language model gave the four tokens of a text the probabilities ${listed}$. What is its perplexity on the "
        "text? (To within 1%.)",
        answer,
        f"In bits, $-\\log_2 p$ is ${', '.join(map(str, halvings))}$; the mean is ${sum(halvings) / 4:g}$. Perplexity "
        f"$2^{{{sum(halvings) / 4:g}}} = {answer:.4g}$.",
        0.01 * answer,
    )


CARDS = [one_silhouette, ndcg, perplexity]
