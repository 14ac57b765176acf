"""Pictures of the sigmoid and of the costs that can be put upon it."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"


def costs(figure: Figure) -> None:
    """The sigmoid, and for a row of label 1 the log loss and the squared error by its score."""
    import numpy as np

    figure.set_size_inches(7.2, 3.0)
    left, right = figure.subplots(1, 2)
    score = np.linspace(-6, 6, 300)
    share = 1 / (1 + np.exp(-score))
    left.plot(score, share, color=BLUE, linewidth=1.8)
    left.plot([-6, 0, 0], [0.5, 0.5, 0], color=INK, linewidth=0.9, linestyle=":")
    left.set_title("sigmoid: score to probability", color=INK, fontsize=10, loc="left")
    left.set_ylabel("p", color=INK)
    right.plot(score, np.log1p(np.exp(-score)), color=ORANGE, linewidth=1.8)
    right.plot(score, (share - 1) ** 2, color=BLUE, linewidth=1.8)
    right.text(-3.4, 5.5, "log loss: slope near \u22121 at the left", color=ORANGE, fontsize=9)
    right.text(-3.4, 4.8, "squared error: flat at the left", color=BLUE, fontsize=9)
    right.set_title("cost of a row with y = 1", color=INK, fontsize=10, loc="left")
    for axis in (left, right):
        axis.set_xlabel("score z", color=INK)
        axis.tick_params(colors=INK, labelsize=9)
        axis.spines[["top", "right"]].set_visible(False)
        axis.spines[["left", "bottom"]].set_color(INK)
        axis.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [costs]
