"""Numeric cards on BERT: texts a second, and padding."""

import random

from sharpen.domain.card import Numeric


def draw_speed(rng: random.Random) -> tuple[int, int, int, int]:
    """Layers, width, tokens of a text, and sustained operations a second in units of a trillion."""
    layers, width = rng.choice([(12, 768), (6, 768), (12, 384), (6, 384), (24, 1024)])
    return layers, width, rng.choice([256, 320, 384, 448, 512]), rng.choice([5, 8, 10, 20, 40])


def texts_a_second(rng: random.Random) -> Numeric:
    layers, width, tokens, speed = draw_speed(rng)
    each = layers * (24 * tokens * width**2 + 4 * tokens**2 * width)
    answer = speed * 1e12 / each
    return Numeric(
        f"An encoder has {layers} layers of width $d = {width}$. On $n$ tokens a layer takes $24nd^2 + 4n^2d$ "
        f"operations; the rest is negligible. A GPU sustains {speed} trillion operations a second. How many texts of "
        f"{tokens} tokens **a second** can it take at most? (Within 2% of it is right.)",
        answer,
        f"${layers}\\,(24 \\cdot {tokens} \\cdot {width}^2 + 4 \\cdot {tokens}^2 \\cdot {width}) = {each / 1e9:.2f}$ "
        f"billion operations for a text, and ${1000 * speed:,} / {each / 1e9:.2f} = {answer:.0f}$.",
        0.02 * answer,
        "texts a second",
    )


def draw_lengths(rng: random.Random) -> tuple[list[int]]:
    """Tokens of eight texts as they arrive. Sorting them saves something."""
    while True:
        found = [rng.choice([8, 12, 16, 20, 24, 32, 40, 56, 80, 96, 120, 128]) for _ in range(8)]
        ordered = sorted(found)
        if len(set(found)) > 5 and max(found[:4]) + max(found[4:]) > ordered[3] + ordered[7]:
            return (found,)


def saved_by_sorting(rng: random.Random) -> Numeric:
    (found,) = draw_lengths(rng)
    ordered = sorted(found)
    before = 4 * (max(found[:4]) + max(found[4:]))
    after = 4 * (ordered[3] + ordered[7])
    return Numeric(
        "Eight texts arrive with "
        + ", ".join(map(str, found))
        + " tokens. They are run in two batches of four, each filled up to its longest text. How many **positions** "
        "are saved if they are sorted by length before they are batched?",
        before - after,
        f"As they come: $4 \\cdot {max(found[:4])} + 4 \\cdot {max(found[4:])} = {before}$. Sorted: "
        f"$4 \\cdot {ordered[3]} + 4 \\cdot {ordered[7]} = {after}$. The tokens themselves are {sum(found)}.",
    )


CARDS = [texts_a_second, saved_by_sorting]
