"""Pictures of the lesson on R squared."""

from matplotlib.figure import Figure

INK = "#777777"


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


PICTURES = [noise_features]
