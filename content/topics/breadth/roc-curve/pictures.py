"""Pictures of the lesson on the ROC curve."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"
MARKS = ("#aa4477", "#44997a", "#8866bb")


def curve_and_threshold(figure: Figure) -> None:
    """Score histograms of both classes with three thresholds, and these as points of the ROC curve."""
    import numpy as np
    from sklearn.metrics import roc_curve

    figure.set_size_inches(7.2, 3.2)
    rng = np.random.default_rng(4)
    labels = np.repeat([0, 1], 1500)
    scores = 1 / (1 + np.exp(-(1.2 * rng.standard_normal(3000) + 1.9 * labels - 0.9)))
    fpr, tpr, _ = roc_curve(labels, scores)
    left, right = figure.subplots(1, 2, width_ratios=[1.25, 1])
    bins = np.linspace(0, 1, 41)
    left.hist(scores[labels == 0], bins, color=BLUE, alpha=0.6, label="negatives")
    left.hist(scores[labels == 1], bins, color=ORANGE, alpha=0.6, label="positives")
    left.legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="lower center", bbox_to_anchor=(0.5, 0.98), ncols=2)
    right.plot(fpr, tpr, color=INK, linewidth=1.8)
    right.plot([0, 1], [0, 1], color=INK, linewidth=0.9, linestyle="--")
    for threshold, color in zip((0.8, 0.5, 0.2), MARKS, strict=True):
        flagged = scores >= threshold
        x, y = flagged[labels == 0].mean(), flagged[labels == 1].mean()
        left.axvline(threshold, color=color, linewidth=2)
        right.plot(x, y, "o", color=color, markersize=8)
        right.plot([], [], "o", color=color, label=f"t = {threshold}: TPR {y:.2f}, FPR {x:.2f}")
    right.legend(frameon=False, labelcolor=INK, fontsize=8, loc="lower right", handletextpad=0.1, borderaxespad=0.1)
    left.set(xlabel="score", ylabel="examples")
    right.set(xlabel="false positive rate", ylabel="true positive rate", aspect="equal")
    for axes in (left, right):
        axes.tick_params(colors=INK, labelsize=8, length=0)
        axes.xaxis.label.set_color(INK)
        axes.yaxis.label.set_color(INK)
        axes.grid(color=INK, alpha=0.15, linewidth=0.6)
        axes.spines[:].set_visible(False)
        axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [curve_and_threshold]
