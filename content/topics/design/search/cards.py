"""Numeric cards on search: BM25 by hand, mean reciprocal rank, and lists fused by ranks."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric

K1, B = 1.2, 0.75


def draw_word(rng: random.Random) -> tuple[int, int, int, Fraction]:
    """Documents, those with the word, its count in this one, and this one's length in mean lengths."""
    documents = rng.choice([200, 300, 400, 500])
    length = rng.choice([Fraction(1, 2), Fraction(1), Fraction(3, 2), Fraction(2)])
    return documents, rng.randint(2, documents // 10), rng.randint(1, 6), length


def bm25(rng: random.Random) -> Numeric:
    documents, having, count, length = draw_word(rng)
    rarity = math.log(1 + (documents - having + 0.5) / (having + 0.5))
    damped = K1 * (1 - B + B * float(length))
    answer = rarity * count / (count + damped)
    return Numeric(
        f"Of {documents} documents {having} contain a word. It occurs {count} times in one that is {float(length):g} "
        "times as long as the mean. What does this word add to the document's BM25 score, "
        "$\\ln\\big(1 + \\frac{N - n + 1/2}{n + 1/2}\\big) \\cdot \\frac{f}{f + k_1(1 - b + b\\,|d|/\\overline{|d|})}$ "
        "with $k_1 = 1.2$, $b = 0.75$? (Within 0.02.)",
        answer,
        f"The word weighs $\\ln(1 + {documents - having + 0.5:g}/{having + 0.5:g}) = {rarity:.3f}$. The count gives "
        f"${count} / ({count} + 1.2 \\cdot {1 - B + B * float(length):g}) = {count / (count + damped):.3f}$. Together "
        f"${answer:.3f}$.",
        0.02,
    )


def draw_ranks(rng: random.Random) -> tuple[list[int], int]:
    """The rank of the first right result for each of five queries, and the cut; at least one is beyond it."""
    cut = rng.choice([5, 10])
    ranks = [rng.choice([1, 1, 2, 3, 4, 5]) for _ in range(rng.randint(3, 4))]
    ranks += [cut + rng.randint(1, 9) for _ in range(5 - len(ranks))]
    rng.shuffle(ranks)
    return ranks, cut


def reciprocal_rank(rng: random.Random) -> Numeric:
    ranks, cut = draw_ranks(rng)
    gains = [Fraction(1, rank) if rank <= cut else Fraction(0) for rank in ranks]
    answer = sum(gains, Fraction(0)) / len(ranks)
    return Numeric(
        f"For five queries the first right result stands at the ranks {', '.join(map(str, ranks))}. What is the mean "
        f"reciprocal rank **at {cut}**? (Exact, or within 0.003.)",
        answer,
        f"What is beyond {cut} counts 0: $({' + '.join(str(gain) for gain in gains)}) / 5 = {float(answer):.4f}$.",
        0.003,
    )


def draw_fusion(rng: random.Random) -> tuple[int, int]:
    """The constant of the fusion, and the rank in the only list."""
    return rng.choice([10, 20, 30, 40, 60, 80, 100]), rng.randint(1, 6)


def both_lists(rng: random.Random) -> Numeric:
    constant, single = draw_fusion(rng)
    answer = constant + 2 * single - 1
    return Numeric(
        f"Two lists of several hundred documents are fused: a document scores $1/({constant} + \\text{{rank}})$ in "
        f"each list that has it. A is at rank {single} of the first list and missing in the second. B has **the same "
        "rank in both**. Which is the largest rank with which B still scores higher than A?",
        answer,
        f"$2/({constant} + r) > 1/({constant} + {single})$ means $r < {constant} + {2 * single}$. Being found twice, "
        "however far down, beats being near the top once.",
    )


CARDS = [bm25, reciprocal_rank, both_lists]
