import numpy as np

from sharpen import checks
from sharpen.checks import diagrams

RNG = np.random.default_rng(5)
SIDES = np.concatenate([RNG.normal(spot, 1.0, size=(40, 2)) for spot in ((-1.5, -1.5), (1.8, 1.4))])
SHOW = checks.call("pegasos", SIDES, np.repeat([-1, 1], 40), 0.1, RNG.integers(80, size=2000).tolist())


def draw(figure, call, expected, got):
    """Two features: the line w . x = 0 and the street around it, found beside expected."""
    names = ("X", "y", "lam", "indices", "project")
    arguments = dict(zip(names, call.args, strict=False)) | dict(call.kwargs or {})
    X, y = np.asarray(arguments["X"], float), np.asarray(arguments["y"])
    if X.shape[1] != 2:
        raise ValueError("only two features can be drawn")
    found = diagrams.sides(got, expected)
    low, high = X.min(0) - 1, X.max(0) + 1
    first, second = np.meshgrid(np.linspace(low[0], high[0], 120), np.linspace(low[1], high[1], 120))
    for axes, (title, w) in zip(figure.subplots(1, len(found), squeeze=False)[0], found, strict=True):
        score = w[0] * first + w[1] * second
        axes.contour(first, second, score, levels=[-1, 0, 1], colors="black", linestyles=["--", "-", "--"])
        for label, color, marker in ((-1, "C0", "o"), (1, "C1", "s")):
            axes.scatter(*X[y == label].T, c=color, marker=marker, edgecolors="white", label=f"{label:+d}")
        axes.set(title=f"{title}: w = ({w[0]:.3g}, {w[1]:.3g})", xlabel="$x_0$", ylabel="$x_1$")
        axes.legend()
