"""Pictures of linear and nonlinear borders."""

from matplotlib.figure import Figure

INK = "#777777"
COLORS = ["#4477aa", "#dd7733"]


def rings(figure: Figure) -> None:
    """Logistic regression on coordinates, and with their squares."""
    import numpy as np
    from matplotlib.colors import ListedColormap
    from sklearn.datasets import make_circles
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import PolynomialFeatures

    figure.set_size_inches(7.2, 3.0)
    points, labels = make_circles(240, noise=0.12, factor=0.45, random_state=0)
    grid = np.stack(np.meshgrid(np.linspace(-1.5, 1.5, 150), np.linspace(-1.5, 1.5, 150)), axis=-1)
    for axis, degree in zip(figure.subplots(1, 2, sharey=True), (1, 2), strict=True):
        model = make_pipeline(PolynomialFeatures(degree), LogisticRegression()).fit(points, labels)
        guess = model.predict(grid.reshape(-1, 2)).reshape(grid.shape[:2])
        axis.imshow(guess, extent=(-1.5, 1.5, -1.5, 1.5), origin="lower", cmap=ListedColormap(COLORS), alpha=0.35)
        for label, color in enumerate(COLORS):
            axis.scatter(*points[labels == label].T, s=9, color=color, linewidths=0)
        axis.set(xticks=[], yticks=[], aspect="equal")
        axis.set_title(("coordinates", "with squares and product")[degree - 1], color=INK, fontsize=10, loc="left")
        axis.spines[:].set_visible(False)
        axis.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [rings]
