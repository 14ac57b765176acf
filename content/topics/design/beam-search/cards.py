"""Numeric cards on beam search: a beam by hand, where a penalty turns the order, and memory for keys and values."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric

Row = list[Fraction]
Beam = list[tuple[Fraction, str]]
TOKENS = "ABC"


def row(rng: random.Random) -> Row:
    """Three probabilities in tenths, none of them zero and no two alike."""
    while True:
        one, two = rng.randint(1, 8), rng.randint(1, 8)
        tenths = [one, two, 10 - one - two]
        if tenths[2] > 0 and len(set(tenths)) == 3:
            return [Fraction(tenth, 10) for tenth in tenths]


def grown(beam: Beam, table: list[Row]) -> Beam:
    """All outputs that are a token longer, the most probable first."""
    longer = [
        (chance * move, text + token)
        for chance, text in beam
        for token, move in zip(TOKENS, table[TOKENS.index(text[-1])], strict=True)
    ]
    return sorted(longer, reverse=True)


def rounds(start: Row, table: list[Row], width: int) -> list[Beam]:
    """What is kept after each of three tokens, before it is cut the last time."""
    first = sorted(((chance, token) for token, chance in zip(TOKENS, start, strict=True)), reverse=True)
    second = grown(first[:width], table)
    return [first, second, grown(second[:width], table)]


def draw_table(rng: random.Random) -> tuple[Row, list[Row]]:
    """Greedy search goes wrong, and nothing is decided by a tie."""
    while True:
        start, table = row(rng), [row(rng) for _ in TOKENS]
        greedy, beam = rounds(start, table, 1)[2][0][0], rounds(start, table, 2)
        no_tie = beam[1][1][0] != beam[1][2][0] and beam[2][0][0] != beam[2][1][0]
        if no_tie and beam[2][0][0] > Fraction(11, 10) * greedy:
            return start, table


def beam_of_two(rng: random.Random) -> Numeric:
    start, table = draw_table(rng)
    _, second, third = rounds(start, table, 2)
    answer, text = third[0]
    rows = "\n".join(
        f"| {name} | {' | '.join(f'{float(chance):g}' for chance in chances)} |"
        for name, chances in zip(("first token", "after A", "after B", "after C"), [start, *table], strict=True)
    )
    kept = " and ".join(f"{name} ({float(chance):g})" for chance, name in second[:2])
    return Numeric(
        "A model writes three tokens; each depends on the one before. What is the **probability** of the output that "
        f"a beam of **two** returns? (Within 0.0005.)\n\n| | A | B | C |\n|---|---|---|---|\n{rows}",
        answer,
        f"After two tokens it keeps {kept}. The best continuation is {text} with {float(answer):g}. Greedy search "
        f"gets {float(rounds(start, table, 1)[2][0][0]):g}.",
        0.0005,
    )


def draw_two_outputs(rng: random.Random) -> tuple[int, float, int, float]:
    """Tokens and log-probability of a short output, and of a longer one that is less probable."""
    short, more = rng.randint(5, 10), rng.randint(3, 8)
    power = rng.uniform(0.25, 0.75)
    score = -rng.randint(20, 60) / 10
    return short, score, short + more, round(score * ((short + more) / short) ** power, 1)


def where_the_longer_wins(rng: random.Random) -> Numeric:
    short, score, longer, lower = draw_two_outputs(rng)
    answer = math.log(lower / score) / math.log(longer / short)
    return Numeric(
        f"Two finished outputs: {short} tokens with a log-probability of ${score:g}$, and {longer} tokens with "
        f"${lower:g}$. Scores are divided by $n^\\alpha$, where $n$ is the number of tokens. Above what "
        "$\\alpha$ does the longer one win? (Within 1% of it is right.)",
        answer,
        f"They tie where ${-lower:g} / {-score:g} = ({longer} / {short})^\\alpha$, so $\\alpha = "
        f"\\ln {lower / score:.4f} / \\ln {longer / short:.4f} = {answer:.3f}$.",
        0.01 * answer,
    )


def draw_cache(rng: random.Random) -> tuple[int, int, int, int, int]:
    """Layers and width of the decoder, texts, hypotheses of each, and tokens."""
    layers, width = rng.choice([(2, 1024), (6, 512), (6, 1024), (12, 768), (12, 1024), (24, 1024)])
    return layers, width, rng.choice([8, 16, 32, 64]), rng.choice([4, 5, 8]), rng.choice([50, 100, 170, 250])


def keys_and_values(rng: random.Random) -> Numeric:
    layers, width, texts, beam, tokens = draw_cache(rng)
    each = 4 * layers * width
    answer = Fraction(each * texts * beam * tokens, 10**6)
    return Numeric(
        f"A decoder has {layers} layers of width {width:,} and keeps keys and values of self-attention in 16 bits, in "
        f"full width, for each token of each hypothesis. {texts} texts are decoded together with a beam of {beam}, "
        f"up to {tokens} tokens, and hypotheses share nothing. How many **megabytes** (of $10^6$ bytes) is that at "
        "the end? (Within 1%.)",
        answer,
        f"A token takes $2 \\cdot {layers} \\cdot {width} \\cdot 2 = {each:,}$ bytes; ${texts} \\cdot {beam} \\cdot "
        f"{tokens} = {texts * beam * tokens:,}$ of them take {float(answer):,.1f} MB.",
        float(answer) / 100,
        "MB",
    )


CARDS = [beam_of_two, where_the_longer_wins, keys_and_values]
