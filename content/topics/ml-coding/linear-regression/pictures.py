"""Pictures of linear regression."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"
STEPS = 40
LEVELS = [0.15, 0.4, 0.8, 1.3, 1.9, 2.6, 3.4, 4.3, 5.3]


def valley_and_bowl(figure: Figure) -> None:
    """The mean squared error over slope and intercept, with the path of gradient descent, before and after scaling."""
    import numpy as np

    figure.set_size_inches(7.2, 3.1)
    rng = np.random.default_rng(4)
    x = rng.uniform(0, 4, 30)
    y = 1.0 + 0.8 * x + rng.normal(0, 0.5, 30)
    features = {"x as measured": x, "x standardized": (x - x.mean()) / x.std()}
    for axis, (title, feature) in zip(figure.subplots(1, 2), features.items(), strict=True):
        rows = np.column_stack([feature, np.ones_like(x)])
        best = np.linalg.lstsq(rows, y, rcond=None)[0]
        eigen = np.linalg.eigvalsh(rows.T @ rows / len(x))
        path = [np.zeros(2)]
        for _ in range(STEPS):
            path.append(path[-1] - 0.9 / eigen[-1] * rows.T @ (rows @ path[-1] - y) / len(x))
        reach = 1.3 * np.abs(best).max()
        slopes, starts = np.meshgrid(*(np.linspace(center - reach, center + reach, 161) for center in best))
        loss = ((slopes[..., None] * feature + starts[..., None] - y) ** 2).mean(axis=-1)
        axis.contour(slopes, starts, np.sqrt(loss - loss.min()), levels=LEVELS, colors=INK, linewidths=0.7, alpha=0.7)
        axis.plot(*np.transpose(path), color=ORANGE, linewidth=1.3, marker="o", markersize=3)
        axis.plot(*best, "+", color=BLUE, markersize=12, markeredgewidth=2.5)
        axis.set_title(f"{title}: condition number {eigen[-1] / eigen[0]:.0f}", color=INK, fontsize=10, loc="left")
        axis.set_xlabel("slope", color=INK, fontsize=9)
        axis.set_ylabel("intercept", color=INK, fontsize=9)
        axis.set(aspect="equal")
        axis.tick_params(colors=INK, labelsize=8, length=0)
        axis.spines[:].set_visible(False)
        axis.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [valley_and_bowl]
