from collections import Counter

import numpy as np

from sharpen.checks import plots


def draw(figure, call, expected, got):
    """Bars of class counts, train beside test, and the test share of every class against the wanted one."""
    y, fraction = np.asarray(call.args[0]).tolist(), float(call.args[1])
    names = sorted(set(y))
    place, total = np.arange(len(names)), Counter(y)
    left, right = figure.subplots(1, 2)

    def sides():
        train, test = (plots.wholes(side, -1, below=len(y)) for side in got)
        return Counter(y[row] for row in train), Counter(y[row] for row in test)

    def rows():
        for shift, title, counts in zip((-0.2, 0.2), ("train", "test"), sides(), strict=True):
            left.bar(place + shift, [counts[name] for name in names], 0.4, label=title)
        left.legend()

    def shares():
        _, test = sides()
        right.bar(place, [test[name] / total[name] for name in names], 0.5, label="test share")

    left.set(title="rows of each class", xticks=place, xticklabels=names)
    plots.attempt(left, got, rows)
    right.axhline(fraction, color="black", linestyle="--", label="test_fraction")
    right.set(title="share of each class in the test set", xticks=place, xticklabels=names, ylim=(0, 1))
    plots.attempt(right, got, shares)
    right.legend()
