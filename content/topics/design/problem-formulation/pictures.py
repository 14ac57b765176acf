"""Pictures of the lesson on problem formulation."""

from matplotlib.figure import Figure

INK = "#777777"
COLORS = ("#4477aa", "#dd7733", "#44997a")
YEARLY, SHARE, VALUE = 1_200_000, 0.01, 30
"""What team and serving cost, the share of fake listings, and what each one caught saves, in dollars."""


def net_value(figure: Figure) -> None:
    """Yearly gain less cost by points of recall over the rule, at three volumes."""
    import numpy as np

    figure.set_size_inches(7.2, 2.9)
    axes = figure.subplots()
    points = np.linspace(0, 30, 301)
    for daily, color in zip((50_000, 200_000, 400_000), COLORS, strict=True):
        gain = 365 * daily * SHARE * VALUE * points / 100
        even = 100 * YEARLY / (365 * daily * SHARE * VALUE)
        axes.plot(points, (gain - YEARLY) / 1e6, color=color, linewidth=1.7, label=f"{daily:,} listings a day")
        axes.plot(even, 0, "o", color=color, markersize=7)
        axes.annotate(
            f"{even:.1f}", (even, 0), (-6, 6), textcoords="offset points", color=color, fontsize=9, ha="right"
        )
    axes.axhline(0, color=INK, linewidth=1)
    axes.set(xlim=(0, 30), ylim=(-1.5, 5))
    axes.set_xlabel("points of recall over the rule", color=INK)
    axes.set_ylabel("million dollars a year", color=INK)
    axes.legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="lower center", bbox_to_anchor=(0.5, 0.98), ncols=3)
    axes.tick_params(colors=INK, labelsize=8, length=0)
    axes.grid(color=INK, alpha=0.15, linewidth=0.6)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [net_value]
