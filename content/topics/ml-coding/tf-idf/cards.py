"""Numeric cards on tf-idf: a weight, a cosine, memory."""

import math
import random

from sharpen.domain.card import Numeric


def idf(n: int, df: int) -> float:
    """Smoothed: ln((1 + n) / (1 + df)) + 1."""
    return math.log((1 + n) / (1 + df)) + 1


def draw_term(rng: random.Random) -> tuple[int, int, int]:
    n = rng.choice([99, 199, 499, 999, 9999])
    return n, rng.choice([1, 3, 4, 9, 19, 49]), rng.randint(1, 8)


def weight(rng: random.Random) -> Numeric:
    n, df, tf = draw_term(rng)
    answer = tf * idf(n, df)
    return Numeric(
        f"A term occurs {tf} time{'s' if tf > 1 else ''} in a document and in {df} of {n} documents. What is its "
        f"weight, "
        "raw count times the smoothed idf $\\ln\\frac{1 + n}{1 + \\text{df}} + 1$, before normalizing? "
        "(Natural logarithm. Within 0.01 is right.)",
        answer,
        f"$\\text{{idf}} = \\ln\\frac{{{n + 1}}}{{{df + 1}}} + 1 = {idf(n, df):.4f}$, times ${tf}$ is ${answer:.3f}$.",
        0.01,
    )


def cosine(a: list[int], b: list[int]) -> float:
    inner = sum(x * y for x, y in zip(a, b, strict=True))
    return inner / math.hypot(*a) / math.hypot(*b)


def draw_vectors(rng: random.Random) -> tuple[list[int], list[int]]:
    """Two vectors that share at least their first term; only the first has the third."""
    return [rng.randint(1, 4), rng.randint(0, 3), rng.randint(1, 3)], [rng.randint(1, 4), rng.randint(0, 3), 0]


def similarity(rng: random.Random) -> Numeric:
    a, b = draw_vectors(rng)
    answer = cosine(a, b)
    inner = sum(x * y for x, y in zip(a, b, strict=True))
    squares = [sum(x * x for x in v) for v in (a, b)]
    return Numeric(
        f"Two documents have the tf-idf vectors $({', '.join(map(str, a))})$ and $({', '.join(map(str, b))})$, not yet "
        "normalized. What is their cosine similarity? (Within 0.005 is right.)",
        answer,
        f"The dot product is ${inner}$, the lengths are $\\sqrt{{{squares[0]}}}$ and $\\sqrt{{{squares[1]}}}$: "
        f"${inner} / \\sqrt{{{squares[0]} \\cdot {squares[1]}}} = {answer:.4f}$.",
        0.005,
    )


def sparse_megabytes(documents: int, distinct: int) -> float:
    """CSR with 8-byte values, 4-byte columns and row pointers, in millions of bytes."""
    entries = documents * distinct
    return (entries * 12 + (documents + 1) * 4) / 1e6


def draw_corpus(rng: random.Random) -> tuple[int, int, int]:
    return (
        rng.choice([10_000, 50_000, 100_000, 200_000]),
        rng.choice([50, 80, 100, 150, 200]),
        rng.choice([30_000, 50_000]),
    )


def memory(rng: random.Random) -> Numeric:
    documents, distinct, vocabulary = draw_corpus(rng)
    answer = sparse_megabytes(documents, distinct)
    return Numeric(
        f"{documents:,} documents with {distinct} distinct terms each, over {vocabulary:,} terms, are kept as "
        "compressed sparse rows: values of 8 bytes, column numbers and row pointers of 4 bytes. How many megabytes "
        "($10^6$ bytes) is that? (Within 1% of the answer is right.)",
        answer,
        f"${documents} \\cdot {distinct} = {documents * distinct}$ entries of $8 + 4$ bytes, and ${documents + 1}$ row "
        f"pointers: ${answer:.2f}$ MB. A dense matrix of doubles takes ${documents * vocabulary * 8 / 1e6:g}$ MB.",
        answer / 100,
        "MB",
    )


CARDS = [weight, similarity, memory]
