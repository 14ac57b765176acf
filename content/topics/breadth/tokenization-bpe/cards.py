"""Numeric cards on byte pair encoding: counting, encoding, and what a vocabulary costs."""

from itertools import pairwise
from random import Random

from sharpen.domain.card import Numeric

STEMS = ["lo", "li", "ma", "te", "ra", "no"]
ENDS = ["t", "ts", "ter", "tes", "test", "tit"]


def occurrences(words: dict[str, int], pair: str) -> int:
    """How often two letters are neighbors, over all words with their counts."""
    return sum(count for word, count in words.items() for two in pairwise(word) if "".join(two) == pair)


def draw_words(rng: Random) -> tuple[dict[str, int], str]:
    """Three words with counts, and the pair that is most frequent in them."""
    while True:
        stem = rng.choice(STEMS)
        words = {stem + end: count for end, count in zip(rng.sample(ENDS, 3), rng.sample(range(2, 10), 3), strict=True)}
        pairs = {"".join(two) for word in words for two in pairwise(word)}
        tally = sorted(((occurrences(words, pair), pair) for pair in pairs), reverse=True)
        if tally[0][0] > tally[1][0]:
            return words, tally[0][1]


def pair_count(rng: Random) -> Numeric:
    words, pair = draw_words(rng)
    answer = occurrences(words, pair)
    shown = ", ".join(f"{word} x {count}" for word, count in words.items())
    places = {word: sum("".join(two) == pair for two in pairwise(word)) for word in words}
    terms = " + ".join(f"{places[word]} \\cdot {count}" for word, count in words.items())
    return Numeric(
        f"BPE starts to train on {shown}, letter by letter. How often does its first merge, ({pair[0]}, {pair[1]}), "
        "occur as a pair of neighbors?",
        answer,
        f"Places in each word, times the word's count: ${terms} = {answer}$.",
    )


def encoded(word: str, merges: list[tuple[str, str]]) -> list[str]:
    """The tokens of a word: the known pair that was learned first is merged next."""
    symbols = list(word)
    while known := [pair for pair in merges if pair in set(pairwise(symbols))]:
        joined: list[str] = []
        for symbol in symbols:
            if joined and (joined[-1], symbol) == known[0]:
                joined[-1] += symbol
            else:
                joined.append(symbol)
        symbols = joined
    return symbols


def draw_encoding(rng: Random) -> tuple[str, list[tuple[str, str]]]:
    """A word, and merges in an order in which leftmost-first would give another number of tokens."""
    merges = [("a", "b"), ("b", "c"), ("ab", "c"), ("c", "a"), ("bc", "a"), ("a", "bc"), ("c", "c"), ("ab", "ab")]
    while True:
        word = "".join(rng.choice("abc") for _ in range(rng.randint(7, 9)))
        chosen = rng.sample(merges, 4)
        if (
            len(encoded(word, chosen)) != len(encoded(word, chosen[::-1]))
            and len(encoded(word, chosen)) < len(word) - 2
        ):
            return word, chosen


def tokens_of_a_word(rng: Random) -> Numeric:
    word, merges = draw_encoding(rng)
    tokens = encoded(word, merges)
    shown = ", ".join(f"({one}, {other})" for one, other in merges)
    return Numeric(
        f"A tokenizer has learned the merges {shown}, in this order. Into how many tokens does it cut `{word}`?",
        len(tokens),
        f"Of the pairs that are there, the one learned first is merged next, until none is left: {', '.join(tokens)}.",
    )


def table_share(vocabulary: int, width: int, rest: int, shared: bool) -> float:
    """The share in percent of all parameters that lie in embedding and output layer; `rest` are the others."""
    table = vocabulary * width * (1 if shared else 2)
    return 100 * table / (table + rest)


def share_of_the_tables(rng: Random) -> Numeric:
    vocabulary, width = rng.choice([32_000, 50_000, 100_000, 128_000]), rng.choice([512, 768, 1024, 2048])
    layers, shared = rng.choice([6, 12, 16, 24]), rng.random() < 0.5
    rest = 12 * layers * width**2
    answer = table_share(vocabulary, width, rest, shared)
    tables = vocabulary * width * (1 if shared else 2)
    return Numeric(
        f"A language model of {layers} layers has the width $d = {width}$, so about $12 d^2$ parameters a layer, and a "
        f"vocabulary of {vocabulary:,}. Embedding and output layer {'share one matrix' if shared else 'are separate'}. "
        "Which share of all parameters lies in them, in percent? Within 3% of it is right.",
        answer,
        f"{'One matrix' if shared else 'Two matrices'} of ${vocabulary:,} \\cdot {width}$: {tables / 1e6:.1f} million. "
        f"The layers have $12 \\cdot {layers} \\cdot {width}^2$: {rest / 1e6:.1f} million. The share is "
        f"${tables / 1e6:.1f} / {(tables + rest) / 1e6:.1f} = {answer:.1f}\\,\\%$.",
        0.03 * answer,
        "%",
    )


CARDS = [pair_count, tokens_of_a_word, share_of_the_tables]
