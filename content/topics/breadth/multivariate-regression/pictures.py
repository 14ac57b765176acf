"""Pictures of regression on several features."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"


def collinear(figure: Figure) -> None:
    """The two weights of 300 fits to fresh rows, for uncorrelated and for nearly equal features."""
    import numpy as np

    figure.set_size_inches(7.2, 3.1)
    rng = np.random.default_rng(8)
    for axis, correlation in zip(figure.subplots(1, 2, sharey=True, sharex=True), (0.0, 0.98), strict=True):
        root = np.linalg.cholesky([[1, correlation], [correlation, 1]])
        weights, errors = [], []
        for _ in range(300):
            features = rng.standard_normal((40, 2)) @ root.T
            found = np.linalg.lstsq(features, features.sum(axis=1) + rng.standard_normal(40), rcond=None)[0]
            weights.append(found)
            fresh = rng.standard_normal((40, 2)) @ root.T
            errors.append(np.mean((fresh @ (found - 1)) ** 2))
        axis.scatter(*np.transpose(weights), s=9, color=BLUE, linewidths=0, alpha=0.7)
        axis.scatter(1, 1, s=60, color=ORANGE, marker="x", linewidths=2.2)
        title = f"correlation {correlation:g}: prediction error {np.mean(errors):.2f}"
        axis.set_title(title, color=INK, fontsize=10, loc="left")
        axis.set_xlabel("first weight", color=INK)
        axis.set(xlim=(-2, 4), ylim=(-2, 4))
        axis.tick_params(colors=INK, labelsize=9)
        axis.spines[["top", "right"]].set_visible(False)
        axis.spines[["left", "bottom"]].set_color(INK)
        axis.patch.set_visible(False)
    figure.axes[0].set_ylabel("second weight", color=INK)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [collinear]
