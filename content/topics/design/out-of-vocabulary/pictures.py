"""Pictures of the lesson on words out of vocabulary: what a larger vocabulary helps, in a simulated language."""

from functools import cache
from typing import Any

from matplotlib.figure import Figure
from matplotlib.ticker import NullLocator

INK = "#777777"
COLORS = {100_000: "#dd7733", 1_000_000: "#4477aa"}
TYPES, SHIFT, POWER, TEST = 1_000_000, 30.0, 1.45, 200_000
"""Words of the language, and the law of their frequencies: 1 / (rank + shift) ** power; and words of a new text."""
SIZES = (1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000)


@cache
def unknown() -> dict[int, tuple[list[tuple[int, float]], float]]:
    """By the words of a training text: how much of a new text vocabularies miss, and how much words seen once foretell.

    A vocabulary is the most frequent words of the training text, at the end all of them. Shares are in percent.
    """
    import numpy as np

    rng = np.random.default_rng(0)
    sums = np.cumsum((np.arange(1, TYPES + 1) + SHIFT) ** -POWER)

    def text(words: int) -> Any:
        return np.searchsorted(sums, rng.random(words) * sums[-1])

    new, found = text(TEST), {}
    for words in COLORS:
        counts = np.bincount(text(words), minlength=TYPES)
        order, known = np.argsort(-counts, kind="stable"), int((counts > 0).sum())
        rank = np.empty(TYPES, dtype=int)
        rank[order] = np.arange(TYPES)
        sizes = [*(size for size in SIZES if size < known), known]
        missed = [(size, float(100 * (rank[new] >= size).mean())) for size in sizes]
        found[words] = missed, float(100 * (counts == 1).sum() / words)
    return found


def missed_words(figure: Figure) -> None:
    """The share of a new text that vocabularies miss, by their size, until a training text has no more words."""
    figure.set_size_inches(5.4, 2.8)
    axes = figure.subplots()
    for words, color in COLORS.items():
        missed, said = unknown()[words]
        sizes, shares = zip(*missed, strict=True)
        axes.plot(sizes, shares, "o-", color=color, markersize=4, linewidth=1.7, label=f"from {words:,} words of text")
        axes.axhline(said, color=color, linewidth=1, linestyle=":")
    axes.set(xscale="log", ylim=(0, 21), xticks=[1_000, 10_000, 100_000], xlim=(900, 110_000))
    axes.xaxis.set_major_formatter(lambda size, _: f"{size:,.0f}")
    axes.xaxis.set_minor_locator(NullLocator())
    axes.set_title("words of a new text that are unknown, %", color=INK, fontsize=10, loc="left")
    axes.set_xlabel("words in the vocabulary", color=INK)
    axes.legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="upper right")
    axes.tick_params(colors=INK, labelsize=8.5, length=0)
    axes.grid(color=INK, alpha=0.15, linewidth=0.6)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [missed_words]
