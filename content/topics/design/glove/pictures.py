"""Pictures of the lesson on GloVe."""

from typing import Any

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"
WORDS, THEMES, LONG = 1_000, 20, 12
UNLABELED, TESTED, DIMENSIONS = 20_000, 2_000, 20
SIZES = (25, 50, 100, 200, 400, 800, 1_600, 3_200, 6_400)


def texts(count: int, rng: Any) -> Any:
    """Texts of twelve words, of two themes each. A theme has fifty words, the first of which are frequent."""
    import numpy as np

    each = WORDS // THEMES
    common = 1 / np.arange(1, each + 1) ** 0.7
    places = np.searchsorted(np.cumsum(common / common.sum()), rng.random((count, LONG)))
    pairs = rng.integers(THEMES, size=(count, 2))
    themes = np.where(rng.random((count, LONG)) < 0.5, pairs[:, :1], pairs[:, 1:])
    return themes * each + np.minimum(places, each - 1)


def glove(rows: Any, steps: int = 6) -> Any:
    """Word vectors from the words that stand in one text, each pair counting one over its distance.

    The objective is GloVe's. Given the context vectors, each word's vector and bias are a weighted least squares
    problem, so the two sides are solved for by turns.
    """
    import numpy as np

    counts = np.zeros(WORDS * WORDS)
    for apart in range(1, LONG):
        pairs = rows[:, :-apart].astype(np.int64) * WORDS + rows[:, apart:]
        counts += np.bincount(pairs.ravel(), minlength=WORDS * WORDS) / apart
    counts = counts.reshape(WORDS, WORDS)
    counts += counts.T
    weights = np.minimum((counts / 100) ** 0.75, 1)
    logs = np.log(np.where(counts > 0, counts, 1))
    rng = np.random.default_rng(0)
    sides = [rng.normal(scale=0.1, size=(WORDS, DIMENSIONS)) for _ in range(2)]
    biases = [np.zeros(WORDS), np.zeros(WORDS)]
    for step in range(2 * steps):
        this, other = step % 2, 1 - step % 2
        basis = np.column_stack([sides[other], np.ones(WORDS)])
        flat = (basis[:, :, None] * basis[:, None, :]).reshape(WORDS, -1)
        left = (weights @ flat).reshape(WORDS, DIMENSIONS + 1, DIMENSIONS + 1) + 0.01 * np.eye(DIMENSIONS + 1)
        right = (weights * (logs - biases[other])) @ basis
        solved = np.linalg.solve(left, right[:, :, None])[:, :, 0]
        sides[this], biases[this] = solved[:, :-1], solved[:, -1]
    return sides[0] + sides[1]


def measured() -> dict[str, list[float]]:
    """Accuracy on new texts by the number of labeled ones, from mean vectors and from the words themselves."""
    import numpy as np
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    rng = np.random.default_rng(1)
    vectors = glove(texts(UNLABELED, rng))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    worth = np.repeat(rng.normal(size=THEMES), WORDS // THEMES) + rng.normal(size=WORDS)
    rows = texts(SIZES[-1] + TESTED, rng)
    totals = worth[rows].sum(axis=1)
    labels = totals > np.median(totals)
    found: dict[str, list[float]] = {"mean GloVe vectors": [], "bag of words": []}
    where = np.repeat(np.arange(len(rows)), LONG), rows.ravel()
    bag = csr_matrix((np.ones(rows.size), where), shape=(len(rows), WORDS))
    means = vectors[rows].mean(axis=1) * 5
    for name, features in (("mean GloVe vectors", means), ("bag of words", bag)):
        for size in SIZES:
            model = LogisticRegression(C=0.3, max_iter=200).fit(features[:size], labels[:size])
            found[name].append(float(model.score(features[-TESTED:], labels[-TESTED:])))
    return found


def few_labels(figure: Figure) -> None:
    """Accuracy by the number of labeled texts, from mean vectors and from the words themselves."""
    figure.set_size_inches(5.4, 3.0)
    axes = figure.subplots()
    for (name, values), color, mark in zip(measured().items(), (BLUE, ORANGE), "os", strict=True):
        axes.plot(SIZES, values, f"{mark}-", color=color, markersize=4, linewidth=1.7, label=name)
    axes.set(xscale="log", ylim=(0.6, 1), xticks=SIZES[::2])
    axes.xaxis.set_major_formatter(lambda size, _: f"{size:,.0f}")
    axes.yaxis.set_major_formatter(lambda share, _: f"{100 * share:.0f}%")
    axes.minorticks_off()
    axes.set_xlabel("labeled texts", color=INK)
    axes.set_title("accuracy on new texts", color=INK, fontsize=10, loc="left")
    axes.legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="lower right")
    axes.tick_params(colors=INK, labelsize=8.5, length=0)
    axes.grid(color=INK, alpha=0.15, linewidth=0.6)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [few_labels]
