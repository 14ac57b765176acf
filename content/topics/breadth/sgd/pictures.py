"""Pictures of the lesson on stochastic gradient descent."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from matplotlib.figure import Figure

if TYPE_CHECKING:
    from numpy.typing import NDArray

INK = "#777777"
BLUE, ORANGE, GREEN, PURPLE = "#4477aa", "#dd7733", "#44997a", "#8866bb"
N, RUNS = 50, 400


def _constant(rate: float) -> Callable[[int], float]:
    return lambda _: rate


def _distances(rate: Callable[[int], float], epochs: int, shuffled: bool) -> "NDArray[Any]":
    """Mean squared distance to the minimum after each epoch, over many runs of fitting a mean, batch size 1."""
    import numpy as np

    rng = np.random.default_rng(1)
    targets = rng.standard_normal(N)
    targets = (targets - targets.mean()) / targets.std()
    w, found = np.full(RUNS, 10.0), [100.0]
    for epoch in range(epochs):
        drawn = rng.integers(0, N, (RUNS, N))
        if shuffled:
            drawn = rng.permuted(np.tile(np.arange(N), (RUNS, 1)), axis=1)
        for step in range(N):
            w = w - rate(epoch * N + step) * (w - targets[drawn[:, step]])
        found.append(float(np.mean(w**2)))
    return np.array(found)


def floors(figure: Figure) -> None:
    """Left: constant and falling rates, drawn with replacement. Right: with and without replacement."""
    figure.set_size_inches(7.2, 3.1)
    left, right = figure.subplots(1, 2, sharey=True)
    for rate, color in ((0.2, BLUE), (0.02, ORANGE)):
        left.plot(_distances(_constant(rate), 40, False), color=color, linewidth=1.7, label=f"η = {rate}")
        left.axhline(rate / (2 - rate), color=color, linewidth=0.9, linestyle="--")
    falling = _distances(lambda step: 0.2 / (1 + 0.1 * step), 40, False)
    left.plot(falling, color=GREEN, linewidth=1.7, label="η = 0.2/(1 + t/10)")
    right.plot(_distances(_constant(0.02), 40, False), color=ORANGE, linewidth=1.7, label="with replacement")
    right.plot(_distances(_constant(0.02), 40, True), color=PURPLE, linewidth=1.7, label="shuffled each epoch")
    left.set_title("drawn with replacement", color=INK, fontsize=9, loc="left")
    right.set_title("η = 0.02", color=INK, fontsize=9, loc="left")
    left.set_ylabel("squared distance", color=INK, fontsize=9)
    for axes in (left, right):
        axes.set_yscale("log")
        axes.set_xlabel("epoch", color=INK, fontsize=9)
        axes.legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="upper right")
        axes.tick_params(which="both", colors=INK, labelsize=8, length=0)
        axes.grid(color=INK, alpha=0.15, linewidth=0.6)
        axes.spines[:].set_visible(False)
        axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [floors]
