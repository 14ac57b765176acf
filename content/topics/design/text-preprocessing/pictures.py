"""Pictures of the lesson on text preprocessing."""

import random
from collections import Counter, defaultdict
from itertools import pairwise

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"
STEMS, ENDINGS, TOKENS = 120, 6, 20_000
MERGES = 240
"""Stems and endings of a made-up language, words of running text, and merges that are learned."""

Word = tuple[str, ...]
Pair = tuple[str, str]


def language(consonants: str, vowels: str, seed: int) -> Counter[Word]:
    """How often each word comes in running text: stems by Zipf's law, each with any of the endings."""
    rng = random.Random(seed)
    syllables = [a + b for a in consonants for b in vowels]
    stems = ["".join(rng.choices(syllables, k=rng.choice((2, 3)))) for _ in range(STEMS)]
    endings = ["".join(rng.choices(syllables, k=1)) + rng.choice(consonants) for _ in range(ENDINGS)]
    ranks = [1 / rank for rank in range(1, STEMS + 1)]
    text = zip(rng.choices(stems, ranks, k=TOKENS), rng.choices(endings, k=TOKENS), strict=True)
    return Counter((*stem, *ending, "_") for stem, ending in text)


def merged(word: Word, pair: Pair) -> Word:
    """A word in which the pair is one piece, wherever it occurs, from the left."""
    pieces: list[str] = []
    place = 0
    while place < len(word):
        together = word[place : place + 2] == pair
        pieces.append("".join(pair) if together else word[place])
        place += 2 if together else 1
    return tuple(pieces)


def learned(words: dict[Word, float], merges: int) -> list[Pair]:
    """The merges of byte-pair encoding, the most frequent pair first; the first in the alphabet breaks a tie."""
    pieces, found = dict.fromkeys(words), list[Pair]()
    current = {word: word for word in pieces}
    counts: defaultdict[Pair, float] = defaultdict(float)
    for word, number in words.items():
        for pair in pairwise(word):
            counts[pair] += number
    for _ in range(merges):
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        found.append(best)
        for word, now in current.items():
            if best[0] in now and best in pairwise(now):
                after = merged(now, best)
                for sign, version in ((-1, now), (1, after)):
                    for pair in pairwise(version):
                        counts[pair] += sign * words[word]
                current[word] = after
        del counts[best]
    return found


def pieces_per_word(words: Counter[Word], merges: list[Pair]) -> list[float]:
    """How many pieces a word of running text has, before the first merge and after each of them."""
    current, total = {word: word for word in words}, words.total()
    lengths = [sum(number * len(word) for word, number in words.items()) / total]
    saved = lengths[0] * total
    for pair in merges:
        for word, now in current.items():
            if pair[0] in now and pair in pairwise(now):
                current[word] = merged(now, pair)
                saved -= words[word] * (len(now) - len(current[word]))
        lengths.append(saved / total)
    return lengths


def mixed(small: float) -> tuple[list[float], list[float]]:
    """Pieces per word in the large and in the small language, if the small one is that share of the training text."""
    large, little = language("bdglmnrst", "aeio", 1), language("kpfvzhjw", "aeuy", 2)
    words = {word: (1 - small) * number for word, number in large.items()}
    for word, number in little.items():
        words[word] = words.get(word, 0) + small * number
    merges = learned(words, MERGES)
    return pieces_per_word(large, merges), pieces_per_word(little, merges)


def pieces(figure: Figure) -> None:
    """Pieces per word in two languages by the size of the vocabulary that they share."""
    figure.set_size_inches(5.4, 3.1)
    axes = figure.subplots()
    for share, line, name in ((0.02, "-", "2% of the text"), (0.5, "--", "half of the text")):
        large, small = mixed(share)
        axes.plot(small, line, color=ORANGE, linewidth=1.8, label=f"small language, {name}")
        axes.plot(large, line, color=BLUE, linewidth=1.8, label="large language" + ", the rest" * (share < 0.5))
    axes.set(ylim=(0, 9), xlim=(0, MERGES))
    axes.set_xlabel("merges learned", color=INK)
    axes.set_title("pieces per word", color=INK, fontsize=10, loc="left")
    axes.legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="lower center", bbox_to_anchor=(0.5, 1.06), ncols=2)
    axes.tick_params(colors=INK, labelsize=8.5, length=0)
    axes.grid(color=INK, alpha=0.15, linewidth=0.6)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [pieces]
