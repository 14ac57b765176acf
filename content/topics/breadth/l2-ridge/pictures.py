"""Pictures of ridge regression."""

from matplotlib.figure import Figure

INK = "#777777"
COLORS = ["#4477aa", "#dd7733", "#339955", "#aa4488", "#bbaa33", "#55aacc", "#cc4455", "#886644", "#888888", "#7766cc"]


def paths(figure: Figure) -> None:
    """The weights of ridge and lasso on the diabetes data, by the strength of the penalty."""
    import numpy as np
    from sklearn.datasets import load_diabetes
    from sklearn.linear_model import lasso_path

    figure.set_size_inches(7.2, 3.2)
    features, target = load_diabetes(return_X_y=True)
    features = (features - features.mean(axis=0)) / features.std(axis=0)
    target = (target - target.mean()) / target.std()
    left, singular, right = np.linalg.svd(features, full_matrices=False)
    ridge = np.logspace(0, 5, 80)
    factors = singular[:, None] / (singular[:, None] ** 2 + ridge)
    shrunken = right.T @ (factors * (left.T @ target)[:, None])
    lasso, sparse, _ = lasso_path(features, target, alphas=np.logspace(-3, 0, 80)[::-1])
    rows = {"Ridge": (ridge, shrunken), "Lasso": (lasso * len(target), sparse)}
    for axis, (title, (strength, weights)) in zip(figure.subplots(1, 2, sharey=True), rows.items(), strict=True):
        for row, color in zip(weights, COLORS, strict=True):
            axis.semilogx(strength, row, color=color, linewidth=1.6)
        axis.axhline(0, color=INK, linewidth=0.8, alpha=0.6)
        axis.set_title(title, color=INK, fontsize=10, loc="left")
        axis.set_xlabel("λ", color=INK, fontsize=10)
        axis.tick_params(which="both", colors=INK, labelsize=8, length=0)
        axis.grid(color=INK, alpha=0.15, linewidth=0.6)
        axis.spines[:].set_visible(False)
        axis.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [paths]
