"""Pictures of linear discriminant analysis."""

from matplotlib.figure import Figure

INK = "#777777"
COLORS = ["#4477aa", "#dd7733"]
GREEN = "#339955"


def against_pca(figure: Figure) -> None:
    """Two long, parallel classes: the border of LDA, and what is left of them on one axis of PCA and of LDA."""
    import numpy as np
    from sklearn.decomposition import PCA
    from sklearn.discriminant_analysis import LinearDiscriminantAnalysis

    figure.set_size_inches(7.2, 2.7)
    rng = np.random.default_rng(3)
    spread = np.linalg.cholesky([[2.2, 1.7], [1.7, 1.8]])
    labels = np.repeat([0, 1], 90)
    points = rng.standard_normal((180, 2)) @ spread.T + np.array([[-0.65, 0.65], [0.65, -0.65]])[labels]
    model = LinearDiscriminantAnalysis().fit(points, labels)
    directions = {"PCA": PCA(1).fit(points).components_[0], "LDA": model.coef_[0] / np.linalg.norm(model.coef_[0])}
    plane, *axes = figure.subplots(1, 3, width_ratios=[1.15, 1, 1])
    for label, color in enumerate(COLORS):
        plane.scatter(*points[labels == label].T, s=9, color=color, linewidths=0)
    ends = np.array([-4.5, 4.5])
    plane.plot(ends, -(model.coef_[0, 0] * ends + model.intercept_[0]) / model.coef_[0, 1], color=GREEN, linewidth=1.8)
    plane.set(xlim=(-4.5, 4.5), ylim=(-4.5, 4.5), xticks=[], yticks=[], aspect="equal")
    plane.set_title("border of LDA", color=INK, fontsize=10, loc="left")
    for axis, (name, direction) in zip(axes, directions.items(), strict=True):
        shadow = points @ direction
        for label, color in enumerate(COLORS):
            axis.hist(shadow[labels == label], bins=np.linspace(shadow.min(), shadow.max(), 22), color=color, alpha=0.6)
        axis.set(xticks=[], yticks=[])
        axis.set_title(f"on the axis of {name}", color=INK, fontsize=10, loc="left")
    for axis in (plane, *axes):
        axis.spines[["top", "right", "left"]].set_visible(False)
        axis.spines["bottom"].set(color=INK, visible=axis is not plane)
        axis.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [against_pca]
