"""Mistakes in machine translation, beam search and taggers."""

import itertools
import math
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from tests.content.mistakes import Mistake
from tests.content.ways.design_nlp2 import all_outputs_cut_to_prefixes


def bleu_parts(output: str, reference: str) -> tuple[float, float, float]:
    """Shares of words and pairs, and the brevity penalty."""
    one, other = output.split(), reference.split()
    twos = [list(itertools.pairwise(words)) for words in (one, other)]
    words = (Counter(one) & Counter(other)).total() / len(one)
    pairs = (Counter(twos[0]) & Counter(twos[1])).total() / len(twos[0])
    return words, pairs, math.exp(1 - len(other) / len(one))


def without_brevity(output: str, reference: str) -> float:
    words, pairs, _ = bleu_parts(output, reference)
    return math.sqrt(words * pairs)


def product_of_shares(output: str, reference: str) -> float:
    return math.prod(bleu_parts(output, reference))


def ratio_of_lengths(output: str, reference: str) -> float:
    words, pairs, _ = bleu_parts(output, reference)
    return math.sqrt(words * pairs) * len(output.split()) / len(reference.split())


def not_clipped(output: str, reference: str) -> float:
    one, other = output.split(), reference.split()
    twos = [list(itertools.pairwise(words)) for words in (one, other)]
    words = sum(word in other for word in one) / len(one)
    pairs = sum(pair in twos[1] for pair in twos[0]) / len(twos[0])
    return math.exp(1 - len(other) / len(one)) * math.sqrt(words * pairs)


def greedy(start: list[Fraction], table: list[list[Fraction]]) -> float:
    at = start.index(max(start))
    chance = start[at]
    for _ in range(2):
        chance *= max(table[at])
        at = table[at].index(max(table[at]))
    return float(chance)


def cut_to_one_before_the_last(start: list[Fraction], table: list[list[Fraction]]) -> float:
    chances = {(a, b): start[a] * table[a][b] for a, b in itertools.product(range(3), repeat=2)}
    best = max(chances, key=lambda text: chances[text])
    return float(chances[best] * max(table[best[1]]))


def cut_is_right(start: list[Fraction], table: list[list[Fraction]]) -> bool:
    found = all_outputs_cut_to_prefixes(start, table)
    return math.isclose(cut_to_one_before_the_last(start, table), found)


def mixed(counts: list[tuple[int, int]], weights: Sequence[float]) -> float:
    return sum(weight * came / of for (came, of), weight in zip(counts, weights, strict=True))


def mean_of_three(counts: list[tuple[int, int]], _: list[int]) -> float:
    return mixed(counts, [1 / 3] * 3)


def mean_is_right(counts: list[tuple[int, int]], weights: list[int]) -> bool:
    return abs(mean_of_three(counts, weights) / mixed(counts, [weight / 10 for weight in weights]) - 1) < 0.02


def as_often(counts: list[tuple[int, int]], weights: list[int]) -> bool:
    alone = counts[0][0] / counts[0][1]
    return abs(alone / mixed(counts, [weight / 10 for weight in weights]) - 1) < 0.02


def not_inverted(after: tuple[int, ...], suffix: tuple[int, ...], _: tuple[int, ...]) -> float:
    products = [one * other for one, other in zip(after, suffix, strict=True)]
    return products[1] / sum(products)


MISTAKES = (
    Mistake("machine-translation/bleu-by-hand", "no brevity penalty", without_brevity),
    Mistake("machine-translation/bleu-by-hand", "no root", product_of_shares),
    Mistake("machine-translation/bleu-by-hand", "the ratio of lengths", ratio_of_lengths),
    Mistake("machine-translation/bleu-by-hand", "not clipped", not_clipped),
    Mistake("machine-translation/time-of-decoding", "a byte a weight", lambda _, d, b, n: n * d / b),
    Mistake("machine-translation/time-of-decoding", "with the encoder", lambda e, d, b, n: 2 * n * (e + d) / b),
    Mistake("machine-translation/time-of-decoding", "one step", lambda _, d, b, __: 2 * d / b),
    Mistake("machine-translation/wrong-without-flag", "over all", lambda w, _, found: w * (100 - found) / 100),
    Mistake("machine-translation/wrong-without-flag", "of the flags", lambda w, flagged, found: w * found / flagged),
    Mistake("beam-search/beam-of-two", "greedy", greedy),
    Mistake("beam-search/beam-of-two", "cut too early", cut_to_one_before_the_last, cut_is_right),
    Mistake("beam-search/where-the-longer-wins", "in proportion", lambda n, s, m, low: (low / s - 1) / (m / n - 1)),
    Mistake("beam-search/where-the-longer-wins", "upside down", lambda n, s, m, t: math.log(m / n) / math.log(t / s)),
    Mistake("beam-search/keys-and-values", "keys alone", lambda layers, w, t, b, n: 2 * layers * w * t * b * n / 1e6),
    Mistake("beam-search/keys-and-values", "one hypothesis", lambda layers, w, t, _, n: 4 * layers * w * t * n / 1e6),
    Mistake("pos-tagging-hmm/mixed-transition", "trigrams alone", lambda counts, _: mixed(counts[:1], [1]), as_often),
    Mistake("pos-tagging-hmm/mixed-transition", "mean of the three", mean_of_three, mean_is_right),
    Mistake("pos-tagging-hmm/tag-of-a-new-word", "not inverted", not_inverted),
    Mistake("pos-tagging-hmm/tag-of-a-new-word", "the suffix alone", lambda _, suffix, __: suffix[1] / 100),
    Mistake("pos-tagging-hmm/in-another-domain", "by known words", lambda known, _, h, e: (e - h) * known / 1000),
    Mistake("pos-tagging-hmm/in-another-domain", "from perfection", lambda k, new, _, e: e * (k - new) / 1000),
)
