"""Numeric cards on speech recognition: the word error rate, the real-time factor, and speakers of a test."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric

SAID = (
    "please send the report to anna before noon",
    "turn left at the second light after the bridge",
    "the meeting moved from monday to friday morning",
    "add two cups of flour and one of sugar",
    "call the office when the doctor is back",
    "book a table for four at seven tonight",
)
HEARD = [
    "a",
    "in",
    "and",
    "or",
    "on",
    "at",
    "so",
    "it",
    "that",
    "then",
    "there",
    "now",
    "one",
    "far",
    "own",
    "ten",
    "more",
]


def distance(said: list[str], written: list[str]) -> int:
    """The fewest substitutions, deletions and insertions."""
    row = list(range(len(written) + 1))
    for i, word in enumerate(said, 1):
        before, row[0] = row[0], i
        for j, other in enumerate(written, 1):
            before, row[j] = row[j], min(before + (word != other), row[j] + 1, row[j - 1] + 1)
    return row[-1]


def draw_sentence(rng: random.Random) -> tuple[str, str]:
    """What was said, and what was written: words replaced, left out and put in; never as it is by place alone."""
    while True:
        said = rng.choice(SAID).split()
        written = list(said)
        del written[rng.randrange(len(written) // 2)]
        for _ in range(rng.randint(1, 2)):
            written[rng.randrange(len(written))] = rng.choice(HEARD)
        for _ in range(rng.randint(0, 2)):
            written.insert(rng.randint(len(written) // 2, len(written)), rng.choice(HEARD))
        errors = distance(said, written)
        if errors >= 3 and len(said) != len(written):
            return " ".join(said), " ".join(written)


def word_error_rate(rng: random.Random) -> Numeric:
    said, written = draw_sentence(rng)
    words, errors = len(said.split()), distance(said.split(), written.split())
    answer = Fraction(100 * errors, words)
    return Numeric(
        f'Said: "{said}". Written: "{written}". What is the **word error rate, in percent**? (Within 0.1.)',
        answer,
        f"The fewest substitutions, deletions and insertions are {errors}, over the {words} words that were *said*: "
        f"${errors}/{words} = {float(answer):.1f}\\%$.",
        0.1,
        "%",
    )


def draw_model(rng: random.Random) -> tuple[int, int, int, int]:
    """Million parameters, milliseconds of a step, billion multiply-adds a second, and percent of them on top."""
    while True:
        millions, step = rng.choice([20, 30, 40, 60, 80, 100, 120]), rng.choice([30, 40, 60, 80])
        billions, extra = rng.choice([4, 5, 6, 8, 10]), rng.choice([20, 25, 40, 50])
        if 0.05 < millions * (1 + extra / 100) / (step * billions) < 0.9:
            return millions, step, billions, extra


def real_time_factor(rng: random.Random) -> Numeric:
    millions, step, billions, extra = draw_model(rng)
    steps = Fraction(1000, step)
    answer = float(millions * steps * Fraction(100 + extra, 100) / (1000 * billions))
    return Numeric(
        f"An encoder of {millions} million parameters uses each of them once in a step of {step} ms of audio, for one "
        f"multiply-add. Attention and decoding take {extra}% of that on top. A phone sustains {billions} billion "
        "multiply-adds a second. What is the **real-time factor**, computing time over audio time? (Within 2%.)",
        answer,
        f"A second of audio has {float(steps):.4g} steps and takes ${millions}\\cdot 10^6 \\cdot {float(steps):.4g} "
        f"\\cdot {1 + extra / 100:g} = {millions * float(steps) * (1 + extra / 100) / 1000:.3f} \\cdot 10^9$ "
        f"multiply-adds. Over {billions} billion a second that is ${answer:.3f}$.",
        0.02 * answer,
    )


def draw_speakers(rng: random.Random) -> tuple[int, int, int, int]:
    """In tenths of a point: spread between speakers, half of the interval; mean rate in percent; words of each."""
    while True:
        spread, half = rng.randint(20, 60), rng.choice([4, 5, 6, 8, 10, 12, 15])
        if 20 < (1.96 * spread / half) ** 2 < 600:
            return spread, half, rng.choice([8, 9, 10, 11, 12]), rng.choice([500, 600, 800, 1000])


def speakers_for_an_interval(rng: random.Random) -> Numeric:
    spread, half, rate, words = draw_speakers(rng)
    answer = (1.96 * spread / half) ** 2
    return Numeric(
        f"In a pilot test with {words} words of each speaker, the speakers' measured word error rates have a mean of "
        f"{rate}% and a standard deviation of {spread / 10:g} points. About how many **speakers**, with as many words "
        f"each, does a test need for a 95% interval of ±{half / 10:g} points around the mean rate? (Normal "
        "approximation, $z = 1.96$; within 3%.)",
        answer,
        f"Speakers are the independent units: $(1.96 \\cdot {spread / 10:g} / {half / 10:g})^2 = {answer:.0f}$. What "
        "the words of a speaker add is in the measured spread already.",
        0.03 * answer,
        "speakers",
    )


CARDS = [word_error_rate, real_time_factor, speakers_for_an_interval]
