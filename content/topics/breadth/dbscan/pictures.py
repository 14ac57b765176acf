"""Pictures of DBSCAN."""

from matplotlib.figure import Figure

INK = "#777777"
COLORS = ["#4477aa", "#dd7733"]


def moons(figure: Figure) -> None:
    """Two half-moons with noise, as k-means and DBSCAN see them."""
    import numpy as np
    from sklearn.cluster import DBSCAN, KMeans
    from sklearn.datasets import make_moons

    figure.set_size_inches(7.2, 3.0)
    points, _ = make_moons(240, noise=0.06, random_state=1)
    stray = np.random.default_rng(4).uniform([-1.6, -1.1], [2.6, 1.7], (24, 2))
    points = np.vstack([points, stray])
    answers = {
        "k-means, two clusters": KMeans(2, n_init=10, random_state=0).fit_predict(points),
        "DBSCAN, radius 0.2, five points": DBSCAN(eps=0.2, min_samples=5).fit_predict(points),
    }
    for axis, (title, labels) in zip(figure.subplots(1, 2, sharey=True), answers.items(), strict=True):
        for label in range(labels.max() + 1):
            axis.scatter(*points[labels == label].T, s=12, color=COLORS[label % 2], linewidths=0)
        axis.scatter(*points[labels == -1].T, s=22, color=INK, marker="x", linewidths=1)
        axis.set(aspect="equal", xticks=[], yticks=[])
        axis.set_title(title, color=INK, fontsize=10, loc="left")
        axis.spines[:].set_visible(False)
        axis.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [moons]
