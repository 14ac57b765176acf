"""Pictures of the lesson on metrics of algorithms."""

from matplotlib.figure import Figure

INK = "#777777"
COLORS = ("#4477aa", "#dd7733", "#44997a", "#aa4477")


def inertia_and_silhouette(figure: Figure) -> None:
    """Four blobs, and the inertia and mean silhouette of k-means on them for each k."""
    import numpy as np
    from sklearn.cluster import KMeans
    from sklearn.metrics import silhouette_score

    figure.set_size_inches(7.2, 2.8)
    rng = np.random.default_rng(5)
    centers = np.array([[0, 0], [4, 0.5], [1, 4], [5, 4.5]])
    points = np.concatenate([center + 0.7 * rng.standard_normal((60, 2)) for center in centers])
    choices = range(2, 10)
    fits = [KMeans(k, n_init=10, random_state=0).fit(points) for k in choices]
    left, middle, right = figure.subplots(1, 3)
    for label, color in enumerate(COLORS):
        left.plot(*points[fits[2].labels_ == label].T, ".", color=color, markersize=4, alpha=0.8)
    middle.plot(choices, [fit.inertia_ for fit in fits], color=COLORS[0], marker="o", markersize=4)
    right.plot(
        choices, [silhouette_score(points, fit.labels_) for fit in fits], color=COLORS[1], marker="o", markersize=4
    )
    titles = ("points, k = 4", "inertia by k", "mean silhouette by k")
    for axes, title in zip((left, middle, right), titles, strict=True):
        axes.set_title(title, color=INK, fontsize=10, loc="left")
        axes.tick_params(colors=INK, labelsize=8, length=0)
        axes.grid(color=INK, alpha=0.15, linewidth=0.6)
        axes.spines[:].set_visible(False)
        axes.patch.set_visible(False)
    middle.set_xticks(choices)
    right.set_xticks(choices)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [inertia_and_silhouette]
