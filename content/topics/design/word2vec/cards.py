"""Numeric cards on word2vec: words kept, words drawn as negatives, pairs of a session."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric


def draw_frequency(rng: random.Random) -> tuple[Fraction, int]:
    """The frequency of a word, and the power of ten of the threshold."""
    return Fraction(rng.randint(2, 60), rng.choice([1_000, 10_000])), rng.choice([4, 5])


def kept(rng: random.Random) -> Numeric:
    frequency, power = draw_frequency(rng)
    chance = min(1.0, math.sqrt(float(1 / frequency) / 10**power))
    answer = 100 * float(frequency) * chance * 1e4
    return Numeric(
        f"A word is {100 * float(frequency):g}% of a text of a million words. Subsampling keeps each word with "
        f"probability $\\sqrt{{t/f}}$ (at most 1), where $f$ is its frequency and $t = 10^{{-{power}}}$. **How many** "
        "of the word's occurrences are left, on average? (Within 1% of it.)",
        answer,
        f"It occurs {1e6 * float(frequency):,.0f} times, each kept with probability ${chance:.4f}$: {answer:,.1f}.",
        0.01 * answer,
    )


def draw_words(rng: random.Random) -> list[int]:
    """How often each of four words occurs."""
    while True:
        counts = [rng.choice([1, 2, 5, 8]) * 10 ** rng.randint(1, 4) for _ in range(4)]
        if len(set(counts)) == 4:
            return counts


def drawn_as_negative(rng: random.Random) -> Numeric:
    counts = draw_words(rng)
    weights = [count**0.75 for count in counts]
    answer = 100 * max(weights) / sum(weights)
    listed = ", ".join(f"{count:,}" for count in counts)
    return Numeric(
        f"A vocabulary has four words, which occur {listed} times. Negatives are drawn in proportion to the counts to "
        "the power of 0.75. In **what percentage** of draws does the most frequent word come? (Within 0.5.)",
        answer,
        f"The powers are {', '.join(f'{weight:,.1f}' for weight in weights)}; the largest is {answer:.2f}% of their "
        f"sum. By the counts themselves it would be {100 * max(counts) / sum(counts):.2f}%.",
        0.5,
        "%",
    )


def draw_session(rng: random.Random) -> tuple[int, int]:
    """Clicks of a session, and the window on each side."""
    clicks = rng.randint(5, 30)
    return clicks, rng.randint(1, min(8, clicks - 1))


def pairs_of_session(rng: random.Random) -> Numeric:
    clicks, window = draw_session(rng)
    answer = 2 * clicks * window - window * (window + 1)
    return Numeric(
        f"Skip-gram is trained on sessions of clicks. A session has {clicks} clicks, the window reaches {window} to "
        "each side, and only the ends of the session shorten it. **How many** ordered pairs of a click and a "
        "neighbor does the session give?",
        answer,
        f"Inside, each click has {2 * window} neighbors: {2 * window * clicks}. At each end 1 + ... + {window} = "
        f"{window * (window + 1) // 2} are missing: {2 * window * clicks} less {window * (window + 1)} is {answer}.",
    )


CARDS = [kept, drawn_as_negative, pairs_of_session]
