"""Pictures of the lesson on collaborative filtering."""

from typing import Any

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"
USERS, MOVIES, DAYS = 4_000, 400, 56


def watches(seed: int) -> Any:
    """Rows of day, user, movie: most users stay for four days, and a release fades in some weeks."""
    import numpy as np

    rng = np.random.default_rng(seed)
    born = np.concatenate([-rng.exponential(40, MOVIES // 2), rng.uniform(0, DAYS, MOVIES // 2)])
    genre, appeal = rng.integers(0, 8, MOVIES), rng.normal(0, 1, MOVIES)
    stays = rng.random(USERS) < 0.1
    first = np.where(stays, rng.uniform(-40, DAYS, USERS), rng.uniform(0, DAYS, USERS))
    taste = rng.normal(0, 1.6, (USERS, 8))
    seen, rows = np.zeros((USERS, MOVIES), bool), []
    for day in range(DAYS):
        active = (first <= day) & (day <= first + np.where(stays, 60, 4))
        here = np.flatnonzero(active & (rng.random(USERS) < np.where(stays, 0.35, 0.8)))
        wish = appeal + 4 * np.exp(-(day - born) / 20) + taste[here][:, genre] + rng.gumbel(size=(len(here), MOVIES))
        wish[seen[here] | (born > day)] = -np.inf
        movie = wish.argmax(axis=1)
        seen[here, movie] = True
        rows.append(np.column_stack([np.full(len(here), day), here, movie]))
    return np.concatenate(rows)


def recalls(train: Any, test: Any, recent: int) -> tuple[float, float]:
    """Recall@10 of popularity in the last days of `train`, and of item-based neighbors."""
    import numpy as np

    known = np.zeros((USERS, MOVIES))
    known[train[:, 1], train[:, 2]] = 1
    fresh = train[:, 0] > train[:, 0].max() - recent
    popular = np.bincount(train[fresh, 2], minlength=MOVIES).astype(float)
    both = known.T @ known
    count = np.maximum(both.diagonal().copy(), 1)
    np.fill_diagonal(both, 0)
    near = both / np.sqrt(np.outer(count, count)) * both / (both + 5)
    found = []
    for scores in (np.tile(popular, (USERS, 1)), known @ near + 1e-6 * popular):
        ranked = np.argpartition(-np.where(known > 0, -np.inf, scores), 10, axis=1)[:, :10]
        found.append(float((ranked[test[:, 1]] == test[:, 2:]).any(axis=1).mean()))
    return found[0], found[1]


def compared(seed: int) -> tuple[tuple[float, float], tuple[float, float]]:
    """Recalls when the last two watches of those with four are left out, and when the last week is."""
    import numpy as np

    rows = watches(seed)
    rows = rows[np.lexsort((rows[:, 0], rows[:, 1]))]
    number = np.bincount(rows[:, 1], minlength=USERS)
    place = np.arange(len(rows)) - (np.cumsum(number) - number)[rows[:, 1]]
    last = (number[rows[:, 1]] >= 4) & (place >= number[rows[:, 1]] - 2)
    later = rows[:, 0] >= DAYS - 7
    return recalls(rows[~last], rows[last], DAYS), recalls(rows[~later], rows[later], 7)


def two_splits(figure: Figure) -> None:
    """Popularity and neighbors under two splits of the same simulated watches, means of three seeds."""
    import numpy as np

    figure.set_size_inches(5.4, 2.3)
    axes = figure.subplots()
    found = np.mean([compared(seed) for seed in range(3)], axis=0)
    for shift, color, name in ((0, BLUE, "popularity"), (1, ORANGE, "item-based neighbors")):
        places = np.array([3.0, 0.0]) - shift
        axes.barh(places, found[:, shift], color=color, height=0.85, label=name)
        for place, value in zip(places, found[:, shift], strict=True):
            axes.text(value + 0.002, place, f"{value:.3f}", color=INK, fontsize=9, va="center")
    axes.set_yticks([2.5, -0.5], ["last two watches\nleft out", "last week\nleft out"], color=INK, fontsize=9)
    axes.set(xlim=(0, 0.25), xticks=[])
    axes.set_title("recall@10", color=INK, fontsize=10, loc="left")
    axes.legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="center right")
    axes.tick_params(colors=INK, labelsize=8.5, length=0)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [two_splits]
