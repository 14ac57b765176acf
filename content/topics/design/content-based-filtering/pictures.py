"""Pictures of the lesson on content-based filtering."""

from typing import Any

from matplotlib.figure import Figure

INK = "#777777"
COLORS = {"both": "#229988", "behavior": "#dd7733", "content": "#4477aa"}
USERS, MOVIES, GENRES, HIDDEN, WATCHED, HELD = 1_500, 600, 12, 8, 20, 5
COUNTS = (0, 1, 2, 4, 8, 16, 32)


def watches(rng: Any) -> tuple[Any, Any]:
    """Genres of movies, and 25 movies of each user: tastes are partly in genres, partly in what nobody wrote down."""
    import numpy as np

    genres = (rng.random((MOVIES, GENRES)) < 0.2).astype(float)
    genres[genres.sum(axis=1) == 0, 0] = 1
    traits = rng.normal(size=(MOVIES, HIDDEN)) / np.sqrt(HIDDEN)
    known, unknown = rng.normal(0, 1.7, (USERS, GENRES)), rng.normal(0, 2.0, (USERS, HIDDEN))
    wish = known @ (genres / np.sqrt(genres.sum(axis=1, keepdims=True))).T + unknown @ traits.T
    best = np.argsort(-wish - rng.gumbel(size=wish.shape), axis=1)[:, : WATCHED + HELD]
    return genres, rng.permuted(best, axis=1)


def likeness(watched: Any, genres: Any) -> dict[str, Any]:
    """How alike movies are by common watchers, by genres, and by both; columns are the movies to be scored."""
    import numpy as np

    number = watched.sum(axis=0)
    common = watched.T @ watched
    np.fill_diagonal(common, 0)
    behavior = common / np.sqrt(np.outer(np.maximum(number, 1), np.maximum(number, 1))) * common / (common + 2)
    vectors = genres * np.log(MOVIES / genres.sum(axis=0))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    content = vectors @ vectors.T
    content *= behavior[behavior > 0].mean() / content.mean()
    weight = number / (number + 5)
    return {"content": content, "behavior": behavior, "both": weight * behavior + (1 - weight) * content}


def recalls(watchers: int, seed: int = 0) -> dict[str, float]:
    """Recall@10 among the half of movies that are new, of which so many watchers are known."""
    import numpy as np

    rng = np.random.default_rng(seed)
    genres, movies = watches(rng)
    watched = np.zeros((USERS, MOVIES))
    watched[np.arange(USERS)[:, None], movies[:, :WATCHED]] = 1
    new, known, held = rng.random(MOVIES) < 0.5, watched.copy(), movies[:, WATCHED:]
    for movie in np.flatnonzero(new):
        known[rng.permutation(np.flatnonzero(watched[:, movie]))[watchers:], movie] = 0
    found = {}
    for name, alike in likeness(known, genres).items():
        scores = known @ alike + 1e-9 * rng.random(watched.shape)
        ranked = np.argpartition(-np.where((watched > 0) | ~new, -np.inf, scores), 10, axis=1)[:, :10]
        hit = (ranked[:, None, :] == held[:, :, None]).any(axis=2)
        found[name] = float(hit[new[held]].mean())
    return found


def by_watchers(figure: Figure) -> None:
    """Recall on new movies by how many have watched each."""
    figure.set_size_inches(5.4, 2.9)
    axes = figure.subplots()
    found = [recalls(count) for count in COUNTS]
    for name, color in COLORS.items():
        axes.plot(range(len(COUNTS)), [one[name] for one in found], color=color, lw=1.8, marker="o", ms=4, label=name)
    axes.axhline(2 * 10 / MOVIES, color=INK, lw=1, ls=":")
    axes.text(len(COUNTS) - 1, 2 * 10 / MOVIES - 0.017, "by chance", color=INK, fontsize=8.5, ha="right")
    axes.set_xticks(range(len(COUNTS)), [str(count) for count in COUNTS])
    axes.set(ylim=(0, 0.31))
    axes.set_xlabel("watchers known of each new movie", color=INK)
    axes.set_title("recall@10 on new movies", color=INK, fontsize=10, loc="left")
    axes.legend(frameon=False, labelcolor=INK, fontsize=9, loc="upper left")
    axes.tick_params(colors=INK, labelsize=8.5, length=0)
    axes.grid(color=INK, alpha=0.15, linewidth=0.6)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [by_watchers]
