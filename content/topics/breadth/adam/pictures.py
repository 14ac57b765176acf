"""Pictures of the lesson on Adam."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE, PURPLE = "#4477aa", "#dd7733", "#8866bb"


def along_and_turned(figure: Figure) -> None:
    """Gradient descent and Adam on a narrow quadratic valley, along the axes and turned by 45 degrees."""
    import numpy as np

    figure.set_size_inches(7.2, 3.2)
    curvatures, steps = np.array([1.0, 50.0]), 60
    x, y = np.meshgrid(np.linspace(-1.6, 4.6, 181), np.linspace(-2.4, 3.8, 181))
    for axes, degrees in zip(figure.subplots(1, 2, sharey=True), (0, 45), strict=True):
        c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
        turn = np.array([[c, -s], [s, c]])
        hessian = turn @ np.diag(curvatures) @ turn.T
        height = (hessian[0, 0] * x**2 + 2 * hessian[0, 1] * x * y + hessian[1, 1] * y**2) / 2
        start = turn @ [4.0, 0.8]
        plain, adam = [start], [start]
        m, v = np.zeros(2), np.zeros(2)
        for step in range(1, steps + 1):
            plain.append(plain[-1] - 0.036 * hessian @ plain[-1])
            gradient = hessian @ adam[-1]
            m, v = 0.9 * m + 0.1 * gradient, 0.999 * v + 0.001 * gradient**2
            move = (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
            adam.append(adam[-1] - 0.15 * move)
        axes.contour(x, y, height, levels=[0.3, 1.5, 4, 8, 16, 32], colors=INK, linewidths=0.7, alpha=0.5)
        for name, path, color in (("descent", plain, BLUE), ("Adam", adam, ORANGE)):
            loss = path[-1] @ hessian @ path[-1] / 2
            label = f"{name}: loss {loss:.2f}"
            axes.plot(*np.transpose(path), color=color, linewidth=1.3, marker="o", markersize=2.5, label=label)
        axes.plot(0, 0, "+", color=PURPLE, markersize=9, markeredgewidth=2)
        axes.legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="lower right", handlelength=1.2)
        title = f"turned by {degrees} degrees" if degrees else "along the axes"
        axes.set_title(title, color=INK, fontsize=9.5, loc="left")
        axes.set(xlim=(-1.6, 4.6), ylim=(-2.4, 3.8), aspect="equal")
        axes.tick_params(colors=INK, labelsize=8, length=0)
        axes.spines[:].set_visible(False)
        axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [along_and_turned]
