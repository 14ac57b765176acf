"""Pictures of logistic regression."""

from matplotlib.figure import Figure

INK = "#777777"
COLORS = ["#4477aa", "#dd7733"]


def planes_of_probability(figure: Figure) -> None:
    """Left, lines of equal probability in the plane; right, the same points along their score."""
    import numpy as np
    from matplotlib.colors import LinearSegmentedColormap
    from scipy.special import expit
    from sklearn.linear_model import LogisticRegression

    figure.set_size_inches(7.2, 3.1)
    rng = np.random.default_rng(3)
    labels = np.repeat([0, 1], 60)
    points = rng.normal(0, 1.25, (120, 2)) + np.where(labels[:, None], [1.0, 0.7], [-1.0, -0.7])
    model = LogisticRegression(C=1e6).fit(points, labels)
    scores = model.decision_function(points)
    plane, curve = figure.subplots(1, 2, width_ratios=[1, 1.15])
    grid = np.stack(np.meshgrid(np.linspace(-4.6, 5.6, 140), np.linspace(-4.1, 4.1, 120)), axis=-1)
    share = model.predict_proba(grid.reshape(-1, 2))[:, 1].reshape(grid.shape[:2])
    shades = LinearSegmentedColormap.from_list("shades", COLORS)
    plane.imshow(share, extent=(-4.6, 5.6, -4.1, 4.1), origin="lower", cmap=shades, vmin=0, vmax=1, alpha=0.35)
    levels = [0.02, 0.1, 0.5, 0.9, 0.98]
    plane.contour(*grid.transpose(2, 0, 1), share, levels=levels, colors=INK, linewidths=[1, 1, 2, 1, 1])
    (a, b), c = model.coef_[0], model.intercept_[0]
    for level in levels:
        x = (np.log(level / (1 - level)) - c + b * 4.1) / a
        plane.text(x, -4.3, f"{level:g}", color=INK, fontsize=8, ha="center", va="top")
    middle = -c / (a * a + b * b) * np.array([a, b])
    tip = middle + 1.8 * np.array([a, b]) / np.hypot(a, b)
    plane.annotate("", tip, middle, arrowprops={"arrowstyle": "-|>", "color": INK, "linewidth": 2})
    plane.annotate("w", tip, (4, 2), textcoords="offset points", color=INK, fontsize=11, weight="bold")
    plane.set(aspect="equal", xticks=[], yticks=[])
    z = np.linspace(-7.5, 7.5, 201)
    curve.plot(z, expit(z), color=INK, linewidth=2)
    colors = np.array(COLORS)[labels]
    curve.scatter(scores, labels + rng.uniform(-0.025, 0.025, 120), s=9, color=colors, linewidths=0, alpha=0.8)
    curve.set(xlim=(-7.5, 7.5), yticks=levels)
    curve.grid(axis="y", color=INK, alpha=0.25, linewidth=0.6)
    curve.set_xlabel("score z, the log odds", color=INK, fontsize=9)
    curve.set_ylabel("probability of label 1", color=INK, fontsize=9)
    plane.scatter(*points.T, s=9, color=colors, linewidths=0)
    for axis in (plane, curve):
        axis.tick_params(colors=INK, labelsize=8, length=0)
        axis.spines[:].set_visible(False)
        axis.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [planes_of_probability]
