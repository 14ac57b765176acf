"""Numeric cards on attention: weights, context, and the gradient of a score."""

import math
import random
from collections.abc import Sequence
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number

KEYS = {0: [[0, 0], [2, -1]], 1: [[1, 0], [-1, 1]], 2: [[0, 1], [2, 0]], 3: [[1, 1], [3, 0]]}
"""Keys by their dot product with (1, 2)."""


def weights(scores: Sequence[float]) -> list[float]:
    """Softmax."""
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    return [power / math.fsum(powers) for power in powers]


def dot_scores(query: Sequence[int], keys: Sequence[Sequence[int]]) -> list[int]:
    """The dot product of the query with each key."""
    return [sum(a * b for a, b in zip(query, key, strict=True)) for key in keys]


def weight(query: Sequence[int], keys: Sequence[Sequence[int]], place: int) -> float:
    """The dot-product attention weight of one key."""
    return weights(dot_scores(query, keys))[place]


def context(scores: Sequence[float], values: Sequence[float]) -> float:
    """The weighted mean of scalar values."""
    return math.fsum(a * v for a, v in zip(weights(scores), values, strict=True))


def score_gradient(alphas: Sequence[Fraction], values: Sequence[int], place: int, upstream: int) -> Fraction:
    """dL/ds of one score, given dL/dc of the context of scalar values."""
    mean = sum((a * v for a, v in zip(alphas, values, strict=True)), Fraction(0))
    return alphas[place] * (values[place] - mean) * upstream


def largest_rank(d_query: int, d_key: int) -> int:
    """The largest rank at which two factors of a d_query x d_key matrix have fewer entries than it."""
    return (d_query * d_key - 1) // (d_query + d_key)


def attention_weight(rng: random.Random) -> Numeric:
    """The weight of one position, from a query and three keys."""
    query, keys = [1, 2], [rng.choice(KEYS[score]) for score in rng.sample(range(4), 3)]
    if rng.random() < 0.5:
        query, keys = query[::-1], [key[::-1] for key in keys]
    scores = dot_scores(query, keys)
    place = rng.choice([k for k in range(3) if scores[k] >= max(scores) - 2])
    answer, total = weight(query, keys, place), math.fsum(math.exp(s) for s in scores)
    shown = ", ".join(f"({a}, {b})" for a, b in keys)
    return Numeric(
        f"The query is $({query[0]}, {query[1]})$ and the keys of positions 1, 2, 3 are ${shown}$. With plain "
        f"(unscaled) dot-product attention, what is the weight of position {place + 1}? Within 0.005 is right.",
        answer,
        f"The scores are ${', '.join(map(str, scores))}$. Softmax:\n\n$$\\alpha_{place + 1} = "
        f"\\frac{{e^{{{scores[place]}}}}}{{{' + '.join(f'e^{{{s}}}' for s in scores)}}} = "
        f"\\frac{{{math.exp(scores[place]):.4f}}}{{{total:.4f}}} = {answer:.4f}$$",
        0.005,
    )


def context_value(rng: random.Random) -> Numeric:
    """The context of three scalar values."""
    scores, values = rng.sample([-1, 0, 1, 2, 3], 3), rng.sample([2, 4, 5, 8, 10, 20], 3)
    alphas = weights(scores)
    answer = context(scores, values)
    terms = " + ".join(f"{a:.4f} \\cdot {v}" for a, v in zip(alphas, values, strict=True))
    return Numeric(
        f"Three positions have the scores $({', '.join(map(str, scores))})$ and the values "
        f"$({', '.join(map(str, values))})$, one number each. What is the context, the output of attention? "
        "Within 0.02 is right.",
        answer,
        f"The weights are the softmax of the scores, ${', '.join(f'{a:.4f}' for a in alphas)}$:\n\n"
        f"$${terms} = {answer:.3f}$$",
        0.02,
    )


def gradient_of_a_score(rng: random.Random) -> Numeric:
    """How the loss changes with one score."""
    parts, values = rng.choice([(5, 3, 2), (6, 3, 1), (4, 4, 2), (7, 2, 1)]), rng.sample([0, 1, 2, 4, 5, 10], 3)
    alphas, place = [Fraction(part, 10) for part in rng.sample(parts, 3)], rng.randrange(3)
    mean = sum((a * v for a, v in zip(alphas, values, strict=True)), Fraction(0))
    if mean == values[place]:
        place = (place + 1) % 3
    upstream = rng.choice([-2, -1, 1, 2, 3])
    answer = score_gradient(alphas, values, place, upstream)
    move = "lower" if answer > 0 else "raise"
    return Numeric(
        f"Three positions have the attention weights $({', '.join(f'{float(a):g}' for a in alphas)})$ and the values "
        f"$({', '.join(map(str, values))})$, one number each; the context is $c = \\sum_j \\alpha_j v_j$. The "
        f"gradient that arrives is $\\partial L/\\partial c = {upstream}$. What is "
        f"$\\partial L/\\partial s_{place + 1}$, for the score of position {place + 1} before the softmax? "
        "Answer exactly.",
        answer,
        f"The softmax has $\\partial \\alpha_j/\\partial s_k = \\alpha_j ([j = k] - \\alpha_k)$, so that "
        "$\\partial c/\\partial s_k = \\alpha_k (v_k - c)$. Here "
        f"$c = {float(mean):g}$:\n\n$$\\frac{{\\partial L}}{{\\partial s_{place + 1}}} = "
        f"{float(alphas[place]):g} \\cdot ({values[place]} - {float(mean):g}) \\cdot ({upstream}) = "
        f"{float(answer):g} = {show_number(answer)}$$\n\n"
        f"A step of gradient descent will {move} this score.",
    )


def parameters_of_the_score(rng: random.Random) -> Numeric:
    """Up to which rank a factored score saves parameters."""
    d_query, d_key = rng.choice([64, 96, 128, 192, 256, 384, 512]), rng.choice([64, 100, 200, 256, 320, 512, 600])
    answer = largest_rank(d_query, d_key)
    return Numeric(
        f"Queries have dimension {d_query}, keys {d_key}. The score $q^\\top W k$ is replaced by the dot product of "
        "$W_Q q$ and $W_K k$, both of dimension $r$. Up to which $r$ does that have **fewer parameters** than $W$?",
        answer,
        f"$W$ has ${d_query} \\cdot {d_key} = {d_query * d_key}$ parameters, the two factors have "
        f"$r({d_query} + {d_key}) = {d_query + d_key}\\,r$. The second is less for "
        f"$r < \\frac{{{d_query * d_key}}}{{{d_query + d_key}}} = {d_query * d_key / (d_query + d_key):.2f}$, so up to "
        f"${answer}$. That is what a head of attention does: $W = W_Q^\\top W_K$ has rank $r$, and with a small $r$ it "
        "is cheap.",
    )


CARDS = [attention_weight, context_value, gradient_of_a_score, parameters_of_the_score]
