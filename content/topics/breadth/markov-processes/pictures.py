"""Pictures of Markov processes."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"


def forgetting(figure: Figure) -> None:
    """The probability of the first state over time from both starts, for a chain that converges and one that does "
    "not."""
    import numpy as np

    figure.set_size_inches(7.2, 2.8)
    chains = {
        "The lesson's weather": (np.array([[0.9, 0.1], [0.5, 0.5]]), 5 / 6),
        "Always to the other state": (np.array([[0.0, 1.0], [1.0, 0.0]]), 1 / 2),
    }
    for axis, (title, (step, limit)) in zip(figure.subplots(1, 2, sharey=True), chains.items(), strict=True):
        for start, color in ((0, ORANGE), (1, BLUE)):
            shares = [np.linalg.matrix_power(step, t)[start, 0] for t in range(11)]
            axis.plot(range(11), shares, color=color, marker="o", markersize=4, linewidth=1.6)
        axis.axhline(limit, color=INK, linestyle=":", linewidth=1.2)
        axis.set(ylim=(-0.05, 1.05), xticks=range(0, 11, 2))
        axis.set_xlabel("step", color=INK, fontsize=9)
        axis.set_title(title, color=INK, fontsize=10, loc="left")
        axis.tick_params(colors=INK, labelsize=8, length=0)
        axis.grid(color=INK, alpha=0.15, linewidth=0.6)
        axis.spines[:].set_visible(False)
        axis.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [forgetting]
