"""Pictures of decision trees."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

INK = "#777777"
COLORS = ["#4477aa", "#dd7733"]


def regions_and_tree(figure: Figure) -> None:
    """A tree of depth three: the rectangles it cuts the plane into, and the questions that cut them."""
    import numpy as np
    from matplotlib.colors import ListedColormap
    from sklearn.tree import DecisionTreeClassifier

    figure.set_size_inches(7.2, 3.3)
    rng = np.random.default_rng(12)
    points = rng.uniform(0, 10, (110, 2))
    labels = ((points[:, 0] > 6) & (points[:, 1] > 3) | (points[:, 0] < 2.6) & (points[:, 1] > 6.5)).astype(int)
    model = DecisionTreeClassifier(max_depth=3, random_state=0).fit(points, labels)
    tree = model.tree_
    plane, sketch = figure.subplots(1, 2, width_ratios=[1, 1.35])
    grid = np.stack(np.meshgrid(np.linspace(0, 10, 201), np.linspace(0, 10, 201)), axis=-1)
    guess = model.predict(grid.reshape(-1, 2)).reshape(grid.shape[:2])
    plane.imshow(guess, extent=(0, 10, 0, 10), origin="lower", cmap=ListedColormap(COLORS), alpha=0.3)
    plane.scatter(*points.T, s=10, color=np.array(COLORS)[labels], linewidths=0)

    def show(node: int, x: float, depth: int, box: tuple[float, float, float, float]) -> None:
        left, right = tree.children_left[node], tree.children_right[node]
        if left < 0:
            leaf(sketch, x, -depth, tree.n_node_samples[node], COLORS[int(tree.value[node][0].argmax())])
            return
        feature, cut = int(tree.feature[node]), float(tree.threshold[node])
        x0, x1, y0, y1 = box
        line = ([cut, cut], [y0, y1]) if feature == 0 else ([x0, x1], [cut, cut])
        plane.plot(*line, color=INK, linewidth=1.8 - 0.4 * depth)
        halves = [(x0, cut, y0, y1), (cut, x1, y0, y1)] if feature == 0 else [(x0, x1, y0, cut), (x0, x1, cut, y1)]
        for child, half, side, word in zip((left, right), halves, (-1, 1), ("yes", "no"), strict=True):
            there = x + side * 2.0 ** -(depth + 1)
            sketch.plot([x, there], [-depth - 0.13, -depth - 0.82], color=INK, linewidth=1.1, zorder=1)
            if depth == 0:
                sketch.text((x + there) / 2 + 0.06 * side, -depth - 0.4, word, color=INK, fontsize=9, ha="center")
            show(child, there, depth + 1, half)
        sketch.text(x, -depth, f"$x_{feature + 1} \\leq {cut:.1f}$", color=INK, fontsize=10, ha="center", va="center")

    show(0, 0, 0, (0, 10, 0, 10))
    plane.set_xlabel("$x_1$", color=INK)
    plane.set_ylabel("$x_2$", color=INK)
    plane.tick_params(colors=INK, labelsize=8, length=0)
    sketch.set(xlim=(-1, 1), ylim=(-3.35, 0.3), xticks=[], yticks=[])
    for axis in (plane, sketch):
        axis.spines[:].set_visible(False)
        axis.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


def leaf(axis: Axes, x: float, y: float, rows: int, color: str) -> None:
    """A leaf with the number of its rows, in the color of its answer."""
    box = {"boxstyle": "round,pad=0.35", "facecolor": color, "edgecolor": "none"}
    axis.text(x, y, str(rows), color="white", fontsize=9, ha="center", va="center", bbox=box, zorder=2)


PICTURES = [regions_and_tree]
