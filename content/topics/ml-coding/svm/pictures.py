"""Pictures of the support vector machine."""

from matplotlib.figure import Figure

INK = "#777777"
COLORS = ["#4477aa", "#dd7733"]


def two_streets(figure: Figure) -> None:
    """The line, its street and the support vectors, for a small and a large C."""
    import numpy as np
    from sklearn.svm import SVC

    figure.set_size_inches(7.2, 3.1)
    rng = np.random.default_rng(14)
    labels = np.repeat([0, 1], 30)
    points = rng.normal(0, 0.85, (60, 2)) + np.where(labels[:, None], [1.5, 0.9], [-1.3, -0.7])
    edge = np.array([-4.5, 4.5])
    for axis, price in zip(figure.subplots(1, 2, sharey=True), (0.02, 10.0), strict=True):
        model = SVC(kernel="linear", C=price).fit(points, labels)
        (a, b), c = model.coef_[0], model.intercept_[0]
        below, on, above = (-(a * edge + c - score) / b for score in (-1, 0, 1))
        axis.fill_between(edge, below, above, color=INK, alpha=0.16, linewidth=0)
        for line, style in ((below, "--"), (on, "-"), (above, "--")):
            axis.plot(edge, line, color=INK, linestyle=style, linewidth=1.8 if style == "-" else 1)
        axis.scatter(*points.T, s=16, color=np.array(COLORS)[labels], linewidths=0, zorder=2)
        axis.scatter(*points[model.support_].T, s=62, facecolor="none", edgecolor=INK, linewidths=1.2, zorder=3)
        width = 2 / np.hypot(a, b)
        title = f"C = {price:g}: street {width:.1f} wide, {len(model.support_)} support vectors"
        axis.set_title(title, color=INK, fontsize=9, loc="left")
        axis.set(aspect="equal", xticks=[], yticks=[], xlim=(-3.9, 3.9), ylim=(-3.0, 3.2))
        axis.spines[:].set_visible(False)
        axis.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [two_streets]
