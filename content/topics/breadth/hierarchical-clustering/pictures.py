"""Pictures of hierarchical clustering."""

from typing import TYPE_CHECKING

from matplotlib.figure import Figure

if TYPE_CHECKING:
    import numpy as np

INK = "#777777"
COLORS = ["#4477aa", "#dd7733"]
POINTS = [(0, 0), (0.9, 0.3), (0.2, 1.0), (1.1, 1.2), (2.1, 0.7), (3.05, 0.8), (3.95, 0.7)]
POINTS += [(5.0, 0.1), (5.9, 0.4), (5.1, 1.1), (6.1, 1.35), (5.6, 2.1), (7.1, 2.4)]
"""Two groups, three points between them that make a bridge, and one a little apart."""


def dendrograms(figure: Figure) -> None:
    """The points and their trees under single and complete linkage, colored by a cut into two."""
    import numpy as np
    from scipy.cluster.hierarchy import dendrogram, fcluster, linkage

    figure.set_size_inches(7.2, 3.6)
    points = np.array(POINTS)
    planes, trees = figure.subplots(2, 2, height_ratios=[1, 1.5])
    for plane, tree, rule in zip(planes, trees, ("single", "complete"), strict=True):
        merges = linkage(points, rule)
        group = fcluster(merges, 2, "maxclust")
        side = [COLORS[0] if one == group[0] else COLORS[1] for one in group]
        plane.scatter(*points.T, color=side, s=20)
        for number, point in enumerate(points):
            plane.annotate(str(number), point, (4, 2), textcoords="offset points", color=INK, fontsize=8)
        plane.set(aspect="equal", xticks=[], yticks=[])
        plane.margins(0.08)
        plane.set_title(f"{rule.capitalize()} linkage", color=INK, fontsize=10, loc="left")
        names = colors(merges, side)
        dendrogram(merges, ax=tree, link_color_func=names.__getitem__, leaf_font_size=8)
        tree.axhline(float(merges[-2:, 2].mean()), color=INK, linestyle=":", linewidth=1)
    for axis in (*planes, *trees):
        axis.tick_params(colors=INK, labelsize=8, length=0)
        axis.spines[:].set_visible(False)
        axis.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


def colors(merges: "np.ndarray", leaves: list[str]) -> dict[int, str]:
    """The color of every merge: that of its leaves, and gray for the last, which joins both."""
    found = dict(enumerate(leaves))
    for row, (left, right) in enumerate(merges[:, :2].astype(int)):
        found[len(leaves) + row] = found[left] if found[left] == found[right] else INK
    return found


PICTURES = [dendrograms]
