"""Pictures of the lesson on text classification."""

from functools import cache
from typing import Any

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE, GREEN = "#4477aa", "#dd7733", "#229966"
CLASSES, WORDS, LENGTH = 6, 300, 40
SHARES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5)


@cache
def tickets(number: int, seed: int) -> tuple[Any, Any]:
    """Counts of words, and classes. Each class prefers some words, and most of a ticket is what all write."""
    import numpy as np

    rng = np.random.default_rng(1)
    own, common = rng.dirichlet(np.full(WORDS, 0.5), CLASSES), rng.dirichlet(np.full(WORDS, 0.5))
    rng = np.random.default_rng(seed)
    classes = rng.integers(CLASSES, size=number)
    return rng.multinomial(LENGTH, 0.35 * own[classes] + 0.65 * common), classes


def with_errors(classes: Any, share: float, one_way: bool, seed: int) -> Any:
    """Labels of which a share is wrong: any other class, or always the next one."""
    import numpy as np

    rng = np.random.default_rng(seed)
    wrong = rng.random(len(classes)) < share
    step = 1 if one_way else rng.integers(1, CLASSES, len(classes))
    return np.where(wrong, (classes + step) % CLASSES, classes)


def accuracies(share: float, one_way: bool) -> tuple[float, float]:
    """Of naive Bayes that was trained on labels with errors: by true labels, and by labels with the same errors."""
    import numpy as np

    counts, classes = tickets(3_000, 2)
    tests, truth = tickets(3_000, 3)
    labels = np.eye(CLASSES)[with_errors(classes, share, one_way, 4)]
    seen = labels.T @ counts + 1
    said = (tests @ np.log(seen / seen.sum(axis=1, keepdims=True)).T + np.log(labels.mean(axis=0))).argmax(axis=1)
    return float((said == truth).mean()), float((said == with_errors(truth, share, one_way, 5)).mean())


def noise(figure: Figure) -> None:
    """Accuracy by the share of wrong labels, as it is and as it is measured."""
    figure.set_size_inches(5.4, 3.1)
    axes = figure.subplots()
    anywhere, one_way = ([accuracies(share, way) for share in SHARES] for way in (False, True))
    lines = (
        ("random errors, true accuracy", [true for true, _ in anywhere], BLUE),
        ("random errors, as measured", [measured for _, measured in anywhere], ORANGE),
        ("errors one way, true accuracy", [true for true, _ in one_way], GREEN),
    )
    percent = [100 * share for share in SHARES]
    for label, values, color in lines:
        axes.plot(percent, values, "o-", color=color, markersize=4, linewidth=1.7, label=label)
    axes.set(ylim=(0.4, 1.0), xticks=percent)
    axes.set_xlabel("wrong labels, in percent", color=INK)
    axes.set_title("accuracy", color=INK, fontsize=10, loc="left")
    axes.legend(frameon=False, labelcolor=INK, fontsize=9, loc="lower left")
    axes.tick_params(colors=INK, labelsize=8.5, length=0)
    axes.grid(color=INK, alpha=0.15, linewidth=0.6)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [noise]
