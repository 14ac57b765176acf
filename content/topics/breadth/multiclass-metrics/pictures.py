"""Pictures of the lesson on multiclass metrics."""

from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

INK = "#777777"
BLUE = "#4477aa"


def by_row_and_column(figure: Figure) -> None:
    """The lesson's confusion matrix, normalized by truth and by prediction."""
    import numpy as np

    figure.set_size_inches(7.2, 2.9)
    matrix = np.array([[80, 15, 5], [4, 14, 2], [6, 1, 3]])
    shares = (matrix / matrix.sum(axis=1, keepdims=True), matrix / matrix.sum(axis=0))
    titles = ("by row: recall on the diagonal", "by column: precision on the diagonal")
    for axes, share, title in zip(figure.subplots(1, 2), shares, titles, strict=True):
        for row in range(3):
            for column in range(3):
                value = share[row, column]
                axes.add_patch(_cell(row, column, value))
                weight = "bold" if row == column else "normal"
                axes.text(
                    column, row, f"{value:.2f}", color=INK, fontsize=10.5, weight=weight, ha="center", va="center"
                )
        axes.set(xlim=(-0.5, 2.5), ylim=(2.5, -0.5))
        axes.set_xticks(range(3), "ABC")
        axes.set_yticks(range(3), "ABC")
        axes.set_xlabel("prediction", color=INK)
        axes.set_ylabel("truth", color=INK)
        axes.set_title(title, color=INK, fontsize=10, loc="left")
        axes.tick_params(colors=INK, labelsize=9, length=0)
        axes.spines[:].set_visible(False)
        axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout(w_pad=3)


def _cell(row: int, column: int, value: float) -> Rectangle:
    """A square in blue, the stronger the larger its share."""
    return Rectangle((column - 0.47, row - 0.47), 0.94, 0.94, color=BLUE, alpha=0.03 + 0.27 * value, linewidth=0)


PICTURES = [by_row_and_column]
