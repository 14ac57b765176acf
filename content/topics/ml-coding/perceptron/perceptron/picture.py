import numpy as np

from sharpen import checks
from sharpen.checks import diagrams

RNG = np.random.default_rng(5)
SIDES = np.concatenate([RNG.normal(spot, 1.0, size=(40, 2)) for spot in ((-1.5, -1.5), (1.8, 1.4))])
SHOW = checks.call("perceptron", SIDES, np.repeat([-1, 1], 40), RNG.permutation(80).tolist(), 8)


def draw(figure, call, expected, got):
    """Two features: the rows, and the boundary that was found beside the expected one."""
    arguments = dict(zip(("X", "y", "order", "epochs"), call.args, strict=False)) | dict(call.kwargs or {})
    X, y = np.asarray(arguments["X"], float), np.asarray(arguments["y"])
    if X.shape[1] != 2:
        raise ValueError("only two features can be drawn")
    found = diagrams.sides(got, expected)
    for axes, (title, (w, b, mistakes)) in zip(figure.subplots(1, len(found), squeeze=False)[0], found, strict=True):
        low, high = X.min(0) - 1, X.max(0) + 1
        first, second = np.meshgrid(np.linspace(low[0], high[0], 80), np.linspace(low[1], high[1], 80))
        score = w[0] * first + w[1] * second + b
        axes.contourf(first, second, np.sign(score), levels=[-2, 0, 2], colors=["C0", "C1"], alpha=0.15)
        for label, color, marker in ((-1, "C0", "o"), (1, "C1", "s")):
            axes.scatter(*X[y == label].T, c=color, marker=marker, edgecolors="white", label=f"{label:+d}")
        axes.set(title=f"{title}: {sum(mistakes)} mistakes in {len(mistakes)} epochs", xlabel="$x_0$", ylabel="$x_1$")
        axes.legend()
