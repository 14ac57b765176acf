"""Pictures of the lesson on speech recognition."""

from typing import Any

from matplotlib.figure import Figure

INK = "#777777"
COLORS = {400: "#55aa77", 40: "#4477aa", 10: "#dd7733"}
WORDS, RATE, SPREAD = 40_000, 0.08, 0.04
"""Words of a test, the mean error rate, and the standard deviation of speakers' own rates."""


def measured(speakers: int, tests: int = 4_000, seed: int = 0) -> Any:
    """The word error rates that tests with so many speakers come to, in percent."""
    import numpy as np

    rng = np.random.default_rng(seed)
    strength = RATE * (1 - RATE) / SPREAD**2 - 1
    rates = rng.beta(RATE * strength, (1 - RATE) * strength, size=(tests, speakers))
    errors = rng.binomial(WORDS // speakers, rates)
    return 100 * errors.sum(axis=1) / WORDS


def intervals(figure: Figure) -> None:
    """How the measured rate varies from test to test, by the number of speakers."""
    import numpy as np
    from scipy.stats import gaussian_kde

    figure.set_size_inches(5.4, 2.8)
    axes = figure.subplots()
    at = np.linspace(3, 14, 300)
    for speakers, color in COLORS.items():
        density = gaussian_kde(measured(speakers))(at)
        axes.plot(at, density, color=color, linewidth=1.8, label=f"{speakers} speakers")
        axes.fill_between(at, density, color=color, alpha=0.15, linewidth=0)
    axes.axvline(100 * RATE, color=INK, linewidth=1, linestyle=":")
    axes.set(yticks=[], xlim=(3, 14), ylim=(0, None))
    axes.set_xlabel("measured word error rate, %", color=INK)
    axes.legend(frameon=False, labelcolor=INK, fontsize=9, loc="upper right")
    axes.tick_params(colors=INK, labelsize=8.5, length=0)
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [intervals]
