"""Pictures of the lesson on gradient descent."""

from matplotlib.figure import Figure

INK = "#777777"
ORANGE = "#dd7733"


def three_steps(figure: Figure) -> None:
    """Paths on the lesson's quadratic with a small, a large and a too large learning rate."""
    import numpy as np

    figure.set_size_inches(7.2, 2.7)
    x, y = np.meshgrid(np.linspace(-4.8, 4.8, 161), np.linspace(-2.4, 2.4, 121))
    height = (x**2 + 10 * y**2) / 2
    for axes, rate in zip(figure.subplots(1, 3, sharey=True), (0.03, 0.19, 0.21), strict=True):
        path = [np.array([4.0, 1.0])]
        for _ in range(12):
            path.append(path[-1] - rate * path[-1] * [1.0, 10.0])
        axes.contour(x, y, height, levels=[0.3, 1.5, 4, 8, 14, 22], colors=INK, linewidths=0.7, alpha=0.6)
        axes.plot(*np.transpose(path), color=ORANGE, linewidth=1.3, marker="o", markersize=3)
        axes.plot(0, 0, "+", color="#4477aa", markersize=9, markeredgewidth=2)
        loss = (path[-1] ** 2 @ [1.0, 10.0]) / 2
        axes.set_title(f"step {rate}: loss {loss:.2f} after 12", color=INK, fontsize=9, loc="left")
        axes.set(ylim=(-4.2, 4.2), xlim=(-5, 5))
        axes.tick_params(colors=INK, labelsize=8, length=0)
        axes.spines[:].set_visible(False)
        axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [three_steps]
