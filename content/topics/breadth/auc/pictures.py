"""Pictures of the lesson on AUC."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"


def area_is_pairs(figure: Figure) -> None:
    """The ROC curve of the lesson's example over the grid of its pairs, each with what it counts."""
    from sklearn.metrics import roc_curve

    figure.set_size_inches(7.2, 3.2)
    positives, negatives = [0.9, 0.8, 0.6], [0.8, 0.4, 0.2, 0.1]
    labels = [1] * len(positives) + [0] * len(negatives)
    fpr, tpr, _ = roc_curve(labels, positives + negatives, drop_intermediate=False)
    axes = figure.subplots()
    x, y = fpr * len(negatives), tpr * len(positives)
    axes.fill_between(x, y, color=BLUE, alpha=0.22, linewidth=0)
    for row, positive in enumerate(positives):
        for column, negative in enumerate(negatives):
            credit = (positive > negative) / 2 + (positive >= negative) / 2
            shown = "\u00bd" if credit == 0.5 else f"{credit:.0f}"
            nudge = (0.18, -0.2) if credit == 0.5 else (0, 0)
            color = ORANGE if credit < 1 else INK
            place = (column + 0.5 + nudge[0], row + 0.5 + nudge[1])
            axes.text(*place, shown, color=color, fontsize=12, ha="center", va="center")
    axes.plot(x, y, color=BLUE, linewidth=2.2, clip_on=False)
    axes.set_xticks(range(5), ["0", "1/4", "2/4", "3/4", "1"])
    axes.set_yticks(range(4), ["0", "1/3", "2/3", "1"])
    for column, negative in enumerate(negatives):
        axes.text(column + 0.5, 3.08, f"negative {negative}", color=INK, fontsize=9, ha="center")
    for row, positive in enumerate(positives):
        axes.text(4.08, row + 0.5, f"positive {positive}", color=INK, fontsize=9, va="center")
    axes.set_xlabel("false positive rate", color=INK)
    axes.set_ylabel("true positive rate", color=INK)
    axes.set(xlim=(0, 4), ylim=(0, 3))
    axes.tick_params(colors=INK, labelsize=8.5, length=0)
    axes.grid(color=INK, alpha=0.35, linewidth=0.8)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [area_is_pairs]
