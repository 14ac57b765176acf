"""Pictures of random forests."""

from matplotlib.figure import Figure

INK = "#777777"
COLORS = ["#4477aa", "#dd7733"]


def one_and_many(figure: Figure) -> None:
    """Decision regions of one tree and of a forest."""
    import numpy as np
    from matplotlib.colors import LinearSegmentedColormap
    from sklearn.datasets import make_moons
    from sklearn.ensemble import RandomForestClassifier
    from sklearn.tree import DecisionTreeClassifier

    figure.set_size_inches(7.2, 3.0)
    points, labels = make_moons(200, noise=0.3, random_state=5)
    grid = np.stack(np.meshgrid(np.linspace(-2, 3, 120), np.linspace(-1.5, 2, 90)), axis=-1)
    models = {
        "one full tree": DecisionTreeClassifier(random_state=0),
        "200 trees": RandomForestClassifier(200, max_features=1, random_state=0),
    }
    shades = LinearSegmentedColormap.from_list("shades", COLORS)
    for axis, (title, model) in zip(figure.subplots(1, 2, sharey=True), models.items(), strict=True):
        share = model.fit(points, labels).predict_proba(grid.reshape(-1, 2))[:, 1].reshape(grid.shape[:2])
        axis.imshow(share, extent=(-2, 3, -1.5, 2), origin="lower", cmap=shades, vmin=0, vmax=1, alpha=0.45)
        for label, color in enumerate(COLORS):
            axis.scatter(*points[labels == label].T, s=10, color=color, linewidths=0)
        axis.set(xticks=[], yticks=[], aspect="equal")
        axis.set_title(title, color=INK, fontsize=10, loc="left")
        axis.spines[:].set_visible(False)
        axis.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [one_and_many]
