"""Pictures of the lesson on feature importance."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"
NAMES = ("signal", "near copy of it", "signal, two values", "noise, two values", "noise, continuous")


def two_importances(figure: Figure) -> None:
    """Impurity and permutation importance of the same forest, for two signals, a near copy and two noise columns."""
    import numpy as np
    from sklearn.ensemble import RandomForestClassifier
    from sklearn.inspection import permutation_importance

    figure.set_size_inches(7.2, 2.7)
    rng = np.random.default_rng(2)
    signal, flag = rng.standard_normal(3000), rng.integers(0, 2, 3000)
    columns = [signal, signal + 0.1 * rng.standard_normal(3000), flag]
    columns += [rng.integers(0, 2, 3000), rng.standard_normal(3000)]
    rows = np.column_stack(columns)
    labels = rng.random(3000) < 1 / (1 + np.exp(-(1.5 * signal + 2.4 * flag - 1.2)))
    forest = RandomForestClassifier(100, random_state=0).fit(rows[:1000], labels[:1000])
    fall = permutation_importance(forest, rows[1000:], labels[1000:], n_repeats=5, random_state=0)
    left, right = figure.subplots(1, 2, sharey=True)
    left.barh(NAMES, forest.feature_importances_, color=BLUE, height=0.62)
    right.barh(NAMES, fall.importances_mean, xerr=fall.importances_std, color=ORANGE, ecolor=INK, height=0.62)
    left.set_title("impurity, training rows (sum 1)", color=INK, fontsize=9, loc="left")
    right.set_title("permutation, held-out rows (fall of accuracy)", color=INK, fontsize=9, loc="left")
    left.invert_yaxis()
    right.axvline(0, color=INK, linewidth=0.9)
    for axes in (left, right):
        axes.tick_params(colors=INK, labelsize=8.5, length=0)
        axes.grid(axis="x", color=INK, alpha=0.15, linewidth=0.6)
        axes.spines[:].set_visible(False)
        axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [two_importances]
