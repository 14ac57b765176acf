"""Pictures of the lesson on machine translation."""

from matplotlib.figure import Figure

INK = "#777777"
COLORS = ("#777777", "#dd7733", "#55aa77", "#4477aa")
CORRELATIONS = (0.3, 0.5, 0.7, 0.9)
TEXTS, WRONG = 200_000, 0.04


def estimation(figure: Figure) -> None:
    """Wrong translations among those without a flag: the true quality is normal, the estimate correlated with it."""
    import numpy as np

    figure.set_size_inches(5.4, 3.0)
    axes = figure.subplots()
    rng = np.random.default_rng(0)
    quality, noise = rng.standard_normal((2, TEXTS))
    wrong = quality < np.quantile(quality, WRONG)
    flagged = np.linspace(0, 0.3, 61)
    for correlation, color in zip(CORRELATIONS, COLORS, strict=True):
        estimate = correlation * quality + np.sqrt(1 - correlation**2) * noise
        worst_first = wrong[np.argsort(estimate)]
        left = WRONG * TEXTS - np.concatenate([[0], np.cumsum(worst_first)])
        counts = (flagged * TEXTS).astype(int)
        axes.plot(100 * flagged, 100 * left[counts] / (TEXTS - counts), color=color, linewidth=1.8)
        end = 100 * left[counts[-1]] / (TEXTS - counts[-1])
        axes.annotate(
            f"{correlation:g}", (30, end), (4, 0), textcoords="offset points", color=color, fontsize=9, va="center"
        )
    axes.axvline(10, color=INK, linewidth=1, linestyle=":")
    axes.set(xlim=(0, 32), ylim=(0, 4.2), xticks=[0, 10, 20, 30])
    axes.set_xlabel("flagged, in percent", color=INK)
    axes.set_title("wrong among the rest, in percent", color=INK, fontsize=10, loc="left")
    axes.tick_params(colors=INK, labelsize=8.5, length=0)
    axes.grid(color=INK, alpha=0.15, linewidth=0.6)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [estimation]
