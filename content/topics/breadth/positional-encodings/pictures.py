"""Pictures of the lesson on positional encodings."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE, GREEN = "#4477aa", "#dd7733", "#228866"
WIDTH, LONGEST = 64, 1000


def mean_score(base: float) -> list[float]:
    """Of two equal vectors of random directions, by distance: the mean of cosines over pairs."""
    import numpy as np

    angles = np.outer(np.arange(LONGEST), base ** (-np.arange(0, WIDTH, 2) / WIDTH))
    return np.cos(angles).mean(axis=1).tolist()


def score_by_distance(figure: Figure) -> None:
    """Scores by distance under RoPE with two bases, and under ALiBi."""
    figure.set_size_inches(7.2, 3.0)
    left, right = figure.subplots(1, 2)
    left.plot(mean_score(500_000), color=ORANGE, label="RoPE, base 500,000")
    left.plot(mean_score(10_000), color=BLUE, label="RoPE, base 10,000")
    left.set_ylabel("score, 1 at distance 0", color=INK)
    right.plot([-distance / 64 for distance in range(LONGEST)], color=GREEN, label="ALiBi, slope 1/64")
    right.set_ylabel("added to the score", color=INK)
    for axes in (left, right):
        axes.set_xlabel("distance", color=INK)
        axes.tick_params(colors=INK)
        axes.spines[["top", "right"]].set_visible(False)
        axes.spines[["left", "bottom"]].set_color(INK)
        axes.legend(frameon=False, labelcolor=INK)
        axes.patch.set_visible(False)
    figure.patch.set_alpha(0)
    figure.tight_layout()


PICTURES = [score_by_distance]
