"""Pictures of the lesson on naive Bayes."""

from matplotlib.figure import Figure

INK = "#777777"


def correlated_features(figure: Figure) -> None:
    """Boundaries of naive Bayes and of linear discriminant analysis, on independent and correlated features."""
    import numpy as np
    from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
    from sklearn.naive_bayes import GaussianNB

    figure.set_size_inches(7.2, 3.4)
    rng = np.random.default_rng(3)
    mesh = np.stack(np.meshgrid(np.linspace(-5, 5, 200), np.linspace(-5, 5, 200)), axis=-1)
    labels = np.repeat([0, 1], 120)
    for axes, correlation in zip(figure.subplots(1, 2, sharey=True), (0.0, 0.9), strict=True):
        noise = rng.multivariate_normal([0, 0], [[2, 2 * correlation], [2 * correlation, 2]], 240)
        points = noise + np.where(labels[:, None] == 0, [-1.1, 0], [1.1, 0])
        for label, color in ((0, "#3b82c4"), (1, "#d9822b")):
            axes.scatter(*points[labels == label].T, s=9, color=color, alpha=0.7)
        fits = ((GaussianNB(), "#c0392b", "-", "naive Bayes"), (LinearDiscriminantAnalysis(), INK, "--", "LDA"))
        for model, color, line, name in fits:
            share = model.fit(points, labels).predict_proba(mesh.reshape(-1, 2))[:, 1].reshape(200, 200)
            axes.contour(mesh[..., 0], mesh[..., 1], share, levels=[0.5], colors=color, linestyles=line)
            right = (model.predict(points) == labels).mean()
            axes.plot([], [], color=color, linestyle=line, label=f"{name}: {right:.0%} right")
        axes.set_title(f"correlation {correlation:g}", color=INK, fontsize=10)
        axes.legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="upper left")
        axes.set(xlim=(-5, 5), ylim=(-5, 7.4))
        axes.tick_params(colors=INK)
        axes.patch.set_alpha(0)
        axes.spines[:].set_color(INK)
    figure.tight_layout()
    figure.patch.set_alpha(0)


PICTURES = [correlated_features]
