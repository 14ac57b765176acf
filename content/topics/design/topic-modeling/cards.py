"""Numeric cards on topics: a step of Gibbs sampling, coherence of two words, perplexity of a mix."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric

ALPHA, BETA = Fraction(1, 10), Fraction(1, 100)


def draw_counts(rng: random.Random) -> tuple[tuple[int, int, int], tuple[int, int, int], int]:
    """Of two topics: words of the document in it, of this word in it, of all words in it; and the vocabulary."""
    one = rng.randint(2, 6), rng.randrange(4, 16), rng.randrange(1000, 3000, 100)
    other = rng.randint(3, 9), rng.randrange(2, 10), rng.randrange(1000, 3000, 100)
    return one, other, rng.choice([2_000, 5_000, 10_000])


def gibbs_step(rng: random.Random) -> Numeric:
    one, other, vocabulary = draw_counts(rng)
    weights = [(n_dk + ALPHA) * (n_kw + BETA) / (n_k + vocabulary * BETA) for n_dk, n_kw, n_k in (one, other)]
    answer = weights[0] / sum(weights)
    return Numeric(
        f"LDA with two topics, $\\alpha = 0.1$, $\\beta = 0.01$, a vocabulary of {vocabulary:,}. One word is taken out "
        f"and redrawn. Without it, its document has {one[0]} words in topic A and {other[0]} in B; in all documents "
        f"the same word is {one[1]} times in A and {other[1]} times in B, and A has {one[2]:,} words, B {other[2]:,}. "
        "With **what probability** does collapsed Gibbs sampling put it into A? (Within 0.005.)",
        answer,
        f"A: ${one[0]}.1 \\cdot {one[1]}.01 / ({one[2]} + {vocabulary // 100}) = {float(weights[0]):.5f}$. B: "
        f"${other[0]}.1 \\cdot {other[1]}.01 / ({other[2]} + {vocabulary // 100}) = {float(weights[1]):.5f}$. A over "
        f"both: ${float(answer):.3f}$.",
        0.005,
    )


def draw_pair(rng: random.Random) -> tuple[int, int, int, int]:
    """Documents, those with each of two words, and those with both."""
    first, second = rng.randrange(100, 400, 20), rng.randrange(100, 400, 20)
    return rng.choice([10_000, 20_000, 50_000]), first, second, rng.randrange(40, min(first, second) - 20, 5)


def coherence(rng: random.Random) -> Numeric:
    documents, first, second, both = draw_pair(rng)
    ratio = Fraction(both * documents, first * second)
    answer = math.log(ratio) / -math.log(Fraction(both, documents))
    return Numeric(
        f"Of {documents:,} documents, {first} have the word *battery*, {second} *charger*, and {both} both. What is "
        "their **normalized** pointwise mutual information? (Natural or any other logarithm; within 0.01.)",
        answer,
        f"They meet {float(ratio):.3f} times as often as by chance, with the logarithm {math.log(ratio):.3f}. "
        f"Divided by $-\\ln({both}/{documents}) = {-math.log(Fraction(both, documents)):.3f}$ it is ${answer:.3f}$.",
        0.01,
    )


def draw_mix(rng: random.Random) -> tuple[int, list[tuple[int, int]]]:
    """The share of the first topic in percent, and for each of three words its chance in both, in thousandths."""
    return rng.randrange(20, 85, 5), [(rng.randint(1, 40), rng.randint(1, 40)) for _ in range(3)]


def perplexity_of_mix(rng: random.Random) -> Numeric:
    percent, words = draw_mix(rng)
    chances = [Fraction(percent * a + (100 - percent) * b, 100_000) for a, b in words]
    answer = float(math.prod(chances)) ** (-1 / 3)
    listed = ", ".join(f"{a / 1000:g} and {b / 1000:g}" for a, b in words)
    return Numeric(
        f"A document is {percent}% topic A and {100 - percent}% topic B. Three held-out words of it have the chances "
        f"{listed} in A and B. What is the **perplexity** of these three words? (Within 1% of it.)",
        answer,
        f"The mix gives them {', '.join(f'{float(chance):.5f}' for chance in chances)}. One over their geometric mean "
        f"is {answer:.1f}.",
        0.01 * answer,
    )


CARDS = [gibbs_step, coherence, perplexity_of_mix]
