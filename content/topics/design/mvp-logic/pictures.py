"""Pictures of the lesson on the first version."""

from typing import Any

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"
SIZES = (20, 40, 80, 160, 320, 640, 1280)
REPEATS = 10


def world(count: int, seed: int) -> tuple[Any, Any]:
    """Rows of ten features, shape (count, 10), and labels: one feature matters most, some only in pairs."""
    import numpy as np
    from scipy.special import expit

    rng = np.random.default_rng(seed)
    x = rng.normal(size=(count, 10))
    pull = 1.6 * x[:, 0] + 0.7 * x[:, 1] - 0.7 * x[:, 2] + x[:, 3] * x[:, 4] + 0.8 * abs(x[:, 5]) - 0.64
    return x, rng.random(count) < expit(1.5 * pull)


def curves() -> tuple[float, list[float], list[float]]:
    """Accuracy on new rows of the rule "feature 0 is positive", and by SIZES of a linear model and boosted trees."""
    from sklearn.ensemble import GradientBoostingClassifier
    from sklearn.linear_model import LogisticRegression

    x, y = world(5000, 999)
    linear, boosted = [], []
    for size in SIZES:
        sets = [world(size, seed) for seed in range(REPEATS)]
        linear.append(sum(LogisticRegression().fit(*rows).score(x, y) for rows in sets) / REPEATS)
        trees = GradientBoostingClassifier(
            n_estimators=80, max_depth=2, learning_rate=0.15, subsample=0.5, random_state=0
        )
        boosted.append(sum(trees.fit(*rows).score(x, y) for rows in sets) / REPEATS)
    return float(((x[:, 0] > 0) == y).mean()), linear, boosted


def labels_needed(figure: Figure) -> None:
    """Accuracy of a rule, a linear model and boosted trees by the number of labels."""
    figure.set_size_inches(7.2, 2.9)
    axes = figure.subplots()
    rule, linear, boosted = curves()
    axes.axhline(rule, color=INK, linewidth=1.7, linestyle="--", label="rule on one feature")
    for accuracy, color, name in ((linear, BLUE, "logistic regression"), (boosted, ORANGE, "boosted trees")):
        axes.plot(SIZES, accuracy, "o-", color=color, markersize=4, linewidth=1.7, label=name)
    axes.set_xscale("log")
    axes.set_xticks(SIZES, [str(size) for size in SIZES])
    axes.minorticks_off()
    axes.set_xlabel("labeled rows", color=INK)
    axes.set_ylabel("accuracy on new rows", color=INK)
    axes.legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="lower center", bbox_to_anchor=(0.5, 0.98), ncols=3)
    axes.tick_params(colors=INK, labelsize=8, length=0)
    axes.grid(color=INK, alpha=0.15, linewidth=0.6)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [labels_needed]
