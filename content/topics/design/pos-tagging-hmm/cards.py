"""Numeric cards on taggers: mixed transitions, the tag of a new word, and accuracy on known and new words."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric


def draw_counts(rng: random.Random) -> tuple[list[tuple[int, int]], list[int]]:
    """How often the tag came, of how often, after two tags, after one and anywhere; and the weights in tenths."""
    pair, single = rng.choice([4, 5, 8, 10, 16, 20]), rng.choice([100, 200, 400, 500])
    often = rng.randint(max(1, pair // 2), pair)
    counts = [(often, pair), (rng.randint(single // 10, single // 3), single), (rng.randint(3, 20) * 100, 10_000)]
    largest = rng.choice([4, 5, 6, 7])
    middle = rng.randint(1, 9 - largest)
    return counts, [largest, middle, 10 - largest - middle]


def mixed_transition(rng: random.Random) -> Numeric:
    counts, weights = draw_counts(rng)
    shares = [Fraction(*pair) for pair in counts]
    answer = sum(Fraction(weight, 10) * share for weight, share in zip(weights, shares, strict=True))
    said = [f"{of:,} times, and then a noun came {came:,} times" for came, of in counts]
    sums = " + ".join(f"{weight / 10:g} \\cdot {float(share):g}" for weight, share in zip(weights, shares, strict=True))
    return Numeric(
        f"In a tagged text the tags *determiner, adjective* came {said[0]}. *Adjective* came {said[1]}. Of "
        f"{counts[2][1]:,} tags in all {counts[2][0]:,} are nouns. Trigrams, bigrams and unigrams are mixed with "
        f"weights {weights[0] / 10:g}, {weights[1] / 10:g} and {weights[2] / 10:g}. What is $P(\\text{{noun}} \\mid "
        "\\text{determiner, adjective})$? (Within 1% of it is right.)",
        answer,
        f"${sums} = {float(answer):.4f}$.",
        0.01 * float(answer),
    )


Hundredths = tuple[int, int, int]


def hundredths(rng: random.Random, least: int) -> Hundredths:
    """Three whole numbers that sum to 100."""
    while True:
        one, two = rng.randint(least, 90), rng.randint(least, 90)
        if 100 - one - two >= least:
            return one, two, 100 - one - two


def chances(factors: list[Fraction]) -> list[Fraction]:
    return [factor / sum(factors) for factor in factors]


def draw_new_word(rng: random.Random) -> tuple[Hundredths, Hundredths, Hundredths]:
    """Of noun, verb and the rest, in percent: after the tag before, given the suffix, and over all."""
    while True:
        after, suffix, overall = hundredths(rng, 5), hundredths(rng, 5), hundredths(rng, 10)
        right = [Fraction(a * s, o) for a, s, o in zip(after, suffix, overall, strict=True)]
        wrong = [Fraction(a * s) for a, s in zip(after, suffix, strict=True)]
        verb, others = chances(right)[1], (chances(wrong)[1], Fraction(suffix[1], 100))
        if verb > Fraction(1, 5) and all(abs(verb - other) > Fraction(1, 20) for other in others):
            return after, suffix, overall


def tag_of_a_new_word(rng: random.Random) -> Numeric:
    after, suffix, overall = draw_new_word(rng)
    factors = [Fraction(a * s, o) for a, s, o in zip(after, suffix, overall, strict=True)]
    answer = chances(factors)[1]
    rows = "\n".join(
        f"| {name} | {' | '.join(f'{share / 100:g}' for share in shares)} |"
        for name, shares in (
            ("$P(t \\mid$ tag before$)$", after),
            ("$P(t \\mid$ suffix$)$", suffix),
            ("$P(t)$", overall),
        )
    )
    shown = ", ".join(f"{float(factor) / 100:.3f}" for factor in factors)
    return Numeric(
        "A word was never seen. Its suffix and the tag before are independent given its own tag, and nothing else is "
        "known. How probable is it a **verb**? (Within 0.01.)\n\n| | noun | verb | other |\n|---|---|---|---|\n" + rows,
        answer,
        f"The suffix's emission is in proportion to $P(t \\mid \\text{{suffix}}) / P(t)$. Times the transition: "
        f"{shown}. Of their sum the verb has {float(answer):.3f}.",
        0.01,
    )


def draw_accuracies(rng: random.Random) -> tuple[int, int, int, int]:
    """In tenths of a percent: right on known and on new words; in percent: new words at home and elsewhere."""
    return rng.randint(955, 985), rng.randint(550, 850), rng.randint(2, 6), rng.randint(10, 30)


def in_another_domain(rng: random.Random) -> Numeric:
    known, new, home, elsewhere = draw_accuracies(rng)
    overall = Fraction(known * (100 - home) + new * home, 1000)
    answer = Fraction(known * (100 - elsewhere) + new * elsewhere, 1000)
    return Numeric(
        f"A tagger is right on {known / 10:g}% of the words that were in its training text and on {new / 10:g}% of "
        f"new ones. At home {home}% of the words are new, in chats {elsewhere}%. If the two accuracies stay, **how "
        "many points** does it lose in chats? (In percentage points, within 2% of it.)",
        overall - answer,
        f"At home it has {float(overall):.2f}%, in chats {float(answer):.2f}%: "
        f"$({elsewhere} - {home})\\% \\cdot ({known / 10:g} - {new / 10:g}) = {float(overall - answer):.2f}$ points.",
        0.02 * float(overall - answer),
        "points",
    )


CARDS = [mixed_transition, tag_of_a_new_word, in_another_domain]
