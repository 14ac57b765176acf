"""Pictures of k-means."""

from matplotlib.figure import Figure

INK = "#777777"
COLORS = ["#4477aa", "#dd7733", "#339955"]


def three_rounds(figure: Figure) -> None:
    """Each round of Lloyd's algorithm from a poor start: labels above, the move of the centers below."""
    import numpy as np

    figure.set_size_inches(7.2, 4.4)
    rng = np.random.default_rng(8)
    points = np.vstack([rng.normal(middle, (0.62, 0.5), (35, 2)) for middle in ((0, 0), (3.4, 0.5), (1.7, 2.9))])
    centers = np.array([[-0.9, 2.6], [0.2, 3.4], [1.3, 3.6]])
    colors = np.array(COLORS)
    panels = figure.subplots(2, 3, sharex=True, sharey=True)
    for place, (above, below) in enumerate(panels.T, start=1):
        squares = ((points[:, None] - centers) ** 2).sum(axis=2)
        labels = squares.argmin(axis=1)
        moved = np.array([points[labels == j].mean(axis=0) for j in range(3)])
        for axis, loss in ((above, squares.min(axis=1).sum()), (below, ((points - moved[labels]) ** 2).sum())):
            what = f"{place}: label" if axis is above else f"{place}: move"
            axis.set_title(f"{what}, J = {loss:.0f}", color=INK, fontsize=10, loc="left")
            axis.scatter(*points.T, s=11, color=colors[labels], alpha=0.75, linewidths=0)
        above.scatter(*centers.T, s=150, marker="X", color=COLORS, edgecolors="white", linewidths=1.4, zorder=3)
        below.scatter(*centers.T, s=26, color=COLORS, edgecolors=INK, linewidths=0.8, zorder=3)
        for start, end, color in zip(centers, moved, COLORS, strict=True):
            below.annotate("", end, start, arrowprops={"arrowstyle": "-", "color": color, "lw": 1.6})
        below.scatter(*moved.T, s=150, marker="X", color=COLORS, edgecolors="white", linewidths=1.4, zorder=4)
        centers = moved
    for axis in panels.flat:
        axis.set(aspect="equal", xticks=[], yticks=[])
        axis.spines[:].set_visible(False)
        axis.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [three_rounds]
