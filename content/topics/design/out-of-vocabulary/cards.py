"""Numeric cards on words out of vocabulary: how many are new, how many sentences have one, and the bonus of a name."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric


def draw_counts(rng: random.Random) -> tuple[int, int, int, int]:
    """How many words were seen once, twice, three times; and how often all others together."""
    once = rng.randint(20, 90)
    twice = rng.randint(once // 4, once // 2)
    return once, twice, rng.randint(max(2, twice // 3), twice - 1), rng.randint(60, 300)


def chance_of_a_new_word(rng: random.Random) -> Numeric:
    once, twice, thrice, rest = draw_counts(rng)
    total = once + 2 * twice + 3 * thrice + rest
    answer = Fraction(once, total)
    return Numeric(
        f"In a text, {once} different words occur once, {twice} twice and {thrice} three times. All other words occur "
        f"more often, together {rest} times. By the Good-Turing estimate, with what probability is the next "
        "word one that the text does **not** have? (Within 1%.)",
        answer,
        f"The text has ${once} + 2 \\cdot {twice} + 3 \\cdot {thrice} + {rest} = {total}$ words, of which {once} are "
        f"the only one of their kind: ${once}/{total} = {float(answer):.4f}$.",
        0.01 * float(answer),
    )


def draw_sentences(rng: random.Random) -> tuple[Fraction, int]:
    """The share of unknown words, and the words of a sentence."""
    return Fraction(rng.choice([10, 15, 20, 25, 30, 40]), 1000), rng.randint(8, 30)


def sentences_with_one(rng: random.Random) -> Numeric:
    share, words = draw_sentences(rng)
    answer = 1 - (1 - float(share)) ** words
    return Numeric(
        f"{float(100 * share):g}% of the words are unknown, independently of each other. What share of sentences of "
        f"{words} words has **at least one**? (Within 0.002.)",
        answer,
        f"None is unknown with ${1 - float(share):g}^{{{words}}} = {1 - answer:.4f}$, so at least one is with "
        f"{answer:.4f}.",
        0.002,
    )


def draw_hypotheses(rng: random.Random) -> tuple[tuple[int, int], tuple[int, int], int, int]:
    """In tenths, acoustic and language scores of words that are wrong and of the name; its pieces; the weight."""
    pieces, weight = rng.randint(2, 5), rng.choice([2, 3, 4, 5])
    wrong = -rng.randint(30, 60), -rng.randint(60, 110)
    name = wrong[0] - rng.randint(-6, 20), wrong[1] - rng.randint(40, 120)
    return wrong, name, pieces, weight


def smallest_bonus(rng: random.Random) -> Numeric:
    wrong, name, pieces, weight = draw_hypotheses(rng)
    first, second = (Fraction(10 * acoustic + weight * language, 100) for acoustic, language in (wrong, name))
    answer = (first - second) / pieces
    return Numeric(
        "A score is the acoustic log score plus a weight times the language model's, plus a bonus for each piece of a "
        f"name on the list. The weight is {weight / 10:g}.\n\n| | acoustic | language model | pieces of a listed name "
        f"|\n|---|---|---|---|\n| wrong words | {wrong[0] / 10:g} | {wrong[1] / 10:g} | 0 |\n| the name | "
        f"{name[0] / 10:g} | {name[1] / 10:g} | {pieces} |\n\nAbove what **bonus for a piece** does the name win? "
        "(Within 1%.)",
        answer,
        f"Without a bonus the wrong words have {float(first):.2f}, the name {float(second):.2f}. The gap of "
        f"{float(first - second):.2f} is shared by {pieces} pieces: {float(answer):.3f} each.",
        0.01 * float(answer),
    )


CARDS = [chance_of_a_new_word, sentences_with_one, smallest_bonus]
