"""Pictures of the lesson on stratified sampling."""

from matplotlib.figure import Figure

INK = "#777777"
RANDOM, STRATIFIED = "#3b82c4", "#d9822b"


def what_luck_does(figure: Figure) -> None:
    """Rare rows in a test set, and an estimated mean, over many random and stratified samples."""
    import numpy as np

    figure.set_size_inches(7.2, 3.2)
    left, right = figure.subplots(1, 2)
    rng = np.random.default_rng(0)
    fraud = rng.hypergeometric(100, 9900, 2000, 5000)
    left.hist(fraud, bins=np.arange(4.5, 38), color=RANDOM, alpha=0.8, weights=np.full(5000, 1 / 5000), label="random")
    left.axvline(20, color=STRATIFIED, linewidth=2, label="stratified")
    left.legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="upper left")
    left.set_xlabel("fraud rows among 2,000 tested", color=INK)
    left.set_ylabel("share of samples", color=INK)
    # 70 % of the rows have the mean 16, 30 % the mean 30; within both the deviation is 4
    counts = rng.binomial(100, 0.7, 5000)
    means = {}
    for name, n in (("random", counts), ("stratified", np.full(5000, 70))):
        totals = 16 * n + 30 * (100 - n) + rng.normal(0, 4 * np.sqrt(100), 5000)
        means[name] = totals / 100
    for (name, values), color in zip(means.items(), (RANDOM, STRATIFIED), strict=True):
        label = f"{name}: deviation {values.std():.2f}"
        right.hist(values, bins=np.linspace(17.5, 23, 45), color=color, alpha=0.7, label=label, density=True)
    right.set_xlabel("estimated mean, true value 20.2", color=INK)
    right.set(ylim=(0, 1.45), yticks=[])
    right.legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="upper left")
    for axes in (left, right):
        axes.tick_params(colors=INK)
        axes.spines[:].set_color(INK)
        axes.patch.set_alpha(0)
    figure.tight_layout()
    figure.patch.set_alpha(0)


PICTURES = [what_luck_does]
