"""Pictures of the lesson on autocomplete."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"


def two_clocks(figure: Figure) -> None:
    """The rate of a steady query and of one in the news, as counts that fade fast and slowly show it."""
    import numpy as np

    figure.set_size_inches(5.4, 4.0)
    hours = np.arange(24 * 6)
    starts, rng = 24 * 2, np.random.default_rng(2)
    steady = np.full(len(hours), 20.0)
    news = np.where(hours >= starts, 200 * 0.5 ** ((hours - starts) / 36), 0)
    counts = rng.poisson([steady, news])
    for axes, half_life, name in zip(
        figure.subplots(2, 1, sharex=True), (3, 23 * 24), ("3 hours", "23 days"), strict=True
    ):
        keep = 0.5 ** (1 / half_life)
        for came, before, color in ((counts[0], 20, BLUE), (counts[1], 0, ORANGE)):
            level, levels = before / (1 - keep), []
            for each in came:
                level = keep * level + each
                levels.append(level * (1 - keep))
            axes.plot(hours / 24, levels, color=color, linewidth=1.6)
        axes.plot(hours / 24, news, color=ORANGE, linewidth=1, linestyle=":")
        axes.set_title(f"halved in {name}", color=INK, fontsize=10, loc="left")
        axes.set(ylim=(0, 215))
        axes.set_ylabel("per hour", color=INK)
        axes.tick_params(colors=INK, labelsize=8, length=0)
        axes.grid(color=INK, alpha=0.15, linewidth=0.6)
        axes.spines[:].set_visible(False)
        axes.patch.set_visible(False)
        axes.text(0.1, 32, "steady", color=BLUE, fontsize=9)
    axes.text(2.35, 148, "in the news (dotted: true)", color=ORANGE, fontsize=9)
    axes.set_xlabel("days", color=INK)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [two_clocks]
