"""Pictures of learning with few labels."""

from matplotlib.figure import Figure

INK = "#777777"
COLORS = ["#4477aa", "#dd7733"]


def few_labels(figure: Figure) -> None:
    """Two labels on two moons: the nearest of them, and labels spread."""
    import numpy as np
    from sklearn.datasets import make_moons
    from sklearn.neighbors import KNeighborsClassifier
    from sklearn.semi_supervised import LabelPropagation

    figure.set_size_inches(7.2, 2.8)
    points, truth = make_moons(240, noise=0.06, random_state=1)
    chosen = np.array([points[truth == 0][:, 0].argmin(), points[truth == 1][:, 0].argmax()])
    chosen = np.array([np.flatnonzero(truth == label)[place] for label, place in enumerate(chosen)])
    known = np.full(len(points), -1)
    known[chosen] = truth[chosen]
    spread = LabelPropagation(kernel="rbf", gamma=80, max_iter=5000, tol=0.01).fit(points, known)
    nearest = KNeighborsClassifier(1).fit(points[chosen], truth[chosen])
    guesses = {"nearest labeled point": nearest.predict(points), "labels spread": spread.transduction_}
    for axis, (title, guess) in zip(figure.subplots(1, 2, sharey=True), guesses.items(), strict=True):
        for label, color in enumerate(COLORS):
            axis.scatter(*points[guess == label].T, s=12, color=color, linewidths=0)
            axis.scatter(*points[chosen[label]], s=190, color=color, marker="*", edgecolors=INK)
        axis.set(xticks=[], yticks=[], aspect="equal")
        axis.set_title(title, color=INK, fontsize=10, loc="left")
        axis.spines[:].set_visible(False)
        axis.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [few_labels]
