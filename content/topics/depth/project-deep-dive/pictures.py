"""The picture of the lesson on the deep dive: how far the simple thing came, and whether the gain was luck of seeds."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"
RANKERS = {"cheapest first": 0.371, "linear model": 0.405, "old rule": 0.412, "ours": 0.431}
SEEDS = 0.0006
"""Standard deviation of a run over seeds."""


def way_and_seeds(figure: Figure) -> None:
    """NDCG of each ranker with its share of the way; differences of two runs by the seed alone, and the gain."""
    import numpy as np

    figure.set_size_inches(7.2, 2.6)
    left, right = figure.subplots(1, 2, width_ratios=(1.2, 1))
    floor, top = RANKERS["cheapest first"], RANKERS["ours"]
    for row, (name, value) in enumerate(reversed(RANKERS.items())):
        color = ORANGE if name == "ours" else BLUE
        left.plot([floor, value], [row, row], color=color, linewidth=2, marker="o", markersize=6, markevery=[1])
        share = (value - floor) / (top - floor)
        left.text(value + 0.002, row, f"{value:.3f}  ({share:.0%})", va="center", color=INK, fontsize=8.5)
    left.set_yticks(range(len(RANKERS)), list(reversed(RANKERS)), color=INK, fontsize=9)
    left.set_xlim(0.366, 0.456)
    left.set_ylim(-0.5, len(RANKERS) - 0.5)
    left.set_title("NDCG, share of the way", color=INK, fontsize=10, loc="left")
    runs = np.random.default_rng(0).normal(0, SEEDS, (20_000, 2))
    right.hist(runs[:, 0] - runs[:, 1], bins=40, color=BLUE)
    right.axvline(top - RANKERS["old rule"], color=ORANGE, linewidth=1.6)
    right.text(0.0185, right.get_ylim()[1] * 0.8, "the gain", color=ORANGE, fontsize=9, ha="right")
    right.set_yticks([])
    right.set_title("difference of two seeds", color=INK, fontsize=10, loc="left")
    for axes in (left, right):
        axes.tick_params(colors=INK, labelsize=8.5, length=0)
        axes.spines[:].set_visible(False)
        axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [way_and_seeds]
