"""Pictures of the lesson on topic modeling."""

from functools import cache
from itertools import combinations
from typing import Any

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"
TOPICS, WORDS, DOCUMENTS, LENGTH = 6, 80, 250, 60
COUNTS = (2, 3, 4, 5, 6, 7, 8, 10, 12)
RUNS, ROUNDS = 4, 60
MIX, SPREAD = 0.1, 0.02
"""What is added to each count of a topic in a document, and of a word in a topic."""


@cache
def documents() -> tuple[Any, Any]:
    """Counts of words in documents, a random half of each: what is read, and what is to be foretold."""
    import numpy as np

    rng = np.random.default_rng(0)
    topics = rng.dirichlet(np.full(WORDS, 0.08), TOPICS)
    shares = rng.dirichlet(np.full(TOPICS, 0.2), DOCUMENTS)
    halves = rng.multinomial(LENGTH, shares @ topics, size=(2, DOCUMENTS))
    return halves[0], halves[1]


def fitted(counts: Any, number: int, seed: int) -> tuple[Any, Any]:
    """Shares of topics in documents and of words in topics, by EM with smoothed counts: latent Dirichlet allocation's
    posterior mode."""
    import numpy as np

    rng = np.random.default_rng(seed)
    shares = rng.dirichlet(np.full(number, 5.0), len(counts))
    topics = rng.dirichlet(np.full(counts.shape[1], 5.0), number)
    for _ in range(ROUNDS):
        ratio = counts / (shares @ topics)
        shares, topics = shares * (ratio @ topics.T) + MIX, topics * (shares.T @ ratio) + SPREAD
        shares /= shares.sum(axis=1, keepdims=True)
        topics /= topics.sum(axis=1, keepdims=True)
    return shares, topics


def perplexity(shares: Any, topics: Any, counts: Any) -> float:
    """Of these words: the number of equally likely ones that would surprise as much."""
    import numpy as np

    return float(np.exp(-(counts * np.log(shares @ topics)).sum() / counts.sum()))


def found_again(one: Any, other: Any) -> float:
    """The share of topics that have a partner in another run, each topic one, with a cosine above 0.9."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    unit = [topics / np.linalg.norm(topics, axis=1, keepdims=True) for topics in (one, other)]
    cosines = unit[0] @ unit[1].T
    return float((cosines[linear_sum_assignment(-cosines)] > 0.9).mean())


@cache
def results() -> list[tuple[float, float]]:
    """For each number of topics: perplexity of the unseen halves, and the share of topics that runs have in common."""
    import numpy as np

    seen, unseen = documents()
    rows = []
    for number in COUNTS:
        runs = [fitted(seen, number, seed) for seed in range(RUNS)]
        foretold = np.mean([perplexity(shares, topics, unseen) for shares, topics in runs])
        common = np.mean([found_again(runs[a][1], runs[b][1]) for a, b in combinations(range(RUNS), 2)])
        rows.append((float(foretold), float(common)))
    return rows


def how_many(figure: Figure) -> None:
    """What tells the number of topics, and what does not."""
    figure.set_size_inches(5.4, 2.8)
    axes_of = figure.subplots(1, 2)
    titles = ("perplexity of unseen halves", "topics found again")
    for axes, title, values, color in zip(axes_of, titles, zip(*results(), strict=True), (BLUE, ORANGE), strict=True):
        axes.plot(COUNTS, values, "o-", color=color, markersize=4, linewidth=1.7)
        axes.axvline(TOPICS, color=INK, linewidth=1, linestyle=":")
        axes.set_title(title, color=INK, fontsize=10, loc="left")
        axes.set_xlabel("topics fitted", color=INK)
        axes.set_xticks((2, 4, 6, 8, 10, 12))
        axes.tick_params(colors=INK, labelsize=8.5, length=0)
        axes.grid(color=INK, alpha=0.15, linewidth=0.6)
        axes.spines[:].set_visible(False)
        axes.patch.set_visible(False)
    axes_of[1].set_ylim(0, 1.05)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [how_many]
