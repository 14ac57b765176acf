"""Pictures of the lesson on A/B tests."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"


def looks_and_power(figure: Figure) -> None:
    """False alarms by the number of looks, simulated; power by users per arm, without and with CUPED."""
    import numpy as np
    from scipy.special import ndtr

    figure.set_size_inches(7.2, 3.0)
    left, right = figure.subplots(1, 2)
    rng, counts = np.random.default_rng(0), (1, 2, 3, 5, 7, 10, 14, 21, 28)
    alarms = []
    for looks in counts:
        sums = rng.standard_normal((40_000, looks)).cumsum(axis=1)
        alarms.append((np.abs(sums) > 1.96 * np.sqrt(np.arange(1, looks + 1))).any(axis=1).mean())
    left.plot(counts, alarms, color=BLUE, linewidth=1.6, marker="o", markersize=4)
    left.axhline(0.05, color=INK, linewidth=1, linestyle=":")
    left.set(ylim=(0, 0.3), xticks=[1, 7, 14, 21, 28])
    left.set_xlabel("looks", color=INK)
    left.set_title("false alarms", color=INK, fontsize=10, loc="left")
    users = np.linspace(1_000, 400_000, 300)
    for correlation, color, name in ((0.7, ORANGE, "CUPED, $\\rho = 0.7$"), (0, BLUE, "plain")):
        error = np.sqrt(2 * 0.0475 * (1 - correlation**2) / users)
        right.plot(users / 1000, ndtr(0.002 / error - 1.96), color=color, linewidth=1.6, label=name)
    right.axhline(0.8, color=INK, linewidth=1, linestyle=":")
    right.set(ylim=(0, 1))
    right.set_xlabel("thousand users per arm", color=INK)
    right.set_title("power for a lift of 4%", color=INK, fontsize=10, loc="left")
    right.legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="lower right")
    for axes in (left, right):
        axes.yaxis.set_major_formatter(lambda share, _: f"{share:.0%}")
        axes.tick_params(colors=INK, labelsize=8, length=0)
        axes.grid(color=INK, alpha=0.15, linewidth=0.6)
        axes.spines[:].set_visible(False)
        axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [looks_and_power]
