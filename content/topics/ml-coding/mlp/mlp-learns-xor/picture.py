import numpy as np

from sharpen import checks
from sharpen.checks import diagrams

RNG = np.random.default_rng(7)
CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
WEIGHTS = (RNG.normal(size=(2, 4)), np.zeros(4), RNG.normal(size=4), 0.0)
SHOW = checks.call("train_mlp", CORNERS, np.array([0, 1, 1, 0]), *WEIGHTS, 0.5, 1500)

NAMES = ("X", "y", "W1", "b1", "w2", "b2", "learning_rate", "steps")


def draw(figure, call, expected, got):
    """One or two features: the probability of label 1 over them; and the loss before each step."""
    arguments = dict(zip(NAMES, call.args, strict=False)) | dict(call.kwargs or {})
    X, y = np.asarray(arguments["X"], float), np.asarray(arguments["y"])
    if X.shape[1] > 2:
        raise ValueError("at most two features can be drawn")
    found = diagrams.sides(got, expected)
    *maps, curve = figure.subplots(1, len(found) + 1)
    for axes, (title, (*parameters, losses)) in zip(maps, found, strict=True):
        (draw_line if X.shape[1] == 1 else draw_plane)(axes, X, y, parameters)
        axes.set(title=f"{title}: probability of 1", xlabel="$x_0$")
        axes.legend()
        curve.plot(losses, "--" if title == "Expected" else "-", marker="o" if len(losses) < 20 else None, label=title)
    curve.set(title="Loss", xlabel="step", ylim=(0, None))
    curve.legend()


def probability(points, parameters):
    W1, b1, w2, b2 = (np.asarray(part, float) for part in parameters)
    return 0.5 * (1 + np.tanh((np.tanh(points @ W1 + b1) @ w2 + b2) / 2))


def draw_line(axes, X, y, parameters):
    at = np.linspace(X.min() - 1, X.max() + 1, 200)
    axes.plot(at, probability(at[:, None], parameters), color="C4")
    axes.scatter(X[:, 0], y, c="black", label="labels")
    axes.set_ylim(-0.1, 1.1)


def draw_plane(axes, X, y, parameters):
    low, high = X.min(0) - 0.5, X.max(0) + 0.5
    first, second = np.meshgrid(np.linspace(low[0], high[0], 80), np.linspace(low[1], high[1], 80))
    p = probability(np.stack([first.ravel(), second.ravel()], axis=1), parameters).reshape(first.shape)
    axes.contourf(first, second, p, levels=np.linspace(0, 1, 11), cmap="PuOr", alpha=0.6)
    axes.contour(first, second, p, levels=[0.5], colors="black", linewidths=1)
    for label, marker in ((0, "o"), (1, "s")):
        axes.scatter(*X[y == label].T, c="black", marker=marker, edgecolors="white", label=f"label {label}")
    axes.set_ylabel("$x_1$")
