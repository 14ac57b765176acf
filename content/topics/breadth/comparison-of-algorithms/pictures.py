"""Pictures of comparing algorithms."""

from matplotlib.figure import Figure

INK = "#777777"
COLORS = ["#4477aa", "#dd7733"]


def biases(figure: Figure) -> None:
    """What four algorithms make of the same points."""
    import numpy as np
    from matplotlib.colors import ListedColormap
    from sklearn.datasets import make_moons
    from sklearn.linear_model import LogisticRegression
    from sklearn.neighbors import KNeighborsClassifier
    from sklearn.svm import SVC
    from sklearn.tree import DecisionTreeClassifier

    figure.set_size_inches(7.2, 2.2)
    points, labels = make_moons(150, noise=0.28, random_state=7)
    grid = np.stack(np.meshgrid(np.linspace(-2, 3, 120), np.linspace(-1.6, 2.1, 90)), axis=-1)
    models = {
        "logistic": LogisticRegression(),
        "3 neighbors": KNeighborsClassifier(3),
        "RBF SVM": SVC(C=2),
        "tree, depth 4": DecisionTreeClassifier(max_depth=4, random_state=0),
    }
    for axis, (title, model) in zip(figure.subplots(1, 4, sharey=True), models.items(), strict=True):
        guess = model.fit(points, labels).predict(grid.reshape(-1, 2)).reshape(grid.shape[:2])
        axis.imshow(guess, extent=(-2, 3, -1.6, 2.1), origin="lower", cmap=ListedColormap(COLORS), alpha=0.35)
        for label, color in enumerate(COLORS):
            axis.scatter(*points[labels == label].T, s=5, color=color, linewidths=0)
        axis.set(xticks=[], yticks=[], aspect="equal")
        axis.set_title(title, color=INK, fontsize=9, loc="left")
        axis.spines[:].set_visible(False)
        axis.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [biases]
