"""Pictures of the lesson on momentum."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"


def three_paths(figure: Figure) -> None:
    """Plain descent, heavy ball and Nesterov with one learning rate on a quadratic with curvatures 1 and 25."""
    import numpy as np

    figure.set_size_inches(7.2, 2.5)
    curvatures, start, steps = np.array([1.0, 25.0]), np.array([4.0, 1.0]), 30
    x, y = np.meshgrid(np.linspace(-2.6, 4.6, 161), np.linspace(-1.6, 1.6, 121))
    height = (curvatures[0] * x**2 + curvatures[1] * y**2) / 2
    rate, ways = 0.03, (("plain", 0.0, 0.0), ("momentum", 0.8, 0.0), ("Nesterov", 0.8, 1.0))
    for axes, (name, beta, ahead) in zip(figure.subplots(1, 3, sharey=True), ways, strict=True):
        path, v = [start], np.zeros(2)
        for _ in range(steps):
            v = beta * v + curvatures * (path[-1] - ahead * rate * beta * v)
            path.append(path[-1] - rate * v)
        axes.contour(x, y, height, levels=[0.3, 1.5, 4, 8, 14, 22], colors=INK, linewidths=0.7, alpha=0.6)
        axes.plot(*np.transpose(path), color=ORANGE, linewidth=1.3, marker="o", markersize=3)
        axes.plot(0, 0, "+", color=BLUE, markersize=9, markeredgewidth=2)
        loss = (path[-1] ** 2 @ curvatures) / 2
        axes.set_title(f"{name}: loss {loss:.2g} after {steps}", color=INK, fontsize=9, loc="left")
        axes.set(xlim=(-2.6, 4.6), ylim=(-1.6, 1.6))
        axes.tick_params(colors=INK, labelsize=8, length=0)
        axes.spines[:].set_visible(False)
        axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [three_paths]
