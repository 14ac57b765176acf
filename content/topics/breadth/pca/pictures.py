"""Pictures of principal component analysis."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"


def components(figure: Figure) -> None:
    """Points with the lesson's covariance, their components, and their projections on the first."""
    import numpy as np

    figure.set_size_inches(7.2, 2.5)
    rng = np.random.default_rng(5)
    raw = rng.standard_normal((90, 2))
    raw -= raw.mean(axis=0)
    white = raw @ np.linalg.inv(np.linalg.cholesky(np.cov(raw.T))).T
    points = white @ np.linalg.cholesky(np.array([[5.0, 2.0], [2.0, 2.0]])).T
    values, vectors = np.linalg.eigh(np.cov(points.T))
    first, second = vectors[:, 1] * np.sign(vectors[0, 1]), vectors[:, 0] * np.sign(vectors[1, 0])
    onto = np.outer(points @ first, first)
    left, right = figure.subplots(1, 2, sharey=True)
    left.scatter(*points.T, s=14, color=BLUE, alpha=0.9, linewidths=0)
    arrow = {"arrowstyle": "-|>", "color": ORANGE, "lw": 2.2, "mutation_scale": 11, "shrinkA": 0, "shrinkB": 0}
    for vector, value in ((first, values[1]), (second, values[0])):
        left.annotate("", vector * np.sqrt(value), (0, 0), arrowprops=arrow)
    for point, shadow in zip(points, onto, strict=True):
        right.plot(*np.transpose([point, shadow]), color=INK, linewidth=0.6, alpha=0.7)
    right.scatter(*points.T, s=14, color=BLUE, alpha=0.6, linewidths=0)
    right.scatter(*onto.T, s=14, color=ORANGE, linewidths=0, zorder=3)
    share = values[1] / values.sum()
    for axis, title in ((left, "Components"), (right, f"First component: {share:.0%} of the variance")):
        axis.set(aspect="equal")
        axis.set_title(title, color=INK, fontsize=10, loc="left")
        axis.tick_params(colors=INK, labelsize=8, length=0)
        axis.grid(color=INK, alpha=0.15, linewidth=0.6)
        axis.spines[:].set_visible(False)
        axis.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [components]
