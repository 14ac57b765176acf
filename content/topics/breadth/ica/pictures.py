"""Pictures of independent component analysis."""

from matplotlib.figure import Figure

INK = "#777777"


def unmixing(figure: Figure) -> None:
    """Two uniform sources, mixed, whitened, and separated; colors follow the sources."""
    import numpy as np
    from sklearn.decomposition import PCA, FastICA

    figure.set_size_inches(7.2, 2.2)
    sources = np.random.default_rng(2).uniform(-np.sqrt(3), np.sqrt(3), (700, 2))
    mixed = sources @ np.array([[1.0, 0.5], [0.9, 1.2]]).T
    steps = {
        "sources": sources,
        "mixed": mixed,
        "whitened": PCA(whiten=True, random_state=0).fit_transform(mixed),
        "ICA": FastICA(2, whiten="unit-variance", random_state=0, tol=1e-6, max_iter=1000).fit_transform(mixed),
    }
    quarter = (sources[:, 0] > 0) * 2 + (sources[:, 1] > 0)
    colors = np.array(["#4477aa", "#dd7733", "#339955", "#aa4488"])[quarter]
    for axis, (title, points) in zip(figure.subplots(1, 4), steps.items(), strict=True):
        axis.scatter(*points.T, s=5, c=colors, linewidths=0)
        reach = 1.05 * np.abs(points).max()
        axis.set(aspect="equal", xticks=[], yticks=[], xlim=(-reach, reach), ylim=(-reach, reach))
        axis.set_title(title, color=INK, fontsize=10, loc="left")
        axis.spines[:].set_visible(False)
        axis.axhline(0, color=INK, alpha=0.4, linewidth=0.6)
        axis.axvline(0, color=INK, alpha=0.4, linewidth=0.6)
        axis.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [unmixing]
