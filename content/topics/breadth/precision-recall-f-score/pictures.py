"""Pictures of the lesson on precision and recall."""

from matplotlib.figure import Figure

INK = "#777777"
COLORS = ("#4477aa", "#dd7733", "#44997a")


def same_model_fewer_positives(figure: Figure) -> None:
    """ROC and precision-recall curves of the same score on samples with 50, 10 and 1 % of positives."""
    import numpy as np
    from sklearn.metrics import precision_recall_curve, roc_curve

    figure.set_size_inches(7.2, 3.2)
    rng = np.random.default_rng(2)
    left, right = figure.subplots(1, 2)
    for share, color in zip((0.5, 0.1, 0.01), COLORS, strict=True):
        labels = np.arange(60000) < 60000 * share
        scores = rng.standard_normal(60000) + 2.0 * labels
        fpr, tpr, _ = roc_curve(labels, scores)
        precision, recall, _ = precision_recall_curve(labels, scores)
        steps = np.linspace(0, len(recall) - 1, 4000).astype(int)
        keep = recall[steps] >= 0.02
        left.plot(fpr, tpr, color=color, linewidth=1.6, label=f"{share:.0%} positive")
        right.plot(recall[steps][keep], precision[steps][keep], color=color, linewidth=1.6)
        right.axhline(share, color=color, linewidth=0.9, linestyle="--")
    left.plot([0, 1], [0, 1], color=INK, linewidth=0.9, linestyle="--")
    left.legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="lower right")
    left.set(xlabel="false positive rate", ylabel="true positive rate")
    right.set(xlabel="recall", ylabel="precision", ylim=(-0.02, 1.03))
    for axes, title in ((left, "ROC"), (right, "Precision-recall")):
        axes.set_title(title, color=INK, fontsize=10, loc="left")
        axes.tick_params(colors=INK, labelsize=8, length=0)
        axes.xaxis.label.set_color(INK)
        axes.yaxis.label.set_color(INK)
        axes.grid(color=INK, alpha=0.15, linewidth=0.6)
        axes.spines[:].set_visible(False)
        axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [same_model_fewer_positives]
