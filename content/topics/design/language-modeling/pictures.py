"""Pictures of the lesson on language modeling."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE, GREEN = "#4477aa", "#dd7733", "#55aa77"
WORDS, TRAINING, TESTED = 300, 128_000, 4_000
SIZES = tuple(TRAINING // 2**halvings for halvings in range(7, -1, -1))
DISCOUNT = 0.75
"""What absolute discounting takes from each count."""


def language() -> tuple[list[int], float]:
    """A text in a made-up language, and the perplexity of its own probabilities on the part for testing.

    The next word depends on the two before it: each word, and each pair of groups of words, has a few favorites.
    """
    import numpy as np

    rng = np.random.default_rng(0)
    common = 1 / np.arange(1, WORDS + 1)
    common /= common.sum()
    after_word = rng.dirichlet(0.02 * np.ones(WORDS), WORDS)
    after_pair = rng.dirichlet(0.01 * np.ones(WORDS), (12, WORDS))
    group = rng.integers(12, size=WORDS)
    draws = rng.random(TRAINING + TESTED).tolist()
    tables: dict[tuple[int, int], tuple[Any, Any]] = {}
    text, logs = [0, 1], 0.0
    for place, draw in enumerate(draws):
        key = int(group[text[-2]]), text[-1]
        if key not in tables:
            chances = 0.2 * common + 0.3 * after_word[key[1]] + 0.5 * after_pair[key]
            tables[key] = chances, np.cumsum(chances)
        chances, sums = tables[key]
        text.append(min(int(np.searchsorted(sums, draw)), WORDS - 1))
        if place >= TRAINING:
            logs += float(np.log(chances[text[-1]]))
    return text[2:], float(np.exp(-logs / TESTED))


def add_one(text: Sequence[int], tested: Sequence[int], order: int) -> float:
    """The perplexity of n-grams of this order, with one added to each count."""
    import numpy as np

    pairs = Counter(zip(*(text[shift:] for shift in range(order)), strict=False))
    before = Counter(zip(*(text[shift:] for shift in range(order - 1)), strict=False))
    rows = list(zip(*(tested[shift:] for shift in range(order)), strict=False))
    return float(np.exp(-np.mean([np.log((pairs[row] + 1) / (before[row[:-1]] + WORDS)) for row in rows])))


def kneser_ney(text: Sequence[int], tested: Sequence[int], order: int) -> float:
    """The perplexity of n-grams of this order, interpolated with the shorter ones as Kneser and Ney do."""
    import numpy as np

    levels = []
    grams = Counter(zip(*(text[shift:] for shift in range(order)), strict=False))
    for _ in range(order):
        total: dict[tuple[int, ...], int] = defaultdict(int)
        kinds: dict[tuple[int, ...], int] = defaultdict(int)
        for row, count in grams.items():
            total[row[:-1]] += count
            kinds[row[:-1]] += 1
        levels.append((grams, total, kinds))
        grams = Counter(row[1:] for row in grams)

    def chance(row: tuple[int, ...], level: int) -> float:
        if level == order:
            return 1 / WORDS
        counts, total, kinds = levels[level]
        seen = total.get(row[:-1], 0)
        shorter = chance(row[1:], level + 1)
        if not seen:
            return shorter
        return (max(counts.get(row, 0) - DISCOUNT, 0) + DISCOUNT * kinds[row[:-1]] * shorter) / seen

    rows = list(zip(*(tested[shift:] for shift in range(order)), strict=False))
    return float(np.exp(-np.mean([np.log(chance(row, 0)) for row in rows])))


def measured() -> tuple[dict[str, list[float]], float]:
    """Perplexity on held-out text by size of the training text, for each model, and that of the language itself."""
    text, truth = language()
    tested = text[TRAINING:]
    models = {
        "bigrams, add one": (add_one, 2),
        "trigrams, add one": (add_one, 3),
        "trigrams, Kneser-Ney": (kneser_ney, 3),
    }
    found = {
        name: [model(text[TRAINING - size : TRAINING], tested, order) for size in SIZES]
        for name, (model, order) in models.items()
    }
    return found, truth


def smoothing(figure: Figure) -> None:
    """Perplexity by size of the training text: what smoothing does to a longer context."""
    figure.set_size_inches(5.4, 3.1)
    axes = figure.subplots()
    found, truth = measured()
    for (name, values), color, mark in zip(found.items(), (BLUE, ORANGE, GREEN), "o^s", strict=True):
        axes.plot(SIZES, values, f"{mark}-", color=color, markersize=4, linewidth=1.7, label=name)
    axes.axhline(truth, color=INK, linewidth=1, linestyle=":")
    axes.annotate("the language itself", (900, truth), (0, -12), textcoords="offset points", color=INK, fontsize=8.5)
    axes.set(xscale="log", ylim=(0, 340), xticks=SIZES[::2])
    axes.xaxis.set_major_formatter(lambda size, _: f"{size:,.0f}")
    axes.minorticks_off()
    axes.set_xlabel("words of training text", color=INK)
    axes.set_title("perplexity on held-out text", color=INK, fontsize=10, loc="left")
    axes.legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="lower left", bbox_to_anchor=(0, 0.11))
    axes.tick_params(colors=INK, labelsize=8.5, length=0)
    axes.grid(color=INK, alpha=0.15, linewidth=0.6)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [smoothing]
