"""Pictures of gradient boosting."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"


def stages(figure: Figure) -> None:
    """The sum after 1, 10 and 100 trees."""
    import numpy as np
    from sklearn.ensemble import GradientBoostingRegressor

    figure.set_size_inches(7.2, 2.6)
    rng = np.random.default_rng(2)
    x = np.sort(rng.uniform(0, 6, 70))
    y = np.sin(x) + 0.3 * x + rng.normal(0, 0.25, 70)
    line = np.linspace(0, 6, 400)
    model = GradientBoostingRegressor(n_estimators=100, learning_rate=0.2, max_depth=2, random_state=0)
    curves = list(model.fit(x[:, None], y).staged_predict(line[:, None]))
    for axis, count in zip(figure.subplots(1, 3, sharey=True), (1, 10, 100), strict=True):
        axis.scatter(x, y, s=9, color=BLUE, linewidths=0, alpha=0.8)
        axis.plot(line, curves[count - 1], color=ORANGE, linewidth=1.6)
        axis.set_title(f"{count} tree{'s' if count > 1 else ''}", color=INK, fontsize=10, loc="left")
        axis.set(xticks=[], yticks=[])
        axis.spines[:].set_color(INK)
        axis.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [stages]
