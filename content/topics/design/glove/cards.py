"""Numeric cards on GloVe: counting pairs, what a pair costs, and what a difference of vectors means."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric

OTHERS = ("the", "cook", "put", "salt", "into", "it", "and", "then", "more", "was", "still", "very")


def draw_sentence(rng: random.Random) -> tuple[list[str], int]:
    """A sentence with one "soup" and two or three times "hot", and the window."""
    while True:
        words = [*rng.sample(OTHERS, rng.randint(6, 8)), "soup", *["hot"] * rng.randint(2, 3)]
        rng.shuffle(words)
        window = rng.randint(3, 5)
        gaps = [abs(place - words.index("soup")) for place, word in enumerate(words) if word == "hot"]
        near = [gap for gap in gaps if gap <= window]
        if len(near) >= 2 and max(near) > 1 and (len(near) < len(gaps) or len(near) == 3):
            return words, window


def counted(rng: random.Random) -> Numeric:
    words, window = draw_sentence(rng)
    gaps = [abs(place - words.index("soup")) for place, word in enumerate(words) if word == "hot"]
    near = [gap for gap in gaps if gap <= window]
    answer = sum(Fraction(1, gap) for gap in near)
    return Numeric(
        f"A window reaches {window} words to each side, and a pair counts one over its distance, as in GloVe. What "
        "is the count $X$ of *soup* and *hot* in this text? (Within 0.01.)\n\n> " + " ".join(words),
        answer,
        f"The distances are {', '.join(map(str, gaps))}; within {window} are {', '.join(map(str, near))}. "
        f"${' + '.join(f'1/{gap}' for gap in near)} = {float(answer):.3f}$.",
        0.01,
    )


def draw_pair(rng: random.Random) -> tuple[Fraction, Fraction, Fraction, int]:
    """Dot product, the two biases, and the count."""
    while True:
        count = rng.choice([2, 5, 10, 20, 40, 60])
        dot, first, second = (Fraction(rng.randint(-5, 25), 10), *(Fraction(rng.randint(2, 20), 10) for _ in range(2)))
        error = float(dot + first + second) - math.log(count)
        if 0.5 < abs(error) < 2.5 and abs(abs(error) - 1) > 0.1 and abs(float(dot) - math.log(count)) > 0.2:
            return dot, first, second, count


def cost_of_a_pair(rng: random.Random) -> Numeric:
    dot, first, second, count = draw_pair(rng)
    error = float(dot + first + second) - math.log(count)
    weight = (count / 100) ** 0.75
    answer = weight * error**2
    return Numeric(
        f"Two words have the count $X = {count}$. The dot product of their vectors is ${float(dot):g}$, their biases "
        f"are ${float(first):g}$ and ${float(second):g}$. What does the pair add to GloVe's objective, with "
        "$f(x) = \\min(1, (x/100)^{3/4})$? (Within 2% of it is right.)",
        answer,
        f"$\\ln {count} = {math.log(count):.4f}$, so the error is ${error:.4f}$. The weight is "
        f"${count / 100:g}^{{3/4}} = {weight:.4f}$, and ${weight:.4f} \\cdot {error**2:.4f} = {answer:.4f}$.",
        0.02 * answer,
    )


def draw_probe(rng: random.Random) -> tuple[int, int, int, int]:
    """Counts of two words with a third, and of the two words with all."""
    while True:
        first, second = rng.randint(5, 60) * 10, rng.randint(5, 60) * 10
        all_first, all_second = rng.randint(2, 20) * 10_000, rng.randint(2, 20) * 10_000
        ratio = math.log(first * all_second / (second * all_first))
        if 0.5 < abs(ratio) < 3 and abs(math.log(all_first / all_second)) > 0.2:
            return first, second, all_first, all_second


def difference(rng: random.Random) -> Numeric:
    first, second, all_first, all_second = draw_probe(rng)
    answer = math.log(first / all_first) - math.log(second / all_second)
    return Numeric(
        f"*Tea* has the count {first:,} with *cup* and {all_first:,} with all words; *beer* has {second:,} with *cup* "
        f"and {all_second:,} with all words. GloVe fits these counts without error, and each word's bias is the "
        "logarithm of its count with all words, up to a constant that all share. What is $(w_{\\text{tea}} - "
        "w_{\\text{beer}})^\\top \\tilde w_{\\text{cup}}$? (Within 2% of it is right.)",
        answer,
        "It is the logarithm of the ratio of the two probabilities of *cup*: "
        f"$\\ln \\frac{{{first} / {all_first}}}{{{second} / {all_second}}} = {answer:.3f}$.",
        0.02 * abs(answer),
    )


CARDS = [counted, cost_of_a_pair, difference]
