"""Numeric cards on sequence-to-sequence models: probabilities of outputs, and search among them."""

import math
import random
from collections.abc import Mapping, Sequence
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number

Tree = Mapping[str, tuple[Fraction, Sequence[Fraction]]]
"""The first token's probability, and those of the second tokens x, y, z after it."""


def sequence_probability(chances: Sequence[Fraction]) -> Fraction:
    """The probability of a whole output, by the chain rule."""
    return math.prod(chances, start=Fraction(1))


def perplexity(chances: Sequence[Fraction]) -> float:
    """exp of the mean negative log-probability of the true tokens."""
    return math.exp(-math.fsum(math.log(p) for p in chances) / len(chances))


def greedy(tree: Tree) -> tuple[str, Fraction]:
    """What greedy decoding returns: the likeliest first token, then the likeliest second."""
    first = max(tree, key=lambda token: tree[token][0])
    chance, after = tree[first]
    return first + "xyz"[after.index(max(after))], chance * max(after)


def best(tree: Tree) -> tuple[str, Fraction]:
    """The likeliest output of all."""
    outputs = {first + "xyz"[k]: chance * after[k] for first, (chance, after) in tree.items() for k in range(3)}
    found = max(outputs, key=lambda output: outputs[output])
    return found, outputs[found]


def normalized(chances: Sequence[Fraction], power: float) -> float:
    """Log-probability (natural) divided by a power of the length."""
    return math.fsum(math.log(p) for p in chances) / math.pow(len(chances), power)


def output_probability(rng: random.Random) -> Numeric:
    """The chain rule, with the end token."""
    tenths = [rng.choice([2, 4, 5, 6, 8, 9]) for _ in range(3)]
    end, early = rng.choice([5, 8, 9]), rng.choice([1, 2])
    chances = [Fraction(t, 10) for t in (*tenths, end)]
    answer = sequence_probability(chances)
    shown = [f"{float(p):g}" for p in chances]
    return Numeric(
        "A decoder gives the tokens of *le chat dort* the probabilities "
        f"{', '.join(shown[:3])}, each given the source and the tokens before. The end token has probability "
        f"{early / 100:g} after *le chat* and {shown[3]} after *le chat dort*. What is the probability of the complete "
        "output *le chat dort*? Answer exactly.",
        answer,
        "The output is complete with its end token, and the chain rule multiplies:\n\n$$"
        + " \\cdot ".join(shown)
        + f" = {float(answer):g}$$\n\nThe end token's probability after *le chat* belongs to another output.",
    )


def perplexity_of_tokens(rng: random.Random) -> Numeric:
    """Perplexity from the probabilities of the true tokens."""
    chances = [Fraction(1, rng.choice([2, 3, 4, 5, 8, 10])) for _ in range(rng.choice([2, 3, 4]))]
    while len(set(chances)) == 1:
        chances[0] = Fraction(1, rng.choice([2, 3, 4, 5, 8, 10]))
    answer, product = perplexity(chances), sequence_probability(chances)
    return Numeric(
        f"The true tokens of an output have the probabilities $({', '.join(map(show_number, chances))})$ under the "
        "model. What is the perplexity of the output? Within 0.02 is right.",
        answer,
        "It is $e$ to the mean negative log-probability, which is the inverse geometric mean:\n\n"
        f"$$\\left( {show_number(product)} \\right)^{{-1/{len(chances)}}} = "
        f"{product.denominator}^{{1/{len(chances)}}} = {answer:.3f}$$\n\n"
        f"The model is as unsure as if it chose among {answer:.1f} equally likely tokens each time.",
        0.02,
    )


def what_greedy_loses(rng: random.Random) -> Numeric:
    """How much likelier the best output is than the greedy one."""
    tree = _trap(rng)
    (taken, low), (found, high) = greedy(tree), best(tree)
    rows = "\n".join(
        f"| {first} | {' | '.join(f'{float(chance):g}' for chance in (p, *after))} |"
        for first, (p, after) in tree.items()
    )
    return Numeric(
        "A decoder writes two tokens. The first is a or b, the second x, y or z. The table has the probability of the "
        "first token, and of each second token after it:\n\n| first | probability | then x | then y | then z |\n"
        f"|---|---|---|---|---|\n{rows}\n\nHow many times as likely as the output of greedy decoding is the likeliest "
        "output? Within 0.01 is right.",
        float(high / low),
        f"Greedy takes {taken[0]} and then {taken[1]}: {_way(tree, taken, low)}. The likeliest output is {found[0]} "
        f"and then {found[1]}: {_way(tree, found, high)}.\n\n"
        f"$$\\frac{{{float(high):g}}}{{{float(low):g}}} = {float(high / low):.4g}$$\n\nA beam of two would have kept "
        "both first tokens and found it.",
        0.01,
    )


def length_normalized_score(rng: random.Random) -> Numeric:
    """A length-normalized score of a finished hypothesis."""
    length = rng.randint(3, 6)
    chances = [Fraction(rng.choice([2, 4, 5, 6, 8, 9]), 10) for _ in range(length)]
    while max(chances) - min(chances) < Fraction(3, 10):
        chances[0] = Fraction(rng.choice([2, 4, 5, 6, 8, 9]), 10)
    total, answer = normalized(chances, 0), normalized(chances, 1)
    shown = [f"{float(p):g}" for p in chances]
    return Numeric(
        f"A finished hypothesis has {length} tokens, the end token counted, with the probabilities "
        f"{', '.join(shown)}. What is its score if the beam ranks by log-probability (natural logarithm) divided by "
        "the number of tokens? Within 0.005 is right.",
        answer,
        "$$\\frac{\\ln (" + " \\cdot ".join(shown) + f")}}{{{length}}} = \\frac{{{total:.4f}}}{{{length}}} = "
        f"{answer:.4f}$$\n\nUndivided, every further token could only lower it.",
        0.005,
    )


def _way(tree: Tree, output: str, product: Fraction) -> str:
    first = tree[output[0]][0]
    return f"${float(first):g} \\cdot {float(product / first):g} = {float(product):g}$"


def _trap(rng: random.Random) -> Tree:
    """Two steps in which greedy decoding does not find the likeliest output, and nothing is tied."""
    a = Fraction(rng.choice([55, 60]), 100)
    after_a = rng.choice([(40, 35, 25), (45, 30, 25)])
    after_b = rng.choice([(70, 20, 10), (80, 15, 5), (90, 6, 4)])
    after = [[Fraction(k, 100) for k in rng.sample(percents, 3)] for percents in (after_a, after_b)]
    return {"a": (a, after[0]), "b": (1 - a, after[1])}


CARDS = [output_probability, perplexity_of_tokens, what_greedy_loses, length_normalized_score]
