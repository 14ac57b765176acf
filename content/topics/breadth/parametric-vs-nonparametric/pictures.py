"""Pictures of parametric and nonparametric models."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"


def more_rows(figure: Figure) -> None:
    """Held-out error of a line and of nearest neighbors against the rows, for a straight and for a bent truth."""
    import numpy as np
    from sklearn.linear_model import LinearRegression
    from sklearn.neighbors import KNeighborsRegressor

    figure.set_size_inches(7.2, 2.9)
    sizes = [10, 20, 40, 80, 160, 320, 640, 1280]
    truths = {"the truth is a line": lambda x: 2 * x, "the truth bends": lambda x: 2 * x + 0.5 * np.sin(6 * x)}
    fresh = np.linspace(0, 1, 400)[:, None]
    for axis, (title, truth) in zip(figure.subplots(1, 2, sharey=True), truths.items(), strict=True):
        rng = np.random.default_rng(5)
        errors = np.zeros((2, len(sizes)))
        for place, size in enumerate(sizes):
            models = LinearRegression(), KNeighborsRegressor(max(2, round(0.6 * size**0.8)))
            for _ in range(30):
                x = rng.uniform(0, 1, (size, 1))
                y = truth(x[:, 0]) + rng.normal(0, 0.5, size)
                for row, model in enumerate(models):
                    errors[row, place] += np.mean((model.fit(x, y).predict(fresh) - truth(fresh[:, 0])) ** 2) / 30
        for values, name, color in zip(errors, ("line", "neighbors"), (BLUE, ORANGE), strict=True):
            axis.loglog(sizes, values, color=color, marker="o", markersize=4)
            axis.annotate(name, (sizes[-1], values[-1]), (6, -3), textcoords="offset points", color=color)
        axis.set_title(title, color=INK, fontsize=10, loc="left")
        axis.set_xlabel("rows", color=INK)
        axis.set_xlim(8, 6000)
        axis.tick_params(which="both", colors=INK, labelsize=9)
        axis.spines[["top", "right"]].set_visible(False)
        axis.spines[["left", "bottom"]].set_color(INK)
        axis.patch.set_visible(False)
    figure.axes[0].set_ylabel("squared error", color=INK)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [more_rows]
