from collections import Counter

import numpy as np


def draw(figure, call, expected, got):
    """Bars of class counts, train beside test, and the test share of every class against the wanted one."""
    y, fraction = np.asarray(call.args[0]).tolist(), float(call.args[1])
    names = sorted(set(y))
    sides = [Counter(y[row] for row in np.asarray(side, int).tolist()) for side in got]
    left, right = figure.subplots(1, 2)
    place = np.arange(len(names))
    for shift, (title, counts) in zip((-0.2, 0.2), zip(("train", "test"), sides, strict=True), strict=True):
        left.bar(place + shift, [counts[name] for name in names], 0.4, label=title)
    left.set(title="rows of each class", xticks=place, xticklabels=names)
    left.legend()
    total = Counter(y)
    right.bar(place, [sides[1][name] / total[name] for name in names], 0.5, label="test share")
    right.axhline(fraction, color="black", linestyle="--", label="test_fraction")
    right.set(title="share of each class in the test set", xticks=place, xticklabels=names, ylim=(0, 1))
    right.legend()
