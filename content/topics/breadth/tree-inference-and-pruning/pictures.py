"""Pictures of pruning a tree."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"


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


PICTURES = [pruning_path]
