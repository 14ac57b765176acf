"""Pictures of the lesson on preference optimization."""

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"
BOUND = 0.2


def term(ratio: float, advantage: float) -> float:
    """What a token adds to the clipped objective."""
    cut = min(max(ratio, 1 - BOUND), 1 + BOUND)
    return min(ratio * advantage, cut * advantage)


def clipped_term(figure: Figure) -> None:
    """The term of a good and of a bad answer's token against the ratio."""
    import numpy as np

    figure.set_size_inches(7.2, 2.8)
    ratios = np.linspace(0.4, 1.8, 141)
    for axes, advantage, color in zip(figure.subplots(1, 2), (1, -1), (BLUE, ORANGE), strict=True):
        axes.plot(ratios, [term(float(ratio), advantage) for ratio in ratios], color=color)
        axes.axvline(1, color=INK, linewidth=0.8, linestyle=":")
        axes.set_title(f"advantage {advantage:+d}".replace("-", "\N{MINUS SIGN}"), color=INK, fontsize=10)
        axes.set_xlabel("ratio to the old policy", color=INK)
        axes.tick_params(colors=INK)
        axes.spines[["top", "right"]].set_visible(False)
        axes.spines[["left", "bottom"]].set_color(INK)
        axes.patch.set_visible(False)
    figure.axes[0].set_ylabel("added to the objective", color=INK)
    figure.patch.set_alpha(0)
    figure.tight_layout()


PICTURES = [clipped_term]
