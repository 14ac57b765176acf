"""Pictures of the lesson on similarity metrics."""

from matplotlib.figure import Figure

INK = "#777777"


def unit_balls(figure: Figure) -> None:
    """Points at distance 1 from the mean of correlated data, by three metrics."""
    import numpy as np

    figure.set_size_inches(7.2, 3.0)
    data = np.random.default_rng(1).multivariate_normal([0, 0], [[1.2, 0.8], [0.8, 0.9]], 250)
    center = data.mean(axis=0)
    inverse = np.linalg.inv(np.cov(data.T))
    grid = np.stack(np.meshgrid(np.linspace(-3, 3, 301), np.linspace(-3, 3, 301)), axis=-1)
    gap = grid - center
    distances = (
        ("Manhattan", np.abs(gap).sum(axis=-1)),
        ("Euclidean", np.linalg.norm(gap, axis=-1)),
        ("Mahalanobis", np.sqrt(np.einsum("...i,ij,...j", gap, inverse, gap))),
    )
    for axes, (name, values) in zip(figure.subplots(1, 3, sharey=True), distances, strict=True):
        axes.scatter(*data.T, s=5, color="#3b82c4", alpha=0.5)
        axes.contour(grid[..., 0], grid[..., 1], values, levels=[1, 2], colors="#d9822b", linestyles=["-", ":"])
        axes.set_title(name, color=INK, fontsize=10)
        axes.set_aspect("equal")
        axes.tick_params(colors=INK)
        axes.spines[:].set_color(INK)
        axes.patch.set_alpha(0)
    figure.tight_layout()
    figure.patch.set_alpha(0)


PICTURES = [unit_balls]
