"""A confusion matrix with its right cells in green; below it counts, or the averages, yours and those expected."""

from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams

MOST = 8
NAMES = ("macro", "micro", "weighted")

SHOW = Call("averages", ([[8, 1, 1, 0], [2, 5, 0, 0], [3, 0, 0, 0], [0, 0, 0, 0]],))


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """Rows are the truth, columns the prediction."""
    axes = diagrams.sheet(figure)
    if call.entry == "confusion_matrix":
        _truth, _predicted, k = diagrams.given(call, "truth", "predicted", "k")
        if k > MOST:
            raise ValueError("too many classes to be seen")
        diagrams.answers(axes, 0, got, expected, lambda C, y: matrix(axes, C, y + 0.4))
    else:
        (C,) = diagrams.given(call, "C")
        if len(C) > MOST:
            raise ValueError("too many classes to be seen")
        below = matrix(axes, diagrams.plain(C), 0)
        diagrams.answers(axes, below + 0.2, got, expected, lambda answer, y: means(axes, answer, y + 0.4))
    diagrams.fit(axes)


def matrix(axes: Axes, C: Any, y: float) -> float:
    """The counts from the height y on; returns the height below them. Raises ValueError for what is no square table."""
    if not len(C) or any(isinstance(row, str) or len(row) != len(C) for row in C):
        raise ValueError("the counts of k classes have k rows and k columns")
    wide = diagrams.breadth([count for row in C for count in row])
    right = {(c, c): "green" for c in range(len(C))}
    classes = range(len(C))
    diagrams.table(axes, 0.8, y, C, across=classes, down=classes, tones=right, wide=wide)
    diagrams.words(axes, 0, y + len(C) + 0.35, "Rows: the truth. Columns: predicted. Green: right.", size=8)
    return y + len(C) + 0.6


def means(axes: Axes, answer: Any, y: float) -> float:
    """A row for each average; returns the height below them."""
    rows = [[f"{float(value):.4g}" for value in answer[name]] for name in NAMES]
    across = ("precision", "recall", "F1")
    diagrams.table(axes, 2.2, y, rows, across=across, down=NAMES, wide=2.4)
    return y + len(rows)
