"""Pictures of the lesson on convolutional networks."""

from typing import Any

from matplotlib.figure import Figure

INK = "#777777"
COLORS = {"pixels": "#dd7733", "filters, means of 4 by 4 parts": "#55aa77", "filters, mean of all places": "#4477aa"}
SHIFTS, BORDER, FILTERS, TRAINED, TESTED, PARTS = 4, 5, 80, 900, 180, 4


def views(images: Any) -> list[Any]:
    """Of each image its pixels, and what random 3 by 3 filters find, as means over parts of it and over all of it."""
    import numpy as np
    from numpy.lib.stride_tricks import sliding_window_view

    rng = np.random.default_rng(1)
    kernels = rng.normal(size=(9, FILTERS)).astype(np.float32)
    kernels /= np.linalg.norm(kernels, axis=0)
    bias = rng.uniform(0, 1, FILTERS).astype(np.float32)
    windows = sliding_window_view(images, (3, 3), axis=(1, 2))
    side = windows.shape[1]
    parts = []
    for one in windows.reshape(len(images), side * side, 9):
        found = np.maximum(one @ kernels - bias, 0).reshape(PARTS, side // PARTS, PARTS, side // PARTS, FILTERS)
        parts.append(found.mean(axis=(1, 3)))
    pooled = np.array(parts)
    return [images.reshape(len(images), -1), pooled.reshape(len(images), -1), pooled.mean(axis=(1, 2))]


def accuracies() -> dict[str, list[float]]:
    """Of three readers of scanned digits, by how many pixels the tested images are shifted to the left or right.

    Each is linear in what it sees, fitted by least squares with a small penalty.
    """
    import numpy as np
    from sklearn.datasets import load_digits

    images, digits = load_digits(return_X_y=True)
    order = np.random.default_rng(0).permutation(len(images))[: TRAINED + TESTED]
    around = ((0, 0), (BORDER, BORDER), (BORDER, BORDER))
    images, digits = np.pad((images[order] / 16).reshape(-1, 8, 8), around).astype(np.float32), digits[order]
    moved = [np.roll(images[TRAINED:], by, axis=2) for by in range(-SHIFTS, SHIFTS + 1)]
    train, test = views(images[:TRAINED]), views(np.concatenate(moved))
    found = {}
    for name, seen, tested in zip(COLORS, train, test, strict=True):
        mean, spread = seen.mean(axis=0), seen.std(axis=0) + 0.02 * seen.std()
        x, z = ((one.astype(float) - mean) / spread for one in (seen, tested))
        targets = np.eye(10)[digits[:TRAINED]] - 0.1
        scores = z @ np.linalg.solve(x.T @ x + np.eye(x.shape[1]), x.T @ targets)
        right = (scores.argmax(axis=1) == np.tile(digits[TRAINED:], len(moved))).reshape(len(moved), -1).mean(axis=1)
        found[name] = [float(right[SHIFTS + by] + right[SHIFTS - by]) / 2 for by in range(SHIFTS + 1)]
    return found


def shifted_digits(figure: Figure) -> None:
    """Accuracy by shift."""
    figure.set_size_inches(5.4, 2.9)
    axes = figure.subplots()
    for (name, values), mark in zip(accuracies().items(), "^so", strict=True):
        axes.plot(range(SHIFTS + 1), values, marker=mark, color=COLORS[name], markersize=5, linewidth=1.8, label=name)
    axes.set(ylim=(0, 1.03), xticks=range(SHIFTS + 1))
    axes.set_title("share read correctly", color=INK, fontsize=10, loc="left")
    axes.set_xlabel("pixels that the tested images are shifted by", color=INK, fontsize=9)
    axes.legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="upper right", bbox_to_anchor=(1, 0.9))
    axes.tick_params(colors=INK, labelsize=8.5, length=0)
    axes.grid(color=INK, alpha=0.15, linewidth=0.6)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [shifted_digits]
