"""Pictures of the lesson on evaluation."""

from math import comb

from matplotlib.figure import Figure

INK = "#777777"
BLUE, ORANGE = "#4477aa", "#dd7733"
PASSES, TRIES = 0.1, 10


def plugged_in(samples: int) -> float:
    """The average of 1 - (1 - c / n)^k over all numbers c of samples that may pass, each with its probability."""
    return sum(
        comb(samples, c) * PASSES**c * (1 - PASSES) ** (samples - c) * (1 - (1 - c / samples) ** TRIES)
        for c in range(samples + 1)
    )


def unbiased(samples: int) -> float:
    """The same average of 1 - C(n - c, k) / C(n, k)."""
    return sum(
        comb(samples, c)
        * PASSES**c
        * (1 - PASSES) ** (samples - c)
        * (1 - comb(samples - c, TRIES) / comb(samples, TRIES))
        for c in range(samples + 1)
    )


def plug_in_bias(figure: Figure) -> None:
    """Both averages against the number of samples."""
    figure.set_size_inches(7.2, 2.8)
    axes = figure.subplots()
    samples = list(range(TRIES, 151, 2))
    axes.plot(samples, [unbiased(n) for n in samples], color=BLUE, label="share of all choices of 10")
    axes.plot(samples, [plugged_in(n) for n in samples], color=ORANGE, label="observed share put into the formula")
    axes.set_ylim(0.45, 0.7)
    axes.set_xlabel("samples per task", color=INK)
    axes.set_ylabel("average estimate", color=INK)
    axes.tick_params(colors=INK)
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set_color(INK)
    axes.legend(frameon=False, labelcolor=INK, loc="lower right")
    axes.patch.set_visible(False)
    figure.patch.set_alpha(0)
    figure.tight_layout()


PICTURES = [plug_in_bias]
