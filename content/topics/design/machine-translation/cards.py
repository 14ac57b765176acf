"""Numeric cards on machine translation: BLEU by hand, the time of decoding, and what quality estimation leaves."""

import itertools
import math
import random
from collections import Counter
from fractions import Fraction

from sharpen.domain.card import Numeric

SENTENCES = (
    "the seller sends the front wheel and the rear wheel on monday",
    "the frame is new but the fork and the brakes are used",
    "the price of the bike is lower than the price of the parts",
    "i can pick up the saddle and the pedals in the evening",
    "the chain is old and the tires of the bike are worn",
)


def pairs(words: list[str]) -> list[str]:
    return [f"{one} {two}" for one, two in itertools.pairwise(words)]


def matches(output: list[str], reference: list[str]) -> int:
    """How many of the output are in the reference, each at most as often as there."""
    return (Counter(output) & Counter(reference)).total()


def bleu_of_two(output: list[str], reference: list[str], clip: bool = True) -> float:
    """By words and pairs of words, on a scale of 0 to 1, without the brevity penalty."""
    shares = []
    for one, other in ((output, reference), (pairs(output), pairs(reference))):
        found = matches(one, other) if clip else sum(item in other for item in one)
        shares.append(found / len(one))
    return math.sqrt(shares[0] * shares[1])


def draw_output(rng: random.Random) -> tuple[str, str]:
    """A reference, and an output that drops some of its words and says one too often."""
    while True:
        reference = rng.choice(SENTENCES).split()
        output = list(reference)
        start = rng.randrange(len(output) - 4)
        del output[start : start + rng.randint(3, 4)]
        output[rng.randrange(len(output))] = rng.choice(output)
        full, unclipped = bleu_of_two(output, reference), bleu_of_two(output, reference, clip=False)
        if matches(pairs(output), pairs(reference)) >= 3 and unclipped > 1.04 * full:
            return " ".join(output), " ".join(reference)


def bleu_by_hand(rng: random.Random) -> Numeric:
    output, reference = draw_output(rng)
    words, wanted = output.split(), reference.split()
    brevity = math.exp(1 - len(wanted) / len(words))
    answer = brevity * bleu_of_two(words, wanted)
    ones, twos = matches(words, wanted), matches(pairs(words), pairs(wanted))
    return Numeric(
        "What is the BLEU of this output, from 0 to 1, with n-grams up to **two** words and no smoothing? (Within 1% "
        f"of it is right.)\n\n| | |\n|---|---|\n| output | {output} |\n| reference | {reference} |",
        answer,
        f"Words: {ones} of {len(words)} match, each counted at most as often as in the reference; pairs: {twos} of "
        f"{len(words) - 1}. The output is short: $e^{{1 - {len(wanted)}/{len(words)}}} = {brevity:.3f}$. So "
        f"${brevity:.3f} \\sqrt{{{ones}/{len(words)} \\cdot {twos}/{len(words) - 1}}} = {answer:.3f}$.",
        0.01 * answer,
    )


def draw_decoder(rng: random.Random) -> tuple[int, int, int, int]:
    """Millions of weights of encoder and decoder, gigabytes a second, and tokens of the output."""
    encoder = rng.choice([150, 200, 300, 500])
    decoder = rng.choice([40, 60, 100, 250, 400, 740])
    return encoder, decoder, rng.choice([150, 200, 300, 600, 1000]), rng.choice([25, 40, 60, 120, 170])


def time_of_decoding(rng: random.Random) -> Numeric:
    encoder, decoder, bandwidth, tokens = draw_decoder(rng)
    step = 2 * decoder / bandwidth
    answer = tokens * step
    return Numeric(
        f"A translation model has {encoder} million weights in the encoder and {decoder} million in the decoder with "
        f"its output matrix, all in 16 bits. The GPU reads {bandwidth} GB of weights a second, and decoding is bound "
        f"by that. How many **milliseconds** does it take to decode {tokens} tokens, after the encoder has run? "
        "(Within 1%.)",
        answer,
        f"A step reads ${decoder} \\cdot 2 = {2 * decoder}$ MB, in {step:.3f} ms. {tokens} of them take "
        f"{answer:.1f} ms. The encoder ran once, before.",
        0.01 * answer,
        "ms",
    )


def draw_flags(rng: random.Random) -> tuple[int, int, int]:
    """Percent that are wrong, that are flagged, and of the wrong ones that are flagged."""
    return rng.randint(2, 7), rng.choice([8, 10, 15, 20]), rng.choice([30, 40, 50, 60, 70, 80])


def wrong_without_flag(rng: random.Random) -> Numeric:
    wrong, flagged, found = draw_flags(rng)
    answer = Fraction(wrong * (100 - found), 100 - flagged)
    return Numeric(
        f"{wrong}% of the translations are wrong. Quality estimation flags {flagged}% of all, and {found}% of the "
        "wrong ones are among them. What **percentage** of the translations *without* a flag is wrong? (Within "
        "1% of it is right.)",
        answer,
        f"Of 10,000 translations {100 * wrong} are wrong, and {wrong * (100 - found)} of these have no flag, like "
        f"{100 * (100 - flagged):,} in all. That is {float(answer):.2f}%. Of the flags "
        f"{wrong * found / flagged:.0f}% are right.",
        0.01 * float(answer),
        "%",
    )


CARDS = [bleu_by_hand, time_of_decoding, wrong_without_flag]
