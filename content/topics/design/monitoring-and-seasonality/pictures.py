"""Pictures of the lesson on monitoring."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE, PURPLE = "#4477aa", "#dd7733", "#8866bb"
DAYS, OUTAGE = 70, 67


def same_weekday(figure: Figure) -> None:
    """Ten weeks of orders, and two ways of comparing each day of the last six with the past."""
    import numpy as np

    figure.set_size_inches(7.2, 3.6)
    rng = np.random.default_rng(1)
    season = np.array([90, 92, 95, 100, 120, 80, 70])
    orders = season[np.arange(DAYS) % 7] * (1 + 0.0005 * np.arange(DAYS)) * rng.normal(1, 0.02, DAYS)
    orders[OUTAGE] *= 0.75
    days = np.arange(28, DAYS)
    usual = np.array([np.median(orders[day - 28 : day : 7]) for day in days])
    above, below = figure.subplots(2, 1, sharex=True)
    above.plot(days, orders[days], color=BLUE, linewidth=1.4, marker="o", markersize=3)
    above.set_title("orders a day, in thousands", color=INK, fontsize=10, loc="left")
    below.plot(days, orders[days] / orders[days - 1] - 1, color=PURPLE, linewidth=1.2, label="against yesterday")
    below.plot(days, orders[days] / usual - 1, color=ORANGE, linewidth=1.6, label="against the same weekday")
    below.axhline(-0.2, color=INK, linewidth=1, linestyle=":")
    below.yaxis.set_major_formatter(lambda share, _: f"{share:.0%}")
    below.set_ylim(-0.45, 0.75)
    below.legend(frameon=False, labelcolor=INK, fontsize=8.5, ncols=2, loc="upper left")
    below.set_xlabel("day", color=INK)
    for axes in (above, below):
        axes.axvline(OUTAGE, color=INK, linewidth=6, alpha=0.25)
        axes.tick_params(colors=INK, labelsize=8, length=0)
        axes.grid(color=INK, alpha=0.15, linewidth=0.6)
        axes.spines[:].set_visible(False)
        axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [same_weekday]
