"""Pictures of the lesson on outliers."""

from matplotlib.figure import Figure

INK = "#777777"


def one_point(figure: Figure) -> None:
    """Least squares and Huber regression, without and with one outlier."""
    import numpy as np
    from sklearn.linear_model import HuberRegressor, LinearRegression

    figure.set_size_inches(7.2, 3.2)
    rng = np.random.default_rng(2)
    x = np.linspace(0, 10, 16)
    clean = 2 + 0.8 * x + rng.normal(0, 0.6, 16)
    spoiled = clean.copy()
    spoiled[14] = -8
    for axes, y, name in zip(
        figure.subplots(1, 2, sharey=True), (clean, spoiled), ("clean", "one point moved"), strict=True
    ):
        axes.scatter(x, y, s=16, color="#3b82c4")
        fits = ((LinearRegression(), "#c0392b", "-", "least squares"), (HuberRegressor(), INK, "--", "Huber"))
        for model, color, line, title in fits:
            model.fit(x[:, None], y)
            label = f"{title}: slope {model.coef_[0]:.2f}"
            axes.plot(x, model.predict(x[:, None]), color=color, linestyle=line, label=label)
        axes.set_title(name, color=INK, fontsize=10)
        axes.legend(frameon=False, labelcolor=INK, fontsize=8, loc="lower left")
        axes.tick_params(colors=INK)
        axes.spines[:].set_color(INK)
        axes.patch.set_alpha(0)
    figure.tight_layout()
    figure.patch.set_alpha(0)


PICTURES = [one_point]
