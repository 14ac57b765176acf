"""Pictures of the lesson on transfer learning."""

from typing import Any

from matplotlib.figure import Figure

INK = "#777777"
COLORS = {"from scratch": "#dd7733", "frozen": "#55aa77", "tuned": "#4477aa"}
NEW, LABELS, REPEATS, MARGIN, HIDDEN = (4, 7, 9), (5, 20, 100), 3, 2, 48
"""Digits of the new task; labels of each; how often it is repeated; how far digits move; hidden units."""


def _trained(
    start: list[Any], images: Any, labels: Any, steps: int, rate: float, rng: Any, first: int = 0
) -> list[Any]:
    """A network with one hidden layer after steps of Adam; what stands before `first` in its list stays frozen."""
    import numpy as np

    net, targets = [part.astype(np.float32) for part in start], np.eye(len(start[3]), dtype=np.float32)[labels]
    means, squares = [0 * part for part in net], [0 * part for part in net]
    for step in range(1, steps + 1):
        rows = rng.integers(0, len(images), 28)
        x = images[rows]
        hidden = np.maximum(x @ net[0] + net[1], 0)
        scores = np.exp((logits := hidden @ net[2] + net[3]) - logits.max(axis=1, keepdims=True))
        error = (scores / scores.sum(axis=1, keepdims=True) - targets[rows]) / len(rows)
        back = (error @ net[2].T) * (hidden > 0)
        slopes = [x.T @ back, back.sum(axis=0), hidden.T @ error, error.sum(axis=0)]
        for place in range(first, 4):
            means[place] = 0.9 * means[place] + 0.1 * slopes[place]
            squares[place] = 0.99 * squares[place] + 0.01 * slopes[place] ** 2
            size = np.sqrt(squares[place] / (1 - 0.99**step)) + 1e-8
            net[place] = net[place] - rate * means[place] / (1 - 0.9**step) / size
    return net


def _right(net: list[Any], images: Any, labels: Any) -> float:
    import numpy as np

    return float(np.mean((np.maximum(images @ net[0] + net[1], 0) @ net[2] + net[3]).argmax(axis=1) == labels))


def learned() -> dict[str, dict[str, list[float]]]:
    """Accuracy on the new digits by number of labels, for both tasks and each way to learn.

    A first network learned seven other digits, all of them moved about an empty ground. In the task that is like it,
    the three new ones are too; in the other one the pixels are also shuffled, in the same way for every image.
    """
    import numpy as np
    from sklearn.datasets import load_digits

    rng = np.random.default_rng(0)
    images, digits = load_digits(return_X_y=True)
    side = 8 + 2 * MARGIN

    def moved(batch: Any) -> Any:
        ground = np.zeros((len(batch), side, side), dtype=np.float32)
        for one, image, (down, right) in zip(
            ground, batch, rng.integers(0, 2 * MARGIN + 1, (len(batch), 2)), strict=True
        ):
            one[down : down + 8, right : right + 8] = image.reshape(8, 8) / 16
        return ground.reshape(len(batch), -1)

    def fresh(kinds: int, rng: Any) -> list[Any]:
        first = rng.normal(0, 3 * np.sqrt(2 / side**2), (side**2, HIDDEN))
        return [first, np.zeros(HIDDEN), rng.normal(0, 0.1 / np.sqrt(HIDDEN), (HIDDEN, kinds)), np.zeros(kinds)]

    new = np.isin(digits, NEW)
    known = [digit for digit in range(10) if digit not in NEW]
    many = np.concatenate([moved(images[~new]) for _ in range(4)])
    source = _trained(fresh(7, rng), many, np.tile(np.searchsorted(known, digits[~new]), 4), 1000, 0.005, rng)
    target, kinds = moved(images[new]), np.searchsorted(NEW, digits[new])
    shuffled = target[:, rng.permutation(side**2)]
    found = {}
    for task, views in (("other digits", target), ("other digits, pixels shuffled", shuffled)):
        found[task] = {way: [0.0] * len(LABELS) for way in COLORS}
        for place, count in enumerate(LABELS):
            for repeat in range(REPEATS):
                draw = np.random.default_rng(100 * repeat + count)
                rows = [draw.permutation(np.flatnonzero(kinds == kind))[:count] for kind in range(len(NEW))]
                train = np.concatenate(rows)
                test = np.setdiff1d(np.arange(len(kinds)), train)[::2]
                start = fresh(len(NEW), draw)
                ways = {
                    "from scratch": (start, 0.004, 0),
                    "frozen": (source[:2] + start[2:], 0.01, 2),
                    "tuned": (source[:2] + start[2:], 0.004, 0),
                }
                for way, (begin, rate, first) in ways.items():
                    net = _trained(begin, views[train], kinds[train], 80, rate, draw, first)
                    found[task][way][place] += _right(net, views[test], kinds[test]) / REPEATS
    return found


def by_size_and_likeness(figure: Figure) -> None:
    """Accuracy by number of labels, for a task that is like the first one and one that is not."""
    figure.set_size_inches(5.4, 2.8)
    panels = figure.subplots(1, 2, sharey=True)
    for axes, (task, ways) in zip(panels, learned().items(), strict=True):
        for (way, values), mark in zip(ways.items(), "os^", strict=True):
            axes.plot(LABELS, values, marker=mark, color=COLORS[way], markersize=4.5, linewidth=1.7, label=way)
        axes.set(xscale="log", xticks=LABELS, ylim=(0.3, 0.92))
        axes.xaxis.set_major_formatter(lambda count, _: f"{count:g}")
        axes.minorticks_off()
        axes.set_title(task, color=INK, fontsize=9.5, loc="left")
        axes.set_xlabel("labels of each digit", color=INK, fontsize=9)
        axes.tick_params(colors=INK, labelsize=8.5, length=0)
        axes.grid(color=INK, alpha=0.15, linewidth=0.6)
        axes.spines[:].set_visible(False)
        axes.patch.set_visible(False)
    panels[1].legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="upper left")
    panels[0].set_ylabel("accuracy", color=INK, fontsize=9)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [by_size_and_likeness]
