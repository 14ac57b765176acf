"""Pictures of the lesson on matrix factorization."""

from typing import Any

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"
USERS, MOVIES, TRUE, NOISE, KNOWN = 300, 200, 4, 0.7, 0.12
RANKS = (1, 2, 3, 4, 6, 8, 12, 16)


def errors(rank: int, penalty: float, rounds: int = 15) -> tuple[float, float]:
    """Root mean squared errors of alternating least squares on ratings of rank 4, trained on 12 % and on others."""
    import numpy as np

    rng = np.random.default_rng(0)
    rating: Any = rng.normal(size=(USERS, TRUE)) @ rng.normal(size=(MOVIES, TRUE)).T / 2
    rating += rng.normal(0, NOISE, rating.shape)
    drawn = rng.random(rating.shape)
    train, test = drawn < KNOWN, (drawn >= KNOWN) & (drawn < 2 * KNOWN)
    users, movies = rng.normal(0, 0.1, (USERS, rank)), rng.normal(0, 0.1, (MOVIES, rank))
    for _ in range(rounds):
        for mine, other, values, known in ((users, movies, rating, train), (movies, users, rating.T, train.T)):
            squares = (other[:, :, None] * other[:, None, :]).reshape(len(other), -1)
            left = (known @ squares).reshape(-1, rank, rank) + penalty * np.eye(rank)
            mine[:] = np.linalg.solve(left, ((known * values) @ other)[..., None])[..., 0]
    squared = (users @ movies.T - rating) ** 2
    return float(np.sqrt(squared[train].mean())), float(np.sqrt(squared[test].mean()))


def ranks_and_penalty(figure: Figure) -> None:
    """Errors by rank, with a weak and with a strong penalty; the truth has rank 4."""
    figure.set_size_inches(5.4, 2.9)
    axes = figure.subplots()
    for penalty, color in ((0.1, ORANGE), (4.0, BLUE)):
        found = [errors(rank, penalty) for rank in RANKS]
        axes.plot(RANKS, [one[1] for one in found], color=color, lw=1.8, label=f"new ratings, $\\lambda = {penalty:g}$")
        axes.plot(RANKS, [one[0] for one in found], color=color, lw=1.4, ls="--", label="those trained on")
    axes.axhline(NOISE, color=INK, lw=1, ls=":")
    axes.text(16, NOISE + 0.02, "noise", color=INK, fontsize=8.5, ha="right")
    axes.set(ylim=(0, 2.4), yticks=(0, 0.5, 1, 1.5), xticks=RANKS)
    axes.set_xlabel("factors", color=INK)
    axes.set_title("root mean squared error", color=INK, fontsize=10, loc="left")
    axes.legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="upper left", ncols=2)
    axes.tick_params(colors=INK, labelsize=8.5, length=0)
    axes.grid(color=INK, alpha=0.15, linewidth=0.6)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [ranks_and_penalty]
