"""Pictures of AdaBoost."""

from matplotlib.figure import Figure

INK = "#777777"
COLORS = ["#4477aa", "#dd7733"]


def rounds(figure: Figure) -> None:
    """The rows' weights before each of three rounds, and the stump that the round chose."""
    import numpy as np
    from sklearn.tree import DecisionTreeClassifier

    figure.set_size_inches(7.2, 2.8)
    points = np.random.default_rng(12).uniform(0, 1, (26, 2))
    labels = np.where(points.sum(axis=1) + 0.25 * np.sin(9 * points[:, 0]) > 1.05, 1, -1)
    weights = np.full(len(points), 1 / len(points))
    for number, axis in enumerate(figure.subplots(1, 3, sharey=True), 1):
        stump = DecisionTreeClassifier(max_depth=1).fit(points, labels, sample_weight=weights)
        guesses = stump.predict(points)
        for label, color in zip((-1, 1), COLORS, strict=True):
            mine = labels == label
            axis.scatter(*points[mine].T, s=weights[mine] * 1200, color=color, alpha=0.8, linewidths=0)
        line = axis.axvline if stump.tree_.feature[0] == 0 else axis.axhline
        line(stump.tree_.threshold[0], color=INK, linewidth=1.5)
        error = weights[guesses != labels].sum()
        axis.set_title(f"round {number}: error {error:.2f}", color=INK, fontsize=10, loc="left")
        axis.set(xticks=[], yticks=[], xlim=(-0.05, 1.05), ylim=(-0.05, 1.05))
        axis.spines[:].set_color(INK)
        axis.patch.set_visible(False)
        weights = weights * np.exp(-0.5 * np.log((1 - error) / error) * labels * guesses)
        weights /= weights.sum()
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [rounds]
