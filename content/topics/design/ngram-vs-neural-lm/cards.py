"""Numeric cards on language models: discounted counts, perplexity by word, and the time that rescoring takes."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric

WORDS = ("milk", "rain", "time", "light", "noise", "paper", "water", "music")


def draw_counts(rng: random.Random) -> tuple[list[int], int, Fraction]:
    """Counts of the words that followed, which of them is asked for, and its probability in the shorter context."""
    counts = [rng.randint(2, 9) for _ in range(rng.randint(3, 5))] + [1] * rng.randint(1, 3)
    rng.shuffle(counts)
    return counts, rng.randrange(len(counts)), Fraction(rng.randint(2, 12), 100)


def discounted(rng: random.Random) -> Numeric:
    counts, which, shorter = draw_counts(rng)
    discount, total = Fraction(3, 4), sum(counts)
    kept, left = (counts[which] - discount) / total, discount * len(counts) / total
    answer = kept + left * shorter
    rows = "\n".join(f"| {word} | {count} |" for word, count in zip(WORDS, counts, strict=False))
    return Numeric(
        'After "more" these words were seen, and no others:\n\n| word | times |\n|---|---|\n'
        f"{rows}\n\nAn interpolated bigram model takes a discount of .75 off each count, and what it saves goes to the "
        f'shorter context, in which "{WORDS[which]}" has probability {float(shorter):g}. What is the **probability of '
        f'"{WORDS[which]}" after "more"**? (Within 0.0005.)',
        answer,
        f"${float(counts[which] - discount):g}/{total} = {float(kept):.4f}$, and for the shorter context .75 from each "
        f"of {len(counts)} words: ${float(discount * len(counts)):g}/{total} \\cdot {float(shorter):g} = "
        f"{float(left * shorter):.4f}$. Together {float(answer):.4f}.",
        0.0005,
    )


def draw_pieces(rng: random.Random) -> tuple[int, int, int]:
    """Perplexity of a piece, and words and pieces of a text."""
    words = rng.choice([1_000, 2_000, 5_000, 10_000])
    return rng.randint(8, 40), words, words * rng.choice([120, 125, 130, 140, 150, 160]) // 100


def perplexity_of_words(rng: random.Random) -> Numeric:
    each, words, pieces = draw_pieces(rng)
    answer = each ** (pieces / words)
    return Numeric(
        f"A text has {words:,} words. A model writes it in {pieces:,} pieces, with a perplexity of {each} for each "
        "piece. What is its **perplexity for each word**, which can be compared with a model of whole words? (Within "
        "1%.)",
        answer,
        f"The probability of the text is ${each}^{{-{pieces}}}$ either way; over {words:,} words that is "
        f"${each}^{{{pieces / words:g}}} = {answer:.1f}$.",
        0.01 * answer,
    )


def draw_lists(rng: random.Random) -> tuple[int, int, int, int, int]:
    """Million parameters, hypotheses, words of each, percent of them in shared beginnings, billions a second."""
    return (
        rng.choice([10, 20, 40, 50]),
        rng.choice([10, 20, 50]),
        rng.choice([8, 10, 15, 20]),
        rng.choice([20, 30, 40, 50]),
        rng.choice([4, 5, 8, 10]),
    )


def rescoring(rng: random.Random) -> Numeric:
    millions, hypotheses, words, shared, billions = draw_lists(rng)
    calls = Fraction(hypotheses * words * (100 - shared), 100)
    answer = float(1000 * calls * millions / (1000 * billions))
    return Numeric(
        f"A neural language model of {millions} million parameters uses each once, in one multiply-add, for each word "
        f"that it scores. It rescores {hypotheses} hypotheses of {words} words; {shared}% of these words need no "
        f"scoring, because their beginnings were scored for another hypothesis. How many **milliseconds** does that "
        f"take at {billions} billion multiply-adds a second? (Within 1%.)",
        answer,
        f"${hypotheses} \\cdot {words} \\cdot {1 - shared / 100:g} = {float(calls):g}$ words, times {millions} million "
        f"are ${float(calls) * millions / 1000:g}$ billion multiply-adds: {answer:.0f} ms.",
        0.01 * answer,
        "ms",
    )


CARDS = [discounted, perplexity_of_words, rescoring]
