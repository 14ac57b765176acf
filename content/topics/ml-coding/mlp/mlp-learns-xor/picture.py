from functools import partial

import numpy as np

from sharpen import checks
from sharpen.checks import diagrams, plots

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
    for axes, (title, answer) in zip(maps, found, strict=True):
        axes.set(title=f"{title}: probability of 1", xlabel="$x_0$")
        plots.attempt(axes, answer, partial(draw_line if X.shape[1] == 1 else draw_plane, axes, X, y, answer))
    curve.set_title("Loss")
    for title, answer in found:
        plots.attempt(curve, answer, partial(draw_losses, curve, title, answer))
    curve.set(xlabel="step", ylim=(0, None))
    curve.legend()


def probability(points, answer):
    W1, b1, w2, b2, _ = answer
    W1 = plots.numbers(W1, points.shape[1], -1)
    b1, w2, b2 = plots.numbers(b1, W1.shape[1]), plots.numbers(w2, W1.shape[1]), float(plots.numbers(b2))
    return 0.5 * (1 + np.tanh((np.tanh(points @ W1 + b1) @ w2 + b2) / 2))


def draw_losses(axes, title, answer):
    losses = plots.curve(answer[-1])
    axes.plot(losses, "--" if title == "Expected" else "-", marker="o" if len(losses) < 20 else None, label=title)


def draw_line(axes, X, y, answer):
    at = np.linspace(X.min() - 1, X.max() + 1, 200)
    axes.plot(at, probability(at[:, None], answer), color="C4")
    axes.scatter(X[:, 0], y, c="black", label="labels")
    axes.set_ylim(-0.1, 1.1)
    axes.legend()


def draw_plane(axes, X, y, answer):
    low, high = X.min(0) - 0.5, X.max(0) + 0.5
    first, second = np.meshgrid(np.linspace(low[0], high[0], 80), np.linspace(low[1], high[1], 80))
    p = probability(np.stack([first.ravel(), second.ravel()], axis=1), answer).reshape(first.shape)
    axes.contourf(first, second, p, levels=np.linspace(0, 1, 11), cmap="PuOr", alpha=0.6)
    axes.contour(first, second, p, levels=[0.5], colors="black", linewidths=1)
    for label, marker in ((0, "o"), (1, "s")):
        axes.scatter(*X[y == label].T, c="black", marker=marker, edgecolors="white", label=f"label {label}")
    axes.set_ylabel("$x_1$")
    axes.legend()
