"""Pictures of the lesson on metrics under imbalance."""

from matplotlib.figure import Figure

INK = "#777777"
COLORS = ("#4477aa", "#dd7733", "#44997a")


def cost_by_threshold(figure: Figure) -> None:
    """Expected cost per case of calibrated scores by threshold; a false alarm costs 1, a miss 1, 10 or 50."""
    import numpy as np
    from scipy.stats import norm

    figure.set_size_inches(7.2, 3.2)
    share, apart = 0.02, 2.2  # one normal feature; the means of the classes are this many deviations apart
    thresholds = np.geomspace(0.002, 0.98, 400)
    odds = thresholds / (1 - thresholds) * (1 - share) / share
    feature = np.log(odds) / apart + apart / 2  # where the probability of a positive is the threshold
    missed, alarms = share * norm.cdf(feature - apart), (1 - share) * norm.sf(feature)
    axes = figure.subplots()
    for miss, color in zip((1, 10, 50), COLORS, strict=True):
        cost = miss * missed + alarms
        axes.plot(thresholds, cost, color=color, linewidth=1.7, label=f"a miss costs {miss}")
        axes.axvline(1 / (1 + miss), color=color, linewidth=1, linestyle="--", alpha=0.8)
        axes.plot(thresholds[cost.argmin()], cost.min(), "o", color=color, markersize=7)
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_xticks([0.005, 0.02, 0.1, 0.5], ["0.005", "0.02", "0.1", "0.5"])
    axes.set_yticks([0.01, 0.03, 0.1, 0.3, 1], ["0.01", "0.03", "0.1", "0.3", "1"])
    axes.minorticks_off()
    axes.set_xlabel("threshold on the probability", color=INK)
    axes.set_ylabel("cost per case", color=INK)
    axes.legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="lower center", bbox_to_anchor=(0.5, 0.98), ncols=3)
    axes.tick_params(colors=INK, labelsize=8, length=0)
    axes.grid(color=INK, alpha=0.15, linewidth=0.6)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [cost_by_threshold]
