"""Pictures of the lesson on n-gram and neural language models: both learn a simulated language."""

from bisect import bisect
from functools import cache
from typing import Any

from matplotlib.figure import Figure
from matplotlib.ticker import NullLocator

INK = "#777777"
COLORS = {"3-gram": "#4477aa", "neural": "#dd7733", "both, half and half": "#55aa77"}
KINDS, EACH = 8, 15
WORDS = KINDS * EACH
"""Kinds of words that follow each other by rules, words of each kind, which are used alike, and all words."""
SIZES, TEST = (1_000, 4_000, 16_000, 64_000), 5_000
IDIOMS, FIXED = 0.15, 0.8
"""The share of pairs of words that have a word of their own after them, and how often it follows."""
DISCOUNT, WIDTH, HIDDEN, BATCH = 0.75, 12, 32, 100


def language(rng: Any, length: int) -> tuple[Any, Any]:
    """A text, and how likely each word was. A pair of kinds says which kind follows; some pairs of words are idioms."""
    import numpy as np

    rules = rng.dirichlet(np.full(KINDS, 0.15), size=(KINDS, KINDS))
    habits = 1 / np.arange(1, EACH + 1)
    habits /= habits.sum()
    idioms = np.where(rng.random((WORDS, WORDS)) < IDIOMS, rng.integers(WORDS, size=(WORDS, WORDS)), -1).tolist()
    sums, which = rules.cumsum(axis=2).tolist(), rng.choice(EACH, p=habits, size=length).tolist()
    draws, fixed = rng.random(length).tolist(), (rng.random(length) < FIXED).tolist()
    text, chances = [0, 0], []
    for draw, set_phrase, member in zip(draws, fixed, which, strict=True):
        one, other = text[-2], text[-1]
        idiom = idioms[one][other]
        kind = min(bisect(sums[one // EACH][other // EACH], draw), KINDS - 1)
        word = idiom if idiom >= 0 and set_phrase else kind * EACH + member
        free = rules[one // EACH, other // EACH, word // EACH] * habits[word % EACH]
        chances.append(free if idiom < 0 else FIXED * (word == idiom) + (1 - FIXED) * free)
        text.append(word)
    return np.array(text[2:]), np.array(chances)


def kneser_ney(text: Any) -> Any:
    """Interpolated, of order three: the probability of each word after each two."""
    import numpy as np

    triples = (text[:-2] * WORDS + text[1:-1]) * WORDS + text[2:]
    counts = np.bincount(triples, minlength=WORDS**3).reshape((WORDS,) * 3).astype(float)

    def upon(counts: Any, lower: Any) -> Any:
        total = counts.sum(axis=-1, keepdims=True)
        kept = np.maximum(counts - DISCOUNT, 0) / np.maximum(total, 1)
        left = np.where(total > 0, DISCOUNT * (counts > 0).sum(axis=-1, keepdims=True) / np.maximum(total, 1), 1)
        return kept + left * lower

    before = (counts > 0).sum(axis=0)
    first = (before > 0).sum(axis=0)
    return upon(counts, upon(before, upon(first[None], np.full(WORDS, 1 / WORDS)))[None])


def network(text: Any, rng: Any) -> Any:
    """Two vectors of words, a hidden layer and a softmax, by Adam: a function from two words to probabilities."""
    import numpy as np
    from scipy.special import softmax

    shapes = ((WORDS, WIDTH), (2 * WIDTH, HIDDEN), (HIDDEN, WORDS), (1, HIDDEN), (1, WORDS))
    weights = [rng.normal(scale=0.3 if shape[0] > 1 else 0.0, size=shape) for shape in shapes]
    moments = [(np.zeros(shape), np.zeros(shape)) for shape in shapes]
    pairs, after = np.stack([text[:-2], text[1:-1]], axis=1), text[2:]

    def forward(pair: Any) -> tuple[Any, Any, Any]:
        vectors = weights[0][pair].reshape(len(pair), -1)
        hidden = np.tanh(vectors @ weights[1] + weights[3])
        return vectors, hidden, softmax(hidden @ weights[2] + weights[4], axis=1)

    steps = min(1_200, 60 + len(text) // 30)
    for step in range(1, steps + 1):
        at = rng.integers(len(after), size=BATCH)
        vectors, hidden, slope = forward(pairs[at])
        slope[np.arange(BATCH), after[at]] -= 1
        slope /= BATCH
        inner = (slope @ weights[2].T) * (1 - hidden**2)
        of_vectors = np.zeros(shapes[0])
        np.add.at(of_vectors, pairs[at], (inner @ weights[1].T).reshape(BATCH, 2, WIDTH))
        slopes = (of_vectors, vectors.T @ inner, hidden.T @ slope, inner.sum(0)[None], slope.sum(0)[None])
        for weight, (mean, square), found in zip(weights, moments, slopes, strict=True):
            mean += 0.1 * (found - mean)
            square += 0.01 * (found**2 - square)
            size = 0.02 * (1 - 0.9 * step / steps) / (1 - 0.9**step)
            weight -= size * mean / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return lambda pair: forward(pair)[2]


@cache
def perplexities(seed: int = 0) -> dict[str, list[float]]:
    import numpy as np

    rng = np.random.default_rng(seed)
    text, chances = language(rng, max(SIZES) + TEST)
    test = text[-TEST:]
    found: dict[str, list[float]] = {name: [] for name in COLORS}
    found["truth"] = [float(np.exp(-np.log(chances[-TEST + 2 :]).mean()))]
    pairs = np.stack([test[:-2], test[1:-1]], axis=1)
    for size in SIZES:
        counted = kneser_ney(text[:size])[pairs[:, 0], pairs[:, 1], test[2:]]
        learned = network(text[:size], rng)(pairs)[np.arange(TEST - 2), test[2:]]
        for name, chance in zip(COLORS, (counted, learned, (counted + learned) / 2), strict=True):
            found[name].append(float(np.exp(-np.log(chance).mean())))
    return found


def two_models(figure: Figure) -> None:
    """Perplexity on new text by the words of training."""
    figure.set_size_inches(5.4, 2.9)
    axes = figure.subplots()
    found = perplexities()
    for name, color in COLORS.items():
        axes.plot(SIZES, found[name], "o-", color=color, markersize=4, linewidth=1.7, label=name)
    axes.axhline(found["truth"][0], color=INK, linewidth=1, linestyle=":")
    start = (SIZES[0], found["truth"][0])
    axes.annotate("the language itself", start, (0, 4), textcoords="offset points", color=INK, fontsize=8.5)
    axes.set(xscale="log", ylim=(0, 145), xticks=SIZES)
    axes.xaxis.set_major_formatter(lambda count, _: f"{count:,.0f}")
    axes.xaxis.set_minor_locator(NullLocator())
    axes.set_title("perplexity on new text", color=INK, fontsize=10, loc="left")
    axes.set_xlabel("words of training", color=INK)
    axes.legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="upper right")
    axes.tick_params(colors=INK, labelsize=8.5, length=0)
    axes.grid(color=INK, alpha=0.15, linewidth=0.6)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [two_models]
