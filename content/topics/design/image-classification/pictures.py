"""Pictures of the lesson on image classification."""

import warnings
from typing import Any

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"
SEEN, TRAINED, SEEDS = 8, 500, 4
"""Digits from here on are never seen in training; images that it reads; and how often it is repeated."""
FROM = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.97, 0.99)


def answered() -> Any:
    """By threshold: the share answered of known and of unseen digits, and the share of known ones answered wrongly.

    A network with one hidden layer reads scanned digits of 8 by 8 pixels. Means over seeds. A fourth row is its
    accuracy without a threshold.
    """
    import numpy as np
    from sklearn.datasets import load_digits
    from sklearn.neural_network import MLPClassifier

    images, digits = load_digits(return_X_y=True)
    found = []
    for seed in range(SEEDS):
        order = np.random.default_rng(seed).permutation(len(images))
        x, y = images[order] / 16, digits[order]
        known, first = y < SEEN, np.arange(len(y)) < TRAINED
        network = MLPClassifier((64,), alpha=0, batch_size=50, max_iter=20, learning_rate_init=0.01, random_state=seed)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            network.fit(x[known & first], y[known & first])
        chances, unseen = (network.predict_proba(x[which]) for which in (known & ~first, ~known))
        sure, wrong = chances.max(axis=1), chances.argmax(axis=1) != y[known & ~first]
        rows = [
            (np.mean(sure >= least), np.mean(unseen.max(axis=1) >= least), np.mean(wrong & (sure >= least)))
            for least in FROM
        ]
        found.append([(*row, 1 - wrong.mean()) for row in rows])
    return np.mean(found, axis=0).T


def wrong_among_answered(known: Any, unseen: Any, wrong: Any, share: float) -> Any:
    """If this share of the images shows something unseen, for which no answer is right."""
    return ((1 - share) * wrong + share * unseen) / ((1 - share) * known + share * unseen)


def sure_of_the_unseen(figure: Figure) -> None:
    """How much is answered at each threshold, and how much of that is wrong."""
    figure.set_size_inches(5.4, 2.8)
    known, unseen, wrong, _ = answered()
    left, right = figure.subplots(1, 2)
    left.plot(FROM, 100 * known, "o-", color=BLUE, markersize=3.5, linewidth=1.7, label="digits it knows")
    left.plot(FROM, 100 * unseen, "o-", color=ORANGE, markersize=3.5, linewidth=1.7, label="never seen")
    for share, color, name in ((0.0, BLUE, "none unseen"), (0.1, ORANGE, "one in ten unseen")):
        values = 100 * wrong_among_answered(known, unseen, wrong, share)
        right.plot(FROM, values, "o-", color=color, markersize=3.5, linewidth=1.7, label=name)
    left.set(ylim=(0, 104))
    right.set(ylim=(0, 16))
    for axes, title in ((left, "answered, %"), (right, "wrong among answered, %")):
        axes.set_title(title, color=INK, fontsize=10, loc="left")
        axes.set_xlabel("answers from this probability", color=INK, fontsize=9)
        axes.legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="lower left" if axes is left else "upper right")
        axes.tick_params(colors=INK, labelsize=8.5, length=0)
        axes.grid(color=INK, alpha=0.15, linewidth=0.6)
        axes.spines[:].set_visible(False)
        axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [sure_of_the_unseen]
