"""Pictures of the lesson on LoRA."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"
WIDTH, RANK = 64, 6


def missed() -> tuple[list[float], list[float]]:
    """The share of the squared norm beyond each rank, of a matrix of low rank with noise and of a random one."""
    import numpy as np

    rng = np.random.default_rng(0)
    low = rng.normal(size=(WIDTH, RANK)) @ rng.normal(size=(RANK, WIDTH)) + 0.3 * rng.normal(size=(WIDTH, WIDTH))
    shares = []
    for matrix in (low, rng.normal(size=(WIDTH, WIDTH))):
        squares = np.linalg.svd(matrix, compute_uv=False) ** 2
        shares.append((1 - np.concatenate([[0], np.cumsum(squares)]) / squares.sum()).tolist())
    return shares[0], shares[1]


def best_rank(figure: Figure) -> None:
    """What the best approximation of each rank misses."""
    figure.set_size_inches(7.2, 3.0)
    axes = figure.subplots()
    low, random = missed()
    axes.plot(low, color=BLUE, label="rank 6 and noise")
    axes.plot(random, color=ORANGE, label="random")
    axes.set_xlabel("rank of the approximation", color=INK)
    axes.set_ylabel("share missed", color=INK)
    axes.tick_params(colors=INK)
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set_color(INK)
    axes.legend(frameon=False, labelcolor=INK)
    axes.patch.set_visible(False)
    figure.patch.set_alpha(0)
    figure.tight_layout()


PICTURES = [best_rank]
