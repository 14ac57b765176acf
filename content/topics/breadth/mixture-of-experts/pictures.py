"""Pictures of the lesson on mixtures of experts."""

import math

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE, GREEN = "#4477aa", "#dd7733", "#228866"


def dropped(mean: int, capacity: float) -> float:
    """The share of choices beyond the capacity, when loads are Poisson: many experts, chosen at random."""
    chance, excess = math.exp(-mean), 0.0
    for load in range(1, 3 * mean + 40):
        chance *= mean / load
        excess += chance * max(0.0, load - capacity)
    return excess / mean


def read(experts: int, chosen: int, tokens: int) -> float:
    """The share of experts that at least one of the tokens chose."""
    return 1 - (1 - chosen / experts) ** tokens


def drops_and_reads(figure: Figure) -> None:
    """What random loads lose by capacity factor, and what batches read."""
    figure.set_size_inches(7.2, 3.0)
    left, right = figure.subplots(1, 2)
    factors = [1 + step / 50 for step in range(51)]
    for mean, color in ((8, ORANGE), (64, BLUE), (512, GREEN)):
        shares = [100 * dropped(mean, math.ceil(factor * mean)) for factor in factors]
        left.plot(factors, shares, color=color, label=f"mean load {mean}")
    left.set_xlabel("capacity factor", color=INK)
    left.set_ylabel("dropped, in %", color=INK)
    batches = [2 ** (step / 4) for step in range(41)]
    for experts, chosen, color in ((8, 2, ORANGE), (64, 6, BLUE), (256, 8, GREEN)):
        shares = [100 * read(experts, chosen, tokens) for tokens in batches]
        right.plot(batches, shares, color=color, label=f"{chosen} of {experts}")
    right.set_xscale("log")
    right.set_xlabel("tokens in the batch", color=INK)
    right.set_ylabel("experts read, in %", color=INK)
    for axes in (left, right):
        axes.tick_params(colors=INK, which="both")
        axes.spines[["top", "right"]].set_visible(False)
        axes.spines[["left", "bottom"]].set_color(INK)
        axes.legend(frameon=False, labelcolor=INK)
        axes.patch.set_visible(False)
    figure.patch.set_alpha(0)
    figure.tight_layout()


PICTURES = [drops_and_reads]
