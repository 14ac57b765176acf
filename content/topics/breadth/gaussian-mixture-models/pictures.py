"""Pictures of Gaussian mixtures."""

from typing import TYPE_CHECKING

from matplotlib.figure import Figure

if TYPE_CHECKING:
    import numpy as np

INK = "#777777"
BLUE, ORANGE = (0x44 / 255, 0x77 / 255, 0xAA / 255), (0xDD / 255, 0x77 / 255, 0x33 / 255)


def em_ellipses(figure: Figure) -> None:
    """EM from a round start: the responsibilities and ellipses of two standard deviations, after some rounds."""
    import numpy as np
    from matplotlib.patches import Ellipse

    figure.set_size_inches(7.2, 2.5)
    rng = np.random.default_rng(3)
    wide = rng.multivariate_normal([0, 0], [[3, 1.6], [1.6, 1.1]], 120)
    steep = rng.multivariate_normal([1.5, 1], [[0.5, -1.2], [-1.2, 4]], 90)
    points = np.vstack([wide, steep])
    means, covariances, weights = np.array([[-1.5, 2.0], [2.0, -2.0]]), np.array([np.eye(2)] * 2), np.array([0.5, 0.5])
    shown = [0, 3, 10, 60]
    for axis, before, rounds in zip(figure.subplots(1, 4, sharey=True), [0, *shown], shown, strict=False):
        for _ in range(rounds - before):
            means, covariances, weights = after_round(points, means, covariances, weights)
        share = responsibilities(points, means, covariances, weights)
        axis.scatter(*points.T, c=np.clip(share @ np.array([BLUE, ORANGE]), 0, 1), s=6, alpha=0.8, linewidths=0)
        for mean, covariance, color in zip(means, covariances, (BLUE, ORANGE), strict=True):
            lengths, axes = np.linalg.eigh(covariance)
            angle = np.degrees(np.arctan2(axes[1, 1], axes[0, 1]))
            size = 4 * np.sqrt(lengths[::-1])
            axis.add_patch(Ellipse(mean, *size, angle=angle, fill=False, edgecolor=color, linewidth=2))
        axis.set(aspect="equal", xticks=[], yticks=[], xlim=(-4.9, 4.9), ylim=(-4.9, 6.6))
        axis.set_title(f"after {rounds} rounds" if rounds else "start", color=INK, fontsize=10, loc="left")
        axis.spines[:].set_visible(False)
        axis.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


def responsibilities(
    points: "np.ndarray", means: "np.ndarray", covariances: "np.ndarray", weights: "np.ndarray"
) -> "np.ndarray":
    """The E-step, shape (n, k)."""
    import numpy as np
    from scipy.stats import multivariate_normal

    parts = [w * multivariate_normal(m, s).pdf(points) for m, s, w in zip(means, covariances, weights, strict=True)]
    return np.transpose(parts / np.sum(parts, axis=0))


def after_round(
    points: "np.ndarray", means: "np.ndarray", covariances: "np.ndarray", weights: "np.ndarray"
) -> tuple["np.ndarray", "np.ndarray", "np.ndarray"]:
    """One E-step and one M-step."""
    import numpy as np

    share = responsibilities(points, means, covariances, weights)
    counts = share.sum(axis=0)
    means = share.T @ points / counts[:, None]
    away = points[:, None] - means
    return means, np.einsum("ij,ija,ijb->jab", share, away, away) / counts[:, None, None], counts / len(points)


PICTURES = [em_ellipses]
