"""Numeric cards on bigram models: smoothed probability, a sentence, perplexity."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number

WORDS = ["tea", "cats", "rain", "code", "milk"]


def smoothed(pair: int, before: int, vocabulary: int, alpha: Fraction) -> Fraction:
    return (pair + alpha) / (before + alpha * vocabulary)


def draw_counts(rng: random.Random) -> tuple[int, int, int, Fraction]:
    before = rng.randint(5, 60)
    return (
        rng.randint(0, before // 2),
        before,
        rng.choice([20, 50, 100, 1000]),
        rng.choice([Fraction(1), Fraction(1, 2)]),
    )


def add_alpha(rng: random.Random) -> Numeric:
    pair, before, vocabulary, alpha = draw_counts(rng)
    answer = smoothed(pair, before, vocabulary, alpha)
    word = rng.choice(WORDS)
    return Numeric(
        f'"like" was followed by some token {before} times, {pair} of them by "{word}". '
        f"{vocabulary} different tokens can come next. With add-$\\alpha$ smoothing, "
        f"$\\alpha = {show_number(alpha)}$, what is "
        f"$P(\\text{{{word}}} \\mid \\text{{like}})$? (Exact; a fraction is welcome.)",
        answer,
        f"$\\frac{{c(v, w) + \\alpha}}{{c(v) + \\alpha V}} = "
        f"\\frac{{{pair} + {float(alpha):g}}}{{{before} + {float(alpha):g} "
        f"\\cdot {vocabulary}}} = {show_number(answer)}$. Without smoothing: ${show_number(Fraction(pair, before))}$.",
    )


def chain(text: list[list[str]], sentence: list[str]) -> Fraction:
    """The unsmoothed probability of a sentence, with start and end marks."""
    pairs = [pair for line in text for pair in marked(line)]
    chance = Fraction(1)
    for pair in marked(sentence):
        before = sum(1 for first, _ in pairs if first == pair[0])
        chance *= Fraction(pairs.count(pair), before)
    return chance


def marked(line: list[str]) -> list[tuple[str, str]]:
    tokens = ["<s>", *line, "</s>"]
    return [(tokens[i], tokens[i + 1]) for i in range(len(tokens) - 1)]


def draw_text(rng: random.Random) -> tuple[list[list[str]], list[str]]:
    """Four short sentences over shared words, and the first of them, with another end that was seen."""
    one, two, three = rng.sample(WORDS, 3)
    text = [["I", "like", one], ["I", "like", two], ["we", "like", one], [rng.choice(["I", "we"]), "need", three]]
    last = rng.choice([one, two])
    return text, [rng.choice(["I", "we"]), "like", last]


def sentence_chance(rng: random.Random) -> Numeric:
    text, sentence = draw_text(rng)
    answer = chain(text, sentence)
    pairs = [pair for line in text for pair in marked(line)]
    factors = []
    for first, second in marked(sentence):
        before = sum(1 for left, _ in pairs if left == first)
        factors.append(f"\\frac{{{pairs.count((first, second))}}}{{{before}}}")
    product = " \\cdot ".join(factors)
    shown = " · ".join(f"`{' '.join(line)}`" for line in text)
    return Numeric(
        f"A bigram model without smoothing is trained on four sentences, each with a start mark before and an end mark "
        f"after it: {shown}. What probability has the sentence `{' '.join(sentence)}`, marks included? "
        "(Exact; a fraction is welcome.)",
        answer,
        f"The factors, from the start mark to the end mark: ${product} = {show_number(answer)}$.",
    )


def perplexity_of(chances: list[Fraction]) -> float:
    return math.pow(math.prod(chances), -1 / len(chances))


def draw_chances(rng: random.Random) -> list[Fraction]:
    """Not all the same, so that the geometric mean is not the arithmetic one."""
    while True:
        chances = [Fraction(1, rng.choice([2, 4, 5, 8, 10, 20])) for _ in range(rng.choice([3, 4]))]
        if len(set(chances)) > 1:
            return chances


def perplexity(rng: random.Random) -> Numeric:
    chances = draw_chances(rng)
    answer = perplexity_of(chances)
    product = math.prod(chances)
    return Numeric(
        f"A model gave the {len(chances)} tokens of a text (end mark included) the probabilities "
        f"${', '.join(map(show_number, chances))}$, one after the other. What is its perplexity? (Within 0.02 is "
        f"right.)",
        answer,
        f"The product is ${show_number(product)}$. Perplexity is its root of the number of tokens, inverted: "
        f"${product.denominator}^{{1/{len(chances)}}} = {answer:.3f}$, the geometric mean of the inverse "
        f"probabilities.",
        0.02,
    )


CARDS = [add_alpha, sentence_chance, perplexity]
