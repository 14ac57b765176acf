"""Numeric cards on CTC: paths of a text, the probability of a text, and the memory of a transducer."""

import math
import random
from fractions import Fraction
from itertools import pairwise

from sharpen.domain.card import Numeric

TEXTS = ("a", "ab", "aa", "aba", "aab", "abb", "abc")


def draw_text(rng: random.Random) -> tuple[str, int]:
    """A text, and a number of steps in which it has at least two paths."""
    text = rng.choice(TEXTS)
    return text, rng.randint(len(text) + doubles(text) + 1, 7)


def doubles(text: str) -> int:
    """How many letters are the same as the one before."""
    return sum(one == other for one, other in pairwise(text))


def paths(rng: random.Random) -> Numeric:
    text, steps = draw_text(rng)
    letters, equal = len(text), doubles(text)
    answer = math.comb(steps + letters - equal, 2 * letters)
    return Numeric(
        f'How many paths of {steps} steps, each a letter or a blank, does CTC collapse to "{text}"?',
        answer,
        f"With $U = {letters}$ letters and $r = {equal}$ equal neighbors there are $\\binom{{T + U - r}}{{2U}} = "
        f"\\binom{{{steps + letters - equal}}}{{{2 * letters}}} = {answer}$: repeats merge, and equal neighbors need a "
        "blank between them.",
    )


def draw_outputs(rng: random.Random) -> tuple[str, list[list[Fraction]]]:
    """A text, and three steps of probabilities in tenths for blank, a and b."""
    steps = []
    for _ in range(3):
        blank, a = rng.randint(1, 6), rng.randint(1, 3)
        steps.append([Fraction(blank, 10), Fraction(a, 10), Fraction(10 - blank - a, 10)])
    return rng.choice(["a", "b", "ab", "ba"]), steps


def probability_of_a_text(rng: random.Random) -> Numeric:
    text, steps = draw_outputs(rng)
    labels = [0, *(place for letter in text for place in ("-ab".index(letter), 0))]
    sums = [Fraction(1)] + [Fraction(0)] * (len(labels) - 1)
    for number, row in enumerate(steps):
        before = sums
        sums = []
        for place, label in enumerate(labels):
            ways = before[place] + (before[place - 1] if place else 0)
            if place >= 2 and label and label != labels[place - 2]:
                ways += before[place - 2]
            if number == 0:
                ways = Fraction(place <= 1)
            sums.append(ways * row[label])
    answer = sums[-1] + sums[-2]
    table = "\n".join(f"| {n} | " + " | ".join(f"{float(p):g}" for p in row) + " |" for n, row in enumerate(steps, 1))
    count = math.comb(3 + len(text), 2 * len(text))
    return Numeric(
        f'A CTC model gives these probabilities. What is the **probability of the text "{text}"**? (Within 0.001.)\n\n'
        f"| step | blank | a | b |\n|---|---|---|---|\n{table}",
        answer,
        f'{count} paths of three steps collapse to "{text}". Their products sum to ${float(answer):.3f}$, which the '
        "forward pass over the text with blanks adds up step by step.",
        0.001,
    )


def draw_batch(rng: random.Random) -> tuple[int, int, int, int]:
    """Utterances, seconds of each, pieces of each, outputs."""
    return (
        rng.choice([4, 8, 16]),
        rng.choice([8, 10, 12, 15]),
        rng.choice([30, 40, 50, 60]),
        rng.choice([500, 1000, 4000]),
    )


def transducer_memory(rng: random.Random) -> Numeric:
    batch, seconds, pieces, outputs = draw_batch(rng)
    steps = 25 * seconds
    answer = Fraction(4 * batch * steps * (pieces + 1) * outputs, 10**6)
    return Numeric(
        f"A transducer is trained on {batch} utterances at once, each of {seconds} seconds with a step of 40 ms and "
        f"{pieces} pieces of text. For each step, and each number of pieces that may have been written so far (also "
        f"none), it scores {outputs} outputs in 32 bits. How many **MB** ($10^6$ bytes) are these scores? (Within "
        "0.5%.)",
        answer,
        f"${batch} \\cdot {steps} \\cdot {pieces + 1} \\cdot {outputs} \\cdot 4$ bytes are {float(answer):,.0f} MB. "
        f"CTC has no axis for the pieces: {float(answer / (pieces + 1)):.3g} MB.",
        0.005 * float(answer),
        "MB",
    )


CARDS = [paths, probability_of_a_text, transducer_memory]
