"""Pictures of using a tree, and of pruning it."""

from matplotlib.figure import Figure

INK = "#777777"
COLORS = BLUE, ORANGE = "#4477aa", "#dd7733"


def pruning_path(figure: Figure) -> None:
    """Accuracy on training and held-out rows for every tree of the pruning sequence."""
    import numpy as np
    from sklearn.datasets import load_breast_cancer
    from sklearn.model_selection import train_test_split
    from sklearn.tree import DecisionTreeClassifier

    figure.set_size_inches(7.2, 3.0)
    features, labels = load_breast_cancer(return_X_y=True)
    rows, fresh, known, truth = train_test_split(features, labels, test_size=0.5, random_state=1, stratify=labels)
    full = DecisionTreeClassifier(random_state=0)
    scores = []
    for alpha in full.cost_complexity_pruning_path(rows, known).ccp_alphas:
        tree = DecisionTreeClassifier(random_state=0, ccp_alpha=max(float(alpha), 0.0)).fit(rows, known)
        scores.append((tree.get_n_leaves(), tree.score(rows, known), tree.score(fresh, truth)))
    leaves, *curves = np.array(scores).T
    axis = figure.subplots()
    for values, name, color in zip(curves, ("training", "held out"), (BLUE, ORANGE), strict=True):
        axis.plot(leaves, values, color=color, marker="o", markersize=4)
        axis.annotate(name, (leaves[0], values[0]), (8, -3), textcoords="offset points", color=color)
    axis.set_xlabel("leaves left", color=INK)
    axis.set_ylabel("accuracy", color=INK)
    axis.tick_params(colors=INK)
    axis.set_xlim(0, leaves.max() + 3)
    axis.spines[["top", "right"]].set_visible(False)
    axis.spines[["left", "bottom"]].set_color(INK)
    axis.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


def one_tree(figure: Figure) -> None:
    """A tree of depth 2 with the rows in its leaves, the rectangles it makes of the plane, and one row's way."""
    import numpy as np
    from matplotlib.patches import Rectangle
    from sklearn.datasets import make_moons
    from sklearn.tree import DecisionTreeClassifier

    figure.set_size_inches(7.2, 3.0)
    points, labels = make_moons(160, noise=0.25, random_state=6)
    model = DecisionTreeClassifier(max_depth=2, min_samples_leaf=8, random_state=0).fit(points, labels)
    tree, row = model.tree_, np.array([0.3, -0.35])
    path = set(model.decision_path(row[None]).indices)
    drawn, plane = figure.subplots(1, 2, width_ratios=[1.25, 1])

    def below(node: int, x: float, y: float, box: tuple[float, float, float, float]) -> None:
        """Draw what hangs on a node, in the tree and, for a leaf, in the plane: box is left, bottom, right, top."""
        shares = tree.value[node][0] / tree.value[node][0].sum()
        counts = np.rint(shares * tree.n_node_samples[node]).astype(int)
        width = 1.6 if node in path else 0.6
        style = {"ha": "center", "va": "center", "fontsize": 9, "zorder": 3}
        if tree.children_left[node] < 0:
            color = COLORS[int(shares.argmax())]
            frame = {"facecolor": "none", "edgecolor": color, "boxstyle": "round,pad=0.35", "linewidth": width}
            drawn.text(x, y, f"{counts[0]} : {counts[1]}", color=color, bbox=frame, **style)
            low = box[0], box[1]
            size = box[2] - box[0], box[3] - box[1]
            plane.add_patch(Rectangle(low, *size, facecolor=color, alpha=0.3, linewidth=0))
            plane.add_patch(Rectangle(low, *size, facecolor="none", edgecolor=INK, linewidth=0.8))
            return
        feature, threshold = int(tree.feature[node]), float(tree.threshold[node])
        question = f"{'xy'[feature]} \u2264 {threshold:.2f}?".replace("-", "\u2212")
        drawn.text(x, y, question, color=INK, **style)
        left, right = list(box), list(box)
        left[2 + feature] = right[feature] = threshold
        reach = 1.0 if node == 0 else 0.5
        for child, side, part, word in (
            (tree.children_left[node], -reach, left, "yes"),
            (tree.children_right[node], reach, right, "no"),
        ):
            thick = 2.2 if child in path else 0.8
            drawn.plot([x + 0.1 * side, x + side], [y - 0.13, y - 0.83], color=INK, linewidth=thick)
            drawn.text(x + 0.55 * side + 0.14 * np.sign(side), y - 0.42, word, color=INK, **style)
            below(int(child), x + side, y - 1, (part[0], part[1], part[2], part[3]))

    below(0, 0, 0, (-2.0, -1.5, 3.0, 2.0))
    for label, color in enumerate(COLORS):
        plane.scatter(*points[labels == label].T, s=9, color=color, linewidths=0)
    plane.scatter(*row, s=130, color=INK, marker="*")
    plane.set(xlim=(-2, 3), ylim=(-1.5, 2), xticks=[], yticks=[], aspect="equal")
    drawn.set(xlim=(-1.9, 1.9), ylim=(-2.3, 0.25))
    drawn.axis("off")
    plane.spines[:].set_visible(False)
    plane.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [one_tree, pruning_path]
