import numpy as np

NAMES = ("X", "y", "W1", "b1", "w2", "b2", "learning_rate", "steps")


def draw(figure, call, expected, got):
    """Two features: the probability over the plane, and the loss before each step."""
    arguments = dict(zip(NAMES, call.args, strict=False)) | dict(call.kwargs or {})
    X, y = np.asarray(arguments["X"], float), np.asarray(arguments["y"])
    if X.shape[1] != 2:
        raise ValueError("only two features can be drawn")
    found = [("yours", got)] + ([("expected", expected)] if expected is not None else [])
    *maps, curve = figure.subplots(1, len(found) + 1)
    low, high = X.min(0) - 0.5, X.max(0) + 0.5
    first, second = np.meshgrid(np.linspace(low[0], high[0], 80), np.linspace(low[1], high[1], 80))
    plane = np.stack([first.ravel(), second.ravel()], axis=1)
    for axes, (title, (W1, b1, w2, b2, losses)) in zip(maps, found, strict=True):
        z = np.tanh(plane @ np.asarray(W1, float) + np.asarray(b1, float)) @ np.asarray(w2, float) + b2
        p = 0.5 * (1 + np.tanh(z / 2)).reshape(first.shape)
        axes.contourf(first, second, p, levels=np.linspace(0, 1, 11), cmap="PuOr", alpha=0.6)
        axes.contour(first, second, p, levels=[0.5], colors="black", linewidths=1)
        for label, marker in ((0, "o"), (1, "s")):
            axes.scatter(*X[y == label].T, c="black", marker=marker, edgecolors="white", label=f"label {label}")
        axes.set(title=f"{title}: probability of 1", xlabel="$x_0$", ylabel="$x_1$")
        axes.legend()
        curve.plot(losses, label=title)
    curve.set(title="Loss", xlabel="step", ylim=(0, None))
    curve.legend()
