"""Mistakes in text classification, preprocessing, entities, topics, word vectors."""

import math
from fractions import Fraction
from itertools import pairwise

from tests.content.mistakes import Mistake


def positives(percent: int, points: int, _: int = 0) -> float:
    return 1.96**2 * percent * (100 - percent) / (points * points)


def nearly_counted_right(hits: Fraction, false: Fraction, marked: Fraction) -> bool:
    return abs(marked - (marked - false) / (hits - false)) < 0.003


def nearly_all_hits(hits: Fraction, false: Fraction, marked: Fraction) -> bool:
    return abs(marked / hits - (marked - false) / (hits - false)) < 0.003


def most_words(text: list[tuple[str, int]]) -> int:
    """In how many different words the most widespread pair is."""
    return max(sum(pair in word for word, _ in text) for word, _ in text for pair in map("".join, pairwise(word)))


def share_in_use(thousands: int, power: int) -> float:
    """Of the buckets, in percent."""
    return 100 * (1 - math.exp(-1000 * thousands / 2.0**power)) * 2.0**power / (1000 * thousands)


def about_half(_: int, large: Fraction, small: Fraction) -> bool:
    return abs(large / small - Fraction(1, 2)) < Fraction(3, 1000)


def borders_forgiven(right: int, border: int, kind: int, missed: int, made_up: int) -> float:
    return 200 * (right + border) / (2 * (right + border + kind) + missed + made_up)


def once_each(right: int, border: int, kind: int, missed: int, made_up: int) -> float:
    """A wrong border or kind as a false alarm, but not as a miss."""
    return 200 * right / (2 * right + border + kind + missed + made_up)


def share_of_names(_: list[int], found: Fraction) -> float:
    return float(100 * (1 - found))


def names_that_leak(percent: list[int], found: Fraction) -> float:
    return float((percent[1] + 2 * percent[2] + 5 * percent[3]) * (1 - found))


def leaks_that_hardly_meet(percent: list[int], found: Fraction) -> bool:
    least = sum(share * (1 - found**names) for share, names in zip(percent, (0, 1, 2, 5), strict=True))
    return names_that_leak(percent, found) < 1.011 * float(least)


Counts = tuple[int, int, int]


def of_the_word(one: Counts, other: Counts, vocabulary: int) -> float:
    first, second = ((n_kw + 0.01) / (n_k + 0.01 * vocabulary) for _, n_kw, n_k in (one, other))
    return first / (first + second)


def of_the_document(one: Counts, other: Counts, _: int) -> float:
    return (one[0] + 0.1) / (one[0] + other[0] + 0.2)


def documents_are_even(one: Counts, other: Counts, _: int) -> bool:
    return abs(of_the_document(one, other, 0) - 0.5) < 0.025


def words_are_even(one: Counts, other: Counts, vocabulary: int) -> bool:
    return abs(of_the_word(one, other, vocabulary) - 0.5) < 0.025


def near_the_union(documents: int, first: int, second: int, both: int) -> bool:
    normalized = math.log(both * documents / first / second) / math.log(documents / both)
    return abs(normalized - both / (first + second - both)) < 0.011


def arithmetic_mix(percent: int, words: list[tuple[int, int]]) -> float:
    return math.exp(-sum(math.log((percent * a + (100 - percent) * b) / 100_000) for a, b in words) / 3)


def geometric_mix(percent: int, words: list[tuple[int, int]]) -> float:
    share = percent / 100
    return math.exp(-sum(share * math.log(a / 1000) + (1 - share) * math.log(b / 1000) for a, b in words) / 3)


def nearly_geometric(percent: int, words: list[tuple[int, int]]) -> bool:
    return geometric_mix(percent, words) < 1.011 * arithmetic_mix(percent, words)


def is_kept_whole(frequency: Fraction, power: int) -> bool:
    return float(frequency) <= 1.03 * 10.0**-power


def those_dropped(frequency: Fraction, power: int) -> float:
    return 1e6 * (float(frequency) - math.sqrt(float(frequency) / 10**power))


def half_is_kept(frequency: Fraction, power: int) -> bool:
    return abs(math.sqrt(1 / float(frequency) / 10**power) - 0.5) < 0.01


MISTAKES = (
    Mistake("text-classification/act-alone", "people never err", lambda person, wrong, _: 1 - person / wrong),
    Mistake("text-classification/act-alone", "only people's errors", lambda _, __, errors: 1 - errors),
    Mistake("text-classification/share-from-count", "as counted", lambda *drawn: 100 * drawn[2], nearly_counted_right),
    Mistake("text-classification/share-from-count", "hits alone", lambda h, _, m: 100 * m / h, nearly_all_hits),
    Mistake("text-classification/random-labels", "positives, not messages", positives),
    Mistake("text-classification/random-labels", "the whole width", lambda *d: 4 * d[2] * positives(*d)),
    Mistake("text-preprocessing/first-merge", "words, not occurrences", most_words),
    Mistake("text-preprocessing/shared-bucket", "as a ratio", lambda n, power: 100_000 * n / 2**power),
    Mistake("text-preprocessing/shared-bucket", "buckets in use", lambda n, power: 100 - share_in_use(n, power)),
    Mistake("text-preprocessing/words-lost", "what is kept", lambda _, large, small: 100 * large / small, about_half),
    Mistake("text-preprocessing/words-lost", "over the large one", lambda _, a, b: 100 * (b - a) / a),
    Mistake("named-entity-recognition/f-of-entities", "borders forgiven", borders_forgiven),
    Mistake("named-entity-recognition/f-of-entities", "right over all", lambda *drawn: 100 * drawn[0] / sum(drawn)),
    Mistake("named-entity-recognition/f-of-entities", "not missed as well", once_each),
    Mistake("named-entity-recognition/leaky-messages", "share of names", share_of_names),
    Mistake("named-entity-recognition/leaky-messages", "added up", names_that_leak, leaks_that_hardly_meet),
    Mistake("named-entity-recognition/legal-sequences", "all", lambda kinds, words: (2 * kinds + 1) ** words),
    Mistake("topic-modeling/gibbs-step", "the word alone", of_the_word, documents_are_even),
    Mistake("topic-modeling/gibbs-step", "the document alone", of_the_document, words_are_even),
    Mistake("topic-modeling/coherence", "not normalized", lambda n, a, b, both: math.log(both * n / a / b)),
    Mistake("topic-modeling/coherence", "by the union", lambda _, a, b, both: both / (a + b - both), near_the_union),
    Mistake("topic-modeling/perplexity-of-mix", "geometric mix", geometric_mix, nearly_geometric),
    Mistake("topic-modeling/perplexity-of-mix", "not by the word", lambda *drawn: arithmetic_mix(*drawn) ** 3),
    Mistake("word2vec/kept", "no root", lambda _, power: 10 ** (6 - power), is_kept_whole),
    Mistake("word2vec/kept", "those dropped", those_dropped, half_is_kept),
    Mistake("word2vec/drawn-as-negative", "by the counts", lambda counts: 100 * max(counts) / sum(counts)),
    Mistake("word2vec/drawn-as-negative", "evenly", lambda _: 25),
    Mistake("word2vec/pairs-of-session", "ends forgotten", lambda clicks, window: 2 * clicks * window),
    Mistake("word2vec/pairs-of-session", "each pair once", lambda n, m: n * m - m * (m + 1) / 2),
)
