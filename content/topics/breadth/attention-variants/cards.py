"""Numeric cards on attention variants: caches with windows, operations a byte, and how far layers reach."""

from fractions import Fraction
from random import Random

from sharpen.domain.card import Numeric


def mebibytes(full: int, narrow: int, window: int, tokens: int, heads: int, width: int) -> Fraction:
    """The cache in 16 bits of so many full layers, and of so many with a window."""
    held = full * tokens + narrow * min(tokens, window)
    return Fraction(2 * heads * width * 2 * held, 2**20)


def draw_layers(rng: Random) -> tuple[int, int, int, int, int, int]:
    """Full layers, layers with a window, the window, tokens, key-value heads and their dimension."""
    full, each = rng.choice([4, 5, 6, 8]), rng.choice([1, 3, 5])
    return (
        full,
        full * each,
        rng.choice([512, 1024, 4096]),
        rng.choice([8192, 16384, 32768, 131072]),
        rng.choice([1, 2, 4, 8]),
        rng.choice([64, 128]),
    )


def cache_with_windows(rng: Random) -> Numeric:
    full, narrow, window, tokens, heads, width = draw_layers(rng)
    answer = mebibytes(full, narrow, window, tokens, heads, width)
    held = full * tokens + narrow * window
    return Numeric(
        f"A decoder has {full} layers with full attention and {narrow} with a window of {window:,} tokens, whose "
        f"caches hold no more than that. Each layer has {heads} key-value head{'s' if heads > 1 else ''} of dimension "
        f"{width}, in 16 bits. How many MiB ($2^{{20}}$ bytes) does the cache of {tokens:,} tokens take? Within 1% "
        "is right.",
        float(answer),
        f"Held are ${full} \\cdot {tokens} + {narrow} \\cdot {window} = {held:,}$ tokens over all layers. A key and a "
        f"value each: $2 \\cdot {heads} \\cdot {width} \\cdot 2 = {4 * heads * width:,}$ bytes, together "
        f"${float(answer):,.6g}$ MiB.",
        float(answer) / 100,
        "MiB",
    )


def operations(heads: int, kv_heads: int, bits: int) -> Fraction:
    """Of attention in one decoding step, for each byte of the cache."""
    return Fraction(2 * 8 * heads, kv_heads * bits)


def draw_heads(rng: Random) -> tuple[int, int, int]:
    """Query heads, key-value heads and the bits of a cached number."""
    heads = rng.choice([16, 32, 64])
    return heads, rng.choice([1, 2, 4, 8, heads]), rng.choice([4, 8, 16])


def operations_a_byte(rng: Random) -> Numeric:
    heads, kv_heads, bits = draw_heads(rng)
    answer = operations(heads, kv_heads, bits)
    return Numeric(
        f"In decoding, {heads} query heads share {kv_heads} key-value head{'s' if kv_heads > 1 else ''}; the cache is "
        f"in {bits} bits a number. Count an addition and a multiplication as two operations, and leave out the "
        "softmax. How many operations does attention do for each byte of the cache that it reads, once? (Exact.)",
        answer,
        f"Each cached number is multiplied and added once for each of the ${heads} / {kv_heads} = {heads // kv_heads}$ "
        f"queries that share it: {2 * heads // kv_heads} operations a number of {bits} bits, so ${answer}$ a byte.",
    )


def reach(layers: int, window: int) -> int:
    """How many tokens back the first one is that can matter."""
    return layers * (window - 1)


def draw_windows(rng: Random) -> tuple[int, int]:
    return rng.randint(2, 12), rng.randint(3, 40)


def reach_of_layers(rng: Random) -> Numeric:
    layers, window = draw_windows(rng)
    answer = reach(layers, window)
    return Numeric(
        f"A stack of {layers} layers has causal attention with a window of {window} tokens, the query's own included, "
        "and nothing else mixes tokens. How many places back is the farthest token on which an output can depend?",
        answer,
        f"Each layer reaches {window} - 1 = {window - 1} places back, and {layers} of them reach "
        f"${layers} \\cdot {window - 1} = {answer}$.",
    )


CARDS = [cache_with_windows, operations_a_byte, reach_of_layers]
