"""Pictures of the lesson on features."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE, GREEN = "#4477aa", "#dd7733", "#44997a"
ROWS_PER_ID = (1, 2, 3, 5, 10, 20, 50, 100)


def measured(rows: int) -> tuple[float, float, float]:
    """AUC of an ID without information: its mean label on the same rows, on new labels, and by earlier rows."""
    import numpy as np
    from sklearn.metrics import roc_auc_score

    rng = np.random.default_rng(rows)
    labels, fresh = rng.random((2, 40_000 // rows, rows)) < 0.3
    mean = np.repeat(labels.mean(axis=1, keepdims=True), rows, axis=1)
    before = labels.cumsum(axis=1) - labels
    earlier = (before + 20 * 0.3) / (np.arange(rows) + 20)
    pairs = ((labels, mean), (fresh, mean), (labels, earlier))
    return tuple(float(roc_auc_score(truth.ravel(), score.ravel())) for truth, score in pairs)


def leaky_encoding(figure: Figure) -> None:
    """AUC of the three encodings by rows of each ID."""
    figure.set_size_inches(7.2, 2.9)
    axes = figure.subplots()
    curves = zip(*map(measured, ROWS_PER_ID), strict=True)
    names = ("mean label, same rows", "mean label, new labels", "earlier rows only")
    for values, color, name, line in zip(curves, (ORANGE, BLUE, GREEN), names, ("o-", "o-", "s--"), strict=True):
        axes.plot(ROWS_PER_ID, values, line, color=color, markersize=4, linewidth=1.7, label=name)
    axes.set_xscale("log")
    axes.set_xticks(ROWS_PER_ID, [str(rows) for rows in ROWS_PER_ID])
    axes.minorticks_off()
    axes.set_ylim(0.45, 1.03)
    axes.set_xlabel("rows per ID", color=INK)
    axes.set_ylabel("AUC", color=INK)
    axes.legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="lower center", bbox_to_anchor=(0.5, 0.98), ncols=3)
    axes.tick_params(colors=INK, labelsize=8, length=0)
    axes.grid(color=INK, alpha=0.15, linewidth=0.6)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [leaky_encoding]
