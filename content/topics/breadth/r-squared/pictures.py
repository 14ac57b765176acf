"""Pictures of the lesson on R squared."""

from matplotlib.figure import Figure

INK = "#777777"
SHARED = (10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5)
ANSCOMBE = (
    (SHARED, (8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68)),
    (SHARED, (9.14, 8.14, 8.74, 8.77, 9.26, 8.10, 6.13, 3.10, 9.13, 7.26, 4.74)),
    (SHARED, (7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73)),
    ((8,) * 7 + (19,) + (8,) * 3, (6.58, 5.76, 7.71, 8.84, 8.47, 7.04, 5.25, 12.50, 5.56, 7.91, 6.89)),
)
"""The table of F. J. Anscombe, "Graphs in Statistical Analysis", The American Statistician 27(1), 1973."""


def noise_features(figure: Figure) -> None:
    """R squared of least squares with more and more features of noise, mean of 40 data sets."""
    import numpy as np
    from sklearn.linear_model import LinearRegression
    from sklearn.metrics import r2_score

    figure.set_size_inches(7.2, 3.2)
    rng = np.random.default_rng(0)
    sizes, n = range(1, 32, 2), 40
    scores = np.zeros((3, len(sizes)))
    for _ in range(40):
        x = rng.standard_normal((n + 400, 31))
        y = x[:, 0] + rng.standard_normal(n + 400)
        for column, d in enumerate(sizes):
            model = LinearRegression().fit(x[:n, :d], y[:n])
            train = r2_score(y[:n], model.predict(x[:n, :d]))
            adjusted = 1 - (1 - train) * (n - 1) / (n - d - 1)
            scores[:, column] += np.array([train, adjusted, r2_score(y[n:], model.predict(x[n:, :d]))]) / 40
    axes = figure.subplots()
    styles = (("training rows", "#3b82c4", "-"), ("adjusted", INK, "--"), ("new rows", "#d9822b", "-"))
    for row, (name, color, line) in zip(scores, styles, strict=True):
        axes.plot([d - 1 for d in sizes], row, color=color, linestyle=line, label=name)
    axes.axhline(0, color=INK, linewidth=0.6)
    axes.set(ylim=(-2, 1))
    axes.set_xlabel("features of noise", color=INK)
    axes.set_ylabel("R squared", color=INK)
    axes.legend(frameon=False, labelcolor=INK, loc="lower left")
    axes.tick_params(colors=INK)
    axes.spines[:].set_color(INK)
    axes.patch.set_alpha(0)
    figure.tight_layout()
    figure.patch.set_alpha(0)


def anscombe(figure: Figure) -> None:
    """Anscombe's four data sets, each with its line of least squares."""
    import numpy as np

    figure.set_size_inches(7.2, 2.2)
    ends = np.array([3, 20])
    for axes, (x, y) in zip(figure.subplots(1, 4, sharex=True, sharey=True), ANSCOMBE, strict=True):
        slope, start = np.polyfit(x, y, 1)
        axes.plot(ends, start + slope * ends, color="#d9822b", linewidth=1.4)
        axes.plot(x, y, "o", color="#3b82c4", markersize=3.5)
        axes.set_title(f"R² = {np.corrcoef(x, y)[0, 1] ** 2:.2f}", color=INK, fontsize=9, loc="left")
        axes.set(xticks=[5, 10, 15], yticks=[4, 8, 12])
        axes.tick_params(colors=INK, labelsize=8, length=0)
        axes.spines[:].set_color(INK)
        axes.patch.set_alpha(0)
    figure.tight_layout()
    figure.patch.set_alpha(0)


PICTURES = [noise_features, anscombe]
