"""A cell for each pair of a positive and a negative: green where it is won, gold where it is tied."""

from typing import Any

from matplotlib.figure import Figure

from sharpen.checks import Call, diagrams

MOST_ROWS, MOST_COLUMNS = 8, 12

SHOW = Call("roc_auc", ([1, 0, 1, 0, 0, 1, 0, 1], [0.9, 0.8, 0.8, 0.4, 0.2, 0.6, 0.1, 0.3]))

CREDITS = {True: ("1", "green"), None: ("½", "gold"), False: ("0", "faint")}


def draw(figure: Figure, call: Call, expected: Any, got: Any) -> None:
    """The pairs with the best positives on top and the best negatives on the left, and the answers below."""
    y, scores = (list(given) for given in diagrams.given(call, "y", "scores"))
    high = sorted((score for label, score in zip(y, scores, strict=True) if label), reverse=True)
    low = sorted((score for label, score in zip(y, scores, strict=True) if not label), reverse=True)
    if not 0 < len(high) <= MOST_ROWS or not 0 < len(low) <= MOST_COLUMNS:
        raise ValueError("too many pairs to be seen, or none")
    credits = [[CREDITS[None if one == other else bool(one > other)] for other in low] for one in high]
    axes = diagrams.sheet(figure)
    wide, left = diagrams.breadth(low), diagrams.breadth(high)
    diagrams.table(
        axes,
        left,
        0,
        [[credit for credit, _ in row] for row in credits],
        across=low,
        down=high,
        tones={(i, j): tone for i, row in enumerate(credits) for j, (_, tone) in enumerate(row)},
        wide=wide,
    )
    below = len(high) + 0.4
    diagrams.words(axes, 0, below, "Rows: positives. Columns: negatives. Green: won, gold: tied.", size=8)
    diagrams.told(axes, below + 0.3, got, expected)
    diagrams.fit(axes)
