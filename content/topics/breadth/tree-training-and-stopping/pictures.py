"""Pictures of growing a tree."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"


def depth(figure: Figure) -> None:
    """Accuracy on training and held-out rows against the depth of the tree."""
    import numpy as np
    from sklearn.datasets import make_moons
    from sklearn.tree import DecisionTreeClassifier

    figure.set_size_inches(7.2, 3.0)
    points, labels = make_moons(300, noise=0.35, random_state=3)
    fresh, truth = make_moons(4000, noise=0.35, random_state=4)
    depths = np.arange(1, 16)
    scores = []
    for most in depths:
        tree = DecisionTreeClassifier(max_depth=int(most), random_state=0).fit(points, labels)
        scores.append((tree.score(points, labels), tree.score(fresh, truth)))
    axis = figure.subplots()
    for values, name, color in zip(zip(*scores, strict=True), ("training", "held out"), (BLUE, ORANGE), strict=True):
        axis.plot(depths, values, color=color, marker="o", markersize=4)
        axis.annotate(name, (depths[-1], values[-1]), (6, -3), textcoords="offset points", color=color)
    axis.set_xlabel("maximal depth", color=INK)
    axis.set_ylabel("accuracy", color=INK)
    axis.tick_params(colors=INK)
    axis.set_xlim(0.5, 17)
    axis.spines[["top", "right"]].set_visible(False)
    axis.spines[["left", "bottom"]].set_color(INK)
    axis.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [depth]
