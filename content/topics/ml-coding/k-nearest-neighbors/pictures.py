"""Pictures of k-nearest neighbors."""

from matplotlib.figure import Figure

INK = "#777777"
COLORS = ["#4477aa", "#dd7733"]


def small_and_large_k(figure: Figure) -> None:
    """The same 120 points with three values of k; dashed is the best possible border."""
    import numpy as np
    from matplotlib.colors import ListedColormap
    from scipy.stats import multivariate_normal
    from sklearn.neighbors import KNeighborsClassifier

    figure.set_size_inches(7.2, 2.3)
    parts = [[((-1.2, 1.1), 0.8), ((1.5, 0.9), 0.8)], [((0.2, -0.6), 0.8), ((2.9, -1.1), 0.8)]]
    share = (0.6, 0.4)
    rng = np.random.default_rng(6)

    def draw(n: int) -> tuple[np.ndarray, np.ndarray]:
        labels = (rng.random(n) < share[1]).astype(int)
        mixed = [parts[label][rng.integers(2)] for label in labels]
        return np.array([rng.normal(mean, np.sqrt(variance)) for mean, variance in mixed]), labels

    (points, labels), (fresh, truth) = draw(120), draw(4000)
    grid = np.stack(np.meshgrid(np.linspace(-3.8, 5.3, 205), np.linspace(-3.4, 3.7, 160)), axis=-1)
    best = [
        part * sum(multivariate_normal(mean, variance).pdf(grid) for mean, variance in mixture)
        for part, mixture in zip(share, parts, strict=True)
    ]
    for axis, k in zip(figure.subplots(1, 3, sharey=True), (1, 15, 75), strict=True):
        model = KNeighborsClassifier(k).fit(points, labels)
        guess = model.predict(grid.reshape(-1, 2)).reshape(grid.shape[:2])
        axis.imshow(guess, extent=(-3.8, 5.3, -3.4, 3.7), origin="lower", cmap=ListedColormap(COLORS), alpha=0.3)
        axis.contour(
            *grid.transpose(2, 0, 1), best[1] - best[0], levels=[0], colors=INK, linestyles="--", linewidths=1.3
        )
        axis.scatter(*points.T, s=10, color=np.array(COLORS)[labels], linewidths=0)
        axis.set(aspect="equal", xticks=[], yticks=[])
        wrong = 1 - model.score(fresh, truth)
        axis.set_title(f"k = {k}: {wrong:.0%} errors on new points", color=INK, fontsize=9, loc="left")
        axis.spines[:].set_visible(False)
        axis.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [small_and_large_k]
