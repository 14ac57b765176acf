"""Numeric cards on preprocessing: a first merge, n-grams that share a bucket, words that fit."""

import random
from collections import Counter
from fractions import Fraction

from sharpen.domain.card import Numeric

WORDS = ("low", "lower", "lowest", "new", "newer", "newest", "slow", "slower", "wide", "wider", "widest", "west")


def draw_text(rng: random.Random) -> list[tuple[str, int]]:
    """Four words and how often each occurs. No two pairs of letters are the most frequent."""
    while True:
        text = [(word, rng.randint(2, 9)) for word in rng.sample(WORDS, 4)]
        first, second = pairs(text).most_common(2)
        if first[1] > second[1]:
            return text


def pairs(text: list[tuple[str, int]]) -> Counter[str]:
    """How often each pair of neighboring letters occurs."""
    counts: Counter[str] = Counter()
    for word, number in text:
        for place in range(len(word) - 1):
            counts[word[place : place + 2]] += number
    return counts


def first_merge(rng: random.Random) -> Numeric:
    text = draw_text(rng)
    pair, answer = pairs(text).most_common(1)[0]
    listed = ", ".join(f"*{word}* {number} times" for word, number in text)
    return Numeric(
        f"Byte-pair encoding is trained on a text with {listed}. It starts from single letters, words are kept apart, "
        "and no sign marks the end of a word. **How often** does the pair that it merges first occur?",
        answer,
        f"It is *{pair[0]} {pair[1]}*: "
        + " + ".join(str(number) for word, number in text for _ in range(pairs([(word, 1)])[pair]))
        + f" = {answer}.",
    )


def draw_buckets(rng: random.Random) -> tuple[int, int]:
    """How many n-grams there are, in thousands, and the power of two that is the number of buckets."""
    return rng.randrange(200, 850, 50), rng.choice([18, 19, 20])


def shared_bucket(rng: random.Random) -> Numeric:
    thousands, power = draw_buckets(rng)
    others, buckets = 1000 * thousands - 1, 2**power
    answer = 100 * (1 - (1 - 1 / buckets) ** others)
    return Numeric(
        f"{1000 * thousands:,} different n-grams are hashed at random into $2^{{{power}}}$ = {buckets:,} buckets. "
        "What percentage of the n-grams **share a bucket** with at least one other, on average? (Within 0.5.)",
        answer,
        f"All others miss its bucket with $(1 - 1/{buckets})^{{{others}}} \\approx e^{{-{others / buckets:.3f}}} = "
        f"{1 - answer / 100:.4f}$. So {answer:.1f}% share.",
        0.5,
        "%",
    )


def draw_lengths(rng: random.Random) -> tuple[int, Fraction, Fraction]:
    """The limit in tokens, and tokens per word in a large and in a small language."""
    large = Fraction(rng.randint(12, 16), 10)
    return rng.choice([256, 512, 1_024, 2_048]), large, Fraction(rng.randint(25, 60), 10)


def words_lost(rng: random.Random) -> Numeric:
    limit, large, small = draw_lengths(rng)
    answer = 100 * (1 - large / small)
    return Numeric(
        f"An encoder reads {limit:,} tokens. Its tokenizer makes {float(large):g} tokens per word in one language and "
        f"{float(small):g} in another. A long message in the first fills the limit exactly. Its translation has as "
        "many words. **What percentage of its words** is cut off? (Within 0.5.)",
        answer,
        f"The limit holds ${limit}/{float(large):g} = {float(limit / large):.0f}$ words of the first and "
        f"${limit}/{float(small):g} = {float(limit / small):.0f}$ of the second: $1 - {float(large):g}/"
        f"{float(small):g} = {float(answer) / 100:.3f}$ is lost, whatever the limit.",
        0.5,
        "%",
    )


CARDS = [first_merge, shared_bucket, words_lost]
