import numpy as np


def train_mlp(X, y, W1, b1, w2, b2, learning_rate, steps):
    """One example at a time, in extended precision, with the logistic function and its logarithm written out."""
    X, W1, b1, w2, b2 = (np.asarray(part, np.longdouble) for part in (X, W1, b1, w2, b2))
    losses = []
    for _ in range(steps):
        grads, loss = [0, 0, 0, 0], 0
        for x, label in zip(X, y, strict=True):
            h = np.tanh((x[:, None] * W1).sum(0) + b1)
            z = (h * w2).sum() + b2
            wrong = z if label == 0 else -z
            loss += max(wrong, 0) + np.log1p(np.exp(-abs(wrong)))
            delta = (1 if label == 0 else -1) * (1 / (1 + np.exp(-wrong)) if wrong > -11000 else 0)
            slope = 1 / np.cosh((x[:, None] * W1).sum(0) + b1) ** 2
            grads[0] += delta * np.outer(x, w2 * slope)
            grads[1] += delta * w2 * slope
            grads[2] += delta * h
            grads[3] += delta
        losses.append(float(loss / len(y)))
        W1, b1, w2, b2 = (
            part - learning_rate * grad / len(y) for part, grad in zip((W1, b1, w2, b2), grads, strict=True)
        )
    return *(part.astype(float) for part in (W1, b1, w2)), float(b2), losses


def inputs(rng, draw):
    """A few steps, shorter where the slopes are steep: long steps on steep slopes magnify every rounding."""
    n, d, h = draw.length("X", 5), draw.length("W1", 4), draw.length("b1", 4)
    X, y = draw("X", n, d), rng.integers(0, 2, n)
    W1, b1, w2, b2 = draw("W1", d, h), draw("b1", h), draw("w2", h), draw("b2")
    w2 = w2 * min(1, 1e4 / max(1, np.abs(w2).sum()))
    steep = max(1, np.abs(X).max()) * max(1, np.abs(w2).max())
    return X, y, W1, b1, w2, b2, min(draw("learning_rate"), 2 / steep), int(rng.integers(0, 6))
